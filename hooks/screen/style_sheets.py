"""Style sheets: components joined in layers, what only people need left out, the rules of screen and paper apart."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LAYERS = ("ground", "text", "parts", "kinds")
"""Folders of components, each a layer: a rule of a later one wins over any rule of an earlier, however exact."""
_FOR_PAPER = re.compile(r"^@media (print|all) \{\n(.*?)^\}\n*", re.DOTALL | re.MULTILINE)
_SPACE = re.compile(r"^\s*(--lc-space-\d+):\s*([\d.]+rem);\n", re.MULTILINE)
_SPACED = re.compile(r"var\((--lc-space-\d+)\)")


@dataclass(frozen=True)
class Components:
    """The components of all style sheets."""

    folder: Path
    """Where they stand."""

    def shared(self, fonts: Mapping[str, str]) -> tuple[str, str]:
        """Return the style sheets of the screen and of paper that every page has; `fonts` has file name → URL.

        What stands beside the folders of `LAYERS` has no layer: fonts, page sizes, and what browsers too old for
        layers must hide. URLs are written as they are given.
        """
        screen, paper = map(compact, divided(self._joined("*.css")))
        for name, url in fonts.items():
            screen, paper = (one.replace(f'url("fonts/{name}")', f'url("{url}")') for one in (screen, paper))
        for layer in LAYERS:
            on_screen, on_paper = self.in_layer(layer, f"{layer}/*.css")
            screen, paper = screen + on_screen, paper + on_paper
        return screen, paper

    def in_layer(self, layer: str, *patterns: str) -> tuple[str, str]:
        """Return the rules of the components that match patterns for the screen and for paper, both in a layer."""
        screen, paper = map(compact, divided(self._spaced(self._joined(*patterns))))
        return _wrapped(layer, screen), _wrapped(layer, paper)

    def without_layer(self, pattern: str) -> str:
        """Return the rules of the components that match a pattern, for all media."""
        return compact(self._joined(pattern))

    def _joined(self, *patterns: str) -> str:
        """Return components one after the other, without their comments."""
        texts = (path.read_text("utf-8") for pattern in patterns for path in sorted(self.folder.glob(pattern)))
        return "\n".join(re.sub(r" */\*.*?\*/", "", text, flags=re.DOTALL) for text in texts)

    @cached_property
    def _spaces(self) -> Mapping[str, str]:
        """The steps of the scale of spaces: property → value."""
        return dict(_SPACE.findall(self._joined("ground/roles.css")))

    def _spaced(self, style: str) -> str:
        """Return a style with the values of spaces in place of their names: they never change, and weigh a third."""
        return _SPACED.sub(lambda found: self._spaces[found[1]], _SPACE.sub("", style))


def divided(style: str) -> tuple[str, str]:
    r"""Return the rules of a style sheet for the screen, and those for paper: `@media print`; `@media all` are both.

    >>> divided("a {}\n@media print {\n  b {}\n}\n@media all {\n  c {}\n}\n")
    ('a {}\nc {}\n', 'b {}\nc {}\n')
    """
    screen, paper, at = [], [], 0
    for found in _FOR_PAPER.finditer(style):
        screen.append(style[at : found.start()])
        paper.append(textwrap.dedent(found[2]))
        screen.extend(paper[-1:] * (found[1] == "all"))
        at = found.end()
    return "".join([*screen, style[at:]]), "".join(paper)


def compact(style: str) -> str:
    r"""Return a style sheet without what only people need.

    >>> compact('a,\n  b > c {\n  margin: 0 0.5px;\n}\n\nd::before {\n  content: "a: b";\n}\n')
    'a,b > c{margin:0 .5px}d::before{content:"a: b"}'
    """
    style = re.sub(r",\n\s*", ",", style.strip())
    style = re.sub(r"\s*\{\n\s*", "{", style)
    style = re.sub(r";\n\s*(?=[^\s}])", ";", style)
    style = re.sub(r";?\s*\}\s*", "}", style)
    style = re.sub(r"(?<=[;{])([\w-]+): ", r"\1:", style)
    return re.sub(r"(?<![\w.])0\.(?=\d)", ".", style)


def _wrapped(layer: str, rules: str) -> str:
    return f"@layer {layer}{{{rules}}}" if rules.strip() else ""
