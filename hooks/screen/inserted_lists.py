"""Lists that pages insert: documents, questions for a reader, everything from A to Z, downloads, news, the matrix."""

import posixpath
from collections.abc import Callable, Mapping
from itertools import pairwise

from ..content.checks.coverage import COLUMNS
from ..content.icons import drawing, icons
from ..content.model import Page
from ..content.parts import Question
from ..conventions import ABOUT_PAGE, INDEX, NEWS_SECTION, READERS_FOLDER
from ..documents.digest import Digest
from ..reminders import KINDS, reminders
from . import alphabet, growth_chart, tools, visual_language, ward_fields
from .document_names import document_name
from .exports import FOLDER, akoma_ntoso, schema
from .fragment import Fragment
from .interface import size
from .page_templates import PageTemplates

_NEWEST = 3


def _questions(show: PageTemplates) -> Fragment:
    """Return the questions tagged for the reader whose page this is, by the page they are written on."""
    reader = show.page.key.removeprefix(READERS_FOLDER).removesuffix(".md")
    groups: list[list[tuple[Page, Question]]] = []
    for page in sorted(show.handbook.pages["vi"].values(), key=lambda page: (page.metadata.order, page.key)):
        tagged = {question.section.id for question in page.questions if reader in question.section.readers}
        shown = show.handbook.pages[show.language].get(page.key, page)
        listed = [(shown, question) for question in shown.questions if question.section.id in tagged]
        if listed:
            groups.append(listed)
    return show.render(
        "questions.md.j2",
        groups=groups,
        link=lambda page, question: show.url(page.key, question.section.id),
    )


def _everything(show: PageTemplates) -> Fragment:
    """Return every question, provision and theme of the language, by first letter."""
    listed = alphabet.listed(show.handbook, show.language)
    return show.render("a-z.md.j2", letters=listed, link=show.url)


def _readers(show: PageTemplates) -> Fragment:
    """Return the pages for one kind of reader each."""
    pages = show.handbook.pages[show.language]
    listed = [page for key, page in pages.items() if key.startswith(READERS_FOLDER) and not key.endswith(f"/{INDEX}")]
    return show.render("readers.md.j2", pages=sorted(listed, key=lambda page: page.metadata.order))


def _pages(show: PageTemplates) -> Fragment:
    """Return the pages of the folder of this page, in the order of the menu."""
    inside = f"{posixpath.dirname(show.page.key)}/".removeprefix("/")
    listed = [page for key, page in show.pages.items() if posixpath.dirname(key) == inside.rstrip("/")]
    listed = [page for page in listed if page.key != show.page.key]
    return show.render("pages.md.j2", pages=sorted(listed, key=lambda page: (page.metadata.order, page.key)))


def _news(show: PageTemplates) -> Fragment:
    """Return the newest entries that editors wrote on the page of news."""
    page = show.handbook.pages[show.language].get(ABOUT_PAGE)
    section = next((one for one in page.sections if one.id == NEWS_SECTION), None) if page else None
    if not page or not section:
        return Fragment("")
    items = [block.at for block in page.blocks_of(section) if block.kind == "item" and not block.indent]
    newest = [page.text[at:end].rstrip() for at, end in pairwise([*items, section.end])][:_NEWEST]
    return show.render("news.md.j2", entries=newest, more=f"{ABOUT_PAGE}#{NEWS_SECTION}")


def _downloads(show: PageTemplates) -> Fragment:
    """Return the list of the data files with their sizes."""
    up = show.urls.root(show.page.key, show.url_language)
    forms = {"JSON": "{}.json", "CSV": "{}.csv"}
    files = {
        table.title[show.language]: [
            (form, f"{up}/{FOLDER}/{path.format(name)}", size(show.exports[f"{FOLDER}/{path.format(name)}"]))
            for form, path in {**forms, show.word("data_schema"): schema.path(name)}.items()
        ]
        for name, table in schema.tables().items()
        if f"{FOLDER}/{name}.json" in show.exports
    }
    held = {document.record.id: document for document in show.registry.documents.values() if document.texts}
    for name, document in held.items():
        path = akoma_ntoso.path(name, show.language if show.language in document.texts else "vi")
        if path in show.exports:
            title = f"{document_name(document.record, show.language, first=False)}, Akoma Ntoso"
            files[title[0].upper() + title[1:]] = [("XML", f"{up}/{path}", size(show.exports[path]))]
    return show.render("downloads.md.j2", files=files)


def _columns(show: PageTemplates) -> Fragment:
    """Return what each column of each table holds."""
    tables = [table for name, table in schema.tables().items() if f"{FOLDER}/{name}.json" in show.exports]
    return show.render("data-columns.md.j2", tables=tables)


def _for_paper(show: PageTemplates) -> Fragment:
    """Return where the list of booklets and leaflets goes: they are made of the finished pages."""
    return show.render("for-paper.md.j2")


def _documents(show: PageTemplates) -> Fragment:
    """Return the list of all documents in the order of their pages, each with what is held of it."""
    pages = show.handbook.pages["vi"]
    ordered = sorted(show.registry.documents.values(), key=lambda d: pages[d.record.page].metadata.order)
    told: dict[str, list[Digest]] = {}
    for digest in sorted(show.registry.digests.values(), key=lambda digest: (digest.report, digest.page)):
        told.setdefault(digest.document, []).append(digest)
    return show.render("documents.md.j2", documents=ordered, told=told)


def _matrix(show: PageTemplates) -> Fragment:
    """Return the coverage matrix of every document that wants one."""
    return show.render("matrix.md.j2", matrices=show.handbook.matrix[show.language], columns=tuple(COLUMNS))


def _ward_blanks(show: PageTemplates) -> Fragment:
    """Return what only the ward knows and has not filled in."""
    blanks = [ward_fields.called(name, show.language) for name in show.handbook.ward.blanks]
    if any(document.record.blank for document in show.registry.documents.values() if document.original):
        blanks.append(show.word("ward_dispatch"))
    return show.render("ward-blanks.md.j2", blanks=blanks)


def _reminders(show: PageTemplates) -> Fragment:
    """Return what waits for an editor, whatever the day; what the ward knows has a list of its own."""
    found = [one for one in reminders(show.handbook) if one.kind != "ward"]
    kinds = [(kind, [one for one in found if one.kind == kind]) for kind in KINDS if kind != "ward"]
    return show.render("reminders.md.j2", kinds=kinds, link=show.url)


def _growth_chart(show: PageTemplates) -> Fragment:
    """Return the chart of the page's own sums of growth."""
    lines = tuple(growth_chart.growths(show.page.metadata.own_figures))
    places = {"left": growth_chart.LEFT, "right": growth_chart.RIGHT, "bottom": growth_chart.BOTTOM}
    return show.render("growth-chart.md.j2", chart=growth_chart.Chart(lines), **places) if lines else Fragment("")


def _specimen(show: PageTemplates) -> Fragment:
    """Return what the visual language has: its inks, its scale, its pictograms."""
    inks = [(name, visual_language.ink(name)) for name in visual_language.INKS]
    drawn = [(name, drawing(name)) for name in sorted(icons())]
    return show.render("specimen.md.j2", inks=inks, scale=visual_language.SCALE, icons=drawn)


LISTS: Mapping[str, Callable[[PageTemplates], Fragment]] = {
    "documents": _documents,
    "coverage-matrix": _matrix,
    "questions": _questions,
    "a-z": _everything,
    "downloads": _downloads,
    "data-columns": _columns,
    "for-paper": _for_paper,
    "pages": _pages,
    "readers": _readers,
    "news": _news,
    "ward-blanks": _ward_blanks,
    "growth-chart": _growth_chart,
    "specimen": _specimen,
    "reminders": _reminders,
    **tools.inserts(),
}
"""What a line `<!-- insert: name -->` stands for."""
