"""What browsers load beside the pages: components joined into files whose names change with their content."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from . import scripts
from .words import for_scripts

_FOLDER = "assets"
_PAPER = re.compile(r"^@media print \{\n(.*?)^\}\n*", re.DOTALL | re.MULTILINE)
_FIRST_SCREEN = ("be-vietnam-pro-regular.woff2", "be-vietnam-pro-bold.woff2")
"""Styles of type that the first screen of every page uses."""


@dataclass(frozen=True)
class Assets:
    """The files and, of those the frame refers to, the addresses below the site."""

    files: Mapping[str, str | bytes]
    """Address → content."""
    style: str = ""
    """The style sheet of the screen."""
    paper: str = ""
    """The style sheet of paper."""
    search: Mapping[str, str] = field(default_factory=dict)
    """Language → the script of the search, loaded when it is first wanted."""
    boot: str = ""
    """The script that runs before the page is shown."""
    scripts: Mapping[str, str] = field(default_factory=dict)
    """Language → the script that runs afterwards."""
    preloaded: tuple[str, ...] = ()
    """The fonts of the first screen."""
    icon: str = ""
    """The picture in the browser's tab."""


def assets(overrides: Path, languages: tuple[str, ...]) -> Assets:
    """Return the assets made of the folders styles, scripts, fonts and images below `overrides`."""
    files: dict[str, str | bytes] = {}

    def add(name: str, content: str | bytes) -> str:
        path = hashed(name, content)
        files[path] = content
        return path

    fonts = {path.name: add(f"fonts/{path.name}", path.read_bytes()) for path in _in(overrides / "fonts", "woff2")}
    style = "\n".join(path.read_text("utf-8") for path in _in(overrides / "styles", "css"))
    for name, path in fonts.items():
        style = style.replace(f'url("fonts/{name}")', f'url("{path.removeprefix(f"{_FOLDER}/")}")')
    screen, paper = map(compact, divided(_without_comments(style)))
    modules = {path.stem: path.read_text("utf-8") for path in _in(overrides / "scripts", "js")}
    return Assets(
        files=files,
        style=add("handbook.css", screen),
        paper=add("paper.css", paper),
        boot=add("boot.js", scripts.joined(modules, "boot")),
        scripts={
            language: add(f"handbook.{language}.js", scripts.joined(modules, "main", for_scripts(language)))
            for language in languages
        },
        search={
            language: add(f"search.{language}.js", scripts.joined(modules, "search", for_scripts(language)))
            for language in languages
        },
        preloaded=tuple(path for name, path in fonts.items() if name in _FIRST_SCREEN),
        icon=add("bieu-tuong.svg", (overrides / "images" / "bieu-tuong.svg").read_text("utf-8")),
    )


def hashed(name: str, content: str | bytes) -> str:
    """Return the address of a file, which changes with its content: `handbook.css` → `assets/handbook.1a2b3c4d.css`."""
    stem, _, ending = name.rpartition(".")
    data = content.encode() if isinstance(content, str) else content
    return f"{_FOLDER}/{stem}.{sha256(data).hexdigest()[:8]}.{ending}"


def divided(style: str) -> tuple[str, str]:
    """Return the rules of a style sheet for the screen, and those that stand in `@media print`."""
    screen, paper, at = [], [], 0
    for found in _PAPER.finditer(style):
        screen.append(style[at : found.start()])
        paper.append(textwrap.dedent(found[1]))
        at = found.end()
    return "".join([*screen, style[at:]]), "".join(paper)


def compact(style: str) -> str:
    r"""Return a style sheet without the spaces that only people need; a line stays a line.

    >>> compact('a,\n  b > c {\n  margin: 0 1px;\n}\n\nd::before {\n  content: "a, b";\n}\n')
    'a,b > c{margin: 0 1px}\nd::before{content: "a, b"}\n'
    """
    style = re.sub(r",\n\s*", ",", style)
    style = re.sub(r"\s*\{\n\s*", "{", style)
    style = re.sub(r";\n\s*(?=[^\s}])", ";", style)
    return re.sub(r";?\n\s*\}\n*", "}\n", style)


def _in(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"*.{ending}"))


def _without_comments(style: str) -> str:
    return re.sub(r"/\*.*?\*/\n*", "", style, flags=re.DOTALL)
