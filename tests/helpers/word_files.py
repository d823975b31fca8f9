"""Word files as officials write them, with what python-docx cannot make put in as XML."""

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def written(*paragraphs: tuple[str, str], then: Callable[[Document], None] | None = None) -> bytes:
    """Return a Word file of paragraphs, each a style and its words; `**words**` are bold throughout."""
    file = docx.Document()
    for style, words in paragraphs:
        run = file.add_paragraph(style=style).add_run(words.strip("*"))
        run.bold = words.startswith("**") or None
    if then:
        then(file)
    return saved(file)


def changed(content: bytes, change: Callable[[Document], None]) -> bytes:
    """Return a Word file after somebody has worked on it."""
    file = docx.Document(io.BytesIO(content))
    change(file)
    return saved(file)


def saved(file: Document) -> bytes:
    """Return the bytes of a file."""
    into = io.BytesIO()
    file.save(into)
    return into.getvalue()


def add_tracked(file: Document, inserted: str, deleted: str) -> None:
    """Add a paragraph in which some words were inserted and others deleted with the changes tracked."""
    paragraph = file.add_paragraph("Phường ")
    for mark, tag, words in (("ins", "t", inserted), ("del", "delText", deleted)):
        paragraph._p.append(
            parse_xml(
                f'<w:{mark} {nsdecls("w")} w:id="1" w:author="a" w:date="2026-11-01T00:00:00Z">'
                f"<w:r><w:{tag}>{words}</w:{tag}></w:r></w:{mark}>"
            )
        )


def add_table(file: Document, rows: Sequence[Sequence[str]]) -> None:
    """Add a table."""
    table = file.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said
