"""A setting that cannot be used is one clear line, whoever asks."""

from pathlib import Path

import pytest

from hooks.settings import SettingsError, from_mapping

from ..helpers import small_project
from ..helpers.command_line import run

_WRONG_ADDRESSES = (
    "",
    " ",
    "le-chan.example",
    "//le-chan.example/",
    "ftp://le-chan.example/",
    "https://",
    "https:///a/",
)
_MORE_WRONG_ADDRESSES = (
    "https://a b.example/",
    "https://a.example/ ",
    "https://a.example/?b=c",
    "https://a.example/#d",
)


@pytest.mark.parametrize("address", [*_WRONG_ADDRESSES, *_MORE_WRONG_ADDRESSES])
def test_an_address_no_path_can_be_added_to_is_wrong(address: str) -> None:
    settings = from_mapping(address, {})
    assert (settings.wrong_site_url, settings.site_url) == (address, "")


@pytest.mark.parametrize(
    "address", ["https://le-chan.example/", "https://sổ-tay.vn", "http://127.0.0.1:8000/", "https://a.vn/so-tay/"]
)
def test_a_whole_address_is_taken_as_it_is(address: str) -> None:
    settings = from_mapping(address, {})
    assert (settings.wrong_site_url, settings.site_url) == (None, address)


def test_a_missing_address_is_wrong_too() -> None:
    assert from_mapping(None, {}).wrong_site_url == ""


@pytest.mark.parametrize(
    "options",
    [
        {"hosts": "a.vn"},
        {"pdf": "yes"},
        {"pdf_only": ["a"]},
        {"bleed": "3"},
        {"bleed": 300},
        {"history": "high"},
        {"no-such-key": 1},
    ],
)
def test_a_wrong_option_is_named_in_both_languages(options: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=rf"mkdocs\.yml: extra\.handbook.*{next(iter(options))}|.* / ") as raised:
        from_mapping("https://le-chan.example/", options)
    assert " / " in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("address", ["", "https://le chan.example/"])
def test_check_says_at_its_line_that_the_address_is_wrong_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    root = small_project.write(tmp_path / "project")
    monkeypatch.setenv("SITE_URL", address)
    done = run(root, "check", "--lang", "en")
    errors = [line for line in done.stdout.splitlines() if ": note: " not in line]
    assert done.returncode == 1
    assert len(errors) == 1
    assert errors[0].startswith(f"mkdocs.yml:2:1: The site's address “{address}” cannot be used.")
    assert "site-url-placeholder" not in done.stdout
