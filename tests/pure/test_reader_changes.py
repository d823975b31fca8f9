"""What readers will see changed, as an officer is shown it before a publication."""

from hooks.commands.reader_changes import compare

from ..helpers import projects

_PATH = "docs/vi/khau-hieu.md"
_OLD = projects.page("# Khẩu hiệu\n\n### Học luật, | học nghề! {#kh-01}\n\n[](cite:cv.II.1)\n")


def test_a_new_slogan_is_shown_without_the_marks_of_its_heading_and_of_its_citation() -> None:
    (change,) = compare({_PATH: _OLD}, {_PATH: f"{_OLD}\n### Đọc kỹ | rồi ký! {{#kh-02}}\n\n([](cite:cv.II.2))\n"})
    (section,) = change.sections
    assert section.rows == (("", "Đọc kỹ rồi ký!"),)


def test_a_citation_that_alone_has_changed_is_shown_as_it_is_written() -> None:
    (change,) = compare({_PATH: _OLD}, {_PATH: _OLD.replace("cv.II.1", "cv.II.2")})
    assert change.sections[0].rows == (("[](cite:cv.II.1)", "[](cite:cv.II.2)"),)


def test_a_changed_number_is_shown_without_the_empty_brackets_of_citations() -> None:
    said = "# Trang\n\nHọp từ {} giờ ([](cite:cv.II.1), [](cite:cv.II.2)).\n"
    pages = ({_PATH: projects.page(said.format(hour))} for hour in (6, 7))
    (change,) = compare(*pages)
    assert change.sections[0].rows == (("Họp từ 6 giờ.", "Họp từ 7 giờ."),)
