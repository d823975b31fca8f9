"""The pictures that a heading of an infographic can have: `## Title {#id icon="school"}`."""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent.parent / "overrides" / "icons"
ICON = re.compile(r'\bicon="?([\w-]*)"?')
"""The attribute of a heading that names its picture."""


@cache
def icons() -> frozenset[str]:
    """Return the names of all pictures."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


@cache
def drawing(name: str) -> str:
    """Return a picture as SVG that takes the colour of the text and says nothing to screen readers."""
    svg = (_FOLDER / f"{name}.svg").read_text("utf-8").strip()
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
