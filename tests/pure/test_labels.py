"""Provisions are cited in words as officials cite them."""

import pytest

from hooks import analyse
from hooks.documents.registry import Registry
from hooks.screen.labels import official_citation, short_citation, sources

from ..helpers import projects

_FULL = (
    "Công văn số …/UBND-VHXH ngày … tháng … năm 2026 của Ủy ban nhân dân phường Lê Chân về việc tuyên truyền thực hiện "
    "Chỉ thị số 58-CT/TW của Ban Bí thư và các Chương trình hành động của Ban Thường vụ Thành ủy"
)
_SHORT = "Công văn số …/UBND-VHXH"
_ENGLISH = "the dispatch of the People's Committee of Lê Chân Ward (number and date left blank on our copy)"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return analyse.analyse(projects.base(), projects.SETTINGS).registry


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ("cv.II.1.3", "gạch đầu dòng thứ ba, Mục II.1"),
        ("cv.II.2.2.3", "dấu cộng thứ ba, gạch đầu dòng thứ hai, Mục II.2"),
        ("cv.I.1", "gạch đầu dòng thứ nhất, Mục I"),
        ("cv.II.1", "Mục II.1"),
        ("cv.III", "Mục III"),
        ("cv.can-cu", "đoạn căn cứ"),
        ("cv.de-nghi", "đoạn đề nghị ở cuối"),
        ("cv.kinh-gui.2", "nơi nhận thứ hai ở phần Kính gửi"),
    ],
)
def test_a_provision_of_the_dispatch_is_cited_in_full_first_and_short_later(
    registry: Registry, cited: str, words: str
) -> None:
    assert official_citation(registry, cited, "vi", first=True) == f"{words} {_FULL}"
    assert official_citation(registry, cited, "vi", first=False) == f"{words} {_SHORT}"


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ("cv.II.1.3", "third point, Section II.1"),
        ("cv.II.2.2.7", "seventh sub-point, second point, Section II.2"),
        ("cv.de-nghi", "closing request"),
        ("cv.kinh-gui.4", "fourth addressee"),
    ],
)
def test_in_english_the_same_pattern_holds(registry: Registry, cited: str, words: str) -> None:
    assert official_citation(registry, cited, "en", first=True) == f"{words} of {_ENGLISH}"
    assert official_citation(registry, cited, "en", first=False) == f"{words} of the dispatch"


def test_documents_are_named_by_number_and_laws_by_name_only(registry: Registry) -> None:
    assert official_citation(registry, "ct58", "vi", first=True) == "Chỉ thị số 58-CT/TW của Ban Bí thư"
    assert official_citation(registry, "kh85", "vi", first=False) == "Kế hoạch số 85-KH/ĐU"
    assert official_citation(registry, "blld", "vi", first=True) == "Bộ luật Lao động"
    assert official_citation(registry, "ct58", "en", first=False) == "Directive No. 58-CT/TW"


@pytest.mark.parametrize(
    ("cited", "vietnamese", "english"),
    [
        ("cv.II.1.3", "gạch đầu dòng thứ ba, Mục II.1 Công văn", "third point, Section II.1 of the dispatch"),
        ("cv", "Công văn", "the dispatch"),
        ("ct58", "Chỉ thị 58-CT/TW", "Directive 58-CT/TW"),
        ("blld", "Bộ luật Lao động", "Labour Code"),
    ],
)
def test_running_text_cites_in_a_few_words(registry: Registry, cited: str, vietnamese: str, english: str) -> None:
    assert short_citation(registry, cited, "vi") == vietnamese
    assert short_citation(registry, cited, "en") == english


def test_notes_name_each_document_once_where_it_is_officially_called_otherwise(registry: Registry) -> None:
    named = [*sources(registry, ["cv.II.1", "cv.II.1.3", "blld", "ct58"], "vi")]
    assert [one.short for one in named] == ["Công văn", "Chỉ thị 58-CT/TW"]
    assert (named[0].first, named[0].later, named[0].blank) == (_FULL, _SHORT, True)
    for one in named:  # the official forms of a short citation are made by putting these in the place of its end
        assert short_citation(registry, "cv.II.1" if one.blank else "ct58", "vi").endswith(one.short)


def test_what_is_unknown_is_not_made_up(registry: Registry) -> None:
    assert (
        official_citation(registry, "ctr20", "vi", first=True)
        == "Chương trình hành động số 20-CTr/TU của Ban Thường vụ Thành ủy"
    )


def test_once_the_ward_fills_in_number_and_date_they_are_everywhere() -> None:
    path = "docs/vi/van-ban/cong-van.md"
    text = projects.base().pages[path]
    filled = text.replace("symbol: /UBND-VHXH", "symbol: 99/UBND-VHXH").replace("date: 2026\n", "date: 2026-05-25\n")
    files = type(projects.base())({**projects.base().pages, path: filled}, frozenset(), projects.base().lock)
    analysed = analyse.analyse(files, projects.SETTINGS)
    assert analysed.errors == ()
    first = official_citation(analysed.registry, "cv.II.1", "vi", first=True)
    assert first.startswith("Mục II.1 Công văn số 99/UBND-VHXH ngày 25 tháng 5 năm 2026 của Ủy ban nhân dân")
    assert (
        official_citation(analysed.registry, "cv.II.1", "en", first=False)
        == "Section II.1 of Dispatch No. 99/UBND-VHXH"
    )


_LAW = """---
title: Luật thử
description: Luật dùng cho phép thử.
kind: document
translation: pending
document:
  id: lt
  type: luat
  name: Luật Thử nghiệm
  text: full
---

## Chương I. CHUNG

### Điều 35. Quyền

1. Khoản một:

a) Điểm a:

- gạch một;

đ) Điểm đ.
"""


@pytest.mark.parametrize(
    ("cited", "vietnamese", "english"),
    [
        ("lt.d35.k1.a", "điểm a khoản 1 Điều 35 Luật Thử nghiệm", "point a, clause 1, Article 35 of Luật Thử nghiệm"),
        ("lt.d35.k1.đ", "điểm đ khoản 1 Điều 35 Luật Thử nghiệm", "point đ, clause 1, Article 35 of Luật Thử nghiệm"),
        (
            "lt.d35.k1.a.1",
            "gạch đầu dòng thứ nhất, điểm a khoản 1 Điều 35 Luật Thử nghiệm",
            "first dash, point a, clause 1, Article 35 of Luật Thử nghiệm",
        ),
        ("lt.c1", "Chương I Luật Thử nghiệm", "Chapter I of Luật Thử nghiệm"),
    ],
)
def test_a_law_is_cited_from_the_smallest_part_to_its_name(cited: str, vietnamese: str, english: str) -> None:
    files = projects.base()
    pages = {**files.pages, "docs/vi/van-ban/luat-thu.md": _LAW}
    registry = analyse.analyse(type(files)(pages, frozenset(), files.lock), projects.SETTINGS).registry
    assert official_citation(registry, cited, "vi", first=False) == vietnamese
    assert official_citation(registry, cited, "en", first=False) == english


_PLAN = """## Phần thứ nhất MỤC ĐÍCH

1. Tạo nơi mua bán.

## Phần thứ hai NỘI DUNG

A. ĐỊA ĐIỂM

1. Sân nhà văn hóa:

a) cổng trước.
"""


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ("lt.p1.1", "Mục 1, Phần thứ nhất Luật Thử nghiệm"),
        ("lt.p2.A", "Mục A, Phần thứ hai Luật Thử nghiệm"),
        ("lt.p2.A.1.a", "điểm a Mục A.1, Phần thứ hai Luật Thử nghiệm"),
    ],
)
def test_in_a_text_of_parts_without_articles_the_part_is_named_after_the_path(cited: str, words: str) -> None:
    text = _LAW[: _LAW.index("## Chương")] + _PLAN
    registry = projects.analysed({"docs/vi/van-ban/luat-thu.md": text}).registry
    assert official_citation(registry, cited, "vi", first=False) == words
