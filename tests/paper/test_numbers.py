"""The numbers to know as sheets and pictures: every number of the page, with its articles, where it can be read."""

import re
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from hooks.conventions import NUMBERS_PAGE
from hooks.paper.number_sheets import MOST, Group, Number, divided

from ..helpers import printed_pages
from ..helpers.booklet_pdfs import covers, made, sizes
from ..helpers.built_site import SITE, Built
from ..helpers.printed_pages import bare

_NAME = NUMBERS_PAGE.removesuffix(".md")
_LANGUAGES = pytest.mark.parametrize("language", ["", pytest.param("en/", marks=pytest.mark.every)])
_ROW = re.compile(r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*</tr>", re.DOTALL)


def rows(site: Path, language: str) -> list[list[str]]:
    html = Built(site / f"{language}{_NAME}/index.html").html
    html = re.sub(r'<sup class="lc-ref">.*?</sup>', "", html)
    return [[bare(unescape(re.sub(r"<[^>]+>", "", cell))) for cell in row] for row in _ROW.findall(html)]


@_LANGUAGES
@pytest.mark.parametrize(("form", "sides", "size"), [("to-a4", 2, [210, 297]), ("ap-phich-a3", 1, [297, 420])])
def test_every_number_stands_on_the_sheet_with_what_it_is_about_and_its_articles(
    paper: Path, language: str, form: str, sides: int, size: list[int]
) -> None:
    path = made(paper, f"{language}{_NAME}.{form}")
    document = pdfium.PdfDocument(path)
    assert [[round(side * 25.4 / 72) for side in page.get_size()] for page in document] == [size] * sides
    said = bare("".join(page.get_textpage().get_text_range() for page in document))
    found = rows(paper, language)
    assert len(found) > 40
    assert [row for row in found if "".join(row) not in said] == []
    assert min(sizes(path)) >= 6.5


def test_the_code_on_a_sheet_of_numbers_leads_to_its_page_with_the_version_printed_beside_it(paper: Path) -> None:
    path = made(paper, f"{_NAME}.ap-phich-a3")
    said = pdfium.PdfDocument(path)[0].get_textpage().get_text_range()
    covers(paper, path, f"{_NAME}/", f"{said} để trống")


@_LANGUAGES
def test_the_page_leads_to_pictures_for_telephones_each_with_its_code(paper: Path, language: str) -> None:
    folder = paper / f"pdf/{language}{_NAME}"
    pictures = sorted(folder.parent.glob(f"{folder.name}.anh-*.png"))
    html = Built(paper / f"{language}{_NAME}/index.html").html
    assert re.findall(r'href="[^"]*/([^"/]+\.png)"', html) == [path.name for path in pictures]
    assert len(pictures) >= len(rows(paper, language)) / MOST
    assert not made(paper, f"{language}{_NAME}.anh").exists()
    for path in pictures:
        picture = Image.open(path)
        assert picture.size == (1080, 1350)
        assert path.stat().st_size < 150_000
        [code] = zxingcpp.read_barcodes(picture.convert("L"))
        assert code.text.startswith(f"{SITE}{language}{_NAME}/?v=")


def test_numbers_stay_readable_without_colour(paper: Path) -> None:
    grey = printed_pages.picture(made(paper, f"{_NAME}.ap-phich-a3"), dpi=50)
    red = grey.getpixel((grey.width // 2, grey.height // 15))
    assert isinstance(red, int)
    assert red < 90  # the ground of white words


def test_a_group_too_long_for_one_picture_is_divided_evenly() -> None:
    group = Group("Giờ làm", "", tuple(Number(str(at), "", "") for at in range(17)))
    parts = divided(group)
    assert [len(part.numbers) for part in parts] == [6, 5, 6]
    assert [number for part in parts for number in part.numbers] == [*group.numbers]
    assert [part.part for part in parts] == ["1/3", "2/3", "3/3"]
    assert divided(Group("Lương", "", group.numbers[:8])) == [Group("Lương", "", group.numbers[:8])]
