"""ES modules joined into one script that also runs from a folder on disk, where browsers refuse modules."""

import json
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def joined(modules: Mapping[str, str], entry: str, words: Mapping[str, str] | None = None) -> str:
    """Return one script made of the module `entry` and all it imports.

    `modules` has name → text; a module imports `{ names }` of `./name.js` and exports declarations. `words` stands for
    the module `words`, which exports one object of that name. `ValueError` for a module that does something else, is
    missing, or imports itself in a circle.
    """
    order: dict[str, str] = {}
    known = dict(modules)
    if words is not None:
        known["words"] = f"export const words = {json.dumps(words, ensure_ascii=False, sort_keys=True)};\n"
    _take(entry, known, order, ())
    return '(() => {\n"use strict";\n' + "".join(order.values()) + "})();\n"


def _take(name: str, modules: Mapping[str, str], order: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"scripts: {' → '.join((*above, name))}: modules import each other in a circle")
    if name not in modules:
        raise ValueError(f"scripts: {above[-1] if above else ''}: there is no module {name}.js")
    if name in order:
        return
    text = modules[name]
    for found in _IMPORT.finditer(text):
        _take(found[2], modules, order, (*above, name))
    text = _IMPORT.sub(lambda found: f"const {{ {found[1]} }} = {_variable(found[2])};\n", _COMMENT.sub("", text))
    text = _INDENT.sub("", text)
    exports = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    if left := _LEFT.search(text):
        raise ValueError(f"scripts: {name}.js: cannot be joined: {left[0]}")
    order[name] = f"const {_variable(name)} = (() => {{\n{text}return {{ {', '.join(exports)} }};\n}})();\n"


def _variable(name: str) -> str:
    return "$" + name.replace("-", "_")
