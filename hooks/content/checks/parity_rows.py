"""Tables of the two languages: which of a section's tables differ in length, and which row one of them lacks."""

from difflib import SequenceMatcher
from itertools import zip_longest

from ...findings.finding import Detail, Reason
from ..figures import Key
from ..model import Page
from ..parts import Section

_LONGEST = 100
"""Characters of a row that are shown."""
Table = tuple[int, int]
"""Where a table starts, and how many rows it has, the rule below its head included."""


def differ(
    original: Page, here: Section, translation: Page, there: Section
) -> tuple[tuple[int | None, int | None], dict[str, Detail]]:
    """Return where the first two tables of a section and its translation that differ start, and what is said of them.

    The sections have different numbers of rows.
    """
    pairs = zip_longest(_tables(original, here), _tables(translation, there))
    one, other = next(pair for pair in pairs if not _alike(*pair))
    how = _row_lost(original, one, translation, other) or Reason("rows-how")
    odd = one[0] if one else None, other[0] if other else None
    return odd, {"original": _rows(one), "translation": _rows(other), "how": how}


def _tables(page: Page, section: Section) -> list[Table]:
    """Return the tables of a section: where each starts, and how many rows it has."""
    found: list[tuple[int, int]] = []
    end = -1
    for block in page.blocks_of(section):
        if block.kind == "row":
            if block.at == end + 1:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((block.at, 1))
            end = block.end
    return found


def _alike(one: Table | None, other: Table | None) -> bool:
    return one is not None and other is not None and one[1] == other[1]


def _rows(table: Table | None) -> str:
    """Return how many rows a table has, the rule below its head not counted."""
    return str(max(table[1] - 1, 1) if table else 0)


def _row_lost(original: Page, one: Table | None, translation: Page, other: Table | None) -> Reason | None:
    """Return which row one of two tables lacks, where citations and figures tell it; nothing where they do not."""
    if one is None or other is None:
        return None
    here, there = _rows_of(original, one), _rows_of(translation, other)
    marks = [[_marks(page, row) for row in rows] for page, rows in ((original, here), (translation, there))]
    steps = [
        step for step in SequenceMatcher(None, marks[0], marks[1], autojunk=False).get_opcodes() if step[0] != "equal"
    ]
    if len(steps) != 1 or steps[0][0] == "replace":
        return None
    kind, first, _, beside, _ = steps[0]
    page, row, lacking = (original, here[first], "in-en") if kind == "delete" else (translation, there[beside], "in-vi")
    own = marks[0][first] if kind == "delete" else marks[1][beside]
    if not any(own) or marks[0].count(own) + marks[1].count(own) > 1:  # others look like it
        return None
    place = page.place(row[0])
    words = page.text[row[0] : row[1]].strip()
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
    values: dict[str, Detail] = {"language": Reason(lacking), "row": shown, "place": f"{place.path}:{place.line}"}
    return Reason("rows-lost-how", values)


def _rows_of(page: Page, table: Table) -> list[tuple[int, int]]:
    """Return start and end of each row of a table."""
    return [(block.at, block.end) for block in page.blocks if block.kind == "row" and block.at >= table[0]][: table[1]]


def _marks(page: Page, row: tuple[int, int]) -> tuple[frozenset[str], frozenset[Key]]:
    """Return what a row has in every language: what it cites, and its figures."""
    cited = frozenset(link.cited or "" for link in page.citations if row[0] <= link.at < row[1])
    return cited, frozenset(figure.keys[0] for figure in page.figures if row[0] <= figure.at < row[1])
