"""Links on paper: each place a page leads to has a number in the text and its address in a list at the end."""

import re
from html import unescape
from urllib.parse import urljoin

from ..conventions import READ_ON_SECTION
from ..screen.templates import render

_LINK = re.compile(r"<a\s(?P<attributes>[^>]*)>.*?</a>", re.DOTALL)
_HREF = re.compile(r"href=\"(?<=\bhref=\")([^\"]*)\"")
_WITHOUT_NUMBERS = re.compile(
    r"<details class=\"lc-(?:provision__tools|quiz__answer)\".*?</details>"
    r"|<dl class=\"lc-record__list\".*?</dl>"
    rf"|<section [^>]*>\s*<h2 id=\"{READ_ON_SECTION}\".*?</section>",
    re.DOTALL,
)
_NO_NUMBER = re.compile(r"class=\"(?<=\bclass=\")[^\"]*\b(?:headerlink|lc-term)\b|download(?<=\bdownload)\b")
_FILE = re.compile(r"\.(?:svg|pdf|docx|csv|json)\Z")
_ONWARD = f'<h2 id="{READ_ON_SECTION}"'
_NEXT = re.compile(r"<h2\b")
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
        if here not in targets:
            joined = urljoin(address, here)
            leaves = joined != address and joined.startswith(("http:", "https:")) and not _FILE.search(joined)
            targets[here] = joined if here and leaves else ""
        target = targets[here]
        if not target:
            return found[0]
        number, _ = numbers.setdefault(target, (len(numbers) + 1, here))
        return f'{found[0]}<sup class="lc-ref">[{number}]</sup>'

    html = _with_onward_section(html)
    pieces, at = [], 0
    for left in _WITHOUT_NUMBERS.finditer(html):
        pieces += [_LINK.sub(mark, html[at : left.start()]), left[0]]
        at = left.end()
    pieces.append(_LINK.sub(mark, html[at:]))
    listed = [{"address": target, "href": href} for target, (_, href) in numbers.items()]
    return "".join(pieces) + (render("references.html.j2", title=title, links=listed) if listed else "")


def _with_onward_section(html: str) -> str:
    """Return the HTML of a page with the part that leads on as a section; where it is one already, as it is."""
    at = html.find(_ONWARD)
    if at < 0 or html[at - 1 : at] == ">":
        return html
    following = _NEXT.search(html, at + 1)
    end = following.start() if following else len(html)
    return f'{html[:at]}<section class="lc-section lc-onward">{html[at:end]}</section>{html[end:]}'


def laid_across(html: str) -> str:
    """Return the HTML of a page with tables of eight and more columns marked, which need a sheet laid across."""

    def mark(found: re.Match[str]) -> str:
        if len(re.findall(r"<t[hd]\b", found["first"])) < _WIDE or "class=" in found["attributes"]:
            return found[0]
        return f'<table class="lc-wide"{found["attributes"]}>{found["first"]}'

    return _TABLE.sub(mark, html) if "<table" in html else html
