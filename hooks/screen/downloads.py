"""What a page offers for paper beside itself, by section: the poster of a slogan, a text as a Word file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .templates import render
from .urls import Urls

Words = Callable[..., str]
"""Gives the interface's words: `words("word_file", size="9 KB")`."""


@dataclass(frozen=True)
class Download:
    """A file made from a section."""

    kind: str
    """Which words name it: poster_svg, word_file …"""
    path: str
    """Its path below the site."""
    size: str
    """How large it is, as readers are told."""


@dataclass(frozen=True)
class Offer:
    """The files made from one section."""

    downloads: tuple[Download, ...]
    """The files, in the order in which they are listed."""
    preview: str = ""
    """Path below the site, with its fragment, of a picture of them; nothing where there is none."""
    words: str = ""
    """What the picture says."""
    width: int = 0
    """Of the picture, in any unit: with its height the proportion that its place keeps."""
    height: int = 0
    """As `width`."""


def links(offered: Mapping[str, Offer], key: str, language: str, words: Words, urls: Urls) -> Mapping[str, str]:
    """Return section id → HTML that leads, from the page `key` of a language, to what is offered of the section."""
    up = urls.root(key, language)
    return {section: _html(offer, up, words) for section, offer in offered.items()}


def _html(offer: Offer, up: str, words: Words) -> str:
    template = "poster.html.j2" if offer.preview else "word-file.html.j2"
    return render(template, t=words, offer=offer, up=up).strip()
