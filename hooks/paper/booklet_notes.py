"""What leads out of a booklet, and the full names of what it cites: noted once, at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag

from ..screen.alphabet import order
from .page_html import with_class

_NAME = "data-short"


@dataclass
class Notes:
    """The notes of one booklet, gathered page by page."""

    urls: dict[str, int] = field(default_factory=dict)
    """URL outside the booklet → its number."""
    names: dict[str, str] = field(default_factory=dict)
    """Short name of a document → its full name."""

    def number(self, url: str) -> int:
        """Return the number of a URL, without the place on its page."""
        return self.urls.setdefault(urldefrag(url).url, len(self.urls) + 1)

    def gather(self, article: Any) -> None:
        """Take the notes of a page out of it: full names are kept, URLs are numbered where they are met."""
        for notes in with_class(article, "lc-sources"):
            for one in notes.iterfind(f"span[@{_NAME}]"):
                self.names.setdefault(one.get(_NAME), " ".join(one.text_content().split()))
            notes.drop_tree()
        for notes in with_class(article, "lc-refs"):
            notes.drop_tree()

    @property
    def named(self) -> Mapping[str, str]:
        """The full names in the order of the alphabet."""
        return {short: self.names[short] for short in sorted(self.names, key=order)}
