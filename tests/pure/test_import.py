"""A file becomes the page of a text: nothing is lost, nothing is overwritten, and what cannot be read is refused."""

import re
import subprocess
from pathlib import Path

import docx
import pytest
import weasyprint

from hooks.documents.importing import formats, word

from ..helpers import small_project
from ..helpers.command_line import run, run_before_a_terminal
from ..helpers.law_texts import WHOLE
from ..helpers.old_encodings import in_tcvn3

_PAGE = "docs/vi/van-ban/lthu/toan-van.md"
_COUNTS = ("Chương / Chapters: 2", "Mục / Sections: 2", "Điều / Articles: 6", "Khoản / Clauses: 9", "Điểm / Points: 6")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project without the law."""
    return small_project.write(tmp_path / "project")


def brought(root: Path, file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run(root, "import", str(file), "--id", "lthu", "--day", "2026-11-28", *more)


def in_word(path: Path, text: str) -> Path:
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text, head.rows[0].cells[1].text = "QUỐC HỘI\n-------", "CỘNG HÒA XÃ HỘI\nĐộc lập - Tự do"
    for paragraph in text.split("\n\n")[1:]:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def in_pdf(path: Path, text: str, more: str = "") -> Path:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    style = "@page{size:A5;margin:2cm;@top-center{content:'CÔNG BÁO/Số 1/Ngày 01-01-2031'}} p{font-size:12pt;margin:0}"
    weasyprint.HTML(string=f"<style>{style}</style>{paragraphs}{more}").write_pdf(path)
    return path


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def wrapped(text: str) -> str:
    lines = []
    for paragraph in text.split("\n\n"):
        words, line = paragraph.split(), ""
        for one in words:
            if len(line) + len(one) > 60:
                lines.append(line)
                line = ""
            line = f"{line} {one}".strip()
        lines.append(line)
    return "\n".join(lines) + "\n"


def test_a_law_comes_in_from_every_kind_of_file_with_the_same_provisions(root: Path, tmp_path: Path) -> None:
    web = "".join(f"<p>{paragraph}</p>" for paragraph in WHOLE.split("\n\n"))
    for file in (
        in_word(tmp_path / "luat.docx", WHOLE),
        in_pdf(tmp_path / "luat.pdf", WHOLE),
        written(tmp_path / "luat.html", f"<html><body><nav>Trang chủ</nav><article>{web}</article></body></html>"),
        written(tmp_path / "luat.txt", WHOLE),
        written(tmp_path / "luat-ngat.txt", wrapped(WHOLE)),
    ):
        done = brought(root, file)
        assert done.returncode == 0, (file.name, done.stdout, done.stderr)
        for counted in _COUNTS:
            assert counted in done.stdout, (file.name, done.stdout)
        page = (root / _PAGE).read_text("utf-8")
        assert f'copied_from: "{file.name}"' in page
        assert "### Điều 1. Phạm vi điều chỉnh\n\nLuật này quy định việc thử của người làm thử tại nơi thử" in page
        (root / _PAGE).unlink()
        (root / "docs/vi/van-ban/lthu.md").unlink()


def test_a_text_that_was_brought_in_is_clean_once_it_is_locked(root: Path, tmp_path: Path) -> None:
    assert brought(root, in_word(tmp_path / "luat.docx", WHOLE)).returncode == 0
    assert run(root, "lock").returncode == 0
    found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
    assert found == []


def test_every_letter_is_accounted_for_and_what_is_dropped_is_listed(root: Path, tmp_path: Path) -> None:
    done = brought(root, in_pdf(tmp_path / "luat.pdf", WHOLE))
    assert "CÔNG BÁO/Số 1/Ngày 01-01-2031" in done.stdout
    assert "trang 2: " in done.stdout
    assert "CÔNG BÁO" not in (root / _PAGE).read_text("utf-8")


def test_a_text_that_is_held_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "luat.txt", WHOLE)
    assert brought(root, file).returncode == 0
    before = (root / _PAGE).read_bytes()
    again = brought(root, file)
    assert again.returncode == 2
    assert "import-held" not in again.stderr
    assert "replace" in again.stderr
    assert (root / _PAGE).read_bytes() == before


def left_standing(drawn: str) -> list[str]:
    """The lines that are on a terminal in the end: behind a return, what follows is drawn over what was there."""
    lines = []
    for line in drawn.replace("\r\n", "\n").split("\n"):
        standing = ""
        for piece in line.split("\r"):
            standing = piece + standing[len(piece) :]
        lines.append(standing.rstrip())
    return [line for line in lines if line]


def test_whoever_waits_at_a_terminal_sees_what_is_being_done_and_only_results_stay(root: Path, tmp_path: Path) -> None:
    web = "".join(f"<p>{paragraph}</p>" for paragraph in WHOLE.split("\n\n"))
    files_ = in_word(tmp_path / "a.docx", WHOLE), written(tmp_path / "b.html", f"<html><body>{web}</body></html>")
    done = run_before_a_terminal(
        root, "import", str(files_[0]), "--id", "lthu", "--day", "2026-11-28", "--beside", str(files_[1])
    )
    assert done.returncode == 0, (done.stdout, done.stderr)
    drawn = [words.strip() for words in done.stderr.split("\r") if words.strip()]
    counted = [words for words in drawn if re.fullmatch(r"đã đọc \d+/\d+ đoạn / \d+ of \d+ paragraphs read", words)]
    assert counted[0].startswith("đã đọc 1/")
    reading = "đang đọc tệp / reading the file"
    structure = "đang chia điều, khoản, điểm / finding articles, clauses, points"
    comparing = "đang so hai bản / comparing the two copies"
    stages = [words for words in drawn if words not in counted]
    assert stages == [reading, structure, reading, structure, structure, comparing]
    assert left_standing(done.stderr) == []
    assert "Khác với b.html" in done.stdout
    assert "\r" not in done.stdout


def test_an_error_stands_alone_where_the_progress_was_and_without_a_terminal_none_is_drawn(
    root: Path, tmp_path: Path
) -> None:
    file = written(tmp_path / "bai.html", "<html><body><p>Một đoạn văn không có số nào.</p></body></html>")
    done = run_before_a_terminal(root, "import", str(file), "--id", "lthu")
    assert done.returncode == 2
    assert "đang đọc tệp" in done.stderr
    [line] = left_standing(done.stderr)
    assert "không thấy điều" in line
    assert line.startswith(str(file))
    assert brought(root, in_word(tmp_path / "luat.docx", WHOLE)).stderr == ""


def test_two_copies_differ_where_they_are_said_to(root: Path, tmp_path: Path) -> None:
    other = WHOLE.replace("ít nhất 03 ngày", "ít nhất 05 ngày").replace("thỏa thuận;", "thoả thuận;")
    done = brought(root, written(tmp_path / "a.txt", WHOLE), "--beside", str(written(tmp_path / "b.txt", other)))
    assert "Khác với b.txt ở: Điều 4 /" in done.stdout
    assert "lthu.d4.k2" in done.stdout
    assert "lthu.d4.k1" not in done.stdout


def test_what_gives_no_text_is_refused_with_what_to_do_and_nothing_is_written(root: Path, tmp_path: Path) -> None:
    picture = "<p style='page-break-before:always'><svg width='300' height='300'><rect width='300' height='300'/></svg>"
    scan = "<img style='width:10cm;height:10cm' src='data:image/png;base64,{}'>".format(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    locked = tmp_path / "khoa.docx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    under_password = tmp_path / "mat-khau.pdf"
    under_password.write_bytes(_ENCRYPTED)
    for file, words in (
        (under_password, "mật khẩu"),
        (in_pdf(tmp_path / "chup.pdf", "", scan), "ảnh chụp"),
        (in_pdf(tmp_path / "nua.pdf", WHOLE, f"{picture.split('<svg')[0]}{scan}"), "ảnh chụp"),
        (locked, "mật khẩu"),
        (broken, "hỏng"),
        (written(tmp_path / "cu.txt", in_tcvn3(WHOLE)), "TCVN3"),
        (written(tmp_path / "bai.txt", "Một đoạn văn không có số nào.\n"), "không thấy điều"),
        (written(tmp_path / "bang.xlsx", "x"), "không đọc được loại tệp"),
        (tmp_path / "khong-co.docx", "không có tệp"),
    ):
        done = brought(root, file)
        assert done.returncode == 2, (file.name, done.stdout)
        assert words in done.stderr, (file.name, done.stderr)
        assert "Traceback" not in done.stderr
        assert not (root / _PAGE).exists()


def test_numbers_that_word_makes_and_text_under_review_come_in(tmp_path: Path) -> None:
    document = docx.Document()
    for words in ("Khoản một.", "Khoản hai."):
        document.add_paragraph(words, style="List Number")
    paragraph = document.add_paragraph("Điều 2. Tên ")
    inserted = paragraph._p.makeelement(f"{{{_W}}}ins", {})
    gone = paragraph._p.makeelement(f"{{{_W}}}del", {})
    for mark, words in ((inserted, "thêm"), (gone, "bỏ")):
        run_ = paragraph.add_run(words)._r
        mark.append(run_)
        paragraph._p.append(mark)
    document.save(str(tmp_path / "a.docx"))
    lines = [line.text for line in word.read(tmp_path / "a.docx").lines]
    assert lines[2] == "Điều 2. Tên thêm"
    assert len(lines[:2]) == 2


_KEY = b"28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
_ENCRYPTED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
%%%%EOF""" % (_KEY, _KEY)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_an_old_encoding_is_told_from_words_of_another_language(tmp_path: Path) -> None:
    french = written(tmp_path / "fr.txt", "Déclaration des droits, où la liberté est énoncée à l'époque créée.\n" * 5)
    assert formats.read(french).lines
