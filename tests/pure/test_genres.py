"""Questions and slogans, as they are written."""

from hooks import analyse


def test_the_content_is_as_deep_as_it_was_asked_to_be(book: analyse.Handbook) -> None:
    pages = book.pages["vi"].values()
    assert sum(1 for page in pages for _ in page.questions) >= 45
    assert sum(1 for page in pages for _ in page.slogans) >= 36
    assert [row.provision.id for rows in book.matrix["vi"].values() for row in rows if row.lacking] == []
    asked = {reader for page in pages for question in page.questions for reader in question.section.readers}
    assert asked == {"nguoi-lao-dong", "doanh-nghiep", "to-dan-pho", "truong-hoc-co-quan", "doan-the", "cu-dan"}


def test_questions_and_slogans_have_ids_no_other_page_has(book: analyse.Handbook) -> None:
    pages = book.pages["vi"].values()
    ids = [question.section.id for page in pages for question in page.questions]
    ids += [slogan.section.id for page in pages for slogan in page.slogans]
    assert len(set(ids)) == len(ids)
