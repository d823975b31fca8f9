"""One cause that shows in many places is one finding: a renamed page is named by all that leads to it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...findings.finding import Code, Detail, Finding, Reason

_MANY = 4
"""From so many on, alike findings have one cause."""


def folded(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those of many links to one missing file, or many questions for one missing reader, as one.

    It stands at the first of them and lists the others.
    """
    alike: dict[tuple[Code, str], list[Finding]] = {}
    for finding in found:
        cause = finding.details.get("cause")
        if isinstance(cause, str):
            alike.setdefault((finding.code, cause), []).append(finding)
        else:
            yield finding
    for group in alike.values():
        if len(group) < _MANY:
            yield from group
            continue
        first, *others = sorted(group)
        yield replace(first, details={**first.details, "how": _how(first, others)}, also=tuple(others))


def _how(first: Finding, others: list[Finding]) -> Reason:
    """Return what to do about many findings: what to put for each spelling, where all are told what is meant."""
    spellings: dict[tuple[Detail, Detail], list[Finding]] = {}
    for one in (first, *others):
        spellings.setdefault((one.details.get("written", ""), one.details.get("meant", "")), []).append(one)
    count = str(len(others))
    if not all(meant for _, meant in spellings):
        return Reason(str(first.details.get("many", "many-how")), {"count": count, "places": _places(others)})
    changes = tuple(
        Reason("many-spelling", {"written": written, "meant": meant, "places": _places(of)})
        for (written, meant), of in spellings.items()
    )
    return Reason("many-replace-how", {"count": count, "changes": changes})


def _places(found: Iterable[Finding]) -> str:
    """Return the places of findings, file by file.

    >>> from ...findings.finding import Place
    >>> _places(Finding(Place(path, line), Code.LINK_BROKEN) for path, line in (("a.md", 3), ("a.md", 9), ("b.md", 1)))
    'a.md:3,9 b.md:1'
    """
    lines: dict[str, list[str]] = {}
    for one in found:
        lines.setdefault(one.place.path, []).append(str(one.place.line))
    return " ".join(f"{path}:{','.join(dict.fromkeys(numbers))}" for path, numbers in lines.items())
