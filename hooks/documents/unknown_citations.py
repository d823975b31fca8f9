"""Citations that lead nowhere: whether the document or the provision is unknown, and what was probably meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..conventions import language_folder
from ..findings.finding import Code, Detail, Reason
from .digest import Digest, Entry
from .document import Document
from .provisions import Provision
from .suggest import closest, document_key, provision_key


@dataclass(frozen=True)
class Unknown:
    """A citation that leads nowhere."""

    code: Code
    """Whether the document or the provision is unknown."""
    details: Mapping[str, Detail]
    """What to tell the editor."""
    suggestion: str
    """The id that was probably meant, or nothing."""


@dataclass(frozen=True)
class UnknownCitations:
    """All that could have been meant."""

    documents: Mapping[str, Document]
    """Document id → document."""
    digests: Mapping[str, Digest]
    """Id → digest or report."""
    provisions: Mapping[str, Provision]
    """Provision id → provision of a text that is held."""
    entries: Mapping[str, Entry]
    """Id → entry of a digest or report."""

    def explained(self, cited: str) -> Unknown:
        """Return why an id that none of these has names nothing, and which was probably meant."""
        document_id = cited.partition(".")[0]
        if document_id in self.digests:
            how = _how(self.digests[document_id].page)
            near = Reason("range-digest", {"ids": ", ".join(self._nearest(cited))})
            suggestion = self._article(cited) or self._suggest_provision(cited)
            return Unknown(Code.CITE_UNKNOWN_PROVISION, {"id": cited, "range": near, "how": how}, suggestion)
        if document_id not in self.documents:
            meant = self._documents_by_key.get(document_key(document_id))
            rest = cited.removeprefix(document_id)
            if meant and (not rest or meant + rest in self.provisions):
                suggestion = meant + rest
            else:
                written = self._article(meant + rest) if meant else ""
                suggestion = written or self._suggest_provision(cited) or meant or closest(document_id, self.documents)
            known = ", ".join(dict.fromkeys([*self.documents, *self.digests]))
            details: dict[str, Detail] = {"id": document_id, "known": known, "how": Reason("document-how")}
            return Unknown(Code.CITE_UNKNOWN_DOCUMENT, details, suggestion)
        return Unknown(
            Code.CITE_UNKNOWN_PROVISION,
            {"id": cited, "range": self._range(cited), "how": _how(self.documents[document_id].record.page)},
            self._suggest_provision(cited),
        )

    def _nearest(self, cited: str) -> list[str]:
        """Return the entries of a digest nearest to a pin: those of its article, else the numbers around it."""
        entries = list(self.digests[cited.partition(".")[0]].entries)
        article = ".".join(cited.split(".")[:2])
        within = [one for one in entries if one == article or one.startswith(f"{article}.")]
        return within or sorted(sorted(entries, key=lambda one: abs(_number(one) - _number(cited)))[:6])

    def _article(self, cited: str) -> str:
        """Return the id of an article, clause or point that is cited by its bare numbers, or nothing."""
        document_id, *numbers = cited.split(".")
        marks = ("d", "k", "")
        pin = ".".join([document_id, *(mark + number for mark, number in zip(marks, numbers, strict=False))])
        return pin if numbers and (pin in self.entries or pin in self.provisions) else ""

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
        document = self.documents[cited.partition(".")[0]]
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


def _how(page: str) -> Reason:
    """Return what to do about a provision that is not there, with the page on which to look."""
    return Reason("provision-how", {"page": f"{language_folder('vi')}{page}"})


def _number(cited: str) -> int:
    """Return the number of the article of a pin."""
    found = re.search(r"\.[a-z]+(\d+)", cited)
    return int(found[1]) if found else 0
