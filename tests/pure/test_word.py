"""A Word file of a text with everything that may stand in it."""

import io
from pathlib import Path

import docx
from docx.document import Document

from hooks import analyse, settings
from hooks.cache import Cache
from hooks.files import Files
from hooks.handbook import Handbook
from hooks.paper.attachments import Attachments, attachments
from hooks.screen.urls import Urls
from hooks.text import normalise

from ..helpers import projects

_ODD = """
## Tờ thử {#thu-01}

!!! su-dung "Nội dung"

    Dòng một
    dòng *hai* [](cite:cv.I.1).

    a < b & c > d

    1. **Một**, rồi

        - hai

    > tạo sự thống nhất trong Đảng
    >
    > […]
    >
    > [](cite:cv.I.2)

Nguồn: [](cite:cv.I.1).
"""


def made_of(book: Handbook, publisher: settings.Publisher, cache: Path) -> Attachments:
    return attachments(book, Urls(projects.SETTINGS.site_url), publisher, Cache(cache), printed=True)


def said(file: Document) -> list[str]:
    return [normalise(paragraph.text) for paragraph in file.paragraphs]


def test_a_text_with_line_ends_lists_and_open_citations_becomes_a_file(tmp_path: Path) -> None:
    project = projects.page(_ODD, "kit")
    pages = {**projects.base().pages, "docs/vi/thu.md": project}
    book = analyse.analyse(Files(pages, frozenset(), projects.base().lock), projects.SETTINGS)
    assert [finding for finding in book.errors if finding.place.path == "docs/vi/thu.md"] == []
    made = made_of(book, settings.Publisher(), tmp_path)
    data = made.files["word/thu-01.docx"]
    assert isinstance(data, bytes)
    words = said(docx.Document(io.BytesIO(data)))
    assert "a < b & c > d" in words
    assert {"Dòng một dòng hai gạch đầu dòng thứ nhất, Mục I Công văn.", "hai", "[…]"} <= set(words)
