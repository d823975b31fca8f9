"""The visual language of screen, sheets and posters: drawn once, in the style sheet that has its properties."""

import re
from functools import cache
from pathlib import Path

INKS = ("red", "gold", "black")
"""Its inks."""
SCALE = ("head", "figure", "lead", "note")
"""Steps of its scale of type beside that of running text, the largest first."""
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
