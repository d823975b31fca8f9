"""A slogan on one page: which lines, how large, and where in its layout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ...text import capitals
from .glyphs import CAPITAL, EM, Line, glyph, line
from .layouts import Box, Layout, Shape, layout
from .page_sizes import PageSize

_PITCH = 1320
"""From one base line to the next, where no marks meet."""
_CLEAR = 60
"""Least space between the marks of two lines."""


@dataclass(frozen=True)
class Placed:
    """A line on a page."""

    line: Line
    """Its outlines."""
    x: float
    """Where it begins, from the left, in millimetres."""
    y: float
    """Its base line, from the top."""
    scale: float
    """Millimetres of a unit of the font."""
    ink: str
    """Its colour."""


@dataclass(frozen=True)
class Poster:
    """A slogan set on a page."""

    page_size: PageSize
    """What it is on."""
    words: str
    """The slogan as it is published."""
    shapes: tuple[Shape, ...]
    """What lies under the words, the lowest first."""
    lines: tuple[Placed, ...]
    """Its lines."""
    foot: Placed | None
    """The small line at the foot."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything that is drawn in letters."""
        return (*self.lines, self.foot) if self.foot else self.lines


def poster(parts: Sequence[str], page_size: PageSize, foot: str = "") -> Poster:
    """Return a slogan as large as its layout and its parts let it be; lines end only between parts."""
    shown = tuple(capitals(part) for part in parts if part)
    made = layout(shown, page_size)
    found = [_largest(area.parts, area.box) for area in made.areas]
    scale = min(scale for scale, _ in found)
    placed = [
        one
        for (_, lines), area in zip(found, made.areas, strict=True)
        for one in _stacked(lines, area.box, scale, area.ink)
    ]
    words = " ".join(part for part in parts if part)
    return Poster(page_size, words, made.shapes, tuple(placed), _foot(foot, page_size, made) if foot else None)


def _stacked(lines: tuple[Line, ...], box: Box, scale: float, colour: str) -> Iterator[Placed]:
    """Yield lines in the middle of a box."""
    pitch = _pitch(lines) * scale
    first = box.y + (box.height - height(lines) * scale) / 2 + _rise(lines[0]) * scale
    for at, one in enumerate(lines):
        yield Placed(one, box.x + (box.width - one.width * scale) / 2, first + at * pitch, scale, colour)


def _largest(parts: tuple[str, ...], box: Box) -> tuple[float, tuple[Line, ...]]:
    return max(_arrangements(parts, box), key=lambda found: found[0])


def _arrangements(parts: tuple[str, ...], box: Box) -> Iterator[tuple[float, tuple[Line, ...]]]:
    """Yield how large each way to fill the lines can be; of equally large ones the evenest comes first."""
    ends = range(1, len(parts) + 1)
    spans = {line(" ".join(parts[start:end])).width for end in ends for start in range(end)}
    for widest in sorted(spans):
        lines = _filled(parts, widest)
        if max(one.width for one in lines) <= widest:
            yield min(box.width / max(widest, 1), box.height / height(lines)), lines


def _filled(parts: tuple[str, ...], widest: int) -> tuple[Line, ...]:
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} {part}"
        if line(longer).width <= widest:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(map(line, lines))


def height(lines: tuple[Line, ...]) -> float:
    """Return how high lines are, from the highest mark of the first to the lowest of the last."""
    return _rise(lines[0]) + _pitch(lines) * (len(lines) - 1) + _ink(lines[-1]).drop


def _rise(of: Line) -> float:
    return _ink(of).rise


def _pitch(lines: tuple[Line, ...]) -> float:
    """Return the distance of base lines at which no mark under a line meets one over the next."""
    pairs = pairwise(lines)
    return max((_PITCH, *(low + high + _CLEAR for upper, lower in pairs for low, high in _meeting(upper, lower))))


def _meeting(upper: Line, lower: Line) -> Iterator[tuple[float, float]]:
    """Yield, for letters that stand one under the other, how far each reaches towards the other."""
    rising = _ink(lower).rising
    for left, right, low in _ink(upper).hanging:
        yield from ((low, high) for start, end, high in rising if start < right and left < end)


@dataclass(frozen=True)
class _Ink:
    """How far the letters of a line reach; each as left, right and how far, from the middle of the line."""

    hanging: tuple[tuple[float, float, float], ...]
    """Letters that reach under the base line."""
    rising: tuple[tuple[float, float, float], ...]
    """Letters that reach over a plain capital."""
    drop: float
    """How far the lowest reaches under the base line."""
    rise: float
    """How far the highest reaches over it."""


@cache
def _ink(of: Line) -> _Ink:
    hanging, rising = [], []
    for number, x, y in of.glyphs:
        drawn, start = glyph(number), x - of.width / 2
        if y + drawn.bottom < 0:
            hanging.append((start + drawn.left, start + drawn.right, -(y + drawn.bottom)))
        if y + drawn.top > CAPITAL:
            rising.append((start + drawn.left, start + drawn.right, y + drawn.top))
    drop, rise = max((low for _, _, low in hanging), default=0), max((high for _, _, high in rising), default=CAPITAL)
    return _Ink(tuple(hanging), tuple(rising), drop, rise)


def _foot(words: str, page_size: PageSize, made: Layout) -> Placed:
    """Return the line at the foot: as high as can be read, no wider than the words."""
    drawn = line(words)
    room = page_size.width - 2 * page_size.beside
    scale = min(max(page_size.height, page_size.width / 2) / 55 / EM, room / drawn.width)
    y = page_size.height - page_size.above * 0.35
    return Placed(drawn, made.foot_at + (page_size.width - made.foot_at - drawn.width * scale) / 2, y, scale, made.foot)
