"""The content as tables, each as JSON and CSV with its schema, the same bytes at every build."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...content.model import Page
from ...handbook import Handbook
from ...settings import LANGUAGES
from ...unchanged import Unchanged
from ..urls import Urls
from . import FOLDER, document_rows, page_rows, schema
from .schema import Row

_ROWS: Mapping[str, Callable[[Handbook, Urls], Iterator[Row]]] = {
    "van-ban": document_rows.documents,
    "quy-dinh": document_rows.provisions,
    "tom-luoc": document_rows.entries,
    "muc-tien": document_rows.rates,
    "phuong": page_rows.ward,
}
"""Name of a table → what yields its rows, which depend on the handbook's basis alone."""
_ROWS_OF_PAGE: Mapping[str, tuple[Callable[[Page, Page, Handbook, Urls, Unchanged], Iterator[Row]], Sequence[str]]] = {
    "hoi-dap": (page_rows.questions, ("vi",)),
    "khau-hieu": (page_rows.slogans, ("vi",)),
    "trich-dan": (page_rows.citations, LANGUAGES),
}
"""Name of a table → what yields the rows of a page, and the languages whose pages have any."""
_LINE = ",\n   "
"""What stands between the values of a row."""
_ROW = json.JSONEncoder(ensure_ascii=False, separators=(_LINE, ": "))


@dataclass(frozen=True)
class _Part:
    """Some rows of a table, written."""

    json: tuple[str, ...]
    csv: str


def files(handbook: Handbook, urls: Urls, unchanged: Unchanged) -> Mapping[str, str]:
    """Return path below the site → text of every table with rows, as JSON and CSV, and of its schema.

    What the pages of `unchanged` say is not written again.
    """
    found: dict[str, str] = {}
    for name, table in schema.tables().items():
        parts = list(_parts(name, handbook, urls, unchanged))
        rows = [row for part in parts for row in part.json]
        if not rows:
            continue
        found[f"{FOLDER}/{name}.json"] = _json({"$schema": schema.path(name), "version": schema.VERSION}, rows)
        head = _csv([[column.name for column in table.columns]])
        found[f"{FOLDER}/{name}.csv"] = "\ufeff" + head + "".join(part.csv for part in parts)  # the mark: UTF-8
        found[f"{FOLDER}/{schema.path(name)}"] = schema.written(table, f"{urls.root_url}{FOLDER}/")
    return found


def _parts(name: str, handbook: Handbook, urls: Urls, unchanged: Unchanged) -> Iterator[_Part]:
    """Yield a table in parts, each made of one page or of the basis of all."""
    basis = handbook.basis, urls
    if name in _ROWS:
        yield unchanged.get(("rows", name), basis, partial(_written, name, _ROWS[name](handbook, urls)))
        return
    rows, languages = _ROWS_OF_PAGE[name]
    for language in languages:
        for key, page in handbook.pages[language].items():
            if page.language != language:
                continue  # not translated yet: the rows of the original are there already
            other = handbook.pages["en"].get(key, page)
            make = partial(_written, name, rows(page, other, handbook, urls, unchanged))
            yield unchanged.get(("rows", name, page.path), (*basis, page, other), make)


def _written(name: str, rows: Iterable[Row]) -> _Part:
    columns = [column.name for column in schema.tables()[name].columns]
    known = list(rows)
    return _Part(tuple(map(_json_row, known)), _csv([_cell(row[column]) for column in columns] for row in known))


def _json(head: Mapping[str, object], rows: Iterable[str]) -> str:
    """Return a table as JSON, each value on a line: as `json` indents it, which takes it three times as long."""
    listed = ",\n  ".join(rows)
    return json.dumps({**head, "rows": []}, ensure_ascii=False, indent=1)[:-3] + f"\n  {listed}\n ]\n}}\n"


def _json_row(row: Row) -> str:
    if any(isinstance(value, list) for value in row.values()):
        return json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n  ")
    return f"{{\n   {_ROW.encode(row)[1:-1]}\n  }}"


def _csv(rows: Iterable[Iterable[str]]) -> str:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(rows)
    return table.getvalue()


def _cell(value: Any) -> str:
    """Return a value as a cell: lists with spaces between, true and false as JSON has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else str(value)
