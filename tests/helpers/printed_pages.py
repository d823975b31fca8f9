"""Pages as they come out of the browser's print dialog, and PDFs as tests look into them."""

import mimetypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2 as pdfium
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from hooks.paper.print_queue import FOLDER

from .built_site import SITE

_MM = 72 / 25.4
_TOP, _BOTTOM = 20 * _MM, 20 * _MM
_LABEL, _LABEL_END, _WHOLE, _WHOLE_END = "\ue000\ue001\ue002\ue003"
_TEXT = """([label, labelEnd, whole, wholeEnd]) => {
  const introducing = [
    "h1, h2, h3, h4, h5, h6, summary, dt, thead, .admonition-title, .lc-matrix__part",
    ".lc-tags:not(:last-child), .lc-told__place, .lc-leads, blockquote > p:nth-last-child(2)",
    "p:has(+ :is(ul, ol, dl, table, pre, blockquote, .lc-quiz))",
  ].join();
  const bold = (node) =>
    node.firstElementChild?.tagName === "STRONG" && node.firstElementChild.textContent === node.textContent.trim();
  const introduces = (node) =>
    node.matches(introducing) ||
    (node.matches("p") && node.nextElementSibling && (node.textContent.trim().endsWith(":") || bold(node)));
  const marker = (node) => {
    const before = getComputedStyle(node, "::before").content;
    if (before.startsWith("counter(lc-item)")) {
      const item = node.closest("li");
      return `${[...item.parentElement.children].indexOf(item) + 1}. `;
    }
    return before.startsWith('"') ? before.slice(1, -1) : "";
  };
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return "";
    if (["SCRIPT", "TEMPLATE", "STYLE"].includes(node.tagName)) return "";
    let said = marker(node) + [...node.childNodes].map(text).join("");
    if (introduces(node)) said = label + said + labelEnd;
    return node.matches("h1, h2, h3, h4, h5, h6, tr, .lc-record__row") ? whole + said + wholeEnd : said;
  };
  return text(document.body);
}"""
"""Gives the words a page shows with the marks of its lists, and signs around labels and around what may not be torn."""


def pages(site: Path) -> list[str]:
    """Return the address of every page of a site that has a PDF, below it.

    What has moved, or waits for its translation, has none.
    """
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in _printed(site))


def _printed(site: Path) -> Iterator[Path]:
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        if 'class="lc-imprint' in html and 'name="robots" content="noindex' not in html:
            yield path


def pdf_of(site: Path, path: str) -> Path:
    """Return where the PDF of a page stands."""
    name = path.strip("/")
    return site / FOLDER / ("index.pdf" if not name else "en/index.pdf" if name == "en" else f"{name}.pdf")


def pdfs(site: Path) -> list[Path]:
    """Return the PDFs of all pages."""
    return sorted((site / FOLDER).rglob("*.pdf"))


@dataclass(frozen=True)
class Flow:
    """The words of a page in the order in which they are read."""

    text: str
    """The bare words."""
    labels: tuple[tuple[int, int], ...]
    """Where headings, and other words that introduce what follows, begin and end in them."""
    whole: tuple[tuple[int, int], ...]
    """Where headings and the rows of tables begin and end, which stay on one side."""
    heads: tuple[str, ...]
    """The bare words of the heads of tables, which are set again on each side over which a table goes on."""


def flow(page: Page) -> Flow:
    """Return what a page says on paper."""
    page.emulate_media(media="print")
    signs = [_LABEL, _LABEL_END, _WHOLE, _WHOLE_END]
    pieces = re.split(f"([{''.join(signs)}])", bare(page.evaluate(_TEXT, signs)))
    heads = tuple(bare(text) for text in page.locator("thead").all_text_contents())
    text, open_at = "", list[int]()
    found: dict[str, list[tuple[int, int]]] = {_LABEL_END: [], _WHOLE_END: []}
    for piece in pieces:
        if piece in (_LABEL, _WHOLE):
            open_at.append(len(text))
        elif piece in found:
            found[piece].append((open_at.pop(), len(text)))
        else:
            text += piece
    labels, whole = (tuple(one for one in spans if one[0] < one[1]) for spans in found.values())
    return Flow(text, labels, whole, heads)


def faults(sides: list[str], flow: Flow) -> list[str]:
    """Return what is wrong with how words fall on the sides of sheets: words lost, labels stranded, rows torn."""
    at, ends = 0, []
    for side in map(bare, sides):
        heads = [head for head in flow.heads if head and side.startswith(head)]
        texts = (side, *(side.removeprefix(head) for head in heads))
        told = next((text for text in texts if flow.text.startswith(text, at)), None)
        if told is None:
            pairs = enumerate(zip(side, flow.text[at:], strict=False))
            same = next((number for number, (set_, shown) in pairs if set_ != shown), len(side))
            return [f"{flow.text[at + same :][:40]!r} is set as {side[same:][:40]!r}"]
        at += len(told)
        ends.append(at)
    if at != len(flow.text):
        return [f"lost: {flow.text[at:][:40]!r}"]
    inner = ends[:-1]
    stranded = [flow.text[start:end] for start, end in flow.labels if end in inner]
    torn = [flow.text[start:end] for start, end in flow.whole if any(start < cut < end for cut in inner)]
    return [*(f"stranded: {words[:60]}" for words in stranded), *(f"torn: {words[:60]}" for words in torn)]


@contextmanager
def visit(chromium: Browser, site: Path, path: str, *, scripts: bool = True, **options: object) -> Iterator[Page]:
    """Open a page of a built site under its published address; whatever else it asks for is refused and noted."""
    context = chromium.new_context(java_script_enabled=scripts, service_workers="block", **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.elsewhere = []  # type: ignore[attr-defined]

    def answer(route: Route) -> None:
        url = route.request.url
        file = site / urlsplit(url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if not url.startswith(SITE) or not file.is_file():
            page.elsewhere.append(url)  # type: ignore[attr-defined]
            route.abort()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    page.route("**/*", answer)
    page.goto(SITE + path)
    yield page
    context.close()


def dialog(page: Page, *, backgrounds: bool = False) -> bytes:
    """Return what the print dialog makes of a page."""
    return page.pdf(prefer_css_page_size=True, print_background=backgrounds)


def bare(text: str) -> str:
    """Return text in NFC without white space and the bullets of lists."""
    return re.sub(r"[\s•◦▪\u00ad\ufffe\ufeff]", "", unicodedata.normalize("NFC", text.replace("\x02", "-")))


def sides(data: bytes | Path) -> list[str]:
    """Return the text of each page of a PDF, as it stands between the margins at its head and foot."""
    document = pdfium.PdfDocument(data)
    return [
        page.get_textpage().get_text_bounded(0, _BOTTOM, page.get_width(), page.get_height() - _TOP)
        for page in document
    ]


def margins(data: bytes | Path) -> list[str]:
    """Return the text at the head and foot of each page of a PDF."""
    return [
        page.get_textpage().get_text_bounded(0, page.get_height() - _TOP, page.get_width(), page.get_height())
        + page.get_textpage().get_text_bounded(0, 0, page.get_width(), _BOTTOM)
        for page in pdfium.PdfDocument(data)
    ]


def picture(data: bytes | Path, number: int = 0, *, dpi: int = 72) -> Image.Image:
    """Return a page of a PDF as it looks."""
    drawn: Image.Image = pdfium.PdfDocument(data)[number].render(scale=dpi / 72).to_pil()
    return drawn.convert("L")
