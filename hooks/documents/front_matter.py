"""The YAML block at the top of a page, read with the line of every key."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import yaml

from ..findings.finding import Code, Finding, Place, Reason, place_of
from . import front_matter_lines

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENDED = re.compile(r"^(?=#|[ \t]*$)", re.MULTILINE)
"""Where the text of a page begins whose block is not closed: a heading, or an empty line."""
_DOTS = re.compile(r"^\.\.\.[ \t]*$", re.MULTILINE)
"""How YAML may end a block, and MkDocs may not."""
_EARLY = re.compile(r"\s*((?:title|description|kind|order|translation|own_figures|aliases|document):[ \n])")
"""A setting after the line that closes the block."""
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Reads as editors do: `true` and `12` are what they say; yes, off, 0123, 1_000, 12:30, 1e3 and dates are text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _first in (
    ("bool", r"(?:true|false)\Z", "tf"),
    ("int", r"-?(?:0|[1-9][0-9]*)\Z", "-0123456789"),
    ("null", r"(?:~|null|)\Z", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


Path = tuple[str, ...]


@dataclass(frozen=True)
class FrontMatter:
    """The keys of a page's front matter with their places."""

    path: str
    """The page's file."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """Keys and values as YAML reads them."""
    places: Mapping[Path, Place] = field(default_factory=dict)
    """Place of each key, nested keys as a tuple: `("document", "date")`."""
    body_at: int = 0
    """Offset in the file at which the page's text begins."""

    def place(self, *keys: str) -> Place:
        """Return the place of a key, or of its nearest parent that is there."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, Place(self.path))


def read(path: str, text: str) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Return the front matter at the top of `text` and what is wrong with it as YAML.

    A block that is missing or cannot be read gives an empty front matter and a finding.
    """
    block = _BLOCK.match(text)
    if block is None:
        opened = text.startswith("---")
        code = Code.FRONT_MATTER_YAML if opened else Code.FRONT_MATTER_MISSING
        dots = _DOTS.search(text) if opened else None
        ended = dots or (_ENDED.search(text) if opened else None)
        place = place_of(path, text, ended.start()) if ended else Place(path)
        return FrontMatter(path), (Finding(place, code, {"reason": Reason("unclosed")}),)
    body_at = block.end()
    try:
        loader = _Loader(block[1])
        node = loader.get_single_node()
        pairs = list(_keys(node, ()))
        values = loader.construct_document(node) if node else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(path, mark.line + 2, mark.column + 1) if mark else Place(path, 2)
        unquoted = next(iter(front_matter_lines.check(path, block[1])), None)
        said = str(getattr(error, "problem", None) or error).splitlines()[0]
        found = unquoted or front_matter_lines.unreadable(path, block[1], said, place)
        return FrontMatter(path, body_at=body_at), (found,)
    surprises = tuple(front_matter_lines.check(path, block[1]))
    if surprises:
        return FrontMatter(path, body_at=body_at), surprises
    if early := _EARLY.match(text, body_at):
        place = place_of(path, text, early.start(1))
        return FrontMatter(path, body_at=body_at), (
            Finding(place, Code.FRONT_MATTER_YAML, {"reason": Reason("early")}),
        )
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        no_keys = Finding(Place(path, 2), Code.FRONT_MATTER_YAML, {"reason": Reason("no-keys")})
        return FrontMatter(path, body_at=body_at), (no_keys,)
    places = {keys: Place(path, mark.line + 2, mark.column + 1) for keys, mark in reversed(pairs)}
    seen: set[Path] = set()
    doubled = []
    for keys, mark in pairs:
        if keys in seen:
            place = Place(path, mark.line + 2, mark.column + 1)
            twice = {"reason": Reason("key-twice", {"key": keys[-1]})}
            doubled.append(Finding(place, Code.FRONT_MATTER_YAML, twice))
        seen.add(keys)
    return FrontMatter(path, values, places, body_at), tuple(doubled)


def _keys(node: yaml.Node | None, above: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*above, str(index)), value.start_mark
            yield from _keys(value, (*above, str(index)))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            keys = (*above, str(key.value))
            yield keys, key.start_mark
            yield from _keys(value, keys)
