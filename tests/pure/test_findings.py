"""Each check finds what it is for, at its line, and is silent where nothing is wrong."""

from pathlib import Path

import pytest

from hooks.findings.wording import show

from ..helpers import projects
from ..helpers.case_files import cases, hold


def found(given: str) -> str:
    return "".join(f"{show(finding, 'en')}\n" for finding in projects.findings(projects.split(given)))


@pytest.mark.parametrize("path", cases("findings"))
def test_a_page_is_judged_as_its_case_says(path: Path, request: pytest.FixtureRequest) -> None:
    hold(path, found, rewrite=request.config.getoption("--rewrite"))


def test_the_base_of_the_cases_is_silent() -> None:
    assert projects.findings({}) == ()


def test_findings_come_sorted_by_file_and_line() -> None:
    findings = projects.judge("Đạt 15%, 16% [](cite:cv.IX).\n\n[x](khong-co.md) ![](khong-co.png)\n")
    assert len(findings) == 4
    assert list(findings) == sorted(findings)


def test_synonyms_for_words_on_no_page_are_notes_at_their_line() -> None:
    table = '[vi]\n"giấy mời" = ["công văn", "công vănn"]\n\n[en]\n"letter" = ["dispatch*", "missive*"]\n'
    handbook = projects.analysed({"docs/synonyms.toml": table})
    noted = [show(finding, "en") for finding in handbook.findings if finding.place.path == "docs/synonyms.toml"]
    assert [line.partition(", which")[0] for line in noted] == [
        "docs/synonyms.toml:2:1: note: “giấy mời” stands for “công vănn”",
        "docs/synonyms.toml:5:1: note: “letter” stands for “missive*”",
    ]
    assert handbook.errors == ()
