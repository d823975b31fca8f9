"""Links on paper: each place a page leads to has a number in the text and its address in a list at the end."""

import re
from html import unescape
from urllib.parse import urljoin

from ..render.templates import render

_LINK = re.compile(r"<a\s(?P<attributes>[^>]*)>.*?</a>", re.DOTALL)
_HREF = re.compile(r"\bhref=\"([^\"]*)\"")
_WITHOUT_NUMBERS = re.compile(
    r"<details class=\"lc-(?:provision__tools|quiz__answer)\".*?</details>"
    r"|<dl class=\"lc-record__list\".*?</dl>"
    r"|<section [^>]*>\s*<h2 id=\"doc-tiep\".*?</section>",
    re.DOTALL,
)
_NO_NUMBER = re.compile(r"\bclass=\"[^\"]*\b(?:headerlink|lc-term)\b|\bdownload\b")
_FILE = re.compile(r"\.(?:svg|pdf|docx|csv|json)\Z")
_ONWARD = re.compile(r"(?<!>)<h2 id=\"doc-tiep\".*?(?=<h2\b|\Z)", re.DOTALL)
_TABLE = re.compile(r"<table(?P<attributes>[^>]*)>(?P<first>.*?</tr>)", re.DOTALL)
_WIDE = 8


def numbered(html: str, address: str, title: str) -> str:
    """Return the HTML of a page with a number after each link that leaves it, and the list of their addresses.

    `address` is the page's own; links to parts of the same page, to terms and to files have no number,
    nor those in the record of a document, which says what they lead to.
    """
    numbers: dict[str, tuple[int, str]] = {}
    targets: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        href = _HREF.search(found["attributes"])
        if not href or href[1].startswith("#") or _NO_NUMBER.search(found["attributes"]):
            return found[0]
        here = unescape(href[1]).partition("#")[0]
        target = targets.get(here) or targets.setdefault(here, urljoin(address, here))
        if not here or target == address or _FILE.search(target) or not target.startswith(("http:", "https:")):
            return found[0]
        number, _ = numbers.setdefault(target, (len(numbers) + 1, here))
        return f'{found[0]}<sup class="lc-ref">[{number}]</sup>'

    if '<h2 id="doc-tiep"' in html:
        html = _ONWARD.sub(lambda found: f'<section class="lc-section lc-onward">{found[0]}</section>', html)
    pieces, at = [], 0
    for left in _WITHOUT_NUMBERS.finditer(html):
        pieces += [_LINK.sub(mark, html[at : left.start()]), left[0]]
        at = left.end()
    pieces.append(_LINK.sub(mark, html[at:]))
    listed = [{"address": target, "href": href} for target, (_, href) in numbers.items()]
    return "".join(pieces) + (render("references.html.j2", title=title, links=listed) if listed else "")


def laid_across(html: str) -> str:
    """Return the HTML of a page with tables of eight and more columns marked, which need a sheet laid across."""

    def mark(found: re.Match[str]) -> str:
        if len(re.findall(r"<t[hd]\b", found["first"])) < _WIDE or "class=" in found["attributes"]:
            return found[0]
        return f'<table class="lc-wide"{found["attributes"]}>{found["first"]}'

    return _TABLE.sub(mark, html) if "<table" in html else html
