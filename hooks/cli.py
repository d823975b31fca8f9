"""`python -m hooks check` judges the content without building; `lock` accepts changed texts on purpose.

`translations` lists what has changed since it was translated, and with `--reviewed` records that it was read again;
`history` records the versions of the pages; `tidy` mends the form of text files.

Exit status: 0 clean, 1 something to mend, 2 the command could not run.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from . import analyse, files, settings
from .atomic import atomically
from .commands import translations as review
from .content.parse import characters
from .conventions import DOCS, HISTORY_LOCK, PROVISIONS_LOCK
from .findings.finding import Code
from .findings.wording import show
from .locks import history
from .locks.provisions import moved, write
from .paper.posters.glyphs import lacking

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m hooks", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="thư mục dự án / project folder")
    commands = parser.add_subparsers(dest="command", required=True)
    check_command = commands.add_parser("check", help="kiểm tra nội dung / check the content")
    check_command.add_argument("--lang", choices=settings.LANGUAGES, default="vi", help="ngôn ngữ của thông báo")
    commands.add_parser("lock", help="ghi nhận lời văn đã đổi có chủ ý / accept changed texts")
    record = commands.add_parser("history", help="ghi phiên bản mới của các trang / record new versions of the pages")
    record.add_argument(
        "--day", type=date.fromisoformat, default=date.today(), help="ngày ghi, NNNN-TT-NN / the day to record"
    )
    commands.add_parser("tidy", help="sửa dạng của tệp chữ: BOM, CRLF, Tab, NFD / mend the form of text files")
    translations = commands.add_parser("translations", help="phần tiếng Anh cần dịch lại / what to translate anew")
    reviewed_help = "đã so lại: docs/en/trang.md#mã, docs/en/trang.md, all / read again"
    translations.add_argument("--reviewed", nargs="+", metavar="PHẦN", help=reviewed_help)
    chosen = parser.parse_args(arguments)
    try:
        if not (chosen.root / DOCS).is_dir():
            raise settings.SettingsError(f"{chosen.root}: không có thư mục docs / there is no docs folder")
        if chosen.command == "tidy":
            return tidy(chosen.root)
        analysed = analyse.analyse(files.read(chosen.root), settings.read(chosen.root), lacking)
    except (settings.SettingsError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.command == "lock":
        return accept(chosen.root, analysed)
    if chosen.command == "history":
        return remember(chosen.root, analysed, chosen.day.isoformat())
    if chosen.command == "translations":
        return reviewed(chosen.root, analysed, chosen.reviewed) if chosen.reviewed else outdated(chosen.root, analysed)
    for finding in analysed.findings:
        print(show(finding, chosen.lang))
    return 1 if analysed.errors else 0


def accept(root: Path, analysed: analyse.Handbook) -> int:
    """Write the lock of the documents as they are now, and say what changed."""
    path = root / PROVISIONS_LOCK
    before = set(path.read_text("utf-8").splitlines()) if path.is_file() else set()
    documents = analysed.registry.documents.values()
    text = write(documents, moved(analysed.lock, documents))
    after = set(text.splitlines())
    atomically(path, text)
    for line in sorted(before - after):
        print(f"- {line}")
    for line in sorted(after - before):
        print(f"+ {line}")
    return 0


def remember(root: Path, analysed: analyse.Handbook, day: str) -> int:
    """Record the versions of the pages as they are now, and name the pages that have a new one."""
    if analysed.history.unreadable:
        return _refused(analysed)
    after = history.advanced(analysed.history, analysed.versions, day)
    atomically(root / HISTORY_LOCK, history.write(after))
    for path, past in after.pages.items():
        if past != analysed.history.pages.get(path):
            print(f"{past.latest} {path}")
    return 0


def _refused(analysed: analyse.Handbook) -> int:
    """Say why the history is not written: what cannot be read would be lost."""
    for finding in analysed.findings:
        if finding.code is Code.HISTORY_UNREADABLE:
            print(show(finding), file=sys.stderr)
    return 1


def outdated(root: Path, analysed: analyse.Handbook) -> int:
    """List the English sections whose original has changed, with the sentences that did."""
    found = review.outdated(analysed)
    for part in found:
        print(review.describe(root, part, analysed.memory), end="\n\n")
    if found:
        print("Sửa xong thì ghi nhận / once mended: python -m hooks translations --reviewed …")
    return 1 if found else 0


def reviewed(root: Path, analysed: analyse.Handbook, names: Sequence[str]) -> int:
    """Record that English sections were read against their originals, and name those that had to be."""
    try:
        for name in review.accept(root, analysed, names):
            print(name)
    except review.UnknownSectionError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def tidy(root: Path) -> int:
    """Rewrite the pages whose form is not as it should be, and name them."""
    for path, text in files.read(root).pages.items():
        mended = characters.tidy(text)
        if mended != text:
            atomically(root / path, mended)
            print(path)
    return 0
