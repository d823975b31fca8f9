"""`python -m hooks rate`: a decree brings a new value, and every place that it touches is named."""

from datetime import date
from pathlib import Path

import pytest

from hooks.content import rates
from hooks.conventions import RATES

from ..helpers import small_project
from ..helpers.command_line import run

_RATE = """[[rate]]
name = "lam-them"
vi = "Tiền làm thêm ngày thường"
en = "Overtime on a working day"
value = 150
unit = "%"
from = 2021-01-01
entry = "blld.d98.k1"

[[rate]]
name = "lam-them-le"
vi = "Tiền làm thêm ngày lễ"
en = "Overtime on a holiday"
value = 300
unit = "%"
from = 2021-01-01
entry = "blld.d98.k1"
"""
_PAGE = """
Làm thêm được [150%](rate:lam-them).

| Ngày | Mức |
|---|---|
| thường | 150% ([](cite:blld.d98.k1)) |
"""
_NEW = ("rate", "lam-them", "160%", "--from", "2027-01-01")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project.write(tmp_path / "project")
    (root / RATES).write_text(_RATE, "utf-8")
    for language in ("vi", "en"):
        page = root / f"docs/{language}/index.md"
        page.write_text(page.read_text("utf-8") + _PAGE, "utf-8")
    return root


def test_every_sentence_row_digest_translation_and_sheet_that_shows_it_is_named_with_what_to_do(project: Path) -> None:
    done = run(project, *_NEW)
    assert done.returncode == 0
    places = {line.partition(": “")[0]: line for line in done.stdout.splitlines() if ": “150%”: " in line}
    lines = (project / "docs/vi/index.md").read_text("utf-8").splitlines()
    link, row = (next(n for n, line in enumerate(lines, 1) if words in line) for words in ("rate:", "| thường"))
    for language in ("vi", "en"):
        assert "từ ngày 01/01/2027 sửa thành 160" in places[f"docs/{language}/index.md:{link}"]
        assert "hàng của bảng" in places[f"docs/{language}/index.md:{row}"]
        digest = [
            line for path, line in places.items() if path.startswith(f"docs/{language}/van-ban/bo-luat-lao-dong/")
        ]
        assert digest
        assert all("giữ nguyên" in line for line in digest)
    assert "  pdf/index.pdf\n" in done.stdout
    assert "  pdf/van-ban/bo-luat-lao-dong/tom-luoc.pdf\n" not in done.stdout
    assert "--reviewed docs/en/index.md\n" in done.stdout
    assert (project / RATES).read_text("utf-8") == _RATE


def test_it_says_so_in_english_where_that_is_wanted(project: Path) -> None:
    said = run(project, *_NEW, "--lang", "en").stdout
    assert "Overtime on a working day: 150 becomes 160 %, from 01/01/2027\n" in said
    assert "What to do, in this order:" in said
    assert "/01/01" not in said
    assert "sửa" not in said


def test_it_writes_the_new_value_below_the_old_one_when_told(project: Path) -> None:
    done = run(project, "rate", "lam-them", "300%", "--from", "2027-01-01", "--entry", "blld.d98.k1", "--write")
    assert done.returncode == 0
    table = rates.read((project / RATES).read_text("utf-8"))
    assert table.findings == ()
    assert [(one.value, one.since) for one in table.rows["lam-them"]] == [
        ("150", date(2021, 1, 1)),
        ("300", date(2027, 1, 1)),
    ]
    assert [one.name for rows in table.rows.values() for one in rows] == ["lam-them", "lam-them", "lam-them-le"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rate", "lam-thêm", "160%", "--from", "2027-01-01"), "gần nhất là lam-them"),
        (("rate", "lam-them", "nhiều", "--from", "2027-01-01"), "cần đúng một con số, như 150"),
        (("rate", "lam-them", "5,5,5", "--from", "2027-01-01"), "cần đúng một con số"),
        (("rate", "lam-them", "160 170", "--from", "2027-01-01"), "cần đúng một con số"),
        (("rate", "lam-them", "2027-01-01", "--from", "2027-01-01"), "cần đúng một con số"),
        (("rate", "lam-them", "0", "--from", "2027-01-01"), "cần đúng một con số"),
        (("rate", "lam-them", "160%", "--from", "2020-01-01"), "áp dụng từ 2021-01-01"),
        ((*_NEW, "--write"), "còn thiếu --entry"),
        ((*_NEW, "--write", "--entry", "x"), "không có mục tóm lược nào mã này"),
        ((*_NEW, "--entry", "blld.d98.k11", "--write"), "gần nhất là blld.d98.k1"),
        ((*_NEW, "--entry", "blld.d98.k1", "--write"), "mục ấy không có con số này"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_one_line_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(project, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert " / " in done.stderr, "in both languages"
    assert done.stderr.count("\n") == 1
    assert (project / RATES).read_text("utf-8") == _RATE
