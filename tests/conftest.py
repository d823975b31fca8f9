"""What tests share: a switch that rewrites expectations, the built site, and a browser."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from . import browser
from .projects import ROOT
from .served import serve


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is found into the case files; read the diff")
    parser.addoption("--every-layout", action="store_true", help="move the words of every page on paper, not of some")


def build(to: Path, *, root: Path = ROOT, strict: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of the project at `root` as its users do."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(to), *(["--strict"] if strict else [])]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built strictly in both languages."""
    to = tmp_path_factory.mktemp("build") / "site"
    done = build(to)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with everything that is made for paper."""
    to = tmp_path_factory.mktemp("paper") / "site"
    done = build(to, HANDBOOK_PDF="require")
    assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = browser.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site, served locally."""
    with serve(site) as started:
        yield started


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of a fresh visitor."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()
