"""Faults of every family: each function puts one at a random place of a page."""

import random
import re
from dataclasses import replace
from functools import cache

from hooks.content import reading
from hooks.content.checks import terms
from hooks.content.model import Page
from hooks.documents.digest import EntryText
from hooks.findings.finding import line_starts

from .random_edits import Edit, Kind, edit_at, paragraphs, project

_ITEMIZED = frozenset({"qa", "slogans", "script", "kit", "picture", "form"})
"""Kinds of page on which a heading is an item with rules of its own."""
DISPATCH = "docs/vi/van-ban/cong-van.md"


def _free_line_ends(page: Page) -> list[int]:
    """Return ends of paragraphs at which a sentence may be added: outside quotations' sentences and citations.

    Answers are left out: a word more makes some of them too long, which would be a second finding.
    """
    answers = [(question.section.at, question.section.end) for question in page.questions]
    return [
        block.end
        for block in paragraphs(page)
        if page.prose[block.end - 1] in ".!?"
        and block.indent == 0
        and not any(start <= block.at < end for start, end in answers)
    ]


def unknown_provision(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.citations if "." in link.target]
    if not links:
        return None
    link = chance.choice(links)
    wrong = chance.choice([link.target + "99", link.target.lower(), link.target + ".9"])
    if wrong == link.target:
        return None
    end = link.target_at + len(link.target)
    return edit_at(page, link.target_at, end, wrong, "cite-unknown-provision")


def unknown_document(page: Page, chance: random.Random) -> Edit | None:
    if not page.citations:
        return None
    link = chance.choice(page.citations)
    return edit_at(page, link.target_at + 5, link.target_at + 5, "x", "cite-unknown-document")


def citation_in_code(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends or page.metadata.kind == "reference":
        return None
    end = chance.choice(ends)
    return edit_at(page, end, end, " Xem `[](cite:cv.I)` nữa.", "cite-not-rendered")


def changed_quotation(page: Page, chance: random.Random) -> Edit | None:
    quotes = [quote for quote in page.quotes if quote.cited]
    if not quotes:
        return None
    quote = chance.choice(quotes)
    words = list(re.finditer(r"[^\W\d_]{2,}", page.prose[quote.at : quote.end]))
    word = chance.choice(words)
    start, end = quote.at + word.start(), quote.at + word.end()
    return edit_at(page, start, end, "khácxa", "quote-differs")


def uncited_quotation(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    line_start = page.text.rindex("\n", 0, end)
    added = "\n\nCó người nói “đôi lời thêm vào” ở đây.\n"
    edit = edit_at(page, end, end, added, "quote-uncited")
    return replace(edit, line=page.text.count("\n", 0, end) + 3) if line_start else None


def unsupported_figure(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    words = chance.choice([" Đạt 77%.", " Ngày 7/7/2027.", " Số 99-CT/TW.", " Có 777 nơi.", " Tháng 8 năm 2031."])
    return edit_at(page, end, end, words, "figure-unsupported")


def broken_link(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.links if link.cited is None and link.target.split("#")[0].endswith(".md")]
    if not links:
        return None
    link = chance.choice(links)
    at = link.target_at + link.target.index(".md")
    return edit_at(page, at, at, "x", "link-broken")


def broken_anchor(page: Page, chance: random.Random) -> Edit | None:
    links = [link for link in page.links if link.cited is None and "#" in link.target]
    if not links:
        return None
    link = chance.choice(links)
    end = link.target_at + len(link.target)
    return edit_at(page, end, end, "-khong-co", "link-anchor")


def strange_host(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    return edit_at(page, end, end, " Xem [trang lạ](https://example.org/).", "link-external")


def doubled_id(page: Page, chance: random.Random) -> Edit | None:
    named = [section for section in page.sections if section.level == 2 and section.id]
    if not named or page.metadata.kind in _ITEMIZED:
        return None
    section = chance.choice(named)
    added = f"\n\n## Thêm {{#{section.id}}}\n\nChữ.\n"
    edit = edit_at(page, len(page.text.rstrip()), len(page.text), added, "id-duplicate")
    return replace(edit, line=page.text.rstrip().count("\n") + 3)


def heading_without_id(page: Page, chance: random.Random) -> Edit | None:
    del chance
    if page.metadata.kind in _ITEMIZED:
        return None
    end = len(page.text.rstrip())
    return replace(
        edit_at(page, end, len(page.text), "\n\n## Thêm\n\nChữ.\n", "id-missing"), line=page.place(end).line + 2
    )


def question_without_mark(page: Page, chance: random.Random) -> Edit | None:
    asked = page.questions
    if not asked:
        return None
    section = chance.choice(asked).section
    at = page.text.index("? {#", section.at)
    return edit_at(page, at, at + 1, "", "question-mark")


def question_for_nobody(page: Page, chance: random.Random) -> Edit | None:
    asked = page.questions
    if not asked or page.language != "vi":
        return None
    at = page.text.index('readers="', chance.choice(asked).section.at) + len('readers="')
    return edit_at(page, at, at, "x", "question-readers")


def slogan_without_mark(page: Page, chance: random.Random) -> Edit | None:
    drafts = [slogan for slogan in page.slogans if not slogan.section.verbatim]
    if not drafts:
        return None
    at = page.text.index("! {#", chance.choice(drafts).section.at)
    return edit_at(page, at, at + 1, "", "slogan-mark")


def script_that_cannot_be_read(page: Page, chance: random.Random) -> Edit | None:
    read = page.scripts if page.metadata.kind == "script" and page.language == "vi" else ()
    if not read:
        return None
    script = chance.choice(read)
    stops = [script.at + found.start() for found in re.finditer(r"\.$", script.spoken, re.MULTILINE)]
    at = chance.choice(stops)
    return edit_at(page, at, at, chance.choice([" của UBND", " và/hoặc", " (nếu có)"]), "script-signs")


def quiz_without_answer(page: Page, chance: random.Random) -> Edit | None:
    marks = [found.start() for found in re.finditer(r"^- \(x\) ", page.masked, re.MULTILINE)]
    if not marks:
        return None
    at = chance.choice(marks)
    first = next(quiz for quiz in page.quizzes if quiz.section == page.section_at(at)).options[0].at
    return edit_at(page, at + 3, at + 4, " ", "quiz-options", mark=first)


def vague_link(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if not ends:
        return None
    end = chance.choice(ends)
    return edit_at(page, end, end, " Xem [tại đây](cite:cv).", "link-text")


def wrong_key(page: Page, chance: random.Random) -> Edit | None:
    key = chance.choice(["title", "kind", "description"])
    found = re.search(rf"^{key}:", page.text, re.MULTILINE)
    if not found:
        return None
    return edit_at(page, found.start(), found.start(), "tieude: x\n", "front-matter-key")


def wrong_value(page: Page, chance: random.Random) -> Edit | None:
    found = re.search(r"^order: .*$", page.text, re.MULTILINE)
    if not found:
        return None
    return edit_at(
        page, found.start(), found.end(), f"order: {chance.choice(['ba', '[1]', 'true'])}", "front-matter-value"
    )


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
    return edit_at(page, end, end, f" See [another place](cite:{new}).", "parity-citations")


def extra_heading(page: Page, chance: random.Random) -> Edit | None:
    sections = [section for section in page.sections[1:] if section.level == 2]
    if page.language == "vi" or not sections or page.metadata.kind in _ITEMIZED:
        return None
    at = chance.choice(sections).at
    return edit_at(page, at, at, "## Added {#them-vao}\n\nWords.\n\n", "parity-headings")


def extra_row(page: Page, chance: random.Random) -> Edit | None:
    rows = [b for b in paragraphs(page, frozenset({"row"})) if re.match(r"\|[ \-:|]+\|$", page.text[b.at : b.end])]
    if page.language == "vi" or not rows:
        return None
    rule = chance.choice(rows)
    cells = page.text[rule.at : rule.end].count("|") - 1
    head = page.text.rindex("\n", 0, rule.at - 1) + 1
    return edit_at(page, rule.end, rule.end, "\n" + "| x " * cells + "|", "parity-rows", mark=head)


def new_figure_in_entry(page: Page, chance: random.Random) -> Edit | None:
    """Let an entry of a digest state a figure that nobody has proved; `page` is not used."""
    del page
    entry = chance.choice(_proved_entries())
    text = project().pages[entry.path]
    at = line_starts(text)[entry.line - 1]
    end = text.find(".\n", text.index("\n\n", at)) + 1
    return (
        Edit(entry.path, f"{text[:end]} Đạt 77%.{text[end:]}", entry.line, frozenset({"digest-unproved"}))
        if end
        else None
    )


@cache
def _proved_entries() -> tuple[EntryText, ...]:
    digests = reading.read(project()).digests.values()
    return tuple(
        entry.texts["vi"]
        for digest in digests
        if digest.compared and not digest.report
        for entry in digest.entries.values()
    )


def other_rendering(page: Page, chance: random.Random) -> Edit | None:
    ends = _free_line_ends(page)
    if page.language == "vi" or not ends:
        return None
    end = chance.choice(ends)
    refused = chance.choice([one.words for one in terms.read(project().terms or "")[0] if "*" not in one.words])
    return edit_at(page, end, end, f" They say {refused} here.", "term-rendering")


FAULTS: dict[str, tuple[Kind, ...]] = {
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
    "digest": (new_figure_in_entry,),
    "terms": (other_rendering,),
    "parity": (extra_citation, extra_heading, extra_row),
}
