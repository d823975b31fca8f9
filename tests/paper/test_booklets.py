"""Booklets: the pages of a document, or of the whole site, bound with cover, contents and indexes."""

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser

from hooks import analyse, settings
from hooks import files as project_files
from hooks.cache import FOLDER, Cache
from hooks.content.model import Page
from hooks.handbook import Handbook
from hooks.paper import edition, editions
from hooks.paper.booklet_plans import Booklets
from hooks.paper.print_queue import PrintQueue
from hooks.screen.document_names import document_name, short_name
from hooks.screen.imprint import imprint
from hooks.screen.interface import say
from hooks.screen.urls import Urls
from hooks.text import heading

from ..helpers import printed_pages, projects
from ..helpers.booklet_pages import cited_on, fills, outline_of
from ..helpers.booklet_pdfs import DOCUMENTS, covers, made, outline, sizes
from ..helpers.built_site import SITE, Built
from ..helpers.mkdocs_build import build
from ..helpers.printed_pages import bare

_AT, _NUMBER = re.compile(r"\[(?:tr|p)\.\d+\]"), re.compile(r"\[\d+\]")
_FEW = (
    "index.md",
    "y-nghia-muc-dich.md",
    "chi-thi-58/index.md",
    "chi-thi-58/khau-hieu.md",
    "chuong-trinh-21/index.md",
    "chuong-trinh-21/tranh.md",
)
"""Pages of a site of three parts."""
_NOT_BOUND = ("bien-tap/", "tra-cuu/tim.md", "tra-cuu/du-lieu.md")
"""Not in the booklet of the whole site: what editors and screens need."""


def booklet(site: Path, name: str) -> Path:
    return made(site, f"{name}.tap-sach")


@pytest.fixture(scope="module")
def booklets(paper: Path, every_pdf: bool) -> list[str]:
    """The names of the booklets: one, or every one in both languages."""
    found = sorted(path.relative_to(paper / "pdf").as_posix() for path in (paper / "pdf").rglob("*.tap-sach.pdf"))
    names = [name.removesuffix(".tap-sach.pdf") for name in found]
    expected = {"chi-thi-58"} | ({*DOCUMENTS, "en/chi-thi-58", "index", "en/index"} if every_pdf else set())
    assert expected <= {*names}
    return names


def language_of(name: str) -> str:
    return "en" if name.startswith("en/") else "vi"


def bound(book: Handbook, name: str) -> dict[str, Page]:
    """Return the pages that a booklet binds."""
    pages = book.pages[language_of(name)]
    if name.endswith("index"):
        return {key: page for key, page in pages.items() if not key.startswith(_NOT_BOUND)}
    return {key: page for key, page in pages.items() if key.startswith(f"{name.removeprefix('en/')}/")}


def addresses(book: Handbook, name: str) -> dict[str, str]:
    """Return the bare title of each page of a booklet → its address below the site."""
    urls = Urls()
    language = language_of(name)
    found = {titled(page, book): urls.site(key, language) for key, page in bound(book, name).items()}
    assert len(found) == len(bound(book, name))
    return found


def titled(page: Page, book: Handbook) -> str:
    """Return the title that stands on a page, bare: the name of the document whose text it is, or its heading."""
    if not page.full_text:
        return bare(heading(next(one.title for one in page.sections if one.level == 1)))
    document = book.registry.document_on(page.key)
    assert document
    name = document_name(document.record, page.language, first=False)
    return bare(name.capitalize() if page.language == "en" else name)


def chapters(path: Path, name: str) -> list[tuple[str, int]]:
    """Return title and first page of each chapter."""
    found = outline_of(path, language_of(name))
    return list(found.second if name.endswith("index") else found.first)


def address_of(foot: str) -> str:
    found = re.search(re.escape(SITE) + r"(\S*?)(?=·|$)", bare(foot))
    assert found, foot
    return found[1]


def test_the_contents_and_the_outline_give_in_two_levels_the_page_on_which_each_part_and_chapter_starts(
    paper: Path, booklets: list[str]
) -> None:
    for name in booklets:
        path = booklet(paper, name)
        found, sides = outline_of(path, language_of(name)), printed_pages.sides(path)
        assert found.levels == {0, 1}, name
        listed = bare("".join(sides[1 : found.first[0][1] - 1]))
        for title, page in (*found.first, *found.second):
            assert re.search(rf"{re.escape(bare(title))}\.*{page}(?!\d)", listed), (name, title)
            assert bare(title) in bare(sides[page - 1]), (name, title)


def test_the_index_of_questions_names_every_question_with_the_page_on_which_it_stands(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    for name in booklets:
        sides = printed_pages.sides(booklet(paper, name))
        text = index(paper, name, "index_questions")
        asked = [bare(one.section.title) for page in bound(book, name).values() for one in page.questions]
        assert len(asked) > 5, name
        for words in asked:
            page = re.search(rf"{spaced(words)}\s+(\d+)(?!\S)", text)
            assert page, (name, words)
            assert words in bare(sides[int(page[1]) - 1]), (name, words)


def test_the_index_of_articles_names_every_page_that_cites_one_and_no_other(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    registry = book.registry
    for name in booklets:
        language = language_of(name)
        text = index(paper, name, "index_articles")
        body = range(1, outline_of(booklet(paper, name), language).end)
        cited = {one: sorted({*pages} & {*body}) for one, pages in cited_on(booklet(paper, name)).items()}
        assert cited, name
        for (document, number), pages in cited.items():
            called = short_name(registry, registry.documents[document].record, language)
            article = f"{'Article' if language == 'en' else 'Điều'} {number}"
            group = text[re.search(rf"(?<!\w){spaced(called)}\s", text).start() :]  # type: ignore[union-attr]
            line = re.search(rf"(?<!\w){spaced(article)}\s+(\d+(?:,\s+\d+)*)(?!\S)", group)
            assert line, (name, called, article)
            named = [int(one) for one in line[1].split(",")]
            assert named == sorted({*named})
            gone_on = {page for page in pages if page - 1 in named}  # a link that is broken over two pages
            assert {*named} <= {*pages} <= {*named} | gone_on, (name, called, article)


def spaced(words: str) -> str:
    """Return a pattern for words whose lines may break anywhere: numbers beside them stay apart."""
    return r"\s*".join(map(re.escape, bare(words)))


def index(site: Path, name: str, words: str) -> str:
    """Return the text of an index of a booklet, to the heading of what follows it."""
    language = language_of(name)
    sides = printed_pages.sides(booklet(site, name))
    end = outline_of(booklet(site, name), language).end
    text = unicodedata.normalize("NFC", " ".join(" ".join(sides[end - 1 :]).replace("\x02", "-").split()))
    follows = {"index_questions": "index_articles", "index_articles": "booklet_notes"}[words]
    return text.partition(say(language, words))[2].partition(say(language, follows))[0]


def test_only_the_last_page_of_a_part_is_less_than_half_full(paper: Path, booklets: list[str]) -> None:
    for name in booklets:
        path = booklet(paper, name)
        found, full = outline_of(path, language_of(name)), fills(path)
        starts = [page for _, page in found.first] if name.endswith("index") else [found.first[0][1]]
        last = {page - 1 for page in (*starts, found.end)} | {len(full) - 1}
        assert [at for at, fill in enumerate(full, 1) if fill < 0.5 and at not in last | {1, len(full)}] == [], name


def test_the_head_of_each_page_names_the_part_and_page_that_stand_at_its_top(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    for name in booklets:
        path = booklet(paper, name)
        found, heads = outline_of(path, language_of(name)), printed_pages.margins(path)
        sides = [bare(side) for side in printed_pages.sides(path)]
        called = {titled(page, book): page.metadata.title for page in bound(book, name).values()}
        for at in range(found.first[0][1], found.end):
            whole = name.endswith("index")
            named = [at_top(found.first, at, sides)] if whole else []
            chapter = at_top(found.second, at, sides, found.first) if whole else at_top(found.first, at, sides)
            assert all(bare(one) in bare(heads[at - 1]) for one in (*named, called[bare(chapter)])), (name, at)


def at_top(
    entries: tuple[tuple[str, int], ...], at: int, sides: list[str], parts: tuple[tuple[str, int], ...] = ()
) -> str:
    """Return the title of the last entry that begins before a page or, if none stands before it there, on it.

    The title of one of `parts` may stand above the entry with which it begins.
    """
    before = [title for title, page in entries if page < at]
    begun = [bare(title) for title, page in entries if page == at][:1]
    tops = begun + [bare(part) + one for part, page in parts if page == at for one in begun]
    begins = begun and (not before or sides[at - 1].startswith(tuple(tops)))
    return next(title for title, page in entries if page == at) if begins else before[-1]


@pytest.fixture(scope="module")
def in_parts(paper: Path, book: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The booklet of a whole site of a few pages."""
    site, name = tmp_path_factory.mktemp("parts"), "index.tap-sach"
    for entry in paper.iterdir():
        if entry.name != "pdf":
            (site / entry.name).symlink_to(entry)
    few = {key: book.pages["vi"][key] for key in _FEW}
    urls, cache = Urls(projects.SETTINGS.site_url), Cache(tmp_path_factory.mktemp("cache"))
    about = edition.Site(urls, False, lambda page: imprint(page, book, urls, cache, provisional=True))
    whole = [one.job for one in Booklets(replace(book, pages={"vi": few}), about, "vi").every() if one.kind == "whole"]
    done, reason = PrintQueue(site, urls.root_url, cache, lambda _: None).run(whole)
    assert len(done) == 1, reason
    return made(site, name)


@pytest.mark.every
def test_parts_begin_on_pages_of_their_own_and_stand_in_contents_outline_and_heads(in_parts: Path) -> None:
    found, sides, heads = outline_of(in_parts, "vi"), printed_pages.sides(in_parts), printed_pages.margins(in_parts)
    assert [title for title, _ in found.first] == ["Những điều chung", "Chỉ thị 58", "Chương trình 21"]
    assert len(found.second) == len(_FEW)
    listed = bare("".join(sides[1 : found.first[0][1] - 1]))
    last = set()
    for (title, start), (_, end) in pairwise([*found.first, ("", found.end)]):
        assert bare(sides[start - 1]).startswith(bare(title))
        assert f"{bare(title)}{start}" in listed.replace(".", "")
        assert all(bare(title) in bare(head) for head in heads[start - 1 : end - 1])
        last.add(end - 1)
    full = fills(in_parts)
    assert [at for at in range(found.first[0][1], found.end) if at not in last and full[at - 1] < 0.5] == []


def test_type_in_a_booklet_is_large_enough_to_read(paper: Path, booklets: list[str]) -> None:
    for name in booklets:
        found = sizes(booklet(paper, name))
        assert found.most_common(1)[0][0] >= 10.5, name
        assert min(found) >= 7, name


@pytest.mark.parametrize("language", ["", pytest.param("en/", marks=pytest.mark.every)])
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


def test_every_question_is_numbered_in_order_and_has_its_answer(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    for name in booklets:
        words = "".join(map(bare, printed_pages.sides(booklet(paper, name))[: body_end(paper, name)]))
        asked = [bare(one.section.title) for page in bound(book, name).values() for one in page.questions]
        said, number = ("Answer:", "Question") if language_of(name) == "en" else ("Trảlời:", "Câu")
        assert words.count(said) == len(asked), name
        numbers = [int(re.search(rf"{number}(\d+)\.{re.escape(one)}(?!\.\.)", words)[1]) for one in asked]  # type: ignore[index]
        assert sorted(numbers) == list(range(1, len(asked) + 1)), name


def body_end(site: Path, name: str) -> int:
    return outline_of(booklet(site, name), language_of(name)).end - 1


@pytest.mark.parametrize(
    "name", ["chi-thi-58", *(pytest.param(name, marks=pytest.mark.every) for name in ("index", "en/index"))]
)
def test_a_booklet_says_what_its_pages_say(paper: Path, chromium: Browser, book: Handbook, name: str) -> None:
    path = booklet(paper, name)
    found, sides = outline_of(path, language_of(name)), printed_pages.sides(path)
    printed = _NUMBER.sub("", _AT.sub("", bare("".join(sides[found.first[0][1] - 1 : found.end - 1]))))
    chapter_level = 1 if name.endswith("index") else 0
    named, urls = {*chapters(path, name)}, addresses(book, name)
    shown, heads = "", set[str]()
    for title, at, level in outline(path):
        if level < chapter_level and found.first[0][1] <= at < found.end:
            shown += bare(title)
        if level != chapter_level or (title, at) not in named:
            continue
        with printed_pages.visit(chromium, paper, urls[bare(title)]) as page:
            page.evaluate(
                "document.querySelectorAll('body *:not(article, article *)').forEach(e => e.contains("
                "document.querySelector('article')) || e.remove());"
                "document.querySelectorAll('.lc-refs, .lc-sources').forEach(e => e.remove())"
            )
            said = printed_pages.flow(page)
        shown += _NUMBER.sub("", said.text)
        heads |= {head for head in said.heads if head}
    printed, shown = _plain(printed, heads), _plain(shown, heads)
    same = next((at for at, pair in enumerate(zip(printed, shown, strict=False)) if pair[0] != pair[1]), len(shown))
    assert printed[same : same + 80] == shown[same : same + 80]


def _plain(text: str, heads: Iterable[str]) -> str:
    """Return words without numbers of questions, and without heads of tables, which columns and pages repeat."""
    text = re.sub(r"(?:Câu|Question)\d+\.|Trảlời:|Answer:", "", text)
    for head in sorted(heads, key=len, reverse=True):
        text = text.replace(head, "")
    return text


def test_every_sheet_leads_back_to_the_page_at_its_top_and_gives_its_version(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    for name in booklets:
        path = booklet(paper, name)
        found, feet = outline_of(path, language_of(name)), printed_pages.margins(path)
        sides = [bare(side) for side in printed_pages.sides(path)]
        entries, parts = tuple(chapters(path, name)), found.first if name.endswith("index") else ()
        for at in range(found.first[0][1], found.end):
            address = addresses(book, name)[bare(at_top(entries, at, sides, parts))]
            version = re.search(r'lc-version" data-version="(\w{8})"', Built(paper / address / "index.html").html)
            assert version
            assert f"{at}/{len(feet)}" in bare(feet[at - 1])
            assert address_of(feet[at - 1]) == address, (name, at)
            assert version[1] in feet[at - 1]


def test_the_code_on_the_cover_leads_to_the_first_page_with_the_version_printed_beside_it(
    paper: Path, booklets: list[str], book: Handbook
) -> None:
    main = {one.record.id for one in book.registry.documents.values() if one.record.coverage}
    for name in booklets:
        address = name.removesuffix("index") if name.endswith("index") else f"{name}/"
        cited = {
            link.cited.partition(".")[0] for page in bound(book, name).values() for link in page.citations if link.cited
        }
        words = printed_pages.sides(booklet(paper, name))[0]
        covers(paper, booklet(paper, name), address, words, dispatch=bool(cited & main))


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
