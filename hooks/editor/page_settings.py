"""The settings at the top of a page as fields of a form: what an officer may change, with choices instead of codes.

A change rewrites the lines of its own setting; all others stay as they are to the byte.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from ..content.model import KINDS
from ..conventions import language_folder
from ..documents import front_matter
from .workspace import EditError

FIELDS: dict[str, str] = {
    "title": "line",
    "description": "line",
    "kind": "choice",
    "order": "number",
    "translation": "flag",
    "own_figures": "lines",
    "review_by": "day",
}
"""Name of a setting → what it takes. All other settings are shown as text."""
_ONLY_FOR = dict.fromkeys(("translation", "review_by"), language_folder("vi"))
_PENDING = "pending"


def fields(path: str, text: str) -> list[dict[str, Any]]:
    """Return the fields of a page's form with their values; none where its settings cannot be read."""
    front, findings = front_matter.read(path, text)
    if not front.values:
        return []
    del findings
    return list(_fields(path, front.values))


def _fields(path: str, values: Any) -> Iterator[dict[str, Any]]:
    for name, kind in FIELDS.items():
        value = values.get(name)
        if not path.startswith(_ONLY_FOR.get(name, "")) or (name == "review_by" and value is None):
            continue
        if kind == "lines":
            listed = value if isinstance(value, list) else [] if value is None else [value]
            yield {"name": name, "type": kind, "value": "\n".join(map(str, listed))}
        elif kind == "flag":
            yield {"name": name, "type": kind, "value": value == _PENDING}
        else:
            choices = {"choices": list(KINDS)} if kind == "choice" else {}
            yield {"name": name, "type": kind, "value": "" if value is None else str(value), **choices}


def changed(path: str, text: str, name: str, value: str | bool) -> str:
    """Return the text of a page with one setting changed, or taken away where the value is empty; `EditError`."""
    front, _ = front_matter.read(path, text)
    if name not in FIELDS or not front.values:
        raise EditError("no-setting", name)
    lines = text.split("\n")
    last = text.count("\n", 0, front.body_at) - 1
    starts = sorted(place.line - 1 for keys, place in front.places.items() if len(keys) == 1)
    written = _written(name, value)
    if (name,) not in front.places:
        at = end = last
    else:
        at = front.places[name,].line - 1
        end = next((start for start in starts if start > at), last)
        while end > at + 1 and lines[end - 1].lstrip().startswith("#"):
            end -= 1  # a comment over the next setting is the next one's
    return "\n".join([*lines[:at], *written, *lines[end:]])


def _written(name: str, value: str | bool) -> Sequence[str]:
    kind = FIELDS[name]
    if kind == "flag":
        return [f"{name}: {_PENDING}"] if value is True else []
    words = str(value).strip()
    if kind == "lines":
        listed = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
        return [f"{name}:", *(f"  - {json.dumps(one, ensure_ascii=False)}" for one in listed)] if listed else []
    one = " ".join(words.split())
    if not one:
        return [f"{name}:"] if name in ("title", "description") else []
    if kind == "number" and not one.lstrip("-").isdigit():
        raise EditError("no-number", one)
    if kind == "line":
        dumped = yaml.safe_dump({name: one}, allow_unicode=True, width=10**6, sort_keys=False)
        return [dumped.rstrip("\n")]
    if kind == "choice" and one not in KINDS:
        raise EditError("no-setting", one)
    return [f"{name}: {one}"]
