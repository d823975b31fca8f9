"""Whatever stops a build, the last good site is there, whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks.publishing.folder import STAGING

from ..helpers import built_site, small_project
from ..helpers.mkdocs_build import build

_EVENTS = (
    "on_pre_build",
    "on_files",
    "on_nav",
    "on_page_markdown",
    "on_page_content",
    "on_env",
    "on_page_context",
    "on_post_page",
    "on_post_build",
)
_SABOTAGE = """
from mkdocs.plugins import event_priority

@event_priority({priority})
def {event}(*given, **known):
    config = known.get("config") or given[0]
    if config.plugins["i18n"].current_language == "{language}":
        raise RuntimeError("stopped on purpose")
"""


pytestmark = pytest.mark.xdist_group("interruption")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a published site."""
    root = small_project.with_program(tmp_path_factory.mktemp("interrupted") / "project")
    assert build(root / "site", root=root).returncode == 0
    return root


_FEW = {("on_page_markdown", "en"), ("on_post_build", "vi")}
_CUTS = [
    pytest.param(event, language, marks=() if (event, language) in _FEW else pytest.mark.every)
    for event in _EVENTS
    for language in ("vi", "en")
]


@pytest.mark.parametrize(("event", "language"), _CUTS)
def test_a_build_that_fails_at_any_event_leaves_the_site_as_it_was(project: Path, event: str, language: str) -> None:
    before = built_site.files(project / "site")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    priority = 0 if event == "on_post_build" else -150  # static-i18n builds English at -100
    (project / "sabotage.py").write_text(_SABOTAGE.format(event=event, language=language, priority=priority), "utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("hooks/entry.py", "hooks/entry.py\n  - sabotage.py"), "utf-8")
    try:
        done = build(project / "site", root=project)
    finally:
        (project / "mkdocs.yml").write_text(settings, "utf-8")
        (project / "sabotage.py").unlink()
    assert done.returncode != 0
    assert "stopped on purpose" in done.stderr
    assert built_site.files(project / "site") == before
    assert not list(project.glob(".cache/publishing/*/building-*"))


def served(site: Path) -> dict[str, bytes]:
    """Return every file that a server shows, with its content."""
    return {path: content for path, content in built_site.files(site).items() if not path.startswith(STAGING)}


def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    project: Path, chance: random.Random, amount: Callable[[int, int], int]
) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    good = [built_site.files(project / "site")]
    other = settings.replace("site_name: Lê Chân Handbook", "site_name: Handbook of Lê Chân")
    (project / "mkdocs.yml").write_text(other, "utf-8")
    assert build(project / "other", root=project).returncode == 0
    good.append(built_site.files(project / "other"))
    assert good[0] != good[1]
    began = time.monotonic()
    assert build(project / "site", root=project).returncode == 0
    whole = time.monotonic() - began
    for turn in range(amount(3, 12)):
        (project / "mkdocs.yml").write_text(other if turn % 2 else settings, "utf-8")
        moment = chance.uniform(0.75, 1.02) if turn % 3 else chance.uniform(0.1, 0.75)
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(project / "site")],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, content in served(project / "site").items():
            assert content in [site.get(path) for site in good], f"{path}, turn {turn}"
        broken = [line for line in built_site.broken(project / "site") if not line.startswith(STAGING)]
        assert broken == [], f"turn {turn}"
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    assert build(project / "site", root=project).returncode == 0
    assert good[0].items() <= served(project / "site").items()
    assert not list(project.glob(".cache/publishing/*/building-*"))
