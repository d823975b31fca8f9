"""What readers see is what is checked: random pages, rendered as the site does.

`RANDOM_PAGES=20000 pytest tests/pure/test_grammar.py` draws that many pages, from `SEED` on where it is given.
"""

import os
import random
from collections.abc import Callable
from dataclasses import replace

from ..helpers.random_markdown import random_page, read, rendered, unseen

_FEW, _MANY = 100, 300
COUNT = int(os.environ.get("RANDOM_PAGES", 0))
SEED = int(os.environ.get("SEED", random.randrange(10**6)))


def misses(seeds: range) -> list[str]:
    """Return what was not seen, with the seed and the page."""
    found = []
    for seed in seeds:
        page = random_page(seed)
        if missed := unseen(read(page)):
            found.append(f"seed {seed}: {missed}\n{page}")
    return found


def test_every_quotation_citation_figure_and_link_that_readers_see_was_seen_by_the_checks(
    amount: Callable[[int, int], int],
) -> None:
    assert misses(range(amount(_FEW, _MANY))) == []


def test_so_was_what_is_on_as_many_new_random_pages_as_are_asked_for() -> None:
    print(f"SEED={SEED}")
    assert misses(range(SEED, SEED + COUNT)) == []


def test_the_random_pages_show_readers_every_kind_of_thing_that_is_judged() -> None:
    shown = [rendered(read(random_page(seed))) for seed in range(_FEW)]
    for kind in ("blockquote", "li", "td", "details", "h2", "em", "img", "code", "a"):
        assert any(next(html.iter(kind), None) is not None for html in shown), kind


def test_what_a_check_does_not_see_is_noticed() -> None:
    page = read("> Lời w10001x thôi.\n\nChữ “q10002x lời” [](cite:cv.z1), 10003%, [đây](trang-1.md).\n")
    assert unseen(page) == []
    blind = replace(page, quotes=(), links=(), sections=(), blocks=(), masked="")
    assert len(unseen(blind)) == 5


def test_what_is_no_code_to_the_checks_is_no_code_to_readers() -> None:
    html = rendered(read("    thụt vào\n\nchữ <b>đậm</b> &ldquo; `mã` <!-- bỏ --> xong\n"))
    assert html.text_content().split("\n")[1:] == ["thụt vào", "chữ <b>đậm</b> &ldquo; mã  xong"]
    assert [code.text for code in html.iter("code")] == ["mã"]


def test_a_heading_and_its_words_each_keep_their_attributes() -> None:
    heading = next(rendered(read("## *Một*{lang=en} hai {#muc}\n")).iter("h2"))
    assert (heading.get("id"), heading[0].get("lang"), heading[0].tail) == ("muc", "en", " hai")
