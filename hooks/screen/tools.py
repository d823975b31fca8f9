"""The forms of the tools, and the examples that the build works out with their twins."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from ..content.constants import Constant
from ..content.rates import Rate
from ..documents.unknown_citations import Unknown
from ..tools.catalog import TOOLS
from ..tools.results import Known, Span
from ..tools.tool import Field, Tool
from ..tools.wording import Wording
from .fragment import Fragment
from .labels import short_citation
from .page_templates import PageTemplates

_LATE = date(2026, 11, 28)
"""The day on which examples are asked, so that two builds of the same pages give the same."""


def known(constants: Mapping[str, Constant], rates: Mapping[str, tuple[Rate, ...]], tool: Tool) -> Known | None:
    """Return what a tool rests on, or nothing where some of it is missing: that is a finding of its own."""
    if not constants.keys() >= {*tool.numbers, *tool.days}:
        return None
    days = {name: day for name in tool.days if isinstance(day := constants[name].value, date)}
    if len(days) < len(tool.days):
        return None
    spans = {
        name: tuple(Span(int(rate.value), rate.since, rate.until) for rate in rates.get(name, ()))
        for name in tool.rates
    }
    return Known({name: constants[name].number for name in tool.numbers}, days, spans)


def as_json(what: Known, entries: Mapping[str, tuple[str, str]]) -> str:
    """Return what a script gets of it: days as texts, rates as lists; `entries` has their label and URL."""
    rates = {
        name: [[span.value, span.since.isoformat(), span.until.isoformat() if span.until else ""] for span in spans]
        for name, spans in what.rates.items()
    }
    days = {name: day.isoformat() for name, day in what.days.items()}
    content = {"numbers": what.numbers, "days": days, "rates": rates, "entries": entries}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _form(tool: Tool, show: PageTemplates) -> Fragment:
    what, cited = _known(tool, show), _cited(tool, show)
    if what is None or cited is None:
        return Fragment("")
    say = Wording(show.language)
    return show.render(
        "tool.md.j2", tool=tool, say=say, known=as_json(what, cited), label=partial(_label, tool, say), hint=_hint
    )


def _examples(tool: Tool, show: PageTemplates) -> Fragment:
    what, cited = _known(tool, show), _cited(tool, show)
    if what is None or cited is None:
        return Fragment("")
    say = Wording(show.language)
    rows = []
    for example in tool.examples:
        given = tool.given(example)
        asked = [
            (_label(tool, say, field), _shown(tool, say, field, given[field.name]))
            for field in tool.fields
            if field.name in given
        ]
        rows.append((asked, tool.compute(given, what, say, _LATE)))
    return show.render("tool-examples.md.j2", rows=rows, say=say, cited=cited)


def _known(tool: Tool, show: PageTemplates) -> Known | None:
    return known(show.handbook.constants, show.handbook.rate_rows, tool)


def _cited(tool: Tool, show: PageTemplates) -> dict[str, tuple[str, str]] | None:
    """Return the label and the URL of each entry that the steps name."""
    found = {}
    for entry in tool.entries:
        digest = show.registry.digest_of(entry)
        if digest is None or isinstance(show.registry.resolve(entry), Unknown):
            return None
        place = show.url(digest.page, digest.entries[show.registry.canonical(entry)].anchor)
        found[entry] = (short_citation(show.registry, entry, show.language), place)
    return found


def _label(tool: Tool, say: Wording, field: Field) -> str:
    return say(f"{tool.name}_{field.name}")


def _hint(field: Field) -> bool:
    return field.hint


def _shown(tool: Tool, say: Wording, field: Field, given: str) -> str:
    if field.options:
        return say(f"{tool.name}_{field.name}_{given}")
    return given.replace(".", ",") if say.language == "en" else given


def inserts() -> Mapping[str, Callable[[PageTemplates], Fragment]]:
    """Return what each insert of a tool stands for."""
    forms = {tool.form: partial(_form, tool) for tool in TOOLS.values()}
    return {**forms, **{f"examples-{name}": partial(_examples, tool) for name, tool in TOOLS.items()}}
