"""Questions and slogans, as they are written."""

from hooks.handbook import Handbook


def test_every_provision_is_explained_and_used_and_every_group_of_readers_has_questions(book: Handbook) -> None:
    pages = book.pages["vi"].values()
    assert [row.provision.id for rows in book.matrix["vi"].values() for row in rows if row.lacking] == []
    asked = {reader for page in pages for question in page.questions for reader in question.section.readers}
    named = {
        key.removeprefix("danh-cho/").removesuffix(".md") for key in book.pages["vi"] if key.startswith("danh-cho/")
    }
    assert asked == named - {"index"}


def test_questions_and_slogans_have_ids_no_other_page_has(book: Handbook) -> None:
    pages = book.pages["vi"].values()
    ids = [question.section.id for page in pages for question in page.questions]
    ids += [slogan.section.id for page in pages for slogan in page.slogans]
    assert len(set(ids)) == len(ids)
