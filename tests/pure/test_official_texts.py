"""Official texts of every format become provisions, whatever their copies carry along."""

from pathlib import Path

import docx
import pypdfium2
import pytest
import weasyprint

from hooks.documents.official import readers, structure
from hooks.documents.official.official_text import OfficialText, held

from ..helpers import market_law, projects
from ..helpers.law_texts import FRONT

LINES = readers.read(market_law.TEXTS / market_law.LAW)


@pytest.fixture(scope="module")
def law() -> OfficialText:
    return structure.parse(LINES)


def as_word(path: Path) -> None:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(path))


def as_pdf(path: Path) -> None:
    style = (
        "@page{size:A4;margin:2cm;@top-center{content:'CÔNG BÁO/Số 1/Ngày 1-1-2030 ' counter(page)}}p{margin:0 0 6pt}"
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    weasyprint.HTML(string=f"<style>{style}</style>{paragraphs}").write_pdf(path)


def test_provisions_are_found_by_their_numbers(law: OfficialText) -> None:
    assert {"c1", "c2", "d2.k2", "d3.k1.a", "d3.k1.đ", "d4.k3", "d7"} <= set(law.passages)
    assert law.skipped == ()


def test_a_point_has_the_words_of_its_clause_and_article_as_lead_in(law: OfficialText) -> None:
    assert law.words("d3.k1.b") == "b) Ít nhất 30 ngày, đối với chỗ ngồi có thời hạn từ 12 tháng đến 36 tháng;"
    assert "báo trước cho ban quản lý" in law.lead_in("d3.k1.b")
    assert law.lead_in("d3.k1.b").startswith("Điều 3.")


def test_quoted_articles_belong_to_the_clause_that_quotes_them(law: OfficialText) -> None:
    assert "Trẻ em dưới 05 tuổi" in law.words("d6.k1")
    assert "d9" not in law.passages
    assert law.words("d6.k2") == "2. Bãi bỏ Điều 12 của Luật Bến đò."


def test_head_and_footnotes_belong_to_no_provision(law: OfficialText) -> None:
    everything = " ".join(law.words(pin) for pin in law.passages)
    assert "người viết phần mềm" not in everything
    assert "2031" not in everything
    assert "[1]" not in everything


def test_a_table_of_contents_does_not_hide_the_articles() -> None:
    titles = [line for line in LINES if line.startswith("Điều")]
    read, wanted = structure.parse([*titles, *LINES]), structure.parse(LINES)
    assert {pin: read.words(pin) for pin in read.passages if pin[0] == "d"} == {
        pin: wanted.words(pin) for pin in wanted.passages if pin[0] == "d"
    }


def test_an_article_that_an_extract_lacks_is_said_to_be_skipped() -> None:
    gone = [at for at, line in enumerate(LINES) if line.startswith(("Điều 4.", "Điều 5."))]
    extract = structure.parse(LINES[: gone[0]] + LINES[gone[1] :])
    assert "d4" not in extract.passages
    assert "d5.k2" in extract.passages
    assert extract.skipped == ("d5",)


def test_a_number_that_begins_a_wrapped_line_is_no_clause() -> None:
    lines = ["Điều 1. Tên", "1. Số tiền là", "2025. đồng", "Điều 9 của Luật này.", "2. Khoản hai."]
    assert list(structure.parse(lines).passages) == ["d1", "d1.k1", "d1.k2"]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_word_and_pdf_give_the_same_provisions_as_text(kind: str, tmp_path: Path, law: OfficialText) -> None:
    path = tmp_path / f"luat.{kind}"
    {"docx": as_word, "pdf": as_pdf}[kind](path)
    read = structure.parse(readers.read(path))
    assert list(read.passages) == list(law.passages)
    for pin in law.passages:
        assert "".join(read.words(pin).split()) == "".join(law.words(pin).split())


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0 encrypted")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "c.txt").write_bytes("Điều".encode("cp1258", "replace") + b"\xff\xfe\xfa")
    (tmp_path / "d.doc").write_bytes(b"old")
    (tmp_path / "e.txt").write_text("\n\n", "utf-8")
    scan = pypdfium2.PdfDocument.new()
    scan.new_page(595, 842)
    scan.save(str(tmp_path / "f.pdf"))
    wanted = {
        "a.docx": "official-locked",
        "b.pdf": "official-broken",
        "c.txt": "bytes",
        "d.doc": "official-format",
        "e.txt": "empty",
        "f.pdf": "official-scan",
        "g.txt": "official-missing",
    }
    for name, reason in wanted.items():
        with pytest.raises(readers.UnreadableError) as caught:
            readers.read(tmp_path / name)
        assert caught.value.reason.name == reason, name


def test_what_stands_below_the_last_article_is_no_part_of_it() -> None:
    lines = [
        "Điều 1. Thử",
        "1. Một.",
        "2. Hai.",
        "XÁC THỰC VĂN BẢN HỢP NHẤT",
        "Nguyễn Văn Thử",
        "----- CHÚ THÍCH -----",
    ]
    assert structure.parse(lines).words("d1.k2") == "2. Hai."


def test_a_table_says_the_same_in_a_file_and_on_a_page() -> None:
    table = "| Tiền | = | Giờ |\n| --- | --- | --- |\n| Công | = | Ngày |\n"
    page = FRONT.format(id="lt", name="Luật Thử") + f"### Điều 1. Thử\n\n1. Tính như sau:\n\n{table}\n2. Hai.\n"
    document = projects.analysed({"docs/vi/van-ban/lt.md": page}).registry.documents["lt"]
    assert document.original
    in_file = structure.parse(["Điều 1. Thử", "1. Tính như sau:", "Tiền | = | Giờ", "Công | = | Ngày", "2. Hai."])
    assert held("lt", document.original).mark("d1.k1") == in_file.mark("d1.k1")
