"""An entry of a digest is published only as it was proved against the official text."""

import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hooks import analyse
from hooks.content.proof import Proof, prove
from hooks.content.resemblance import Resemblance
from hooks.conventions import DIGESTS_LOCK
from hooks.documents.digest import EntryText, pin
from hooks.documents.official import readers, structure
from hooks.files import Files
from hooks.findings.finding import Code, Finding

from ..helpers import market_law, projects
from ..helpers.command_line import run
from ..helpers.market_law import ENTRIES, project

LAW = structure.parse(readers.read(market_law.TEXTS / market_law.LAW))
RESEMBLANCE = Resemblance(LAW)
_FALSEHOODS = 100


def proof_of(place: str, words: str) -> Proof:
    return prove(place, EntryText("Mục", words, "", 1), "lcp", LAW, RESEMBLANCE)


def lies(name: str, words: str) -> bool:
    """Return whether an entry is refuted or objected to."""
    proof = proof_of(pin(name), words)
    return bool(proof.problems or proof.objections)


def judged(entries: dict[str, str], lock: str, today: date = date(2026, 11, 28)) -> list[Finding]:
    """Return what is found in the digest with these entries and this lock, notes included."""
    files = Files({**projects.base().pages, **market_law.pages(entries)}, lock=projects.base().lock, digests=lock)
    found = analyse.analyse(files, projects.SETTINGS, today=today).findings
    return [finding for finding in found if finding.code.value.startswith("digest")]


@pytest.fixture
def proved(tmp_path: Path) -> str:
    """The lock of the true entries."""
    assert run(tmp_path, "verify", str(project(tmp_path)), "--day", "2026-11-28").returncode == 0
    return (tmp_path / DIGESTS_LOCK).read_text("utf-8")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_true_entry_is_borne_out(name: str) -> None:
    proof = proof_of(pin(name), ENTRIES[name])
    assert (proof.problems, proof.objections) == ((), ())


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("d3-k1", "45 ngày", "54 ngày"),
        ("d3-k1", "3 ngày làm việc", "3 ngày"),
        ("d3-k1", "36 tháng", "36 năm"),
        ("d4-k1", "15%", "16%"),
        ("d4-k1", "15%", "20%"),
        ("d3-k1", "45 ngày", "30 ngày"),
        ("d4-k2", "1/7/2030", "7/1/2030"),
        ("d4-k2", "1,5 triệu", "15 triệu"),
        ("d4-k3", "sáu tháng", "bảy tháng"),
        ("d5-k2", "hai mươi ngày", "hai mươi mốt ngày"),
        ("d5-k1", "một lần", "hai lần"),
        ("d3-k2", "khoản 2 Điều 5", "khoản 3 Điều 5"),
        ("d3-k2", "khoản 2 Điều 5", "khoản 1 Điều 4"),
        ("d3-k2", "không được bảo đảm", "được bảo đảm"),
        ("d5-k2", "không thể trả", "có thể trả"),
    ],
)
def test_a_changed_figure_place_or_negation_is_caught(name: str, before: str, after: str) -> None:
    assert before in ENTRIES[name]
    assert lies(name, ENTRIES[name].replace(before, after, 1))


@pytest.mark.parametrize(("name", "where"), [("d4-k3", "d4.k2"), ("d5-k1", "d5.k2"), ("d2-k2", "d2.k1"), ("d7", "d1")])
def test_an_entry_at_the_wrong_provision_is_caught(name: str, where: str) -> None:
    proof = proof_of(where, ENTRIES[name])
    assert proof.problems or proof.objections


def test_a_provision_that_is_not_there_is_said_with_those_that_are() -> None:
    (reason,) = proof_of("d4.k9", "Lời.").problems
    assert reason.name == "proof-no-provision"
    assert reason.values["near"] == "d4.k1, d4.k2, d4.k3"


def test_figures_may_stand_in_a_provision_that_the_entry_names() -> None:
    words = ENTRIES["d3-k2"].removesuffix(".") + ", tức là chậm không quá 20 ngày."
    assert not lies("d3-k2", words)
    assert lies("d3-k2", words.replace("20 ngày", "21 ngày"))


Change = Callable[[str, str, random.Random], tuple[str, str]]


def _other_figure(name: str, words: str, chance: random.Random) -> tuple[str, str]:
    found = chance.choice(list(re.finditer(r"\d+", words)))
    new = str(int(found[0]) + chance.choice([1, 2, 5, 10, 100]))
    return name, words[: found.start()] + new + words[found.end() :]


def _other_article(name: str, words: str, chance: random.Random) -> tuple[str, str]:
    return chance.choice([one for one in ENTRIES if one.partition("-")[0] != name.partition("-")[0]]), words


def _other_clause(name: str, words: str, chance: random.Random) -> tuple[str, str]:
    article, kind = name.partition("-")[0], pin(name).rpartition(".")[2][0]
    beside = [one for one in LAW.passages if one.partition(".")[0] == article and one.rpartition(".")[2][0] == kind]
    there = [one.replace(".", "-").replace("đ", "dd") for one in beside]
    return chance.choice([one for one in there if one != name] or ["d99"]), words


def _other_unit(name: str, words: str, chance: random.Random) -> tuple[str, str]:
    found = chance.choice(list(re.finditer(r"(?<=\d )(?:ngày|tháng|tuổi)", words)))
    units = [unit for unit in ("ngày", "tháng", "năm", "giờ") if unit != found[0]]
    return name, words[: found.start()] + chance.choice(units) + words[found.end() :]


CHANGES: dict[Change, str] = {
    _other_figure: r"\d",
    _other_article: "",
    _other_clause: "",
    _other_unit: r"\d (?:ngày|tháng|tuổi)",
}
"""Kind of falsehood → what an entry needs to have for it."""


def test_a_hundred_falsehoods_about_figures_and_places_are_all_caught(chance: random.Random) -> None:
    believed = []
    for _ in range(_FALSEHOODS):
        change = chance.choice(list(CHANGES))
        name = chance.choice([one for one, words in ENTRIES.items() if re.search(CHANGES[change], words)])
        false = change(name, ENTRIES[name], chance)
        if not lies(*false):
            believed.append((change.__name__, name, false))
    assert believed == []


def test_proved_entries_are_silent_but_for_who_has_read_them(proved: str) -> None:
    (note,) = judged(ENTRIES, proved)
    assert (note.code, note.details["count"]) == (Code.DIGEST_UNREAD, str(len(ENTRIES)))


def test_an_entry_that_was_never_proved_is_an_error_at_its_heading() -> None:
    errors = [one for one in judged(ENTRIES, "") if one.code is Code.DIGEST_UNPROVED]
    assert len(errors) == len(ENTRIES)
    text = market_law.digest(ENTRIES).splitlines()
    assert [text[one.place.line - 1].startswith("### ") for one in errors] == [True] * len(ENTRIES)


def test_a_changed_figure_is_an_error_and_other_words_are_a_note(proved: str) -> None:
    figure = ENTRIES | {"d4-k1": ENTRIES["d4-k1"].replace("15%", "16%")}
    assert [one.code for one in judged(figure, proved)][1:] == [Code.DIGEST_UNPROVED]
    words = ENTRIES | {"d4-k1": ENTRIES["d4-k1"].replace("nhiều nhất", "tối đa")}
    assert [one.code for one in judged(words, proved)][1:] == [Code.DIGEST_REWORDED]


_CITING = "Tiền chỗ ngồi nhiều nhất 15% ([](cite:lcp.d4.k1)).\n\n"


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ("### Mục d4-k1", Code.ID_MISSING),
        ("### Mục d4-k1 {#d4k1}", Code.DIGEST_PIN),
        ("### Mục d4-k1 {#d4-k1", Code.HEADING_FORM),
    ],
)
def test_an_entry_whose_id_is_lost_is_told_at_its_heading_and_not_where_it_is_cited(
    proved: str, mistake: str, told: Code
) -> None:
    pages = market_law.pages(ENTRIES) | {"docs/vi/vi-du.md": projects.page(_CITING * 5)}
    right = {**projects.base().pages, **pages}
    wrong = {path: text.replace("### Mục d4-k1 {#d4-k1}", mistake) for path, text in right.items()}
    table = (
        '[[rate]]\nname = "cho-ngoi"\nvi = "Cọc"\nen = "Deposit"\n'
        'value = 15\nunit = "%"\nfrom = 2030-01-01\nentry = "lcp.d4.k1"\n'
    )
    for of, expected in ((right, []), (wrong, [told])):
        files = Files(of, lock=projects.base().lock, digests=proved, rates=table)
        found = analyse.analyse(files, projects.SETTINGS, today=date(2026, 11, 28)).errors
        assert [one.code for one in found if one.code is not Code.COVERAGE_GAP] == expected


def test_an_entry_that_is_gone_is_one_finding_however_often_it_is_cited(proved: str) -> None:
    without = {name: words for name, words in ENTRIES.items() if name != "d4-k1"}
    pages = market_law.pages(without) | {"docs/vi/vi-du.md": projects.page(_CITING * 5)}
    files = Files({**projects.base().pages, **pages}, lock=projects.base().lock, digests=proved)
    (found,) = analyse.analyse(files, projects.SETTINGS, today=date(2026, 11, 28)).errors
    assert (found.code, len(found.also)) == (Code.CITE_UNKNOWN_PROVISION, 4)


def test_a_digest_past_its_day_is_a_note(proved: str) -> None:
    assert Code.DIGEST_REVIEW not in {one.code for one in judged(ENTRIES, proved, date(2027, 11, 28))}
    assert Code.DIGEST_REVIEW in {one.code for one in judged(ENTRIES, proved, date(2027, 11, 29))}


def test_an_entry_read_a_second_time_is_counted_no_more(tmp_path: Path) -> None:
    texts = project(tmp_path)
    done = run(tmp_path, "verify", str(texts), "--read", "lcp.d7", "lcp.d3.k1.đ")
    assert done.returncode == 0
    (note,) = judged(ENTRIES, (tmp_path / DIGESTS_LOCK).read_text("utf-8"))
    assert note.details["count"] == str(len(ENTRIES) - 2)


def test_a_refuted_entry_is_shown_at_its_line_and_not_recorded(tmp_path: Path) -> None:
    entries = ENTRIES | {"d4-k1": ENTRIES["d4-k1"].replace("15%", "16%")}
    done = run(tmp_path, "verify", str(project(tmp_path, entries)))
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if "[digest-refuted]" in line]
    assert "“16%”" in line
    assert "15%" in line
    lock = (tmp_path / DIGESTS_LOCK).read_text("utf-8")
    assert "lcp.d4.k1 " not in lock
    assert "lcp.d4.k2 " in lock


def test_what_is_only_suspected_is_recorded_once_somebody_has_read_it(tmp_path: Path) -> None:
    entries = ENTRIES | {"d5-k2": ENTRIES["d5-k2"].replace("không thể trả", "có thể trả")}
    texts = project(tmp_path, entries)
    assert run(tmp_path, "verify", str(texts)).returncode == 1
    assert "lcp.d5.k2 " not in (tmp_path / DIGESTS_LOCK).read_text("utf-8")
    assert run(tmp_path, "verify", str(texts), "--read", "lcp.d5.k2").returncode == 0
    assert run(tmp_path, "verify", str(texts)).returncode == 0


def test_a_newer_text_shows_both_wordings_of_what_it_changed(tmp_path: Path) -> None:
    texts = project(tmp_path)
    assert run(tmp_path, "verify", str(texts)).returncode == 0
    newer = (texts / market_law.LAW).read_text("utf-8").replace("bị đuổi mắng", "bị đuổi mắng hoặc bị phạt oan")
    (texts / "luat-moi.txt").write_text(newer, "utf-8")
    page = tmp_path / "docs/vi/van-ban/cho-phien/tom-luoc.md"
    page.write_text(page.read_text("utf-8").replace(market_law.LAW, "luat-moi.txt"), "utf-8")
    done = run(tmp_path, "verify", str(texts))
    (line,) = [line for line in done.stdout.splitlines() if "[digest-doubted]" in line and "ghi chú" not in line]
    assert "lcp.d3.k2" in line
    assert "bị phạt oan" in line
    assert "khi bị đuổi mắng, không được" in line


@pytest.mark.parametrize("fault", ["no folder", "no file", "two files", "scan", "no articles"])
def test_a_text_that_cannot_be_had_ends_the_command_in_one_line(fault: str, tmp_path: Path) -> None:
    texts = project(tmp_path)
    law = texts / market_law.LAW
    if fault == "no folder":
        texts = tmp_path / "nowhere"
    elif fault == "no file":
        law.unlink()
    elif fault == "two files":
        (texts / "again").mkdir()
        (texts / "again" / market_law.LAW).write_bytes(law.read_bytes())
    elif fault == "scan":
        law.write_bytes(b"\xff\xd8\xff\xe0 not letters")
    else:
        law.write_text("Một bài báo.", "utf-8")
    done = run(tmp_path, "verify", str(texts))
    assert done.returncode == 2
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert not (tmp_path / DIGESTS_LOCK).exists()


def test_the_lock_is_the_same_whenever_nothing_has_changed(tmp_path: Path) -> None:
    texts = project(tmp_path)
    run(tmp_path, "verify", str(texts), "--day", "2026-11-28")
    before = (tmp_path / DIGESTS_LOCK).read_bytes()
    run(tmp_path, "verify", str(texts), "--day", "2026-12-31")
    assert (tmp_path / DIGESTS_LOCK).read_bytes() == before


def test_a_line_of_the_lock_that_cannot_be_read_is_not_lost(tmp_path: Path) -> None:
    texts = project(tmp_path)
    lock = tmp_path / DIGESTS_LOCK
    lock.write_text("lcp.d7  một dòng lạ\n", "utf-8")
    assert run(tmp_path, "verify", str(texts)).returncode == 1
    assert lock.read_text("utf-8") == "lcp.d7  một dòng lạ\n"


def test_an_entry_is_cited_by_đ_or_dd() -> None:
    files = Files({**projects.base().pages, **market_law.pages(ENTRIES)})
    registry = analyse.analyse(files, projects.SETTINGS).registry
    assert registry.resolve("lcp.d3.k1.đ") == registry.entries["lcp.d3.k1.đ"]
    assert registry.resolve("lcp.d3.k1.dd") == registry.entries["lcp.d3.k1.đ"]
