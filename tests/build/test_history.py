"""A site whose history lags is not published."""

from pathlib import Path

from ..helpers import small_project
from ..helpers.mkdocs_build import build

_PAGE = "docs/vi/danh-cho/doanh-nghiep.md"


def test_a_site_whose_history_lags_is_not_published(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    page = root / _PAGE
    page.write_text(page.read_text("utf-8") + "\nMột câu mới.\n", "utf-8")
    done = build(tmp_path / "site", root=root, HANDBOOK_HISTORY="error")
    assert done.returncode == 1
    assert "[history-lags]" in done.stderr
