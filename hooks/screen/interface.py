"""The words the site shows around what editors write, in both languages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOR_SCRIPTS = "js_"


@cache
def interface(language: str) -> Mapping[str, str]:
    """Return the words by name; some have places for values in braces."""
    words: Mapping[str, Mapping[str, str]] = tomllib.loads(
        Path(__file__).with_name("interface.toml").read_text("utf-8")
    )
    return words[language]


def say(language: str, key: str, **values: object) -> str:
    """Return one of the words with its values filled in."""
    return interface(language)[key].format_map(values)


def for_scripts(language: str) -> Mapping[str, str]:
    """Return the words that only scripts show, by the names scripts know them by."""
    return {
        key.removeprefix(_FOR_SCRIPTS): word
        for key, word in interface(language).items()
        if key.startswith(_FOR_SCRIPTS)
    }


def size(content: str | bytes) -> str:
    """Return how large a file with this content is."""
    data = content.encode() if isinstance(content, str) else content
    return f"{max(len(data) // 1024, 1)} KB"
