"""How long a text is when it is spoken, and numbers as they are said."""

import unicodedata

import pytest

from hooks.content.speech import length, number_in_words, syllables


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chung sức đồng lòng", 4),
        ("13%", 4),  # mười ba phần trăm
        ("2026", 7),  # hai nghìn không trăm hai mươi sáu
        ("58-CT/TW", 7),  # năm mươi tám, and each letter
        ("20-CTr/TU", 7),
        ("85-KH/ĐU", 7),
        ("từ 13% trở lên!", 7),
        ("giai đoạn 2026 - 2030", 15),
    ],
)
def test_numbers_and_symbols_count_as_they_are_spoken(text: str, count: int) -> None:
    assert syllables(text) == count


@pytest.mark.parametrize("text", ["", " ", "|", "-", "–", "—", "…", "“ ”", "! ? . , ; :", "| - |"])
def test_line_marks_dashes_and_punctuation_count_nothing(text: str) -> None:
    assert syllables(text) == 0


def test_words_count_the_same_with_marks_between_them() -> None:
    assert syllables("Đất Cảng anh hùng - | Xứ Đông văn hiến") == 8
    assert syllables("Đất Cảng anh hùng – Xứ Đông văn hiến!") == 8
    assert syllables("Đất Cảng anh hùng|Xứ Đông văn hiến") == 8
    assert syllables("(“Đất Cảng”)\n\tanh  hùng;") == 4


@pytest.mark.parametrize(
    "text", ["Đường lối, chủ trương của Đảng", "Số 85-KH/ĐU", "Ứng dụng 13%", "Phản bác, cảnh giác"]
)
def test_composed_and_decomposed_letters_count_the_same(text: str) -> None:
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(unicodedata.normalize("NFC", text))


def test_vietnamese_counts_syllables_and_english_counts_words() -> None:
    assert length("Đạt từ 13% trở lên.", "vi") == 8
    assert length("It reaches 13% or more - a goal.", "en") == 7


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (10001, "mười nghìn không trăm linh một"),
        (1000000, "một triệu"),
    ],
)
def test_a_number_is_said_as_people_say_it(number: int, words: str) -> None:
    assert number_in_words(number) == words
