"""ES modules joined into one script that also runs from a folder on disk, where browsers refuse modules."""

import json
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "(\.{1,2}/[\w/.-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*.*?\*/)\n|(?<=[;{,]) // [^\n]*$", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_WORD = re.compile(r"(?<![\w./])words\.(\w+)")


def joined(
    modules: Mapping[str, str],
    entry: str,
    words: Mapping[str, str] | None = None,
    files: Mapping[str, tuple[str, ...]] | None = None,
) -> str:
    """Return one script made of the module `entry` and all it imports.

    `modules` has the path of a module without its ending → text; a module imports `{ names }` of `./path.js` or
    `../path.js` and exports declarations. `words` stands for the module `words`, which exports an object of that name
    with those words that the modules name; `files` for the module `files`, which says by name what can be loaded later.
    `ValueError` for a module that does something else, is missing, or imports itself in a circle, and for a word that
    there is not.
    """
    known = {**modules, "words": "", "files": _constant("files", files or {})}
    order: dict[str, str] = {}
    _take(entry, known, order, ())
    if "words" in order:
        named = sorted({name for path in order for name in words_named(known[path])})
        if lacking := [name for name in named if name not in (words or {})]:
            raise ValueError(f"scripts: {entry}.js: there are no words {', '.join(lacking)}")
        order["words"] = _module("words", _constant("words", {name: (words or {})[name] for name in named}))
    return '(() => {\n"use strict";\n' + "".join(order.values()) + "})();\n"


def taken(modules: Mapping[str, str], entry: str) -> frozenset[str]:
    """Return the paths of the modules that `joined` makes a script of."""
    order: dict[str, str] = {}
    _take(entry, {**modules, "words": "", "files": ""}, order, ())
    return frozenset(order) & frozenset(modules)


def words_named(module: str) -> list[str]:
    """Return the words that a module names, once or more often."""
    return _WORD.findall(module) if "import { words }" in module else []


def _take(name: str, modules: Mapping[str, str], order: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"scripts: {' → '.join((*above, name))}: modules import each other in a circle")
    if name not in modules:
        raise ValueError(f"scripts: {above[-1] if above else ''}: there is no module {name}.js")
    if name in order:
        return
    for found in _IMPORT.finditer(modules[name]):
        _take(_path(name, found[2]), modules, order, (*above, name))
    order[name] = _module(name, modules[name])


@lru_cache(512)
def _module(name: str, source: str) -> str:
    """Return a module as a part of a script; most are part of several."""

    def imported(found: re.Match[str]) -> str:
        return f"const {{ {found[1]} }} = {_variable(_path(name, found[2]))};\n"

    text = _INDENT.sub("", _IMPORT.sub(imported, _COMMENT.sub("", source)))
    exports = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    if left := _LEFT.search(text):
        raise ValueError(f"scripts: {name}.js: cannot be joined: {left[0]}")
    given = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f"const {_variable(name)} = (() => {{\n{text}{given}}})();\n"


def _constant(name: str, value: object) -> str:
    return f"export const {name} = {json.dumps(value, ensure_ascii=False, sort_keys=True)};\n"


def _path(name: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))


def _variable(path: str) -> str:
    return "$" + path.replace("/", "_").replace("-", "_")
