"""Whatever is in the folder, a build ends with findings and leaves the site as it was."""

from pathlib import Path

import pytest

from ..helpers import small_project
from ..helpers.mkdocs_build import build
from ..helpers.wrong_files import WRONG


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.with_program(tmp_path / "project")


def test_all_wrong_input_at_once_ends_a_build_with_findings_only(project: Path) -> None:
    for number, (write, _) in enumerate(WRONG.values()):
        write(project / f"docs/vi/vi-du-{number}.md")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav:\n  - khong-co.md\n")
    (project / "docs/vi/lien-ket.md").symlink_to("index.md")
    (project / "docs/vi/hong.md").symlink_to("khong-co.md")
    (project / "docs/vi/vong").symlink_to("../vi")
    done = build(project / "site", root=project)
    assert done.returncode == 1
    assert "[nav-unused]" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for number in range(len(WRONG)):
        assert f"docs/vi/vi-du-{number}.md:" in done.stderr, list(WRONG)[number]
    for name in ("lien-ket.md", "hong.md", "vong"):
        assert f"docs/vi/{name}:1:1:" in done.stderr
    assert not (project / "site").exists()
