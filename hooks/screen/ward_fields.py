"""What only the ward knows, as pages show it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..content.ward import FIELDS, Ward
from ..settings import Publisher
from .interface import say
from .pins import day_in_words


@dataclass(frozen=True)
class FilledIn:
    """One of the ward's details."""

    words: str
    """Its value, or that the ward will fill it in."""
    href: str = ""
    """Where it leads: a telephone number or an address."""
    blank: bool = False
    """Whether it is not filled in yet."""


def called(name: str, language: str) -> str:
    """Return what a detail is called in a language."""
    return say(language, f"ward_{name.replace('-', '_')}")


def filled_in(ward: Ward, language: str) -> Mapping[str, FilledIn]:
    """Return name → how it is shown in a language."""
    return {name: _filled(name, ward.value(name, language), language) for name in FIELDS}


def _filled(name: str, value: str, language: str) -> FilledIn:
    if not value:
        return FilledIn(say(language, "ward_blank"), blank=True)
    kind = FIELDS[name]
    if kind == "phone":
        return FilledIn(value, f"tel:{re.sub(r'[ .]', '', value)}")
    if kind == "day":
        return FilledIn(day_in_words(date.fromisoformat(value), language))
    return FilledIn(value, value if kind == "url" else "")


def publisher(ward: Ward) -> Publisher:
    """Return who publishes the site."""
    name, address, contact = (ward.value(name, "vi") for name in ("ten", "dia-chi", "dien-thoai"))
    return Publisher(name, address, contact, bool(ward.value("ngay-duyet", "vi")))
