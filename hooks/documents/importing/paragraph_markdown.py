"""One paragraph as the Markdown of a page that holds a text: escaped, with the attribute that names what it is."""

import re

from .. import markers
from .paragraphs import Paragraph

_ESCAPED = re.compile(r"[\\`*_<>{}]|(?<=\])(?=[(:])")
_LETTERHEAD = (
    ("vb-quoc-hieu", re.compile(r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|độc lập\s*-\s*tự do|ĐẢNG CỘNG SẢN VIỆT NAM", re.I)),
    ("vb-so-hieu", re.compile(r"(?:bộ luật|luật|nghị quyết|nghị định)?\s*số\s*:?\s+\S+\Z", re.I)),
    ("vb-ngay-thang", re.compile(r".{0,40}ngày\s.{0,20}tháng\s.{0,20}năm\s.{0,8}\Z", re.I)),
    ("vb-can-cu", re.compile(r"(?:căn cứ|theo đề nghị|xét đề nghị)\s|.{0,150}\bban hành\b", re.I)),
)
"""Class of a line of the letterhead, and how such a line reads."""
_ISSUERS = re.compile(r"QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|ỦY BAN|UỶ BAN|BỘ |BAN |ĐẢNG |THÀNH |TỈNH |VĂN PHÒNG")
_LONGEST_SUBJECT = 200


def without_attributes(markdown: str) -> str:
    """Return Markdown without the lines that the program itself puts in: attributes, and rules of tables."""
    return re.sub(r"^\{:.*\}$|^\|(?: --- \|)+$", "", markdown, flags=re.MULTILINE)


def of_provision(words: str) -> str:
    """Return a paragraph of the provisions, its number or dash such that Markdown and our numbering see the same."""
    found = markers.LINE.match(words)
    sign = found["marker"].strip() if found else ""
    if not found or not sign:
        return escaped_line(words)
    if re.match(r"\d{4}", sign) or sign == "|":
        return escaped(words).replace(sign, sign[:-1] + "\\" + sign[-1], 1)
    return f"{sign} {escaped(words[found.end() :])}"


def of_letterhead(words: str) -> str:
    """Return a paragraph above the provisions: who issues, number, day, name, grounds."""
    for name, pattern in _LETTERHEAD:
        if pattern.match(words):
            return _kept(words, name)
    if markers.is_title(words) and _ISSUERS.match(words):
        return _kept(words, "vb-co-quan")
    return _kept(words, "vb-trich-yeu" if len(words) < _LONGEST_SUBJECT else "vb-dau")


def below_provisions(words: str) -> str:
    """Return a paragraph below the provisions: recipients and their list, signature, notes."""
    if re.match(r"[-–+•]\s", words):
        return f"- {escaped(words[1:].strip())}"
    if re.match(r"nơi nhận", words, re.IGNORECASE):
        return _kept(words, "vb-noi-nhan")
    if re.match(r"\[\d+\]", words):
        return _kept(words, "vb-chu-thich")
    return _kept(words, "vb-chu-ky" if markers.is_title(words) else "vb-cuoi")


def as_table(table: Paragraph) -> str:
    """Return a table, its rows filled up to the longest."""
    width = max(len(row) for row in table.rows)
    rows = [[" ".join(escaped(cell).replace("|", "\\|").split()) for cell in row] for row in table.rows]
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def escaped(words: str) -> str:
    """Return words in which Markdown sees no mark of its own."""
    return _ESCAPED.sub(lambda found: f"\\{found[0]}", words)


def escaped_line(words: str) -> str:
    """Return words that Markdown takes neither for a mark nor for the beginning of a heading or a table."""
    return re.sub(r"^(?=[#|~=])", r"\\", escaped(words), count=1)


def _kept(words: str, name: str) -> str:
    return f"{escaped_line(words)}\n{{: .{name} }}"
