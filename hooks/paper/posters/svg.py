"""Posters as SVG: outlines only, so that every machine shows the same letters."""

from collections.abc import Mapping
from functools import cache
from html import escape

from .glyphs import Point, glyph
from .layouts import Shape
from .typesetting import Placed, Poster

_GAP = 10
"""Millimetres between two posters in one picture."""


def picture(posters: Mapping[str, Poster]) -> str:
    """Return posters of one size as one picture in which each letter is drawn once; `#id` shows one of them."""
    page_size = next(iter(posters.values())).page_size
    step = page_size.height + _GAP
    numbers = {number for one in posters.values() for placed in one.placed for number, _, _ in placed.line.glyphs}
    letters = "".join(f'<path id="_{n}" d="{drawn}"/>\n' for n in sorted(numbers) if (drawn := _path(n)))
    shown = "".join(
        f'<view id="{escape(name)}" viewBox="0 {at * step} {page_size.width} {page_size.height}"/>\n'
        f'<g transform="translate(0 {at * step})">\n'
        f"<title>{escape(one.words, quote=False)}</title>\n"
        f"{''.join(map(_shape, one.shapes))}{''.join(map(_words, one.placed))}</g>\n"
        for at, (name, one) in enumerate(posters.items())
    )
    high = len(posters) * step - _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="vi" width="{page_size.width}mm" height="{high}mm"'
        f' viewBox="0 0 {page_size.width} {high}">\n<defs>\n{letters}</defs>\n{shown}</svg>\n'
    )


def number(value: float) -> str:
    """Return a measure with no more digits than can be seen."""
    return f"{round(value, 4):.6g}"


def _shape(shape: Shape) -> str:
    place = " ".join(f'{name}="{number(getattr(shape, name))}"' for name in ("x", "y", "width", "height"))
    return f'<rect {place} fill="{shape.colour}"/>\n'


def _place(placed: Placed) -> str:
    scale = number(placed.scale)
    return f'transform="matrix({scale} 0 0 -{scale} {number(placed.x)} {number(placed.y)})"'


def _words(placed: Placed) -> str:
    used = "".join(f'<use href="#_{n}" x="{x}" y="{y}"/>' for n, x, y in placed.line.glyphs if _path(n))
    return f'<g fill="{placed.ink}" {_place(placed)}>{used}</g>\n'


@cache
def _path(of: int) -> str:
    """Return a letter as the data of an SVG path, each point relative to the one before."""
    written: list[str] = []
    at = start = (0.0, 0.0)
    for kind, points in glyph(of).strokes:
        if kind == "Z":
            written.append("z")
            at = start
        elif kind == "L" and points[0] in (at, start):
            continue  # closing draws it
        else:
            written.append(kind.lower() + _pairs(points, at))
            at = points[-1]
            start = at if kind == "M" else start
    return "".join(written)


def _pairs(points: tuple[Point, ...], at: Point) -> str:
    return " ".join(f"{number(x - at[0])} {number(y - at[1])}" for x, y in points).replace(" -", "-")
