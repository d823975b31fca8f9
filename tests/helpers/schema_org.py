"""JSON-LD judged by the vocabulary of schema.org, as a library of its types knows it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import schema_org

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PUBLISHER = {
    "@type": "GovernmentOrganization",
    "name": "Ủy ban nhân dân phường Lê Chân",
    "address": "1 đường Thử",
    "telephone": "0225 000 000",
    "url": "https://sotay.lechan.vn/",
}
"""What the home page of tests says of the ward: the library takes seconds to build a type, too long for small tests."""


def things(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the things that a block speaks of."""
    given = {key: value for key, value in data.items() if key != "@context"}
    return list(given.get("@graph", [given]))


def refused(data: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not know of a block: types, properties, and values that a property does not take."""
    if data.get("@context") != "https://schema.org":
        yield f"context {data.get('@context')}"
    for thing in things(data):
        try:
            _built(thing)
        except (AttributeError, ValueError) as error:
            yield f"{thing.get('@type')}: {error}"


def _built(value: Any) -> Any:
    """Return a value as the library has it; `AttributeError` for an unknown type, `ValueError` for a wrong value."""
    if isinstance(value, list):
        return [_built(one) for one in value]
    if isinstance(value, dict):
        made = {key: _built(one) for key, one in value.items() if not key.startswith("@")}
        return getattr(schema_org, value["@type"])(**made)
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value
