"""Links between pages: each leads to a page and an anchor that exist; addresses outside are on the allowed list."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from ...conventions import COPY_SECTION, DOCS, INDEX, language_folder
from ...documents.suggest import closest
from ...files import Files
from ...findings.finding import Code, Detail, Finding, Reason
from ...settings import LANGUAGES
from .. import rates, ward
from ..model import Page
from ..parts import Link
from ..reading import Reading
from . import link_form

_MOST = 3
"""Files of one name that are suggested."""


@dataclass(frozen=True)
class Tree:
    """What a link can lead to, in one language."""

    anchors: Mapping[str, Set[str]]
    """File of a page below the language's folder → the ids on it, provisions included."""
    assets: Set[str]
    """Other files: below the language's folder or shared by all."""
    unsure: Set[str]
    """Pages with a heading whose id is missing or in doubt: that is one finding there, not one a link."""
    hosts: Sequence[str]
    """Hosts that may be linked to."""
    moved: Mapping[str, str]
    """File of a page that is gone → that of the page which has its words now."""
    titles: Mapping[str, str]
    """File of a page → its title."""

    def lacks(self, target: str, name: str) -> bool:
        """Return whether a page has no such id; what is no page, or a page in doubt, lacks none."""
        return target in self.anchors and target not in self.unsure and name not in self.anchors[target]


def tree(files: Files, read: Reading, language: str, hosts: Sequence[str], moved: Mapping[str, str]) -> Tree:
    """Return what links of pages in `language` can lead to; `moved` has keys: where the words of a page are now.

    A page that could not be read counts as there, and so does one that only the other language has: that is one finding
    on the page, not one a link.
    """
    anchors: dict[str, set[str]] = {}
    names = {key: page.name for one in ("vi", language) for key, page in read.pages[one].items()}
    for one in ("vi", language):
        for page in read.pages[one].values():
            if one == language or page.metadata.pending:
                anchors[page.name] = {name for name, _ in page.anchors}
    for page in read.pages[language].values():
        twin = read.pages["en" if language == "vi" else "vi"].get(page.key)
        if twin and page.name in anchors:  # a section that one language lacks is a finding of its own
            anchors[page.name] |= {section.id for section in twin.sections}
    for document in read.documents.values():
        of_page = anchors.get(names.get(document.record.page, ""))
        if document.original and of_page is not None:
            of_page |= {provision.anchor for provision in document.original.provisions.values()}
            of_page.add(COPY_SECTION)
    others = {name for path in files.assets | read.unread if (name := _reached(path, language))}
    others |= {page.name for of in read.pages.values() for page in of.values()} - anchors.keys()
    unsure = {page.name for page in read.pages[language].values() if _in_doubt(page)}
    of_moved = {key: names[new] for key, new in moved.items() if new in names}
    titles = {page.name: page.metadata.title for one in ("vi", language) for page in read.pages[one].values()}
    return Tree(anchors, others, unsure, hosts, of_moved, titles)


def _reached(path: str, language: str) -> str:
    """Return a file as pages in `language` reach it: from its folder, or shared by all; nothing for another language's.

    >>> _reached("docs/vi/anh/hop.jpg", "vi"), _reached("docs/vi/anh/hop.jpg", "en"), _reached("docs/anh/hop.jpg", "en")
    ('anh/hop.jpg', '', 'anh/hop.jpg')
    """
    if path.startswith(tuple(map(language_folder, LANGUAGES))):
        below = language_folder(language)
        return path.removeprefix(below) if path.startswith(below) else ""
    return path.removeprefix(f"{DOCS}/")


def _in_doubt(page: Page) -> bool:
    if page.full_text:
        return False
    return bool(page.lost_headings) or any(section.level > 1 and not section.id for section in page.sections)


def check(page: Page, tree: Tree) -> Iterator[Finding]:
    """Yield links of a page that lead nowhere, or outside without leave.

    Citations, rates and what the ward fills in are not judged here.
    """
    yield from link_form.unread(page, {*tree.anchors, *tree.assets})
    for link in page.links:
        if link.cited is None and not link.target.startswith((rates.SCHEME, ward.SCHEME)):
            yield from _check(page, link, tree)


def _check(page: Page, link: Link, tree: Tree) -> Iterator[Finding]:
    place = page.place(link.target_at)
    if written := link_form.check(page, link, {*tree.anchors, *tree.assets}):
        yield written
        return
    try:
        parts = urlsplit(link.target)
    except ValueError:
        yield _broken(page, link, "", ())
        return
    if parts.scheme in ("mailto", "tel"):
        return
    if parts.scheme or parts.netloc or link.target.lower().startswith("www."):
        if parts.scheme not in ("http", "https") or parts.hostname not in tree.hosts:
            yield Finding(place, Code.LINK_EXTERNAL, {"target": link.target, "hosts": ", ".join(tree.hosts) or "–"})
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), unquote(parts.path)))
    if not parts.path:
        target = page.name
    if target not in tree.anchors and target not in tree.assets:
        certain = _certain(target, link, tree)
        meant = [(certain, "")] if certain else _near(target, link, tree)
        yield _broken(page, link, target, meant, certain=bool(certain))
    elif parts.fragment and tree.lacks(target, unquote(parts.fragment)):
        near = closest(parts.fragment, tree.anchors[target])
        details = {"anchor": parts.fragment, "page": target}
        yield Finding(place, Code.LINK_ANCHOR, details, f"“#{near}”" if near else "")


def _broken(page: Page, link: Link, target: str, near: Sequence[tuple[str, str]], *, certain: bool = False) -> Finding:
    """Return the finding at a link to a `target` that is not there; `near` has what may be meant: file and title.

    Where that is one file alone, what is written and what to write are details of it, for a finding that folds many.
    """
    what, how = ("link-picture", "link-picture-how") if link.image else ("link-page", "link-page-how")
    how = "link-copy-how" if certain else how
    details: dict[str, Detail] = {"target": link.target, "what": Reason(what), "how": Reason(how)}
    details["cause"] = target or f"{page.path} {link.target}"
    written, _, anchor = link.target.partition("#")
    paths = [posixpath.relpath(path, posixpath.dirname(page.key) or ".") for path, _ in near]
    if len(paths) == 1:
        details |= {"written": written, "meant": paths[0]}
    anchor = f"#{anchor}" if anchor else ""
    titles = [f" ({title})" if title and len(paths) > 1 else "" for _, title in near]
    suggestion = ", ".join(f"“{path}{anchor}”{title}" for path, title in zip(paths, titles, strict=True))
    return Finding(page.place(link.target_at), Code.LINK_BROKEN, details, suggestion)


def _below_language(target: str) -> str:
    """Return the file that is meant by an address from the root of the site or of the project.

    >>> _below_language("/en/quyen-loi/a.html"), _below_language("../docs/vi/a.md"), _below_language("quyen-loi/a.md")
    ('quyen-loi/a.html', 'a.md', 'quyen-loi/a.md')
    """
    bare = re.sub(rf"\A(?:\.\./|/)*(?:{DOCS}/)?", "", target)
    return re.sub(rf"\A(?:{'|'.join(LANGUAGES)})/", "", bare)


def _shared(one: str, other: str) -> int:
    """Return how many folders two paths have in common, counted from the file."""
    pairs = zip(reversed(one.split("/")), reversed(other.split("/")), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _certain(target: str, link: Link, tree: Tree) -> str:
    """Return the page that has the words of one that is gone, or to which an address from elsewhere leads; or nothing.

    That is the address in a browser, or a path from the root of the site or the project.
    """
    if target in tree.moved:
        return tree.moved[target]
    written = posixpath.normpath(unquote(link.target.partition("#")[0]))
    for path in () if link.image else (target, written):
        stem = re.sub(r"(?:\.html?|\.md)?/?\Z", "", _below_language(path))
        stem = re.sub(r"(?:^|/)index\Z", "", stem)
        for name in (f"{stem}.md", posixpath.join(stem, INDEX)):
            if name in tree.anchors:
                return name
    return ""


def _near(target: str, link: Link, tree: Tree) -> list[tuple[str, str]]:
    """Return what may be meant by a file that is not there, the likeliest first: file and title.

    These are those of the very name in other folders, that of the folder which was written first, and the one of a name
    like it in its own, as after a change of name; else the nearest of a name like it.
    """
    target = _below_language(target)
    known = sorted(tree.assets if link.image else {*tree.anchors, *tree.assets})
    names: dict[str, list[str]] = {}
    for path in known:
        names.setdefault(posixpath.splitext(posixpath.basename(path))[0], []).append(path)
    wanted = posixpath.splitext(posixpath.basename(target))[0]
    same = [] if wanted == "index" else names.get(wanted, [])  # every folder has one
    same = sorted(same, key=lambda path: -_shared(posixpath.dirname(path), posixpath.dirname(target)))
    beside = closest(target, [path for path in known if posixpath.dirname(path) == posixpath.dirname(target)])
    found = list(dict.fromkeys([*same[:_MOST], *filter(None, [beside])]))
    if not found and wanted != "index" and (name := closest(wanted, names)):
        found = [closest(target, names[name]) or names[name][0]]
    return [(path, tree.titles.get(path, "")) for path in found]
