"""Versions of pages and their history, from the words alone."""

from dataclasses import replace

from hooks import analyse, files
from hooks.content.version import Version
from hooks.conventions import HISTORY_LOCK
from hooks.findings.finding import Code
from hooks.findings.wording import show
from hooks.handbook import Handbook
from hooks.locks import history

from ..helpers import projects


def judged(pages: dict[str, str]) -> Handbook:
    return analyse.analyse(files.Files({**projects.base().pages, **pages}), projects.SETTINGS)


def version_of(body: str) -> str:
    return judged({"docs/vi/vi-du.md": projects.page(body)}).versions["docs/vi/vi-du.md"].id


def test_a_version_is_of_the_words_alone() -> None:
    before = version_of("# Ví dụ\n\n## Phần {#phan}\n\nMột **câu** [dẫn](cite:cv.II.1).\n")
    assert before == version_of("# Ví dụ\n\n## Phần {#khac}\n\n<!-- lời nhắc -->\nMột\n*câu*  [dẫn](cite:cv.II.2).\n")
    assert before != version_of("# Ví dụ\n\n## Phần {#phan}\n\nMột câu khác [dẫn](cite:cv.II.1).\n")
    assert version_of("[](cite:cv.II.1)\n") != version_of("[](cite:cv.II.2)\n")
    assert version_of("```text\n[a](b)\n```\n") != version_of("```text\n[a](c)\n```\n")


def test_the_number_a_ward_fills_in_makes_a_new_version_of_the_dispatch() -> None:
    page = projects.base().pages["docs/vi/van-ban/cong-van.md"]
    filled = page.replace("symbol: /UBND", "symbol: 12/UBND").replace('symbol: "/UBND', 'symbol: "12/UBND')
    assert filled != page
    path = "docs/vi/van-ban/cong-van.md"
    assert judged({}).versions[path] != judged({path: filled}).versions[path]


def test_what_is_written_is_read_again() -> None:
    text = (projects.ROOT / HISTORY_LOCK).read_text("utf-8")
    assert history.write(history.read(text)) == text
    assert history.read(text).findings == ()


def test_no_version_is_older_than_the_one_before_it_where_a_clock_is_behind() -> None:
    versions = judged({}).versions
    first = history.advanced(history.History(), versions, "2026-11-05")
    later = {path: replace(version, id="0" * len(version.id)) for path, version in versions.items()}
    second = history.advanced(first, later, "2026-11-01")
    assert {tuple(entry.day for entry in past.entries) for past in second.pages.values()} == {("2026-11-05",) * 2}


def test_the_history_names_the_sections_that_changed_came_and_went() -> None:
    def at(body: str) -> dict[str, Version]:
        return {"docs/vi/vi-du.md": judged({"docs/vi/vi-du.md": projects.page(body)}).versions["docs/vi/vi-du.md"]}

    first = history.advanced(history.History(), at("## A {#a}\n\nMột.\n\n## B {#b}\n\nHai.\n"), "2026-11-01")
    second = history.advanced(first, at("## A {#a}\n\nMột khác.\n\n## C {#c}\n\nBa.\n"), "2026-11-02")
    entry = second.pages["docs/vi/vi-du.md"].entries[-1]
    assert [(change.kind, change.title) for change in entry.changes] == [("~", "A"), ("+", "C"), ("-", "B")]
    assert history.read(history.write(second)) == second
    assert history.advanced(second, at("## A {#a}\n\nMột khác.\n\n## C {#c}\n\nBa.\n"), "2026-11-03") == second


def of_a_page_that_is_gone(front: str, body: str, path: str = "docs/vi/moi.md") -> list[str]:
    """Return what is said of a page with three sections that is gone, where another has this front matter and body."""
    old = {"docs/vi/cu.md": projects.page("# Cũ\n\n## A {#a}\n\nMột.\n\n## B {#b}\n\nHai.\n\n## C {#c}\n\nBa.\n")}
    recorded = history.write(history.advanced(history.History(), judged(old).versions, "2026-11-01"))
    text = projects.page(body).replace("kind:", f"{front}kind:", 1)
    project = files.Files({**projects.base().pages, path: text}, history=recorded, lock=projects.base().lock)
    found = analyse.analyse(project, projects.SETTINGS).findings
    return [show(one, "en") for one in found if one.code is Code.PAGE_VANISHED]


def test_a_page_that_is_gone_is_told_at_the_page_that_has_its_sections_now() -> None:
    sections = "# Mới\n\n## A {#a}\n\nMột.\n\n## B {#b}\n\nHai khác.\n\n## C {#c}\n\nBa.\n"
    (renamed,) = of_a_page_that_is_gone("", sections)
    assert renamed.startswith("docs/vi/moi.md:1:1: The page cu.md was published and is gone")
    assert "the line aliases: [cu.md]." in renamed
    (listed,) = of_a_page_that_is_gone("aliases:\n  - cu-hon.md\n", sections)
    assert listed.startswith("docs/vi/moi.md:4:1:")
    assert "add the line “  - cu.md” (two spaces first), and write no second aliases" in listed
    assert of_a_page_that_is_gone("aliases: [cu.md]\n", sections) == []


def test_a_page_whose_sections_are_nowhere_is_told_at_its_line_of_the_history() -> None:
    (gone,) = of_a_page_that_is_gone("", "# Mới\n\n## D {#d}\n\nBốn.\n")
    assert gone.startswith(HISTORY_LOCK)
    assert "On the page that has its words now" in gone
