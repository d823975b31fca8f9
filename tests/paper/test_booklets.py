"""Booklets: the pages of a document, or of the whole site, bound with a cover, contents and numbered questions."""

import itertools
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser

from hooks import analyse, settings
from hooks import files as project_files
from hooks.cache import FOLDER, Cache
from hooks.paper import edition, editions
from hooks.paper.print_queue import PrintQueue
from hooks.screen.imprint import imprint
from hooks.screen.urls import Urls

from ..helpers import printed_pages, projects
from ..helpers.booklet_pdfs import DOCUMENTS, LANGUAGES, covers, made, outline
from ..helpers.built_site import SITE, Built
from ..helpers.mkdocs_build import build
from ..helpers.printed_pages import bare

_AT, _NUMBER = re.compile(r"\[(?:trang|page)\d+\]"), re.compile(r"\[\d+\]")
_NOTES = (
    "Địachỉcủanhữngtrangđượcdẫn,",
    "Addressesofthepagesthatarelinked,",
    "Tênđủcủavănbảnđượcdẫn:",
    "Fullnamesofthedocumentscited:",
)
"""What the notes at the end of a page begin with."""
_QUESTION = re.compile(r"^(?:Câu|Question) (\d+)\. ", re.MULTILINE)


def booklet(site: Path, name: str) -> Path:
    return made(site, f"{name}.tap-sach")


@pytest.fixture(scope="module")
def booklets(paper: Path, every_pdf: bool) -> list[str]:
    """The names of the booklets: one in each language, or every one."""
    found = sorted(path.relative_to(paper / "pdf").as_posix() for path in (paper / "pdf").rglob("*.tap-sach.pdf"))
    names = [name.removesuffix(".tap-sach.pdf") for name in found]
    expected = {"chi-thi-58", "en/chi-thi-58"} | ({*DOCUMENTS, "index", "en/index"} if every_pdf else set())
    assert expected <= {*names}
    return names


def chapters(path: Path) -> list[tuple[str, int]]:
    """Return title and first page of each chapter: what follows the cover and the contents in the outline."""
    return [(title, page) for title, page, level in outline(path) if level == 0][2:]


def address_of(foot: str) -> str:
    found = re.search(re.escape(SITE) + r"(\S*?)(?=·|$)", bare(foot))
    assert found, foot
    return found[1]


def test_the_contents_give_the_page_on_which_each_chapter_starts(paper: Path, booklets: list[str]) -> None:
    for name in booklets:
        path = booklet(paper, name)
        found, sides = chapters(path), printed_pages.sides(path)
        assert len(found) > 1, name
        listed = bare("".join(sides[1 : found[0][1] - 1]))
        for title, page in found:
            assert re.search(rf"{re.escape(bare(title))}\.*{page}(?!\d)", listed), (name, title)
            assert bare(sides[page - 1]).startswith(bare(title)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_between_chapters_lead_to_the_page_they_name(paper: Path, booklets: list[str], language: str) -> None:
    for name in (name for name in booklets if name.startswith("en/") == bool(language)):
        assert_links_lead_to_the_page_they_name(paper, name)


def assert_links_lead_to_the_page_they_name(paper: Path, name: str) -> None:
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


@pytest.mark.every
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_site_is_in_its_booklet_numbered_in_order_with_its_answer(
    paper: Path, booklets: list[str], language: str
) -> None:
    book = analyse.analyse(project_files.read(projects.ROOT), projects.SETTINGS)
    pages = book.pages["en" if language else "vi"]
    asked = {bare(question.section.title) for page in pages.values() for question in page.questions}
    for name in (name for name in booklets if name.startswith("en/") == bool(language)):
        titles = [title for title, _, _ in outline(booklet(paper, name)) if _QUESTION.match(title)]
        assert [int(_QUESTION.match(title)[1]) for title in titles] == list(range(1, len(titles) + 1))  # type: ignore[index]
        words = bare("".join(printed_pages.sides(booklet(paper, name))))
        assert words.count("Answer:" if language else bare("Trả lời:")) == len(titles)
        found = {bare(_QUESTION.sub("", title)) for title in titles}
        assert found == asked if name == f"{language}index" else found and found < asked


@pytest.mark.parametrize(
    "name", ["chi-thi-58", *(pytest.param(name, marks=pytest.mark.every) for name in ("index", "en/index"))]
)
def test_a_chapter_says_what_its_page_says(paper: Path, chromium: Browser, name: str) -> None:
    path = booklet(paper, name)
    sides, margins = printed_pages.sides(path), printed_pages.margins(path)
    starts = [*(page for _, page in chapters(path)), len(sides) + 1]
    for at, until in itertools.pairwise(starts):
        address = address_of(margins[at - 1])
        with printed_pages.visit(chromium, paper, address) as page:
            page.evaluate(
                "document.querySelectorAll('body *:not(article, article *)').forEach(e => e.contains("
                "document.querySelector('article')) || e.remove());"
                "document.querySelectorAll('.lc-refs, .lc-sources').forEach(e => e.remove())"
            )
            said = printed_pages.flow(page)
        text = _without_repeated_heads(sides[at - 1 : until - 1], said.heads)
        text = re.sub(f"(?:{'|'.join(_NOTES)}).*", "", text)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_a_booklet_leads_back_to_the_page_it_shows(
    paper: Path, booklets: list[str], language: str
) -> None:
    for name in (name for name in booklets if name.startswith("en/") == bool(language)):
        assert_every_sheet_leads_back_to_the_page_it_shows(paper, name)


def assert_every_sheet_leads_back_to_the_page_it_shows(paper: Path, name: str) -> None:
    path = booklet(paper, name)
    margins = printed_pages.margins(path)
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


def test_the_code_on_the_cover_leads_to_the_first_page_with_the_version_printed_beside_it(
    paper: Path, booklets: list[str]
) -> None:
    for name in booklets:
        address = name.removesuffix("index") if name.endswith("index") else f"{name}/"
        covers(paper, booklet(paper, name), address, printed_pages.sides(booklet(paper, name))[0])


@pytest.mark.every
def test_a_booklet_gets_a_new_version_when_one_of_its_pages_does(paper: Path, tmp_path: Path) -> None:
    def version(site: Path, name: str) -> str:
        found = re.search(
            r"Phiên bản của tập sách: (\w{8})", " ".join(printed_pages.sides(booklet(site, name))[0].split())
        )
        assert found
        return found[1]

    root = projects.copy(tmp_path / "project")
    page = root / "docs/vi/chi-thi-58/index.md"
    page.write_text(page.read_text("utf-8").replace("\n## ", "\nMột câu mới.\n\n## ", 1), "utf-8")
    shutil.copytree(projects.ROOT / FOLDER, root / FOLDER, copy_function=os.link)
    done = build(tmp_path / "site", root=root, HANDBOOK_PDF="require")
    assert done.returncode == 0, done.stderr
    assert version(tmp_path / "site", "chi-thi-58") != version(paper, "chi-thi-58")
    assert version(tmp_path / "site", "chuong-trinh-20") == version(paper, "chuong-trinh-20")


@pytest.mark.every
def test_what_is_made_again_has_the_same_bytes(paper: Path, tmp_path: Path) -> None:
    chosen = settings.read(projects.ROOT)
    book = analyse.analyse(project_files.read(projects.ROOT), chosen)
    cache = Cache(tmp_path / "cache")
    urls = Urls(chosen.site_url)
    about = edition.Site(urls, False, lambda page: imprint(page, book, urls, cache, provisional=chosen.placeholder))
    names = ("chi-thi-58.tap-sach", "chi-thi-58.to-gap", "chi-thi-58.chu-lon", "chi-thi-58/tranh.a3")
    wanted = [one.job for one in editions.editions(book, about) if one.job.pdf in {f"pdf/{n}.pdf" for n in names}]
    site = shutil.copytree(paper, tmp_path / "site")
    for path in (site / "pdf").rglob("*.pdf"):
        path.unlink()
    done, reason = PrintQueue(site, urls.root_url, cache, lambda _: None).run(wanted)
    assert len(done) == len(names), reason
    for name in names:
        assert made(site, name).read_bytes() == made(paper, name).read_bytes(), name
