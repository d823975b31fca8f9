"""`new question|slogan|script PAGE`: an item with the next id of its page, its words still to be written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.model import Page
from ..content.parts import Section
from ..conventions import INDEX, READERS_FOLDER, language_folder
from ..documents.suggest import closest
from ..findings.wording import say, say_both
from ..handbook import Handbook
from .drafting import DraftError, as_heading, inserted, next_id, template, write

_BOXES = {"script": "loi-doc", "kit": "su-dung", "form": "su-dung"}


@dataclass(frozen=True)
class _Item:
    """A kind of item."""

    levels: Mapping[str, int]
    """Kind of page that has such items → level of their headings."""
    listed: Callable[[Page], Sequence[Section]]
    """Gives those of a page."""
    template: str
    """Name of its template."""
    title: str
    """What stands for a heading that is not known yet, among the words of commands."""


def _questions(page: Page) -> Sequence[Section]:
    return [question.section for question in page.questions]


def _slogans(page: Page) -> Sequence[Section]:
    return [slogan.section for slogan in page.slogans]


def _texts(page: Page) -> Sequence[Section]:
    return [text.section for text in page.scripts]


ITEMS: Mapping[str, _Item] = {
    "question": _Item({"qa": 2, "topic": 3}, _questions, "question", "a-question"),
    "slogan": _Item({"slogans": 3}, _slogans, "slogan", "a-slogan"),
    "script": _Item(dict.fromkeys(_BOXES, 2), _texts, "text", "a-text"),
}
"""What `new` calls them → what they are."""


def pages_for(what: str, handbook: Handbook) -> dict[str, Page]:
    """Return key → Vietnamese page of those that have such items."""
    return {key: page for key, page in handbook.pages["vi"].items() if page.metadata.kind in ITEMS[what].levels}


def run(root: Path, handbook: Handbook, what: str, named: str, title: str, readers: Sequence[str]) -> int:
    """Write an item after the last of its page, in each language that has the page, and print where.

    `DraftError` where the page has no such items, the title cannot be a heading, or a reader is not known.
    """
    item = ITEMS[what]
    key = f"{named.removeprefix(language_folder('vi')).removesuffix('.md')}.md"
    fitting = pages_for(what, handbook)
    page = fitting.get(key)
    if page is None:
        near = closest(key, fitting)
        raise DraftError(f"{named}: {say_both('new-no-items', near=near or ', '.join(fitting) or '–')}")
    heading = as_heading(title)
    _check_readers(handbook, readers)
    there = item.listed(page)
    if not there:
        raise DraftError(f"{named}: {say_both('new-first')}")
    own = next_id(root, page, there[-1].id)
    asked_by = readers or there[-1].readers
    changed = {}
    for language in ("vi", "en"):
        shown = handbook.pages[language].get(key)
        if shown and shown.language == language and item.listed(shown):
            box = _BOXES.get(page.metadata.kind, "")
            values = {
                "marks": "#" * item.levels[page.metadata.kind],
                "title": heading if heading and language == "vi" else say(item.title, language),
                "id": own,
                "tagged": f' readers="{" ".join(asked_by)}"' if asked_by else "",
                "box": box,
                "called": say(box, language) if box else "",
            }
            end = shown.under(item.listed(shown)[-1])[-1].end
            changed[shown.path] = inserted(shown, end, template(item.template, language, **values))
    return write(root, changed)


def _check_readers(handbook: Handbook, readers: Sequence[str]) -> None:
    known = reader_groups(handbook)
    for reader in readers:
        if reader not in known:
            raise DraftError(f"{reader}: {say_both('new-reader', known=', '.join(known))}")


def reader_groups(handbook: Handbook) -> list[str]:
    """Return the names of the groups of readers."""
    keys = (key for key in handbook.pages["vi"] if key.startswith(READERS_FOLDER) and not key.endswith(INDEX))
    return sorted(key[len(READERS_FOLDER) : -3] for key in keys)
