"""What the editor's page asks for, by name: each takes and returns what JSON can say."""

import base64
import binascii
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from pathlib import Path

from .. import settings
from ..commands import new_item, translations
from ..commands.differences import differing
from ..commands.drafting import DraftError, write
from ..commands.word_drafts import drafts
from ..conventions import INDEX, READERS_FOLDER, language_folder, page_key
from ..richtext import from_html
from ..richtext.blocks import markdown
from ..text import mark
from . import citing, page_settings, publication, ward_form
from .preview import Preview
from .words import words
from .workspace import Answer, Asked, EditError, Workspace, as_values, front_lines, is_page, language_of

_ITEMS = {kind: what for what, item in new_item.ITEMS.items() for kind in item.levels}
"""Kind of page → what can be added to it."""


class Api:
    """Answers one question at a time for one project."""

    def __init__(self, root: Path, preview: Preview) -> None:
        """Take the project, and the preview beside it."""
        self.root = root
        self.workspace = Workspace(root)
        self.preview = preview
        self.calls: Mapping[str, Callable[[Asked], Answer]] = {
            one.__name__: one
            for one in (
                *(self.start, self.pages, self.page, self.check, self.save, self.setting, self.cite, self.paste),
                *(self.word, self.item, self.reviewed, self.previewed, *publication.calls(root, self.workspace)),
                *ward_form.calls(root, self.workspace),
            )
        }

    def start(self, asked: Asked) -> Answer:
        """Return the words of the editor, its choices, and the pages."""
        readers = [
            {"name": key[len(READERS_FOLDER) : -3], "title": page.metadata.title}
            for key, page in sorted(self.workspace.handbook().pages["vi"].items())
            if key.startswith(READERS_FOLDER) and not key.endswith(INDEX)
        ]
        said = {language: dict(words(language)) for language in settings.LANGUAGES}
        return {"words": said, "items": _ITEMS, "readers": readers, **self.pages(asked)}

    def pages(self, asked: Asked) -> Answer:
        """Return the list of pages."""
        return {
            "pages": [
                {"path": one.path, "title": one.title, "kind": one.kind, "language": one.language, "errors": one.errors}
                for one in self.workspace.pages()
            ]
        }

    def page(self, asked: Asked) -> Answer:
        """Return a page to work on."""
        path = _path(asked)
        text = self.workspace.text(path)
        found = {"path": path, "text": text, "digest": mark(text), "url": self.workspace.url(path)}
        return {**found, **self.check({**asked, "text": text})}

    def check(self, asked: Asked) -> Answer:
        """Return what is found in a page with words that are not saved yet, and its form."""
        path, text = _path(asked), str(asked.get("text", ""))
        own, elsewhere = self.workspace.judged(path, text)
        return {
            "findings": [as_values(one, language_of(asked)) for one in own],
            "elsewhere": elsewhere,
            "fields": page_settings.fields(path, text),
            "front": front_lines(path, text),
        }

    def save(self, asked: Asked) -> Answer:
        """Write a page."""
        path = _path(asked)
        text = self.workspace.save(path, str(asked.get("text", "")), str(asked.get("digest", "")))
        self.preview.saved(self.root / path)
        return {"text": text, "digest": mark(text)}

    def setting(self, asked: Asked) -> Answer:
        """Return the text of a page with one of its settings changed."""
        value = asked.get("value", "")
        path, text = _path(asked), str(asked.get("text", ""))
        text = page_settings.changed(
            path, text, str(asked.get("name", "")), value if value is True else str(value or "")
        )
        return {"text": text, "front": front_lines(path, text)}

    def cite(self, asked: Asked) -> Answer:
        """Return what can be cited that has the words of a query."""
        shown = str(asked.get("page", "")).startswith(language_folder("en"))
        found = citing.find(self.workspace.handbook(), str(asked.get("query", "")), "en" if shown else "vi")
        return {
            "found": [
                {"id": one.id, "label": one.label, "title": one.title, "words": one.words, "held": one.held}
                for one in found
            ]
        }

    def paste(self, asked: Asked) -> Answer:
        """Return what was copied in Word or on a web page as Markdown."""
        return {"markdown": markdown(from_html.read(str(asked.get("html", ""))), top=3 if asked.get("inner") else 2)}

    def word(self, asked: Asked) -> Answer:
        """Return what a Word file would change; write it where `write` says so."""
        try:
            content = base64.b64decode(str(asked.get("content", "")), validate=True)
        except (binascii.Error, ValueError):
            raise EditError("no-text") from None
        into = str(asked.get("into", ""))
        try:
            with self.workspace.lock:
                found, notes = drafts(self.root, self.workspace.handbook(), content, into)
                changed = {one.path: one.after for one in found if one.before != one.after}
                if changed and asked.get("write") is True:
                    self._quietly(lambda: write(self.root, changed))
        except DraftError as error:
            raise EditError("refused", str(error)) from None
        shown = [
            {
                "title": one.path,
                "sections": [{"title": "", "rows": list(differing(one.before.splitlines(), one.after.splitlines()))}],
            }
            for one in found
            if one.path in changed
        ]
        return {"changes": shown, "notes": notes, **self.pages(asked)}

    def item(self, asked: Asked) -> Answer:
        """Write a question, slogan or text with the next id at the end of a page's own, in both languages."""
        path = _path(asked)
        key = page_key(path.split("/", 2)[2])
        title, readers = str(asked.get("title", "")), [str(one) for one in asked.get("readers") or ()]
        with self.workspace.lock:
            book = self.workspace.handbook()
            page = book.pages["vi"].get(key)
            what = _ITEMS.get(page.metadata.kind) if page else None
            if what is None:
                raise EditError("no-items", path)
            try:
                self._quietly(lambda: new_item.run(self.root, book, what, key, " ".join(title.split()), readers))
            except DraftError as error:
                raise EditError("refused", str(error)) from None
        return self.page(asked)

    def reviewed(self, asked: Asked) -> Answer:
        """Record that the English section at a line says what its original says now."""
        path, line = _path(asked), asked.get("line")
        with self.workspace.lock:
            book = self.workspace.handbook()
            places = {part.name: part.translation.place for part in book.translated}
            names = [name for name, place in places.items() if place.path == path and place.line == line]
            if names:
                self._quietly(lambda: translations.run(self.root, book, names))
        return self.page(asked)

    def previewed(self, asked: Asked) -> Answer:
        """Return where the preview is and whether it runs; start it again where `again` says so."""
        if asked.get("again") is True and self.preview.state() == "ended":
            self.preview.start()
        return {"url": self.preview.url, "state": self.preview.state()}

    @staticmethod
    def _quietly(act: Callable[[], int]) -> None:
        """Do what a command does; what it prints for a terminal goes to the terminal that runs the editor."""
        with redirect_stdout(sys.stderr):
            act()


def _path(asked: Asked) -> str:
    path = str(asked.get("path", ""))
    if not is_page(path):
        raise EditError("no-page", path)
    return path
