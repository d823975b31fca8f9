"""The visual language on paper: its inks, and pictograms drawn in them. Both are drawn once, for the screen too."""

import re
from functools import cache
from pathlib import Path

from ..content.icons import drawing

SHEET = Path(__file__).resolve().parents[2] / "overrides" / "styles" / "ground" / "language.css"
"""The style sheet that has the properties of the visual language."""


@cache
def ink(name: str) -> str:
    """Return the colour of an ink.

    >>> ink("red"), ink("gold")
    ('#b5121b', '#ffd93b')
    """
    found = re.search(rf"--lc-{name}: (#[0-9a-f]{{6}});", SHEET.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{SHEET.name}: there is no ink --lc-{name}")
    return found[1]


def pictogram(icon: str, colour: str, illustration: str) -> str:
    """Return a pictogram as SVG in a colour; `illustration` is what listeners are told of it.

    WeasyPrint applies no style sheet to what is drawn inside SVG, so that it carries its colour with it.
    """
    svg = drawing(icon).replace("<svg ", f'<svg fill="{colour}" ', 1)
    return svg.replace("><path", f"><title>{illustration}</title><path", 1)
