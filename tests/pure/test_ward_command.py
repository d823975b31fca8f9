"""`python -m hooks ward`: what only the ward knows is filled in at one place, and counted until it is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hooks.conventions import WARD

from ..helpers import projects, small_project
from ..helpers.command_line import run, run_on_a_terminal
from ..helpers.mounts import mounted

_DISPATCH = "docs/vi/van-ban/cong-van.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project.write(tmp_path / "project")
    shutil.copy(projects.ROOT / WARD, root / WARD)
    return root


def test_a_detail_goes_to_its_line_and_every_comment_stays(project: Path) -> None:
    before = (project / WARD).read_text("utf-8")
    done = run(
        project, "ward", "dien-thoai=0225 3 700 700", 'gio-lam-viec=Thứ Hai đến "thứ Sáu"', "en.gio-lam-viec=Mon–Fri"
    )
    assert done.returncode == 0
    after = (project / WARD).read_text("utf-8")
    comments = [line for line in before.splitlines() if line.startswith("#")]
    assert [line for line in after.splitlines() if line.startswith("#")] == comments
    assert 'dien-thoai = "0225 3 700 700"' in after
    assert after.index('gio-lam-viec = "Thứ Hai đến \\"thứ Sáu\\""') < after.index('gio-lam-viec = "Mon–Fri"')
    assert "Điều phường chưa điền: 5." in done.stdout
    assert run(project, "check").returncode == 0


def test_the_number_and_the_day_of_the_dispatch_are_filled_in_on_its_page(project: Path) -> None:
    done = run(project, "ward", "so-cong-van=123", "ngay-cong-van=2026-11-30")
    assert done.returncode == 0
    page = (project / _DISPATCH).read_text("utf-8")
    assert "\n  symbol: 123/UBND-VHXH\n  date: 2026-11-30\n" in page
    assert run(project, "check").returncode == 0
    assert "không còn văn bản nào" in run(project, "ward", "so-cong-van=124").stderr


def test_lines_that_a_hand_slipped_on_are_put_right_with_what_is_filled_in(project: Path) -> None:
    path = project / WARD
    before = re.sub("^dien-thoai = .*", "dien-thoai = 0225 3700700", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(before, "utf-8")
    assert run(project, "ward", "ten=Ủy ban nhân dân phường").returncode == 0
    after = path.read_text("utf-8")
    assert '\ndien-thoai = "0225 3700700"\n' in after
    assert '\nten = "Ủy ban nhân dân phường"\n' in after
    unclear = after.replace('dien-thoai = "0225 3700700"', 'dien-thoai = "0225" hoặc "0226"')
    path.write_text(unclear, "utf-8")
    assert run(project, "ward", "ten=Phường").returncode == 2
    assert path.read_text("utf-8") == unclear


def test_a_day_may_be_given_as_people_write_it(project: Path) -> None:
    assert run(project, "ward", "ngay-duyet=30/11/2026", "ngay-cong-van=ngày 1 tháng 12 năm 2026").returncode == 0
    assert 'ngay-duyet = "2026-11-30"' in (project / WARD).read_text("utf-8")
    assert "\n  date: 2026-12-01\n" in (project / _DISPATCH).read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("dien-thoai=gọi văn phòng", "cần số điện thoại"),
        ("cong-thong-tin=lechan.vn", "cần một địa chỉ https://"),
        ("ngay-duyet=31/2/2026", "cần một ngày"),
        ("so-cong-van=số 12", "chỉ là con số"),
        ("ngay-cong-van=tháng 11", "cần một ngày"),
        ("dienthoai=0225", "gần nhất: dien-thoai"),
        ("dien-thoai", "viết dien-thoai=GIÁ TRỊ"),
    ],
)
def test_a_detail_that_cannot_be_is_refused_and_nothing_is_written(project: Path, given: str, said: str) -> None:
    before = (project / WARD).read_bytes(), (project / _DISPATCH).read_bytes()
    done = run(project, "ward", "ten=Ủy ban nhân dân", given)
    assert done.returncode == 2
    assert said in done.stderr
    assert " / " in done.stderr, "in both languages"
    assert done.stderr.count("\n") == 1
    assert ((project / WARD).read_bytes(), (project / _DISPATCH).read_bytes()) == before


def test_where_one_of_its_files_cannot_be_written_none_is(project: Path) -> None:
    folder = (project / _DISPATCH).parent
    before = (project / WARD).read_bytes()
    with mounted("--bind", str(folder), at=folder):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        done = run(project, "ward", "ten=Ủy ban nhân dân", "so-cong-van=12")
        assert done.returncode == 2
        assert re.fullmatch(r"\S+/cong-van\.md: ổ đĩa này chỉ cho đọc[^\n]+read-only\n", done.stderr)
        assert (project / WARD).read_bytes() == before
    assert [path.name for path in (project / WARD).parent.iterdir() if path.name.startswith(".")] == []


def test_on_a_terminal_it_asks_for_each_and_again_where_one_is_wrong(project: Path) -> None:
    done = run_on_a_terminal(project, "ward", "\n\ngọi tôi\n0225 3700700\n\n\n\n\n\n\n")
    assert done.returncode == 0
    assert "cần số điện thoại" in done.stdout
    assert 'dien-thoai = "0225 3700700"' in (project / WARD).read_text("utf-8")
    assert 'ten = ""' in (project / WARD).read_text("utf-8")
