"""A mistake in the program itself, shown as a page in the preview; the next save tries again.

It stands in for `build.Build` and imports nothing of the package, whose other modules may be what is broken.
"""

import html
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown


class _Nothing(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Add nothing."""


class Crash:
    """Answers every question of the adapter with a page that says what broke."""

    warnings: Any = None
    extension = _Nothing()
    generated: Mapping[str, str] = {}

    def __init__(self, error: BaseException) -> None:
        self.lines = traceback.format_exception(error)
        self._shown = False

    def read(self) -> None:
        """Read nothing."""

    def unread(self, name: str) -> bool:
        """Return whether a file is left out: none is."""
        return False

    def keeps(self, key: str, language: str) -> bool:
        """Return whether a page is shown: each is, as a message."""
        return True

    def navigation(self, language: str) -> None:
        """Leave the menu to MkDocs."""

    def frame(self, language: str, key: str = "") -> None:
        """Give the templates nothing: they are not ours."""

    def compiled_templates(self) -> None:
        """Let Jinja compile everything anew."""

    def word(self, language: str, key: str) -> str:
        """Return no word."""
        return ""

    def markdown(self, key: str, language: str) -> str:
        """Return what broke, in place of the page."""
        self._shown = True
        return (
            "# Chương trình đang lỗi / The program is broken\n\n"
            "Sửa tệp nêu ở dòng cuối rồi lưu lại; trang này tự mở lại. "
            "Mend the file named last and save; this page comes back by itself.\n\n"
            f"<pre>{html.escape(''.join(self.lines))}</pre>\n"
        )

    def content(self, key: str, language: str, text: str) -> str:
        """Return the page as it is."""
        return text

    def finished(self, page: str) -> str:
        """Return a page that was made before the program broke, with what broke above it."""
        if self._shown:
            return page
        return page.replace("<main", f"<pre>{html.escape(''.join(self.lines))}</pre><main", 1)

    def report(self) -> list[tuple[bool, str]]:
        """Return what broke as lines of the log."""
        return [(True, "".join(self.lines))]

    @staticmethod
    def slugify(text: str, separator: str) -> str:
        """Return no id worth the name."""
        return separator.join(text.lower().split())

    def workplace(self, site: Path) -> Path:
        """Leave the site where it is."""
        return site

    def discard(self) -> None:
        """Throw nothing away."""
