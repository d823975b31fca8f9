"""What browsers load beside the pages: components joined into files whose names change with their content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ..content.model import TOOL_NAMES
from ..tools import wording
from . import scripts
from .interface import for_scripts
from .style_sheets import Components

_FOLDER = "assets"
_FIRST_SCREEN = ("be-vietnam-pro-regular.woff2", "be-vietnam-pro-bold.woff2")
"""Styles of type that the first screen of every page uses."""
_KEPT = "/:=,;'"
"""Signs of SVG that a URL in HTML can hold as they are."""
LATER = {
    "search": "search/dialog",
    "meeting": "meeting/dialog",
    "aloud": "aloud/reader",
    "arrived": "print/arrived",
    "found": "search/marking",
    "embed": "reading/embed",
    "popup": "reading/popup",
    "provisions": "reading/provision_tools",
    "offline": "offline/keeper",
}
"""What is loaded when it is first wanted, with a style of its own if it has one: name → the module that opens it."""
PAGE_STYLES = {
    "tool": "later/tool.css",
    "screen": "later/screen.css",
    "specimen": "later/specimen.css",
    "official": "official/*.css",
}
"""What only some pages need: prefix of an insert (forms that calculate, pictures of the program, the specimen of the
visual language) or form of the sheets → the components of its style sheet."""
OWN_PAPER = ("screen", "specimen")
"""Of these, those with a style sheet of paper of their own: they stand on editors' pages, which no booklet binds."""
WORKERS = {True: "offline/worker", False: "offline/off"}
"""Whether the site is kept for reading without a network → the module of its service worker."""


@dataclass(frozen=True)
class Assets:
    """The files and, of those the frame refers to, the URLs below the site."""

    files: Mapping[str, str | bytes]
    """URL → content."""
    style: str = ""
    """The style sheet of the screen."""
    paper: str = ""
    """The style sheet of paper."""
    scripts: Mapping[str, str] = field(default_factory=dict)
    """Language → the script."""
    preloaded: tuple[str, ...] = ()
    """The fonts of the first screen."""
    tools: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Name of a tool and language → its script."""
    page_styles: Mapping[str, str] = field(default_factory=dict)
    """The style sheets that only some pages need, by a name of `PAGE_STYLES`."""
    page_papers: Mapping[str, str] = field(default_factory=dict)
    """Their style sheets of paper, by a name of `OWN_PAPER`."""
    card: str = ""
    """The style sheet of the cards that other sites show."""
    icon: str = ""
    """The picture in the browser's tab, as a URL that holds it."""

    @property
    def shared(self) -> tuple[str, ...]:
        """What pages of every kind need: everything but the fonts of later screens."""
        fonts = tuple(path for path in self.files if path.endswith(".woff2") and path not in self.preloaded)
        return tuple(path for path in self.files if path not in fonts)


def assets(overrides: Path, languages: tuple[str, ...], *, preview: bool = False, offline: bool = True) -> Assets:
    """Return the assets made of the folders styles, scripts, fonts and images below `overrides`.

    What only the preview shows is left out of them without `preview`, and what keeps the site for reading without a
    network without `offline`.
    """
    wanted = {name: entry for name, entry in LATER.items() if offline or name != "offline"}
    files: dict[str, str | bytes] = {}

    def add(name: str, content: str | bytes) -> str:
        path = hashed(name, content)
        files[path] = content
        return path

    woff = sorted((overrides / "fonts").glob("*.woff2"))
    fonts = {path.name: add(f"fonts/{path.name}", path.read_bytes()) for path in woff}
    components = Components(overrides / "styles")
    screen, paper = components.shared({name: _below(path) for name, path in fonts.items()})
    if preview:
        shown, printed = components.in_layer("parts", "preview/*.css")
        screen, paper = screen + shown, paper + printed
    later = {name: components.in_layer("parts", f"later/{name}.css")[0] for name in LATER}
    styles = {name: [_below(add(f"{name}.css", shown))] for name, shown in later.items() if shown}
    own = {name: components.in_layer("kinds", pattern) for name, pattern in PAGE_STYLES.items()}
    paper += components.in_layer("parts", *(f"later/{name}.css" for name in LATER))[1]
    paper += components.in_layer("kinds", *(PAGE_STYLES[name] for name in PAGE_STYLES if name not in OWN_PAPER))[1]
    inks, _ = components.in_layer("ground", "ground/language.css")
    modules = modules_in(overrides / "scripts")

    def script(language: str) -> str:
        words = for_scripts(language)
        loaded = {
            name: (_below(add(f"{name}.{language}.js", scripts.joined(modules, entry, words))), *styles.get(name, []))
            for name, entry in wanted.items()
        }
        return add(f"handbook.{language}.js", scripts.joined(modules, "main", words, loaded))

    return Assets(
        files=files,
        style=add("handbook.css", screen),
        paper=add("paper.css", paper),
        card=add("card.css", components.without_layer("card/*.css")),
        scripts={language: script(language) for language in languages},
        preloaded=tuple(path for name, path in fonts.items() if name in _FIRST_SCREEN),
        tools={
            (name, language): add(
                f"{name}.{language}.js", scripts.joined(modules, f"tools/{name}", wording.words(language))
            )
            for name in TOOL_NAMES
            for language in languages
        },
        page_styles={name: add(f"{name}.css", shown) for name, (shown, _) in own.items()},
        page_papers={name: add(f"{name}-paper.css", inks + own[name][1]) for name in OWN_PAPER},
        icon=f"data:image/svg+xml,{quote((overrides / 'images' / 'bieu-tuong.svg').read_text('utf-8').strip(), _KEPT)}",
    )


def service_worker(overrides: Path, listed: str, *, offline: bool) -> str:
    """Return the service worker; `listed` is the URL below the site of the list of what it may keep."""
    return scripts.joined(modules_in(overrides / "scripts"), WORKERS[offline], files={"list": (listed,)})


def modules_in(folder: Path) -> dict[str, str]:
    """Return the modules below a folder: path without its ending → text."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.js"))
    }


def hashed(name: str, content: str | bytes) -> str:
    """Return the URL of a file, which changes with its content: `handbook.css` → `assets/handbook.1a2b3c4d.css`."""
    stem, _, ending = name.rpartition(".")
    data = content.encode() if isinstance(content, str) else content
    return f"{_FOLDER}/{stem}.{sha256(data).hexdigest()[:8]}.{ending}"


def _below(url: str) -> str:
    return url.removeprefix(f"{_FOLDER}/")
