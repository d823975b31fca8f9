"""The words of a Word file by the typeface they are set in: old encodings are known by it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def by_typeface(parts: list[Any], styles: Any) -> Mapping[str, str]:
    """Return typeface → words of the runs in `parts`, elements of WordprocessingML; `styles` is their style sheet.

    The run names its typeface itself, or its style, or the style of its paragraph, or the defaults of the file
    (ISO/IEC 29500-1, 17.7.2); a run that none of them names one for is left out.
    """
    own = {one.get(f"{_SPACE}styleId"): one for one in styles.iter(f"{_SPACE}style")}
    usual = next((name for name, one in own.items() if _is_usual(one)), "")
    default = next((_named(one) for one in styles.iter(f"{_SPACE}rPrDefault")), "")
    found: dict[str, list[str]] = defaultdict(list)
    for run in (run for part in parts for run in part.iter(f"{_SPACE}r")):
        paragraph = next(run.iterancestors(f"{_SPACE}p"), None)
        styled = (
            _style(run, "rPr", "rStyle"),
            (_style(paragraph, "pPr", "pStyle") or usual) if paragraph is not None else usual,
        )
        name = _named(run) or next(filter(None, (_of_style(one, own) for one in styled)), default)
        if name:
            found[name].append("".join(words.text or "" for words in run.iter(f"{_SPACE}t")))
    return {name: " ".join(words) for name, words in found.items()}


def _is_usual(style: Any) -> bool:
    return style.get(f"{_SPACE}type") == "paragraph" and style.get(f"{_SPACE}default") in ("1", "true", "on")


def _style(element: Any, properties: str, name: str) -> str:
    found = element.find(f"{_SPACE}{properties}/{_SPACE}{name}")
    return found.get(f"{_SPACE}val") or "" if found is not None else ""


def _of_style(name: str, styles: Mapping[str, Any]) -> str:
    """Return the typeface of a style or of the nearest style it is based on; nothing where none names one."""
    return next(filter(None, map(_named, _based(name, styles))), "")


def _based(name: str, styles: Mapping[str, Any]) -> Iterator[Any]:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        base = styles[name].find(f"{_SPACE}basedOn")
        name = base.get(f"{_SPACE}val") if base is not None else ""


def _named(element: Any) -> str:
    """Return the typeface that the properties of an element name for Latin letters with marks, or nothing."""
    fonts = element.find(f"{_SPACE}rPr/{_SPACE}rFonts")
    if fonts is None:
        return ""
    return fonts.get(f"{_SPACE}hAnsi") or fonts.get(f"{_SPACE}ascii") or ""
