"""Python-Markdown tries every inline pattern on every text; here each is tried only where what it begins with stands.

Most texts have none of these signs, and trying in vain takes longer than matching. What patterns do is untouched.
"""

from functools import cached_property
from typing import Any

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_SIGNS = {
    "tokens": "\ue000",
    "backtick": "`\\",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_reference": "[",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
}
"""Name of a pattern → the one or two signs of which each of its matches has one; one that is not listed is tried."""


class SparingInlineProcessor(InlineProcessor):
    """Applies inline patterns as its parent does, and passes over those that cannot match.

    Should the parent's own method get another name, it is used again: slower, with the same outcome.
    """

    @cached_property
    def _patterns(self) -> list[tuple[Any, str, str]]:
        """The patterns in order, each with the signs of which its matches have one; an empty one is in every text."""
        known = [name for name in _SIGNS if name in self.inlinePatterns]
        signs = {self.inlinePatterns.get_index_for_name(name): _SIGNS[name] for name in known}
        found = [(pattern, signs.get(at, "")) for at, pattern in enumerate(self.inlinePatterns)]
        return [(pattern, of[:1], of[-1:]) for pattern, of in found]

    def _InlineProcessor__handleInline(self, data: str, at: int = 0) -> str:  # noqa: N802 - the name of the parent
        if isinstance(data, AtomicString):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        start = 0
        while at < len(self._patterns):
            pattern, one, other = self._patterns[at]
            matched = False
            if one in data or other in data:
                data, matched, start = apply(pattern, data, at, start)
            if not matched:
                at, start = at + 1, 0
        return data
