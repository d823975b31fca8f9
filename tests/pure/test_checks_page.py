"""The page that explains every check keeps its word."""

import re
from pathlib import Path

import pytest

from hooks.findings.finding import Code
from hooks.findings.wording import messages

from ..helpers import projects

_SECTION = re.compile(
    r"^### (?P<title>[^\n]*?) \{#(?P<code>[\w-]+)\}\n(?P<text>(?:```.*?^```\n|(?!##)[^\n]*(?:\n|\Z))*)",
    re.DOTALL | re.MULTILINE,
)
_EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LANGUAGES = ("vi", "en")


def sections(language: str) -> dict[str, str]:
    text = (projects.ROOT / "docs" / language / "bien-tap" / "kiem-tra.md").read_text("utf-8")
    return {found["code"]: found["text"] for found in _SECTION.finditer(text)}


def examples(language: str) -> list[tuple[str, ...]]:
    pairs = {code: _EXAMPLE.findall(text) for code, text in sections(language).items()}
    return [(code, *pair) for code, pair in pairs.items() if pair]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_its_section_and_no_section_is_about_nothing(language: str) -> None:
    assert sorted(sections(language)) == sorted(code.value for code in Code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_a_wrong_and_a_right_example(language: str) -> None:
    for code, text in sections(language).items():
        fences = re.findall(r"^```\w+$", text, re.MULTILINE)
        assert len(fences) == 2, code


def test_every_check_has_its_words_in_both_languages() -> None:
    assert sorted(messages()) == sorted(code.value for code in Code)
    for code, wording in messages().items():
        assert set(wording) == {"family", "vi", "en"}, code


def test_both_languages_show_the_same_examples() -> None:
    assert examples("en") == examples("vi")


@pytest.mark.parametrize(("code", "wrong", "right"), examples("vi"), ids=lambda value: str(value)[:24])
def test_the_wrong_example_gives_just_its_finding_and_the_right_one_none(code: str, wrong: str, right: str) -> None:
    assert {finding.code.value for finding in projects.findings(projects.split(wrong))} == {code}
    assert projects.findings(projects.split(right)) == ()


def test_the_page_is_where_the_messages_send_editors() -> None:
    assert Path(projects.ROOT / "docs/vi/bien-tap/kiem-tra.md").is_file()
