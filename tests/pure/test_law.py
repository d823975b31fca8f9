"""A law is checked like any document: what leads nowhere, and what changed."""

from pathlib import Path

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.law_texts import FRONT, law


def test_a_citation_that_leads_nowhere_in_a_law_is_found_at_its_line(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    text = FRONT.format(id="la", name="Luật LA") + "### Điều 1. Một\n\n1. Theo [Điều 9](cite:la.d9).\n"
    (root / "docs/vi/van-ban/la.md").write_text(text, "utf-8")
    run(root, "lock")
    found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
    assert len(found) == 1
    assert found[0].startswith("docs/vi/van-ban/la.md:18:")
    assert "[cite-unknown-provision]" in found[0]


def test_a_changed_clause_and_an_inserted_point_are_one_finding_each(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    page = root / "docs/vi/van-ban/la.md"
    text = FRONT.format(id="la", name="Luật LA") + law(20, "la")
    page.write_text(text, "utf-8")
    run(root, "lock")
    for before, after, code in (
        ("1. Khoản thứ nhất", "1. Khoản đầu tiên", "[lock-changed]"),
        ("e) Điểm e;", "e) Điểm e;\n\ng) Điểm g.", "[lock-missing]"),
        ("đ) Điểm đ;\n\ne) Điểm e;\n", "", "[lock-vanished]"),
    ):
        page.write_text(text.replace(before, after, 1), "utf-8")
        found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
        assert {line.rpartition(" ")[2] for line in found} == {code}
        assert found[0].startswith("docs/vi/van-ban/la.md:")


def test_a_text_that_does_not_say_where_it_was_copied_from_is_found(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    text = FRONT.format(id="la", name="Luật LA") + law(2, "la")
    stated = text[text.index("  provenance:") : text.index("---\n\n")]
    (root / "docs/vi/van-ban/la.md").write_text(text.replace(stated, ""), "utf-8")
    run(root, "lock")
    found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
    assert [line.rpartition(" ")[2] for line in found] == ["[document-origin]"]
