"""Numbers of pages written into what is printed: in contents and indexes, and where one page leads to another.

What is printed is laid out with a stand-in for each number, then with the numbers of that layout, until they agree.
`target-counter` of CSS would do for one number; it cannot leave out the second of two that are equal, as an index must.
"""

import re
from collections.abc import Mapping

from .page_html import page_to_html, parse_element, parse_page, with_class

LINK = "lc-page-of"
"""Class of a link whose words are the number of the page on which its target stands."""
LIST = "lc-pages"
"""Class of a list of such links, each page of which is named once."""
STAND_IN = "0"
"""What such a link says until its page is known."""
_LETTERS = 9_500
"""How many letters of HTML make a page, roughly: 8,000 to 10,800 in the booklets of November 2026."""
_ID = re.compile(r'\bid="([^"]+)"')


def link(target: str) -> str:
    """Return the HTML of a link that says on which page the element of id `target` stands."""
    return f'<a class="{LINK}" href="#{target}">{STAND_IN}</a>'


def guessed(html: str) -> str:
    """Return HTML with numbers that are as long as those it will have, as a rule, so that little moves when they come.

    How many letters stand before a target tells on which page it is, roughly; only how many digits that has is used, so
    that a changed sentence changes no stand-in elsewhere.
    """
    before = {match[1]: match.start() for match in _ID.finditer(html)}
    tree = parse_page(html)
    for one in with_class(tree, LINK):
        page = before.get(one.get("href").removeprefix("#"), 0) // _LETTERS + 1
        one.text = STAND_IN * len(str(page))
    return page_to_html(tree)


def wanted(html: str) -> bool:
    """Tell whether HTML has numbers of pages to be written."""
    return f'class="{LINK}"' in html


def written(html: str, pages: Mapping[str, int]) -> str:
    """Return HTML with the numbers of pages written in; `pages` has them by id.

    A target that is not printed has no page: its link keeps no words.
    """
    tree = parse_page(html)
    for one in with_class(tree, LINK):
        one.text = str(pages.get(one.get("href").removeprefix("#"), ""))
    for listed in with_class(tree, LIST):
        numbers = dict.fromkeys((one.text, one.get("href")) for one in listed if one.text)
        first = dict(reversed([*numbers]))
        for one in list(listed):
            one.drop_tree()
        listed.text = None
        for text, href in sorted(first.items(), key=lambda item: int(item[0])):
            if len(listed):
                listed[-1].tail = ", "
            element = parse_element(link(href.removeprefix("#")))
            element.text = text
            listed.append(element)
    return page_to_html(tree)
