"""`ward`: fill in what only the ward knows, one question after another or as NAME=VALUE; nothing is written half."""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from ..atomic import write_together
from ..content import ward
from ..content.ward import FIELDS
from ..conventions import WARD, language_folder
from ..documents.document import Document
from ..documents.suggest import closest
from ..documents.written_days import iso_day
from ..findings.wording import say_both, sentences_in_both
from ..handbook import Handbook
from ..screen.interface import say
from ..screen.ward_fields import called
from .asking import answer
from .drafting import DraftError

NUMBER, DAY = "so-cong-van", "ngay-cong-van"
"""What is filled in on the page of the dispatch itself, while its number or its day is blank on the copy held."""
_ENGLISH = "en."
_NUMBER = re.compile(r"[0-9]+[a-z]?", re.IGNORECASE)
_EMPTY = "-"


def fill(root: Path, handbook: Handbook, values: Mapping[str, str]) -> list[str]:
    """Write name → value into the files that have them, and return their paths; `DraftError`, and nothing is written.

    A line that a hand slipped on is written as it was meant, as it is read and shown. A name is one of `FIELDS`, of
    those after `en.` for its English, `so-cong-van` or `ngay-cong-van`.
    """
    path = root / WARD
    before = path.read_text("utf-8") if path.is_file() else ""
    text = ward.mended(before)
    blank = _blank(handbook)
    texts = {document.record.page: _page(root, document).read_text("utf-8") for document in blank}
    for name, given in values.items():
        value = given
        if name == DAY or FIELDS.get(name) == "day":
            value = iso_day(value) or value
        if name in (NUMBER, DAY):
            if not blank:
                raise DraftError(f"{name}: {say_both('ward-no-blank')}")
            for document in blank:
                texts[document.record.page] = _recorded(texts[document.record.page], name, value)
        elif name.removeprefix(_ENGLISH) in FIELDS:
            text = _with(text, name, value)
        else:
            near = closest(name, (*FIELDS, NUMBER, DAY))
            raise DraftError(f"{name}: {say_both('ward-no-name', near=near or ', '.join(FIELDS))}")
    for finding in ward.read(text).findings:
        raise DraftError(f"{WARD}: {sentences_in_both(finding)}")
    changed = {path: text} if text != before else {}
    changed |= {_page(root, document): texts[document.record.page] for document in blank}
    written = [one for one, now in changed.items() if not one.is_file() or one.read_text("utf-8") != now]
    write_together({one: changed[one] for one in written})
    return [one.relative_to(root).as_posix() for one in written]


def run(root: Path, handbook: Handbook, given: Iterable[str]) -> int:
    """Fill in what is given as NAME=VALUE, or ask for each detail; print what was written and what is still blank."""
    pairs = [one.partition("=") for one in given]
    for name, equals, _ in pairs:
        if not equals:  # an empty value takes out what there is: that has to be meant
            raise DraftError(f"{name}: {say_both('ward-no-value', detail=name)}")
    values = {name.strip(): value.strip() for name, _, value in pairs}
    if not values:
        values = _asked(root, handbook)
    for path in fill(root, handbook, values):
        print(path)
    left = ward.read((root / WARD).read_text("utf-8") if (root / WARD).is_file() else "").blanks
    print(say("vi", "remind_ward" if left else "remind_none_ward", count=len(left)))
    for name in left:
        print(f"  {name}: {called(name, 'vi')}")
    print(say_both("ward-next"))
    return 0


def _asked(root: Path, handbook: Handbook) -> dict[str, str]:
    """Return what is typed for each detail; an empty line keeps what there is, a hyphen empties it."""
    if sys.stdin.isatty():
        print(say_both("ward-how"))
    values = {}
    names = [*FIELDS, *([NUMBER, DAY] if _blank(handbook) else [])]
    for name in names:
        now = handbook.ward.value(name, "vi")
        label = called(name, "vi") if name in FIELDS else say_both("ward-number" if name == NUMBER else "ward-date")

        def wrong(typed: str, name: str = name) -> str:
            try:
                _judged(root, handbook, name, typed)
            except DraftError as error:
                return str(error)
            return ""

        typed = answer(f"{label} [{now}]" if now else label, "NAME=VALUE", wrong)
        if typed:
            values[name] = "" if typed == _EMPTY else typed
    return values


def _judged(root: Path, handbook: Handbook, name: str, typed: str) -> None:
    if name == DAY or FIELDS.get(name) == "day":
        typed = iso_day(typed) or typed
    if name in (NUMBER, DAY):
        if typed:
            _check(name, typed)
    elif typed not in ("", _EMPTY):
        path = root / WARD
        for finding in ward.read(_with(path.read_text("utf-8") if path.is_file() else "", name, typed)).findings:
            raise DraftError(sentences_in_both(finding))


def _with(text: str, name: str, value: str) -> str:
    """Return the file with a value in the line of its name, all else as it was; a line that lacks is added."""
    own = name.removeprefix(_ENGLISH)
    line = f"{own} = {json.dumps(value, ensure_ascii=False)}"
    original, heading, english = text.partition("\n[en]")
    part = english if name.startswith(_ENGLISH) else original
    there = re.compile(rf"^{re.escape(own)}[ \t]*=.*$", re.MULTILINE)
    part = there.sub(lambda _: line, part) if there.search(part) else f"{part.rstrip()}\n{line}\n".lstrip()
    if name.startswith(_ENGLISH):
        return f"{original}\n[en]{'' if heading else chr(10)}{part}"
    return part + heading + english


def _blank(handbook: Handbook) -> list[Document]:
    documents = handbook.registry.documents.values()
    return [document for document in documents if document.record.blank and document.original]


def _page(root: Path, document: Document) -> Path:
    return root / f"{language_folder('vi')}{document.record.page}"


def _check(name: str, value: str) -> None:
    if name == NUMBER and not _NUMBER.fullmatch(value):
        raise DraftError(f"{name}: {say_both('ward-wrong-number')}")
    if name == DAY:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise DraftError(f"{name}: {say_both('ward-wrong-day')}") from None


def _recorded(text: str, name: str, value: str) -> str:
    """Return the page of a document with its number or day in the front matter."""
    _check(name, value)
    if name == NUMBER:
        return re.sub(r"^(  symbol: *)[^/\n]*(/[^\n]*)$", rf"\g<1>{value}\g<2>", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^(  date: *)[^\n]*$", rf"\g<1>{value}", text, count=1, flags=re.MULTILINE)
