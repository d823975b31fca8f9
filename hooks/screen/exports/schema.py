"""What each table of the open data holds, as one file says it: JSON Schema, columns, and words for readers."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
"""A row of a table: name of a column → its value."""
VERSION = 1
"""Version of all schemas. A table whose columns, names or forms change gets the next one."""
FORMS: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "word": {"type": "string", "pattern": r"^[a-z0-9-]+$"},
    "id": {"type": "string", "pattern": r"^[A-Za-zđ0-9]+([.-][A-Za-zđ0-9]+)*$"},
    "url": {"type": "string", "format": "uri", "pattern": "^https?://"},
    "day": {"type": "string", "format": "date"},
    "partial-day": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "yes-no": {"type": "boolean"},
    "list": {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True},
    "held": {"enum": ["full", "as-relayed", "none"]},
    "entry-kind": {"enum": ["digest", "report"]},
    "language": {"enum": ["vi", "en"]},
}
"""Form of a value → its JSON Schema (draft 2020-12)."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    """Its key in JSON, its heading in CSV."""
    form: str
    """One of `FORMS`."""
    empty: bool
    """Whether it may be an empty text."""
    meaning: Mapping[str, str]
    """Language → what it holds."""


@dataclass(frozen=True)
class Table:
    """One table."""

    name: str
    """Name of its files."""
    title: Mapping[str, str]
    """Language → what it is called."""
    columns: tuple[Column, ...]
    """In the order of the CSV file."""


@cache
def tables() -> Mapping[str, Table]:
    """Return name → table, in the order in which readers see them."""
    given = tomllib.loads(Path(__file__).with_name("tables.toml").read_text("utf-8"))
    return {
        name: Table(
            name,
            {"vi": table["vi"], "en": table["en"]},
            tuple(
                Column(column, about["is"], about.get("empty", False), {"vi": about["vi"], "en": about["en"]})
                for column, about in table["columns"].items()
            ),
        )
        for name, table in given.items()
    }


def path(name: str) -> str:
    """Return where the schema of a table stands, from the folder of the data.

    >>> path("hoi-dap")
    'luoc-do/1/hoi-dap.json'
    """
    return f"luoc-do/{VERSION}/{name}.json"


def written(table: Table, folder_url: str) -> str:
    """Return the JSON Schema of a table's JSON file; `folder_url` is where the data are published."""
    row = {
        "type": "object",
        "properties": {column.name: _described(column) for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": folder_url + path(table.name),
        "title": table.title["en"],
        "description": table.title["vi"],
        "type": "object",
        "properties": {
            "$schema": {"const": path(table.name)},
            "version": {"const": VERSION},
            "rows": {"type": "array", "items": row},
        },
        "required": ["$schema", "version", "rows"],
        "additionalProperties": False,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _described(column: Column) -> dict[str, Any]:
    form = FORMS[column.form]
    shape = {"anyOf": [{"const": ""}, form]} if column.empty else form
    return {"title": column.meaning["en"], "description": column.meaning["vi"], **shape}
