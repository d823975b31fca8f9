"""The bytes of a file as text, or the encoding they look like: the ones Vietnamese was and is saved in."""

import codecs
import re
import unicodedata

from . import old_encodings

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer marks first: that of UTF-32 begins like that of UTF-16."""
_ACCENTED = re.compile("[à-ỹđ]", re.IGNORECASE)


def marked(data: bytes) -> str | None:
    """Return the text of bytes that begin with the mark of their encoding; nothing without, or if it lies."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def guess(data: bytes) -> str:
    r"""Return the name of the encoding that bytes look like which are not UTF-8; nothing where none is likely.

    >>> guess("Lê Lợi".encode("utf-16-le")), guess("Phường".encode("utf-16")), guess(b"C\xea Ch\xe2n")
    ('UTF-16', 'UTF-16', 'Windows-1258')
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    zeros = data[:4096].count(0)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or zeros * 5 > len(data[:4096]):
        return "UTF-16"
    if zeros:
        return ""
    return old_encoding(data) or ("Windows-1258" if _ACCENTED.search(_in_windows_1258(data)) else "")


def old_encoding(data: bytes) -> str:
    r"""Return the old encoding in which bytes that are no Unicode have more Vietnamese words than in Windows-1258.

    >>> old_encoding("Céng hßa x· héi chñ nghÜa".encode("latin-1")), old_encoding(b"Xa\xde la\xf2 ha\xf2 ma\xde ta\xf2")
    ('TCVN3 (ABC)', '')
    """
    old = old_encodings.in_text(data.decode("latin-1"))
    return old.name if old and old.count > old_encodings.vietnamese_words(_in_windows_1258(data)) else ""


def _in_windows_1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
