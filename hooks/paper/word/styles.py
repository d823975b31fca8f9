"""The form of our Word files: paper, styles, language, page numbers, and the same bytes for the same words."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

NOTICE = "Notice"
"""Style of the line that says that a text is a draft."""
_FONT = "Times New Roman"
_SIZE = 14
_USED = ("Normal", "Body Text", "List Bullet", "List Number", "Quote", "Heading 1", "Heading 2", "Footer")
_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml")
_BLACK = RGBColor(0, 0, 0)
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands for the day of every file: the day of the build would change the bytes with nothing in them changed."""


@cache
def empty() -> bytes:
    """Return a file without words: A4, margins and type of Nghị định 30/2020/NĐ-CP, Vietnamese, our styles."""
    file = docx.Document()
    _lighten(file)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.footer_distance = Mm(10)
    _speak_vietnamese(file)
    _style(file, "Normal", after=6)
    _style(file, "Body Text", align=WD_ALIGN_PARAGRAPH.JUSTIFY, indent=10, after=6)
    _style(file, "List Bullet", after=4)
    _style(file, "List Number", after=4)
    _style(file, "Quote", italic=True, indent=10, after=6)
    _style(file, "Heading 1", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=6)
    _style(file, "Heading 2", bold=True, before=10, after=4)
    _style(file, "Footer", size=10)
    file.styles.add_style(NOTICE, WD_STYLE_TYPE.PARAGRAPH)
    _style(file, NOTICE, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=12)
    return saved(file)


def describe(file: Document, title: str, author: str) -> None:
    """Fill in what Word shows as the properties of a file."""
    about = file.core_properties
    about.title, about.author, about.language = title, author, "vi-VN"
    about.comments = about.last_modified_by = about.keywords = about.subject = ""
    about.created = about.modified = _WRITTEN
    about.revision = 1


def number_pages(file: Document, words: str, page: str) -> None:
    """Write the foot of every page: some words, and which page of how many it is."""
    foot = file.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{words} · {page} ")
    _field(foot, "PAGE")
    foot.add_run("/")
    _field(foot, "NUMPAGES")


def saved(file: Document) -> bytes:
    """Return the bytes of a file, without the time at which they were written."""
    written, again = BytesIO(), BytesIO()
    file.save(written)
    with ZipFile(written) as parts, ZipFile(again, "w", ZIP_DEFLATED) as same:
        for name in parts.namelist():
            info = ZipInfo(name, _WRITTEN.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            same.writestr(info, parts.read(name))
    return again.getvalue()


def _lighten(file: Document) -> None:
    """Leave out what python-docx's own template brings and nothing here uses: three quarters of each file."""
    for part in (file.part.package, file.part):
        for name in [name for name, rel in part.rels.items() if rel.reltype.endswith(_UNUSED)]:
            del part.rels[name]
    kept = {*_USED, *(f"{name} Char" for name in _USED), "Default Paragraph Font", "No List", "Normal Table"}
    for style in [style for style in file.styles if style.name not in kept]:
        style.delete()
    for element in file.styles.element.iter():
        element.text = element.tail = None


def _speak_vietnamese(file: Document) -> None:
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    for language in file.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "vi-VN")


def _style(
    file: Document,
    name: str,
    *,
    size: int = _SIZE,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: int = 0,
    before: int = 0,
    after: int = 0,
) -> None:
    style = file.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - for the type checker
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, italic, _BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # a font of the theme would go first
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15
    if align is not None:
        form.alignment = align
    if indent:
        form.first_line_indent = Mm(indent)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
