"""Constants: each stands in the words of its entry, every tool has all of its own, and its page cites what it uses."""

from collections.abc import Iterator, Mapping, Set
from datetime import date
from decimal import Decimal

from ...conventions import TOOLS
from ...documents.registry import Registry
from ...documents.suggest import closest
from ...documents.unknown_citations import Unknown
from ...findings.finding import Code, Detail, Finding, Place, Reason
from ...text import normalise, plain
from ..constants import Constant, Constants
from ..figures import keys_of
from ..model import Page

_IN_WORDS = {"nửa": Decimal("0.5"), "1/2": Decimal("0.5"), "một phần tư": Decimal("0.25")}
"""Fractions as entries write them."""


def check_table(
    table: Constants, registry: Registry, needed: Mapping[str, Set[str]], unsettled: Set[str] = frozenset()
) -> Iterator[Finding]:
    """Yield what cannot be read, each constant that its entry does not state, and each that a tool needs and lacks.

    `needed` has, for each tool, the names of its constants; nothing is said of an entry in `unsettled`, which is in
    question itself.
    """
    yield from table.findings
    for one in (one for one in table.rows.values() if one.entry not in unsettled):
        place = Place(TOOLS, one.line)
        details: dict[str, Detail] = {"name": one.name, "value": str(one.value), "entry": one.entry}
        stated = _words(one.entry, registry)
        if stated is None:
            near = closest(one.entry, registry.entries)
            details |= {"reason": Reason("rate-no-entry"), "how": Reason("entry-how")}
            yield Finding(place, Code.TOOL_SOURCE, details, f'“entry = "{near}"”' * bool(near))
        elif normalise(one.words) not in stated:
            details |= {"reason": Reason("constant-words", {"words": one.words}), "how": Reason("constant-how")}
            yield Finding(place, Code.TOOL_SOURCE, details)
        elif not _states(one):
            details |= {"reason": Reason("constant-not-there", {"words": one.words}), "how": Reason("constant-how")}
            yield Finding(place, Code.TOOL_SOURCE, details)
    if table.findings:
        return
    for tool, names in needed.items():
        if lacking := sorted(names - table.rows.keys()):
            yield Finding(Place(TOOLS, 1), Code.TOOL_LACKING, {"tool": tool, "names": ", ".join(lacking)})


def check_page(page: Page, used: Mapping[str, Set[str]], registry: Registry) -> Iterator[Finding]:
    """Yield where a page has a tool and cites not all that it rests on, and a page of kind tool that has none.

    `used` has, for the insert of each tool, the entries that its steps and constants name. A citation that leads
    nowhere may be the one that is missed: as many as there are of them are not missed a second time.
    """
    cited = {registry.canonical(link.cited) for link in page.citations if link.cited}
    tools = [(name, at) for name, at in page.inserts if name in used]
    for name, at in tools:
        missing = sorted(used[name] - cited)
        if len(missing) > sum(isinstance(registry.resolve(one), Unknown) for one in cited):
            yield Finding(page.place(at), Code.TOOL_UNCITED, {"entries": ", ".join(f"cite:{one}" for one in missing)})
    if page.metadata.kind == "tool" and not tools:
        yield Finding(page.place(page.front.body_at), Code.TOOL_MISSING, {"known": ", ".join(used)})


def _words(cited: str, registry: Registry) -> str | None:
    """Return the Vietnamese words of an entry or provision, nothing of what there is not."""
    known = registry.canonical(cited)
    if known in registry.entries:
        return normalise(" ".join(plain(registry.entries[known].texts["vi"].words).split()))
    return normalise(plain(registry.words(known, "vi") or "")) if known in registry.provisions else None


def _states(one: Constant) -> bool:
    if isinstance(one.value, date):
        return ("date", str(one.value.year), str(one.value.month), str(one.value.day)) in keys_of(one.words)
    value = format(one.value.normalize(), "f")
    found = {key for kind, *rest in keys_of(one.words) if kind in ("number", "percent") for key in rest[:1]}
    return value in found or any(words in one.words and one.value == number for words, number in _IN_WORDS.items())
