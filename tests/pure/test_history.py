"""Versions of pages and their history, from the words alone."""

from dataclasses import replace

from hooks import analyse, files
from hooks.content.version import Version
from hooks.conventions import HISTORY_LOCK
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
