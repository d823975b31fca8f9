"""Random faults and harmless edits in the real pages, for testing the checks themselves.

`python -m tests.faults --count 5000 --seed 7` tries any number of them and prints those that were judged wrongly.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache

from hooks import files, handbook, reading
from hooks.diagnostics import Code, Severity, show
from hooks.files import Files
from hooks.handbook import Handbook
from hooks.pages import translations
from hooks.pages.items import options, questions, scripts, slogans
from hooks.pages.markup import BLANK, Block, blocks
from hooks.pages.page import Page
from hooks.settings import Settings

from .projects import ROOT

SETTINGS = Settings(site_url="https://sotay.lechan.vn/", coverage=Severity.NOTE)
_ITEMIZED = frozenset({"qa", "slogans", "script", "kit", "picture"})
"""Kinds of page on which a heading is an item with rules of its own."""
DISPATCH = "docs/vi/van-ban/cong-van.md"


@dataclass(frozen=True)
class Edit:
    """One edit of one file."""

    path: str
    """The file."""
    text: str
    """What it becomes."""
    line: int = 0
    """Where the finding belongs."""
    codes: frozenset[str] = frozenset()
    """What it may be called; nothing for a harmless edit."""


@cache
def project() -> Files:
    """The real files."""
    return files.read(ROOT)


@cache
def pages() -> tuple[Page, ...]:
    """The real pages but those of full texts."""
    read = reading.read(project())
    return tuple(page for of in read.pages.values() for page in of.values() if not page.full_text)


def judge(edit: Edit, *, lock: str | None = None) -> Handbook:
    """Return the handbook with one file changed, and with another lock of translations if there is one."""
    kept = project().translations if lock is None else lock
    changed = replace(project(), pages={**project().pages, edit.path: edit.text}, translations=kept)
    return handbook.analyse(changed, SETTINGS)


def translated_anew(edit: Edit, judged: Handbook) -> Handbook:
    """Return the handbook after somebody has read the translation of a changed original again."""
    parts = judged.translated
    lock = translations.write(judged.memory or translations.Memory(), parts, [part.name for part in parts])
    return judge(edit, lock=lock)


def verdict(edit: Edit) -> str:
    """Return nothing when an edit is judged as it should be, else what was found instead.

    A harmless edit of an original makes one section of its translation stale at most, until that is read again.
    """
    judged = judge(edit)
    found = judged.errors
    if not edit.codes:
        translation = edit.path.replace("docs/vi/", "docs/en/", 1)
        if [(finding.code, finding.place.path) for finding in found] == [(Code.TRANSLATION_STALE, translation)]:
            found = translated_anew(edit, judged).errors
        right = not found
    else:
        right = len(found) == 1 and (found[0].place.path, found[0].place.line) == (edit.path, edit.line)
        right = right and found[0].code.value in edit.codes
    if right:
        return ""
    wanted = f"{edit.path}:{edit.line} {sorted(edit.codes)}" if edit.codes else f"{edit.path}: silence"
    return "\n  ".join([f"wanted {wanted}; found {len(found)}", *(show(finding, "en") for finding in found[:5])])


# Faults: each yields an edit of a random page, or nothing where the page has no place for it.


def _at(page: Page, start: int, end: int, words: str, *codes: str, mark: int | None = None) -> Edit:
    at = page.place(start if mark is None else mark)
    return Edit(page.path, page.text[:start] + words + page.text[end:], at.line, frozenset(codes))


def _paragraphs(page: Page, kinds: frozenset[str] = frozenset({"paragraph", "item"})) -> list[Block]:
    return [block for block in blocks(page.masked, page.front.body_at) if block.kind in kinds]


def _free_line_ends(page: Page) -> list[int]:
    """Return ends of paragraphs at which a sentence may be added: outside quotations' sentences and citations."""
    return [block.end for block in _paragraphs(page) if page.prose[block.end - 1] in ".!?" and block.indent == 0]


def unknown_provision(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.citations if "." in link.target]
    if not links:
        return None
    link = chance.choice(links)
    wrong = chance.choice([link.target + "99", link.target.lower(), link.target + ".9"])
    if wrong == link.target:
        return None
    end = link.target_at + len(link.target)
    return _at(page, link.target_at, end, wrong, "cite-unknown-provision")


def unknown_document(page: Page, chance: random.Random) -> Edit | None:
    if not page.citations:
        return None
    link = chance.choice(page.citations)
    return _at(page, link.target_at + 5, link.target_at + 5, "x", "cite-unknown-document")


def citation_in_code(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends or page.metadata.kind == "reference":
        return None
    end = chance.choice(ends)
    return _at(page, end, end, " Xem `[](cite:cv.I)` nữa.", "cite-not-rendered")


def changed_quotation(page: Page, chance: random.Random) -> Edit | None:
    quotes = [quote for quote in page.quotes if quote.cited]
    if not quotes:
        return None
    quote = chance.choice(quotes)
    words = list(re.finditer(r"[^\W\d_]{2,}", page.prose[quote.at : quote.end]))
    word = chance.choice(words)
    start, end = quote.at + word.start(), quote.at + word.end()
    return _at(page, start, end, "khácxa", "quote-differs")


def uncited_quotation(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    line_start = page.text.rindex("\n", 0, end)
    added = "\n\nCó người nói “đôi lời thêm vào” ở đây.\n"
    edit = _at(page, end, end, added, "quote-uncited")
    return replace(edit, line=page.text.count("\n", 0, end) + 3) if line_start else None


def unsupported_figure(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    words = chance.choice([" Đạt 77%.", " Ngày 7/7/2027.", " Số 99-CT/TW.", " Có 777 nơi.", " Tháng 8 năm 2031."])
    return _at(page, end, end, words, "figure-unsupported")


def broken_link(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.links if link.cited is None and link.target.split("#")[0].endswith(".md")]
    if not links:
        return None
    link = chance.choice(links)
    at = link.target_at + link.target.index(".md")
    return _at(page, at, at, "x", "link-broken")


def broken_anchor(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.links if link.cited is None and "#" in link.target]
    if not links:
        return None
    link = chance.choice(links)
    end = link.target_at + len(link.target)
    return _at(page, end, end, "-khong-co", "link-anchor")


def strange_host(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    return _at(page, end, end, " Xem [trang lạ](https://example.org/).", "link-external")


def doubled_id(page: Page, chance: random.Random) -> Edit | None:
    named = [section for section in page.sections if section.level == 2 and section.id]
    if not named or page.metadata.kind in _ITEMIZED:
        return None
    section = chance.choice(named)
    added = f"\n\n## Thêm {{#{section.id}}}\n\nChữ.\n"
    edit = _at(page, len(page.text.rstrip()), len(page.text), added, "id-duplicate")
    return replace(edit, line=page.text.rstrip().count("\n") + 3)


def heading_without_id(page: Page, chance: random.Random) -> Edit | None:
    del chance
    if page.metadata.kind in _ITEMIZED:
        return None
    end = len(page.text.rstrip())
    return replace(_at(page, end, len(page.text), "\n\n## Thêm\n\nChữ.\n", "id-missing"), line=page.place(end).line + 2)


def question_without_mark(page: Page, chance: random.Random) -> Edit | None:
    asked = list(questions(page))
    if not asked:
        return None
    section = chance.choice(asked).section
    at = page.text.index("? {#", section.at)
    return _at(page, at, at + 1, "", "question-mark")


def question_for_nobody(page: Page, chance: random.Random) -> Edit | None:
    asked = list(questions(page))
    if not asked or page.language != "vi":
        return None
    at = page.text.index('readers="', chance.choice(asked).section.at) + len('readers="')
    return _at(page, at, at, "x", "question-readers")


def slogan_without_mark(page: Page, chance: random.Random) -> Edit | None:
    drafts = [slogan for slogan in slogans(page) if not slogan.verbatim]
    if not drafts:
        return None
    at = page.text.index("! {#", chance.choice(drafts).section.at)
    return _at(page, at, at + 1, "", "slogan-mark")


def script_that_cannot_be_read(page: Page, chance: random.Random) -> Edit | None:
    read = list(scripts(page)) if page.language == "vi" else []
    if not read:
        return None
    script = chance.choice(read)
    stops = [script.at + found.start() for found in re.finditer(r"\.$", script.spoken, re.MULTILINE)]
    at = chance.choice(stops)
    return _at(page, at, at, chance.choice([" của UBND", " và/hoặc", " (nếu có)"]), "script-signs")


def quiz_without_answer(page: Page, chance: random.Random) -> Edit | None:
    marks = [found.start() for found in re.finditer(r"^- \(x\) ", page.masked, re.MULTILINE)]
    if not marks:
        return None
    at = chance.choice(marks)
    first = options(page, page.section_at(at))[0].at
    return _at(page, at + 3, at + 4, " ", "quiz-options", mark=first)


def vague_link(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    return _at(page, end, end, " Xem [tại đây](cite:cv).", "link-text")


def wrong_key(page: Page, chance: random.Random) -> Edit | None:
    key = chance.choice(["title", "kind", "description"])
    found = re.search(rf"^{key}:", page.text, re.MULTILINE)
    if not found:
        return None
    return _at(page, found.start(), found.start(), "tieude: x\n", "front-matter-key")


def wrong_value(page: Page, chance: random.Random) -> Edit | None:
    found = re.search(r"^order: .*$", page.text, re.MULTILINE)
    if not found:
        return None
    return _at(page, found.start(), found.end(), f"order: {chance.choice(['ba', '[1]', 'true'])}", "front-matter-value")


def changed_source(page: Page, chance: random.Random) -> Edit | None:
    """Change one word of the dispatch itself; `page` is not used."""
    text = project().pages[DISPATCH]
    body_at = text.index("\n---\n", 4) + 5
    words = [m for m in re.finditer(r"[^\W\d_]{2,}", text) if m.start() > body_at and _outside_marks(text, m.start())]
    word = chance.choice(words)
    line_start = text.rindex("\n", 0, word.start()) + 1
    codes = {"lock-changed"}
    line = text.count("\n", 0, word.start()) + 1
    block = text[text.rindex("\n\n", 0, word.start()) + 2 :].split("\n\n")[0]
    kept = "{: .vb-" in block or block.startswith(("- TT ", "- CT,", "- Như", "- Lưu"))
    if re.match(r"##", text[line_start:]) and word.start() < line_start + 8:
        return None  # the number of a part: another fault
    changed = text[: word.start()] + "khácxa" + text[word.end() :]
    return Edit(DISPATCH, changed, 1 if kept else line, frozenset(codes))


def _outside_marks(text: str, at: int) -> bool:
    line = text[text.rindex("\n", 0, at) + 1 : text.index("\n", at)]
    return not line.startswith("{:")


def inserted_dash(page: Page, chance: random.Random) -> Edit | None:
    """Insert a dash into the dispatch; `page` is not used."""
    text = project().pages[DISPATCH]
    dashes = [m.start() for m in re.finditer(r"^- .*[;.]$", text, re.MULTILINE)]
    first_part = text.index("## I. ")
    dash = chance.choice([at for at in dashes if at > first_part and "Nơi nhận" not in text[:at]])
    line = text.count("\n", 0, dash) + 1
    return Edit(DISPATCH, text[:dash] + "- Thêm một việc.\n\n" + text[dash:], line, frozenset({"lock-missing"}))


def extra_citation(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if page.language == "vi" or not ends:
        return None
    end = chance.choice(ends)
    section = page.section_at(end)
    cited = {link.cited for link in section.citations}
    new = next(one for one in ("cv.III.5", "cv.I.2", "cv.II.3.4", "lvl") if one not in cited)
    return _at(page, end, end, f" See [another place](cite:{new}).", "parity-citations")


def extra_heading(page: Page, chance: random.Random) -> Edit | None:
    sections = [section for section in page.sections[1:] if section.level == 2]
    if page.language == "vi" or not sections or page.metadata.kind in _ITEMIZED:
        return None
    at = chance.choice(sections).at
    return _at(page, at, at, "## Added {#them-vao}\n\nWords.\n\n", "parity-headings")


def extra_row(page: Page, chance: random.Random) -> Edit | None:
    rows = [b for b in _paragraphs(page, frozenset({"row"})) if re.match(r"\|[ \-:|]+\|$", page.text[b.at : b.end])]
    if page.language == "vi" or not rows:
        return None
    rule = chance.choice(rows)
    cells = page.text[rule.at : rule.end].count("|") - 1
    head = page.text.rindex("\n", 0, rule.at - 1) + 1
    return _at(page, rule.end, rule.end, "\n" + "| x " * cells + "|", "parity-rows", mark=head)


FAULTS: dict[str, tuple[Callable[[Page, random.Random], Edit | None], ...]] = {
    "citation": (unknown_provision, unknown_document, citation_in_code),
    "quote": (changed_quotation, uncited_quotation),
    "figure": (unsupported_figure,),
    "links": (broken_link, broken_anchor, strange_host, doubled_id, heading_without_id),
    "accessibility": (vague_link,),
    "genre": (
        question_without_mark,
        question_for_nobody,
        slogan_without_mark,
        script_that_cannot_be_read,
        quiz_without_answer,
    ),
    "document": (wrong_key, wrong_value, changed_source, inserted_dash),
    "parity": (extra_citation, extra_heading, extra_row),
}


# Harmless edits.


def _plain_words(page: Page) -> list[tuple[int, int]]:
    """Return words that are claims of nothing: outside quotations, links, headings and code."""
    claimed = [(quote.at, quote.end) for quote in page.quotes] + [(link.at, link.end) for link in page.links]
    found = []
    for block in _paragraphs(page):
        for word in re.finditer(r"(?<![\w\x00*“\"])[a-zà-ỹđ]{2,}(?![\w\x00*”\"])", page.prose[block.at : block.end]):
            start, end = block.at + word.start(), block.at + word.end()
            if BLANK not in page.prose[start:end] and not any(a <= start < b for a, b in claimed):
                found.append((start, end))
    return found


def other_word(page: Page, chance: random.Random) -> Edit | None:
    words = _plain_words(page)
    if not words:
        return None
    start, end = chance.choice(words)
    return _at(page, start, end, "khác")


def other_line_break(page: Page, chance: random.Random) -> Edit | None:
    spaces = [
        block.at + space.start()
        for block in _paragraphs(page, frozenset({"paragraph"}))
        for space in re.finditer(r"(?<=[^\s\x00>]) (?=[^\W\d_])", page.masked[block.at : block.end])
        if not any(link.at < block.at + space.start() < link.end for link in page.links)
    ]
    breaks = [
        block.at + found.start()
        for block in _paragraphs(page, frozenset({"paragraph"}))
        for found in re.finditer(r"\n(?=[^\W\d_])", page.masked[block.at : block.end])
        if block.indent == 0
    ]
    if not spaces and not breaks:
        return None
    at = chance.choice(spaces + breaks)
    block = next(b for b in _paragraphs(page) if b.at <= at < b.end)
    return _at(page, at, at + 1, " " if page.text[at] == "\n" else "\n" + " " * block.indent)


def other_heading(page: Page, chance: random.Random) -> Edit | None:
    named = [section for section in page.sections if section.id and not re.search(r"[?!\d]|\|", section.title)]
    if not named:
        return None
    section = chance.choice(named)
    at = page.text.index(section.title, section.at)
    return _at(page, at, at + len(section.title), "Một tên khác của phần này")


def _neighbours(page: Page, one: Block, other: Block) -> bool:
    between = page.text[one.end : other.at].strip() == ""
    claims = any(one.at <= at < other.end for at in [t.at for t in page.links] + [q.at for q in page.quotes])
    return between and not claims and page.section_at(one.at) == page.section_at(other.at)


def moved_paragraph(page: Page, chance: random.Random) -> Edit | None:
    """Let two neighbouring paragraphs without claims change places."""
    found = _paragraphs(page, frozenset({"paragraph"}))
    pairs = [
        (found[index], found[index + 1])
        for index in range(len(found) - 1)
        if _neighbours(page, found[index], found[index + 1])
    ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    text = page.text
    swapped = text[other.at : other.end] + text[one.end : other.at] + text[one.at : one.end]
    return _at(page, one.at, other.end, swapped)


def more_space(page: Page, chance: random.Random) -> Edit | None:
    blank = [m.start() for m in re.finditer(r"\n\n(?=[^\s])", page.masked[page.front.body_at :])]
    if not blank:
        return None
    at = page.front.body_at + chance.choice(blank)
    return _at(page, at, at, "\n")


HARMLESS = (other_word, other_line_break, other_heading, moved_paragraph, more_space)


def edits(seed: int, count: int, kinds: tuple[Callable[[Page, random.Random], Edit | None], ...]) -> Iterator[Edit]:
    """Yield `count` random edits of random pages."""
    chance = random.Random(seed)
    found = 0
    while found < count:
        edit = chance.choice(kinds)(chance.choice(pages()), chance)
        if edit is not None:
            found += 1
            yield edit


def misjudged(chosen: list[Edit]) -> list[str]:
    """Return what was judged wrongly, tried on all cores."""
    with ProcessPoolExecutor() as pool:
        return [words for words in pool.map(verdict, chosen, chunksize=8) if words]


def main() -> int:
    """Try any number of edits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="edits of each family")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    wrong = []
    for name, kinds in {**FAULTS, "harmless": HARMLESS}.items():
        found = misjudged(list(edits(chosen.seed, chosen.count, kinds)))
        print(f"{name}: {chosen.count - len(found)} of {chosen.count} judged right")
        wrong += found
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
