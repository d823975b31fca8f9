"""`import-word FILE.docx`: show what a Word file would change in the pages, and with `--write` change them."""

import difflib
from pathlib import Path

from ..findings.wording import say_both
from ..handbook import Handbook
from .drafting import DraftError, write
from .word_drafts import drafts


def run(root: Path, handbook: Handbook, file: Path, into: str, *, writing: bool) -> int:
    """Print each change as old lines (-) and new ones (+); write them where asked. Return 0.

    `DraftError` where the file cannot be read or has no place: then nothing is written.
    """
    try:
        content = file.read_bytes()
    except OSError:
        raise DraftError(f"{file}: {say_both('word-no-file')}") from None
    try:
        found, notes = drafts(root, handbook, content, into)
    except DraftError as error:
        raise DraftError(f"{file.name}: {error}") from None
    changed = [draft for draft in found if draft.before != draft.after]
    for draft in changed:
        lines = difflib.unified_diff(draft.before.splitlines(), draft.after.splitlines(), n=1, lineterm="")
        print(draft.path)
        print("\n".join(line for line in list(lines)[2:]), end="\n\n")
    for note in notes:
        print(note)
    if not changed:
        print(say_both("word-same"))
    elif writing:
        return write(root, {draft.path: draft.after for draft in changed})
    else:
        print(say_both("word-write"))
    return 0
