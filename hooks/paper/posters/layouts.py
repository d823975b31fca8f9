"""Three layouts of posters: a frame for short slogans, a rule for long ones, two fields for those of two parts.

Where ink is saved the page stays white, and fields become rules. All measures are millimetres.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .page_sizes import RED, YELLOW, PageSize

_SHORT = 8
"""Up to how many syllables a slogan is short."""
_EVEN = 0.6
"""How much shorter than the other a half may be."""
_ENDS = (",", ":", ";", "-", "–")
"""What the first half of a slogan of two parts ends with."""
_WIDE = 2.5
"""From which proportion on two fields lie beside each other."""


@dataclass(frozen=True)
class Shape:
    """A rectangle under the words."""

    x: float
    """From the left."""
    y: float
    """From the top."""
    width: float
    """To the right."""
    height: float
    """Downwards."""
    colour: str
    """Its colour."""


@dataclass(frozen=True)
class Box:
    """Room for words."""

    x: float
    """From the left."""
    y: float
    """From the top."""
    width: float
    """To the right."""
    height: float
    """Downwards."""


@dataclass(frozen=True)
class Area:
    """Some of the words, and where they go."""

    parts: tuple[str, ...]
    """Which; a line may end after each."""
    box: Box
    """Where."""
    ink: str
    """Their colour."""


@dataclass(frozen=True)
class Layout:
    """What a poster is composed of."""

    name: str
    """short, long or two."""
    areas: tuple[Area, ...]
    """Where words stand."""
    shapes: tuple[Shape, ...]
    """What lies under them."""
    foot: str
    """Colour of the line at the foot."""
    foot_at: float = 0
    """Where the field of that line begins, from the left."""


def layout(parts: Sequence[str], size: PageSize) -> Layout:
    """Return the layout that suits a slogan, by its length and by where it can be divided."""
    words = tuple(parts)
    ground = (Shape(0, 0, size.width, size.height, size.ground),) if size.ground else ()
    cut = halves(words)
    if cut:
        return _two(words[:cut], words[cut:], size, ground)
    short = sum(len(part.split()) for part in words) <= _SHORT
    thick, off = min(size.width, size.height) / 90, min(size.beside, size.above) * 0.42
    edge = size.ink
    across, down = size.width - 2 * off, size.height - off - size.above * 0.72
    top, bottom = Shape(off, off, across, thick, edge), Shape(off, off + down, across, thick, edge)
    sides = Shape(off, off, thick, down, edge), Shape(off + across - thick, off, thick, down + thick, edge)
    rules = _rule(size, size.above * 0.5), _rule(size, size.height - size.above * 0.78)
    frame = (top, bottom, *sides) if short else rules
    box = Box(size.beside, size.above, size.width - 2 * size.beside, size.height - 2 * size.above)
    return Layout("short" if short else "long", (Area(words, box, size.ink),), (*ground, *frame), size.ink)


def halves(parts: Sequence[str]) -> int:
    """Return after how many parts a slogan of two parts is divided; 0 where it is not one.

    >>> halves(["Thấy rõ hiểm nguy:", "dừng việc,", "báo ngay!"]), halves(["Học luật", "để hiểu luật!"])
    (1, 0)
    """
    lengths = [len(part.split()) for part in parts]
    found = [
        (min(sum(lengths[:at]), sum(lengths[at:])) / max(sum(lengths[:at]), sum(lengths[at:])), at)
        for at in range(1, len(parts))
        if parts[at - 1].endswith(_ENDS)
    ]
    best = max(found, default=(0.0, 0))
    return best[1] if best[0] >= _EVEN and sum(lengths) > _SHORT - 2 else 0


def _rule(size: PageSize, y: float) -> Shape:
    thick = min(size.width, size.height) / 45
    return Shape(size.beside, y - thick / 2, size.width - 2 * size.beside, thick, size.ink)


def _two(first: tuple[str, ...], second: tuple[str, ...], size: PageSize, ground: tuple[Shape, ...]) -> Layout:
    beside = size.width / size.height >= _WIDE
    wide, high = (size.width / 2, size.height) if beside else (size.width, size.height / 2)
    x, y = (wide, 0.0) if beside else (0.0, high)
    inner = 0.55 if beside else 0.62  # a field needs less space at the fold than at its edge
    room = wide - 2 * size.beside * (0.7 if beside else 1), high - size.above * (2 if beside else 1 + inner)
    left = size.beside * 0.7 if beside else size.beside
    one = Box(left, size.above, *room)
    other = Box(x + left, size.above if beside else y + size.above * inner, *room)
    thick = min(size.width, size.height) / 60
    if size.ground:
        field, second_ink = Shape(x, y, wide, high, YELLOW), RED
    else:
        field = (
            Shape(wide - thick / 2, size.above, thick, high - 2 * size.above, RED)
            if beside
            else Shape(size.beside, high - thick / 2, wide - 2 * size.beside, thick, RED)
        )
        second_ink = size.ink
    areas = Area(first, one, size.ink), Area(second, other, second_ink)
    return Layout("two", areas, (*ground, field), second_ink, x if size.ground else 0)
