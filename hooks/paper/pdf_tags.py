"""Fix in the tags of a PDF, by which readers listen to it, what WeasyPrint leaves open, does twice or puts amiss."""

from collections.abc import Iterator
from typing import Any

_IN_LISTS = ("/LI", "/L", "/Caption")
"""What PDF/UA lets stand in a list."""


def fix(file: Any) -> None:
    """Fix the tags of a PDF that is about to be written."""
    objects = file.objects
    tags = [one for one in objects if isinstance(one, dict) and one.get("Type") == "/StructElem"]
    doubled = set()
    for tag in tags:
        if tag["S"] == "/TR":
            _scope([kid for _, kid in _inside(tag, objects)])
        elif tag["S"] == "/L":
            _take_into_items(tag, objects)
        elif tag["S"] == "/Link":
            doubled |= {*_repeated(tag, objects)}
    for page in [one for one in objects if isinstance(one, dict) and one.get("Type") == "/Page" and "Annots" in one]:
        page["Annots"][:] = [one for one in page["Annots"] if one not in doubled]


def _inside(tag: Any, objects: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what stands in a tag, words excepted, each with the reference that leads to it."""
    for reference in list(tag["K"]):
        if not isinstance(reference, int):
            yield reference, objects[int(reference.split()[0])]


def _scope(cells: list[Any]) -> None:
    """Say of the heads in a row of a table whether they head columns or the row."""
    scope = "/Column" if all(cell["S"] == "/TH" for cell in cells) else "/Row"
    for cell in cells:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = scope


def _take_into_items(tag: Any, objects: Any) -> None:
    """Take what stands between the items of a list, the spaces of one that is set in lines, into the item before."""
    body = None
    for reference, kid in _inside(tag, objects):
        if kid["S"] == "/LI":
            body = next((reference for reference, part in _inside(kid, objects) if part["S"] == "/LBody"), None)
        elif kid["S"] not in _IN_LISTS and body:
            tag["K"].remove(reference)
            objects[int(body.split()[0])]["K"].append(reference)
            kid["P"] = body


def _repeated(tag: Any, objects: Any) -> Iterator[Any]:
    """Take the areas of the parts of a link out, as that of the whole leads there itself; yield their references.

    WeasyPrint makes one for each element within a link, and one without any width for a place where its line may break.
    """
    for _, kid in _inside(tag, objects):
        if kid.get("Type") == "/StructElem" and kid["S"] != "/Link":
            for reference, part in _inside(kid, objects):
                if part.get("Type") == "/OBJR":
                    kid["K"].remove(reference)
                    yield part["Obj"]
            yield from _repeated(kid, objects)
