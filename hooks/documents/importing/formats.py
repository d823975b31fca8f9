"""The file somebody hands over, whatever its kind."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ... import old_encodings
from ...findings.finding import Reason
from ..official.readers import UnreadableError
from . import pdf, plain, web, word
from .source import Source

FORMATS = (".docx", ".pdf", ".html", ".htm", ".txt", ".md")
"""What can be brought in, by the end of the file's name."""
_READERS = {".html": web.read, ".htm": web.read}
_COUNTING_READERS = {".pdf": pdf.read, ".docx": word.read, ".doc": word.read}
"""Those that say how far they are."""


def read(path: Path, progress: Callable[[int, int], None] = lambda done, of: None) -> Source:
    """Return the text of a file in NFC, or raise `UnreadableError`; `progress` is told of pages or paragraphs."""
    suffix = path.suffix.lower()
    if suffix not in (*FORMATS, ".doc"):
        raise UnreadableError(Reason("official-format", {"formats": ", ".join(FORMATS)}))
    if not path.is_file():
        raise UnreadableError(Reason("official-missing"))
    try:
        counting = _COUNTING_READERS.get(suffix)
        found = counting(path, progress) if counting else _READERS.get(suffix, plain.read)(path)
    except OSError:
        raise UnreadableError(Reason("denied")) from None
    old = old_encodings.in_typefaces(found.typefaces) or old_encodings.in_text(
        " ".join(line.words for line in found.lines)
    )
    if old:
        raise UnreadableError(Reason("import-encoding", {"name": old.name, "words": old.words}))
    lines = (
        replace(line, text=_nfc(line.text), rows=tuple(tuple(_nfc(cell) for cell in row) for row in line.rows))
        for line in found.lines
    )
    return replace(found, lines=tuple(lines))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
