"""How the words of a slogan fall on a sheet, and that a print shop gets nothing but outlines."""

import random
import unicodedata
from itertools import combinations, pairwise

import pypdfium2
import pytest

from hooks import settings
from hooks.paper.posters import glyphs, layouts, pdf, typesetting
from hooks.paper.posters import slogans as slogan_posters
from hooks.paper.posters.page_sizes import A3, A3_WHITE, BANNER, PAGE_SIZES, PageSize
from hooks.text import capitals

from ..helpers.real_content import every_slogan

pytestmark = pytest.mark.xdist_group("handbook")

_DRAFT = "Bản soạn thảo, chưa được Ủy ban nhân dân phường phê duyệt."


def ink(poster: typesetting.Poster) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each letter on the sheet, line by line."""
    boxes = []
    for placed in poster.placed:
        for number, x, y in placed.line.glyphs:
            drawn = glyphs.glyph(number)
            if drawn.strokes:
                across = [placed.x + (x + side) * placed.scale for side in (drawn.left, drawn.right)]
                down = [placed.y - (y + side) * placed.scale for side in (drawn.top, drawn.bottom)]
                boxes.append((across[0], down[0], across[1], down[1]))
    return boxes


@pytest.mark.parametrize("page_size", PAGE_SIZES, ids=lambda size: str(size.name))
def test_a_poster_says_the_published_slogan_and_has_an_outline_for_every_letter(
    page_size: PageSize,
) -> None:
    for _, slogan in every_slogan():
        made = typesetting.poster(slogan.lines, page_size, _DRAFT)
        assert made.words == slogan.words
        assert "|" not in made.words
        shown = " ".join(placed.line.words for placed in made.lines)
        assert shown.casefold() == slogan.words.casefold()
        assert all(number for placed in made.placed for number, _, _ in placed.line.glyphs)


@pytest.mark.parametrize("page_size", PAGE_SIZES, ids=lambda size: str(size.name))
def test_lines_end_only_where_an_editor_allows_it(page_size: PageSize) -> None:
    for _, slogan in every_slogan():
        allowed = {capitals(" ".join(slogan.lines[:end])) for end in range(1, len(slogan.lines) + 1)}
        so_far = ""
        for placed in typesetting.poster(slogan.lines, page_size).lines:
            so_far = f"{so_far} {placed.line.words}".strip()
            assert so_far in allowed


@pytest.mark.parametrize("page_size", PAGE_SIZES, ids=lambda size: str(size.name))
def test_no_other_choice_of_lines_would_be_visibly_larger(page_size: PageSize) -> None:
    for _, slogan in every_slogan():
        chosen = typesetting.poster(slogan.lines, page_size).lines[0].scale
        made = layouts.layout(tuple(map(capitals, slogan.lines)), page_size)
        assert min(best(area.parts, area.box) for area in made.areas) <= chosen * 1.03


def best(parts: tuple[str, ...], box: layouts.Box) -> float:
    """Return how large the words of an area could be, whatever the choice of lines."""
    scales = []
    for count in range(len(parts)):
        for ends in combinations(range(1, len(parts)), count):
            cuts = (0, *ends, len(parts))
            lines = tuple(glyphs.line(" ".join(parts[start:end])) for start, end in pairwise(cuts))
            scales.append(min(box.width / max(line.width for line in lines), box.height / typesetting.height(lines)))
    return max(scales)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Có công đoàn,", "có chỗ dựa!"), "short"),
        (("Công nhân,", "người lao động", "nêu cao ý thức", "chấp hành pháp luật!"), "long"),
        (("Thấy rõ hiểm nguy:", "dừng việc,", "báo ngay!"), "two"),
    ],
)
def test_short_long_and_two_part_slogans_have_layouts_of_their_own(parts: tuple[str, ...], name: str) -> None:
    for page_size in PAGE_SIZES:
        made = layouts.layout(parts, page_size)
        assert made.name == name
        assert [part for area in made.areas for part in area.parts] == [*parts]
        inked = sum(shape.width * shape.height for shape in made.shapes) / (page_size.width * page_size.height)
        assert (inked < 0.1) == (not page_size.ground)


def test_a_print_shop_gets_bleed_and_marks_when_it_asks_for_them() -> None:
    made = typesetting.poster(("Có công đoàn,", "có chỗ dựa!"), A3, _DRAFT)
    [plain], [bled] = pypdfium2.PdfDocument(pdf.pdf(made)), pypdfium2.PdfDocument(pdf.pdf(made, 3))
    sides = [[round(side * 25.4 / 72, 1) for side in page.get_size()] for page in (plain, bled)]
    assert sides == [[420, 297], [442, 319]]
    assert [round(side * 25.4 / 72, 1) for side in bled.get_trimbox()] == [11, 11, 431, 308]
    assert [round(side * 25.4 / 72, 1) for side in bled.get_bleedbox()] == [8, 8, 434, 311]
    drawn = bled.render(scale=2).to_pil().convert("RGB")
    at = drawn.width / 442
    assert drawn.getpixel((round(9 * at), round(100 * at))) == (181, 18, 27)  # the ground goes on
    assert drawn.getpixel((round(4 * at), round(100 * at))) == (255, 255, 255)
    assert drawn.crop((0, 0, round(7 * at), round(14 * at))).convert("L").getextrema()[0] < 128  # a mark


@pytest.mark.parametrize("page_size", PAGE_SIZES, ids=lambda size: str(size.name))
def test_all_ink_stays_on_the_sheet_and_no_letter_touches_one_of_another_line(page_size: PageSize) -> None:
    stacked = ("Ặ ẶẶẶẶẶẶ", "ẪẪẪẪẪẪ Ẫ", "Ặ Ẫ Ặ Ẫ Ặ Ẫ", "ỆỄỆỄỆỄ")
    for lines in (stacked, *(slogan.lines for _, slogan in every_slogan())):
        made = typesetting.poster(lines, page_size, _DRAFT)
        for left, top, right, bottom in ink(made):
            assert page_size.beside * 0.6 <= left < right <= page_size.width - page_size.beside * 0.6
            assert page_size.above * 0.9 <= top < bottom <= page_size.height
        rows = [ink(typesetting.Poster(page_size, "", (), (placed,), None)) for placed in made.placed]
        for upper, lower in pairwise(rows):
            for one in upper:
                assert all(one[3] < other[1] or one[2] <= other[0] or other[2] <= one[0] for other in lower)


def test_capitals_leave_the_symbols_of_documents_as_they_are() -> None:
    assert capitals("Chỉ thị 58-CT/TW, 20-CTr/TU, 14%/năm") == "CHỈ THỊ 58-CT/TW, 20-CTr/TU, 14%/NĂM"


def test_any_vietnamese_letter_can_be_printed_and_others_are_named() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    whole = "".join(unicodedata.normalize("NFC", letter + mark) for letter in "aăâeêioôơuưy" for mark in marks)
    everything = letters + whole + (letters + whole).upper() + '0123456789.,;:!?%/–-…“”‘’"()+&'
    assert glyphs.lacking(everything) == ""
    assert glyphs.lacking("đi → đến") == "→"
    chance = random.Random(3)
    for _ in range(200):
        words = "".join(chance.choices(whole + whole.upper(), k=8))
        assert all(number for number, _, _ in glyphs.line(words).glyphs)


def test_the_white_sheet_prints_no_ground() -> None:
    made = typesetting.poster(("Rèn đạo đức,", "giữ lối sống văn hóa!"), A3_WHITE)
    corner = pypdfium2.PdfDocument(pdf.pdf(made))[0].render().to_pil().getpixel((3, 3))
    assert corner == (255, 255, 255)


def test_the_same_slogan_gives_the_same_bytes() -> None:
    made = [pdf.pdf(typesetting.poster(("Học luật", "để hiểu luật!"), BANNER, _DRAFT)) for _ in range(2)]
    assert made[0] == made[1]


def test_the_foot_names_the_publisher_and_says_draft_until_it_is_official() -> None:
    ward = "Ủy ban nhân dân phường Lê Chân"
    assert slogan_posters.foot(settings.Publisher(), _DRAFT) == _DRAFT
    assert slogan_posters.foot(settings.Publisher(ward, official=True), _DRAFT) == ward
    assert slogan_posters.foot(settings.Publisher(ward), _DRAFT) == f"{ward} · {_DRAFT}"
    assert typesetting.poster(("Một", "hai!"), A3, "").foot is None
