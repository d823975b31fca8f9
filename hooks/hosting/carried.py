"""The copy of the site for a memory stick: one ZIP that is unpacked and opened as files, without a server."""

import zipfile
from datetime import date
from pathlib import Path

from .servers import environment

FOLDER = Path(".cache") / "usb"
"""Where the copy is built below the project, with the setting `carried`."""
_NAME = "so-tay"
_README = "DOC-TRUOC - README.txt"
_LEFT_OUT = frozenset({"404.html", "en/404.html", "offline.html", "sitemap.xml", "sitemap.xml.gz", ".nojekyll"})
"""What only hosts and browsers with a network have a use for."""
_STORED = frozenset({".pdf", ".woff2", ".docx", ".png", ".zip"})
"""Endings of files that are compressed already."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The day that all files carry: the same site gives the same ZIP."""


def pack(built: Path, to: Path, site_url: str, day: str, publisher: str) -> Path:
    """Write the ZIP of a built copy into the folder `to` and return its path.

    `day` is that of the newest words, as ISO 8601 writes it, or nothing; `publisher` who answers for them, or nothing.
    """
    pages = sorted(path for path in built.rglob("*") if path.is_file() and ".publishing" not in path.parts)
    files = {path.relative_to(built).as_posix(): path for path in pages}
    pdfs = sum(path.endswith(".pdf") for path in files)
    written = date.fromisoformat(day).strftime("%d/%m/%Y") if day else ""
    template = environment().get_template("readme.j2")
    readme = template.render(site_url=site_url, day=written, publisher=publisher, pdfs=pdfs)
    to.mkdir(parents=True, exist_ok=True)
    staged = to / f".{_NAME}.zip"
    try:
        with zipfile.ZipFile(staged, "w") as packed:
            # Old editors on Windows show Vietnamese only after a byte order mark, and lines only with both line ends.
            _add(packed, _README, b"\xef\xbb\xbf" + readme.replace("\n", "\r\n").encode())
            for name, path in files.items():
                if name not in _LEFT_OUT:
                    _add(packed, name, path.read_bytes())
        return staged.replace(to / f"{_NAME}.zip")
    except BaseException as error:
        staged.unlink(missing_ok=True)
        if isinstance(error, OSError) and not error.filename:
            error.filename = str(staged)
        raise


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{_NAME}/{name}", _OLDEST)
    entry.external_attr = 0o644 << 16
    stored = Path(name).suffix in _STORED
    packed.writestr(entry, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, 9)
