"""Finished HTML is kept out of the way of Markdown, which would take it apart tag by tag and put it together again."""

import re

_PLACE = re.compile(r"<!--lc-kept-(\d+)-->")


class Finished:
    """The finished HTML of one page, each piece with its place in the page's Markdown."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pieces: list[str] = []

    def keep(self, html: str) -> str:
        """Return what holds the place of some HTML in Markdown."""
        self._pieces.append(html.strip())
        return f"<!--lc-kept-{len(self._pieces) - 1}-->"

    def put_back(self, html: str) -> str:
        """Return the HTML of the page with the pieces in their places."""
        return _PLACE.sub(lambda found: self._pieces[int(found[1])], html) if self._pieces else html
