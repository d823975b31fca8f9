"""The menu: pages in the order their front matter gives, folders where their index page stands."""

from collections.abc import Mapping
from typing import Any

from ..pages.page import Page

_INDEX = "index.md"


def menu(pages: Mapping[str, Page]) -> list[Any]:
    """Return the menu as nested lists of `{title: file}` and `{title: [...]}`, files from the docs folder."""
    return _folder("", pages)


def _folder(prefix: str, pages: Mapping[str, Page]) -> list[Any]:
    entries: list[tuple[int, str, Any]] = []
    folders: set[str] = set()
    for key, page in pages.items():
        if not key.startswith(prefix):
            continue
        name, _, deeper = key.removeprefix(prefix).partition("/")
        if not deeper:
            order = -1 if name == _INDEX else page.metadata.order
            entries.append((order, name, {page.metadata.title or name: f"{page.language}/{key}"}))
        elif name not in folders:
            folders.add(name)
            index = pages.get(f"{prefix}{name}/{_INDEX}")
            title = index.metadata.title if index else name
            order = index.metadata.order if index else 1000
            entries.append((order, name, {title: _folder(f"{prefix}{name}/", pages)}))
    return [entry for _, _, entry in sorted(entries, key=lambda entry: entry[:2])]
