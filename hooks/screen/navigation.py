"""The menu: pages in the order their front matter gives, folders where the page that stands for them stands.

That is their index page, or the page of the same name beside them: `van-ban/luat.md` for `van-ban/luat/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..content.model import Page
from ..conventions import INDEX


@dataclass(frozen=True)
class Entry:
    """A page of the menu, or a folder with its pages."""

    title: str
    """What the menu shows."""
    key: str
    """Its file below the language's folder; of a folder the page that stands for it or, without one, its first page."""
    children: tuple["Entry", ...] = ()
    """The pages of a folder, the page that stands for it left out."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Page → which of the children it is or stands below."""
        found: dict[str, int] = {}
        for at, child in enumerate(self.children):
            for key in (child.key, *child.places):
                found.setdefault(key, at)
        return found


def order(menu: Entry) -> list[str]:
    """Return the pages of a menu in the order in which it shows them, each once, those nearer to the top first."""
    found, ahead = dict.fromkeys(child.key for child in menu.children), list(menu.children)
    while ahead:
        entry = ahead.pop(0)
        found |= dict.fromkeys(child.key for child in entry.children)
        ahead += entry.children
    return list(found)


def tree(pages: Mapping[str, Page]) -> Entry:
    """Return the menu of the pages of one language as one entry."""
    below: dict[str, list[str]] = {"": []}
    for key in pages:
        folder, at = "", 0
        while (end := key.find("/", at)) >= 0:
            inner = key[: end + 1]
            if inner not in below:
                below[inner] = []
                below[folder].append(inner)
            folder, at = inner, end + 1
        below[folder].append(key)
    return Entry("", INDEX, _entries("", below, pages))


def _entries(folder: str, below: Mapping[str, list[str]], pages: Mapping[str, Page]) -> tuple[Entry, ...]:
    ordered: list[tuple[int, str, Entry]] = []
    for name in below[folder]:
        if not name.endswith("/"):
            page = pages[name]
            own_index = bool(folder) and name == folder + INDEX
            if not own_index and f"{name.removesuffix('.md')}/" not in below:
                order = -1 if name == INDEX else page.metadata.order
                ordered.append((order, name, Entry(page.metadata.title or name, name)))
            continue
        children = _entries(name, below, pages)
        index = pages.get(name + INDEX) or pages.get(f"{name.rstrip('/')}.md")
        title = index.metadata.title if index else name.rstrip("/").rpartition("/")[2]
        key = index.key if index else children[0].key
        ordered.append((index.metadata.order if index else 1000, name, Entry(title, key, children)))
    return tuple(entry for _, _, entry in sorted(ordered, key=lambda one: one[:2]))


def menu(entries: tuple[Entry, ...], language: str, pages: Mapping[str, Page]) -> list[Any]:
    """Return the menu as MkDocs' `nav` setting has it; it gives every page its neighbours."""
    found: list[Any] = []
    for entry in entries:
        if not entry.children:
            found.append({entry.title: f"{language}/{pages[entry.key].name}"})
            continue
        index = [{entry.title: f"{language}/{pages[entry.key].name}"}] if entry.key != entry.children[0].key else []
        found.append({entry.title: index + menu(entry.children, language, pages)})
    return found
