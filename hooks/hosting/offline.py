"""What browsers may keep of one version of the site, as the service worker needs it: a list, and the worker itself."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

from ..screen import assets

PAGE = "offline.html"
"""What is shown in the place of a page that was not kept."""
WORKER = "sw.js"
BUDGET = 4_000_000
"""Bytes, compressed, of what is fetched of a language while the reader does nothing."""
_PACKED = 0.33
"""What compression leaves of a file at most: 0.12 to 0.32 of it in November 2026."""
_KEPT = ("**/*.html", "assets/**/*", "pdf/**/*.pdf")
_COMPRESSED = (".br", ".gz")


def write(site: Path, overrides: Path, first: Sequence[str], rest: Mapping[str, Iterable[str]]) -> None:
    """Write the list of a built site and its worker.

    `first` are the URLs below the site of what every page needs; `rest` has language → URLs in the order in which they
    are kept. Assets that hosts or earlier builds have left beside them are not the site's.
    """
    paths = sorted({path for pattern in _KEPT for path in site.glob(pattern) if path.is_file()})
    found = {url_of(path.relative_to(site).as_posix()): path for path in paths if path.suffix not in _COMPRESSED}
    digests = {url: sha256(path.read_bytes()).hexdigest()[:8] for url, path in found.items()}
    content = {
        "files": digests,
        "first": [*first, PAGE],
        "rest": {language: within(BUDGET, urls, found) for language, urls in rest.items()},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    listed = assets.hashed("offline.json", text)
    (site / listed).write_text(text, "utf-8")
    (site / WORKER).write_text(assets.service_worker(overrides, listed, offline=True), "utf-8")


def switch_off(site: Path, overrides: Path) -> None:
    """Write a worker that removes what browsers have kept."""
    (site / WORKER).write_text(assets.service_worker(overrides, "", offline=False), "utf-8")


def url_of(path: str) -> str:
    """Return the URL below the site of a file, as the worker names it.

    >>> url_of("index.html"), url_of("van-ban/index.html"), url_of("a.html")
    ('./', 'van-ban/', 'a.html')
    """
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        return quote(f"{folder}/") if folder else "./"
    return quote(path)


def within(budget: int, urls: Iterable[str], found: Mapping[str, Path]) -> list[str]:
    """Return the URLs, from the first, whose files are together at most `budget` bytes when compressed.

    That is judged by their size: to compress each file for it took a fortieth of a build.
    """
    kept = []
    room = budget / _PACKED
    for url in (url_of(unquote(one)) for one in urls):  # a site may name its pages by their files
        room -= found[url].stat().st_size
        if room < 0:
            break
        kept.append(url)
    return kept
