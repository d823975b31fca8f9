"""The Word files of texts that officials edit before use."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn

from hooks import settings
from hooks.cache import Cache
from hooks.content.model import Page
from hooks.content.parts import Script
from hooks.handbook import Handbook
from hooks.paper.attachments import Attachments, attachments, word_path
from hooks.screen.urls import Urls
from hooks.text import normalise, plain

from ..helpers import built_site, projects


def texts(book: Handbook) -> list[Script]:
    return [text for _, text in on_pages(book)]


def on_pages(book: Handbook) -> list[tuple[Page, Script]]:
    return [(page, text) for page in book.pages["vi"].values() for text in page.offered]


def opened(site: Path, text: Script) -> Document:
    return docx.Document(str(site / word_path(text.section.id)))


def made_of(book: Handbook, publisher: settings.Publisher, cache: Path) -> Attachments:
    return attachments(book, Urls(projects.SETTINGS.site_url), publisher, Cache(cache), printed=True)


def said(file: Document) -> list[str]:
    return [normalise(paragraph.text) for paragraph in file.paragraphs]


def bare(words: str) -> str:
    return re.sub(r"\W+", "", words)


def test_every_script_talking_point_and_notice_sheet_has_a_file(paper: Path, book: Handbook) -> None:
    made = {path.name for path in (paper / "word").iterdir()}
    assert made == {f"{text.section.id}.docx" for text in texts(book)}
    assert {"tt-ct58-01.docx", "tt-luong-01.docx", "hn-01.docx", "bt-04.docx"} <= made


def test_a_file_has_every_word_of_its_text_and_is_named_after_it(paper: Path, book: Handbook) -> None:
    for text in texts(book):
        file = opened(paper, text)
        words = said(file)
        assert words[0] == normalise(plain(text.section.title))
        assert file.core_properties.title == words[0]
        whole = bare("".join(words))
        for part in re.split(r"\[\]\(cite:[^)]*\)", re.sub(r"^[ >*-]+", "", text.spoken, flags=re.MULTILINE)):
            assert bare(plain(part)) in whole, text.section.id
        assert not re.search(r"cite:|\]\(|\*\*|\|", "".join(words))
        assert all(line == line.strip() and "  " not in line for line in (p.text for p in file.paragraphs))


def test_a_file_says_once_that_it_is_a_draft_and_an_official_one_does_not(
    paper: Path, book: Handbook, tmp_path: Path
) -> None:
    notice = "Bản soạn thảo, chưa được Ủy ban nhân dân phường phê duyệt."
    for text in texts(book):
        assert said(opened(paper, text)).count(notice) == 1
    ward = settings.Publisher("Ủy ban nhân dân phường Lê Chân", official=True)
    made = made_of(book, ward, tmp_path)
    for text in texts(book):
        data = made.files[word_path(text.section.id)]
        assert isinstance(data, bytes)
        file = docx.Document(io.BytesIO(data))
        assert notice not in said(file)
        assert file.core_properties.author == ward.name


def test_the_sources_stand_at_the_end_in_words_and_say_what_is_blank(paper: Path, book: Handbook) -> None:
    for text in texts(book):
        words = said(opened(paper, text))
        sources = words[words.index("Nguồn") + 1 :]
        cited = {link.cited for link in text.section.citations}
        assert 0 < len(sources) == len(set(sources)) <= len(cited)
        first = next((one for one in sources if "Công văn" in one), None)
        if first is None:
            continue  # a letter rests on laws alone
        assert "Công văn số …/UBND-VHXH ngày … tháng … năm 2026" in first
        assert first.endswith("(số, ngày để trống trên bản trang nhận được)")


def test_a_file_has_the_form_of_an_official_paper(paper: Path, book: Handbook) -> None:
    for page, text in on_pages(book):
        file = opened(paper, text)
        section = file.sections[0]
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        sizes = [round(size.mm) for size in (section.page_width, section.page_height, *margins) if size]
        assert sizes == [210, 297, 20, 20, 30, 20]
        used = [str(paragraph.style and paragraph.style.name) for paragraph in file.paragraphs]
        for name in {*used, "Normal"}:
            style = file.styles[name]
            assert (style.font.name, style.font.size.pt) == ("Times New Roman", 14)
            fonts = style.element.rPr.rFonts
            assert not [name for name in fonts.attrib if "heme" in name]
        levels = [name for name in used if name.startswith("Heading")]
        assert levels[0] == "Heading 1"
        assert set(levels[1:]) == {"Heading 2"}
        assert {one.get(qn("w:val")) for one in file.styles.element.iter(qn("w:lang"))} == {"vi-VN"}
        assert file.core_properties.language == "vi-VN"
        foot = section.footer.paragraphs[0]
        assert f"/{page.key.removesuffix('.md')}/#{text.section.id}" in foot.text
        fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_files_are_light_and_know_no_time(paper: Path, book: Handbook, tmp_path: Path) -> None:
    made = [made_of(book, settings.Publisher(), tmp_path / name) for name in ("a", "b")]
    assert made[0] == made[1]
    for text in texts(book):
        path = paper / word_path(text.section.id)
        assert path.stat().st_size <= 20_000
        with ZipFile(path) as parts:
            assert {part.date_time for part in parts.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_vietnamese_pages_link_to_the_files_with_their_sizes_when_they_are_made(
    paper: Path, site: Path, book: Handbook
) -> None:
    for on, text in on_pages(book):
        page = on.key.removesuffix(".md")
        path = word_path(text.section.id)
        size = (paper / path).stat().st_size // 1024
        html = (paper / page / "index.html").read_text("utf-8")
        assert re.search(rf'id="{text.section.id}".{{,900}}?/{path}" download>[^<]*\({size} KB\)', html, re.DOTALL)
        assert "word/" not in (paper / "en" / page / "index.html").read_text("utf-8")
        assert path not in (site / page / "index.html").read_text("utf-8")
    assert not (site / "word").exists()


def test_every_address_of_the_printed_site_leads_somewhere(paper: Path) -> None:
    assert list(built_site.broken(paper)) == []
