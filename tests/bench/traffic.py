"""What a built site costs its host: bytes and requests a month at several numbers of readers.

`python -m tests.bench.traffic SITE` measures a site that was built with compressed copies; the habits of readers are
assumptions, printed with the table.
"""

import json
import sys
from pathlib import Path
from urllib.parse import unquote

_READERS = (1_000, 100_000, 10_000_000)
_VISITS = 1.5
_PAGES = 3
_STAY = 0.5
"""Share of readers who stay long enough, with no data saver, for the rest to be kept for reading offline."""
_HEADERS = 700
"""Bytes of the headers of an answer, the policy among them, as HTTP/2 packs them for a first one."""


def sent(path: Path) -> int:
    """Return the bytes that are sent for a file: those of its brotli copy, where it has one."""
    copy = path.with_name(path.name + ".br")
    return (copy if copy.is_file() else path).stat().st_size + _HEADERS


def main(site: Path) -> None:
    """Print what is sent for a first page, a further one and what is kept, and the table."""
    listed = json.loads(next((site / "assets").glob("offline.*.json")).read_text("utf-8"))

    def of(urls: list[str]) -> list[int]:
        paths = (site / unquote(url.removeprefix("./")) for url in urls)
        return [sent(path / "index.html" if path.is_dir() else path) for path in paths]

    pages = of([url for url in listed["rest"]["vi"] if not url.startswith("assets/")])
    frame = of([url for url in listed["first"] if url.startswith(("assets/handbook", "assets/paper", "assets/fonts"))])
    shared = of(listed["first"])
    kept = of(listed["rest"]["vi"])
    page = sum(pages) / len(pages)
    first, requests = page + sum(frame) - sent(next((site / "assets").glob("handbook.en.*.js"))), len(frame)
    print(f"first page {first / 1000:.0f} KB in {requests} requests, a further one {page / 1000:.0f} KB in 1")
    print(f"kept at once {sum(shared) / 1000:.0f} KB, while idle {sum(kept) / 1000:.0f} KB in {len(kept)} requests")
    print(f"assumed: {_VISITS} visits a month of {_PAGES} pages; {_STAY:.0%} of readers keep the site once a month\n")
    print("readers      GB read   GB kept   million requests")
    for readers in _READERS:
        read = readers * (first + (_VISITS * _PAGES - 1) * page) / 1e9
        keep = readers * _STAY * (sum(shared) + sum(kept)) / 1e9
        asked = readers * (requests + _VISITS * _PAGES - 1 + _STAY * (len(shared) + len(kept))) / 1e6
        print(f"{readers:>10,} {read:>9,.1f} {keep:>9,.1f} {asked:>10,.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
