"""Pictures for telephones, drawn from the pages of a PDF: PNG, which every application shows and passes on."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from ..cache import Cache, key, program

WIDTH = 1080
"""Pixels of a picture across: with 1350 down, what Zalo and Facebook show upright without cutting."""
_COLOURS = 32
"""Colours of a picture: two inks and their edges."""
_DRAWN_BY = program(__file__, packages=("pypdfium2", "pillow"))


def drawn(pdf: Path, path: str, cache: Cache) -> Mapping[str, bytes]:
    """Return each page of a PDF as a picture, by its path: `path` with the number of the page before its ending."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    made_of = key(_DRAWN_BY, pdf.read_bytes().hex())
    stem = path.removesuffix(".png")
    return {
        f"{stem}-{at + 1}.png": cache.get(key(made_of, str(at)), lambda at=at: _png(document[at]))  # type: ignore[misc]
        for at in range(len(document))
    }


def _png(page: object) -> bytes:
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")  # type: ignore[attr-defined]
    written = BytesIO()
    picture.quantize(_COLOURS, dither=0).save(written, "PNG", optimize=True)
    return written.getvalue()
