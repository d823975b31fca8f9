"""Front matter says what is written: what YAML would read otherwise is found at its line, in the editors' words."""

import pytest

from hooks.documents import front_matter
from hooks.findings.finding import Code, Reason


def surprises(block: str) -> list[tuple[str, int, int]]:
    """Return reason, line and column of each finding."""
    _, findings = front_matter.read("a.md", f"---\n{block}\n---\n\n# Một\n")
    found = []
    for finding in findings:
        reason = finding.details["reason"]
        assert finding.code is Code.FRONT_MATTER_YAML
        found.append(
            (reason.name if isinstance(reason, Reason) else str(reason), finding.place.line, finding.place.column)
        )
    return found


@pytest.mark.parametrize(
    ("block", "reason", "line", "column"),
    [
        ("title: Kế hoạch # 85", "hash", 2, 1),
        ("title: Một\n  hai # ba", "hash", 3, 3),
        ("title: Kế hoạch: phần hai", "colon", 2, 1),
        ("title: Kế hoạch:", "colon", 2, 1),
        ("title: *quan trọng*", "special", 2, 1),
        ("title: &neo một", "special", 2, 1),
        ("title: !!python/object:os.system x", "special", 2, 1),
        ("title: @phuong", "special", 2, 1),
        ("title: - một", "special", 2, 1),
        ("title: [một](hai.md)", "special", 2, 1),
        ("title: “Một”", "word-quotes", 2, 1),
        ("title: ‘Một’", "word-quotes", 2, 1),
        ('title: "Một" hai', "quotes-inside", 2, 1),
        ("title:\u00a0Một", "colon-space", 2, 1),
        ("title:Một", "colon-space", 2, 1),
        ("title\uff1a Một", "colon-space", 2, 1),
        ("document:\n  name: Luật # 50", "hash", 3, 3),
        ("own_figures:\n  - một # hai", "hash", 3, 5),
        ("title: Một\ntitle: Hai", "key-twice", 3, 1),
        ("title: Một\n---\nkind: overview", "early", 4, 1),
    ],
)
def test_what_yaml_reads_otherwise_is_found_at_its_line(block: str, reason: str, line: int, column: int) -> None:
    assert surprises(block) == [(reason, line, column)]


@pytest.mark.parametrize(
    "value", ["yes", "no", "on", "off", "1_000", "0123", "1e3", "12:30", "0x1F", "2026-05-19", "1.5"]
)
def test_words_and_numbers_of_old_yaml_are_the_text_that_is_written(value: str) -> None:
    front, findings = front_matter.read("a.md", f"---\ntitle: {value}\n---\n")
    assert (front.values["title"], findings) == (value, ())


@pytest.mark.parametrize(
    "block",
    [
        'title: "Kế hoạch: # 85"',
        "title: 'Kế hoạch: # 85'",
        "title: Kế hoạch # của tôi".replace(" # ", "#"),
        "order: 10\n# ghi chú\n",
        'own_figures: ["a: b", "c # d"] # ghi chú',
        'own_figures: [\n  "a",\n  "b"]',
        "own_figures:\n  - 12:30\n  - https://a.vn/b#c",
        "description: >\n  a # b: c\n  d",
        'description: "a\n  b # c: d"',
        "document:\n  date: 2026-05-19\n  relations:\n    guides: [ct58]",
        "title: Nói “một” và “hai” rồi",
        "title: “Một” và hai",
    ],
)
def test_what_yaml_reads_as_written_is_silent(block: str) -> None:
    assert surprises(block) == []
