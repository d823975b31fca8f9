"""The two languages keep step: what one has in a page, the other has too. The first difference is reported."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import zip_longest

from ...conventions import language_folder
from ...documents.document import DocumentText
from ...documents.registry import Registry
from ...findings.finding import Code, Detail, Finding, Place, Reason, Severity
from ..figures import Figure, Key
from ..model import Page
from ..parts import Section
from . import parity_headings, parity_rows

_HOW = {
    ("cites", True, False): "cites-lacking-how",
    ("cites", False, True): "cites-more-how",
    ("cites", True, True): "cites-differ-how",
    ("figures", True, False): "figures-how",
    ("figures", False, True): "figures-how",
    ("figures", True, True): "figures-how",
}


def missing(originals: Mapping[str, Page], translations: Mapping[str, Page], faulty: Set[str]) -> Iterator[Finding]:
    """Yield pages that one language lacks, and a note for each page that is published before its translation.

    A page in `faulty`, whose front matter is wrong, may have said that it is pending: it is left alone.
    """
    for key, page in originals.items():
        if page.path in faulty:
            continue
        place = page.front.place("translation")
        if page.metadata.pending and key in translations:
            yield Finding(place, Code.TRANSLATION_NOT_PENDING, {"page": translations[key].path})
        elif page.metadata.pending:
            yield Finding(place, Code.TRANSLATION_PENDING, {}, severity=Severity.NOTE)
        elif key not in translations:
            yield Finding(page.place(0), Code.TRANSLATION_MISSING, {"page": page.name})
    for key, page in translations.items():
        if key not in originals and language_folder("vi") + page.name not in faulty:
            yield Finding(page.place(0), Code.TRANSLATION_EXTRA, {"page": page.name})


def compare(original: Page, translation: Page, registry: Registry) -> tuple[Finding, ...]:
    """Return the headings that a page and its translation do not share; if there is none, how sections differ."""
    if found := tuple(parity_headings.differ(original, translation)):
        return found
    both = zip(original.sections, translation.sections, strict=True)
    return tuple(one for here, there in both for one in _section(original, here, translation, there, registry))


def provisions(original: DocumentText, translation: DocumentText) -> Iterator[Finding]:
    """Yield the first provision that a document and its translation do not share."""
    for here, there in zip_longest(original.provisions.values(), translation.provisions.values()):
        if here is None or there is None or here.id != there.id:
            details = {
                "original": f"{here.id} ({original.path}:{here.line})" if here else "–",
                "translation": f"{there.id} ({translation.path}:{there.line})" if there else "–",
            }
            yield Finding(Place(translation.path, there.line if there else 1), Code.PARITY_PROVISIONS, details)
            return


def _section(original: Page, here: Section, translation: Page, there: Section, registry: Registry) -> Iterator[Finding]:
    """Yield what a section and its translation do not share, each at the first place where they differ.

    A row that one of them lacks has citations and figures: these are compared once both have it.
    """
    if here.rows != there.rows:
        odd, details = parity_rows.differ(original, here, translation, there)
        yield _differs(Code.PARITY_ROWS, original, here, translation, there, odd, details)
        return
    cited, cited_there = _cited(here, registry), _cited(there, registry)
    if sorted(cited) != sorted(cited_there):
        lacking, extra = Counter(cited) - Counter(cited_there), Counter(cited_there) - Counter(cited)
        odd = _first(here, lacking, registry), _first(there, extra, registry)
        details = _told(_list(lacking), _list(extra), original, odd[0], "cites")
        if lacking and not extra:
            details["how"] = _lost_citation(original, here, lacking, registry)
        yield _differs(Code.PARITY_CITATIONS, original, here, translation, there, odd, details)
    lost, added = list(_lost(original, here, translation, there)), list(_lost(translation, there, original, here))
    if lost or added:
        odd = lost[0].at if lost else None, added[0].at if added else None
        details = _told(_words(lost), _words(added), original, odd[0], "figures")
        yield _differs(Code.PARITY_FIGURES, original, here, translation, there, odd, details)


def _lost(page: Page, section: Section, other: Page, beside: Section) -> Iterator[Figure]:
    """Yield the figures in digits of a section that the section beside it has neither in digits nor in words."""
    there = {figure.keys[0] for figure in other.figures_of(beside)}
    seen: set[Key] = set()
    for figure in page.figures_of(section):
        if not figure.spelt_out and figure.keys[0] not in there | seen:
            yield figure
            seen.add(figure.keys[0])


def _differs(
    code: Code,
    original: Page,
    here: Section,
    translation: Page,
    there: Section,
    odd: tuple[int | None, int | None],
    details: Mapping[str, Detail],
) -> Finding:
    """Return a finding that names the lines of both languages: the odd offsets, or where the sections start.

    What only the original has is found at the paragraph beside that of the original, if the sections have as many.
    """
    line = original.place(here.at if odd[0] is None else odd[0]).line
    at = odd[1] if odd[1] is not None else beside(original, here, odd[0], translation, there)
    place = translation.place(at)
    lines = {"line": f"{original.path}:{line}", "line_en": f"{translation.path}:{place.line}"}
    return Finding(place, code, {**details, **lines})


def beside(original: Page, here: Section, at: int | None, translation: Page, there: Section) -> int:
    """Return where the paragraph of a translation begins that is beside one of the original; else its section."""
    blocks, others = original.blocks_of(here), translation.blocks_of(there)
    if at is not None and [one.kind for one in blocks] == [one.kind for one in others]:
        for block, other in zip(blocks, others, strict=True):
            if block.at <= at < block.end:
                return other.at + other.indent
    return there.at


def _cited(section: Section, registry: Registry) -> list[str]:
    return [registry.canonical(link.cited or "") for link in section.citations]


def _lost_citation(original: Page, section: Section, lost: Counter[str], registry: Registry) -> Reason:
    """Return what to write where a translation lacks a citation: with its quotation, where English words are held."""
    link = next(one for one in section.citations if registry.canonical(one.cited or "") in lost)
    cited = link.cited or ""
    values = {"sample": f"([](cite:{cited}))", "place": registry.place(cited, "en")}
    quoted = any(one.at == link.at for quote in original.quotes for one in quote.cited)
    return Reason("cites-quoted-how" if quoted and registry.words(cited, "en") else "cites-lacking-how", values)


def _first(section: Section, odd: Counter[str], registry: Registry) -> int | None:
    return next((link.at for link in section.citations if registry.canonical(link.cited or "") in odd), None)


def _list(ids: Counter[str]) -> str:
    return ", ".join(f"cite:{one}" for one in ids)


def _words(figures: Iterable[Figure]) -> str:
    return ", ".join(f"“{figure.words}”" for figure in figures)


def _told(lacking: str, extra: str, original: Page, at: int | None, what: str) -> dict[str, Detail]:
    """Return what is told of what a translation lacks, and where the original has it, and of what it has too much."""
    place = original.place(at if at is not None else 0)
    differences = (
        *([Reason("parity-lacking", {"what": lacking, "place": f"{place.path}:{place.line}"})] if lacking else ()),
        *([Reason("parity-more", {"what": extra})] if extra else ()),
    )
    return {"differences": differences, "how": Reason(_HOW[what, bool(lacking), bool(extra)])}


def pairs(
    originals: Mapping[str, Page], translations: Mapping[str, Page], faulty: Set[str]
) -> Iterator[tuple[Page, Page]]:
    """Yield the pairs of pages to be compared; one with a file in `faulty` waits until that is mended."""
    for key, original in originals.items():
        translation = translations.get(key)
        if translation and not {original.path, translation.path} & faulty and not original.full_text:
            yield original, translation
