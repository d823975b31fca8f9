"""The numbers with which the parts of official texts begin, line by line: what they look like and which comes next.

After Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW: Phần, Chương, Mục, Tiểu mục, Điều, khoản and điểm of laws; `A.`,
`I.`, `1.`, `2.1.`, `1/`, `(1)`, `a)`, `-`, `+` and `*` of plans, letters and texts of the Party; Phụ lục and Mẫu.
"""

import re

_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
LETTERS = "abcdđeghiklmnopqrstuvxyzwj"
"""Letters of điểm in the order of the Vietnamese alphabet, as laws use them; those of other languages may follow."""
_UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

_ANNEX = r"([IVXLC]+|\d+|[A-Z])"
STRUCTURES = (
    ("phu-luc", "pl", re.compile(rf"((?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?(?:\s+{_ANNEX}(?!\w))?[.:]?)\s*(.*)", re.S)),
    ("mau", "mau", re.compile(r"((?:MẪU|Mẫu)\s+(?:SỐ|số)\s*:?\s*(\d+[a-zđ]?)(?:[-/][\w/.-]*)?[.:]?)\s*(.*)", re.S)),
    ("phan", "p", re.compile(r"((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?(\w+)[.:]?)\s*(.*)", re.S)),
    ("chuong", "c", re.compile(r"((?:CHƯƠNG|Chương)\s+([IVXLC]+|\d+)[.:]?)\s*(.*)", re.S)),
    ("tieu-muc", "t", re.compile(r"((?:TIỂU MỤC|Tiểu mục)\s+([IVXLC]+|\d+)[.:]?)\s*(.*)", re.S)),
    ("muc", "m", re.compile(r"((?:MỤC|Mục)\s+([IVXLC]+|\d+)[.:]?)\s*(.*)", re.S)),
)
"""Kind, what its ids begin with, and marker, number and title of the parts that have a line of their own."""
ARTICLE = re.compile(r"(Điều\s+(\d+[a-zđ]?)(?:\s?[.:](?=\D|\Z)|(?=\s*\Z)))\s*(.*)", re.S)
"""Marker, number and the rest of an article."""
_ATTACHED_LINE = re.compile(r"[(*_ ]*(?:ban hành )?kèm theo\b[^.;]*[)*_ ]+\Z", re.IGNORECASE)
LINE = re.compile(
    rf"""(?P<indent>[ \u00a0]*)
        (?P<marker>
            \#{{1,6}}\s+
          | [-–—+•*]\s+
          | (?:\*\*)?(?:\d{{1,2}}\.){{1,3}}\d{{1,2}}\.?\s+(?=\D)
          | (?:\*\*)?\d+[a-zđ]?(?:[.)\-–/]\s+|[.)](?=[{_UPPER}\[]))
          | (?:\*\*)?\(\d{{1,2}}\)\s*
          | [a-zđ]{{1,2}}\d?\)\s*
          | [a-zđ]\.\s+
          | (?:\*\*)?(?:[IVXLC]+|[A-Z])\s?[.\-–/]\s*(?=\**[“"{_UPPER}])
          | (?=\|)
        )""",
    re.VERBOSE,
)
"""Indent and mark of a line that begins a block of its own; with `\\s*` where copies lose the space behind a number."""


def bare(line: str) -> str:
    """Return a line without emphasis around it, no-break spaces as spaces."""
    return line.replace("\u00a0", " ").strip().strip("*_").strip()


def structure(line: str, *, heading: bool = False) -> tuple[str, str, str, str, str] | None:
    """Return kind, prefix, number, marker and title of a line that begins a Phần, Chương, Mục, Phụ lục or Mẫu.

    On a line that is no Markdown heading nothing but a title in capitals may follow: “Mục 1 Chương XI của Bộ luật này”
    is a reference.
    """
    words = line.strip().strip("*").strip() if heading else bare(line)
    for kind, prefix, pattern in STRUCTURES:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        own = arabic(found[2] or "")
        if not heading and not ((not found[3] or is_title(found[3])) and (own[:1].isdigit() or kind == "phu-luc")):
            return None
        if kind in ("chuong", "muc") and not heading and "\n" in found[1]:
            return None
        return kind, prefix, own, found[1], found[3].strip()
    return None


def is_structure(line: str) -> bool:
    """Return whether a line, no heading of Markdown, begins a Phần, Chương, Mục, Phụ lục or Mẫu."""
    return bool(re.match(r"[\s*_]*(?:ph|ch|ti|m)", line, re.IGNORECASE)) and structure(line) is not None


def is_title(line: str) -> bool:
    """Return whether a line is written in capitals, as titles are, or says of what a text is an annex."""
    words = re.sub(r"\[\d+\]", "", bare(line))
    return bool(re.search(rf"[{_UPPER}]{{2}}", words)) and words == words.upper() and "|" not in words


def is_attached(line: str) -> bool:
    """Return whether a line of its own says of what the text is an annex: “(Kèm theo Nghị quyết số …)”."""
    return bool(_ATTACHED_LINE.fullmatch(line.replace("\u00a0", " ").strip())) and "(" in line


def is_article(line: str) -> bool:
    """Return whether a line, no heading of Markdown, begins an article."""
    return bool(re.match(r"[ \u00a0]*\**Điều\s+\d+[a-zđ]?(?:\s?[.:](?=\D|\Z)|\s*\**\s*\Z)", line))


def arabic(own: str) -> str:
    """Return a number of a Phần or Chương in digits: `II` and `thứ hai` give `2`."""
    if own.lower() in _ORDINALS:
        return str(_ORDINALS.index(own.lower()) + 1)
    if re.fullmatch("[IVXLC]+", own):
        return str(roman_value(own))
    return own


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in capitals (1 to 399)."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def order(number: str) -> tuple[int, str] | None:
    """Return what puts numbers of one kind into order: `12a` after `12`, `đ` after `d`, `IV` after `III`.

    >>> order("12a"), order("đ"), order("IV"), order("B")
    ((12, 'a'), (5, ''), (4, ''), (2, ''))
    """
    digits = re.fullmatch(r"(\d+)([a-zđ]?)", number)
    if digits:
        return int(digits[1]), digits[2]
    if re.fullmatch(r"[a-zđ]\d?", number) and number[0] in LETTERS:
        return LETTERS.index(number[0]) + 1, number[1:]
    if len(number) > 1 or number in "IVX":
        return (roman_value(number), "") if re.fullmatch("[IVXLC]+", number) else None
    return (ord(number) - ord("A") + 1, "") if "A" <= number <= "Z" else None


def follows(before: str | None, number: str) -> bool:
    """Return whether a number comes right after another of its kind, or begins the row.

    >>> follows(None, "1"), follows("2", "3"), follows("2", "2a"), follows("2a", "3"), follows("2", "2025")
    (True, True, True, True, False)
    """
    now, last = order(number), order(before) if before else (0, "")
    if now is None or last is None:
        return True
    if now[1]:
        return now[0] == last[0] and now[1] > last[1]
    return now[0] == last[0] + 1
