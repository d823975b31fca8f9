"""Pictograms on paper."""

from ..content.icons import drawing


def pictogram(icon: str, colour: str, illustration: str) -> str:
    """Return a pictogram as SVG in a colour; `illustration` is what listeners are told of it.

    WeasyPrint applies no style sheet to what is drawn inside SVG, so that it carries its colour with it.
    """
    svg = drawing(icon).replace("<svg ", f'<svg fill="{colour}" ', 1)
    return svg.replace("><path", f"><title>{illustration}</title><path", 1)
