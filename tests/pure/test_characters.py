"""Characters and encodings: what only looks right is found, and what is sure is mended by `tidy`."""

from pathlib import Path

import pytest

from hooks import decoding, files
from hooks.commands import tidy as command
from hooks.content.parse.characters import check, lost, tidy
from hooks.findings.finding import Code, Reason

_WORDS = "Cộng hòa xã hội chủ nghĩa Việt Nam, phường Lê Chân."


def reason(finding: object) -> str:
    detail = finding.details["reason"]  # type: ignore[attr-defined]
    assert isinstance(detail, Reason)
    return detail.name


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("a\uffffb", "ab", "unseen"),
        ("a\ufffeb", "ab", "unseen"),
        ("a\U0001ffffb", "ab", "unseen"),
        ("a\u202eb\u202c", "ab", "unseen"),
        ("a\u200eb", "ab", "unseen"),
        ("a\u2028b", "a\nb", "unseen"),
        ("a\U000e0041b", "ab", "unseen"),
        ("a\x01b", "ab", "control"),
        ("\x93a\x94", "“a”", "control"),
        ("a\x81b", "ab", "control"),
        ("\u00d0ảng, \u00f0ường", "Đảng, đường", "eth"),
        ("\u0189ảng, \u0256ường", "Đảng, đường", "eth"),
        ("\U0001d40d\U0001d420ày", "Ngày", "styled"),
        ("\ufb01le", "file", "styled"),
        ("\uff21\uff11", "A1", "styled"),
        ("ph\u0430n, \u0421ông", "phan, Công", "script"),
        ("t\u03bfàn", "toàn", "script"),
        ("h\u043e\u0300a", "hòa", "script"),
        ("Mục \u0410.", "Mục A.", "script"),
    ],
)
def test_what_only_looks_right_is_found_and_mended(wrong: str, right: str, kind: str) -> None:
    assert tidy(wrong) == right
    assert kind in {reason(finding) for finding in check("a.md", wrong)}
    assert tidy(right) == right
    assert list(check("a.md", right)) == []


@pytest.mark.parametrize("text", ["Москва, Сорос", "Ω, π, Δ", "😀 👨‍👩‍👧 ❤️", "½ m² №5", "＂a＂", _WORDS])
def test_words_of_other_scripts_and_pictures_stay(text: str) -> None:
    assert tidy(text) == text
    assert list(lost("a.md", text)) == []


@pytest.mark.parametrize(("letter", "code"), [("\ufffd", "U+FFFD"), ("\uf0b7", "U+F0B7"), ("\U000f0001", "U+F0001")])
def test_a_letter_that_is_lost_is_found_and_left_to_the_editor(letter: str, code: str) -> None:
    text = f"Một\nhai {letter} ba"
    assert tidy(text) == text
    (finding,) = lost("a.md", text)
    assert (finding.code, str(finding.place), finding.details["code"]) == (Code.TEXT_LOST, "a.md:2:5", code)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_WORDS.encode("utf-16"), "UTF-16"),
        (_WORDS.encode("utf-16-le"), "UTF-16"),
        (_WORDS.encode("utf-16-be"), "UTF-16"),
        (_WORDS.encode("utf-32"), "UTF-32"),
        ("Lê Chân, Hải Phòng".encode("cp1258", errors="ignore"), "Windows-1258"),
        ("phường".replace("ườ", "ưô").encode("cp1258"), "Windows-1258"),
        ("Coäng hoøa xaõ hoäi chuû nghóa".encode("latin-1"), "VNI"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("latin-1"), "TCVN3 (ABC)"),
        (bytes(range(0, 256, 7)) * 3, ""),
    ],
)
def test_an_old_encoding_is_called_by_its_name(data: bytes, encoding: str) -> None:
    assert decoding.guess(data) == encoding


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_tidy_turns_marked_files_into_utf8(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "docs/vi/a.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(f"{_WORDS}\r\n".encode(encoding))
    command.run(tmp_path)
    assert page.read_bytes() == f"{_WORDS}\n".encode()
    assert files.read(tmp_path).unreadable == ()


def test_tidy_leaves_a_file_whose_encoding_is_a_guess(tmp_path: Path) -> None:
    page = tmp_path / "docs/vi/a.md"
    page.parent.mkdir(parents=True)
    page.write_bytes("Lê Chân".encode("cp1258"))
    command.run(tmp_path)
    assert page.read_bytes() == "Lê Chân".encode("cp1258")
    (finding,) = files.read(tmp_path).unreadable
    assert reason(finding) == "encoding"


def test_tidy_composes_names_and_never_writes_over_another_file(tmp_path: Path) -> None:
    folder = tmp_path / "docs/vi"
    folder.mkdir(parents=True)
    (folder / "ke\u0302.md").write_text("một\n", "utf-8")
    (folder / "a\u0301.md").write_text("hai\n", "utf-8")
    (folder / "á.md").write_text("ba\n", "utf-8")
    command.run(tmp_path)
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        "kê.md": "một\n",
        "a\u0301.md": "hai\n",
        "á.md": "ba\n",
    }
