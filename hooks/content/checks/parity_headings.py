"""The headings of a page and of its translation, where they differ."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from ...findings.finding import Code, Finding, Reason
from ..model import Page
from ..parts import Section

_SHOWN = 3
"""Headings of a run that are named."""


def differ(original: Page, translation: Page) -> Iterator[Finding]:
    """Yield each run of sections that one language lacks; where they differ otherwise, the first difference."""
    ours, others = (tuple((one.level, one.id) for one in page.sections) for page in (original, translation))
    steps = [one for one in SequenceMatcher(None, ours, others, autojunk=False).get_opcodes() if one[0] != "equal"]
    lost = [original.sections[index] for _, first, end, _, _ in steps for index in range(first, end)]
    extra = [translation.sections[index] for *_, first, end in steps for index in range(first, end)]
    moved = {one.id for one in lost} & {one.id for one in extra} or any(step[0] == "replace" for step in steps)
    if not moved and all(section.level for section in (*lost, *extra)):
        for kind, at, at_end, there, there_end in steps:
            page, run = (original, ours[at:at_end]) if kind == "delete" else (translation, others[there:there_end])
            first = at if kind == "delete" else there
            what = "parity-lacks" if kind == "delete" else "parity-extra"
            ended = there >= len(translation.sections)
            how = ("parity-lacks-end-how" if ended else "parity-lacks-how") if kind == "delete" else "parity-extra-how"
            names = (str(_heading(page, section)) for section in page.sections[first : first + len(run)])
            headings = tuple(Reason("parity-heading", {"heading": name}) for name in islice(names, _SHOWN))
            yield _of_headings(translation, there, Reason(what), headings, Reason(how))
        return
    for index, (here, beside) in enumerate(zip_longest(original.sections, translation.sections)):
        if here is None or beside is None or (here.level, here.id) != (beside.level, beside.id):
            pair = (_in("vi", original, here), _in("en", translation, beside))
            yield _of_headings(translation, index, Reason("parity-differ"), pair, Reason("parity-differ-how"))
            return


def _of_headings(translation: Page, index: int, what: Reason, headings: tuple[Reason, ...], how: Reason) -> Finding:
    """Return a finding at the place in a translation that a section with a number has or would have."""
    ended = index >= len(translation.sections)
    at = len(translation.text.rstrip()) if ended else translation.sections[index].at
    return Finding(translation.place(at), Code.PARITY_HEADINGS, {"what": what, "headings": headings, "how": how})


def _in(language: str, page: Page, section: Section | None) -> Reason:
    """Return a section of one language as part of a message."""
    names = {"vi": ("parity-in-vi", "before-headings-vi"), "en": ("parity-in-en", "before-headings-en")}[language]
    if section and not section.level:
        return Reason(names[1], {"place": f"{page.path}:{page.place(section.at).line}"})
    return Reason(names[0], {"heading": _heading(page, section)})


def _heading(page: Page, section: Section | None) -> str:
    if section is None:
        return f"– ({page.path}:{page.place(len(page.text.rstrip())).line})"
    braces = section.braces(page.text)
    name = f"{section.title} {braces}".rstrip()
    return f"“{'#' * section.level} {name}” ({page.path}:{page.place(section.at).line})"
