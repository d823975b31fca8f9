"""What the preview keeps from one build to the next never shows: every page is as in a preview that has just begun."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from ..helpers import projects, small_project

_FRONT = "---\ntitle: {}\ndescription: Trang mới.\nkind: overview\ntranslation: pending\n---\n\n# {}\n\n"
_EDITS = (
    # words, a title that others show, a finding on another page, and its end
    ("docs/vi/index.md", "Chào.", "Chào các bạn: [](cite:cv.II.1.1), [](cite:blld.d90.k1)."),
    ("docs/vi/danh-cho/doanh-nghiep.md", "title: Doanh nghiệp", "title: Doanh nghiệp trong phường"),
    ("docs/vi/hoi-dap-chung.md", "\n> [](cite:cv.kinh-gui)", "\n> [](cite:cv.khong-co)"),
    ("docs/vi/hoi-dap-chung.md", "\n> [](cite:cv.khong-co)", "\n> [](cite:cv.kinh-gui)"),
    # what pages rest on: the text of a document, an entry of a digest
    ("docs/vi/van-ban/cong-van.md", "Đẩy mạnh tuyên truyền về vị trí", "Luôn tuyên truyền về vị trí"),
    ("docs/vi/van-ban/cong-van.md", "Luôn tuyên truyền về vị trí", "Đẩy mạnh tuyên truyền về vị trí"),
    ("docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md", "Tiền lương là số tiền", "Lương là số tiền"),
    # templates: of what stands on pages, and of what stands around them; a setting
    ("overrides/theme/partials/turn.html", "lc-turn__word", "lc-turn__word lc-turn__way"),
    ("mkdocs.yml", "name: English", "name: In English"),
    ("overrides/fragments/popup.html.j2", "lc-popup__where", "lc-popup__where lc-popup__place"),
    # a page that comes, is linked, and goes
    ("docs/vi/moi.md", "", _FRONT.format("Mới", "Mới") + "Xem [trang đầu](index.md).\n"),
    ("docs/vi/index.md", "Chào các bạn: ", "Chào các bạn, xem [trang mới](moi.md): "),
    ("docs/vi/moi.md", "", None),
)


def test_after_each_edit_all_pages_are_as_in_a_preview_that_has_just_begun(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    projects.copy_program(root)
    script = Path(__file__).parents[1] / "helpers" / "preview_builds.py"
    command = [sys.executable, str(script), str(tmp_path / "sites"), json.dumps(_EDITS)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    seen = []
    for number in range(len(_EDITS)):
        kept, anew = (_pages(tmp_path / "sites" / str(number) / name) for name in ("kept", "anew"))
        assert kept == anew, (_EDITS[number], [path for path in kept | anew if kept.get(path) != anew.get(path)])
        seen.append(kept)
    assert all(before != after for before, after in pairwise(seen))


def _pages(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
