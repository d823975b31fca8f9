"""Sites of a few pages, built by hand and published by the program, and what readers must find of them."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from hooks.publishing import folder, manifest
from hooks.publishing.manifest import GRACE
from hooks.publishing.site import Site

Files = Mapping[str, str]


def page(*targets: str) -> str:
    return "".join(f'<a href="{target}">' for target in targets)


def with_copies(files: Files) -> Files:
    """Return a site with compressed copies, here of the same words as their originals."""
    pages = {path: text for path, text in files.items() if path.endswith((".html", ".css"))}
    return {**files, **{f"{path}.br": text for path, text in pages.items()}}


FIRST: Files = {
    "index.html": page("style.1.css", "old/index.html", "kept.pdf"),
    "old/index.html": page("style.1.css", "index.html"),
    "same/index.html": page("style.1.css"),
    "style.1.css": "one",
    "kept.pdf": "as printed first",
    "sitemap.xml": "index old same",
}
SECOND: Files = {
    "index.html": page("style.2.css", "new/index.html", "kept.pdf", "new/deep/index.html"),
    "new/index.html": page("style.2.css", "new/deep/index.html"),
    "new/deep/index.html": page("new/index.html", "style.2.css"),
    "same/index.html": page("style.1.css"),
    "style.1.css": "one",
    "style.2.css": "two",
    "kept.pdf": "as printed second, longer",
    "sitemap.xml": "index new same",
}
THIRD: Files = {"index.html": page("style.3.css"), "style.3.css": "three"}


def build(root: Path, files: Files, grace: timedelta = GRACE) -> Site:
    """Build a site by hand, ready to be published into `site`."""
    site = Site(root, root / "site", grace)
    into = site.begin()
    for path, text in files.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_text(text, "utf-8")
    return site


def publish(root: Path, files: Files, grace: timedelta = GRACE) -> list[str]:
    """Publish a site and return what is told about it."""
    told: list[str] = []
    build(root, files, grace).publish(told.append)
    return told


def rollback(root: Path) -> None:
    Site(root, root / "site").rollback(lambda _: None)


def manifest_of(root: Path) -> manifest.Manifest:
    return manifest.read(Site(root, root / "site").state)


def published(root: Path) -> dict[str, str]:
    site = root / "site"
    return {path: (site / path).read_text("utf-8") for path in folder.files(site)} if site.is_dir() else {}


def assert_published(root: Path, files: Files) -> None:
    """Hold that readers find the pages of `files`, all they need, and no other page."""
    found = published(root)
    assert {path: found.get(path) for path in files} == dict(files)
    assert {path for path in found if folder.rank(path)} == {path for path in files if folder.rank(path)}
    assert not (root / "site" / folder.STAGING).exists()


def assert_readable(root: Path, *sites: Files) -> None:
    """Hold that every file is whole, and that no link leads nowhere for whoever starts on the home page."""
    found = published(root)
    for path, text in found.items():
        assert text in {site[path] for site in sites if path in site}, path
        assert text == found.get(folder.original(path)), path
    reached, ahead = set(), [path for path in ("index.html",) if path in found]
    while ahead:
        path = ahead.pop()
        reached.add(path)
        targets = set(re.findall(r'href="([^"]+)"', found[path]))
        assert targets <= set(found), path
        ahead += targets - reached
