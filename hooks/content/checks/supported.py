"""What figures a citation supports: those of the provision's words, of its number, and of its document's record."""

from collections.abc import Set

from ...documents.digest import Digest
from ...documents.document import Document
from ...documents.record_reader import stated_fields
from ...documents.records import PartialDate
from ...documents.registry import Registry
from ...documents.unknown_citations import Unknown
from ..figures import Key, keys_of


class StatedFigures:
    """Looks up the figures behind an id; each id is worked out once."""

    def __init__(self, registry: Registry, unsettled: Set[str] = frozenset()) -> None:
        """Look up in `registry`; nothing is known of ids in `unsettled`, whose text is itself in question."""
        self._registry = registry
        self._unsettled = unsettled | {one.rpartition(".")[0] for one in unsettled}
        self._known: dict[str, Set[Key] | None] = {}
        self._records = {document.record.page: document for document in registry.documents.values()}
        self._digests = {digest.page: digest for digest in registry.digests.values()}

    def __call__(self, cited: str) -> Set[Key] | None:
        """Return the figures that a citation of `cited` supports; nothing for an unknown id."""
        if cited not in self._known:
            self._known[cited] = self._work_out(cited)
        return self._known[cited]

    def place(self, cited: str, language: str) -> str:
        """Return where the words behind a known id stand, as `path:line`; nothing for an unknown one."""
        return self._registry.place(cited, language)

    def of_page(self, key: str) -> frozenset[Key]:
        """Return the figures that a page supports by itself: those of its record, or of the entries on it.

        What an entry states is proved by the command `verify`; whether it was is judged by its lock.
        """
        digest = self._digests.get(key)
        if digest:
            return self._of_digest(digest, digest.id) | _of_record(self._registry.documents[digest.document])
        document = self._records.get(key)
        return _of_record(document) if document else frozenset()

    def entries_of(self, key: str) -> frozenset[str] | None:
        """Return the anchors of the entries on a page of a digest; nothing for another page."""
        digest = self._digests.get(key)
        return frozenset(entry.anchor for entry in digest.entries.values()) if digest else None

    def _of_digest(self, digest: Digest, cited: str) -> frozenset[Key]:
        """Return the figures that an entry has in either language, and those of its place and of its source."""
        entries = [digest.entries[cited]] if cited in digest.entries else list(digest.entries.values())
        keys = set(_of_place(cited))
        for entry in entries:
            for language, text in entry.texts.items():
                keys |= keys_of(f"{text.title} ; {text.words}", language)
        published = digest.source.published if digest.source else None
        return frozenset(keys) | (_of_day(published) if published else frozenset())

    def _work_out(self, cited: str) -> Set[Key] | None:
        if cited in self._unsettled or isinstance(self._registry.resolve(cited), Unknown):
            return None
        document = self._registry.document_of(cited)
        told = self._registry.digest_of(cited)
        if told:
            return self._of_digest(told, self._registry.canonical(cited)) | _of_record(document)
        words = self._registry.words(cited, "vi") or ""
        entry = self._registry.entries.get(self._registry.canonical(cited))  # its own words are proved by the text
        ours = (
            {key for language, text in entry.texts.items() for key in keys_of(text.words, language)} if entry else set()
        )
        return _of_record(document) | keys_of(words) | ours | _of_place(cited)


def _of_place(cited: str) -> Set[Key]:
    numbers = [part.lstrip("dk") for part in cited.split(".")[1:]]
    return frozenset(("number", number) for number in numbers if number.isdigit())


def _of_record(document: Document) -> frozenset[Key]:
    words = document.record.in_language("vi")
    stated = [fact for fact in stated_fields(document.record).values() if not isinstance(fact, PartialDate)]
    texts = [text for fact in stated for text in ([fact] if isinstance(fact, str) else fact)]
    keys = set(keys_of(" ; ".join([*texts, words.reported or "", *(repair.note for repair in words.repairs)])))
    for day in (document.record.date, document.record.effective):
        if day:
            keys |= _of_day(day)
    return frozenset(keys)


def _of_day(day: PartialDate) -> frozenset[Key]:
    keys: set[Key] = {("number", str(day.year))}
    if day.month:
        keys.add(("month", str(day.year), str(day.month)))
    if day.month and day.day:
        keys.add(("date", str(day.year), str(day.month), str(day.day)))
        keys.add(("day", str(day.month), str(day.day)))
    return frozenset(keys)
