"""Booklets, leaflets, large print and pictures on A3: the same words as the pages, for other sheets and other eyes."""

import itertools
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from playwright.sync_api import Browser

from hooks import files as project_files
from hooks import handbook, settings
from hooks.pages.items import questions
from hooks.paper import editions
from hooks.paper.orders import Compilation
from hooks.paper.press import MARK, Press

from . import printed, projects
from .built import SITE, Built
from .conftest import build
from .printed import bare

DOCUMENTS = ("chi-thi-58", "chuong-trinh-20", "chuong-trinh-21")
LANGUAGES = ("", "en/")
BOOKLETS = [f"{language}{name}" for language in LANGUAGES for name in (*DOCUMENTS, "index")]
_AT, _NUMBER = re.compile(r"\[(?:trang|page)\d+\]"), re.compile(r"\[\d+\]")
_HEADING = re.compile(r"<h[123][^>]*>(.*?)</h[123]>", re.DOTALL)
_ANSWER = re.compile(r'<h2 id="q-[^>]*>(.*?)</h2>\s*(?:<p class="lc-tags">.*?</p>\s*)?<p>(.*?)</p>', re.DOTALL)
_QUESTION = re.compile(r"^(?:Câu|Question) (\d+)\. ", re.MULTILINE)


def made(site: Path, name: str) -> Path:
    return site / f"pdf/{name}.pdf"


def booklet(site: Path, name: str) -> Path:
    return made(site, f"{name}.tap-sach")


@cache
def sides_of(path: Path) -> int:
    return len(pdfium.PdfDocument(path))


def outline(path: Path) -> list[tuple[str, int, int]]:
    """Return title, page from 1 and level of each entry of the outline of a PDF."""
    reader = pypdf.PdfReader(path)

    def walk(items: Any, level: int) -> Iterator[tuple[str, int, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield str(item.title), (reader.get_destination_page_number(item) or 0) + 1, level

    return list(walk(reader.outline, 0))


def chapters(path: Path) -> list[tuple[str, int]]:
    """Return title and first page of each chapter: what follows the cover and the contents in the outline."""
    return [(title, page) for title, page, level in outline(path) if level == 0][2:]


def address_of(foot: str) -> str:
    found = re.search(re.escape(SITE) + r"(\S*?)(?=·|$)", bare(foot))
    assert found, foot
    return found[1]


@pytest.mark.parametrize("name", BOOKLETS)
def test_the_contents_give_the_page_on_which_each_chapter_starts(paper: Path, name: str) -> None:
    path = booklet(paper, name)
    found = chapters(path)
    assert len(found) >= 7
    listed = bare("".join(printed.sides(path)[1 : found[0][1] - 1]))
    for title, page in found:
        assert re.search(rf"{re.escape(bare(title))}\.*{page}(?!\d)", listed), title
        assert bare(printed.sides(path)[page - 1]).startswith(bare(title))


@pytest.mark.parametrize("name", BOOKLETS)
def test_links_between_chapters_lead_to_the_page_they_name(paper: Path, name: str) -> None:
    reader = pypdf.PdfReader(booklet(paper, name))
    names = {key: reader.get_destination_page_number(one) for key, one in reader.named_destinations.items()}
    inside = outside = 0
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            link: Any = note.get_object()
            if "/Dest" in link:
                assert str(link["/Dest"]) in names
                inside += 1
            elif "/A" in link and "/URI" in link["/A"]:
                outside += 1
                assert str(link["/A"]["/URI"]).startswith(SITE)
    assert inside > 10
    assert outside > 0 or name.endswith("index")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_site_is_in_its_booklet_numbered_in_order_with_its_answer(
    paper: Path, language: str
) -> None:
    book = handbook.analyse(project_files.read(projects.ROOT), projects.SETTINGS)
    pages = book.pages["en" if language else "vi"]
    asked = {bare(question.section.title) for page in pages.values() for question in questions(page)}
    for name in (*DOCUMENTS, "index"):
        titles = [title for title, _, _ in outline(booklet(paper, f"{language}{name}")) if _QUESTION.match(title)]
        assert [int(_QUESTION.match(title)[1]) for title in titles] == list(range(1, len(titles) + 1))  # type: ignore[index]
        words = bare("".join(printed.sides(booklet(paper, f"{language}{name}"))))
        assert words.count("Answer:" if language else bare("Trả lời:")) == len(titles)
        found = {bare(_QUESTION.sub("", title)) for title in titles}
        assert found == asked if name == "index" else found and found < asked


@pytest.mark.parametrize("name", ["index", "en/index", "chi-thi-58"])
def test_a_chapter_says_what_its_page_says(paper: Path, chromium: Browser, name: str) -> None:
    path = booklet(paper, name)
    sides, margins = printed.sides(path), printed.margins(path)
    starts = [*(page for _, page in chapters(path)), len(sides) + 1]
    for at, until in itertools.pairwise(starts):
        address = address_of(margins[at - 1])
        with printed.visit(chromium, paper, address) as page:
            page.evaluate(
                "document.querySelectorAll('body *:not(article, article *)').forEach(e => e.contains("
                "document.querySelector('article')) || e.remove());"
                "document.querySelectorAll('.lc-refs').forEach(e => e.remove())"
            )
            said = printed.flow(page)
        text = _without_repeated_heads(sides[at - 1 : until - 1], said.heads)
        text = re.sub(r"(?:Địachỉcủanhữngtrangđượcdẫn|Addressesofthepagesthatarelinked):.*", "", text)
        text = re.sub(r"(?<!\w)(?:Câu|Question)\d+\.(?=\S)|Trảlời:|Answer:", "", _AT.sub("", _NUMBER.sub("", text)))
        shown = re.sub(r"Trảlời:|Answer:", "", _NUMBER.sub("", said.text))
        assert _unnumbered(text) == _unnumbered(shown), address


def _unnumbered(text: str) -> str:
    return re.sub(r"(?:Câu|Question)\d+\.", "", text)


def _without_repeated_heads(sides: list[str], heads: tuple[str, ...]) -> str:
    texts = [bare(side) for side in sides]
    for at, text in enumerate(texts[1:], 1):
        head = next((head for head in heads if head and text.startswith(head)), "")
        if head and head in "".join(texts[:at]):
            texts[at] = text.removeprefix(head)
    return "".join(texts)


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_sheet_of_a_booklet_leads_back_to_the_page_it_shows(paper: Path, name: str) -> None:
    path = booklet(paper, name)
    margins = printed.margins(path)
    starts = [1, *(page for _, page in chapters(path)), len(margins) + 1]
    for start, end in itertools.pairwise(starts):
        address = address_of(margins[start - 1])
        html = Built(paper / address / "index.html").html
        version = re.search(r'lc-version" data-version="(\w{8})"', html)
        assert version
        for number in range(start, end):
            assert f"{number}/{len(margins)}" in bare(margins[number - 1])
            assert address_of(margins[number - 1]) == address
            assert start == 1 or version[1] in margins[number - 1]


@pytest.mark.parametrize("name", BOOKLETS)
def test_the_code_on_the_cover_leads_to_the_first_page_with_the_version_printed_beside_it(
    paper: Path, name: str
) -> None:
    address = name.removesuffix("index") if name.endswith("index") else f"{name}/"
    _cover(paper, booklet(paper, name), address, printed.sides(booklet(paper, name))[0])


def _cover(site: Path, path: Path, address: str, words: str) -> None:
    version = re.search(r'lc-version" data-version="(\w{8})"', Built(site / address / "index.html").html)
    assert version
    for dpi in (72, 150):
        assert [code.text for code in zxingcpp.read_barcodes(printed.picture(path, dpi=dpi))] == [
            f"{SITE}{address}?v={version[1]}"
        ]
    english = address.startswith("en/")
    said = ("provisional address", "Draft", "are blank") if english else ("địa chỉ tạm", "Bản soạn thảo", "để trống")
    for part in (f"{SITE}{address}", version[1], *said):
        assert bare(part) in bare(words)


def test_a_booklet_gets_a_new_version_when_one_of_its_pages_does(paper: Path, tmp_path: Path) -> None:
    def version(site: Path, name: str) -> str:
        found = re.search(r"Phiên bản của tập sách: (\w{8})", " ".join(printed.sides(booklet(site, name))[0].split()))
        assert found
        return found[1]

    root = projects.copy(tmp_path / "project")
    page = root / "docs/vi/chi-thi-58/quyen-loi-ich.md"
    page.write_text(page.read_text("utf-8").replace("\n## ", "\nMột câu mới.\n\n## ", 1), "utf-8")
    (root / ".cache").mkdir()
    (root / ".cache/pdf").symlink_to(projects.ROOT / ".cache/pdf")
    done = build(tmp_path / "site", root=root, HANDBOOK_PDF="require")
    assert done.returncode == 0, done.stderr
    assert version(tmp_path / "site", "chi-thi-58") != version(paper, "chi-thi-58")
    assert version(tmp_path / "site", "chuong-trinh-20") == version(paper, "chuong-trinh-20")


def _large(site: Path) -> list[Path]:
    return sorted((site / "pdf").rglob("*.chu-lon.pdf"))


def test_every_page_that_has_a_pdf_has_one_in_large_letters_that_says_the_same(paper: Path) -> None:
    single = [path for path in (paper / "pdf").rglob("*.pdf") if path.stem.count(".") == 0]
    assert {path.with_name(f"{path.stem}.chu-lon.pdf") for path in single} == set(_large(paper))
    for path in ("chi-thi-58", "chi-thi-58/hoi-dap", "en/chuong-trinh-21/tranh", "tuyen-truyen/truyen-thanh"):
        said = [bare("".join(printed.sides(made(paper, f"{path}{ending}")))) for ending in ("", ".chu-lon")]
        assert said[0] == said[1], path


def sizes(path: Path) -> Counter[float]:
    """Return how many characters of a PDF are set in each size, in points on the sheet."""
    found: Counter[float] = Counter()
    for page in pdfium.PdfDocument(path):
        text = page.get_textpage()
        for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], textpage=text):
            matrix = one.get_matrix()
            found[round(one.get_font_size() * abs(matrix.d), 1)] += len(one.extract().strip())
    return found


def test_body_text_in_large_letters_is_18_points(paper: Path) -> None:
    for name in ("chi-thi-58", "chi-thi-58/hoi-dap", "van-ban/cong-van", "en/chi-thi-58"):
        found = sizes(made(paper, f"{name}.chu-lon"))
        assert max(found, key=lambda size: found[size]) >= 18, name
        assert min(found) >= 11


def test_the_print_dialog_gives_large_letters_too_and_then_ordinary_ones_again(paper: Path, chromium: Browser) -> None:
    with printed.visit(chromium, paper, "chi-thi-58/") as page:
        plain = printed.dialog(page)
        page.evaluate("window.print = () => {}")
        page.locator(".lc-take > summary").click()
        page.get_by_role("button", name="In chữ lớn").click()
        large = printed.dialog(page)
        assert len(printed.sides(large)) == len(printed.sides(made(paper, "chi-thi-58.chu-lon")))
        assert bare("".join(printed.sides(large))) == bare("".join(printed.sides(plain)))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert printed.sides(printed.dialog(page)) == printed.sides(plain)


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
    _cover(paper, path, f"{name}/", "".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_leaflet_has_headings_and_quotations_of_its_pages_and_whole_answers(paper: Path, name: str) -> None:
    def html(page: str) -> str:
        text = Built(paper / f"{name}/{page}index.html").html
        return re.sub(r'<sup class="lc-ref">.*?</sup>|<a class="headerlink.*?</a>|<template.*?</template>', "", text)

    def words(text: str) -> str:
        return bare(unescape(re.sub(r"<[^>]+>", "", text)))

    path = made(paper, f"{name}.to-gap")
    outer, inner = (bare(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(path))
    headings = {words(text) for page in ("", "tranh/", "hoi-dap/") for text in _HEADING.findall(html(page))}
    assert {bare(title) for title, _, _ in outline(path)} <= headings
    for text in re.findall(r"<blockquote>(.*?)</blockquote>", html("tranh/"), re.DOTALL):
        assert words(text) in inner
    answers = {words(title): words(text) for title, text in _ANSWER.findall(html("hoi-dap/"))}
    shown = [bare(title) for title, _, _ in outline(path) if title.endswith("?")]
    assert len(shown) >= 2
    assert all(title + answers[title] in outer for title in shown)


def test_what_does_not_fit_on_its_sheets_is_not_made_and_the_build_says_so(tmp_path: Path, paper: Path) -> None:
    page = "chi-thi-58/hoi-dap/index.html"
    order = Compilation((page,), f"{SITE}chi-thi-58/", "x.pdf", "", lambda pages: [pages[page]] * 2, sides=2)
    done, reason = Press(paper, SITE, tmp_path / "cache", lambda _: None).run([order])
    assert not done
    assert "không vừa" in reason


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_picture_page_is_there_on_a3_as_well(paper: Path, language: str, name: str) -> None:
    small, large = (pdfium.PdfDocument(made(paper, f"{language}{name}/tranh{ending}"))[0] for ending in ("", ".a3"))
    assert [round(side * 25.4 / 72, 1) for side in large.get_size()] == [297, 420]
    assert large.get_textpage().get_text_range() == small.get_textpage().get_text_range()


def test_everything_made_is_linked_with_its_pages_and_size_and_listed_once(paper: Path) -> None:
    linked: Counter[Path] = Counter()
    for path in paper.rglob("index.html"):
        html = Built(path).html
        for href, words in re.findall(r'<a [^>]*href="([^"]*\.pdf)"[^>]*>([^<]*)</a>', html):
            target = (path.parent / href).resolve()
            assert target.is_file(), (path, href)
            if "/pdf/" in str(target):
                linked[target] += 1
                pages, size = sides_of(target), round(target.stat().st_size / 1024)
                assert re.search(rf"\({pages} (?:trang|pages?), {size} KB\)$", words), words
    home = {made(paper, f"{language}index{ending}") for language in LANGUAGES for ending in ("", ".chu-lon")}
    assert set(linked) == {path.resolve() for path in (paper / "pdf").rglob("*.pdf")} - {p.resolve() for p in home}
    for language, count in (("", 10), ("en/", 7)):
        listed = re.findall(r'<a href="[^"]*\.pdf"', Built(paper / f"{language}tra-cuu/du-lieu/index.html").html)
        assert len(listed) == count


def test_without_pdfs_pages_offer_printing_alone(site: Path, chromium: Browser) -> None:
    for scripts in (True, False):
        with printed.visit(chromium, site, "chi-thi-58/", scripts=scripts) as page:
            take = page.locator(".lc-take")
            assert take.is_visible() is scripts
            if scripts:
                take.locator("summary").click()
                assert take.get_by_role("listitem").all_inner_texts() == ["In", "In chữ lớn"]


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_what_can_be_taken_along_unfolds_over_the_page_by_keyboard_and_without_scripts(
    paper: Path, chromium: Browser, width: int
) -> None:
    tops = "[...document.querySelectorAll('.lc-body *')].map(one => one.getBoundingClientRect().top)"
    viewport = {"width": width, "height": 800}
    for scripts in (True, False):
        with printed.visit(chromium, paper, "chuong-trinh-20/tranh/", scripts=scripts, viewport=viewport) as page:
            before = page.evaluate(tops)
            page.locator(".lc-take > summary").focus()
            page.keyboard.press("Enter")
            links = page.locator(".lc-take a")
            assert links.count() == 5
            assert links.last.is_visible()
            assert page.evaluate(tops) == before
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            for box in (one.bounding_box() for one in links.all()):
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
            page.keyboard.press("Tab")
            page.keyboard.press("Escape" if scripts else "Shift+Tab")
            assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_what_is_made_again_has_the_same_bytes(paper: Path, tmp_path: Path) -> None:
    chosen = settings.read(projects.ROOT)
    book = handbook.analyse(project_files.read(projects.ROOT), chosen)
    about = editions.Site(chosen.site_url, chosen.placeholder, official=False)
    names = ("chi-thi-58.tap-sach", "chi-thi-58.to-gap", "chi-thi-58.chu-lon", "chi-thi-58/tranh.a3")
    wanted = [one.order for one in editions.editions(book, about) if one.order.pdf in {f"pdf/{n}.pdf" for n in names}]
    site = shutil.copytree(paper, tmp_path / "site")
    for path in (site / "pdf").rglob("*.pdf"):
        path.unlink()
    pages = {edition.order.pages[0] for edition in editions.editions(book, about)}
    for page in pages:  # as they were before their PDFs were linked
        html = (site / page).read_text("utf-8")
        linked = r'<li><a class="lc-button lc-tools__pdf".*?</a></li>'
        (site / page).write_text(re.sub(f"(?:{linked})+", MARK, html), "utf-8")
    done, reason = Press(site, chosen.site_url, tmp_path / "cache", lambda _: None).run(wanted)
    assert len(done) == len(names), reason
    for name in names:
        assert made(site, name).read_bytes() == made(paper, name).read_bytes(), name
