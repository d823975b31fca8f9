"""The content as data, as JSON and CSV, the same bytes at every build.

Provisions, questions, slogans, entries of digests, rates in force, and what only the ward knows.
"""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from ..content.ward import FIELDS
from ..documents.provisions import anchor
from ..handbook import Handbook
from ..text import plain
from .labels import document_name, mention
from .urls import Urls
from .ward_fields import called

FOLDER = "du-lieu"
"""Folder of the files below the site."""


def exports(handbook: Handbook, urls: Urls) -> Mapping[str, str]:
    """Return path below the site → text of each export."""
    files: dict[str, str] = {}
    for name, rows in {
        "quy-dinh": _provisions(handbook, urls),
        "hoi-dap": _questions(handbook, urls),
        "khau-hieu": _slogans(handbook, urls),
        **({"tom-luoc": _told(handbook, urls)} if handbook.registry.digests else {}),
        **({"muc-tien": _rates(handbook, urls)} if handbook.rates else {}),
        "phuong": _ward(handbook),
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
                "address": f"{urls.page(document.page_of_text)}#{provision.anchor}",
                "citation": mention(handbook.registry, provision.id, "vi", first=True),
                "text": " ".join(plain(provision.text).split()),
            }
            for provision in (text.provisions.values() if text else ())
        ]
    return rows


_DIGEST_FIELDS = ("id", "address", "kind", "law", "symbol", "dieu", "khoan", "diem", "title", "title_en", "vi", "en")
_PROOF_FIELDS = ("compared_against", "compared_on", "reported_by", "url")


def _told(handbook: Handbook, urls: Urls) -> list[dict[str, Any]]:
    """Return the entries of digests and reports, in both languages; what one has not is empty."""
    rows = []
    for digest in handbook.registry.digests.values():
        record = handbook.registry.documents[digest.document].record
        for entry in digest.entries.values():
            row = dict.fromkeys((*_DIGEST_FIELDS, *_PROOF_FIELDS), "")
            row |= {
                "id": entry.id,
                "address": f"{urls.page(digest.page)}#{entry.anchor}",
                "kind": "report" if digest.report else "digest",
                "law": document_name(record, "vi", first=False),
                "symbol": record.symbol or "",
                "title": entry.texts["vi"].title,
                "vi": _one_line(entry.texts["vi"].words),
            }
            if "en" in entry.texts:
                row |= {"title_en": entry.texts["en"].title, "en": _one_line(entry.texts["en"].words)}
            if digest.compared:
                dieu, khoan, diem = _place(entry.pin)
                row |= {"dieu": dieu, "khoan": khoan, "diem": diem}
                compared = digest.compared
                row |= {"compared_against": compared.against, "compared_on": compared.on.isoformat()}
            if digest.source:
                row |= {"reported_by": digest.source.outlet, "url": digest.source.url}
            rows.append(row)
    return rows


def _rates(handbook: Handbook, urls: Urls) -> list[dict[str, Any]]:
    """Return the rates in force, each with the first day on which it holds and the entry that says so."""
    return [
        {
            "id": rate.name,
            "value": rate.value,
            "unit": rate.unit,
            "from": rate.since.isoformat(),
            "until": rate.until.isoformat() if rate.until else "",
            "entry": rate.entry,
            "address": f"{urls.page(handbook.registry.page_of(rate.entry))}#{anchor(rate.entry)}",
            "vi": rate.called["vi"],
            "en": rate.called["en"],
        }
        for rate in handbook.rates.values()
        if rate.entry in handbook.registry.entries
    ]


def _ward(handbook: Handbook) -> list[dict[str, Any]]:
    """Return what only the ward knows; what it has not filled in is empty."""
    return [
        {
            "id": name,
            "name": called(name, "vi"),
            "vi": handbook.ward.value(name, "vi"),
            "en": handbook.ward.value(name, "en"),
        }
        for name in FIELDS
    ]


def _place(pin: str) -> tuple[str, str, str]:
    """Return the numbers of Điều, khoản and điểm that a pin names, each empty where it names none."""
    parts = pin.split(".")
    numbers = {part[0] if part[1:2].isdigit() else "": part for part in parts}
    return numbers.get("d", "")[1:], numbers.get("k", "")[1:], numbers.get("", "")


def _one_line(markdown: str) -> str:
    return " ".join(plain(markdown).split())


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
