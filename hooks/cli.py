"""What editors type: `python -m hooks COMMAND`.

Exit status: 0 clean, 1 something to fix, 2 the command could not run, 130 somebody interrupted it.
"""

import argparse
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from . import settings
from .commands import arguments as typed
from .commands.errors import CommandError
from .conventions import DOCS
from .findings import system_errors
from .findings.wording import say_both

if TYPE_CHECKING:
    from .handbook import Handbook

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _print_everywhere()
    chosen = typed.parser(__doc__ or "", ROOT).parse_args(arguments)
    try:
        if not (chosen.root / DOCS).is_dir():
            raise settings.SettingsError(f"{chosen.root}: {say_both('no-docs')}")
        return COMMANDS[chosen.command](chosen)
    except (settings.SettingsError, CommandError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(system_errors.sentence(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\n{say_both('interrupted')}", file=sys.stderr)
        return 130


def _handbook(root: Path) -> "Handbook":
    """Read and judge everything."""
    from . import collector, files
    from .analyse import analyse
    from .paper.posters.glyphs import lacking

    with collector.spared():
        return analyse(files.read(root), settings.read(root), lacking)


# Each command is loaded only when it is called: all together take longer to load than most take to run.


def _check(chosen: argparse.Namespace) -> int:
    from .commands import check

    return check.run(chosen.root, _handbook(chosen.root), chosen.lang)


def _edit(chosen: argparse.Namespace) -> int:
    from .editor import opening

    return opening.run(chosen.root, chosen.port, opening=not chosen.quiet)


def _history(chosen: argparse.Namespace) -> int:
    from .commands import history

    return history.run(chosen.root, _handbook(chosen.root), chosen.day)


def _hosting(chosen: argparse.Namespace) -> int:
    from .commands import hosting

    to = chosen.to or chosen.root / hosting.FOLDER
    return hosting.run(_handbook(chosen.root), settings.read(chosen.root), to)


def _import(chosen: argparse.Namespace) -> int:
    from . import files
    from .commands import import_text
    from .content import reading

    documents = reading.read(files.read(chosen.root)).documents
    return import_text.run(chosen.root, documents, chosen.file, chosen.id, chosen.beside, chosen.day)


def _import_word(chosen: argparse.Namespace) -> int:
    from .commands import import_word

    return import_word.run(chosen.root, _handbook(chosen.root), chosen.file, chosen.into, writing=chosen.write)


def _lock(chosen: argparse.Namespace) -> int:
    from .commands import lock

    return lock.run(chosen.root, _handbook(chosen.root))


def _new(chosen: argparse.Namespace) -> int:
    from .commands import new

    wanted = (chosen.what or "", chosen.where or "", chosen.title, chosen.readers, chosen.id, chosen.type)
    return new.run(chosen.root, _handbook(chosen.root), new.Wanted(*wanted))


def _new_site(chosen: argparse.Namespace) -> int:
    from .commands import new_site

    return new_site.run(chosen.root, chosen.folder, chosen.name, chosen.name_en)


def _publish(chosen: argparse.Namespace) -> int:
    from .commands import publish

    agreed = {"yes": chosen.yes, "texts": chosen.texts, "translated": chosen.translated}
    site = chosen.site_dir or settings.site_dir(chosen.root)
    return publish.run(chosen.root, site, chosen.lang, chosen.day, **agreed)


def _rate(chosen: argparse.Namespace) -> int:
    from .commands import rate

    new = rate.NewValue(chosen.name, chosen.value, chosen.since, chosen.entry)
    handbook = _handbook(chosen.root)
    return rate.run(chosen.root, handbook, settings.read(chosen.root), new, chosen.lang, keep=chosen.write)


def _reminders(chosen: argparse.Namespace) -> int:
    from .commands import reminders

    return reminders.run(_handbook(chosen.root), chosen.lang, date.today())


def _replace(chosen: argparse.Namespace) -> int:
    from . import files
    from .commands import replace_text

    handbook = _handbook(chosen.root)
    given = (files.read(chosen.root), settings.read(chosen.root), handbook, chosen.file, chosen.id)
    return replace_text.run(chosen.root, *given, writing=chosen.write)


def _tidy(chosen: argparse.Namespace) -> int:
    from .commands import tidy

    return tidy.run(chosen.root)


def _translations(chosen: argparse.Namespace) -> int:
    from .commands import translations

    return translations.run(chosen.root, _handbook(chosen.root), chosen.reviewed or ())


def _undo(chosen: argparse.Namespace) -> int:
    from .commands import undo

    return undo.run(chosen.root, chosen.site_dir or settings.site_dir(chosen.root), chosen.lang)


def _usb(chosen: argparse.Namespace) -> int:
    from .commands import hosting, usb

    to = chosen.to or chosen.root / hosting.FOLDER
    return usb.run(chosen.root, _handbook(chosen.root), settings.read(chosen.root), to)


def _verify(chosen: argparse.Namespace) -> int:
    from .commands import verify

    return verify.run(chosen.root, _handbook(chosen.root), chosen.folder, chosen.day, chosen.read or ())


def _ward(chosen: argparse.Namespace) -> int:
    from .commands import ward

    return ward.run(chosen.root, _handbook(chosen.root), chosen.values)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "edit": _edit,
    "history": _history,
    "hosting": _hosting,
    "import": _import,
    "import-word": _import_word,
    "lock": _lock,
    "new": _new,
    "new-site": _new_site,
    "publish": _publish,
    "rate": _rate,
    "reminders": _reminders,
    "replace": _replace,
    "tidy": _tidy,
    "translations": _translations,
    "undo": _undo,
    "usb": _usb,
    "verify": _verify,
    "ward": _ward,
}
"""Command → what loads and runs it."""


def _print_everywhere() -> None:
    """Let consoles that cannot show Vietnamese (cp1252, cp1258) show escapes instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
