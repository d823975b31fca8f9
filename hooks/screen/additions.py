"""What the build adds to a page: its official text or record, what stands below headings, lists it asks for."""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..content.icons import drawing
from ..content.model import Page
from ..content.speech import length, minutes
from ..conventions import READERS_FOLDER
from ..handbook import Handbook
from ..text import plain
from . import digest_pages, document_pages, downloads
from .downloads import Offer
from .fragment import Fragment, finished
from .inserted_lists import LISTS
from .page_templates import PageTemplates
from .urls import Urls

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Additions:
    """What is added to one page."""

    whole: Fragment | None = None
    """The whole page, where the program writes it: an official text."""
    below_title: Sequence[Fragment] = ()
    """What stands below the title."""
    below: Mapping[str, Sequence[Fragment]] = field(default_factory=dict)
    """Id of a section → what stands below its heading."""
    at_end: Sequence[Fragment] = ()
    """What stands below everything else."""
    slogans: Mapping[str, tuple[str, Sequence[Fragment]]] = field(default_factory=dict)
    """Id of a slogan → whether it is verbatim, in words, and its poster."""
    quizzes: Mapping[str, Fragment] = field(default_factory=dict)
    """Id of a quiz question → its options to choose from, and its answer."""
    inserts: Mapping[str, Fragment] = field(default_factory=dict)
    """Name of an insert of the page → the list that it stands for."""


def made_from(page: Page, handbook: Handbook, language: str) -> tuple[object, ...] | None:
    """Return what of the handbook, its basis aside, the additions of a page are made from.

    Nothing where that may be all of it: of an official text, which names all who cite it, and of a page with lists.
    """
    if page.inserts or page.full_text:
        return None
    digest = digest_pages.on(page.key, handbook.registry)
    cited_by = handbook.cited_by[language]
    citing = tuple(cited_by.get(entry) for entry in digest.entries) if digest else ()
    original, known = handbook.pages["vi"].get(page.key, page), handbook.pages[page.language]
    readers = {f"{READERS_FOLDER}{name}.md" for question in original.questions for name in question.section.readers}
    called = {key: known[key].metadata.title for key in readers if key in known}
    return page, original, called, handbook.stale.get(page.path), citing


def additions(
    page: Page,
    handbook: Handbook,
    language: str,
    marks: Mapping[int, Sequence[int]],
    offered: Mapping[str, Offer],
    exports: Mapping[str, str],
    urls: Urls,
) -> Additions:
    """Return what is added to a page at a URL of `language`; one not translated yet keeps its own words.

    `marks` has, by line, the numbers of the findings marked before a provision in the preview; `offered` has, by
    section, the files made from it; `exports` the data files.
    """
    document = handbook.registry.document_on(page.key)
    show = PageTemplates(handbook, page, language, exports, urls)
    if document and page.full_text:
        return Additions(whole=document_pages.official(show, document, marks))
    top = [document_pages.being_updated(show, "")] if "" in show.stale else []
    if document:
        top.append(document_pages.record(show, document))
    digest = digest_pages.on(page.key, handbook.registry)
    if digest:
        top.append(digest_pages.notice(show, digest))
    links = downloads.links(offered, page.key, language, show.word, urls)
    posters = {section: finished(html) for section, html in links.items()}
    below: dict[str, list[Fragment]] = {}
    for section in show.stale:
        if section:
            below.setdefault(section, []).append(document_pages.being_updated(show, section))
    for section, fragment in digest_pages.entries(show, digest) if digest else ():
        below.setdefault(section, []).append(fragment)
    for section, fragment in _tags(show, posters):
        below.setdefault(section, []).append(fragment)
    return Additions(
        below_title=top,
        below=below,
        at_end=digest_pages.up_to(show),
        slogans={
            one.section.id: (
                show.word("verbatim" if one.section.verbatim else "drafted"),
                [posters[one.section.id]] if one.section.id in posters else [],
            )
            for one in page.slogans
            if one.section.id
        },
        quizzes=dict(_quizzes(show)),
        inserts={name: LISTS[name](show) for name, _ in page.inserts if name in LISTS},
    )


def _tags(show: PageTemplates, posters: Mapping[str, Fragment]) -> Iterator[tuple[str, Fragment]]:
    """Yield section id → what stands below its heading: for whom a question is, how long a text takes, its picture."""
    page = show.page
    original = show.handbook.pages["vi"].get(page.key, page)
    readers = {question.section.id: question.section.readers for question in original.questions}
    known = show.handbook.pages[show.language]
    for question in page.questions:
        tagged = readers.get(question.section.id, question.section.readers)
        pages = [known[key] for name in tagged if (key := f"{READERS_FOLDER}{name}.md") in known]
        up = posixpath.relpath(".", posixpath.dirname(page.key) or ".")
        answered = question.section.answered
        yield question.section.id, show.render("tags.md.j2", readers=pages, up=up, answered=answered)
    for text in page.scripts:
        if page.metadata.kind == "script" or (text.spoken and page.metadata.kind != "form"):
            yield text.section.id, finished(f'<p class="lc-tags">{_time(text.spoken, page, show.word)}</p>')
        if text.section.id in posters:
            yield text.section.id, posters[text.section.id]
    for section in page.sections if page.metadata.kind == "picture" else ():
        if section.icon is not None:
            yield section.id, finished(f'<div class="lc-picture__icon">{drawing(section.icon)}</div>')


def _time(spoken: str, page: Page, words: Callable[..., str]) -> str:
    count = length(plain(spoken), page.language)
    if page.metadata.kind != "script":
        return words("length", count=count)
    taken = f"{minutes(count, page.language):.1f}"
    return words("minutes", minutes=taken.replace(".", ",") if page.language == "vi" else taken, count=count)


def _quizzes(show: PageTemplates) -> Iterator[tuple[str, Fragment]]:
    for quiz in show.page.quizzes:
        options = [
            (_LETTERS[at : at + 1] or str(at + 1), " ".join(option.words.split()), option.right)
            for at, option in enumerate(quiz.options)
        ]
        if quiz.section.id:
            yield quiz.section.id, show.render("quiz.md.j2", id=quiz.section.id, options=options)
