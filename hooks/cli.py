"""What editors type: `python -m hooks COMMAND`.

`check` judges the content without building; `lock` accepts changed texts on purpose; `history` records the versions of
the pages; `translations` lists what has changed since it was translated, and with `--reviewed` records that it was read
again; `new` drafts an entry or a question; `tidy` fixes the form of text files; `publish` shows what readers will see
changed and publishes it; `undo` publishes the site before; `hosting` writes the files that web servers are given; `usb`
packs the copy for a memory stick.

Exit status: 0 clean, 1 something to fix, 2 the command could not run.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from . import files, settings
from .analyse import analyse
from .commands import (
    check,
    history,
    hosting,
    import_text,
    import_word,
    lock,
    new,
    new_site,
    publish,
    rate,
    reminders,
    replace_text,
    tidy,
    translations,
    undo,
    usb,
    verify,
    ward,
)
from .commands.asking import NoTerminalError
from .commands.drafting import DraftError
from .content import reading
from .conventions import DOCS
from .editor import opening
from .findings.wording import LANGUAGES, say_both
from .handbook import Handbook
from .paper.posters.glyphs import lacking

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _print_everywhere()
    chosen = _parser().parse_args(arguments)
    try:
        if not (chosen.root / DOCS).is_dir():
            raise settings.SettingsError(f"{chosen.root}: {say_both('no-docs')}")
        return _run(chosen)
    except (settings.SettingsError, verify.VerifyError, DraftError, NoTerminalError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(chosen: argparse.Namespace) -> int:
    root: Path = chosen.root
    if chosen.command == "undo":
        return undo.run(root, chosen.site_dir or settings.site_dir(root), chosen.lang)
    if chosen.command == "publish":
        agreed = {"yes": chosen.yes, "texts": chosen.texts, "translated": chosen.translated}
        return publish.run(root, chosen.site_dir or settings.site_dir(root), chosen.lang, chosen.day, **agreed)
    if chosen.command == "new-site":
        return new_site.run(root, chosen.folder, chosen.name, chosen.name_en)
    if chosen.command == "tidy":
        return tidy.run(root)
    if chosen.command == "edit":
        return opening.run(root, chosen.port, opening=not chosen.quiet)
    if chosen.command == "import":
        documents = reading.read(files.read(root)).documents
        return import_text.run(root, documents, chosen.file, chosen.id, chosen.beside, chosen.day)
    handbook: Handbook = analyse(files.read(root), settings.read(root), lacking)
    return _WITH_HANDBOOK[chosen.command](chosen, handbook)


def _new(chosen: argparse.Namespace, handbook: Handbook) -> int:
    wanted = (chosen.what or "", chosen.where or "", chosen.title, chosen.readers, chosen.id, chosen.type)
    return new.run(chosen.root, handbook, new.Wanted(*wanted))


def _rate(chosen: argparse.Namespace, handbook: Handbook) -> int:
    given = (chosen.name, chosen.value, chosen.since, chosen.entry)
    return rate.run(chosen.root, handbook, settings.read(chosen.root), *given, keep=chosen.write)


def _replace(chosen: argparse.Namespace, handbook: Handbook) -> int:
    given = (files.read(chosen.root), settings.read(chosen.root), handbook, chosen.file, chosen.id)
    return replace_text.run(chosen.root, *given, writing=chosen.write)


_WITH_HANDBOOK: Mapping[str, Callable[[argparse.Namespace, Handbook], int]] = {
    "check": lambda chosen, handbook: check.run(handbook, chosen.lang),
    "hosting": lambda chosen, handbook: hosting.run(
        handbook, settings.read(chosen.root), chosen.to or chosen.root / hosting.FOLDER
    ),
    "history": lambda chosen, handbook: history.run(chosen.root, handbook, chosen.day),
    "import-word": lambda chosen, handbook: import_word.run(
        chosen.root, handbook, chosen.file, chosen.into, writing=chosen.write
    ),
    "lock": lambda chosen, handbook: lock.run(chosen.root, handbook),
    "new": _new,
    "rate": _rate,
    "reminders": lambda chosen, handbook: reminders.run(handbook, chosen.lang, date.today()),
    "replace": _replace,
    "translations": lambda chosen, handbook: translations.run(chosen.root, handbook, chosen.reviewed or ()),
    "usb": lambda chosen, handbook: usb.run(
        chosen.root, handbook, settings.read(chosen.root), chosen.to or chosen.root / hosting.FOLDER
    ),
    "verify": lambda chosen, handbook: verify.run(chosen.root, handbook, chosen.folder, chosen.day, chosen.read or ()),
    "ward": lambda chosen, handbook: ward.run(chosen.root, handbook, chosen.values),
}
"""Command → what it does once everything is read and judged."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hooks", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help=say_both("help-root"))
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help=say_both("help-check"))
    serving = commands.add_parser("hosting", help=say_both("help-hosting"))
    packing = commands.add_parser("usb", help=say_both("help-usb"))
    for one in (serving, packing):
        one.add_argument("--to", type=Path, help=say_both("help-to"))
    commands.add_parser("lock", help=say_both("help-lock"))
    recording = commands.add_parser("history", help=say_both("help-history"))
    recording.add_argument("--day", type=date.fromisoformat, default=date.today(), help=say_both("help-day"))
    editing = commands.add_parser("edit", help=say_both("help-edit"))
    editing.add_argument("--port", type=int, default=0, help=say_both("help-port"))
    editing.add_argument("--quiet", action="store_true", help=say_both("help-edit-quiet"))
    commands.add_parser("tidy", help=say_both("help-tidy"))
    publishing = commands.add_parser("publish", help=say_both("help-publish"))
    publishing.add_argument("--day", type=date.fromisoformat, default=date.today(), help=say_both("help-day"))
    publishing.add_argument("--yes", action="store_true", help=say_both("help-yes"))
    publishing.add_argument("--texts", action="store_true", help=say_both("help-accept-texts"))
    publishing.add_argument("--translated", action="store_true", help=say_both("help-translated"))
    returning = commands.add_parser("undo", help=say_both("help-undo"))
    for one in (publishing, returning):
        one.add_argument("-d", "--site-dir", type=Path, help=say_both("help-site-dir"))
    beginning = commands.add_parser("new-site", help=say_both("help-new-site"))
    beginning.add_argument("folder", type=Path, help=say_both("help-site-folder"))
    beginning.add_argument("--name", default="", help=say_both("help-site-name"))
    beginning.add_argument("--name-en", default="", help=say_both("help-site-name-en"))
    filling = commands.add_parser("ward", help=say_both("help-ward"))
    filling.add_argument("values", nargs="*", help=say_both("help-ward-value"))
    reminding = commands.add_parser("reminders", help=say_both("help-reminders"))
    for one in (checking, publishing, returning, reminding):
        one.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=say_both("help-language"))
    proving = commands.add_parser("verify", help=say_both("help-verify"))
    texts = os.environ.get("OFFICIAL_TEXTS")
    folder = Path(texts) if texts else None
    proving.add_argument("folder", nargs="?", type=Path, default=folder, help=say_both("help-texts"))
    proving.add_argument("--day", type=date.fromisoformat, default=date.today(), help=say_both("help-day"))
    proving.add_argument("--read", nargs="+", metavar=say_both("entry"), help=say_both("help-read"))
    _drafts(commands.add_parser("new", help=say_both("help-new")))
    taking = commands.add_parser("import-word", help=say_both("help-import-word"))
    taking.add_argument("file", type=Path, metavar="FILE.docx", help=say_both("help-word-file"))
    taking.add_argument("--into", default="", metavar=say_both("page"), help=say_both("help-word-into"))
    taking.add_argument("--write", action="store_true", help=say_both("help-word-write"))
    changing = commands.add_parser("rate", help=say_both("help-rate"))
    changing.add_argument("name", help=say_both("help-rate-name"))
    changing.add_argument("value", help=say_both("help-rate-value"))
    changing.add_argument(
        "--from", dest="since", type=date.fromisoformat, required=True, help=say_both("help-rate-from")
    )
    changing.add_argument("--entry", default="", help=say_both("help-rate-entry"))
    changing.add_argument("--write", action="store_true", help=say_both("help-rate-write"))
    bringing = commands.add_parser("import", help=say_both("help-import"))
    bringing.add_argument("file", type=Path, help=say_both("help-import-file"))
    bringing.add_argument("--id", required=True, metavar="ID", help=say_both("help-import-id"))
    bringing.add_argument("--beside", type=Path, metavar=say_both("file"), help=say_both("help-beside"))
    bringing.add_argument("--day", type=date.fromisoformat, default=date.today(), help=say_both("help-day"))
    replacing = commands.add_parser("replace", help=say_both("help-replace"))
    replacing.add_argument("file", type=Path, help=say_both("help-import-file"))
    replacing.add_argument("--id", required=True, metavar="ID", help=say_both("help-import-id"))
    replacing.add_argument("--write", action="store_true", help=say_both("help-replace-write"))
    comparing = commands.add_parser("translations", help=say_both("help-translations"))
    comparing.add_argument("--reviewed", nargs="+", metavar=say_both("part"), help=say_both("help-reviewed"))
    return parser


def _drafts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", metavar=say_both("kind"), help=", ".join(new.KINDS))
    parser.add_argument("where", nargs="?", metavar=say_both("page"), help=say_both("help-where"))
    parser.add_argument("--title", default="", help=say_both("help-title"))
    parser.add_argument("--readers", nargs="+", default=(), help=say_both("help-readers"))
    parser.add_argument("--id", default="", help=say_both("help-id"))
    parser.add_argument("--type", default="", help=say_both("help-type"))


def _print_everywhere() -> None:
    """Let consoles that cannot show Vietnamese (cp1252, cp1258) show escapes instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
