"""Every document, provision and entry of a digest the site knows, found by id."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..findings.finding import Code, Detail, Reason
from .digest import Digest, Entry
from .document import Document
from .provisions import Provision
from .suggest import closest, document_key, provision_key

_LETTER = re.compile(r"(?<=\.)dd(?=\d?\Z)")
"""The letter đ as it is written in an anchor."""


@dataclass(frozen=True)
class Unknown:
    """A citation that leads nowhere."""

    code: Code
    """Whether the document or the provision is unknown."""
    details: Mapping[str, Detail]
    """What to tell the editor."""
    suggestion: str
    """The id that was probably meant, or nothing."""


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
        document_id = cited.partition(".")[0]
        if document_id in self.digests:
            near = Reason("range-digest", {"ids": ", ".join(self._nearest(cited))})
            suggestion = self._suggest_provision(cited)
            return Unknown(Code.CITE_UNKNOWN_PROVISION, {"id": cited, "range": near}, suggestion)
        if document_id not in self.documents:
            meant = self._documents_by_key.get(document_key(document_id))
            rest = cited.removeprefix(document_id)
            if meant and (not rest or meant + rest in self.provisions):
                suggestion = meant + rest
            else:
                suggestion = self._suggest_provision(cited) or closest(document_id, self.documents)
            known = ", ".join(dict.fromkeys([*self.documents, *self.digests]))
            return Unknown(Code.CITE_UNKNOWN_DOCUMENT, {"id": document_id, "known": known}, suggestion)
        return Unknown(
            Code.CITE_UNKNOWN_PROVISION,
            {"id": cited, "range": self._range(cited)},
            self._suggest_provision(cited),
        )

    def _nearest(self, cited: str) -> list[str]:
        """Return the entries of a digest nearest to a pin: those of its article, else the numbers around it."""
        entries = list(self.digests[cited.partition(".")[0]].entries)
        article = ".".join(cited.split(".")[:2])
        within = [one for one in entries if one == article or one.startswith(f"{article}.")]
        return within or sorted(sorted(entries, key=lambda one: abs(_number(one) - _number(cited)))[:6])

    def _suggest_provision(self, cited: str) -> str:
        """Try the mistakes people make: case, Arabic for Roman, dash for dot, no document; then spelling."""
        key = provision_key(cited)
        found = self._provisions_by_key.get(key, ())
        if not found:
            found = [p for d in self.documents for p in self._provisions_by_key.get(f"{d}.{key}", ())]
        if len(found) == 1:
            return found[0]
        document_id = cited.partition(".")[0]
        if document_id in self.digests:
            return ""  # another number is another provision: the hint names the entries there are
        document = self.documents.get(document_id)
        if document and document.original is None:
            return document.record.id
        parent = cited.rpartition(".")[0]
        if re.search(r"\.\d+\Z", cited) and parent in self.provisions:
            return ""  # the number is out of range: the hint names the range
        return closest(cited, self.provisions)

    def _range(self, cited: str) -> Reason:
        """Return the nearest parent that exists and its first and last child, in words for the hint."""
        parent = cited.rpartition(".")[0]
        document = self.document_of(cited)
        if document.original is None:
            return Reason("range-not-held")
        while parent and parent not in self.provisions and "." in parent:
            parent = parent.rpartition(".")[0]
        if parent in self.provisions:
            inside: Iterable[Provision] = document.original.children(parent)
        else:
            inside = (p for p in document.original.provisions.values() if p.parent is None)
        ids = [provision.id for provision in inside]
        if not ids:
            return Reason("range-empty", {"id": parent})
        counted = len(ids) > 2 and all(provision_id.rpartition(".")[2].isdigit() for provision_id in ids)
        listed = f"{ids[0]} – {ids[-1]}" if counted else ", ".join(ids[:12])
        return Reason("range", {"id": parent, "ids": listed})

    @cached_property
    def _documents_by_key(self) -> Mapping[str, str]:
        keys: dict[str, str] = {}
        for document_id, document in self.documents.items():
            record = document.record
            for name in (document_id, record.symbol or "", record.in_language("vi").name or ""):
                keys.setdefault(document_key(name), document_id)
        return keys

    @cached_property
    def _provisions_by_key(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for provision_id in dict.fromkeys([*self.provisions, *self.entries]):
            keys.setdefault(provision_key(provision_id), []).append(provision_id)
        return keys


def _number(cited: str) -> int:
    """Return the number of the article of a pin."""
    found = re.search(r"\.[a-z]+(\d+)", cited)
    return int(found[1]) if found else 0
