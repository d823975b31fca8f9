"""The two languages keep step: what one has in a page, the other has too. The first difference is reported."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import TypeVar

from ..diagnostics import Code, Finding, Place, Severity
from ..source.documents import DocumentText
from ..source.registry import Registry
from .figures import figures
from .page import Page, Section

_T = TypeVar("_T")


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
            yield Finding(page.place(0), Code.TRANSLATION_MISSING, {"page": key})
    for key, page in translations.items():
        if key not in originals and f"docs/vi/{key}" not in faulty:
            yield Finding(page.place(0), Code.TRANSLATION_EXTRA, {"page": key})


def compare(original: Page, translation: Page, registry: Registry) -> Iterator[Finding]:
    """Yield the first heading that a page and its translation do not share; if there is none, how sections differ."""
    for here, there in _side_by_side(original.sections, translation.sections):
        if here is None or there is None or (here.level, here.id) != (there.level, there.id):
            at = translation.place(there.at if there else len(translation.text.rstrip()))
            details = {"original": _heading(original, here), "translation": _heading(translation, there)}
            yield Finding(at, Code.PARITY_HEADINGS, details)
            return
    for here, there in zip(original.sections, translation.sections, strict=True):
        yield from _section(original, here, translation, there, registry)


def provisions(original: DocumentText, translation: DocumentText) -> Iterator[Finding]:
    """Yield the first provision that a document and its translation do not share."""
    for here, there in _side_by_side(tuple(original.provisions.values()), tuple(translation.provisions.values())):
        if here is None or there is None or here.id != there.id:
            details = {
                "original": f"{here.id} ({original.path}:{here.line})" if here else "–",
                "translation": f"{there.id} ({translation.path}:{there.line})" if there else "–",
            }
            yield Finding(Place(translation.path, there.line if there else 1), Code.PARITY_PROVISIONS, details)
            return


def _section(original: Page, here: Section, translation: Page, there: Section, registry: Registry) -> Iterator[Finding]:
    line = original.place(here.at).line
    place = translation.place(there.at)
    cited = Counter(registry.canonical(link.cited or "") for link in here.citations)
    cited_there = Counter(registry.canonical(link.cited or "") for link in there.citations)
    lacking, extra = cited - cited_there, cited_there - cited
    if lacking or extra:
        details = {"lacking": _list(lacking), "extra": _list(extra), "line": f"{original.path}:{line}"}
        odd = next((link for link in there.citations if registry.canonical(link.cited or "") in extra), None)
        yield Finding(translation.place(odd.at) if odd else place, Code.PARITY_CITATIONS, details)
    if here.rows != there.rows:
        details = {"original": str(here.rows), "translation": str(there.rows), "line": f"{original.path}:{line}"}
        yield Finding(place, Code.PARITY_ROWS, details)
    stated = {figure.keys[0]: figure for figure in figures(original.prose, here.at, here.end)}
    stated_there = {figure.keys[0]: figure for figure in figures(translation.prose, there.at, there.end)}
    if stated.keys() != stated_there.keys():
        added = [figure for key, figure in stated_there.items() if key not in stated]
        details = {
            "lacking": ", ".join(figure.words for key, figure in stated.items() if key not in stated_there) or "–",
            "extra": ", ".join(figure.words for figure in added) or "–",
            "line": f"{original.path}:{line}",
        }
        yield Finding(translation.place(added[0].at) if added else place, Code.PARITY_FIGURES, details)


def _list(ids: Counter[str]) -> str:
    return ", ".join(f"cite:{one}" for one in ids) or "–"


def _heading(page: Page, section: Section | None) -> str:
    if section is None:
        return "–"
    marks = "#" * section.level or "(trước tiêu đề)"
    name = f" {{#{section.id}}}" if section.id else ""
    return f"“{marks} {section.title}{name}” ({page.path}:{page.place(section.at).line})"


def _side_by_side(left: tuple[_T, ...], right: tuple[_T, ...]) -> Iterator[tuple[_T | None, _T | None]]:
    for index in range(max(len(left), len(right))):
        yield left[index] if index < len(left) else None, right[index] if index < len(right) else None


def paired(
    originals: Mapping[str, Page], translations: Mapping[str, Page], faulty: Set[str], registry: Registry
) -> Iterator[Finding]:
    """Yield the differences of every pair of pages; a pair with a file in `faulty` waits until that is mended."""
    for key, original in originals.items():
        translation = translations.get(key)
        if translation and not {original.path, translation.path} & faulty and not original.full_text:
            yield from compare(original, translation, registry)
