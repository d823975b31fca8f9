"""What a page needs on paper that its words do not say: numbers for its links, and room for its tables.

Browsers print the page as it is shown, so all of this stands in it, unseen on the screen.
"""

import re
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from ..conventions import READ_ON_SECTION
from ..screen.templates import render
from . import page_html, table_sizes

_LINKS = etree.XPath(
    "//a[@href and not(starts-with(@href, '#')) and not(@download)"
    " and not(contains(@class, 'headerlink')) and not(contains(@class, 'lc-term'))"
    " and not(ancestor::details[@class = 'lc-provision__tools' or @class = 'lc-cited' or @class = 'lc-quiz__answer'])"
    " and not(ancestor::dl[@class = 'lc-record__list']) and not(parent::p[@class = 'lc-told-below'])"
    f" and not(ancestor::section[h2/@id = '{READ_ON_SECTION}'])]"
)
_LEADING = etree.XPath(
    "//p[following-sibling::*[1][self::p or self::div or self::dl or self::details]]"
    "[substring(normalize-space(), string-length(normalize-space())) = ':']"
)
"""Paragraphs that announce what follows; before a list or a table style sheets know them by it."""
_ONWARD = etree.XPath(f"h2[@id = '{READ_ON_SECTION}']")
_FILE = re.compile(r"\.(?:svg|pdf|docx|csv|json)\Z")


def marked_for_paper(html: str, url: str, root: str, title: str) -> str:
    """Return the HTML of a page's words with a number after each link that leaves it, and the list of their URLs.

    `url` is the page's own, `title` stands before the list and names the `root` of the site, which its URLs leave out:
    written out they would take twice the lines. Links to parts of the same page, to terms and to files have
    no number, nor those in the record of a document, which says what they lead to. Tables of eight and more columns are
    marked: they need a page laid across. So are paragraphs that end in a colon: they stay with what they announce.
    """
    words = page_html.parse_fragment(html)
    _gather_onward(words)
    for leading in _LEADING(words):
        leading.set("class", f"{leading.get('class', '')} lc-leads".lstrip())
    _number(words, url, root, title)
    table_sizes.fit(words)
    return page_html.inner_html(words)


def _number(words: Any, url: str, root: str, title: str) -> None:
    numbers: dict[str, tuple[int, str]] = {}
    targets: dict[str, str] = {}
    for link in _LINKS(words):
        here = link.get("href").partition("#")[0]
        if here not in targets:
            targets[here] = _target(here, url)
        if target := targets[here]:
            number, _ = numbers.setdefault(target, (len(numbers) + 1, here))
            mark = etree.Element("sup", {"class": "lc-ref"})
            mark.text = f"[{number}]"
            mark.tail, link.tail = link.tail, None
            link.addnext(mark)
    if numbers:
        listed = [{"url": target.removeprefix(root) or target, "href": href} for target, (_, href) in numbers.items()]
        words.append(page_html.parse_element(render("references.html.j2", title=title, links=listed)))


def _target(href: str, url: str) -> str:
    """Return the URL a link leads to, nothing where it gets no number."""
    target = urljoin(url, href)
    leaves = target != url and target.startswith(("http:", "https:")) and not _FILE.search(target)
    return target if href and leaves else ""


def _gather_onward(words: Any) -> None:
    """Put the part that leads on into a section; where it is in one already, all stays as it is."""
    for heading in _ONWARD(words):
        section = etree.Element("section", {"class": "lc-section lc-onward"})
        following = [heading]
        for one in heading.itersiblings():
            if one.tag == "h2":
                break
            following.append(one)
        heading.addprevious(section)
        section.extend(following)
