"""Posters and banners: what they say, how large, and that a print shop gets nothing but glyphs."""

import re
from pathlib import Path

import pypdfium2
import pytest

from hooks.paper.posters.page_sizes import PAGE_SIZES

from ..helpers.real_content import every_slogan

pytestmark = pytest.mark.xdist_group("handbook")

_DRAFT = "Bản soạn thảo, chưa được Ủy ban nhân dân phường phê duyệt."


def test_pages_link_to_the_sheets_with_their_sizes_when_they_are_made(paper: Path) -> None:
    for page, slogan in every_slogan():
        html = (paper / page.key.removesuffix(".md") / "index.html").read_text("utf-8")
        for sheet in PAGE_SIZES:
            path = f"ap-phich/{slogan.section.id}-{sheet.name}.pdf"
            size = (paper / path).stat().st_size
            assert size <= 30_000
            assert re.search(rf'{re.escape(path)}">[^<]*\(PDF, {size // 1024} KB\)', html)


def test_a_sheet_has_its_true_size_one_page_no_font_and_says_its_slogan(paper: Path) -> None:
    for _, slogan in every_slogan():
        for sheet in PAGE_SIZES:
            data = (paper / f"ap-phich/{slogan.section.id}-{sheet.name}.pdf").read_bytes()
            assert not re.search(rb"/Font\b|/Image\b|/XObject\b", data)
            pdf = pypdfium2.PdfDocument(data)
            assert len(pdf) == 1
            assert pdf.get_metadata_dict()["Title"] == slogan.words
            millimetres = [side * 25.4 / 72 for side in pdf[0].get_size()]
            assert millimetres == pytest.approx([sheet.width, sheet.height], abs=0.01)
            assert pdf.is_tagged()
            assert f"{slogan.words}\n{_DRAFT}".encode("utf-16-be").hex().encode() in data
            assert b"<pdfuaid:part>1" in data
