"""What only the ward knows, as a form of the editor."""

from collections.abc import Callable
from pathlib import Path

from ..commands import ward as filling
from ..commands.drafting import DraftError
from ..content.ward import FIELDS
from ..screen.ward_fields import called
from .workspace import Answer, Asked, EditError, Workspace, language_of


def calls(root: Path, workspace: Workspace) -> tuple[Callable[[Asked], Answer], ...]:
    """Return the questions `ward` and `fill` of one project."""

    def ward(asked: Asked) -> Answer:
        """Return each detail with what it is called and its value."""
        known, language = workspace.handbook().ward, language_of(asked)
        return {
            "details": [
                {"name": name, "label": called(name, language), "value": known.value(name, "vi")} for name in FIELDS
            ]
        }

    def fill(asked: Asked) -> Answer:
        """Write the details that differ from what is there."""
        given = asked.get("values")
        with workspace.lock:
            book = workspace.handbook()
            values = {str(name): str(value).strip() for name, value in given.items()} if isinstance(given, dict) else {}
            changed = {name: value for name, value in values.items() if value != book.ward.value(name, "vi")}
            try:
                written = filling.fill(root, book, changed) if changed or book.ward.findings else []
            except DraftError as error:
                raise EditError("refused", str(error)) from None
        return {"written": written}

    return ward, fill
