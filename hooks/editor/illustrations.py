"""Pictures of the editor and of command windows for pages that explain them, drawn at each build.

They cannot fall behind the program: the editor's are made of its own page and words, a finding is found anew by the
check itself, and what a command says comes from the words it says.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname

from markupsafe import Markup

from ..commands.new_kinds import KINDS
from ..content.checks import citations
from ..content.model import Page
from ..content.parse import page as reader
from ..conventions import language_folder
from ..findings.finding import Finding
from ..findings.wording import say, say_both, sentences, show
from ..handbook import Handbook
from ..locks import translations
from ..screen import interface
from ..screen.fragment import Fragment, finished
from ..screen.templates import render
from .illustrated_window import window, word_of
from .words import words

PREFIX = "screen-"
"""What the names of their inserts begin with."""
_LINES = 9
"""Lines of a page, and names of pages, that fit into the picture of the whole editor."""


@dataclass(frozen=True)
class Shown:
    """What a picture shows of the editor's page."""

    part: str
    """The name of an element of it, or its class."""
    marked: Sequence[str] = ()
    """Ids of the controls with a ring around them."""
    adds: str = "add_question"
    """Name of the word on the button that adds to a page of this kind; nothing where there is no such button."""
    findings: Callable[[Page, Handbook], Iterator[Finding]] = lambda page, handbook: iter(())
    """What is found on the page that is open."""


def _wrong_id(page: Page, handbook: Handbook) -> Iterator[Finding]:
    """Yield what the check says once a citation with a wrong id stands at the end of the page."""
    text = f"{page.text}\n[](cite:cv.II.9)\n"
    changed, _ = reader.read(page.path, page.key, page.language, text)
    yield from citations.check(changed, handbook.registry, frozenset())


def _outdated(page: Page, handbook: Handbook) -> Iterator[Finding]:
    """Yield what the check says of the second section of a translation, once its original has changed."""
    parts = [part for part in handbook.translated if part.translation.place.path == language_folder("en") + page.key]
    memory = translations.Memory({part.name: "0" * 16 for part in parts[1:2]})
    yield from translations.check(parts[1:2], memory, ())


PARTS: Mapping[str, Shown] = {
    "editor": Shown("body", adds=""),
    "save": Shown("bar", ["save"]),
    "finding": Shown("findings", findings=_wrong_id),
    "question": Shown("tools", ["add", "cite"]),
    "slogan": Shown("tools", ["add", "cite"], "add_slogan"),
    "outdated": Shown("findings", findings=_outdated),
    "word": Shown("tools", ["word"], "add_script"),
    "ward": Shown("bar", ["ward"]),
    "publish": Shown("bar", ["publish"]),
    "undo": Shown("bar", ["undo"]),
}
"""Name of a picture → the part of the editor it shows."""


def _typed(name: str, given: str) -> str:
    return f"{say_both(name)}: {given}"


COMMANDS: Mapping[str, Callable[[Page, Handbook], tuple[str, Sequence[str]]]] = {
    "check": lambda page, handbook: ("make check", [show(one) for one in _wrong_id(page, handbook)]),
    "start": lambda *_: ("make edit", [f"{say_both('edit-open')}: http://127.0.0.1:8010/#…", say_both("edit-end")]),
    "new": lambda *_: (
        "make new",
        [
            *(f"  {number}. {say_both(one)}" for number, one in enumerate(KINDS.values(), 1)),
            _typed("ask-what", str(list(KINDS).index("document") + 1)),
        ],
    ),
    "digest": lambda *_: ("python -m hooks new digest", [_typed("ask-digest", "blld.d97.k4")]),
    "new-site": lambda *_: (
        "python -m hooks new-site ../so-tay-moi",
        [_typed("ask-ward", say("example-ward", "vi")), _typed("ask-ward-en", say("example-ward", "en"))],
    ),
}
"""Name of a picture → the command it shows, and the lines that the command prints, with what is typed as an answer."""


def illustrations(page: Page, handbook: Handbook) -> Mapping[str, Fragment]:
    """Return what each insert of a page that asks for a picture of the program stands for, in the page's language."""
    asked = {name: name.removeprefix(PREFIX) for name, _ in page.inserts if name.startswith(PREFIX)}
    return {
        **{insert: _window(PARTS[name], page, handbook) for insert, name in asked.items() if name in PARTS},
        **{
            insert: _terminal(*COMMANDS[name](page, handbook), page)
            for insert, name in asked.items()
            if name in COMMANDS
        },
    }


def _terminal(command: str, said: Sequence[str], page: Page) -> Fragment:
    label = interface.say(page.language, "illustrated_command", command=command)
    return finished(render("illustration.html.j2", label=label, command=command, said=said, picture=""))


def _window(shown: Shown, page: Page, handbook: Handbook) -> Fragment:
    language, known = page.language, words(page.language)
    filled = {
        "add": known.get(shown.adds, ""),
        "twin": known["twin_vi" if language == "en" else "twin_en"],
        "page-name": page.metadata.title,
        "list": "\n".join(_beside(page, handbook)[:_LINES]),
        "text": "\n".join(page.text[page.front.body_at :].strip().split("\n")[:_LINES]),
    }
    found = sorted(shown.findings(page, handbook))
    ringed = ", ".join(filled.get(control) or word_of(control, language) for control in shown.marked)
    label = interface.say(language, f"illustrated_{shown.part}")
    label += f" {interface.say(language, 'illustrated_ring', names=ringed)}" if ringed else ""
    label += "".join(f" {' '.join(sentences(one, language))}" for one in found)
    picture = Markup(window(shown.part, shown.marked, filled, found, language))  # noqa: S704 - lxml has escaped it
    return finished(render("illustration.html.j2", label=label, picture=picture))


def _beside(page: Page, handbook: Handbook) -> list[str]:
    """Return the names of the pages in the folder of a page, in the order of their files, as the editor lists them."""
    pages = sorted(handbook.pages[page.language].items())
    return [one.metadata.title for key, one in pages if dirname(key) == dirname(page.key)]
