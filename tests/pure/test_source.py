"""The dispatch on the site is the dispatch the ward received."""

import re

from hooks.documents import front_matter, outline
from hooks.text import normalise, plain

from ..helpers import projects

_RECEIVED = projects.ROOT / "tests" / "source" / "cong-van.txt"
_PAGE = projects.ROOT / "docs" / "vi" / "van-ban" / "cong-van.md"


def letters(text: str) -> str:
    """Return the text without what is set aside: white space, emphasis, headings' marks, attribute lines."""
    return re.sub(r"\s+", "", normalise(plain(re.sub(r"^#+ |^\{:.*\}$", "", text, flags=re.MULTILINE))))


def test_the_page_is_the_received_text_letter_by_letter() -> None:
    text = _PAGE.read_text("utf-8")
    front, findings = front_matter.read("cong-van.md", text)
    assert findings == ()
    assert letters(text[front.body_at :]) == letters(_RECEIVED.read_text("utf-8"))


def test_the_one_repair_is_recorded_and_real() -> None:
    repairs = front_matter.read("", _PAGE.read_text("utf-8"))[0].values["document"]["repairs"]
    assert [repair["at"] for repair in repairs] == ["cv.II.1.2"]
    before, after = repairs[0]["joined"].split(" | ")
    received = _RECEIVED.read_text("utf-8")
    assert f"{before}\n\n{after}" in received
    assert f"{before} {after}" in _PAGE.read_text("utf-8")
    breaks_inside_sentences = re.findall(r"[^\W\d_]\n\n[a-zà-ỹđ]", received)
    assert len(breaks_inside_sentences) == len(repairs)


def test_a_changed_letter_would_be_seen() -> None:
    received = _RECEIVED.read_text("utf-8")
    assert letters(received.replace("Qua đó", "Qua đo")) != letters(received)
    assert letters(received.replace("13%", "12%")) != letters(received)


def test_the_page_is_put_together_again_letter_for_letter() -> None:
    text = _PAGE.read_text("utf-8")
    assert outline.unparse(outline.parse(text)) == text
