"""What tests share: options, the seed, the built sites, and a browser."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hooks.handbook import Handbook

from .helpers import built_site, printed_pages, real_content
from .helpers.chromium import launch
from .helpers.local_server import serve
from .helpers.page_kinds import PAGES, PDFS, PRINTED
from .helpers.shared_sites import built_once

_SEED = 20261128
"""The seed of `make quick` and `make test`, which are to find the same today and tomorrow."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is found into the case files; read the diff")
    parser.addoption("--every", action="store_true", help="every page, not one of each kind, and the long random runs")
    parser.addoption("--share", type=int, help="of what only --every runs, one part in SHARE, drawn; also SHARE")
    parser.addoption("--seed", type=int, help="the seed of all that is drawn; also the variable SEED")


def pytest_configure(config: pytest.Config) -> None:
    """Settle the seed before workers start: they get it with the options."""
    config.addinivalue_line("markers", "every: a case that only `--every` runs")
    if config.option.seed is None:
        drawn = random.randrange(10**6) if config.option.every else _SEED
        config.option.seed = int(os.environ.get("SEED") or drawn)
    config.option.share = max(config.option.share or int(os.environ.get("SHARE") or 1), 1)


def pytest_report_header(config: pytest.Config) -> str:
    return _drawn(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say the seed again: a quiet run has no header."""
    terminalreporter.write_line(_drawn(config))


def _drawn(config: pytest.Config) -> str:
    part = f", one part in {config.option.share} of what --every adds" if config.option.share > 1 else ""
    return f"seed: {config.option.seed} (repeat with --seed or SEED){part}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only `--every` runs, or the parts of it that are not drawn."""
    only_every = [item for item in items if item.get_closest_marker("every")]
    left_out = [item for item in only_every if not config.option.every or not _is_drawn(item.nodeid, config)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def _is_drawn(name: str, config: pytest.Config) -> bool:
    """Whether a case or page belongs to the part that is drawn: by its name and the seed, the same in every worker."""
    chance = random.Random(f"{config.option.seed} {name}").random()
    return bool(chance * config.option.share < 1)


@pytest.fixture(scope="session")
def every(pytestconfig: pytest.Config) -> bool:
    """Whether every page and every case is wanted."""
    return bool(pytestconfig.option.every)


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    """The seed of all that is drawn."""
    return int(pytestconfig.option.seed)


@pytest.fixture
def chance(seed: int, request: pytest.FixtureRequest) -> random.Random:
    """Numbers drawn for one test, the same in whatever order tests run."""
    return random.Random(f"{seed} {request.node.nodeid}")


@pytest.fixture(scope="session")
def book() -> Handbook:
    """The real handbook."""
    return real_content.handbook()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of this repository, built strictly in both languages."""
    return built_once(tmp_path_factory, worker_id, "site", pdf="none")


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory, worker_id: str, every: bool) -> Path:
    """The site with what is made for paper; of its PDFs those that tests look into, or every one."""
    only = "" if every else " ".join(PDFS)
    return built_once(tmp_path_factory, worker_id, "paper", pdf="require", only=only)


@pytest.fixture(scope="session")
def pages_to_try(site: Path, every: bool, pytestconfig: pytest.Config) -> list[str]:
    """The pages that a browser opens, below the site: one of each kind in each language, or every one."""
    kinds = [
        f"{language}{path}" for path in PAGES.values() for language in ("", "en/") if (site / language / path).exists()
    ]
    others = [name.removesuffix("index.html") for name in built_site.pages(site)] if every else []
    return [*kinds, *(path for path in others if path not in kinds and _is_drawn(path, pytestconfig))]


@pytest.fixture(scope="session")
def printed_to_try(paper: Path, every: bool, pytestconfig: pytest.Config) -> list[str]:
    """The pages whose PDFs are looked into: one of each kind, or every one."""
    others = printed_pages.pages(paper) if every else []
    return [*PRINTED, *(path for path in others if path not in PRINTED and _is_drawn(path, pytestconfig))]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, waited for longer than a quiet machine needs: workers share its processors."""
    expect.set_options(timeout=20_000)
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
