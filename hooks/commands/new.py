"""`new`: begin a page, a digest or an item of a page; without arguments on a terminal, what is needed is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.model import TOOL_NAMES
from ..documents.records import TYPES
from ..documents.suggest import closest
from ..findings.wording import say_both
from ..handbook import Handbook
from ..text import slug
from . import new_digest, new_item, new_page
from .asking import answer, chosen
from .drafting import DraftError, as_heading
from .new_kinds import KINDS


@dataclass(frozen=True)
class Wanted:
    """What somebody has asked for; what is empty is asked, or left to be written."""

    what: str = ""
    """One of `KINDS`."""
    where: str = ""
    """The page, or for a digest the id of its document or entry."""
    title: str = ""
    """The heading in Vietnamese."""
    readers: Sequence[str] = ()
    """For whom a question is."""
    id: str = ""
    """The id of a document."""
    type: str = ""
    """The type of a document."""


def run(root: Path, handbook: Handbook, wanted: Wanted) -> int:
    """Write what is wanted and print where; `DraftError` or, where nobody can be asked, `NoTerminalError`."""
    what = wanted.what or chosen(
        say_both("ask-what"), list(KINDS), "new KIND", [say_both(one) for one in KINDS.values()]
    )
    if what not in KINDS:
        raise DraftError(f"{what}: {say_both('new-kind', near=closest(what, KINDS) or ', '.join(KINDS))}")
    if what == "digest":
        where = wanted.where or answer(say_both("ask-digest"), "new digest ID")
        return new_digest.run(root, handbook, where, wanted.title)
    if what in new_item.ITEMS:
        return _item(root, handbook, what, wanted)
    return _page(root, handbook, what, wanted)


def _item(root: Path, handbook: Handbook, what: str, wanted: Wanted) -> int:
    where, title = wanted.where, wanted.title
    if not where:
        pages = new_item.pages_for(what, handbook)
        keys = [key.removesuffix(".md") for key in pages]
        shown = [f"{page.metadata.title}  ({key})" for key, page in zip(keys, pages.values(), strict=True)]
        where = chosen(say_both("ask-page"), keys, f"new {what} PAGE", shown)
        title = title or answer(say_both("ask-title"), "--title", _no_title)
    return new_item.run(root, handbook, what, where, title, wanted.readers)


def _page(root: Path, handbook: Handbook, kind: str, wanted: Wanted) -> int:
    where, title, of, document_type = wanted.where, wanted.title, wanted.id, wanted.type
    if not where:
        title = title or answer(say_both("ask-title"), f"new {kind} PAGE", _no_title)
        known = new_page.folders(handbook)
        folder = chosen(
            say_both("ask-folder"), list(known), f"new {kind} PAGE", [f"{name}  ({key})" for key, name in known.items()]
        )
        where = f"{folder}/{slug(title)}"
    if kind == "tool":
        of = of or chosen(say_both("ask-tool"), TOOL_NAMES, "--id")
    if kind == "document":
        of = of or answer(say_both("ask-id"), "--id")
        names = [names["vi"] for names in TYPES.values()]
        document_type = document_type or chosen(say_both("ask-type"), list(TYPES), "--type", names)
    return new_page.run(root, handbook, kind, where, title, of, document_type)


def _no_title(given: str) -> str:
    try:
        return "" if slug(as_heading(given)) else say_both("new-title")
    except DraftError as error:
        return str(error)
