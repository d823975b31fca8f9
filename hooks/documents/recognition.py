"""Which number or letter a block of a document begins with, in the light of what is open above it."""

import re
from dataclasses import dataclass, field

from . import markers
from .outline import Block
from .provisions import Provision

RANKS = {"phu-luc": -2.0, "mau": -1.0, "phan": 0, "chuong": 1, "muc": 2, "tieu-muc": 3, "dieu": 4}
"""What stands in what: a part ends where one of its own rank or a lower one begins."""
_LETTERED, _ROMAN, _ITEM, NUMBER, LETTER, _BRACKETED, _DASH = 0.5, 1, 2, 5, 6, 6.5, 7
_MOST_LEAPT = 3
"""A capital in front of a title may leap over as many as were lost in copying; a larger leap is a name."""


@dataclass(frozen=True)
class Mark:
    """What a block begins with."""

    kind: str
    """As of a provision."""
    prefix: str
    """What its number has before it in an id."""
    rank: float
    """Of `RANKS`, and below them."""
    number: str
    """Its own number."""
    marker: str
    """As printed."""
    text: str
    """The words behind it."""


@dataclass
class Open:
    """What is open while a document is read."""

    document: str
    """Id of the document."""
    stack: list[tuple[float, Provision]] = field(default_factory=list)
    """Rank and provision, from the outside in."""
    last: dict[tuple[str, str], str] = field(default_factory=dict)
    """Id of the provision above, and kind → the number that came last."""
    roman_first: bool = False
    """Whether capital letters stand below Roman numerals here."""

    @property
    def in_article(self) -> bool:
        """Whether an article is open."""
        return any(one.kind == "dieu" for _, one in self.stack)

    def mark(self, block: Block) -> Mark | None:
        """Return what a block begins with; nothing where it goes on with what is open."""
        sign = block.marker.strip().strip("*") or block.marker.strip()
        if sign and sign in "-–—+•*":
            return Mark("plus" if sign == "+" else "dash", "", self._dash_rank(sign, block), "", sign, block.text)
        lines = block.text.split("\n")
        title = markers.structure(block.text.rstrip() if block.heading else lines[0], heading=block.heading)
        if title and (block.heading or not sign):
            kind, prefix, own, marker, first = title
            rest = " ".join(filter(None, (first, *(markers.bare(line) for line in lines[1:] if not block.heading))))
            if kind == "phu-luc" and not own and ("pl", "") in self.last:
                own = str(int(self.last["pl", ""] or 1) + 1)
            return Mark(kind, prefix, RANKS[kind], own, marker, rest)
        if not sign and len(lines) > 1 and markers.is_attached(lines[-1]):
            return Mark("phu-luc", "pl", RANKS["phu-luc"], "", "", block.text)
        if (block.heading or not sign) and (article := markers.ARTICLE.fullmatch(block.text.rstrip().lstrip("*"))):
            return Mark("dieu", "d", RANKS["dieu"], article[2], article[1], article[3].strip().replace("**", "", 1))
        if block.heading:
            found = markers.LINE.match(block.text) if not block.text.startswith("*") else None
            if not found or not re.match(r"\w", found["marker"]) or not found["marker"][0].isalnum():
                return None
            return self._counted(found["marker"].strip(), block.text[found.end() :].strip(), heading=True)
        if not sign:
            return None
        text = block.text.replace("**", "", 1) if block.marker.startswith("**") else block.text
        return self._counted(sign, text, heading=False)

    def _counted(self, sign: str, text: str, *, heading: bool) -> Mark | None:
        """Return the mark of a number or letter, or nothing where it is none here: `V. I. Lênin`, `C. Mác`."""
        own = re.sub(r"[()/\s–-]|\.\Z", "", sign)
        if "." in own and own.replace(".", "").isdigit():
            return self._multilevel(sign, own, text)
        if own[:1].isdigit():
            if heading and not sign.startswith("("):
                return Mark("item", "", _ITEM, own, sign, text)
            rank = self._number_rank(sign)
            return Mark("khoan", "k" if self.in_article and rank == NUMBER else "", rank, own, sign, text)
        if own.islower():
            return Mark("diem", "", LETTER, own, sign, text)
        return self._capital(sign, own, text, heading=heading)

    def _number_rank(self, sign: str) -> float:
        """Return the rank of `1.`, `1/`, `1)` or `(1)`: that of an open one in its style, else below what is open."""
        counted = [(rank, one) for rank, one in self.stack if one.kind == "khoan" and "." not in one.marker[:-1]]
        styles = {_style(one.marker): rank for rank, one in counted}
        style = _style(sign)
        if style in styles:
            return styles[style]
        below = {rank for rank, one in self.stack if one.kind in ("khoan", "diem") and rank >= LETTER}
        if style == "(":
            return max([_BRACKETED, *(rank + 0.01 for rank in below)])
        return max([_BRACKETED, *(rank + 0.01 for rank in below)]) if styles and style in "/)" else NUMBER

    def _capital(self, sign: str, own: str, text: str, *, heading: bool) -> Mark | None:
        """Return `A.` or `I.`: a letter where it is the next letter, a Roman numeral where it is the next of these."""
        for kind, rank in self._capital_ranks():
            if kind == "letter" and len(own) > 1:
                continue
            above = next((one.id for level, one in reversed(self.stack) if level < rank), self.document)
            before = self.last.get((above, kind))
            value, last = _value(own, kind), _value(before, kind) if before else 0
            leapt = last and last < value <= last + _MOST_LEAPT and markers.is_title(text)
            if value and (value == last + 1 or leapt or (heading and kind == "roman")):
                lettered = any(other == "letter" for _, other in self.last)
                self.roman_first = self.roman_first or (kind == "roman" and not lettered)
                return Mark(kind, "", rank, own, sign, text)
        return None

    def _capital_ranks(self) -> tuple[tuple[str, float], ...]:
        article = RANKS["dieu"] + 0.5 if self.in_article else 0
        lettered = article or (_ROMAN + 0.5 if self.roman_first else _LETTERED)
        return ("letter", lettered), ("roman", article or _ROMAN)

    def _multilevel(self, sign: str, own: str, text: str) -> Mark | None:
        """Return `2.1.` as the first part of 2, which has to be open; `12.5` in running text is none."""
        parts = own.split(".")
        rank = (NUMBER if any(one.kind == "khoan" for _, one in self.stack) else _ITEM) + len(parts) / 10
        above = [one for level, one in self.stack if level < rank]
        if not above or above[-1].kind not in ("khoan", "item") or above[-1].number != parts[-2]:
            return None
        return Mark("khoan", "", rank, parts[-1], sign, text)

    def _dash_rank(self, sign: str, block: Block) -> float:
        if sign == "*":
            stars = [level for level, one in self.stack if one.marker == "*"]
            dashes = [level for level, one in self.stack if one.kind in ("dash", "plus")]
            return stars[0] if stars else dashes[-1] + 0.5 if dashes else _DASH - 0.1
        return _DASH + 2 * (block.indent // 4) + (sign == "+")


def _style(sign: str) -> str:
    return "(" if sign.startswith("(") else sign[-1] if sign[-1] in "/)" else "."


def _value(own: str, kind: str) -> int:
    """Return the value of a capital as a letter or as a Roman numeral; 0 where it is none."""
    if kind == "letter":
        return ord(own) - ord("A") + 1
    return markers.roman_value(own) if set(own) <= set("IVXLC") else 0
