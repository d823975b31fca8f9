"""A figure stands in the very clause that its sentence cites, not in another clause of that article."""

from collections.abc import Callable, Iterator, Sequence, Set

from ...findings.finding import Code, Finding
from ..figures import Figure, Key
from ..model import Page
from ..parse import sentences
from ..parts import Link


def sentence_around(page: Page, figure: Figure) -> tuple[int, int]:
    """Return start and end of the sentence that a figure stands in; a row of a table and a heading are one."""
    block = page.block_at(figure.at)
    if block is None:
        return figure.at, figure.end
    if block.kind in ("row", "heading"):
        return block.at, block.end
    ends = [end for _, end in sentences.ends(page.prose, block.at, block.end)]
    start = max((end for end in ends if end <= figure.at), default=block.at)
    return start, min((end for end in ends if end > figure.at), default=block.end)


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
    if not here or any(link.at <= figure.at < link.end for link in page.links):
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
