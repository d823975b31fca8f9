"""Publishing and going back, as buttons of the editor."""

from collections.abc import Callable, Sequence
from pathlib import Path

from .. import settings
from ..commands import publish as publishing
from ..commands import undo as undoing
from ..commands.reader_changes import PageChange
from ..findings.finding import Finding
from ..publishing.site import PublishError
from .workspace import Answer, Asked, EditError, Workspace, as_values, language_of

_TOLD = 8
"""Lines of what a build said that are shown when it fails."""


def calls(root: Path, workspace: Workspace) -> tuple[Callable[[Asked], Answer], ...]:
    """Return the questions `plan`, `publish` and `undo` of one project."""

    def plan(asked: Asked) -> Answer:
        """Return what publishing would change for readers, and what is in its way."""
        found = publishing.prepare(root)
        return {
            "errors": _findings(found.errors, asked),
            "texts": _findings(found.texts, asked),
            "translations": [part.name for part in found.translations],
            "changes": _changes(found.changes),
            "known": found.known,
            "pdfs": list(found.pdfs),
        }

    def publish(asked: Asked) -> Answer:
        """Publish; `texts` and `translated` say that somebody has looked at what they accept."""
        told: list[str] = []
        texts, translated = asked.get("texts") is True, asked.get("translated") is True
        try:
            with workspace.lock:
                found = publishing.publish(root, texts=texts, translated=translated, tell=told.append)
        except PublishError as error:
            raise EditError("refused", "\n".join([*told[-_TOLD:], str(error)])) from None
        return {"errors": _findings(found, asked)}

    def undo(asked: Asked) -> Answer:
        """Bring back the site published before."""
        try:
            with workspace.lock:
                done = undoing.undo(root, settings.site_dir(root))
        except PublishError as error:
            raise EditError("refused", str(error)) from None
        pages = [*done.pages.new, *done.pages.changed, *done.pages.removed]
        return {"time": done.time, "pages": pages, "changes": _changes(done.changes)}

    return plan, publish, undo


def _findings(found: Sequence[Finding], asked: Asked) -> list[Answer]:
    return [{**as_values(one, language_of(asked)), "path": one.place.path} for one in found]


def _changes(changes: Sequence[PageChange]) -> list[Answer]:
    return [
        {
            "title": one.title,
            "path": one.path,
            "kind": one.kind,
            "sections": [{"title": section.title, "rows": list(section.rows)} for section in one.sections],
        }
        for one in changes
    ]
