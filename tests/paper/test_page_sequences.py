"""What names its own pages is laid out one page sequence after the other, and comes out as if it were in one piece."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from hooks.cache import Cache
from hooks.paper.page_numbers import link
from hooks.paper.page_sequences import PageSequences
from hooks.paper.renderer import Task, load, render

from ..helpers.built_site import SITE

_STYLE = "@page { size: 100mm 60mm; margin: 12mm; @bottom-right { content: counter(page) '/' counter(pages) } }"
_PART = re.compile(r"Phần (\d+)\.")
_LISTED = re.compile(r"Xem phần (\d+): (\d+)")
_FOOT = re.compile(r"(\d+)/(\d+)\s*\Z")
_LENGTHS = (3, 30, 12, 20)
"""How many paragraphs each part has: the second brings the numbers of pages to two digits."""


def text(*lengths: int) -> str:
    """Return contents, parts that lead to each other, and an index of three words that stand in all of them."""
    names = range(1, len(lengths) + 1)
    contents = "".join(f"<p>Xem phần {name}: {link(f'p{name}')}</p>" for name in names)
    parts = "".join(
        f"<section><h1 id='p{name}'>Phần {name}.</h1>"
        + "".join(
            f"<p>Câu <b id='w{name}-{at}'>{at}</b>. Xem phần {other}: {link(f'p{other}')}.</p>"
            for at in range(lengths[name - 1])
            for other in [1 + (name + at) % len(lengths)]
        )
        + "</section>"
        for name in names
    )
    index = "".join(
        f"<p>Từ {at}: <span class='lc-pages'>{''.join(link(f'w{name}-{at}') for name in names)}</span></p>"
        for at in range(3)
    )
    return (
        f"<!doctype html><html lang='vi'><head><title>Tập</title><style>{_STYLE}</style></head>"
        f"<body><section>{contents}</section>{parts}<section>{index}</section></body></html>"
    )


def made(html: str, cache: Path, name: str = "tap") -> Path:
    """Return the PDF of some HTML."""
    pages = render(Task(html, SITE, str(cache / f"{name}.pdf")), str(cache), SITE)
    assert pages == len(pdfium.PdfDocument(cache / f"{name}.pdf"))
    return cache / f"{name}.pdf"


def sides(path: Path) -> list[str]:
    """Return the words of each page."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(path)]


def extents(cache: Path) -> dict[str, Any]:
    """Return what a cache says of page sequences."""
    return {path.name: json.loads(path.read_text("utf-8")) for path in cache.iterdir() if not path.suffix}


def test_each_number_is_that_of_the_page_and_each_page_says_which_of_all_it_is(tmp_path: Path) -> None:
    found = sides(made(text(*_LENGTHS), tmp_path))
    begins = {int(one): at for at, side in enumerate(found, 1) for one in _PART.findall(side)}
    named = {(int(part), int(page)) for side in found for part, page in _LISTED.findall(side)}
    assert named == set(begins.items())
    assert max(begins.values()) > 9
    assert [_FOOT.search(side).groups() for side in found] == [  # type: ignore[union-attr]
        (str(at), str(len(found))) for at in range(1, len(found) + 1)
    ]


@pytest.mark.parametrize(
    "changed",
    [
        (3, 30, 12, 21),
        pytest.param((20, 30, 12, 20), marks=pytest.mark.every),
        pytest.param((3, 30, 12), marks=pytest.mark.every),
    ],
)
def test_what_is_made_after_a_change_is_what_would_be_made_without_a_cache(
    tmp_path: Path, changed: tuple[int, ...]
) -> None:
    made(text(*_LENGTHS), tmp_path)
    anew = tmp_path / "anew"
    anew.mkdir()
    assert made(text(*changed), tmp_path).read_bytes() == made(text(*changed), anew).read_bytes()


def test_a_changed_word_lays_out_what_has_not_changed_once(tmp_path: Path) -> None:
    laid_out: Counter[str] = Counter()

    def laid(html: str) -> Any:
        laid_out[_PART.search(html)[1] if _PART.search(html) else ""] += 1  # type: ignore[index]
        return load().HTML(string=html).render()

    for word in ("Câu", "Lời"):
        laid_out.clear()
        html = text(*_LENGTHS).replace("Câu <b id='w3-4'>", f"{word} <b id='w3-4'>")
        PageSequences(html, laid, Cache(tmp_path), "").laid_out()
    assert laid_out == {"": 2, "1": 1, "2": 1, "3": 2, "4": 1}


def test_what_the_cache_has_wrong_of_pages_does_not_reach_paper(tmp_path: Path) -> None:
    first, true = made(text(*_LENGTHS), tmp_path).read_bytes(), extents(tmp_path)
    for name, one in true.items():
        wrong = {"pages": one["pages"] + 1, "at": {key: page + 1 for key, page in one["at"].items()}}
        (tmp_path / name).write_text(json.dumps(wrong), "utf-8")
    for _ in range(2):
        assert made(text(*_LENGTHS), tmp_path).read_bytes() == first
