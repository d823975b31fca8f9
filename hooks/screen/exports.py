"""The content as data: provisions, questions and slogans as JSON and CSV, the same bytes at every build."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from ..analyse import Handbook
from ..text import plain
from .labels import mention
from .urls import Urls

FOLDER = "du-lieu"
"""Folder of the files below the site."""


def exports(handbook: Handbook, urls: Urls) -> Mapping[str, str]:
    """Return path below the site → text of each export."""
    files: dict[str, str] = {}
    for name, rows in {
        "quy-dinh": _provisions(handbook, urls),
        "hoi-dap": _questions(handbook, urls),
        "khau-hieu": _slogans(handbook, urls),
    }.items():
        files[f"{FOLDER}/{name}.json"] = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
        table = io.StringIO()
        writer = csv.DictWriter(table, list(rows[0]) if rows else ["id"], lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
        files[f"{FOLDER}/{name}.csv"] = "\ufeff" + table.getvalue()  # the mark lets spreadsheets see UTF-8
    return files


def _cell(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def _provisions(handbook: Handbook, urls: Urls) -> list[dict[str, Any]]:
    rows = []
    for document in handbook.registry.documents.values():
        text = document.original
        rows += [
            {
                "id": provision.id,
                "address": f"{urls.page(document.record.page)}#{provision.anchor}",
                "citation": mention(handbook.registry, provision.id, "vi", first=True),
                "text": " ".join(plain(provision.text).split()),
            }
            for provision in (text.provisions.values() if text else ())
        ]
    return rows


def _questions(handbook: Handbook, urls: Urls) -> list[dict[str, Any]]:
    return [
        {
            "id": question.section.id,
            "address": f"{urls.page(page.key)}#{question.section.id}",
            "question": plain(question.section.title),
            "answer": " ".join(question.opening.split()),
            "answered": question.section.answered,
            "readers": list(question.section.readers),
            "cites": list(dict.fromkeys(link.cited for link in question.section.citations)),
        }
        for page in handbook.pages["vi"].values()
        for question in page.questions
    ]


def _slogans(handbook: Handbook, urls: Urls) -> list[dict[str, Any]]:
    return [
        {
            "id": slogan.section.id,
            "address": f"{urls.page(page.key)}#{slogan.section.id}",
            "slogan": slogan.words,
            "lines": " | ".join(slogan.lines),
            "verbatim": slogan.section.verbatim,
            "cites": list(dict.fromkeys(link.cited for link in slogan.section.citations)),
        }
        for page in handbook.pages["vi"].values()
        for slogan in page.slogans
    ]
