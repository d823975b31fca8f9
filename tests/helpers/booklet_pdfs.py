"""What booklets, leaflets and sheets in large letters are looked at with."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2 as pdfium
import pytest
import zxingcpp

from . import printed_pages
from .built_site import SITE, Built
from .printed_pages import bare

DOCUMENTS = ("chi-thi-58", "chuong-trinh-20", "chuong-trinh-21")
"""Folders of the documents that have a booklet and a leaflet."""
LANGUAGES = ("", "en/")
_EVERY_DAY = ("chi-thi-58", "en/chuong-trinh-21")
PICTURES = [
    pytest.param(name, marks=() if name in _EVERY_DAY else pytest.mark.every)
    for name in (f"{language}{document}" for language in LANGUAGES for document in DOCUMENTS)
]
"""The folders of all pages of pictures."""


def made(site: Path, name: str) -> Path:
    """Return a PDF of a site."""
    return site / f"pdf/{name}.pdf"


@cache
def sides_of(path: Path) -> int:
    """Return the number of pages of a PDF."""
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


def sizes(path: Path) -> Counter[float]:
    """Return how many characters of a PDF are set in each size, in points on the sheet."""
    found: Counter[float] = Counter()
    for page in pdfium.PdfDocument(path):
        text = page.get_textpage()
        for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], textpage=text):
            matrix = one.get_matrix()
            found[round(one.get_font_size() * abs(matrix.d), 1)] += len(one.extract().strip())
    return found


def covers(site: Path, path: Path, address: str, words: str, *, dispatch: bool = True) -> None:
    """Check that the QR code of a PDF and the `words` of its cover name a page of the site and its version.

    The blanks of the dispatch are told where its pages rest on the `dispatch`.
    """
    version = re.search(r'lc-version" data-version="(\w{8})"', Built(site / address / "index.html").html)
    assert version
    for dpi in (72, 150):
        assert [code.text for code in zxingcpp.read_barcodes(printed_pages.picture(path, dpi=dpi))] == [
            f"{SITE}{address}?v={version[1]}"
        ]
    english = address.startswith("en/")
    said = ("provisional address", "Draft", "are blank") if english else ("địa chỉ tạm", "Bản soạn thảo", "để trống")
    for part in (f"{SITE}{address}", version[1], *(said if dispatch else said[:2])):
        assert bare(part) in bare(words), part
