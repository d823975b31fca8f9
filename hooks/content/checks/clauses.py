"""A figure stands in the very clause that its sentence cites, not in another clause of that article."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence, Set

from ...findings.finding import Code, Finding
from ..figures import Figure, Key
from ..model import Page
from ..parse import sentences
from ..parts import Link


class Sentences:
    """The sentences of a page, found block by block."""

    def __init__(self, page: Page) -> None:
        """Prepare for a page."""
        self._page = page
        self._bounds: dict[int, list[int]] = {}

    def around(self, figure: Figure) -> tuple[int, int]:
        """Return start and end of the sentence that a figure stands in; a row of a table and a heading are one."""
        block = self._page.block_at(figure.at)
        if block is None:
            return figure.at, figure.end
        if block.kind in ("row", "heading"):
            return block.at, block.end
        if block.at not in self._bounds:
            ends = (end for _, end in sentences.ends(self._page.prose, block.at, block.end))
            self._bounds[block.at] = [block.at, *ends, block.end]
        bounds = self._bounds[block.at]
        after = bisect_right(bounds, figure.at, hi=len(bounds) - 1)
        return bounds[after - 1], bounds[after]


def check(
    page: Page,
    figure: Figure,
    sentence: tuple[int, int],
    cited: Sequence[Link],
    stated: Callable[[str], Set[Key] | None],
) -> Iterator[Finding]:
    """Yield a figure that none of the citations of its sentence bears out, and another clause of their article does.

    `cited` are the citations of its section, one of which bears it out. A sentence without a citation of its own rests
    on all of them; the words of a link are those of where it leads.
    """
    start, end = sentence
    here = [link for link in cited if start <= link.at < end]
    if not here or page.link_at(figure.at):
        return
    if any((keys := stated(link.cited or "")) is None or figure.keys[0] in keys for link in here):
        return
    articles = {_article(link.cited or "") for link in here}
    bearing = (link.cited or "" for link in cited if figure.keys[0] in (stated(link.cited or "") or ()))
    other = next((one for one in bearing if _article(one) in articles), "")
    if other:
        own = next(link.cited or "" for link in here if _article(link.cited or "") == _article(other))
        details = {"figure": figure.words, "cited": own, "other": other}
        yield Finding(page.place(figure.at), Code.FIGURE_CLAUSE, details)


def _article(cited: str) -> str:
    """Return the article of a clause, nothing of what is no part of one.

    >>> _article("blld.d97.k4"), _article("cv.II.1.2"), _article("blld")
    ('blld.d97', 'cv.II.1', '')
    """
    parts = cited.split(".")
    return ".".join(parts[:2] if parts[1:] and parts[1].startswith("d") else parts[:-1]) if len(parts) > 2 else ""
