"""What goes wrong with a text that was copied is found on its line, and nothing is said of one that is whole."""

from collections.abc import Callable
from random import Random

from hooks.documents import guard, numbering, outline
from hooks.findings.finding import Code, Finding

from ..helpers.law_texts import WHOLE

Damage = Callable[[list[str], Random], tuple[set[int], Code]]


def found(text: str) -> list[Finding]:
    blocks, wrong = numbering.number("vb", "vb.md", outline.parse(text))
    return [*wrong, *guard.check("vb.md", blocks)]


def said(text: str) -> list[tuple[int, Code]]:
    return sorted((finding.place.line, finding.code) for finding in found(text))


def longer(articles: int) -> str:
    """Return a law of many articles, whole."""
    parts = []
    for number in range(1, articles + 1):
        if number % 10 == 1:
            parts.append(f"Chương {number // 10 + 1}\n\nCHƯƠNG THỬ")
        parts.append(f"Điều {number}. Điều thử")
        parts += [f"{clause}. Khoản thử của người làm thử, “việc thử” tại nơi thử." for clause in (1, 2)]
        parts.append("3. Các trường hợp sau đây, theo thỏa thuận của người làm thử với nơi thử, gồm có:")
        parts += [f"{letter}) Điểm thử;" for letter in "abcd"]
        parts.append(
            "4. Khoản cuối của điều này quy định việc thử ở nơi thử trong thời gian thử việc, trước khi hết hạn."
        )
    return "\n\n".join(parts) + "\n"


def drawn(lines: list[str], chance: Random, start: str, *, last: bool = False) -> int:
    return chance.choice([at for at, line in enumerate(lines[: None if last else -12]) if line.startswith(start)])


def an_article_goes(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines[9:-40], chance, "Điều") + 9
    after = next(later for later in range(at + 1, len(lines)) if lines[later].startswith("Điều"))
    del lines[at : at + 2]
    return {after - 1, at + 1}, Code.DOCUMENT_GAP


def a_clause_goes(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines, chance, "2.")
    del lines[at : at + 2]
    return {at + 1}, Code.DOCUMENT_GAP


def a_point_goes(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines, chance, "b)")
    del lines[at : at + 2]
    return {at + 1}, Code.DOCUMENT_GAP


def a_number_is_false(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines, chance, "2.")
    lines[at] = lines[at].replace("2.", "2025.", 1)
    return {at + 1}, Code.DOCUMENT_GAP


def an_article_is_swallowed(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines[9:], chance, "Điều") + 9
    lines[at - 2] += f" {lines[at]}"
    del lines[at : at + 2]
    return {at - 1}, Code.DOCUMENT_SWALLOWED


def an_article_has_no_full_stop(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines[9:], chance, "Điều") + 9
    lines[at] = lines[at].replace(".", "", 1)
    return {at + 1}, Code.DOCUMENT_SWALLOWED


def a_chapter_is_swallowed(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines[9:], chance, "Chương") + 9
    lines[at - 2] += f" {lines[at]} Chương thử"
    del lines[at : at + 4]
    return {at - 1}, Code.DOCUMENT_SWALLOWED


def a_quotation_mark_goes(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = chance.choice([at for at, line in enumerate(lines) if "“" in line])
    lines[at] = lines[at].replace(chance.choice("“”"), "", 1)
    return {at + 1}, Code.DOCUMENT_QUOTATION


def recipients_come_in(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines, chance, "4.")
    lines[at + 1 : at + 1] = ["", "Nơi nhận:", "", "- Lưu: VT."]
    return {at + 3}, Code.DOCUMENT_CLOSING


def paper_breaks_lines(lines: list[str], chance: Random) -> tuple[set[int], Code]:
    at = drawn(lines, chance, "4.")
    words = lines[at].split()
    lines[at : at + 1] = [" ".join(words[n : n + 6]) for n in range(0, len(words), 6)]
    return {at + 2}, Code.DOCUMENT_WRAPPED


_DAMAGES: tuple[Damage, ...] = (
    an_article_goes,
    a_clause_goes,
    a_point_goes,
    a_number_is_false,
    an_article_is_swallowed,
    an_article_has_no_full_stop,
    a_chapter_is_swallowed,
    a_quotation_mark_goes,
    recipients_come_in,
    paper_breaks_lines,
)


def test_nothing_is_said_of_a_text_that_is_whole() -> None:
    assert said(WHOLE) == []
    assert said(longer(40)) == []


def test_each_random_damage_is_named_on_its_line(chance: Random, amount: Callable[[int, int], int]) -> None:
    whole = longer(40)
    missed = []
    for number in range(amount(40, 200)):
        damage = _DAMAGES[number % len(_DAMAGES)]
        lines = whole.split("\n")
        places, code = damage(lines, chance)
        if not any(line in places and one == code for line, one in said("\n".join(lines))):
            missed.append((damage.__name__, sorted(places), said("\n".join(lines))[:3]))
    assert missed == []


def test_an_extract_may_begin_with_any_article() -> None:
    assert said("Điều 8. Tám\n\n1. Một.\n\nĐiều 9. Chín\n\n1. Một.\n") == []


def test_a_clause_and_an_article_put_in_later_follow_their_own_number() -> None:
    clauses = "1. Một.\n\n1a. Thêm.\n\n2. Hai:\n\na) A;\n\na1) Thêm;\n\nb) B.\n\n"
    assert said(f"Điều 1. Một\n\n{clauses}Điều 1a. Thêm\n\nĐiều 2. Hai\n") == []


def test_a_number_that_the_original_has_wrong_is_given_and_then_follows() -> None:
    text = "Chương I\nMỘT\n\nĐiều 1. Một\n\nChương I\nHAI\n\nĐiều 2. Hai\n"
    assert [code for _, code in said(text)] == [Code.DOCUMENT_NUMBERED_TWICE]
    assert said(text.replace("HAI\n", "HAI\n{: number=2 }\n")) == []


def test_plans_may_leave_a_letter_out_that_laws_have() -> None:
    points = "\n\n".join(f"{letter}) Việc {letter};" for letter in "abcde")
    assert said(f"I. VIỆC\n\n1. Các việc:\n\n{points}\n") == []
    assert said(f"Điều 1. Việc\n\n1. Các việc:\n\n{points}\n") == [(13, Code.DOCUMENT_GAP)]
