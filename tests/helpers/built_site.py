"""A built page as far as tests look into it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

_ADDRESSES = ("href", "src", "action", "poster")
SITE = "https://le-chan.example/"


@dataclass
class Built:
    """Ids, addresses and words of one HTML file."""

    path: Path
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    lang: str = ""

    def __post_init__(self) -> None:
        self.html = self.path.read_text("utf-8")
        root = html.document_fromstring(self.html.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        self.lang = root.get("lang", "")
        for element in root.iter(etree.Element):
            self._keep(element.tag, {str(name): str(value) for name, value in element.attrib.items()})

    def _keep(self, tag: object, values: dict[str, str]) -> None:
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "link":
            self.links.append(values)
        if tag == "meta":
            self.metas.append(values)
        self.addresses += [values[name] for name in _ADDRESSES if name in values]
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.addresses.append(candidate.split()[0])

    def __hash__(self) -> int:
        return hash(self.path)


def pages(site: Path) -> dict[str, Built]:
    """Return address below the site → page, for every HTML file that is no card of a question."""
    return _html(site, lambda name: not _is_card(name))


def cards(site: Path) -> dict[str, Built]:
    """Return address below the site → card of a question, which other sites show in a frame."""
    return _html(site, _is_card)


def _html(site: Path, wanted: Callable[[str], bool] = bool) -> dict[str, Built]:
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {
        name: _read(path, path.stat().st_mtime_ns, path.stat().st_size) for name, path in files.items() if wanted(name)
    }


@lru_cache(maxsize=2_000)
def _read(path: Path, _written: int, _size: int) -> Built:
    """Return a page, read once as long as its file is the same: many tests look into every page of one site."""
    return Built(path)


def _is_card(name: str) -> bool:
    return name.removeprefix("en/").startswith("the/")


def broken(site: Path) -> Iterator[str]:
    """Yield every address in the built pages that leads to no file or to no id."""
    found = _html(site)
    pictures: dict[str, Built] = {}
    for name, page in found.items():
        for address in dict.fromkeys(page.addresses):
            parts = urlsplit(urljoin(SITE + name, address))
            if parts.scheme in ("mailto", "data") or f"{parts.scheme}://{parts.netloc}/" != SITE:
                if parts.netloc:
                    yield f"{name}: outside: {address}"
                continue
            target = unquote(parts.path).lstrip("/")
            target += "index.html" if not target or target.endswith("/") else ""
            if not (site / target).is_file():
                yield f"{name}: {address}"
            elif parts.fragment:
                if target not in found:
                    pictures.setdefault(target, Built(site / target))
                if unquote(parts.fragment) not in (found.get(target) or pictures[target]).ids:
                    yield f"{name}: {address} (no such id)"


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site with its content."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
