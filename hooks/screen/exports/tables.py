"""The content as tables, each as JSON and CSV with its schema, the same bytes at every build."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...handbook import Handbook
from ..urls import Urls
from . import FOLDER, document_rows, page_rows, schema
from .schema import Row

_ROWS: Mapping[str, Callable[[Handbook, Urls], Iterator[Row]]] = {
    "van-ban": document_rows.documents,
    "quy-dinh": document_rows.provisions,
    "tom-luoc": document_rows.entries,
    "hoi-dap": page_rows.questions,
    "khau-hieu": page_rows.slogans,
    "muc-tien": document_rows.rates,
    "trich-dan": page_rows.citations,
    "phuong": page_rows.ward,
}
"""Name of a table → what yields its rows."""
_LINE = ",\n   "
"""What stands between the values of a row."""


def files(handbook: Handbook, urls: Urls) -> Mapping[str, str]:
    """Return path below the site → text of every table with rows, as JSON and CSV, and of its schema."""
    found: dict[str, str] = {}
    for name, table in schema.tables().items():
        rows = list(_ROWS[name](handbook, urls))
        if not rows:
            continue
        found[f"{FOLDER}/{name}.json"] = _json({"$schema": schema.path(name), "version": schema.VERSION}, rows)
        found[f"{FOLDER}/{name}.csv"] = _csv([column.name for column in table.columns], rows)
        found[f"{FOLDER}/{schema.path(name)}"] = schema.written(table, f"{urls.root_url}{FOLDER}/")
    return found


def _json(head: Mapping[str, object], rows: list[Row]) -> str:
    """Return a table as JSON, each value on a line: as `json` indents it, which takes it three times as long."""
    listed = ",\n  ".join(map(_json_row, rows))
    return json.dumps({**head, "rows": []}, ensure_ascii=False, indent=1)[:-3] + f"\n  {listed}\n ]\n}}\n"


def _json_row(row: Row) -> str:
    if any(isinstance(value, list) for value in row.values()):
        return json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n  ")
    return f"{{\n   {json.dumps(row, ensure_ascii=False, separators=(_LINE, ': '))[1:-1]}\n  }}"


def _csv(columns: list[str], rows: list[Row]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return "\ufeff" + table.getvalue()  # the mark lets spreadsheets see UTF-8


def _cell(value: Any) -> str:
    """Return a value as a cell: lists with spaces between, true and false as JSON has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else str(value)
