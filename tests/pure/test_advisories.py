"""What the registries report about packages is read as they write it, and silence is not taken for a clean bill."""

from tests.audit.advisories import of_node, of_python


def test_an_advisory_of_a_python_package_is_named_with_the_version_that_fixes_it() -> None:
    flaw = {"id": "PYSEC-1", "fix_versions": ["2.0"], "aliases": [], "description": "…"}
    report = {
        "dependencies": [{"name": "a", "version": "1.0", "vulns": [flaw]}, {"name": "b", "version": "1", "vulns": []}]
    }
    assert of_python(report) == ({"PYSEC-1": "a 1.0: PYSEC-1; fixed in 2.0"}, 2, 0)


def test_packages_without_data_are_counted_apart() -> None:
    report = {"dependencies": [{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}]}
    assert of_python(report) == ({}, 1, 1)
    assert of_python({}) == ({}, 0, 0)


def test_an_advisory_of_a_node_package_is_named_and_what_only_depends_on_it_is_not() -> None:
    via = {"source": 1, "title": "Reads too far", "url": "https://example.org/1"}
    report = {"vulnerabilities": {"a": {"via": [via]}, "b": {"via": ["a"]}}}
    assert of_node(report) == {"https://example.org/1": "a: Reads too far (https://example.org/1)"}


def test_a_registry_that_refuses_is_no_clean_bill() -> None:
    assert of_node({"message": "405 Method Not Allowed"}) is None
    assert of_node({"vulnerabilities": {}}) == {}
