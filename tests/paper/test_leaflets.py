"""Leaflets, large print and pictures on A3: the same words as the pages, for other sheets and other eyes."""

import re
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser

from hooks.cache import Cache
from hooks.paper.pdf_jobs import CompilationJob
from hooks.paper.print_queue import PrintQueue

from ..helpers import printed_pages
from ..helpers.booklet_pdfs import DOCUMENTS, LANGUAGES, covers, made, outline, sizes
from ..helpers.built_site import SITE, Built
from ..helpers.printed_pages import bare

_HEADING = re.compile(r"<h[123][^>]*>(.*?)</h[123]>", re.DOTALL)
_ANSWER = re.compile(r'<h[23] id="q-[^>]*>(.*?)</h[23]>\s*(?:<p class="lc-tags">.*?</p>\s*)?<p>(.*?)</p>', re.DOTALL)
_ASKED = {"chi-thi-58": "hoi-dap/", "chuong-trinh-20": "tang-truong/", "chuong-trinh-21": "ho-tro/"}
"""Document → the page of its folder whose questions its leaflet takes."""


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


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_leaflet_is_two_sides_of_a4_laid_across_whose_words_keep_to_their_panels(paper: Path, name: str) -> None:
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
    assert min(size for size in sizes(path) if size > 10) >= 11
    assert max(sizes(path), key=lambda size: sizes(path)[size]) >= 11
    covers(paper, path, f"{name}/", "".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_leaflet_has_headings_and_quotations_of_its_pages_and_whole_answers(paper: Path, name: str) -> None:
    def html(page: str) -> str:
        text = Built(paper / f"{name}/{page}index.html").html
        return re.sub(r'<sup class="lc-ref">.*?</sup>|<a class="headerlink.*?</a>|<template.*?</template>', "", text)

    def words(text: str) -> str:
        return bare(unescape(re.sub(r"<[^>]+>", "", text))).replace("-", "")  # lost where a line ends with it

    path = made(paper, f"{name}.to-gap")
    outer, inner = (bare(page.get_textpage().get_text_range()).replace("-", "") for page in pdfium.PdfDocument(path))
    headings = {words(text) for page in ("", "tranh/", _ASKED[name]) for text in _HEADING.findall(html(page))}
    assert {words(title) for title, _, _ in outline(path)} <= headings
    for text in re.findall(r"<blockquote>(.*?)</blockquote>", html("tranh/"), re.DOTALL):
        assert words(text) in inner
    answers = {words(title): words(text) for title, text in _ANSWER.findall(html(_ASKED[name]))}
    shown = [words(title) for title, _, _ in outline(path) if title.endswith("?")]
    assert len(shown) >= 2
    assert all(title + answers[title] in outer for title in shown)


def test_what_does_not_fit_on_its_sheets_is_not_made_and_the_build_says_so(tmp_path: Path, paper: Path) -> None:
    page = "chi-thi-58/hoi-dap/index.html"
    job = CompilationJob((page,), f"{SITE}chi-thi-58/", "x.pdf", "", lambda pages: [pages[page]] * 2, sides=2)
    done, reason = PrintQueue(paper, SITE, Cache(tmp_path / "cache"), lambda _: None).run([job])
    assert not done
    assert "không vừa" in reason


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_picture_page_is_there_on_a3_as_well(paper: Path, language: str, name: str) -> None:
    small, large = (pdfium.PdfDocument(made(paper, f"{language}{name}/tranh{ending}"))[0] for ending in ("", ".a3"))
    assert [round(side * 25.4 / 72, 1) for side in large.get_size()] == [297, 420]
    assert large.get_textpage().get_text_range() == small.get_textpage().get_text_range()
