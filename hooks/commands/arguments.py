"""What is typed after `python -m hooks`: every command with its arguments. None of the commands is loaded for it."""

import argparse
import os
from datetime import date
from pathlib import Path

from ..findings.wording import LANGUAGES, say_both
from .new_kinds import KINDS
from .typed_wrong import Parser, day


def parser(program: str, root: Path) -> argparse.ArgumentParser:
    """Return what reads the arguments; `program` is the help, `root` the project where none is named."""
    typed = Parser(prog="python -m hooks", description=program)
    typed.add_argument("--root", type=Path, default=root, help=say_both("help-root"))
    commands = typed.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help=say_both("help-check"))
    serving = commands.add_parser("hosting", help=say_both("help-hosting"))
    packing = commands.add_parser("usb", help=say_both("help-usb"))
    for one in (serving, packing):
        one.add_argument("--to", type=Path, help=say_both("help-to"))
    commands.add_parser("lock", help=say_both("help-lock"))
    recording = commands.add_parser("history", help=say_both("help-history"))
    recording.add_argument("--day", type=day, default=date.today(), help=say_both("help-day"))
    editing = commands.add_parser("edit", help=say_both("help-edit"))
    editing.add_argument("--port", type=int, default=0, help=say_both("help-port"))
    editing.add_argument("--quiet", action="store_true", help=say_both("help-edit-quiet"))
    commands.add_parser("tidy", help=say_both("help-tidy"))
    publishing = commands.add_parser("publish", help=say_both("help-publish"))
    publishing.add_argument("--day", type=day, default=date.today(), help=say_both("help-day"))
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
    proving = commands.add_parser("verify", help=say_both("help-verify"))
    texts = os.environ.get("OFFICIAL_TEXTS")
    folder = Path(texts) if texts else None
    proving.add_argument("folder", nargs="?", type=Path, default=folder, help=say_both("help-texts"))
    proving.add_argument("--day", type=day, default=date.today(), help=say_both("help-day"))
    proving.add_argument("--read", nargs="+", metavar=say_both("entry"), help=say_both("help-read"))
    _drafts(commands.add_parser("new", help=say_both("help-new")))
    taking = commands.add_parser("import-word", help=say_both("help-import-word"))
    taking.add_argument("file", type=Path, metavar="FILE.docx", help=say_both("help-word-file"))
    taking.add_argument("--into", default="", metavar=say_both("page"), help=say_both("help-word-into"))
    taking.add_argument("--write", action="store_true", help=say_both("help-word-write"))
    changing = commands.add_parser("rate", help=say_both("help-rate"))
    changing.add_argument("name", help=say_both("help-rate-name"))
    changing.add_argument("value", help=say_both("help-rate-value"))
    changing.add_argument("--from", dest="since", type=day, required=True, help=say_both("help-rate-from"))
    changing.add_argument("--entry", default="", help=say_both("help-rate-entry"))
    changing.add_argument("--write", action="store_true", help=say_both("help-rate-write"))
    for one in (checking, publishing, returning, reminding, changing):
        one.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=say_both("help-language"))
    bringing = commands.add_parser("import", help=say_both("help-import"))
    bringing.add_argument("file", type=Path, help=say_both("help-import-file"))
    bringing.add_argument("--id", required=True, metavar="ID", help=say_both("help-import-id"))
    bringing.add_argument("--beside", type=Path, metavar=say_both("file"), help=say_both("help-beside"))
    bringing.add_argument("--day", type=day, default=date.today(), help=say_both("help-day"))
    replacing = commands.add_parser("replace", help=say_both("help-replace"))
    replacing.add_argument("file", type=Path, help=say_both("help-import-file"))
    replacing.add_argument("--id", required=True, metavar="ID", help=say_both("help-import-id"))
    replacing.add_argument("--write", action="store_true", help=say_both("help-replace-write"))
    comparing = commands.add_parser("translations", help=say_both("help-translations"))
    comparing.add_argument("--reviewed", nargs="+", metavar=say_both("part"), help=say_both("help-reviewed"))
    return typed


def _drafts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", metavar=say_both("kind"), help=", ".join(KINDS))
    parser.add_argument("where", nargs="?", metavar=say_both("page"), help=say_both("help-where"))
    parser.add_argument("--title", default="", help=say_both("help-title"))
    parser.add_argument("--readers", nargs="+", default=(), help=say_both("help-readers"))
    parser.add_argument("--id", default="", help=say_both("help-id"))
    parser.add_argument("--type", default="", help=say_both("help-type"))
