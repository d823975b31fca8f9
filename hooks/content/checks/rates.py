"""Rates: each stands in its entry, and pages show the one in force."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date
from decimal import Decimal

from ...conventions import RATES
from ...documents.registry import Registry
from ...documents.suggest import closest
from ...findings.finding import Code, Detail, Finding, Place, Reason, Severity, day_in_words
from ..figures import Key, keys_of
from ..model import Page
from ..rates import SCHEME, Rate, Rates
from ..values import canonical, written


def check_table(
    table: Rates, registry: Registry, stated: Callable[[str], Set[Key] | None], unsettled: Set[str] = frozenset()
) -> Iterator[Finding]:
    """Yield what cannot be read, and each rate whose entry is not told here or does not have its value.

    Nothing is said of an entry in `unsettled`, which is in question itself.
    """
    yield from table.findings
    for rate in (rate for rows in table.rows.values() for rate in rows if rate.entry not in unsettled):
        place = Place(RATES, rate.line)
        details: dict[str, Detail] = {"name": rate.name, "value": written(rate.value), "entry": rate.entry}
        if rate.entry not in registry.entries and rate.entry not in registry.provisions:
            near = closest(rate.entry, registry.entries)
            details |= {"reason": Reason("rate-no-entry"), "how": _how(rate)}
            yield Finding(place, Code.RATE_SOURCE, details, f'“entry = "{near}"”' * bool(near))
        elif rate.key not in (there := stated(rate.entry) or frozenset()):
            grouped = canonical(format(Decimal(rate.value) * 1000, "f"), "en")  # 25.500 is read as 25.5
            meant = f"“value = {grouped}”" if (rate.key[0], grouped) in there else ""
            details |= {"reason": Reason("rate-not-there"), "how": Reason("rate-copy-how") if meant else _how(rate)}
            yield Finding(place, Code.RATE_SOURCE, details, meant)


def _how(rate: Rate) -> Reason:
    lines = {"first": str(rate.line), "last": str(rate.last)}
    return Reason("rate-entry-how", {"value": written(rate.value), **lines})


def ahead(table: Rates, pages: Iterable[Page], today: date) -> Iterator[Finding]:
    """Yield a note for each rate that does not hold yet, with the pages that will have to show it."""
    for name, rows in table.rows.items():
        showing = [page.path for page in pages if any(link.rate == name for link in page.links)]
        for rate in rows:
            if rate.since > today:
                details: dict[str, Detail] = {
                    "name": name,
                    "value": written(rate.value),
                    "day": day_in_words(rate.since),
                    "pages": ", ".join(showing) or "–",
                }
                yield Finding(Place(RATES, rate.line), Code.RATE_AHEAD, details, "", Severity.NOTE)


def check_page(page: Page, table: Rates, in_force: Mapping[str, Rate]) -> Iterator[Finding]:
    """Yield links to a rate that is not in the table, and those whose words are not the value in force."""
    for link in page.links:
        if not link.rate and not link.target.startswith(SCHEME):
            continue
        rows, rate = table.rows.get(link.rate), in_force.get(link.rate)
        if rows is None and not table.rows and table.findings:
            continue  # nothing of the table can be read: that is one finding at its line
        if rows is None:
            near = closest(link.rate, table.rows)
            details = {"name": link.rate, "known": ", ".join(table.rows) or "–"}
            yield Finding(page.place(link.target_at), Code.RATE_UNKNOWN, details, f"“{SCHEME}{near}”" * bool(near))
        elif rate is None:
            told: dict[str, Detail] = {"name": link.rate, "shown": link.words, "reason": Reason("rate-none")}
            yield Finding(page.place(link.at), Code.RATE_OUTDATED, {**told, "how": Reason("rate-none-how")})
        elif rate.key not in keys_of(link.words, page.language):
            shown = keys_of(link.words, page.language)
            other = next((row for row in rows if row.key in shown), None)
            reason = Reason(
                "rate-other-day" if other else "rate-now",
                {
                    "value": written(rate.value, page.language),
                    "unit": rate.unit,
                    "day": day_in_words(rate.since),
                    "from": day_in_words(other.since) if other else "",
                },
            )
            how = Reason("rate-outdated-how", {"value": written(rate.value, page.language)})
            told = {"name": link.rate, "shown": link.words, "reason": reason, "how": how}
            yield Finding(page.place(link.at), Code.RATE_OUTDATED, told)
