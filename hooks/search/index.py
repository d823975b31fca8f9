"""The index of a language: what can be found, abbreviations and stems, written as scripts that also load from disk."""

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..cache import Cache
from ..content.model import Page
from ..content.parts import cells
from ..content.synonyms import Synonym
from ..conventions import ABBREVIATIONS_SECTION, GLOSSARY_PAGE, SEARCH_PAGE, SUGGESTED_SECTION
from ..handbook import Handbook
from ..screen.assets import hashed
from ..screen.urls import Urls
from ..text import fold, plain
from ..unchanged import Unchanged
from . import stems
from .entries import Entry, entries
from .expansion import Expansion

KINDS = ("provision", "document", "question", "slogan", "term", "page")
_STANDS_FOR = re.compile(r"(?:viết tắt của|stand(?:s)? for) ([^.(,;]+)")
_UNSURE = re.compile(r"chưa rõ|not (?:clear|certain|known)")


def index(handbook: Handbook, language: str, urls: Urls, cache: Cache, unchanged: Unchanged) -> dict[str, str]:
    """Return the files of the search, URL below the site → script, in the order in which they are loaded.

    The first is loaded when the search opens, the second when that does not answer. Each document held in full but the
    one the site explains has one more, so that what is loaded first does not grow with the laws; the first names them.
    """
    found = entries(handbook, language, urls, unchanged)
    pages = handbook.pages[language]
    at_once = [
        replace(entry, text=entry.text[: entry.opening or None])
        for entry in found
        if not entry.later and not entry.text_of
    ]
    later = [entry for entry in found if entry.later and not entry.text_of]
    few, all_words = _stems(at_once, found, cache) if language == "en" else ([], [])
    synonyms = handbook.synonyms.get(language, ())
    texts: dict[str, list[Entry]] = {}
    for entry in found:
        if entry.text_of:
            texts.setdefault(entry.text_of, []).append(entry)
    files = {document: _file(f"{language}.{document}", _table(own, ())) for document, own in texts.items()}
    first = {
        **_table(at_once, synonyms),
        "short": abbreviations(pages),
        "suggested": _suggested(pages, at_once),
        "stems": few,
        "texts": {document: posixpath.basename(url) for document, (url, _) in files.items()},
    }
    rest = {entry.anchor: entry.text[entry.opening :].strip() for entry in found if entry.opening}
    more = {
        **_table(later, synonyms),
        "rest": {anchor: text for anchor, text in rest.items() if text},
        "stems": [group for group in all_words if group not in few],
    }
    return dict([_file(f"{language}.first", first), _file(f"{language}.later", more), *files.values()])


def _stems(at_once: Iterable[Entry], found: Iterable[Entry], cache: Cache) -> tuple[list[str], list[str]]:
    """Return the groups of words of one stem in what is loaded first, and in everything."""
    known = stems.words(found)
    stem_of = stems.by_stem(known, cache)
    return stems.groups(stems.words(at_once), stem_of), stems.groups(known, stem_of)


def _table(found: Iterable[Entry], synonyms: Iterable[Synonym]) -> Mapping[str, Any]:
    """Return entries by page: URL and heading of each page, then kind, title, anchor, text and what else each has."""
    pages: dict[tuple[str, str], list[list[Any]]] = {}
    expansion = Expansion(synonyms)
    for entry in found:
        row: list[Any] = [KINDS.index(entry.kind), entry.title, entry.anchor, entry.text]
        of_title, of_text = expansion.of(entry)
        more = {
            "id": entry.id,
            "number": entry.number,
            "names": entry.words,
            "opening": entry.opening,
            "source": entry.source,
            "titled": of_title,
            "said": of_text,
            "aside": entry.aside,
        }
        row += [stated] if (stated := {name: value for name, value in more.items() if value}) else []
        pages.setdefault((entry.page, entry.within), []).append(row)
    return {"pages": [[url, heading, rows] for (url, heading), rows in pages.items()]}


def _file(name: str, data: Mapping[str, Any]) -> tuple[str, str]:
    """Return the URL and the script of one file."""
    script = f"lcSearchIndex({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"
    return hashed(f"index.{name}.js", script), script


def abbreviations(pages: Mapping[str, Page]) -> dict[str, str]:
    """Return abbreviation, folded → what it stands for, from the glossary and from the table of the search page."""
    found: dict[str, str] = {}
    glossary, search = pages.get(GLOSSARY_PAGE), pages.get(SEARCH_PAGE)
    for section in glossary.sections if glossary else ():
        words = plain(glossary.text[section.text_at : section.end]).strip() if glossary else ""
        meaning = _STANDS_FOR.search(words.split("\n\n")[0])
        if section.level == 3 and meaning and not _UNSURE.search(words):
            found.setdefault(_key(plain(section.title).split()[0]), " ".join(meaning[1].split()))
    for short, words, *_ in _table_below(search, ABBREVIATIONS_SECTION):
        found[_key(short)] = plain(words)
    return dict(sorted((key, words) for key, words in found.items() if key and fold(words) != key))


def _key(short: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(short))


def _table_below(page: Page | None, name: str) -> list[list[str]]:
    """Return the cells of the rows of a section's table, its head left out."""
    section = next((one for one in page.sections if one.id == name), None) if page else None
    rows = [block for block in page.blocks_of(section) if block.kind == "row"] if page and section else []
    return [cells(page.text[row.at : row.end]) for row in rows[2:]] if page else []


def _suggested(pages: Mapping[str, Page], found: Iterable[Entry]) -> list[list[str]]:
    """Return title and URL of the questions editors chose."""
    titles = {entry.anchor: [entry.title, f"{entry.page}#{entry.anchor}"] for entry in found if entry.anchor}
    page = pages.get(SEARCH_PAGE)
    chosen = next((one for one in page.sections if one.id == SUGGESTED_SECTION), None) if page else None
    links = [link for link in page.links if chosen and chosen.at <= link.at < chosen.end] if page else []
    return [titles[name] for link in links if (name := link.target.partition("#")[2]) in titles]
