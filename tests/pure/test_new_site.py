"""`python -m hooks new-site`: what stands beside the pages of another ward's handbook."""

import re
from pathlib import Path

import pytest

from ..helpers import projects
from ..helpers.command_line import run


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new-site") / "site"
    done = run(projects.ROOT, "new-site", str(folder), "--name", "phường An Biên", "--name-en", "An Biên Ward")
    assert done.returncode == 0, done.stdout
    return folder


def test_nothing_outside_the_program_names_the_ward_that_it_came_from(site: Path) -> None:
    own = [path for path in site.rglob("*") if path.is_file() and path.relative_to(site).parts[0] != "hooks"]
    text = [path for path in own if path.suffix in ("", ".md", ".yml", ".toml", ".txt", ".in", ".lock", ".html", ".j2")]
    assert {"LICENSE", "README.md", "Makefile"} <= {path.name for path in text}
    assert [path for path in text if re.search("Lê Chân|Le Chan", path.read_text("utf-8"))] == []


def test_the_readme_names_the_ward_and_only_commands_that_are_there(site: Path) -> None:
    readme = (site / "README.md").read_text("utf-8")
    assert "phường An Biên" in readme
    assert "An Biên Ward" in readme
    targets = re.findall(r"^([a-z-]+):(?!=)", (site / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`make ([a-z-]+)`", readme)
    assert named
    assert set(named) <= set(targets)
    assert "$" not in readme
