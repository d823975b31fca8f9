"""Words as outlines, as HarfBuzz sets them in the typeface of posters. All measures are units of the font.

Letters and lines are remembered: all posters together take 2.3 s with that and 10 s without.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz

FONT = Path(__file__).parents[3] / "overrides" / "fonts" / "be-vietnam-pro-extrabold.ttf"
"""The typeface of posters."""
EM = 1000
"""Units of the font in an em."""
CAPITAL = 740
"""Height of a capital letter without its marks."""
_FEATURES = {"kern": True}

Point = tuple[float, float]
"""To the right and up."""
Stroke = tuple[str, tuple[Point, ...]]
"""M, L or Q as SVG has them, with points that are not relative; Z closes the outline."""


@dataclass(frozen=True)
class Glyph:
    """One drawn letter."""

    strokes: tuple[Stroke, ...]
    """Its outline."""
    left: int = 0
    """Where its ink begins."""
    right: int = 0
    """Where its ink ends."""
    bottom: int = 0
    """How low its ink reaches, below 0 under the base line."""
    top: int = 0
    """How high its ink reaches."""


@dataclass(frozen=True)
class Line:
    """One line of words, set."""

    words: str
    """What it says."""
    glyphs: tuple[tuple[int, int, int], ...]
    """Glyph number, and where it stands."""
    width: int
    """Its length."""


_FONT = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT))))
_LETTERS = frozenset(_FONT.face.unicodes)


def _pen() -> uharfbuzz.DrawFuncs:
    """Return what HarfBuzz calls for each stroke of a glyph; TrueType has no cubic ones."""
    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, strokes: strokes.append(("M", ((x, y),))))
    pen.set_line_to_func(lambda x, y, strokes: strokes.append(("L", ((x, y),))))
    pen.set_quadratic_to_func(lambda cx, cy, x, y, strokes: strokes.append(("Q", ((cx, cy), (x, y)))))
    pen.set_close_path_func(lambda strokes: strokes.append(("Z", ())))
    return pen


_PEN = _pen()


def lacking(words: str) -> str:
    """Return the first letter of words for which there is no outline, or nothing."""
    return next((letter for letter in words if ord(letter) not in _LETTERS), "")


@cache
def line(words: str) -> Line:
    """Return words set in one line."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_FONT, buffer, _FEATURES)
    glyphs, at = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
        glyphs.append((info.codepoint, at + position.x_offset, position.y_offset))
        at += position.x_advance
    return Line(words, tuple(glyphs), at)


@cache
def glyph(number: int) -> Glyph:
    """Return the outline of a glyph."""
    strokes: list[Stroke] = []
    _FONT.draw_glyph(number, _PEN, strokes)
    extents = _FONT.get_glyph_extents(number)
    if extents is None or not strokes:
        return Glyph(())
    right, bottom = extents.x_bearing + extents.width, extents.y_bearing + extents.height
    return Glyph(tuple(strokes), extents.x_bearing, right, bottom, extents.y_bearing)
