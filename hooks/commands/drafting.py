"""What the commands `new …` share: text goes in at its place, and files are written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from ..atomic import write_atomically
from ..content.model import Page
from ..findings.wording import say_both


class DraftError(Exception):
    """Why nothing was written; the message is for whoever gave the command."""


def inserted(page: Page, at: int, words: str) -> str:
    """Return the text of a page with a section put in before an offset, a blank line on both sides."""
    before, after = page.text[:at].rstrip("\n"), page.text[at:].lstrip("\n")
    return f"{before}\n\n{words}" + (f"\n{after}" if after else "")


def write(root: Path, texts: Mapping[str, str], *, new: bool = False) -> int:
    """Write path → text, print the line at which each file differs from before, and what comes next.

    A file that is `new` and is there already is left alone: `DraftError`.
    """
    old = {path: (root / path).read_text("utf-8") if (root / path).exists() else "" for path in texts}
    for path, text in old.items():
        if new and text:
            raise DraftError(f"{path}: {say_both('new-taken', place=path)}")
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_atomically(root / path, text)
        print(f"{path}:{_first_difference(old[path], text)}")
    print(say_both("new-written"))
    return 0


def _first_difference(old: str, new: str) -> int:
    lines = zip([*old.split("\n"), None], [*new.split("\n"), None], strict=False)
    return next((number for number, (one, other) in enumerate(lines, 1) if one != other), 1)
