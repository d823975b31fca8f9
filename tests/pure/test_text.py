"""The one declared normalisation, and what is not a word."""

import unicodedata

import pytest

from hooks.text import fold, normalise, plain, slug


def test_only_composition_space_quotes_and_hyphens_are_set_aside() -> None:
    assert normalise(unicodedata.normalize("NFD", "  Đất\n Cảng ")) == "Đất Cảng"
    assert normalise("“a” «b» ‘c’ 2026 – 2030") == '"a" "b" \'c\' 2026 - 2030'
    assert normalise("Hoà hòa; A, a.") == "Hoà hòa; A, a."


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**đậm** và _nghiêng_ `mã`", "đậm và nghiêng `mã`"),
        ("[chữ **đậm**](cite:cv.I){.x} ![hình](a.png)", "chữ đậm hình"),
        ("a_b_c 2*3 \\*sao\\*", "a_b_c 2*3 *sao*"),
    ],
)
def test_marks_of_markdown_are_no_words(markdown: str, words: str) -> None:
    assert plain(markdown).replace("  ", " ") == words


def test_ids_fold_d_with_stroke_to_d() -> None:
    assert fold("Đường") == "duong"
    assert slug("Điều 5. Phạm vi – đối tượng!") == "dieu-5-pham-vi-doi-tuong"
