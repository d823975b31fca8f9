"""`import-word`: texts written or changed in Word come into the pages, and whoever asks sees the changes first."""

import difflib
from pathlib import Path

import pytest
from docx.document import Document

from hooks import files, settings
from hooks.analyse import analyse
from hooks.cache import Cache
from hooks.cli import main
from hooks.commands.word_drafts import drafts
from hooks.content.model import Page
from hooks.content.parts import Script
from hooks.handbook import Handbook
from hooks.paper.attachments import attachments, word_path
from hooks.screen.urls import Urls

from ..helpers import projects, small_project
from ..helpers.word_files import add_tracked, changed, written

_KIT = projects.page(
    """
## Tờ một {#to-01}

!!! su-dung "Nội dung"

    **GIẤY MỜI**

    Dòng một dài
    hai dòng, theo [](cite:cv.I.1) và [Mục II](cite:cv.II.1).

    - một
    - *hai*

    > tạo sự thống nhất
    >
    > [](cite:cv.I.2)

    Cuối.

Nguồn: [](cite:cv.I.1).
""",
    "kit",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def told(root: Path) -> Handbook:
    return analyse(files.read(root), settings.read(root))


def made(book: Handbook, text: Script, cache: Path) -> bytes:
    """The Word file of a text, as the site offers it."""
    urls = Urls(projects.SETTINGS.site_url)
    data = attachments(book, urls, settings.Publisher(), Cache(cache), printed=True).files[word_path(text.section.id)]
    assert isinstance(data, bytes)
    return data


def kit(root: Path) -> tuple[Handbook, Page, Script]:
    (root / "docs/vi/to.md").write_text(_KIT, "utf-8")
    book = told(root)
    page = book.pages["vi"]["to.md"]
    return book, page, page.offered[0]


def lines(before: str, after: str) -> list[str]:
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in list(found)[2:] if not line.startswith("@@")]


def test_a_file_of_ours_that_nobody_changed_changes_nothing(project: Path, tmp_path: Path) -> None:
    book, page, text = kit(project)
    found, notes = drafts(project, book, made(book, text, tmp_path / "cache"))
    assert [(one.path, one.after) for one in found] == [(page.path, page.text)]
    assert notes == []


@pytest.mark.every
def test_every_text_of_the_site_that_goes_out_as_a_word_file_comes_back_as_it_was(
    book: Handbook, tmp_path: Path
) -> None:
    offered = [(page, text) for page in book.pages["vi"].values() for text in page.offered]
    sent = attachments(
        book, Urls(projects.SETTINGS.site_url), settings.Publisher(), Cache(tmp_path), printed=True
    ).files
    for page, text in offered:
        data = sent[word_path(text.section.id)]
        assert isinstance(data, bytes)
        found, notes = drafts(projects.ROOT, book, data)
        assert [(one.path, one.after, notes) for one in found] == [(page.path, page.text, [])]
    assert offered


def test_a_changed_paragraph_changes_its_line_alone_and_keeps_its_citations(project: Path, tmp_path: Path) -> None:
    book, _, text = kit(project)

    def change(file: Document) -> None:
        paragraph = next(one for one in file.paragraphs if "Dòng một" in one.text)
        paragraph.runs[0].text = paragraph.runs[0].text.replace("Dòng một", "Dòng đầu")

    found, notes = drafts(project, book, changed(made(book, text, tmp_path / "cache"), change))
    assert notes == []
    assert lines(found[0].before, found[0].after) == [
        "-    Dòng một dài",
        "-    hai dòng, theo [](cite:cv.I.1) và [Mục II](cite:cv.II.1).",
        "+    Dòng đầu dài hai dòng, theo [](cite:cv.I.1) và [Mục II](cite:cv.II.1).",
    ]


def test_a_citation_whose_words_were_deleted_is_named(project: Path, tmp_path: Path) -> None:
    book, _, text = kit(project)

    def change(file: Document) -> None:
        paragraph = next(one for one in file.paragraphs if "Dòng một" in one.text)
        paragraph.text = "Dòng một theo Mục II."

    found, notes = drafts(project, book, changed(made(book, text, tmp_path / "cache"), change))
    assert "+    Dòng một theo [Mục II](cite:cv.II.1)." in lines(found[0].before, found[0].after)
    assert len(notes) == 1
    assert "Mục I" in notes[0]


def test_new_paragraphs_items_and_a_new_title_come_in(project: Path, tmp_path: Path) -> None:
    book, _, text = kit(project)

    def change(file: Document) -> None:
        file.paragraphs[0].runs[0].text = "Tờ thứ nhất"
        last = next(one for one in file.paragraphs if one.text == "Cuối.")
        last.insert_paragraph_before("Thêm", style="Body Text")
        add_tracked(file, "mới", "cũ")  # after the sources: no part of the text

    found, _ = drafts(project, book, changed(made(book, text, tmp_path / "cache"), change))
    assert lines(found[0].before, found[0].after) == [
        "-## Tờ một {#to-01}",
        "+## Tờ thứ nhất {#to-01}",
        "+    Thêm",
        "+",
    ]


def test_questions_from_word_get_the_next_ids_and_wait_for_their_translation(project: Path) -> None:
    content = written(
        ("Heading 2", "Nghe ở đâu?"),
        ("Normal", "Ở nhà văn hóa."),
        ("Heading 2", "Hỏi ai?"),
        ("Normal", "Hỏi tổ trưởng."),
    )
    found, _ = drafts(project, told(project), content, "hoi-dap-chung")
    vietnamese, english = found
    assert vietnamese.after.endswith(
        "## Nghe ở đâu? {#q-chung-02}\n\nỞ nhà văn hóa.\n\n## Hỏi ai? {#q-chung-03}\n\nHỏi tổ trưởng.\n"
    )
    assert english.path == "docs/en/hoi-dap-chung.md"
    assert "{#q-chung-02}" in english.after
    assert "{#q-chung-03}" in english.after


def test_whoever_names_the_english_page_gets_the_same_place(project: Path) -> None:
    content = written(("Heading 2", "Nghe ở đâu?"), ("Normal", "Ở nhà văn hóa."))
    places = ("docs/en/hoi-dap-chung.md", "docs/vi/hoi-dap-chung.md", "hoi-dap-chung")
    found = [drafts(project, told(project), content, place)[0] for place in places]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("bold", ["**", ""])
def test_without_headings_what_ends_in_a_question_mark_is_a_question(project: Path, bold: str) -> None:
    content = written(("Normal", f"{bold}Nghe ở đâu?{bold}"), ("Normal", "Ở nhà văn hóa."))
    found, _ = drafts(project, told(project), content, "docs/vi/hoi-dap-chung.md")
    assert "## Nghe ở đâu? {#q-chung-02}\n\nỞ nhà văn hóa.\n" in found[0].after


def test_a_script_from_word_stands_in_its_box(project: Path) -> None:
    (project / "docs/vi/to.md").write_text(_KIT, "utf-8")
    found, _ = drafts(
        project, told(project), written(("Heading 1", "Tờ hai"), ("Normal", "Kính thưa"), ("Normal", "- một")), "to"
    )
    assert found[0].after.endswith('## Tờ hai {#to-02}\n\n!!! su-dung "Nội dung"\n\n    Kính thưa\n\n    - một\n')


def test_a_whole_page_from_word_is_one_whose_settings_are_still_to_be_filled_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "trang.docx"
    file.write_bytes(written(("Title", "Ngày hội"), ("Heading 1", "Ở đâu"), ("Normal", "Nhà văn hóa.")))
    arguments = ["--root", str(project), "import-word", str(file), "--into", "ngay-hoi"]
    assert main(arguments) == 0
    assert "+## Ở đâu {#o-dau}" in capsys.readouterr().out
    assert not (project / "docs/vi/ngay-hoi.md").exists()
    assert main([*arguments, "--write"]) == 0
    assert "# Ngày hội\n\n## Ở đâu {#o-dau}\n\nNhà văn hóa.\n" in (project / "docs/vi/ngay-hoi.md").read_text("utf-8")
    wrong = [finding for finding in told(project).errors if finding.place.path == "docs/vi/ngay-hoi.md"]
    assert [finding.details.get("key") for finding in wrong] == ["description"]


@pytest.mark.parametrize(
    ("into", "says"),
    [
        ("", "--into"),
        ("index", "hỏi đáp"),
        ("../ngoai", "không có trang này"),
        ("docs/vi/Ngày", "không có trang này"),
        ("hoi-dap-chung", "kiểu Heading"),
    ],
)
def test_a_file_without_a_place_is_refused_with_what_to_do(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], into: str, says: str
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(written(("Normal", "Chỉ một đoạn.")))
    before = files.read(project)
    assert main(["--root", str(project), "import-word", str(file), "--into", into, "--write"]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said
    assert files.read(project) == before


def test_a_file_that_is_not_there_or_no_word_file_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "import-word", str(tmp_path / "none.docx")]) == 2
    (tmp_path / "b.docx").write_bytes(b"PK")
    assert main(["--root", str(project), "import-word", str(tmp_path / "b.docx"), "--into", "moi"]) == 2
    assert "b.docx" in capsys.readouterr().err
