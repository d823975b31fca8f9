"""A law that is told in a digest and then brought in: its words come first, ours stay under them, and both agree."""

from pathlib import Path

import pytest

from hooks import analyse, files, settings
from hooks.screen.popups import popup

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.law_texts import WHOLE

_DIGEST = """---
title: Tóm lược Luật Thử
description: Kể lại Luật Thử.
kind: digest
of: lthu
compared: {against: luat.txt, on: 2026-11-01}
review_by: 2099-01-01
translation: pending
---

# Tóm lược Luật Thử

## Chấm dứt {#cham-dut}

### Báo trước {#d4-k2}

Nơi thử báo trước ít nhất 3 ngày làm việc.
"""
_PAGE = """---
title: Hỏi đáp thử
description: Hỏi về việc thử.
kind: qa
translation: pending
---

# Hỏi đáp thử

## Báo trước mấy ngày? {#q-thu-01 readers="doanh-nghiep"}

Báo trước ít nhất 3 ngày làm việc ([Luật Thử](cite:lthu.d4.k2)).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with a law that is told, proved against its file, and then brought in."""
    root = small_project.write(tmp_path / "project")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "luat.txt").write_text(WHOLE, "utf-8")
    law = root / "docs/vi/van-ban/lthu"
    assert run(root, "import", str(texts / "luat.txt"), "--id", "lthu", "--day", "2026-11-01").returncode == 0
    held = (law / "toan-van.md").read_text("utf-8")
    (law / "toan-van.md").unlink()
    (law / "tom-luoc.md").write_text(_DIGEST, "utf-8")
    (root / "docs/vi/hoi-dap-thu.md").write_text(_PAGE, "utf-8")
    (root / "docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md").unlink()
    (root / "docs/en/van-ban/bo-luat-lao-dong/tom-luoc.md").unlink()
    assert "1 trong 1 mục" in run(root, "verify", str(texts)).stdout
    (law / "toan-van.md").write_text(held, "utf-8")
    run(root, "lock")
    return root


def errors(root: Path) -> list[str]:
    return [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line and "lthu" in line]


def test_what_was_proved_against_the_file_is_proved_against_the_page(root: Path) -> None:
    assert errors(root) == []
    page = root / "docs/vi/van-ban/lthu/toan-van.md"
    page.write_text(page.read_text("utf-8").replace("ít nhất 03 ngày", "ít nhất 05 ngày"), "utf-8")
    run(root, "lock")
    assert [line.rpartition(" ")[2] for line in errors(root)] == ["[digest-unproved]"]
    done = run(root, "verify", str(root.parent / "texts"))
    assert "[digest-refuted]" in done.stdout
    assert "lthu.d4.k2" in done.stdout


def test_what_a_page_holds_is_proved_without_the_folder_of_official_texts(root: Path) -> None:
    done = run(root, "verify")
    assert (done.returncode, "1 trong 1 mục" in done.stdout) == (0, True), done.stderr
    (root / "docs/vi/van-ban/lthu/toan-van.md").unlink()
    assert "OFFICIAL_TEXTS" in run(root, "verify").stderr


def test_a_citation_leads_to_the_words_and_the_popup_has_ours_under_them(root: Path) -> None:
    book = analyse.analyse(files.read(root), settings.read(root))
    assert book.registry.page_of("lthu.d4.k2") == "van-ban/lthu/toan-van.md"
    shown = popup("lthu.d4.k2", book, "vi")
    assert shown.index("ít nhất 03 ngày làm việc") < shown.index("ít nhất 3 ngày làm việc")
