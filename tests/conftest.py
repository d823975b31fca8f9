"""What tests share: options, the seed, the built sites, and a browser."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from hooks.handbook import Handbook

from .helpers import built_site, printed_pages, real_content
from .helpers.chromium import launch
from .helpers.local_server import serve
from .helpers.page_kinds import PAGES, PDFS, PRINTED
from .helpers.shared_sites import built_once

_WIDER = {"every", "amount", "pages_to_try"}
"""What a test asks for that tries more with `--every`."""
_WITH_EVERY_PDF = {"every_pdf", "printed_to_try"}
"""The same, for what needs all PDFs."""
_SHARED = ("site", "paper")
"""The sites that all tests look at, each built once, which takes most of a minute."""
_LONGEST_NAME = 200
"""The letters of a value that can stand in the name of a case."""
_SEED = 20261128
"""The seed of `make quick` and `make test`, which are to find the same today and tomorrow."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is found into the case files; read the diff")
    parser.addoption("--every", action="store_true", help="every page, not one of each kind, and the long random runs")
    parser.addoption("--share", type=int, help="of what only --every runs, one part in SHARE, drawn; also SHARE")
    parser.addoption(
        "--rest", action="store_true", help="with --every: not again what a run without it tries; also REST"
    )
    parser.addoption("--seed", type=int, help="the seed of all that is drawn; also the variable SEED")


def pytest_configure(config: pytest.Config) -> None:
    """Settle the seed, which a worker has from the run it works for, and what the surroundings may tell the tests."""
    config.addinivalue_line("markers", "every: a case that only `--every` runs")
    os.environ.pop("OFFICIAL_TEXTS", None)  # projects of the tests bring their own, or none
    if hasattr(config, "workerinput"):
        config.option.seed = config.workerinput["seed"]
    elif config.option.seed is None:
        drawn = random.randrange(10**6) if config.option.every else _SEED
        config.option.seed = int(os.environ.get("SEED") or drawn)
    config.option.rest = config.option.every and (config.option.rest or bool(os.environ.get("REST")))
    config.option.share = max(config.option.share or int(os.environ.get("SHARE") or 1), 1)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are processors: browsers and servers are often waited for."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Give a worker the seed that this run has settled and prints."""
    node.workerinput["seed"] = node.config.option.seed


def pytest_report_header(config: pytest.Config) -> str:
    return _drawn(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say the seed again: a quiet run has no header."""
    terminalreporter.write_line(_drawn(config))


def _drawn(config: pytest.Config) -> str:
    part = f", one part in {config.option.share} of what --every adds" if config.option.share > 1 else ""
    return f"seed: {config.option.seed} (repeat with --seed or SEED){part}"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case by its argument and number where its value is bytes or long: a file made anew differs by the second.

    Workers that name cases differently refuse to run together; and nobody reads a name of two million letters.
    """
    long = isinstance(val, str) and len(val) > _LONGEST_NAME
    return argname if isinstance(val, bytes) or long else None


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in its own
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only `--every` runs or what of it is not drawn; with --rest, what it adds nothing to."""
    wanted = [_is_wanted(item, config) for item in items]
    config.hook.pytest_deselected(items=[item for item, chosen in zip(items, wanted, strict=True) if not chosen])
    items[:] = _builders_first([item for item, chosen in zip(items, wanted, strict=True) if chosen])
    for item in items:
        if "book" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("handbook"))  # one worker analyses the real pages, once


def _builders_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return the tests with one first for each site that workers share: one builds the one, one the other meanwhile."""
    first = [next((item for item in items if name in getattr(item, "fixturenames", ())), None) for name in _SHARED]
    return [*(item for item in first if item), *(item for item in items if item not in first)]


def _is_wanted(item: pytest.Item, config: pytest.Config) -> bool:
    if item.get_closest_marker("every"):
        made = "paper" not in getattr(item, "fixturenames", ()) or _makes_every_pdf(config)
        return bool(config.option.every) and made and _is_drawn(item.nodeid, config)
    wider = _WIDER | (_WITH_EVERY_PDF if _makes_every_pdf(config) else set())
    return not config.option.rest or bool(wider & {*getattr(item, "fixturenames", ())})


def _is_drawn(name: str, config: pytest.Config) -> bool:
    """Whether a case or page belongs to the part that is drawn: by its name and the seed, the same in every worker."""
    chance = random.Random(f"{config.option.seed} {name}").random()
    return bool(chance * config.option.share < 1)


@pytest.fixture(scope="session")
def amount(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """How many cases are drawn: the first number, or with `--every` the second or its share."""

    def of(few: int, many: int) -> int:
        return max(few, many // pytestconfig.option.share) if pytestconfig.option.every else few

    return of


@pytest.fixture(scope="session")
def every(pytestconfig: pytest.Config) -> bool:
    """Whether every page and every case is wanted."""
    return bool(pytestconfig.option.every)


@pytest.fixture(scope="session")
def every_pdf(pytestconfig: pytest.Config) -> bool:
    """Whether every PDF is wanted."""
    return _makes_every_pdf(pytestconfig)


def _makes_every_pdf(config: pytest.Config) -> bool:
    """Whether all PDFs are made, which takes as long as a whole run: not where only a part of the cases is drawn."""
    return bool(config.option.every) and config.option.share == 1


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    """The seed of all that is drawn."""
    return int(pytestconfig.option.seed)


@pytest.fixture
def chance(seed: int, request: pytest.FixtureRequest) -> random.Random:
    """Numbers drawn for one test, the same in whatever order tests run."""
    group = request.node.get_closest_marker("xdist_group")
    name = request.node.nodeid.removesuffix(f"@{group.args[0]}") if group else request.node.nodeid
    return random.Random(f"{seed} {name}")


@pytest.fixture(scope="session")
def book() -> Handbook:
    """The real handbook."""
    return real_content.handbook()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of this repository, built strictly in both languages."""
    return built_once(tmp_path_factory, worker_id, "site", pdf="none")


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory, worker_id: str, every_pdf: bool) -> Path:
    """The site with what is made for paper; of its PDFs those that tests look into, or every one."""
    only = "" if every_pdf else " ".join(PDFS)
    return built_once(tmp_path_factory, worker_id, "paper", pdf="require", only=only)


@pytest.fixture(scope="session")
def pages_to_try(site: Path, every: bool, pytestconfig: pytest.Config) -> list[str]:
    """The pages that a browser opens, below the site: a kind each, languages by turns, or every one, or the rest."""
    kinds = [f"{('', 'en/')[turn % 2]}{path}" for turn, path in enumerate(PAGES.values())]
    built = built_site.pages(site).items() if every else ()
    others = [name.removesuffix("index.html") for name, one in built if "data-moved" not in one.html]  # those lead on
    drawn = [path for path in others if path not in kinds and _is_drawn(path, pytestconfig)]
    return drawn if pytestconfig.option.rest else [*kinds, *drawn]


@pytest.fixture(scope="session")
def printed_to_try(paper: Path, every_pdf: bool) -> list[str]:
    """The pages whose PDFs are looked into: one of each kind, or every one."""
    others = printed_pages.pages(paper) if every_pdf else []
    return [*PRINTED, *(path for path in others if path not in PRINTED)]


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
    """An empty page of a fresh visitor, for whom nothing is kept in the background: a quarter of what a visit takes."""
    context = chromium.new_context(service_workers="block")
    yield context.new_page()
    context.close()
