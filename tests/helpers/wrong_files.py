"""Files that no editor should have saved, and what is to be found in each."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from . import projects

_PAGE = projects.page("## Một {#mot}\n\nXem [Mục I](cite:cv.I).\n")


_FRONT = "---\ntitle: Ví dụ\ndescription: Trang.\nkind: overview\ntranslation: pending\n"


_RECORD = "---\ntitle: Ví dụ\ndescription: Trang.\nkind: document\ntranslation: pending\ndocument:\n"


def _text(text: str) -> Callable[[Path], None]:
    return _bytes(text.encode())


def _bytes(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


WRONG: dict[str, tuple[Callable[[Path], None], str]] = {
    "a byte order mark": (_text("\ufeff" + _PAGE), ":1:1: [text-form]"),
    "windows line ends": (_text(_PAGE.replace("\n", "\r\n")), ":1:4: [text-form]"),
    "a tab": (_text(_PAGE + "\n-\tmột\n"), ":14:2: [text-form]"),
    "decomposed letters": (_text(_PAGE + unicodedata.normalize("NFD", "\nMột ý.\n")), ":14:2: [text-form]"),
    "a control character": (_text(_PAGE + "\nMột\x0b ý.\n"), ":14:4: [text-form]"),
    "bytes that are no text": (_bytes(_PAGE.encode() + b"\nM\xf4t.\n"), ":14:2: [page-unreadable]"),
    "an empty page": (_text(""), ":1:1: [page-unreadable]"),
    "a page of white space": (_text("\n \n"), ":1:1: [page-unreadable]"),
    "a line of a megabyte": (_text(_PAGE + "\n" + "chữ " * 250_000 + "\n"), ":14:1: [page-unreadable]"),
    "a megabyte of spaces": (_text(_PAGE + "\n" + " " * 1_000_000 + "\n"), ":14:1: [page-unreadable]"),
    "quotations nested deep": (_text(_PAGE + "\n" + ">" * 900 + " a\n"), ":14:1: [page-unreadable]"),
    "lists nested deep": (_text(_PAGE + "\n" + "- " * 900 + " a\n"), ":14:1: [page-unreadable]"),
    "brackets nested deep": (_text(_PAGE + "\n" + "[" * 5000 + "a\n"), ":14:1: [page-unreadable]"),
    "front matter that is no YAML": (_text(_FRONT + "own_figures: [a\n---\n\n# Ví dụ\n"), ":7:1: [front-matter-yaml]"),
    "front matter with a tab": (_text(_FRONT + "order:\n\t- 1\n---\n\n# Ví dụ\n"), ":7:1: [text-form]"),
    "front matter never closed": (_text(_FRONT + "\n# Ví dụ\n"), ":6:1: [front-matter-yaml]"),
    "front matter nested deep": (_text(_FRONT + "own_figures: " + "[" * 5000 + "\n---\n"), ":6:14: [page-unreadable]"),
    "front matter that is a list": (_text("---\n- a\n---\n\n# Ví dụ\n"), ":2:1: [front-matter-yaml]"),
    "no front matter": (_text("# Ví dụ\n"), ":1:1: [front-matter-missing]"),
    "a first line that looks like a setting": (_text("Note: chữ\n\n# Ví dụ\n"), ":1:1: [front-matter-missing]"),
    "a key twice": (_text(_FRONT + "order: 1\norder: 2\n---\n\n# Ví dụ\n"), ":7:1: [front-matter-yaml]"),
    "a title that is a number": (
        _text(_FRONT.replace("Ví dụ", "2026") + "---\n\n# Ví dụ\n"),
        ":2:1: [front-matter-value]",
    ),
    "a date that is none": (
        _text(_RECORD + "  id: vd\n  type: luat\n  text: none\n  date: 2026-13-45\n---\n\n# Ví dụ\n"),
        ":10:3: [front-matter-value]",
    ),
    "an id twice": (_text(_PAGE + "\n## Hai {#mot}\n"), ":14:8: [id-duplicate]"),
    "a document with another's id": (
        _text(_RECORD + "  id: cv\n  type: luat\n  text: none\n---\n\n# Ví dụ\n"),
        ":7:3: [document-duplicate]",
    ),
    "a full text that is empty": (
        _text(_RECORD + "  id: vd\n  type: luat\n  text: full\n---\n"),
        ":1:1: [document-empty]",
    ),
    "a record that is no mapping": (
        _text(_RECORD.replace("document:\n", "document: cv\n") + "---\n\n# Ví dụ\n"),
        ":6:1: [front-matter-value]",
    ),
    "a link that is no address": (_text(_PAGE + "\n[a](http://[x) [b](%zz)\n"), ":14:5: [link-broken]"),
}
