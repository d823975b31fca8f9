"""From the lines of an official text to its provisions, found by their numbers and the order of these.

A number counts only where it is the next one: quoted amendments, footnotes and wrapped lines have numbers too. What
stands before the first Điều is the head of the file and is skipped; footnotes of a consolidated text end it.
"""

import re
from collections.abc import Iterable, Set

from ...text import normalise
from ..framing import CLOSING
from ..markers import LETTERS, roman_value
from .official_text import FOOTNOTE, OfficialText, Passage

_ARTICLE = re.compile(r"[*\s]*Điều (?P<number>\d+)(?P<letter>[a-zđ]?)\s?[.:]")
_CLAUSE = re.compile(r"(?P<number>\d{1,3})(?P<letter>[a-zđ]?)\s?\.(?!\d)")
_POINT = re.compile(r"(?P<letter>[a-zđ])(?P<number>\d?)\s?\)")
_CHAPTER = re.compile(r"chương (?P<number>[ivxlc]+|\d+)\b", re.IGNORECASE)
_DIVISION = re.compile(r"mục (?P<number>\d+|[ivxlc]+)\b(?!\s+(?:này|điều|chương))", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?: (?:số )?(?P<number>[IVXLC]+|\d+))?(?P<rest>\b.{0,90})")
_MOST_SKIPPED = 3
"""A number may leap over as many as were lost in copying; a larger leap is a figure."""


def parse(lines: Iterable[str]) -> OfficialText:
    """Return the provisions of a text; none where it has no Điều.

    Where the numbers of the Điều begin anew (a table of contents, a second copy), the longer run is the text.
    """
    in_order = tuple(lines)
    numbers = {int(found["number"]) for line in in_order if (found := _ARTICLE.match(line))}
    runs = [_Run(numbers)]
    for line in in_order:
        opened = _ARTICLE.match(line)
        if opened and opened["number"] == "1" and not runs[-1].quoted and runs[-1].article >= 1:
            runs.append(_Run(numbers))
        if not runs[-1].read(line):
            break
    longest = max(runs, key=lambda run: run.length)
    return OfficialText(longest.passages, tuple(longest.skipped))


class _Run:
    """One pass through articles whose numbers rise."""

    def __init__(self, articles: Set[int]) -> None:
        self._articles = articles
        self.passages: dict[str, Passage] = {}
        self.skipped: list[str] = []
        self.length = 0
        self.article = 0
        self._open = 0  # quotation marks that have not closed
        self._places: dict[str, str] = {}  # kind → pin of the one that is open
        self._pin = ""

    @property
    def quoted(self) -> bool:
        """Whether a quotation is open, as in an article that amends another."""
        return self._open > 0

    def read(self, line: str) -> bool:
        """Take one line in; return false where the footnotes begin."""
        if self.article and FOOTNOTE.match(line) and "." not in self._pin.partition(".k")[0]:
            return False
        words = FOOTNOTE.sub("", line)
        if self.article and not self.quoted and CLOSING.match(words.strip()):
            self._pin = ""  # what follows is no provision's until the next number: signature, recipients, notes
        if words.strip():
            if not self._opens(words) and self._pin:
                passage = self.passages[self._pin]
                self.passages[self._pin] = Passage(passage.pin, passage.parent, f"{passage.text}\n{normalise(words)}")
            self.length += len(words)
        self._open = max(self._open + words.count("“") - words.count("”"), 0)
        return True

    def _opens(self, line: str) -> bool:
        """Begin a provision where the line has its number; return whether it does."""
        article = _ARTICLE.match(line)
        if article and self._may_open(int(article["number"]), article):
            self._open = 0 if int(article["number"]) == self.article + 1 else self._open
            if not self.quoted:
                leapt = self.article and int(article["number"]) > self.article + 1
                self.article = int(article["number"])
                pin = f"d{article['number']}{article['letter']}"
                self.skipped += [pin] if leapt else []
                return self._begin("dieu", pin, self._places.get("muc") or self._places.get("chuong"), line)
        if self.quoted:
            return False
        return self._opens_division(line) or self._opens_part(line)

    def _opens_division(self, line: str) -> bool:
        chapter, division, annex = _CHAPTER.match(line), _DIVISION.match(line), _ANNEX.fullmatch(line)
        if chapter:
            return self._begin("chuong", f"c{_arabic(chapter['number'])}", None, line)
        if division and "chuong" in self._places:
            above = self._places["chuong"]
            return self._begin("muc", f"{above}.m{_arabic(division['number'])}", above, line)
        if annex and self.article and not annex["rest"].rstrip().endswith((".", ";", ",")):
            return self._begin("phu-luc", f"pl{_arabic(annex['number'] or '')}", None, line)
        return False

    def _opens_part(self, line: str) -> bool:
        article, clause = self._places.get("dieu"), self._places.get("khoan")
        if article is None or "phu-luc" in self._places:
            return False
        number, letter = _CLAUSE.match(line), _POINT.match(line)
        if number and (
            self._next(int(number["number"]), self._last("khoan", article)) or self._follows(number, "khoan", "k")
        ):
            return self._begin("khoan", f"{article}.k{number['number']}{number['letter']}", article, line)
        above = clause or article
        if letter and letter["letter"] in LETTERS:
            if self._next(LETTERS.index(letter["letter"]) + 1, self._last("diem", above)):
                return self._begin("diem", f"{above}.{letter['letter']}{letter['number']}", above, line)
            if letter["number"] and self._places.get("diem", "").startswith(f"{above}.{letter['letter']}"):
                return self._begin("diem", f"{above}.{letter['letter']}{letter['number']}", above, line)
        return False

    def _may_open(self, number: int, found: re.Match[str]) -> bool:
        """Return whether a Điều may come here: the next one, or a later one where an extract lacks the next."""
        if self._follows(found, "dieu", "d"):
            return True
        return number == self.article + 1 or (number > self.article and self.article + 1 not in self._articles)

    def _next(self, number: int, last: int) -> bool:
        return last < number <= last + 1 + (_MOST_SKIPPED if last else 0)

    def _follows(self, found: re.Match[str], kind: str, prefix: str) -> bool:
        """Return whether a number with a letter, `8a`, follows the number that is open."""
        own = f"{prefix}{found['number']}"
        last = self._places.get(kind, "").rpartition(".")[2]
        return bool(found["letter"]) and (last == own or (last.startswith(own) and last[-1] < found["letter"]))

    def _last(self, kind: str, above: str) -> int:
        open_one = self._places.get(kind, "")
        if not open_one.startswith(f"{above}."):
            return 0
        own = open_one.rpartition(".")[2]
        return LETTERS.index(own[0]) + 1 if kind == "diem" else int(re.sub(r"\D", "", own))

    def _begin(self, kind: str, pin: str, parent: str | None, line: str) -> bool:
        order = ("chuong", "muc", "dieu", "khoan", "diem")
        below = order[order.index(kind) :] if kind in order else order
        before = self._places.get(kind, "")
        self._places = {one: there for one, there in self._places.items() if one not in (*below, "phu-luc")}
        self._places[kind] = pin
        if pin in self.passages or _leaps(before, pin):
            self.skipped.append(pin)
        if pin not in self.passages:
            self.passages[pin] = Passage(pin, parent, normalise(line))
        self._pin = pin
        return True


def _leaps(before: str, pin: str) -> bool:
    """Return whether a number is not the next after one of its siblings."""
    if not before or (pin[0] == "d" and "." not in pin) or before.rpartition(".")[0] != pin.rpartition(".")[0]:
        return False
    numbers = [re.search(r"\d+", one.rpartition(".")[2]) for one in (before, pin)]
    one, other = (int(found[0]) if found else -1 for found in numbers)
    return other > one + 1 and one > 0


def _arabic(number: str) -> str:
    if not number or number.isdigit():
        return number
    return str(roman_value(number.upper()))
