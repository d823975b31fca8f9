"""A text typed in a typeface from before Unicode is found on pages and in files, however little of it is."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from hooks import decoding, old_encodings
from hooks.content.parse.characters import unfit
from hooks.findings.finding import Code, Reason

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.law_texts import WHOLE
from ..helpers.old_encodings import LETTERS, in_tcvn3, in_vni, windows_1258

_SENTENCE = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, người lao động được trả đủ tiền lương"
_FOREIGN = (
    "Müller größer Straße über Fußgänger, schöne Grüße aus Köln, Bücher für Mädchen und Söhne",
    "Señor Muñoz vivía en la mañana con niños pequeños en España y aún así cantó allá",
    "où est l'été, la liberté énoncée à l'époque créée, naïve Noël, côte, forêt, août, dès là",
    "São Paulo, João, ações, não, avó, maçã, três, você, água, coração, órgão",
    "5 µm, 3 ½, § 4, 10 °C, ± 2, N·m, 5 m², «một», ® và ©",
)


def law(typeface: str, words_in_it: str) -> Document:
    """A law in Unicode, a paragraph of which goes on in words of another typeface."""
    document = docx.Document()
    for words in WHOLE.split("\n\n"):
        document.add_paragraph(words)
    document.paragraphs[2].add_run(words_in_it).font.name = typeface
    return document


def refused(tmp_path: Path, file: Path) -> str:
    """What is said of a file that is refused; everything else in the project is as it was."""
    root = small_project.write(tmp_path / "project")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = run(root, "import", str(file), "--id", "lthu", "--day", "2026-11-28")
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return done.stderr


def test_what_converters_read_as_vietnamese_is_read_the_same() -> None:
    for name, write in (("VNI", in_vni), ("TCVN3 (ABC)", in_tcvn3)):
        for letter in LETTERS:
            assert old_encodings._read(write(f"t{letter}n"), name) == f"t{letter}n"
            if name == "VNI":
                assert old_encodings._read(write(f"T{letter.upper()}N"), name) == f"t{letter}n"
    assert in_vni("Chính phủ ban hành Nghị định về thuế") == "Chính phuû ban haønh Nghò ñònh veà thueá"
    written = "an toaøn saün coù cuûa heä thoáng ñieàu haønh maùy tính"
    assert in_vni("an toàn sẵn có của hệ thống điều hành máy tính") == written
    assert in_tcvn3("Quyết định của Bộ trưởng") == "QuyÕt ®Þnh cña Bé tr\u00adëng"


@pytest.mark.parametrize("write", [in_vni, in_tcvn3])
def test_a_whole_text_in_an_old_encoding_is_refused_from_every_kind_of_file(
    tmp_path: Path, write: Callable[[str], str]
) -> None:
    old = write(WHOLE)
    document = docx.Document()
    for words in old.split("\n\n"):
        document.add_paragraph(words)
    document.save(str(tmp_path / "a.docx"))
    page = f"<html><head><meta charset={{}}></head><body><p>{old.replace(chr(10) * 2, '</p><p>')}</p></body></html>"
    (tmp_path / "b.html").write_text(page.format("utf-8"), "utf-8")
    (tmp_path / "c.html").write_text(page.format("windows-1252"), "cp1252")
    (tmp_path / "d.html").write_text(page.format("x-user-defined"), "cp1252")
    (tmp_path / "e.txt").write_text(old, "utf-8")
    (tmp_path / "f.txt").write_text(old, "cp1252")
    for file in sorted(tmp_path.glob("?.*")):
        said = refused(tmp_path / file.stem, file)
        assert ("VNI" if write is in_vni else "TCVN3") in said, (file.name, said)
        assert "UniKey" in said, (file.name, said)


def test_one_word_in_an_old_typeface_amid_unicode_is_found_and_shown(tmp_path: Path) -> None:
    for typeface, words, shown in (
        ("VNI-Times", in_vni("Số 12"), "Soá"),
        (".VnTime", in_tcvn3("Việt"), "ViÖt"),
        (".VnTimeH", in_tcvn3("hội"), "héi"),
    ):
        file = tmp_path / "a.docx"
        law(typeface, words).save(str(file))
        said = refused(tmp_path / typeface, file)
        assert typeface in said
        assert shown in said


def test_a_typeface_that_a_style_names_counts_for_every_run_that_names_none(tmp_path: Path) -> None:
    document = law("Times New Roman", "")
    document.styles["Normal"].font.name = "VNI-Times"
    document.add_paragraph().add_run(in_vni("Điều này")).font.name = "Times New Roman"
    document.save(str(tmp_path / "unicode.docx"))
    root = small_project.write(tmp_path / "project")
    assert run(root, "import", str(tmp_path / "unicode.docx"), "--id", "lthu").returncode == 0
    document.add_paragraph(in_vni("Hết."))
    document.save(str(tmp_path / "mixed.docx"))
    assert "VNI (VNI-Times)" in refused(tmp_path / "second", tmp_path / "mixed.docx")


def test_a_text_with_both_old_encodings_and_unicode_names_the_first_typeface(tmp_path: Path) -> None:
    document = law(".VnTime", in_tcvn3(_SENTENCE))
    document.add_paragraph().add_run(in_vni(_SENTENCE)).font.name = "VNI-Times"
    document.save(str(tmp_path / "a.docx"))
    said = refused(tmp_path, tmp_path / "a.docx")
    assert "TCVN3 (ABC) (.VnTime)" in said
    assert "Céng hßa x· héi" in said


def test_a_passage_without_a_typeface_is_found_by_its_words(tmp_path: Path) -> None:
    for at, write in enumerate((in_vni, in_tcvn3)):
        file = tmp_path / f"{at}.txt"
        file.write_text(f"{WHOLE}\n\n{write(_SENTENCE)}\n", "utf-8")
        assert write("xã hội chủ nghĩa") in refused(tmp_path / str(at), file)


@pytest.mark.parametrize("words", _FOREIGN)
def test_foreign_words_and_signs_of_units_are_no_old_encoding(words: str) -> None:
    assert old_encodings.in_text(f"{words}\n{WHOLE}") is None
    assert old_encodings.in_text(words) is None
    assert old_encodings.in_typefaces({"Times New Roman": words}) is None


def test_unicode_typed_in_an_old_typeface_is_unicode() -> None:
    assert old_encodings.in_typefaces({"VNI-Times": WHOLE, ".VnTime": WHOLE}) is None


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("Phường Lê Chân.\nCoäng hoøa xaõ hoäi chuû nghóa", "VNI", 2),
        ("Phường Lê Chân.\n\nCéng hoµ x· héi chñ nghÜa ViÖt Nam", "TCVN3 (ABC)", 3),
        (f"Phường Lê Chân.\n\n- {in_vni('Lương')}\n- {in_vni('thưởng, tiền ăn ca')}\n", "VNI", 3),
    ],
)
def test_a_page_with_a_passage_in_an_old_encoding_is_a_finding_at_its_first_line(
    text: str, name: str, line: int
) -> None:
    (finding,) = unfit("a.md", text)
    assert (finding.code, str(finding.place)) == (Code.PAGE_UNREADABLE, f"a.md:{line}:1")
    assert finding.details["reason"] == Reason("typeface", {"encoding": name})


@pytest.mark.parametrize(
    "words",
    ["Noël, naïve, Citroën", "hoà, quà, khoẻ, huỷ, quế, toán, loè, xoá, thuý, quỹ", "± 5 µm · 3 °C", WHOLE, *_FOREIGN],
)
def test_a_page_in_unicode_is_fit_whatever_foreign_words_it_has(words: str) -> None:
    assert list(unfit("a.md", words)) == []


@pytest.mark.parametrize(
    ("name", "write", "codec"),
    [("VNI", in_vni, "cp1252"), ("TCVN3 (ABC)", in_tcvn3, "cp1252"), ("Windows-1258", windows_1258, "cp1258")],
)
def test_bytes_are_called_by_the_encoding_that_gives_most_vietnamese_words(
    name: str, write: Callable[[str], str], codec: str
) -> None:
    for text in (WHOLE, _SENTENCE, "Xã lạ hạ mã tạ gạ đã, ở đó có nhà"):
        assert decoding.guess(write(text).encode(codec)) == name
