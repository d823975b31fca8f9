"""How the address of a link is written: what an editor copies from a window of files leads nobody anywhere."""

import re
from collections.abc import Iterator, Set
from posixpath import dirname, join, normpath, relpath, splitext

from ...findings.finding import Code, Detail, Finding, Reason
from ...text import slug
from ..model import Page
from ..parse.misread import LINK_TARGET
from ..parts import Link

_OWN_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif)\Z", re.IGNORECASE)


def check(page: Page, link: Link, known: Set[str]) -> Finding | None:
    """Return what is wrong with how the address of a link is written, if anything; `known` are the files there are."""
    if not _OWN_COMPUTER.match(link.target) and "\\" not in link.target:
        return None
    better = meant(page, link.target, known)
    details = _details(link.target, image=link.image)
    return Finding(page.place(link.target_at), Code.LINK_FORM, details, f"“{better}”" if better else "")


def unread(page: Page, known: Set[str]) -> Iterator[Finding]:
    """Yield each address that makes no link; one in angle brackets that is raw HTML is found as that."""
    html = {at for kind, at in page.foreign if kind == "html"}
    for at in (at for kind, at in page.foreign if kind == "link" and at + 2 not in html):
        found = LINK_TARGET.match(page.text, at)
        target, closed = (found[1], found[0].endswith(")")) if found else ("", False)
        opening = page.text.rfind("[", 0, at)
        better = meant(page, target, known) if closed else ""
        details = _details(target, image=page.text[opening - 1] == "!", closed=closed)
        yield Finding(page.place(at + 2), Code.LINK_FORM, details, f"“{better}”" if better else "")


def meant(page: Page, target: str, known: Set[str]) -> str:
    """Return the file that an address of Windows leads to, as it is written here; nothing where there is none."""
    stem, ending = splitext(target.strip(" <>").replace("\\", "/"))
    parts = [part if part in (".", "..") else slug(part) for part in stem.split("/")]
    path = normpath(join(dirname(page.key), "/".join(parts) + ending.lower().strip(" >")))
    return relpath(path, dirname(page.key) or ".") if path in known else ""


def _details(target: str, *, image: bool, closed: bool = True) -> dict[str, Detail]:
    if not closed:
        reason = "link-open"
    elif _OWN_COMPUTER.match(target):
        reason = "link-own-computer"
    elif "\\" in target:
        reason = "link-backslash"
    elif re.search(r"\s", target.strip()):
        reason = "link-space"
    else:
        reason = "link-signs"
    image = image or bool(_PICTURE.search(target))
    what, how = ("link-picture", "link-picture-how") if image else ("link-page", "link-page-how")
    return {"target": target[:60], "what": Reason(what), "reason": Reason(reason), "how": Reason(how)}
