"""`new theme|topic|… PAGE`: a page in both languages, its words still to be written."""

import re
from pathlib import Path

from ..content.model import TOOL_NAMES
from ..conventions import INDEX, language_folder
from ..documents.records import TYPES
from ..documents.suggest import closest
from ..findings.wording import say, say_both
from ..handbook import Handbook
from ..text import slug
from .drafting import DraftError, as_heading, as_yaml, template, write
from .new_item import reader_groups

_KEY = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
_ID = re.compile(r"[a-z][a-z0-9]*")


def folders(handbook: Handbook) -> dict[str, str]:
    """Return the folders that have a page of their own → its title."""
    pages = handbook.pages["vi"]
    return {
        key.removesuffix(f"/{INDEX}"): page.metadata.title for key, page in pages.items() if key.endswith(f"/{INDEX}")
    }


def run(root: Path, handbook: Handbook, kind: str, named: str, title: str, of: str, document_type: str) -> int:
    """Write a page of a kind under a key (`quyen-loi/tien-thuong`) in both languages, and print where.

    A document has the id `of` and a type as well. `DraftError` where one of them cannot be, or something is there.
    """
    key = named.removeprefix(language_folder("vi")).removesuffix(".md")
    if not _KEY.fullmatch(key):
        raise DraftError(f"{named}: {say_both('new-page-name', example=slug(key.rpartition('/')[2]) or 'ten-trang')}")
    folder = key.rpartition("/")[0]
    known = folders(handbook)
    if folder and folder not in known:
        near = closest(folder, known)
        raise DraftError(f"{named}: {say_both('new-folder', folder=folder, near=near or ', '.join(known) or '–')}")
    heading = as_heading(title) or say("a-title", "vi")
    if kind == "document":
        _check_document(handbook, of, document_type)
    if kind == "tool" and of not in TOOL_NAMES:
        near = closest(of, TOOL_NAMES)
        raise DraftError(f"--id {of or '–'}: {say_both('new-tool', near=near or ', '.join(TOOL_NAMES))}")
    values = {
        "title": as_yaml(heading),
        "heading": heading,
        "order": str(_order(handbook, folder)),
        "slug": key.replace("/", "-"),
        "reader": next(iter(reader_groups(handbook)), ""),
        "id": of,
        "type": document_type,
    }
    name = kind.removesuffix("-page")
    texts = {f"{language_folder(one)}{key}.md": template(name, one, **values) for one in ("vi", "en")}
    return write(root, texts, new=True)


def _check_document(handbook: Handbook, of: str, document_type: str) -> None:
    if not _ID.fullmatch(of):
        raise DraftError(f"--id {of}: {say_both('new-id')}")
    if of in handbook.registry.documents:
        raise DraftError(f"--id {of}: {say_both('new-taken', place=handbook.registry.documents[of].record.page)}")
    if document_type not in TYPES:
        near = closest(document_type, TYPES)
        raise DraftError(f"--type {document_type}: {say_both('new-type', near=near or ', '.join(TYPES))}")


def _order(handbook: Handbook, folder: str) -> int:
    """Return a place in the menu after all others of the folder."""
    orders = [
        page.metadata.order
        for key, page in handbook.pages["vi"].items()
        if key.rpartition("/")[0] == folder and page.metadata.order < 1000
    ]
    return max(orders, default=0) + 10
