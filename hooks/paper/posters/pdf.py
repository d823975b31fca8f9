"""Posters as PDF, for printers and print shops.

Outlines only, so that no shop can put another typeface in their place; tagged (PDF/UA-1), so that a screen reader says
the slogan. pydyf writes it, the part of WeasyPrint that knows PDF: without its layout a page takes a hundredth of the
time, needs no system library, and is the size it should be to the hundredth of a millimetre.
"""

import zlib
from collections.abc import Iterator
from functools import cache
from html import escape
from io import BytesIO

import pydyf

from .glyphs import glyph
from .layouts import Shape
from .page_sizes import PageSize
from .typesetting import Poster

_POINT = 72 / 25.4
"""Points in a millimetre."""
_MARKS, _HAIR = 8, 0.25
"""Length and width of a mark at which the page is cut, in millimetres."""
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def pdf(poster: Poster, bleed: float = 0) -> bytes:
    """Return a poster as a PDF of its true size, the same bytes each time.

    With a `bleed`, in millimetres, what reaches the edge goes on beyond it, and marks show where to cut.
    """
    file = pydyf.PDF()
    out = bleed + _MARKS if bleed else 0
    wide, high = ((side + 2 * out) * _POINT for side in (poster.page_size.width, poster.page_size.height))
    drawn = zlib.compress(_content(poster, bleed, out), 9)  # here, because pydyf would do it each time it looks at it
    content = pydyf.Stream([drawn], {"Filter": "/FlateDecode"})
    file.add_object(content)
    box = pydyf.Array([0, 0, round(wide, 2), round(high, 2)])
    trim, bled = (_within(off * _POINT, wide, high) for off in (out, out - bleed))
    page = pydyf.Dictionary(
        {"Type": "/Page", "Parent": file.pages.reference, "MediaBox": box, "TrimBox": trim, "Resources": "<<>>"}
    )
    if bleed:
        page["BleedBox"] = bled
    page |= {"Contents": content.reference, "StructParents": 0, "Tabs": "/S"}
    file.add_page(page)
    words = "\n".join([poster.words, poster.foot.line.words] if poster.foot else [poster.words])
    _describe(file, page, words, box)
    title = pydyf.String(poster.words)
    file.info["Title"] = title
    metadata = pydyf.Stream(
        [_METADATA.format(title=escape(poster.words)).encode()], {"Type": "/Metadata", "Subtype": "/XML"}
    )
    file.add_object(metadata)
    file.catalog |= {
        "Metadata": metadata.reference,
        "Lang": pydyf.String("vi-VN"),
        "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
        "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"}),
    }
    written = BytesIO()
    file.write(written, identifier=True)
    return written.getvalue()


def _within(off: float, wide: float, high: float) -> pydyf.Array:
    """Return a box some points inside a page."""
    return pydyf.Array([round(one, 2) for one in (off, off, wide - off, high - off)])


def _describe(file: pydyf.PDF, page: pydyf.Dictionary, words: str, box: pydyf.Array) -> None:
    """Tag the page's one figure with its words."""
    root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    document = pydyf.Dictionary({"Type": "/StructElem", "S": "/Document"})
    figure = pydyf.Dictionary({"Type": "/StructElem", "S": "/Figure", "K": 0, "Alt": pydyf.String(words)})
    marked = pydyf.Array([])
    parents = pydyf.Dictionary({})
    for one in (root, document, figure, marked, parents):
        file.add_object(one)
    layout = pydyf.Dictionary({"O": "/Layout", "BBox": box, "Placement": "/Block"})
    figure |= {"P": document.reference, "Pg": page.reference, "A": layout}
    document |= {"P": root.reference, "K": figure.reference}
    marked.append(figure.reference)
    parents["Nums"] = pydyf.Array([0, marked.reference])
    root |= {"K": document.reference, "ParentTree": parents.reference, "ParentTreeNextKey": 1}
    file.catalog["StructTreeRoot"] = root.reference


def _content(poster: Poster, bleed: float, out: float) -> bytes:
    """Return the drawing: shapes and marks as decoration, all words as the one figure."""
    page_size = poster.page_size
    stream = pydyf.Stream()
    stream.set_matrix(_POINT, 0, 0, _POINT, out * _POINT, out * _POINT)
    for shape in (*(_beyond(shape, page_size, bleed) for shape in poster.shapes), *_marks(page_size, bleed)):
        stream.begin_marked_content("Artifact")
        stream.set_color_rgb(*_colour(shape.colour))
        stream.rectangle(
            *(round(one, 3) for one in (shape.x, page_size.height - shape.y - shape.height)),
            *(round(one, 3) for one in (shape.width, shape.height)),
        )
        stream.fill()
        stream.end_marked_content()
    stream.begin_marked_content("Figure", "<</MCID 0>>")
    for placed in poster.placed:
        stream.push_state()
        stream.set_color_rgb(*_colour(placed.ink))
        stream.set_matrix(placed.scale, 0, 0, placed.scale, placed.x, page_size.height - placed.y)
        for letter, x, y in placed.line.glyphs:
            if not glyph(letter).strokes:
                continue  # a space
            stream.push_state()
            stream.set_matrix(1, 0, 0, 1, x, y)
            stream.stream.append(_letter(letter))
            stream.pop_state()
        stream.pop_state()
    stream.end_marked_content()
    return b"\n".join(one if isinstance(one, bytes) else str(one).encode("ascii") for one in stream.stream)


def _beyond(shape: Shape, page_size: PageSize, bleed: float) -> Shape:
    """Return a shape that goes on beyond the edges it reaches."""
    left, top = (bleed if at <= 0 else 0 for at in (shape.x, shape.y))
    right = bleed if shape.x + shape.width >= page_size.width else 0
    under = bleed if shape.y + shape.height >= page_size.height else 0
    width, height = shape.width + left + right, shape.height + top + under
    return Shape(shape.x - left, shape.y - top, width, height, shape.colour)


def _marks(page_size: PageSize, bleed: float) -> Iterator[Shape]:
    """Yield the marks at which the page is cut, at each corner one along each edge."""
    if not bleed:
        return
    for x in (0, page_size.width):
        for y in (0, page_size.height):
            beside = x - bleed - _MARKS if x == 0 else x + bleed
            above = y - bleed - _MARKS if y == 0 else y + bleed
            yield Shape(beside, y - _HAIR / 2, _MARKS, _HAIR, "#000000")
            yield Shape(x - _HAIR / 2, above, _HAIR, _MARKS, "#000000")


@cache
def _letter(of: int) -> bytes:
    """Return what draws and fills a letter."""
    drawn = pydyf.Stream()
    at = (0.0, 0.0)
    for kind, points in glyph(of).strokes:
        if kind == "M":
            drawn.move_to(*points[0])
        elif kind == "L":
            drawn.line_to(*points[0])
        elif kind == "Q":
            (cx, cy), (x, y) = points  # PDF has cubic curves only; this one is the same
            first = (at[0] + 2 / 3 * (cx - at[0]), at[1] + 2 / 3 * (cy - at[1]))
            second = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
            drawn.curve_to(*(round(one, 1) for one in (*first, *second, x, y)))
        else:
            drawn.close()
        at = points[-1] if points else at
    drawn.fill()
    return b"\n".join(drawn.stream)


def _colour(name: str) -> tuple[float, ...]:
    return tuple(round(int(name[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
