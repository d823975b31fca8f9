"""The lines of an official text, from plain text, Markdown, Word or PDF.

Nothing is judged here: a line comes out as the file has it, in NFC, without the marks of Markdown, without page heads.
The libraries for Word and PDF are loaded where they are used: every command imports this, and they take longer than it.
"""

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ...findings.finding import Reason

FORMATS = (".txt", ".md", ".docx", ".pdf")
"""What can be read, by the end of the file's name."""
_LEAST_LETTERS_OF_A_PAGE = 40
"""A PDF with fewer on average is a scan."""
_MARKDOWN = re.compile(r"\*\*|__|^\s*(?:#{1,6}\s+|>\s?)+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_GLUED = re.compile(r"(?<=[^\W\d_A-ZĐ]{3})(?=\d)")
"""A copy that lost a space: `gồm67 xã`."""
_PAGE_HEAD = re.compile(r"CÔNG BÁO/Số \d.*|\s*\d{1,3}\s*", re.IGNORECASE)


class UnreadableError(Exception):
    """A file that gives no text; its reason has words in messages.toml."""

    def __init__(self, reason: Reason) -> None:
        """Say why."""
        super().__init__(reason.name)
        self.reason = reason


def read(path: Path) -> tuple[str, ...]:
    """Return the lines of the text in a file, or raise `UnreadableError`."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableError(Reason("official-format", {"formats": ", ".join(FORMATS)}))
    try:
        found = {".docx": _word, ".pdf": _pdf}.get(suffix, _plain)(path)
    except FileNotFoundError:
        raise UnreadableError(Reason("official-missing")) from None
    except OSError:
        raise UnreadableError(Reason("denied")) from None
    lines = tuple(" ".join(unicodedata.normalize("NFC", line).split()) for line in found)
    if not any(lines):
        raise UnreadableError(Reason("empty"))
    return lines


def _plain(path: Path) -> list[str]:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(Reason("bytes")) from None
    return [_GLUED.sub(" ", _MARKDOWN.sub("", line)) for line in text.splitlines()]


def _word(path: Path) -> list[str]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise UnreadableError(Reason("official-locked")) from None
    return [line for block in document.iter_inner_content() for line in _block(block)]


def _block(block: object) -> Iterator[str]:
    """Yield the lines of a paragraph or table; a row is one line, cells divided by bars, a merged cell once."""
    from docx.table import Table

    if isinstance(block, Table):
        for row in block.rows:
            cells = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}
            yield " | ".join(cells.values())
    else:
        yield from str(getattr(block, "text", "")).splitlines()


def _pdf(path: Path) -> list[str]:
    if not path.is_file():
        raise FileNotFoundError(path)
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            pages = [page.get_textpage().get_text_range().splitlines() for page in document]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(
            Reason("official-locked") if "assword" in str(error) else Reason("official-broken")
        ) from None
    if sum(len(line) for page in pages for line in page) < _LEAST_LETTERS_OF_A_PAGE * len(pages):
        raise UnreadableError(Reason("official-scan"))
    edges = Counter(line for page in pages for line in dict.fromkeys((*page[:1], *page[-1:])))
    repeated = {line for line, count in edges.items() if count > len(pages) / 2 and len(pages) > 1}
    return [
        line
        for page in pages
        for number, line in enumerate(page)
        if not (number in (0, len(page) - 1) and (line in repeated or _PAGE_HEAD.fullmatch(line)))
    ]
