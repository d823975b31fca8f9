"""The committed questions of readers have answers worth finding."""

import re

from hooks.content.model import Page
from hooks.content.parts import Section
from hooks.handbook import Handbook

from ..helpers import search_queries

_ANSWER = re.compile(
    r"\A\s*(?:có|không|được|phải)\b|\d|\b(?:nộp|gửi|báo|gọi|hỏi|đến|giữ|yêu cầu|khiếu nại|kiện|xin|đề nghị|mang|ghi)\b",
    re.IGNORECASE,
)


def test_each_question_is_answered_by_a_figure_a_yes_or_no_or_a_step_with_an_article(book: Handbook) -> None:
    told = {one.section.id: (page, one.section) for page in book.pages["vi"].values() for one in page.questions}
    bare = [
        words
        for name in ("questions", "questions-held-back", "questions.en", "questions-held-back.en")
        for words, answers in search_queries.questions(name)
        if not any(_rests(*told[answer]) for answer in answers)
    ]
    assert bare == []


def _rests(page: Page, section: Section) -> bool:
    """Return whether a section says what is asked and cites it, or that no source tells it (`answered=false`)."""
    text = page.prose[section.text_at : section.end]
    return not section.answered or bool(section.citations and _ANSWER.search(text))
