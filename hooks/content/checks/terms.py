"""One English rendering for each Vietnamese name: `docs/terms.toml` says which, and which are not used."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...conventions import TERMS
from ...documents import toml_lines
from ...documents.toml_slips import Wanted
from ...findings.finding import Code, Detail, Finding, Place, Reason
from ..model import Page

_SPACE = r"(?:[ \x00]+|[ \x00]*\n[ >]*)"
_BETWEEN = rf"(?:-|{_SPACE})"
_GAPS = re.compile(r"[-\s\x00>]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Refused:
    """One way of writing that the site does not use."""

    words: str
    """As the list has it; a `*` at its end stands for any ending."""
    right: str
    """What is written instead."""
    vietnamese: str = ""
    """The name it renders; nothing for a matter of spelling."""

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place of it in a text, in any case of letters and over line breaks."""
        places = list(_places(self.words, text, "(?:s|es)?" if self.vietnamese else ""))
        right = [found.span() for found in _written(self.right, text)] if places and self.vietnamese else []
        for found in places:
            if not any(start <= found.start() and found.end() <= end for start, end in right):
                yield found

    @cached_property
    def run(self) -> str:
        """Its words as `_run_together` has them: a text without them cannot have it."""
        return _run_together(self.words.removesuffix("*"))

    @cached_property
    def whole_words(self) -> frozenset[str]:
        """Its words but the last, which may have an ending: a set of a page's words tells faster than its text."""
        return frozenset(_WORD.findall(self.run)[:-1])


def _run_together(text: str) -> str:
    """Return a text in small letters with one space for everything that may stand between two words."""
    return _GAPS.sub(" ", text.lower())


def _places(words: str, text: str, ending: str = "") -> Iterator[re.Match[str]]:
    joined = _BETWEEN.join(re.escape(word) for word in re.split(r"[\s-]+", words.removesuffix("*")))
    ending = r"\w*" if words.endswith("*") else ending
    return re.finditer(rf"(?<!\w){joined}(?P<ending>{ending})(?!\w)", text, re.IGNORECASE)


def _written(words: str, text: str) -> Iterator[re.Match[str]]:
    """Yield each place where words stand just as they are written, with their own hyphens and no others."""
    joined = _SPACE.join(re.escape(word) for word in words.split())
    return re.finditer(rf"(?<!\w){joined}(?!\w)", text, re.IGNORECASE)


def read(text: str) -> tuple[tuple[Refused, ...], tuple[Finding, ...]]:
    """Return what the list refuses, longest first, and what is wrong with the list itself."""
    listed, text, unread = toml_lines.parse(TERMS, text, Code.TERMS_UNREADABLE, Wanted(block="term"))
    findings: list[Finding] = []
    refused: list[Refused] = []
    blocks = toml_lines.block_lines(text)
    for term, line in zip(listed.get("term", ()), blocks, strict=False):
        if _is_term(term):
            refused += [Refused(words, term["en"], term["vi"]) for words in term.get("not", ())]
        else:
            findings.append(_unreadable(Place(TERMS, line), Reason("terms-block")))
    spelling = listed.get("spelling", {})
    refused += [Refused(american, british) for american, british in spelling.items() if isinstance(british, str)]
    for key in listed.keys() - {"term", "spelling"}:
        place = Place(TERMS, toml_lines.key_line(text, key) or 1)
        findings.append(_unreadable(place, Reason("terms-key", {"key": key, "known": "[[term]], [spelling]"})))
    return tuple(sorted(refused, key=lambda one: (-len(one.words), one.words))), (
        *unread,
        *toml_lines.others(findings, unread),
    )


def _is_term(term: Mapping[str, Any]) -> bool:
    said = [term.get("vi"), term.get("en"), *term.get("not", ())] if isinstance(term.get("not", []), list) else [None]
    return set(term) <= {"vi", "en", "not"} and all(isinstance(words, str) and words.strip("* ") for words in said)


def _unreadable(place: Place, reason: Reason) -> Finding:
    return toml_lines.finding(place, Code.TERMS_UNREADABLE, reason)


def check(page: Page, refused: tuple[Refused, ...]) -> Iterator[Finding]:
    """Yield each refused way of writing in an English page, its front matter included, code left out."""
    body = (page.prose or page.masked)[page.front.body_at :]
    text = (page.text[: page.front.body_at] + body).replace("’", "'")
    together = _run_together(text)
    words = set(_WORD.findall(together))
    taken: list[tuple[int, int]] = []
    for one in refused:
        if (one.whole_words and not one.whole_words <= words) or one.run not in together:
            continue
        for found in one.found(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            right = one.right.removesuffix("*") + (found["ending"] if one.right.endswith("*") else "")
            details: dict[str, Detail] = {
                "found": " ".join(found[0].replace("\x00", " ").split()),
                "right": right,
                "of": Reason("term-of", {"vietnamese": one.vietnamese}) if one.vietnamese else "",
            }
            yield Finding(page.place(found.start()), Code.TERM_RENDERING, details)
