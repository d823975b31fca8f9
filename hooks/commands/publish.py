"""`publish`: judge, show what readers will see changed, record, build and publish; nothing is kept of what fails.

`prepare` says what would be published and what is in its way, and changes nothing; `publish` does it.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import files, settings
from ..analyse import analyse
from ..atomic import write_atomically
from ..conventions import HISTORY_LOCK, PROVISIONS_LOCK, TRANSLATIONS_LOCK
from ..findings.finding import Code, Finding
from ..findings.wording import say, say_both, show
from ..handbook import Handbook
from ..locks import history, provisions, translations
from ..locks.passages import Part
from ..locks.translations import Memory
from ..paper.posters.glyphs import lacking
from ..publishing import manifest, sources
from ..publishing.site import PublishError, Site
from . import reader_changes
from .asking import confirmed
from .reader_changes import PageChange
from .site_build import build, left
from .summary import summary
from .translations import outdated

_TEXTS = frozenset({Code.LOCK_CHANGED, Code.LOCK_MISSING, Code.LOCK_VANISHED})
_TRANSLATIONS = frozenset({Code.TRANSLATION_STALE, Code.TRANSLATION_UNRECORDED})
_LOCKS = (PROVISIONS_LOCK, TRANSLATIONS_LOCK, HISTORY_LOCK)
_SHOWN = 12


@dataclass(frozen=True)
class Plan:
    """What would be published, and what is in its way."""

    errors: tuple[Finding, ...]
    """What has to be fixed first."""
    texts: tuple[Finding, ...]
    """Official texts that differ from what was published: somebody has to say that this is meant."""
    translations: tuple[Part, ...]
    """English sections that nobody has read since their original changed: somebody has to say that they still hold."""
    changes: tuple[PageChange, ...]
    """What readers will see changed; nothing where `known` is false."""
    known: bool
    """Whether the words of the published site are known: not before the first publication from this machine."""
    pdfs: tuple[str, ...]
    """PDFs made of pages that differ, as paths below the site."""


def prepare(root: Path, published: Path | None = None) -> Plan:
    """Return what publishing the project at `root` would change; nothing is written. `SettingsError`."""
    site = Site(root, published or settings.site_dir(root))
    read, chosen = files.read(root), settings.read(root)
    handbook = analyse(read, chosen, lacking)
    before = sources.read(site.state, manifest.read(site.state).published)
    changes = reader_changes.compare(before, read.texts) if before is not None else ()
    found = handbook.errors
    settled = _TEXTS | _TRANSLATIONS | {Code.HISTORY_LAGS}
    return Plan(
        tuple(one for one in found if one.code not in settled),
        tuple(one for one in found if one.code in _TEXTS),
        outdated(handbook),
        changes,
        before is not None,
        reader_changes.pdfs(root, handbook, chosen, changes),
    )


def publish(
    root: Path,
    published: Path | None = None,
    *,
    texts: bool = False,
    translated: bool = False,
    day: date | None = None,
    tell: Callable[[str], None] = print,
) -> tuple[Finding, ...]:
    """Record the versions of the pages, build the site with its PDFs, and publish it.

    `texts` accepts the official texts as they are now, `translated` says that every English section holds. Returns what
    stops it: then, as where the build fails (`PublishError`), everything is as it was.
    """
    into = published or settings.site_dir(root)
    state = Site(root, into).state
    before = {name: (root / name).read_bytes() if (root / name).is_file() else None for name in _LOCKS}
    last = manifest.read(state).published
    published_well = False
    try:
        found = _record(root, day or date.today(), texts=texts, translated=translated)
        if not found:
            build(root, into, tell)
            published_well = True
        return found
    finally:
        # a build that was interrupted, or failed at its very end, may have published: then readers see these versions
        if not published_well and manifest.read(state).published == last:
            _put_back(root, before)


def _put_back(root: Path, before: Mapping[str, bytes | None]) -> None:
    """Make the locks what they were; nothing stands for one that was not there."""
    for name, content in before.items():
        if content is None:
            (root / name).unlink(missing_ok=True)
        elif (root / name).read_bytes() != content:
            write_atomically(root / name, content)


def _record(root: Path, day: date, *, texts: bool, translated: bool) -> tuple[Finding, ...]:
    """Write what is accepted, and the versions of the pages where nothing else is found; return what is."""
    handbook = _read(root)
    if texts:
        documents = handbook.registry.documents.values()
        accepted = provisions.write(documents, provisions.moved(handbook.lock, documents))
        write_atomically(root / PROVISIONS_LOCK, accepted)
    if translated:
        names = [part.name for part in handbook.translated]
        reviewed = translations.write(handbook.memory or Memory(), handbook.translated, names)
        write_atomically(root / TRANSLATIONS_LOCK, reviewed)
    handbook = _read(root)
    found = tuple(one for one in handbook.errors if one.code is not Code.HISTORY_LAGS)
    if not found:
        after = history.advanced(handbook.history, handbook.versions, day.isoformat())
        write_atomically(root / HISTORY_LOCK, history.write(after))
    return found


def run(root: Path, published: Path, language: str, day: date, *, yes: bool, texts: bool, translated: bool) -> int:
    """Show what would be published, ask what has to be asked, publish, and return the exit status."""
    plan = prepare(root, published)
    for line in _lines(plan, language):
        print(line)
    if plan.errors:
        return 1
    if plan.texts and not texts and not confirmed(say("publish-texts", language), "--texts"):
        return 1
    if plan.translations and not translated and not confirmed(say("publish-translated", language), "--translated"):
        return 1
    if not yes and not confirmed(say("publish-now", language), "--yes"):
        return 1
    print(say("publish-building", language))
    try:
        found = publish(root, published, texts=bool(plan.texts), translated=bool(plan.translations), day=day)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{published}: {say_both('interrupted')}; {left(Site(root, published).state)}", file=sys.stderr)
        return 130
    for finding in found:
        print(show(finding, language))
    if not found:
        done = say("publish-done", language)
        print(f"{published}: {done}")
    return 1 if found else 0


def _lines(plan: Plan, language: str) -> Iterator[str]:
    for finding in (*plan.errors, *plan.texts):
        yield show(finding, language)
    if plan.errors:
        yield say("ending", language, count=str(len(plan.errors)))
        return
    if plan.known and not plan.changes:
        yield say("publish-same", language)
    if not plan.known:
        yield say("publish-unknown", language)
    yield from summary(plan.changes, language)
    for words, found in (
        ("publish-translations", [part.name for part in plan.translations]),
        ("publish-pdfs", plan.pdfs),
    ):
        if found:
            yield say(words, language, count=str(len(found)))
            yield from (f"  {one}" for one in found[:_SHOWN])
            yield from ["  …"] * (len(found) > _SHOWN)


def _read(root: Path) -> Handbook:
    return analyse(files.read(root), settings.read(root), lacking)
