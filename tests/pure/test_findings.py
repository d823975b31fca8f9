"""Each check finds what it is for, at its line, and is silent where nothing is wrong."""

import re
from pathlib import Path

import pytest

from hooks.findings.wording import show

from ..helpers import projects
from ..helpers.case_files import cases, hold

_IN_A_RECORD = re.compile(r"(docs/\w\w/van-ban/cong-van\.md):\d+")
"""Where a provision of the real dispatch stands: its lines move with the front matter of its page."""


def found(given: str) -> str:
    said = "".join(f"{show(finding, 'en')}\n" for finding in projects.findings(projects.split(given)))
    return _IN_A_RECORD.sub(r"\1:N", said)


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


def test_a_long_slogan_that_its_poster_has_on_one_line_is_a_note() -> None:
    slogans = (
        "### Giữ nếp làm việc đúng giờ, đúng người, đúng việc! {#kh-1}\n\n[](cite:cv.II.1.2)\n\n"
        "### Giữ nếp làm việc | đúng giờ, đúng người, đúng việc nhé! {#kh-2}\n\n[](cite:cv.II.1.2)\n\n"
        "### Giữ nếp làm việc đúng giờ nhé! {#kh-3}\n\n[](cite:cv.II.1.2)\n"
    )
    handbook = projects.analysed({"docs/vi/vi-du.md": projects.page(f"## Nhóm {{#nhom}}\n\n{slogans}", "slogans")})
    noted = [show(one, "en").partition(" has")[0] for one in handbook.findings if one.place.path == "docs/vi/vi-du.md"]
    assert [one for one in noted if "slogan" in one] == ["docs/vi/vi-du.md:12:1: note: The slogan of 10 words"]


def test_a_bold_question_becomes_one_by_copying_its_suggestion_once() -> None:
    page = (
        "---\ntitle: Hỏi\ndescription: Hỏi đáp.\nkind: qa\ntranslation: pending\n---\n\n# Hỏi\n\n"
        "**Đọc ở đâu?**\n\nĐọc trên cổng thông tin điện tử.\n\n"
        "> Đăng tải trên cổng thông tin điện tử, nền tảng số và mạng xã hội của phường\n>\n> [](cite:cv.III.2)\n\n"
        "**Đọc mấy giờ?**\n\nChưa có ở đây. Có thể hỏi Ủy ban nhân dân phường.\n"
    )
    others = {
        f"docs/vi/danh-cho/{name}.md": projects.page("Của họ ([](cite:cv.kinh-gui.4)).\n", "reader")
        for name in ("cu-dan", "doan-the")
    }
    told = [one.suggestion.strip("“”") for one in projects.findings({**others, "docs/vi/hoi.md": page})]
    assert told == [
        '## Đọc ở đâu? {#doc-o-dau readers="cu-dan doan-the"}',
        '## Đọc mấy giờ? {#doc-may-gio readers="cu-dan doan-the"}',
    ]
    copied = page.replace("**Đọc ở đâu?**", told[0]).replace("**Đọc mấy giờ?**", told[1][:-1] + " answered=false}")
    assert projects.findings({**others, "docs/vi/hoi.md": copied}) == ()


def test_the_english_page_is_told_the_braces_of_the_vietnamese_question() -> None:
    page = (
        "---\ntitle: Hỏi\ndescription: Hỏi đáp.\nkind: qa\n---\n\n# Hỏi\n\n"
        '## Đọc ở đâu? {#q-1 readers="cu-dan" answered=false}\n\nCó thể hỏi Ủy ban nhân dân phường.\n'
    )
    others = {"docs/vi/danh-cho/cu-dan.md": projects.page("Của họ ([](cite:cv.kinh-gui.4)).\n", "reader")}
    english = page.split("## Đọc")[0]
    found = projects.findings({**others, "docs/vi/hoi.md": page, "docs/en/hoi.md": english})
    assert ['{#q-1 readers="cu-dan" answered=false}' in show(one) for one in found] == [True]
    in_bold = f"{english}**Where?**\n\nNobody knows.\n"
    found = projects.findings({**others, "docs/vi/hoi.md": page, "docs/en/hoi.md": in_bold})
    told = [one.suggestion for one in found]
    assert told == ['“## Where? {#q-1 readers="cu-dan" answered=false}”']
