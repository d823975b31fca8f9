"""Leaflets, large print and pictures on A3: the same words as the pages, for other sheets and other eyes."""

import re
from html import unescape
from itertools import product
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser

from hooks.cache import Cache
from hooks.content.leaflets import LeafletPlan
from hooks.paper.pdf_jobs import CompilationJob
from hooks.paper.print_queue import PrintQueue

from ..helpers import printed_pages, real_content
from ..helpers.booklet_pdfs import DOCUMENTS, LANGUAGES, PICTURES, covers, made, outline, sizes
from ..helpers.built_site import SITE, Built
from ..helpers.printed_pages import bare

_UNPRINTED = r'<sup class="lc-ref">.*?</sup>|<a class="headerlink.*?</a>|<template.*?</template>'
"""What a page has in its HTML that no leaflet shows."""


def _large(site: Path) -> list[Path]:
    return sorted((site / "pdf").rglob("*.chu-lon.pdf"))


@pytest.mark.every
def test_every_page_that_has_a_pdf_has_one_in_large_letters(paper: Path) -> None:
    single = [path for path in (paper / "pdf").rglob("*.pdf") if path.stem.count(".") == 0]
    assert {path.with_name(f"{path.stem}.chu-lon.pdf") for path in single} == set(_large(paper))


def test_a_pdf_in_large_letters_says_the_same_as_that_of_its_page(paper: Path) -> None:
    for path in ("chi-thi-58", "chi-thi-58/hoi-dap", "en/chuong-trinh-21/tranh", "tuyen-truyen/truyen-thanh"):
        said = [bare("".join(printed_pages.sides(made(paper, f"{path}{ending}")))) for ending in ("", ".chu-lon")]
        assert said[0] == said[1], path


def test_body_text_in_large_letters_is_18_points(paper: Path) -> None:
    for name in ("chi-thi-58", "chi-thi-58/hoi-dap", "van-ban/cong-van", "en/chi-thi-58"):
        found = sizes(made(paper, f"{name}.chu-lon"))
        assert max(found, key=lambda size: found[size]) >= 18, name
        assert min(found) >= 11


def test_the_print_dialog_gives_large_letters_too_and_then_ordinary_ones_again(paper: Path, chromium: Browser) -> None:
    with printed_pages.visit(chromium, paper, "chi-thi-58/") as page:
        plain = printed_pages.dialog(page)
        page.evaluate("window.print = () => {}")
        page.locator(".lc-take > summary").click()
        page.get_by_role("button", name="In chữ lớn").click()
        large = printed_pages.dialog(page)
        assert len(printed_pages.sides(large)) == len(printed_pages.sides(made(paper, "chi-thi-58.chu-lon")))
        assert bare("".join(printed_pages.sides(large))) == bare("".join(printed_pages.sides(plain)))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert printed_pages.sides(printed_pages.dialog(page)) == printed_pages.sides(plain)


def _leaflets(paper: Path) -> list[tuple[str, str, LeafletPlan]]:
    """Return language, name of the PDF and plan of each leaflet that was made."""
    found = []
    for language, plan in product(LANGUAGES, real_content.handbook().leaflets):
        name = language + plan.pages[0].removesuffix(".md").removesuffix("/index")
        if made(paper, f"{name}.to-gap").is_file():
            found.append((language, name, plan))
    assert len(found) > 1
    return found


def _text(path: Path) -> list[str]:
    return [bare(page.get_textpage().get_text_range()).replace("-", "") for page in pdfium.PdfDocument(path)]


@pytest.mark.every
def test_there_is_a_leaflet_for_each_matter_and_each_document_in_both_languages(paper: Path) -> None:
    found = {name for _, name, _ in _leaflets(paper)}
    assert {*DOCUMENTS, *(f"en/{name}" for name in DOCUMENTS)} < found
    assert len(found) == 2 * len(real_content.handbook().leaflets)


def test_a_leaflet_is_two_sides_of_a4_laid_across_whose_words_keep_to_their_panels(paper: Path) -> None:
    for _, name, _ in _leaflets(paper):
        path = made(paper, f"{name}.to-gap")
        document = pdfium.PdfDocument(path)
        assert [[round(side * 25.4 / 72) for side in page.get_size()] for page in document] == [[297, 210]] * 2
        for page in document:
            text, fold = page.get_textpage(), page.get_width() / 2
            for number in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(number)
                assert right < fold - 14 or left > fold + 14, text.get_text_bounded(left, bottom, right, top)
                assert left > 14 and right < page.get_width() - 14
                assert bottom > 14 and top < page.get_height() - 14
        found = sizes(path)
        assert max(found, key=lambda size: found[size]) >= 10, name
        assert min(found) >= 7, name


def test_the_cover_says_what_one_gains_and_where_the_words_are(paper: Path) -> None:
    for language, name, plan in _leaflets(paper):
        path = made(paper, f"{name}.to-gap")
        outer = "".join(printed_pages.bare(one) for one in _text(path)[:1])
        spoken = "en" if language else "vi"
        for words in (plan.title[spoken], *plan.gain[spoken]):
            assert bare(words).replace("-", "") in outer, name
        blanks = "are blank" if language else "để trống"
        raw = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path))
        covers(paper, path, f"{name}/", raw + blanks)


def test_a_leaflet_has_whole_answers_and_points_to_nothing_that_is_only_on_the_screen(paper: Path) -> None:
    for language, name, plan in _leaflets(paper):
        said = "".join(_text(made(paper, f"{name}.to-gap")))
        shown = {title for title, _, _ in outline(made(paper, f"{name}.to-gap"))}
        answered = 0
        for key, question in plan.answers:
            html = Built(paper / language / key.removesuffix("index.md").removesuffix(".md") / "index.html").html
            html = re.sub(
                r'<sup class="lc-ref">.*?</sup>|<a class="headerlink.*?</a>|<template.*?</template>', "", html
            )
            found = re.search(
                rf'<h[23] id="{question}"[^>]*>(.*?)</h[23]>\s*(?:<p class="lc-tags">.*?</p>\s*)?<p>(.*?)</p>',
                html,
                re.DOTALL,
            )
            assert found
            if _words(found[1]) not in {_words(title) for title in shown}:
                continue
            answered += 1
            for line in found[2].split("\n"):
                pointing = re.search(r'<a (?!class="lc-(?:cite|term)")', line)
                assert (_words(line) in said) == (not pointing), (name, line)
        assert answered >= 2, name


def _words(html: str) -> str:
    return bare(unescape(re.sub(r"<[^>]+>", "", html))).replace("-", "")  # lost where a line ends with it


@pytest.mark.parametrize("name", [DOCUMENTS[0], *(pytest.param(one, marks=pytest.mark.every) for one in DOCUMENTS[1:])])
def test_on_the_leaflet_of_a_document_stand_its_pictures(paper: Path, name: str) -> None:
    said = "".join(_text(made(paper, f"{name}.to-gap")))
    html = re.sub(_UNPRINTED, "", Built(paper / name / "tranh/index.html").html)
    for text in re.findall(r"<blockquote>(.*?)</blockquote>", html, re.DOTALL):
        assert _words(text) in said


def test_what_does_not_fit_on_its_sheets_is_not_made_and_the_build_says_so(tmp_path: Path, paper: Path) -> None:
    page = "chi-thi-58/hoi-dap/index.html"
    job = CompilationJob((page,), f"{SITE}chi-thi-58/", "x.pdf", "", lambda pages: [pages[page]] * 2, sides=2)
    done, reason = PrintQueue(paper, SITE, Cache(tmp_path / "cache"), lambda _: None).run([job])
    assert not done
    assert "không vừa" in reason


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_page_is_there_on_a3_as_well(paper: Path, name: str) -> None:
    small, large = (pdfium.PdfDocument(made(paper, f"{name}/tranh{ending}"))[0] for ending in ("", ".a3"))
    assert [round(side * 25.4 / 72, 1) for side in large.get_size()] == [297, 420]
    assert large.get_textpage().get_text_range() == small.get_textpage().get_text_range()
