"""Every document, provision and entry of a digest the site knows, found by id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..conventions import language_folder
from .digest import Digest, Entry
from .document import Document
from .provisions import Provision
from .unknown_citations import Unknown, UnknownCitations

_LETTER = re.compile(r"(?<=\.)dd(?=\d?\Z)")
"""The letter đ as it is written in an anchor."""


def current(published: str, aliases: Mapping[str, str]) -> str | None:
    """Return the id that a published id has now, following aliases; nothing where they go in a circle.

    >>> current("cv.I", {"cv.I": "cv.II", "cv.II": "cv.III"}), current("a", {"a": "b", "b": "a"})
    ('cv.III', None)
    """
    seen = {published}
    while published in aliases:
        published = aliases[published]
        if published in seen:
            return None
        seen.add(published)
    return published


@dataclass(frozen=True)
class Registry:
    """Documents by id, and the provisions of those held in full."""

    documents: Mapping[str, Document]
    """Document id → document."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Id that was published → id that took its place."""
    digests: Mapping[str, Digest] = field(default_factory=dict)
    """Id → digest or report of one of the documents; of a digest the id is its document's, of a report its own."""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Id → entry of a digest or report."""
        return {entry_id: entry for digest in self.digests.values() for entry_id, entry in digest.entries.items()}

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Provision id → provision in the original language."""
        return {
            provision_id: provision
            for document in self.documents.values()
            if document.original
            for provision_id, provision in document.original.provisions.items()
        }

    def canonical(self, cited: str) -> str:
        """Return the id that a published id has now, `dd` as đ; other ids stay."""
        now = current(cited, self.aliases) or cited if cited in self.aliases else cited
        return _LETTER.sub("đ", now) if ".dd" in now else now

    @cached_property
    def former(self) -> Mapping[str, tuple[str, ...]]:
        """Provision id → the ids under which it was published before."""
        found: dict[str, tuple[str, ...]] = {}
        for old in self.aliases:
            now = self.canonical(old)
            found[now] = (*found.get(now, ()), old)
        return found

    def document_of(self, cited: str) -> Document:
        """Return the document of a known id (`cv`, `cv.II.1`, `bld58.y1`); `KeyError` for an unknown one."""
        prefix = self.canonical(cited).partition(".")[0]
        if prefix not in self.documents and prefix in self.digests:
            prefix = self.digests[prefix].document
        return self.documents[prefix]

    def place(self, cited: str, language: str) -> str:
        """Return where the words behind a known id stand, as `path:line`; nothing for an unknown one.

        Of a text that is not held in `language` it is the place in the original.
        """
        if isinstance(self.resolve(cited), Unknown):
            return ""
        now, document = self.canonical(cited), self.document_of(cited)
        if told := self.entries.get(now):
            text = told.in_language(language)
            return f"{text.path}:{text.line}"
        provision = self.provisions.get(now)
        for held in (document.texts.get(language), document.original):
            if provision and held and now in held.provisions:
                return f"{held.path}:{held.provisions[now].line}"
        return f"{language_folder(language)}{document.record.page}"

    def digest_of(self, cited: str) -> Digest | None:
        """Return the digest or report that tells a known id, or nothing: held words come before told ones."""
        cited = self.canonical(cited)
        digest = self.digests.get(cited.partition(".")[0])
        told = cited in self.entries and cited not in self.provisions
        return digest if digest and (told or (digest.report and cited == digest.id)) else None

    def page_of(self, cited: str) -> str:
        """Return the page, below a language's folder, on which a known id stands."""
        digest = self.digest_of(cited)
        if digest:
            return digest.page
        document = self.document_of(cited)
        return document.page_of_text if "." in cited else document.record.page

    def document_on(self, page: str) -> Document | None:
        """Return the document whose record or text is a page, given by its key; nothing for any other page."""
        return self._on_pages.get(page)

    @cached_property
    def _on_pages(self) -> Mapping[str, Document]:
        return {page: one for one in self.documents.values() for page in (one.record.page, one.text_page) if page}

    def words(self, cited: str, language: str) -> str | None:
        """Return the normalised words of a provision, or of a whole document; nothing where the text is not held."""
        cited = self.canonical(cited)
        text = self.document_of(cited).texts.get(language)
        if text is None:
            return None
        if "." not in cited:
            return " ".join(text.words[p.id] for p in text.provisions.values() if p.parent is None)
        return text.words.get(cited)

    def resolve(self, cited: str) -> Document | Provision | Entry | Digest | Unknown:
        """Return what an id names, or why it names nothing and what was probably meant."""
        cited = self.canonical(cited)
        if cited in self.provisions:
            return self.provisions[cited]
        if cited in self.entries:
            return self.entries[cited]
        if cited in self.documents:
            return self.documents[cited]
        if cited in self.digests:
            return self.digests[cited]
        return self._unknown.explained(cited)

    @cached_property
    def _unknown(self) -> UnknownCitations:
        return UnknownCitations(self.documents, self.digests, self.provisions, self.entries)
