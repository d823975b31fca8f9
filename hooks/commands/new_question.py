"""`new question PAGE`: a question with the next id of its page, its answer still to be written."""

import re
from collections.abc import Sequence
from pathlib import Path

from ..content.model import Page
from ..conventions import HISTORY_LOCK, READERS_FOLDER, language_folder
from ..documents.suggest import closest
from ..findings.wording import say, say_both
from ..handbook import Handbook
from .drafting import DraftError, inserted, write

_LEVELS = {"qa": 2, "topic": 3}
"""Kind of page → level of the headings of its questions."""


def run(root: Path, handbook: Handbook, named: str, title: str, readers: Sequence[str]) -> int:
    """Write a question at the end of the questions of a page, in each language it has, and print where.

    `DraftError` where the page has no questions, the title cannot be a heading, or a reader is not known.
    """
    pages = handbook.pages["vi"]
    key = f"{named.removeprefix(language_folder('vi')).removesuffix('.md')}.md"
    page = pages.get(key)
    asked = [one for one, of_key in pages.items() if of_key.metadata.kind in _LEVELS]
    if page is None or key not in asked:
        near = closest(key, asked)
        raise DraftError(f"{named}: {say_both('new-no-questions', near=near or ', '.join(asked))}")
    if re.search(r"[{}\n\x00#<>`]", title):
        raise DraftError(f"{title!r}: {say_both('new-title')}")
    known = [one[len(READERS_FOLDER) : -3] for one in pages if one.startswith(READERS_FOLDER)]
    for reader in readers:
        if reader not in known or reader == "index":
            raise DraftError(f"{reader}: {say_both('new-reader', known=', '.join(sorted({*known} - {'index'})))}")
    if not page.questions:
        raise DraftError(f"{named}: {say_both('new-first')}")
    own = next_id(root, page, page.questions[-1].section.id)
    changed = {}
    for language in ("vi", "en"):
        shown = handbook.pages[language].get(key)
        if shown and shown.language == language and shown.questions:
            mark = "#" * _LEVELS[page.metadata.kind]
            said = title if title and language == "vi" else say("new-question", language)
            tagged = f' readers="{" ".join(readers)}"' if readers and language == "vi" else ""
            last = shown.questions[-1].section
            end = shown.under(last)[-1].end
            changed[shown.path] = inserted(shown, end, f"{mark} {said} {{#{own}{tagged}}}\n")
    return write(root, changed)


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
