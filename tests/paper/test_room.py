"""What hardly fits on a sheet, in the print dialog and in the PDF: nothing is cut off, lost, or left behind."""

import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser

from hooks.paper.page_html import as_printed
from hooks.paper.page_marks import marked_for_paper
from hooks.paper.renderer import Task, render

from ..helpers import printed_pages
from ..helpers.built_site import SITE
from ..helpers.daily import one_in
from ..helpers.printed_pages import bare

_PAGE = "y-nghia-muc-dich/"
_BODY = '<div class="lc-body">'
_LEFT, _RIGHT = 30 / 25.4 * 72, 15 / 25.4 * 72
"""The margins, in points."""
_LONG = ("nghiêng" * 38)[:260]
_WORDS = f"<p>{'Một câu bình thường để đầy trang. ' * 12}</p>"
_ROW = "".join(f"Câu {number} trong một ô rất dài. " for number in range(330))


def table(columns: int, rows: int = 4, word: str = "Ô") -> str:
    def row(number: int) -> str:
        return "<tr>" + "".join(f"<td>{word} {number}.{column}</td>" for column in range(columns)) + "</tr>"

    head = "".join(f"<th>Cột {column}</th>" for column in range(columns))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(row, range(rows)))}</tbody></table>"


_CHART = """<figure class="lc-chart"><svg viewBox="0 0 560 225"><title>Biểu đồ</title><text x="36" y="90">100</text>
    <text x="300" y="90">nay</text></svg><figcaption>Lời dưới biểu đồ</figcaption></figure>"""
HEADED = "<h2 id='a'>Đề mục</h2>"
LED = f"{_WORDS}{HEADED}<p>Câu dẫn:</p>"
WHOLE = {
    "a long word": f"{HEADED}<p>Từ {_LONG}.</p><ul><li>{_LONG}</li></ul><blockquote><p>{_LONG}</p></blockquote>",
    "numbers of lists and words of a chart": (
        f"<ol><li>Một</li><li><p>Hai</p><ol>{'<li>Trong hai</li>' * 11}</ol></li></ol>{_CHART}"
        f"<ol><li>Ba</li></ol>{_WORDS}"
    ),
    "long code": f"<p>Mã <code>{_LONG}</code>.</p><pre><code>{_LONG}</code></pre>",
    "a long heading": f"<h2 id='a'>{_LONG}</h2>{_WORDS}",
    "a long word in a box": f'<div class="admonition"><p class="admonition-title">{_LONG}</p><p>{_LONG}</p></div>',
    "a long URL": f'<p><a href="https://a.example/{_LONG}">https://a.example/{_LONG}</a></p>',
    "a long word in a table": (
        f"<table><tr><th>Một</th><th>Hai</th></tr><tr><td>{_LONG}</td><td><code>{_LONG}</code></td></tr></table>"
    ),
    "seven columns of long words": f"{LED}{table(7, word='nghiêng' * 3)}{_WORDS}",
    "a wide table first": f"{table(9)}{_WORDS}",
    "a heading and a wide table first": f"{HEADED}{table(9)}{_WORDS}",
    "a heading, a sentence and a wide table": f"{LED}{table(9)}{_WORDS}",
    "a wide table last": f"{LED}{table(9)}",
    "two wide tables": f"{LED}{table(9)}{HEADED}{table(8)}{_WORDS}",
    "a long wide table": f"{LED}{table(9, 70)}{_WORDS}",
    "a wide table in a box": (
        f'{_WORDS}<div class="admonition"><p class="admonition-title">B</p>{table(9)}</div>{_WORDS}'
    ),
    "a wide table in a list": f"{_WORDS}<ul><li>A</li><li><p>B:</p>{table(9)}</li></ul>{_WORDS}",
    "a table too wide": f"{LED}{table(24, word='nghiêng')}{_WORDS}",
    "a table of long words too wide": f"{LED}{table(12, word='nghiêng' * 4)}{_WORDS}",
}
"""Parts of pages that nothing has to tear."""
TORN = {
    "a tall row": f"<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>C</td><td>{_ROW}</td></tr></table>",
    "a tall row of many columns": f"{table(5)}".replace("Ô 2.4", _ROW[:6000]),
}
"""Parts of pages that no sheet holds whole."""


@pytest.fixture(scope="module")
def scratch(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site in which pages may be changed."""
    return shutil.copytree(site, tmp_path_factory.mktemp("room") / "site")


def printed(site: Path, chromium: Browser, words: str) -> tuple[printed_pages.Flow, dict[str, bytes]]:
    """Return a page with other words, and what the print dialog and the build make of it."""
    html = (site / _PAGE / "index.html").read_text("utf-8")
    rest = html[html.rindex('<details class="lc-version"') :]
    html = html[: html.index(_BODY)] + _BODY + marked_for_paper(words, SITE + _PAGE, SITE, "Địa chỉ") + "</div>" + rest
    (site / _PAGE / "room.html").write_text(html, "utf-8")
    with printed_pages.visit(chromium, site, f"{_PAGE}room.html") as page:
        flow, dialog = printed_pages.flow(page), printed_pages.dialog(page)
    pdf = site / "room.pdf"
    render(Task(as_printed(html, "Hình")[0], SITE + _PAGE, str(pdf)), str(site), SITE)
    return flow, {"dialog": dialog, "PDF": pdf.read_bytes()}


def assert_nothing_is_cut_off(made: bytes) -> None:
    for page in pdfium.PdfDocument(made):
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        assert min(box[0] for box in boxes) >= _LEFT - 1
        assert max(box[2] for box in boxes) <= page.get_width() - _RIGHT + 1
    assert all(map(bare, printed_pages.sides(made))), "a blank page"


@pytest.mark.parametrize("words", one_in(2, WHOLE.values()), ids=WHOLE)
def test_what_is_long_or_wide_is_whole_and_leaves_nothing_that_introduces_it_behind(
    scratch: Path, chromium: Browser, words: str
) -> None:
    flow, made = printed(scratch, chromium, words)
    for data in made.values():
        assert_nothing_is_cut_off(data)
        assert printed_pages.faults(printed_pages.sides(data), flow) == []


@pytest.mark.parametrize("words", TORN.values(), ids=TORN)
def test_a_row_taller_than_a_page_goes_on_below_the_heads_of_its_columns(
    scratch: Path, chromium: Browser, words: str
) -> None:
    flow, made = printed(scratch, chromium, _WORDS + words)
    for data in made.values():
        assert_nothing_is_cut_off(data)
        sides = printed_pages.sides(data)
        assert len(sides) > 2
        assert all(bare(side).startswith(flow.heads[0]) for side in sides[1:-1])
        assert all(fault.startswith("torn") for fault in printed_pages.faults(sides, flow))
