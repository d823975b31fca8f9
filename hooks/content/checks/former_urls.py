"""Former URLs still lead somewhere: each has one alias, to what exists, and no page vanishes without one."""

from collections.abc import Iterator, Mapping, Set

from ...conventions import HISTORY_LOCK, language_folder, page_key
from ...documents.suggest import closest
from ...findings.finding import Code, Finding, Place, Reason
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
    recorded: Mapping[str, int],
    pages: Mapping[str, Page],
    aliases: Aliases,
    unread: Set[str],
    renamed: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield the original pages that are gone with no page that has taken them over.

    `recorded` has path → line in the history of every page that was published, `renamed` the key of a page that is gone
    → that of the page which has its words now; the finding stands there, where it is mended.
    """
    for key, line in gone(recorded, pages, unread).items():
        if key in aliases.pages:
            continue
        new = pages.get(renamed.get(key, ""))
        how, place, values = "vanished-unknown", Place(HISTORY_LOCK, line), {"page": key}
        if new:
            how = "vanished-listed" if new.metadata.aliases else "vanished-renamed"
            place, values = new.front.place("aliases"), {"page": key, "new": new.path}
        yield Finding(place, Code.PAGE_VANISHED, {"page": key, "how": Reason(how, values)})


def gone(recorded: Mapping[str, int], pages: Mapping[str, Page], unread: Set[str]) -> Mapping[str, int]:
    """Return the key → line in the history of each original page that was published and is not there any more."""
    folder = language_folder("vi")
    originals = {page_key(path.removeprefix(folder)): path for path in recorded if path.startswith(folder)}
    return {key: recorded[path] for key, path in originals.items() if key not in pages and path not in unread}


def _ids(page: Page) -> Set[str]:
    return {name for name, _ in page.anchors} | {section.id for section in page.sections}
