"""What the build adds to the genres.

For whom a question is, whether a slogan is verbatim, how long a script takes, and quizzes that answer at once.
Every function takes the body of a page as Markdown and returns it with the additions; headings keep only what HTML
knows.
"""

import posixpath
import re
from collections.abc import Callable, Mapping

from ..content.icons import drawing
from ..content.model import Page
from ..content.speech import length, minutes
from ..conventions import READERS_FOLDER
from ..text import plain

Words = Callable[..., str]
"""Gives the interface's words: `words("answer")`."""

_OWN_ATTRIBUTES = re.compile(
    r"^(#{1,6} .*\{[^{}\n]*?)((?:[ ]+(?:readers=\"[^\"]*\"|answered=\w+|icon=[\w\"-]+))+)([^{}\n]*\})", re.MULTILINE
)
_SLOGAN = re.compile(r"^(### )(.*?)( \{#[^{}\n]*\})\n+(\[[^\]\n]*\]\(cite:[^\n]*)$", re.MULTILINE)
_OPTION = re.compile(r"^[-*] \((?P<mark>[ xX]?)\) (?P<words>[^\n]*(?:\n  [^\n]+)*)$", re.MULTILINE)
_NAME = re.compile(r"#([\w-]+)")
_NAMED_HEADING = re.compile(r"#+ .*\{([^{}\n]*)\}")
_QUIZ = re.compile(
    r"^(### .* \{#([\w-]+)\})\n+((?:[-*] \([ xX]?\) [^\n]*\n(?:  [^\n]+\n)*)+)\n*((?:[^\n#]+\n?)+)", re.MULTILINE
)


Tags = Mapping[str, tuple[str, ...]]
"""Id of a question → for whom it is: said once, on the Vietnamese page."""


def complete(
    body: str, page: Page, words: Words, readers: Mapping[str, str], tags: Tags, offers: Mapping[str, str]
) -> str:
    """Return the body of a page of any genre.

    `readers` gives the title of each page below `danh-cho/`, `offers` what leads to the files made from a section.
    """
    kind = page.metadata.kind
    if kind == "qa":
        body = _questions(body, page, words, readers, tags)
    elif kind == "slogans":
        body = _SLOGAN.sub(lambda found: _slogan(found, words, offers), body)
    elif kind == "script":
        body = _scripts(_offered(body, page, offers), page, words)
    elif kind == "kit":
        body = _QUIZ.sub(lambda found: _quiz(found, words), _lengths(_offered(body, page, offers), page, words))
    elif kind == "picture":
        body = _icons(body, page)
    return _OWN_ATTRIBUTES.sub(lambda found: found[1] + found[3], body)


def _questions(body: str, page: Page, words: Words, readers: Mapping[str, str], tags: Tags) -> str:
    up = posixpath.relpath(READERS_FOLDER, posixpath.dirname(page.key) or ".")
    for question in page.questions:
        tagged = tags.get(question.section.id, question.section.readers)
        links = [f"[{readers[reader]}]({up}/{reader}.md)" for reader in tagged if reader in readers]
        parts = [f"{words('for_readers')} {', '.join(links)}"] if links else []
        if not question.section.answered:
            parts.append(f"**{words('not_answered')}**")
        line = f'<p class="lc-tags" markdown="span">{" · ".join(parts)}</p>'
        body = below(body, question.section.id, line)
    return body


def _slogan(found: re.Match[str], words: Words, offers: Mapping[str, str]) -> str:
    named = _NAME.search(found[3])
    offer = offers.get(named[1], "") if named else ""
    badge = words("verbatim" if ".nguyen-van" in found[3] else "drafted")
    one_line = re.sub(r"\s*\|\s*", " ", found[2])
    return f'{found[1]}{one_line}{found[3]}\n\n{found[4]} <span class="lc-badge">{badge}</span>\n\n{offer}\n'


def _scripts(body: str, page: Page, words: Words) -> str:
    for script in page.scripts:
        count = length(plain(script.spoken), page.language)
        taken = f"{minutes(count, page.language):.1f}"
        if page.language == "vi":
            taken = taken.replace(".", ",")
        line = f'<p class="lc-tags">{words("minutes", minutes=taken, count=count)}</p>'
        body = below(body, script.section.id, line)
    return body


def _offered(body: str, page: Page, offers: Mapping[str, str]) -> str:
    for text in page.offered:
        if text.section.id in offers:
            body = below(body, text.section.id, offers[text.section.id])
    return body


def _icons(body: str, page: Page) -> str:
    for section in page.sections:
        if section.icon is not None:
            body = below(body, section.id, f'<div class="lc-picture__icon">{drawing(section.icon)}</div>')
    return body


def _lengths(body: str, page: Page, words: Words) -> str:
    for item in page.scripts:
        if item.spoken:
            line = f'<p class="lc-tags">{words("length", count=length(plain(item.spoken), page.language))}</p>'
            body = below(body, item.section.id, line)
    return body


def below(body: str, section: str, line: str) -> str:
    """Return the body with a line under the heading of a section."""
    at = body.find(f"#{section}") if section else -1
    while at >= 0:
        start, end = body.rfind("\n", 0, at) + 1, body.find("\n", at)
        end = len(body) if end < 0 else end
        heading = _NAMED_HEADING.fullmatch(body, start, end)
        if heading and section in _NAME.findall(heading[1]):
            return f"{body[:end]}\n\n{line}{body[end:]}"
        at = body.find(f"#{section}", end)
    return body


def _quiz(found: re.Match[str], words: Words) -> str:
    heading, name, listed, feedback = found.groups()
    options = []
    right = ""
    for number, option in enumerate(_OPTION.finditer(listed)):
        letter = "abcdefgh"[number]
        text = " ".join(option["words"].split())
        answer = option["mark"].lower() == "x"
        right = f"{letter}) {text}" if answer else right
        data = " data-right" if answer else ""
        options.append(
            f'<p class="lc-quiz__option" markdown="span"><label><input type="radio" name="{name}-answer"{data}>'
            f" <span>{letter}) {text}</span></label></p>"
        )
    return (
        f'{heading}\n\n<div class="lc-quiz" role="radiogroup" aria-labelledby="{name}" markdown="block">\n'
        + "\n".join(options)
        + f'\n</div>\n\n<details class="lc-quiz__answer" markdown="block">\n<summary>{words("answer")}</summary>\n\n'
        f'<p markdown="span"><strong>{right}</strong></p>\n\n{feedback.strip()}\n\n</details>\n\n'
    )
