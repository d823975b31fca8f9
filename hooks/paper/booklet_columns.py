"""The words of a page in two columns of a booklet: what needs more room stands across both."""

from typing import Any

from lxml import etree

from .page_html import with_class
from .table_sizes import Room, fit

_COLUMN = Room(width=232, across=486, letter=4.9, cell=7, half_a_side=1300, columns=5)
"""A column of a booklet, and both: `styles/paper/booklet/page.css`."""
_ONE_COLUMN = ("lc-paper--official", "lc-paper--picture")
"""Forms of page that are set across the whole width: a dispatch as it was sent, and a page of pictures."""
_ACROSS = etree.XPath("descendant-or-self::*[contains(@class, 'lc-wide') or contains(@class, 'lc-matrix')]")
_FITTED = etree.XPath(".//table[@class = 'lc-tight']")


def set_in_columns(body: Any, form: str) -> None:
    """Divide the words of a page into runs in columns, and what stands across them."""
    for wide in with_class(body, "lc-wide"):
        if wide.tag == "div":
            wide.drop_tag()
        else:
            wide.set("class", wide.get("class").replace("lc-wide", "").strip())
    for table in _FITTED(body):
        del table.attrib["class"]
    if form in _ONE_COLUMN:
        return
    fit(body, _COLUMN)
    run = None
    for block in list(body):
        if _ACROSS(block):
            run = None
            continue
        if run is None:
            run = etree.Element("div", {"class": "lc-columns"})
            block.addprevious(run)
        run.append(block)
