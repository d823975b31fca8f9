"""What tests share: options, the seed, the built site, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .helpers.chromium import launch
from .helpers.local_server import serve
from .helpers.shared_sites import built_once


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is found into the case files; read the diff")
    parser.addoption("--every-layout", action="store_true", help="move the words of every page on paper, not of some")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of this repository, built strictly in both languages."""
    return built_once(tmp_path_factory, worker_id, "site", pdf="none")


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site with everything that is made for paper."""
    return built_once(tmp_path_factory, worker_id, "paper", pdf="require")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = launch(playwright)
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
