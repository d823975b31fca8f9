"""`python -m hooks new-site`: what stands beside the pages of another ward's handbook."""

import re
from pathlib import Path

import pytest

from ..helpers import projects
from ..helpers.command_line import run
from ..helpers.mounts import mounted


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


@pytest.mark.parametrize(
    ("folder", "name", "said"),
    [
        ("moi", "An Biên", "viết cả chữ phường, xã hay đặc khu"),
        ("moi", "phường {x}", "phường {x}"),
        (projects.ROOT / "docs" / "moi", "phường An Biên", "nằm trong sổ tay đang dùng"),
        ("tep.txt", "phường An Biên", "chọn một thư mục mới"),
    ],
)
def test_a_name_or_folder_that_cannot_be_is_refused_in_one_line_and_nothing_is_written(
    tmp_path: Path, folder: str | Path, name: str, said: str
) -> None:
    (tmp_path / "tep.txt").write_text("của người khác", "utf-8")
    done = run(projects.ROOT, "new-site", str(tmp_path / folder), "--name", name, "--name-en", "An Biên Ward")
    assert done.returncode == 2
    assert said in done.stderr
    assert re.fullmatch(r"[^\n]+ / [^\n]+\n", done.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["tep.txt"]
    assert not (projects.ROOT / "docs" / "moi").exists()


def test_a_full_disk_leaves_nothing_of_a_new_handbook(tmp_path: Path) -> None:
    with mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs", at=tmp_path / "moi"):
        names = ("--name", "phường An Biên", "--name-en", "An Biên Ward")
        done = run(projects.ROOT, "new-site", str(tmp_path / "moi"), *names)
        assert done.returncode == 2
        assert re.fullmatch(r"[^\n]+: ổ đĩa đã đầy[^\n]+\n", done.stderr)
        assert list((tmp_path / "moi").iterdir()) == []
