"""The templates of what the build writes into pages."""

import html
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..text import plain, without_line_ends

_FOREIGN = re.compile(r"\*([^*\n]+)\*\{:?[ ]*lang=(\w+)[ ]*\}")
_ROOT = Path(__file__).parent.parent.parent
_FOLDER = _ROOT / "overrides" / "fragments"
_CACHE = _ROOT / ".cache" / "templates"


def render(template: str, context: Mapping[str, Any] | None = None, **data: object) -> str:
    """Return a template filled with data; a name without data is an error."""
    return _template(template).render(context or {}, **data)


def macro(template: str, context: Mapping[str, Any], **data: object) -> Callable[..., str]:
    """Return the macro `one` of a template, for what is filled in many times: all around it is filled in now."""
    made: Callable[..., str] = _template(template).make_module({**context, **data}).one  # type: ignore[attr-defined]
    return made


def read_anew() -> None:
    """Read templates again, at the beginning of a build: in the preview they may have changed since the last one."""
    _environment.cache_clear()
    _template.cache_clear()


def state(folder: Path = _FOLDER) -> tuple[tuple[str, int], ...]:
    """Return name and time of the last change of each template of a folder, those of pages' words unless told."""
    return tuple((str(path), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file())


def compiled(cache: Path = _CACHE) -> jinja2.FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, as Python keeps compiled modules; nothing where no file can be."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(cache), "trimmed-%s.cache") if os.access(cache, os.W_OK) else None


@cache
def _template(name: str) -> jinja2.Template:
    template = _environment().get_template(name)
    template.globals = dict(template.globals)  # a chain of two is copied name by name each time it is filled
    return template


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        bytecode_cache=compiled(),
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"md": _escape, "words": _words, "oneline": _one_line}
    environment.filters["heading"] = lambda title: _words(without_line_ends(title))
    return environment


def _words(text: str) -> Markup:
    return Markup(as_html(text))  # noqa: S704 - its words are escaped


def _one_line(text: Markup) -> Markup:
    return Markup(" ").join(text.split())


def _escape(text: str) -> str:
    """Return plain words as Markdown that shows them as they are."""
    return re.sub(r"([\\`*_\[\]|<>])", r"\\\1", plain(text))


@cache
def as_html(text: str) -> str:
    """Return inline Markdown as plain words in HTML; what is said to be in another language stays marked so."""
    pieces = _FOREIGN.split(text)
    said = [html.escape(plain(piece), quote=False) for piece in pieces[::3]]
    foreign = [
        f'<span lang="{language}">{html.escape(plain(words), quote=False)}</span>'
        for words, language in zip(pieces[1::3], pieces[2::3], strict=True)
    ]
    return "".join(piece for pair in zip_longest(said, foreign, fillvalue="") for piece in pair)
