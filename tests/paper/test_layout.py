"""How the words of a page fall on the sides of its sheets, in the print dialog and in the PDF, however they move."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hooks.cache import Cache
from hooks.paper.pdf_jobs import PageJob
from hooks.paper.print_queue import PrintQueue

from ..helpers import printed_pages
from ..helpers.built_site import SITE
from ..helpers.page_kinds import PRINTED
from ..helpers.printed_pages import pages, pdf_of

_SHIFTS = range(0, 360, 10)
"""How far the words of a page are moved down, in points: 36 layouts."""
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


def under_test(config: pytest.Config, site: Path) -> tuple[str, ...]:
    """Return the pages of which all layouts are tested."""
    return tuple(pages(site)) if config.getoption("--every-layout") else PRINTED


@pytest.fixture(scope="module")
def moved(paper: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with all layouts of the pages under test, and their PDFs."""
    folder = tmp_path_factory.mktemp("moved")
    site = shutil.copytree(paper, folder / "site")
    jobs = []
    for path in under_test(request.config, paper):
        html = shortened((site / path / "index.html").read_text("utf-8"))
        for shift in _SHIFTS:
            file = f"{path}{shift}.html"
            (site / file).write_text(shifted(html, shift), "utf-8")
            jobs.append(PageJob(file, SITE + path, f"{path}{shift}.pdf"))
    PrintQueue(site, SITE, Cache(folder / "cache"), print).run(jobs)
    return site


def test_every_page_says_the_same_on_screen_in_the_dialog_and_in_the_pdf_with_nothing_stranded_or_torn(
    paper: Path, chromium: Browser
) -> None:
    wrong = []
    for path in pages(paper):
        with printed_pages.visit(chromium, paper, path) as page:
            flow = printed_pages.flow(page)
            dialog = printed_pages.dialog(page)
            assert page.elsewhere == []  # type: ignore[attr-defined]
        made, seen = printed_pages.sides(pdf_of(paper, path)), printed_pages.sides(dialog)
        if len(made) != len(seen):
            wrong.append(f"{path}: {len(seen)} sides in the dialog, {len(made)} in the PDF")
        for engine, sides in (("dialog", seen), ("PDF", made)):
            wrong += [f"{path} {engine}: {fault}" for fault in printed_pages.faults(sides, flow)]
    assert wrong == []


def test_nothing_is_lost_stranded_or_torn_however_the_words_fall(
    paper: Path, moved: Path, chromium: Browser, request: pytest.FixtureRequest
) -> None:
    wrong = []
    for path in under_test(request.config, paper):
        with printed_pages.visit(chromium, moved, f"{path}0.html") as page:
            flow = printed_pages.flow(page)
            for shift in _SHIFTS:
                page.evaluate(f"document.querySelector('.lc-body').style.paddingTop = '{shift}pt'")
                sides = {"dialog": printed_pages.sides(printed_pages.dialog(page))}
                sides["PDF"] = printed_pages.sides(moved / f"{path}{shift}.pdf")
                for engine, found in sides.items():
                    wrong += [f"{path} {engine} {shift}: {fault}" for fault in printed_pages.faults(found, flow)]
    assert wrong == []
