"""Pages as they come out of the browser's print dialog, and PDFs as tests look into them."""

import mimetypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2 as pdfium
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from .built import SITE

_MM = 72 / 25.4
_TOP, _BOTTOM = 20 * _MM, 20 * _MM
TEXT = """() => {
  const marker = (node) => {
    const { display, listStyleType } = getComputedStyle(node);
    const before = getComputedStyle(node, "::before").content;
    if (display === "list-item" && listStyleType === "decimal")
      return `${[...node.parentElement.children].indexOf(node) + 1}. `;
    return before.startsWith('"') ? before.slice(1, -1) : "";
  };
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return "";
    if (["SCRIPT", "TEMPLATE", "STYLE"].includes(node.tagName)) return "";
    return marker(node) + [...node.childNodes].map(text).join("");
  };
  return text(document.body);
}"""
"""Gives the words a page shows, with the marks of its lists."""


@contextmanager
def visit(chromium: Browser, site: Path, path: str, *, scripts: bool = True, **options: object) -> Iterator[Page]:
    """Open a page of a built site under its published address; whatever else it asks for is refused and noted."""
    context = chromium.new_context(java_script_enabled=scripts, **options)  # type: ignore[arg-type]
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
