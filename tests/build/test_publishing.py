"""Real builds, published into folders of every kind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..helpers import built_site, small_project
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build
from ..helpers.mounts import mounted

pytestmark = pytest.mark.xdist_group("publishing")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose `site` is a link to a folder elsewhere, published once."""
    root = small_project.with_program(tmp_path_factory.mktemp("published") / "project")
    (root / "docs/.nojekyll").touch()
    (root.parent / "www").mkdir()
    (root / "site").symlink_to(root.parent / "www")
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", "-C", str(folder), *names, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_site_behind_a_link_is_the_same_as_one_in_a_plain_folder_and_its_publication_is_undone(project: Path) -> None:
    assert (project / "site").is_symlink()
    before = built_site.files(project.parent / "www")
    assert list(built_site.broken(project.parent / "www")) == []
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("site_name: Sổ tay Lê Chân", "site_name: Tên khác"), "utf-8")
    changed = build(project / "site", root=project)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    assert changed.returncode == 0, changed.stderr
    assert built_site.files(project.parent / "www") != before
    back = run(project, "undo")
    assert back.returncode == 0, back.stderr
    assert "đã đưa về bản đăng lúc" in back.stdout
    assert "Lời của các trang không khác" in back.stdout
    after = built_site.files(project.parent / "www")
    assert {path: after.get(path) for path in before} == before


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    running = [subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in running:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert list(built_site.broken(project / "site")) == []
    assert not list(project.glob(".cache/publishing/*/building-*"))


def test_gh_deploy_pushes_the_published_site(project: Path) -> None:
    git(project.parent, "init", "--quiet", "--bare", "remote.git")
    git(project, "init", "--quiet")
    git(project, "add", "mkdocs.yml")
    git(project, "commit", "--quiet", "--message", "Begin")
    git(project, "remote", "add", "origin", str(project.parent / "remote.git"))
    named = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = [sys.executable, "-m", "mkdocs", "gh-deploy", "--strict"]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **named}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    pushed = git(project.parent / "remote.git", "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", "gh-pages")
    assert set(pushed.splitlines()) == set(built_site.files(project / "site"))


def test_a_build_on_a_full_disk_ends_with_one_line_and_leaves_the_site_as_it_was(project: Path) -> None:
    before = built_site.files(project / "site")
    with mounted("-t", "tmpfs", "-o", "size=2m", "tmpfs", at=project / ".cache"):
        done = build(project / "site", root=project)
    assert done.returncode == 1
    assert "the disk is full" in done.stdout.splitlines()[-1]  # where MkDocs says why it ends
    assert "Traceback" not in done.stdout + done.stderr
    assert built_site.files(project / "site") == before
