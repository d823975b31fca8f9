"""A newer version of a text: what moves and what that touches is shown, and old ids still lead somewhere."""

import re
from pathlib import Path

import pytest

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.law_texts import WHOLE

_LAW = "docs/vi/van-ban/lthu/toan-van.md"
_DISPATCH = "docs/vi/van-ban/cong-van.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with a law that was brought in."""
    root = small_project.write(tmp_path / "project")
    file = tmp_path / "luat.txt"
    file.write_text(WHOLE, "utf-8")
    assert run(root, "import", str(file), "--id", "lthu").returncode == 0
    assert run(root, "lock").returncode == 0
    return root


def findings(root: Path) -> list[str]:
    return [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]


def newer(root: Path, text: str) -> Path:
    file = root.parent / "moi.txt"
    file.write_text(text, "utf-8")
    return file


def test_an_amended_law_shows_what_changed_and_writes_nothing_until_it_is_told_to(root: Path) -> None:
    before = (root / _LAW).read_bytes()
    file = newer(
        root, WHOLE.replace("ít nhất 03 ngày", "ít nhất 05 ngày").replace("b) Hai bên thỏa thuận;\n\nc)", "b)")
    )
    done = run(root, "replace", str(file), "--id", "lthu")
    assert "đổi lời: lthu.d4.k2" in done.stdout
    assert "chuyển: lthu.d4.k1.c nay là lthu.d4.k1.b" in done.stdout
    assert (root / _LAW).read_bytes() == before
    assert run(root, "replace", str(file), "--id", "lthu", "--write").returncode == 0
    assert "ít nhất 05 ngày" in (root / _LAW).read_text("utf-8")
    assert 'copied_from: "moi.txt"' in (root / _LAW).read_text("utf-8")
    assert findings(root) == []
    assert "lthu.d4.k1.c  ->  lthu.d4.k1.b" in (root / "docs/provisions.lock").read_text("utf-8")


def test_a_vanished_clause_leads_to_its_article(root: Path) -> None:
    file = newer(root, WHOLE.replace("\n\n2. Việc thử dưới 01 tháng được giao kết bằng lời nói.", ""))
    run(root, "replace", str(file), "--id", "lthu", "--write")
    assert "lthu.d3.k2  ->  lthu.d3" in (root / "docs/provisions.lock").read_text("utf-8")
    assert findings(root) == []


def test_one_more_dash_in_the_dispatch_moves_the_citations_behind_it(root: Path) -> None:
    page = root / "docs/vi/xem.md"
    front = "---\ntitle: Xem\ndescription: Xem.\nkind: reference\ntranslation: pending\n---\n\n# Xem\n\n"
    page.write_text(f"{front}Xem [](cite:cv.III.2) và [](cite:cv.II.1).\n", "utf-8")
    text = (root / _DISPATCH).read_text("utf-8").partition("\n---\n")[2]
    words = "\n".join(line for line in text.split("\n") if not line.startswith("{:"))
    words = words.replace(
        "- Đăng tải trên", "- Phát trên loa của mỗi tổ dân phố, hai buổi một ngày;\n\n- Đăng tải trên", 1
    )
    words = words.replace("Tạo sự thống nhất", "Tạo được sự thống nhất").replace("#", "")
    done = run(root, "replace", str(newer(root, words)), "--id", "cv")
    assert "make ward" in done.stdout  # its number and day are blank in the record
    assert "thêm: cv.III.2" in done.stdout
    assert "chuyển: cv.III.2 nay là cv.III.3" in done.stdout
    assert "docs/vi/xem.md:10:5: dẫn cv.III.2, nay là cv.III.3" in done.stdout
    assert "mã cv.III.2 nay là câu khác" in done.stdout  # somebody holds a sheet that cites it
    last = re.findall(r"chuyển: (\S+) nay là", done.stdout)[-1]
    assert len(re.findall("nay là câu khác", done.stdout)) == len(re.findall("chuyển: ", done.stdout))
    assert f"mã {last} nay là câu khác" in done.stdout
    assert "chuyển: cv.II." not in done.stdout
    assert "bỏ: " not in done.stdout
    run(root, "replace", str(newer(root, words)), "--id", "cv", "--write")
    assert "cite:cv.III.3" in page.read_text("utf-8")
    assert "{: provision=de-nghi }" in (root / _DISPATCH).read_text("utf-8")


def test_a_text_that_is_not_held_cannot_be_replaced(root: Path) -> None:
    done = run(root, "replace", str(newer(root, WHOLE)), "--id", "blld")
    assert done.returncode == 2
    assert "import" in done.stderr
