"""What drafts share: templates with words still to be written, text at its place, files written whole or not at all."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

from ..atomic import write_together
from ..content.model import Page
from ..conventions import HISTORY_LOCK
from ..findings.wording import say_both
from .errors import CommandError

_TEMPLATES = Path(__file__).with_name("drafts")
_NO_HEADING = re.compile(r"[{}\n\x00#<>`]")
_PLAIN_YAML = re.compile(r"[\w(“‹][^:#\"'\\]*")


class DraftError(CommandError):
    """Why nothing was written; the message is for whoever gave the command."""


def template(name: str, language: str, **values: str) -> str:
    """Return a template of `drafts/` filled in; what an editor has to write stands in it between ‹ and ›."""
    text = (_TEMPLATES / f"{name}.{language}.md").read_text("utf-8")
    return Template(text).substitute(values)


def as_yaml(words: str) -> str:
    """Return one line of words as a value of the front matter.

    >>> as_yaml("Tiền lương"), as_yaml("Lương: hỏi đáp")
    ('Tiền lương', '"Lương: hỏi đáp"')
    """
    return words if _PLAIN_YAML.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def as_heading(title: str) -> str:
    """Return a title that can be a heading; `DraftError` for any other."""
    if _NO_HEADING.search(title):
        raise DraftError(f"{title!r}: {say_both('new-title')}")
    return title.strip()


def next_id(root: Path, page: Page, last: str) -> str:
    """Return the id after the highest that a page has or, as far as the history remembers, ever had.

    `last` is one of them; `DraftError` where it does not end in a number.
    """
    found = re.fullmatch(r"(.*?)(\d+)", last)
    if not found:
        raise DraftError(f"{page.path}: {say_both('new-no-number', id=last or '–')}")
    history = root / HISTORY_LOCK
    remembered = history.read_text("utf-8") if history.is_file() else ""
    numbers = re.findall(rf"\b{re.escape(found[1])}(\d+)\b", page.text + remembered)
    return f"{found[1]}{max(map(int, numbers)) + 1:0{len(found[2])}}"


def inserted(page: Page, at: int, words: str) -> str:
    """Return the text of a page with a section put in before an offset, a blank line on both sides."""
    before, after = page.text[:at].rstrip("\n"), page.text[at:].lstrip("\n")
    return f"{before}\n\n{words}" + (f"\n{after}" if after else "")


def write(root: Path, texts: Mapping[str, str], *, new: bool = False, after: str = "new-written") -> int:
    """Write path → text, print the line at which each file differs from before, and what comes next (`after`).

    Where one that is `new` is there already nothing is written: `DraftError`.
    """
    old = {path: (root / path).read_text("utf-8") if (root / path).exists() else "" for path in texts}
    for path, text in old.items():
        if new and text:
            raise DraftError(f"{path}: {say_both('new-taken', place=path)}")
    for path in texts:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
    write_together({root / path: text for path, text in texts.items()})
    for path, text in texts.items():
        print(f"{path}:{_first_difference(old[path], text)}")
    print(say_both(after))
    return 0


def _first_difference(old: str, new: str) -> int:
    lines = zip([*old.split("\n"), None], [*new.split("\n"), None], strict=False)
    return next((number for number, (one, other) in enumerate(lines, 1) if one != other), 1)
