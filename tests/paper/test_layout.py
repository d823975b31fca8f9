"""How the words of a page fall on the sides of its sheets, in the print dialog and in the PDF, however they move."""

import random
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hooks.cache import Cache
from hooks.paper.pdf_jobs import PageJob
from hooks.paper.print_queue import PrintQueue

from ..helpers import printed_pages
from ..helpers.built_site import SITE
from ..helpers.page_kinds import PARTS, PRINTED
from ..helpers.printed_pages import pages, pdf_of

_SHIFTS = range(0, 360, 10)
"""How far the words of a page are moved down, in points: 36 layouts."""
_MOVED = (
    "chi-thi-58/hoi-dap/",
    "van-ban/cong-van/",
    "en/chuong-trinh-21/",
)
"""The pages whose words are moved every day: answers, provisions, running text in English."""
_BODY = '<div class="lc-body">'
_ROWS = 12
"""How many rows a page keeps while it is moved about: a table of thirteen sides takes as long as all other kinds."""


def shifted(html: str, shift: int) -> str:
    """Return a page with its words moved down on the first side."""
    assert html.count(_BODY) == 1
    return html.replace(_BODY, f'{_BODY[:-1]} style="padding-top: {shift}pt">')


def shortened(html: str) -> str:
    """Return a page without the rows after the first ones."""
    rows = html.split("</tr>")
    return "</tr>".join([*rows[:_ROWS], rows[-1]]) if len(rows) > _ROWS else html


@pytest.fixture(scope="module")
def shifts(every_pdf: bool, seed: int) -> list[int]:
    """How far the words are moved down, in points: by all of `_SHIFTS`, or by a drawn one."""
    return list(_SHIFTS) if every_pdf else [random.Random(seed).choice(_SHIFTS[1:])]


@pytest.fixture(scope="module")
def drawn(paper: Path, every_pdf: bool, seed: int) -> list[str]:
    """Pages beside those of each kind, drawn anew in each long run."""
    others = sorted({*pages(paper)} - {*PRINTED})
    return random.Random(seed).sample(others, 3) if every_pdf else []


@pytest.fixture(scope="module")
def moved(
    paper: Path, every_pdf: bool, shifts: list[int], drawn: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A copy of the site with all layouts of the pages under test, and their PDFs."""
    folder = tmp_path_factory.mktemp("moved")
    site = shutil.copytree(paper, folder / "site")
    jobs = []
    for path in (*(PRINTED if every_pdf else _MOVED), *drawn):
        html = shortened((site / path / "index.html").read_text("utf-8"))
        for shift in shifts:
            file = f"{path}{shift}.html"
            (site / file).write_text(shifted(html, shift), "utf-8")
            jobs.append(PageJob(file, SITE + path, f"{path}{shift}.pdf"))
    PrintQueue(site, SITE, Cache(folder / "cache"), print).run(jobs)
    return site


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_says_the_same_on_screen_in_the_dialog_and_in_the_pdf_with_nothing_stranded_or_torn(
    paper: Path, chromium: Browser, printed_to_try: list[str], part: int
) -> None:
    wrong = []
    for path in printed_to_try[part::PARTS]:
        with printed_pages.visit(chromium, paper, path) as page:
            flow = printed_pages.flow(page)
            dialog = printed_pages.dialog(page)
            assert page.elsewhere == []  # type: ignore[attr-defined]
        made, seen = printed_pages.sides(pdf_of(paper, path)), printed_pages.sides(dialog)
        if abs(len(made) - len(seen)) > len(seen) // 10:  # over ten sides the engines may part by a few lines
            wrong.append(f"{path}: {len(seen)} sides in the dialog, {len(made)} in the PDF")
        for engine, sides in (("dialog", seen), ("PDF", made)):
            wrong += [f"{path} {engine}: {fault}" for fault in printed_pages.faults(sides, flow)]
    assert wrong == []


def layouts_gone_wrong(moved: Path, chromium: Browser, path: str, shifts: list[int]) -> list[str]:
    """Return what is wrong with a page in any of its layouts, in the print dialog and in the PDF."""
    wrong = []
    with printed_pages.visit(chromium, moved, f"{path}{shifts[0]}.html") as page:
        flow = printed_pages.flow(page)
        for shift in shifts:
            page.evaluate(f"document.querySelector('.lc-body').style.paddingTop = '{shift}pt'")
            sides = {"dialog": printed_pages.sides(printed_pages.dialog(page))}
            sides["PDF"] = printed_pages.sides(moved / f"{path}{shift}.pdf")
            for engine, found in sides.items():
                wrong += [f"{path} {engine} {shift}: {fault}" for fault in printed_pages.faults(found, flow)]
    return wrong


@pytest.mark.xdist_group("layouts")
@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path in _MOVED else pytest.mark.every) for path in PRINTED]
)
def test_nothing_is_lost_stranded_or_torn_however_the_words_fall(
    moved: Path, chromium: Browser, path: str, shifts: list[int]
) -> None:
    assert layouts_gone_wrong(moved, chromium, path, shifts) == []


@pytest.mark.every
@pytest.mark.xdist_group("layouts")
def test_nothing_is_lost_stranded_or_torn_on_drawn_pages_either(
    moved: Path, chromium: Browser, drawn: list[str], shifts: list[int]
) -> None:
    assert [fault for path in drawn for fault in layouts_gone_wrong(moved, chromium, path, shifts)] == []
