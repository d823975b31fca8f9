"""Did you mean: mistakes people really make first, spelling second."""

import difflib
import re
from collections.abc import Iterable

from ..text import fold
from .markers import roman_value

_NUMERAL = re.compile(r"[ivxlc]+\Z")


def document_key(name: str) -> str:
    """Return a form in which case, marks, spaces and punctuation do not count: `58-CT/TW` gives `58cttw`."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


def provision_key(provision_id: str) -> str:
    """Return a form in which `CV-ii-1-2`, `cv.2.1.2`, `cv/II/1/2` and `cv.II.1.2` are one."""
    parts = [part for part in re.split(r"[\s./_\-–#]+", fold(provision_id.replace("đ", "dd"))) if part]
    return ".".join(str(roman_value(part.upper())) if _NUMERAL.match(part) else part for part in parts)


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word spelled most like `word`, or nothing."""
    found = difflib.get_close_matches(word, list(known), 1, cutoff=0.6)
    return found[0] if found else ""
