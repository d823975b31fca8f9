"""A document: its record, its text as blocks, and its provisions in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..text import normalise, plain
from .numbering import Numbered
from .provisions import Provision
from .records import DocumentRecord, Origin

MARKERS_THAT_ARE_WORDS = frozenset(
    {"phu-luc", "mau", "phan", "chuong", "muc", "tieu-muc", "dieu", "letter", "roman", "item", "khoan", "diem"}
)
"""Kinds whose printed number is read aloud with the text; dashes and pluses are not."""


@dataclass(frozen=True)
class DocumentText:
    """The text of a document in one language."""

    path: str
    """File it stands in, relative to the project root."""
    blocks: tuple[Numbered, ...]
    """All its blocks in order, kept text included."""

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Its provisions by id, in order; where a number is used twice, the first."""
        found: dict[str, Provision] = {}
        for numbered in self.blocks:
            if numbered.provision:
                found.setdefault(numbered.provision.id, numbered.provision)
        return found

    @cached_property
    def own_words(self) -> Mapping[str, str]:
        """Provision id → its own plain words with the blocks that continue it, without its children."""
        words: dict[str, str] = {}
        current: str | None = None
        for numbered in self.blocks:
            provision = numbered.provision
            if provision:
                current = provision.id
                marker = f"{provision.marker} " if provision.kind in MARKERS_THAT_ARE_WORDS else ""
                words.setdefault(current, plain(marker + provision.text))
            elif numbered.kept:
                current = None
            elif current and numbered.block.text.strip():
                words[current] += "\n" + plain(numbered.block.marker + numbered.block.text)
        return words

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Provision id → its normalised words, those of its children included: what a quotation may take from."""
        collected: dict[str, list[str]] = {}
        for provision in self.provisions.values():
            own = normalise(self.own_words[provision.id])
            collected[provision.id] = [own]
            above = provision.parent
            while above:
                collected[above].append(own)
                above = self.provisions[above].parent
        return {provision_id: " ".join(parts) for provision_id, parts in collected.items()}

    @cached_property
    def kept_words(self) -> str:
        """The normalised words that are no provision: letterhead, recipients, signature."""
        return normalise("\n".join(plain(n.block.marker + n.block.text) for n in self.blocks if n.kept))

    def children(self, provision_id: str) -> tuple[Provision, ...]:
        """Return the provisions directly under one."""
        return self._children.get(provision_id, ())

    def within(self, provision_id: str) -> Iterator[str]:
        """Yield the id of a provision and of all that is numbered inside it: not the articles of a chapter."""
        yield provision_id
        for child in self.children(provision_id):
            if child.id.startswith(f"{provision_id}."):
                yield from self.within(child.id)

    @cached_property
    def _children(self) -> Mapping[str, tuple[Provision, ...]]:
        found: dict[str, tuple[Provision, ...]] = {}
        for provision in self.provisions.values():
            if provision.parent:
                found[provision.parent] = (*found.get(provision.parent, ()), provision)
        return found


@dataclass(frozen=True)
class Document:
    """A document the site knows: its record and, where it is held in full, its text in each language."""

    record: DocumentRecord
    """What is known of it."""
    texts: Mapping[str, DocumentText] = field(default_factory=dict)
    """Language → its text."""
    origin: Origin | None = None
    """Where its text was copied from, where that is stated."""
    text_page: str = ""
    """Key of the page its text stands on where that is another than its record's."""

    @property
    def page_of_text(self) -> str:
        """The key of the page its text stands on, or would."""
        return self.text_page or self.record.page

    @property
    def held(self) -> str:
        """What text is held: `full`, `as-relayed` or `none`."""
        return "full" if self.text_page else self.record.text

    @property
    def original(self) -> DocumentText | None:
        """The text in Vietnamese, if held."""
        return self.texts.get("vi")
