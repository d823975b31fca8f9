"""`rate NAME VALUE --from DAY`: what a new value of a rate touches, place by place, and what is to be done there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..atomic import write_atomically
from ..content import rates
from ..content.checks.rates import check_table
from ..content.checks.supported import StatedFigures
from ..content.figures import Figure, Key, keys_of
from ..content.model import Page
from ..content.parse.digests import KINDS as DIGESTS
from ..content.rates import Rate
from ..content.values import written
from ..conventions import DOCS, EDITING_FOLDER, RATES, language_folder
from ..documents import toml_lines
from ..documents.suggest import closest
from ..findings.wording import say, say_both, sentences_in_both
from ..handbook import Handbook
from ..settings import Settings
from . import reader_changes
from .drafting import DraftError
from .reader_changes import PageChange, SectionChange

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BY_KIND = {"slogans": "touch-slogan", "script": "touch-text", "kit": "touch-text", "form": "touch-text"}


@dataclass(frozen=True)
class NewValue:
    """What a decree says, as it was typed."""

    name: str
    """Of the rate."""
    value: str
    """A number."""
    since: date
    """First day on which it holds."""
    entry: str
    """Id of the entry of a digest that states it, or nothing."""


@dataclass(frozen=True)
class Spot:
    """One place that a new value touches."""

    path: str
    """File from the project root."""
    line: int
    """Line, from 1."""
    words: str
    """What stands there now."""
    action: str
    """What is to be done, as a name among the words of commands."""


def touched(root: Path, handbook: Handbook, old: Rate) -> list[Spot]:
    """Return every place that shows the value of a rate or a number worked out from it, in both languages."""
    derived = {key for page in _pages(handbook) for sum_ in _sums(page, old) for key in _result(sum_, page)}
    found = [spot for page in _pages(handbook) for spot in _on_page(page, old, derived)]
    for file in sorted((root / DOCS).glob("*.toml")):
        path = file.relative_to(root).as_posix()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if path != RATES and (old.name in line or old.key in keys_of(line.replace("_", ""))):
                found.append(Spot(path, number, line.strip(), "touch-table"))
    return found


def run(root: Path, handbook: Handbook, settings: Settings, new: NewValue, language: str, *, keep: bool) -> int:
    """Print what a new value touches, and where `keep` write it into the table of rates; `DraftError`."""
    old, since = _rows(root, new.name)[-1], new.since
    value = _value(new.value, old)
    if since <= old.since:
        raise DraftError(f"--from {since}: {say_both('rate-too-early', day=old.since.isoformat())}")
    if keep:
        _keep(root, handbook, old, value, new)
        done = say("rate-written", language)
        print(f"{RATES}: {done}")
    spots = touched(root, handbook, old)
    print(_headline(old, value, since, language))
    day = f"{since:%d/%m/%Y}"
    for spot in spots:
        action = say(spot.action, language, new=_new(value, spot), day=day)
        print(f"{spot.path}:{spot.line}: “{spot.words}”: {action}")
    paths = sorted({spot.path for spot in spots if spot.action != "touch-digest" and spot.path.endswith(".md")})
    changes = tuple(PageChange(path, "~", path, _sections(handbook, path, spots)) for path in paths)
    printed = reader_changes.pdfs(root, handbook, settings, changes)
    print(say("rate-pdfs", language, count=str(len(printed))))
    for pdf in printed:
        print(f"  {pdf}")
    english = [path for path in paths if path.startswith(language_folder("en"))]
    print(say("rate-next", language, day=day, english=" ".join(english)))
    return 0


def _pages(handbook: Handbook) -> Iterator[Page]:
    for language, pages in handbook.pages.items():
        yield from (
            page
            for key, page in sorted(pages.items())
            if page.language == language and not key.startswith(EDITING_FOLDER) and not page.full_text
        )


def _rows(root: Path, name: str) -> tuple[Rate, ...]:
    table = rates.read((root / RATES).read_text("utf-8") if (root / RATES).is_file() else "").rows
    if name not in table:
        near = closest(name, table)
        raise DraftError(f"{name}: {say_both('rate-no-name', near=near or '–', known=', '.join(table) or '–')}")
    return table[name]


def _value(typed: str, old: Rate) -> str:
    """Return the one number that was typed, more than 0, as `values.canonical` writes it; `DraftError`."""
    keys = keys_of(typed)
    numbers = {key[1] for key in keys if key[0] in ("number", old.key[0])}
    value = numbers.pop() if len(numbers) == 1 and len(keys) == 1 and not typed.strip().startswith("-") else ""
    if not _NUMBER.fullmatch(value) or not float(value):
        raise DraftError(f"{typed}: {say_both('rate-no-value', example=written(old.value))}")
    return value


def _on_page(page: Page, old: Rate, derived: set[Key]) -> Iterator[Spot]:
    for figure in page.figures:
        worked_out = bool(derived.intersection(figure.keys))
        if old.key in figure.keys or worked_out:
            yield Spot(page.path, page.place(figure.at).line, figure.words, _action(page, figure, worked_out))
    for sum_ in _sums(page, old):
        line = page.text.count("\n", 0, page.text.find(sum_)) + 1
        yield Spot(page.path, line, sum_, "touch-sum")


def _action(page: Page, figure: Figure, worked_out: bool) -> str:
    if page.metadata.kind in DIGESTS:
        return "touch-digest"
    if worked_out:
        return "touch-derived"
    if page.metadata.kind in _BY_KIND:
        return _BY_KIND[page.metadata.kind]
    if any(block.kind == "row" and block.at <= figure.at < block.end for block in page.blocks):
        return "touch-row"
    return "touch-page"


def _sums(page: Page, old: Rate) -> list[str]:
    """Return the sums in the front matter of a page in which a rate is a term."""
    return [sum_ for sum_ in page.metadata.own_figures if "=" in sum_ and old.key in keys_of(sum_, page.language)]


def _result(sum_: str, page: Page) -> frozenset[Key]:
    return keys_of(sum_.partition("=")[0], page.language)


def _sections(handbook: Handbook, path: str, spots: list[Spot]) -> tuple[SectionChange, ...]:
    """Return the sections of a page in which there are spots, by their ids."""
    page = next(page for page in _pages(handbook) if page.path == path)
    lines = [spot.line for spot in spots if spot.path == path]
    held = []
    for section in page.sections:
        first, last = page.place(section.at).line, page.place(max(section.end - 1, section.at)).line
        if any(first <= line <= last for line in lines):
            held.append(section.id)
    return tuple(SectionChange("", own, ()) for own in held)


def _new(value: str, spot: Spot) -> str:
    return written(value, "en" if spot.path.startswith(language_folder("en")) else "vi")


def _headline(old: Rate, value: str, since: date, language: str) -> str:
    both = {"before": written(old.value, language), "after": written(value, language), "unit": old.unit}
    return say("rate-change", language, rate=old.called[language], day=f"{since:%d/%m/%Y}", **both)


def _keep(root: Path, handbook: Handbook, old: Rate, value: str, wanted: NewValue) -> None:
    """Write a block for the new value below that of the old one, unless it would be found wrong there."""
    entry = wanted.entry
    known = {**handbook.registry.entries, **handbook.registry.provisions}
    if not entry:
        raise DraftError(say_both("ask-missing", option="--entry"))
    if entry not in known:
        near = closest(entry, known)
        raise DraftError(f"--entry {entry}: {say_both('rate-entry', near=near or '–')}")
    text = (root / RATES).read_text("utf-8")
    lines = text.splitlines(keepends=True)
    following = next((line for line in toml_lines.block_lines(text) if line > old.line), len(lines) + 1)
    block = "".join(lines[old.line - 1 : following - 1]).rstrip() + "\n"
    for key, new in (("value", value), ("from", wanted.since.isoformat()), ("entry", f'"{entry}"')):
        block = re.sub(rf"^{key}\s*=.*$", f"{key} = {new}", block, flags=re.MULTILINE)
    block = re.sub(r"^until\s*=.*\n", "", block, flags=re.MULTILINE)
    before, after = "".join(lines[: following - 1]).rstrip(), "".join(lines[following - 1 :])
    text = f"{before}\n\n{block}" + (f"\n{after}" if after else "")
    for finding in check_table(rates.read(text), handbook.registry, StatedFigures(handbook.registry)):
        if finding.details.get("name") == old.name:
            raise DraftError(f"--entry {entry}: {sentences_in_both(finding)}")
    write_atomically(root / RATES, text)
