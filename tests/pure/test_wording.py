"""All words of findings and commands stand in one file, in every language."""

import re
import string
from datetime import date
from pathlib import Path

from hooks.content.model import KINDS
from hooks.content.ward import FIELDS
from hooks.editor import words as editor_words
from hooks.findings import wording
from hooks.findings.finding import Code, Finding, Place, Reason, day_in_words
from hooks.findings.wording import LANGUAGES, messages, say_both, sentences
from hooks.screen import interface
from hooks.screen.ward_fields import called

from ..helpers import projects
from .test_conventions import literals

_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ]|[a-zA-Z]*[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_READ_OR_WRITTEN_VIETNAMESE = (
    "commands/new_digest.py",  # writes đ as dd
    "commands/new_site.py",  # reads the name of a ward
    "content/arithmetic.py",  # reads scale words and *khoảng*
    "content/assumptions.py",  # reads *Giả định*
    "content/figures.py",  # reads dates and ordinals in Vietnamese
    "content/number_words.py",
    "content/parse/characters.py",  # knows Đ from its twins
    "content/parse/misread.py",  # reads the letters of a list, đ among them
    "content/parse/sentences.py",  # knows abbreviations
    "decoding.py",  # knows Vietnamese in other encodings
    "old_encodings.py",
    "file_names.py",  # says what a slug is made of
    "content/checks/citations.py",  # reads provisions in brackets
    "content/checks/constants.py",  # reads fractions in words
    "content/checks/genres.py",  # reads how an answer says who can be asked
    "content/claims.py",  # reads figures, number words and references as laws write them
    "content/proof.py",
    "content/values.py",
    "documents/written_days.py",  # reads days as people write them
    "documents/digest.py",  # knows the letter đ
    "documents/official/readers.py",
    "documents/official/structure.py",  # reads Chương, Điều, khoản, điểm
    "documents/references.py",
    "documents/registry.py",
    "content/parse/quotations.py",  # reads “và” between citations, small letters after a full stop
    "content/speech.py",  # reads numbers aloud
    "documents/framing.py",  # reads letterhead, recipients and signatures
    "documents/guard.py",
    "documents/importing/drafting.py",
    "documents/importing/paragraph_markdown.py",
    "documents/importing/paragraphs.py",
    "documents/importing/pdf.py",
    "documents/importing/letterhead.py",
    "documents/importing/differences.py",
    "documents/markers.py",  # reads Phần, Chương, Điều
    "documents/recognition.py",
    "documents/provisions.py",  # folds đ into an id
    "documents/suggest.py",
    "documents/records.py",  # names the types of documents
    "text.py",  # folds đ
    "tools/reading.py",  # reads amounts with their unit
)
_ROOMS_WITH_WORDS_OF_THEIR_OWN = ("screen", "search", "paper", "framework")
"""Labels by official rules, alphabets and patterns; their words for readers stand in interface.toml."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_module_but_those_that_read_vietnamese_spells_it() -> None:
    root = projects.ROOT / "hooks"
    found = [
        f"{name}:{line}: {text}"
        for module in sorted(root.rglob("*.py"))
        if not (name := module.relative_to(root).as_posix()).startswith(_ROOMS_WITH_WORDS_OF_THEIR_OWN)
        if name not in _READ_OR_WRITTEN_VIETNAMESE
        for line, text in literals(module)
        if _VIETNAMESE.search(text)
    ]
    assert found == []


def test_every_language_fills_the_same_placeholders() -> None:
    for code, of_code in messages().items():
        said = [placeholders("".join(of_code[language].values())) for language in LANGUAGES]
        assert said[0] == said[1], code
    for table in ("reason", "said"):
        for name, words in wording._words()[table].items():
            assert set(words) == set(LANGUAGES), name
            assert len({frozenset(placeholders(words[language])) for language in LANGUAGES}) == 1, name


def test_every_reason_and_saying_is_used_and_there() -> None:
    text = "".join(path.read_text("utf-8") for path in (projects.ROOT / "hooks").rglob("*.py"))
    for table, call in (("reason", r"Reason\("), ("said", r"(?:lock_file\.write|say_both)\(\s*")):
        named = set(re.findall(rf"{call}[\"']([\w-]+)", text))
        there = set(wording._words()[table])
        assert named - there == set(), table
        by_kind = {name for name in there if f'"{name}"' in text}
        at_every_finding = {"meant", "note"}
        rest = there - named - by_kind - at_every_finding
        assert rest == {one for one in there if one.startswith("coverage-")}, table


def test_every_word_of_the_interface_is_named_or_put_together_where_it_is_shown() -> None:
    files = (path for room in ("hooks", "overrides") for path in (projects.ROOT / room).rglob("*"))
    text = "\n".join(path.read_text("utf-8") for path in files if path.suffix in (".py", ".html", ".j2", ".xml"))
    named = set(re.findall(r"[\w-]+", text))
    begun = tuple(set(re.findall(r"""f"([a-z]\w*_)\{|["']([a-z]\w*_)["']\s*[~+]""", text)))
    ended = tuple(set(re.findall(r"""\}(_\w+)"|~\s*["'](_\w+)["']""", text)))
    beginnings = tuple(filter(None, (part for found in begun for part in found)))
    endings = tuple(filter(None, (part for found in ended for part in found)))
    words = interface.interface("vi")
    unused = {one for one in words if one not in named and not one.startswith(beginnings) and not one.endswith(endings)}
    assert unused - {f"js_{name}" for name in interface.for_scripts("vi")} == set()


def test_every_button_that_a_message_names_is_one_of_the_editor() -> None:
    for language, pressed in (("vi", r"(?:bấm|đánh dấu ở) “([^”]+)”"), ("en", r"(?:press|tick) “([^”]+)”")):
        texts = [" ".join(of[language].values()) for of in messages().values()]
        texts += [of[language] for of in wording._words()["reason"].values()]
        named = {name for text in texts for name in re.findall(pressed, text)}
        assert len(named) > 4
        assert named - set(editor_words.words(language).values()) == set()


def test_whoever_is_asked_for_the_kind_of_a_page_is_told_each() -> None:
    for said in wording._words()["reason"]["wanted-kind"].values():
        assert [kind for kind in KINDS if not re.search(rf"\b{kind}\b", said)] == []


def test_a_finding_that_names_a_command_names_a_button_too_or_whom_to_ask() -> None:
    for code, of in messages().items():
        hint = of["vi"]["hint"]
        if re.search(r"\bmake (?!edit)[a-z]|python -m hooks", hint):
            assert re.search(r"bấm “|nhờ người|không phải làm gì", hint, re.IGNORECASE), code


def test_the_pages_that_messages_send_editors_to_are_there() -> None:
    said = "\n".join(" ".join(of[one].values()) for of in messages().values() for one in LANGUAGES)
    for path in set(re.findall(r"docs/(?:vi|en)/bien-tap/[\w-]+\.md", said)):
        assert (projects.ROOT / path).is_file(), path


def test_a_reason_is_said_in_the_language_of_its_finding() -> None:
    finding = Finding(Place("a.md"), Code.LOCK_ALIAS, {"id": "cv.I", "reason": Reason("alias-nowhere", {"id": "cv.X"})})
    assert "trỏ tới cv.X không có" in sentences(finding, "vi")[0]
    assert "leads to cv.X, which is not there" in sentences(finding, "en")[0]


def test_a_list_of_reasons_is_joined() -> None:
    lacking = (Reason("coverage-theme"), Reason("coverage-use"))
    finding = Finding(Place("a.md"), Code.COVERAGE_GAP, {"id": "cv.I", "lacking": lacking})
    assert "a theme section, a question" in sentences(finding, "en")[0]


def test_both_languages_are_said_with_the_original_first() -> None:
    assert say_both("note") == "ghi chú / note"


def test_a_day_is_told_as_readers_of_each_language_write_it() -> None:
    finding = Finding(Place("a.md"), Code.DIGEST_REVIEW, {"day": day_in_words(date(2027, 5, 8))})
    assert "8/5/2027" in sentences(finding, "vi")[0]
    assert "8 May 2027" in sentences(finding, "en")[0]


def test_a_sign_has_one_name_in_all_messages() -> None:
    said = (Path(wording.__file__).parent / "messages.toml").read_text("utf-8")
    assert "dấu nháy" not in said


def test_a_field_of_the_ward_is_called_in_messages_what_the_form_calls_it() -> None:
    reasons = wording._words()["reason"]
    for language in LANGUAGES:
        assert {name: reasons[f"ward-called-{name}"][language] for name in FIELDS} == {
            name: called(name, language) for name in FIELDS
        }
