"""What a page offers for paper beside itself, by section: the poster of a slogan, a text as a Word file."""

from collections.abc import Callable, Iterator, Mapping

from ..content.model import Page
from ..content.parse.items import offered, slogans
from ..paper import places
from ..paper.layout import A3, SHEETS
from .templates import render
from .urls import root
from .words import size

Files = Mapping[str, str | bytes]
"""Path below the site → content."""
Words = Callable[..., str]
"""Gives the interface's words: `words("word_file", size="9 KB")`."""


def offers(page: Page, language: str, files: Files, words: Words, *, folders: bool = True) -> Mapping[str, str]:
    """Return section id → HTML that leads to the files made from it.

    `files` has what was made, by its path below the site. Pages at addresses of other languages offer nothing: posters
    and Word files are in Vietnamese.
    """
    if language != "vi":
        return {}
    up = root(page.key, language, folders=folders)
    return dict([*_posters(page, up, files, words), *_documents(page, up, files, words)])


def _posters(page: Page, up: str, files: Files, words: Words) -> Iterator[tuple[str, str]]:
    preview = places.gallery(page)
    for slogan in slogans(page):
        name = slogan.section.id
        made = {"svg": places.picture(name), **{sheet.name: places.print_sheet(name, sheet.name) for sheet in SHEETS}}
        if preview in files and made["svg"] in files:
            yield (
                name,
                render(
                    "poster.html.j2",
                    t=words,
                    preview=f"{up}/{preview}#{name}",
                    words=slogan.words,
                    width=A3.width,
                    height=A3.height,
                    files=[(kind, f"{up}/{path}", size(files[path])) for kind, path in made.items() if path in files],
                ).strip(),
            )


def _documents(page: Page, up: str, files: Files, words: Words) -> Iterator[tuple[str, str]]:
    for text in offered(page):
        path = places.word_file(text.section.id)
        if path in files:
            label = words("word_file", size=size(files[path]))
            yield text.section.id, f'<p class="lc-tags lc-offer"><a href="{up}/{path}" download>{label}</a></p>'
