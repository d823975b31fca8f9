"""Former URLs still lead somewhere: each has one alias, to what exists, and no page vanishes without one."""

from collections.abc import Iterator, Mapping, Set

from ...conventions import HISTORY_LOCK, language_folder, page_key
from ...documents.suggest import closest
from ...findings.finding import Code, Finding, Place
from ..aliases import Aliases
from ..model import Page


def check(aliases: Aliases, pages: Mapping[str, Page]) -> Iterator[Finding]:
    """Yield what is wrong with aliases; `pages` has the original pages by key."""
    seen: dict[tuple[str, str], Place] = {}
    for alias in aliases.stated:
        former = f"{alias.old}#{alias.section}".rstrip("#")
        old = pages.get(alias.old)
        if old and (not alias.section or alias.section in _ids(old)):
            yield Finding(alias.place, Code.ALIAS_EXISTS, {"former": former})
        elif (alias.old, alias.section) in seen:
            first = str(seen[alias.old, alias.section])
            yield Finding(alias.place, Code.ALIAS_TWICE, {"former": former, "place": first})
        seen.setdefault((alias.old, alias.section), alias.place)
        known = _ids(pages[alias.page])
        if alias.id and alias.id not in known:
            near = closest(alias.id, known)
            yield Finding(alias.place, Code.ALIAS_TARGET, {"id": alias.id}, f"“{near}”" if near else "")


def vanished(
    recorded: Mapping[str, int], pages: Mapping[str, Page], aliases: Aliases, unread: Set[str]
) -> Iterator[Finding]:
    """Yield the original pages that are gone with no page that has taken them over.

    `recorded` has path → line in the history of every page that was published.
    """
    folder = language_folder("vi")
    for path, line in recorded.items():
        key = page_key(path.removeprefix(folder))
        if path.startswith(folder) and key not in pages and key not in aliases.pages and path not in unread:
            yield Finding(Place(HISTORY_LOCK, line), Code.PAGE_VANISHED, {"page": key})


def _ids(page: Page) -> Set[str]:
    return {name for name, _ in page.anchors} | {section.id for section in page.sections}
