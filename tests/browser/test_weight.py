"""What a page costs a cheap phone, and that it stands still while it loads."""

import shutil
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page

from hooks.content.model import TOOL_NAMES

from ..helpers import projects
from ..helpers.daily import one_in
from ..helpers.generated_pages import generate
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build
from ..helpers.page_kinds import PAGES, WHOLE_CODE

_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts.push(
    [e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 80) ?? s.node?.textContent)]
  ))).observe({ type: "layout-shift", buffered: true });
"""
_DRAWN_WHOLE = """
  new MutationObserver((_, observer) => {
    if (!document.head) return;
    observer.disconnect();
    document.head.insertAdjacentHTML("beforeend", "<link rel=expect href=#never blocking=render>");
  }).observe(document, { childList: true, subtree: true });
"""
"""Lets the first picture wait for the whole page: what moves then is moved by fonts, scripts or images."""


_FEW = {"home", "overview", "questions", "dispatch", "matrix"}
_PATHS = [
    pytest.param(path, marks=() if kind in _FEW else pytest.mark.every)
    for kind, path in PAGES.items()
    if kind != "missing"
]


_VISITED = {**PAGES, "code": WHOLE_CODE}
_VISITS = [
    pytest.param(kind, language, marks=() if number % 2 == turn else pytest.mark.every)
    for number, kind in enumerate(_VISITED)
    for turn, language in enumerate(("", "en/"))
    if kind != "missing"
]
"""Each kind of page in both languages, by turns in one of them every day."""
_WIDTHS = [360, pytest.param(1440, marks=pytest.mark.every)]


def load(page: Page, url: str) -> tuple[int, int, list[str]]:
    """Return the bytes of a first load without fonts and pictures, as brotli sends them, its requests, and its URLs."""
    answers: list[tuple[str, bytes]] = []
    page.on("response", lambda answer: answers.append((answer.url, answer.body())))
    page.goto(url, wait_until="networkidle")
    sizes = [len(brotli.compress(body)) for address, body in answers if not address.endswith((".woff2", ".svg"))]
    return sum(sizes), len(answers), [address for address, _ in answers]


_SHORT = 22_000
"""Bytes of a first visit, of which the frame (styles and scripts) is about 12 700."""
_LISTS = dict.fromkeys(("questions", "quiz", "reader"), 27_000)
"""Lists that grow by each question asked or gathered; they are divided by page, or folded."""
_LONG = dict.fromkeys(("topic", "figures", "script", "kit", "dispatch", "matrix"), 32_000)
"""Pages that hold all of one matter on purpose, as readers take it along, print it, or search in it."""
_REFERENCE = dict.fromkeys(("glossary", "checks"), 38_000)
"""Every word explained and every check: they grow with the program, and are found by search and by their anchors."""
_DIGESTS = {"digest": 25_000, "code": 52_500}
"""Entry by entry: they are cited by anchors that are printed, so they cannot be divided; a code has the longest."""
_TOOL = {"tool": 27_000}
"""A form: its script is at most 6 000 of it, and the page carries the words of all it computes by."""
_BOUNDS = {**_LISTS, **_LONG, **_REFERENCE, **_DIGESTS, **_TOOL}
"""Kind of page → bytes of a first visit, where it may cost more than a short page."""

_REQUESTS = {"tool": 8, "dispatch": 8, "recipes": 8}
"""Kind of page → requests, where it brings styles of its own; a tool and a text bring a script too."""


@pytest.mark.parametrize(("kind", "language"), _VISITS)
def test_a_first_visit_costs_at_most_22_kilobytes_and_6_requests_or_what_its_kind_of_page_may(
    address: str, page: Page, kind: str, language: str
) -> None:
    size, requests, loaded = load(page, f"{address}/{language}{_VISITED[kind]}")
    # Previews of posters come as they are reached, italics on the pages that have some.
    more = [one for one in loaded if one.endswith(".svg") or "-italic." in one]
    assert requests - len(more) <= _REQUESTS.get(kind, 6), loaded
    assert size <= _BOUNDS.get(kind, _SHORT)


@pytest.mark.every
def test_the_weight_of_a_page_does_not_grow_with_the_site(address: str, chromium: Browser, tmp_path: Path) -> None:
    root = projects.copy(tmp_path / "project")
    shutil.copytree(projects.ROOT / "overrides", root / "overrides", dirs_exist_ok=True)
    generate(root, 600)
    done = build(tmp_path / "site", root=root, strict=False)
    assert "[cite-" not in done.stderr
    with serve(tmp_path / "site") as larger:
        sizes = [load(chromium.new_page(), f"{start}/chi-thi-58/")[0] for start in (address, larger)]
        inside, _, _ = load(chromium.new_page(), f"{larger}/thu/trang-150/")
    assert sizes[1] - sizes[0] < 300
    assert inside <= 25_000


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("path", _PATHS)
def test_nothing_moves_while_a_page_loads(address: str, chromium: Browser, path: str, width: int) -> None:
    assert _moved(chromium, f"{address}/{path}", width, _SHIFTS) == []


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("path", _PATHS)
def test_nothing_moves_on_a_slow_phone_once_a_page_has_come_in(
    address: str, chromium: Browser, path: str, width: int
) -> None:
    assert _moved(chromium, f"{address}/{path}", width, _SHIFTS + _DRAWN_WHOLE, slower=6) == []


@pytest.mark.parametrize(
    "stalls_at", one_in(2, [b"<button", b"data-share", b'<summary class="lc-button"', b"data-aloud"])
)
@pytest.mark.parametrize("width", _WIDTHS)
def test_no_button_moves_where_the_network_stalls_between_the_buttons(
    site: Path, chromium: Browser, stalls_at: bytes, width: int
) -> None:
    with serve(site, stalls_at) as address:
        assert _moved(chromium, f"{address}/en/chi-thi-58/", width, _SHIFTS) == []


def _moved(chromium: Browser, url: str, width: int, watching: str, slower: int = 1) -> list[object]:
    """Return what moved while a page was loaded on a processor `slower` than this one."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, service_workers="block")
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(watching)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(200)
    moved: list[object] = page.evaluate("window.shifts")
    context.close()
    return moved


def test_text_is_there_before_the_fonts(address: str, page: Page) -> None:
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{address}/chi-thi-58/")
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.fonts.status") == "loaded"


def test_the_script_of_a_tool_weighs_at_most_6_kilobytes(site: Path) -> None:
    found = [path for name in TOOL_NAMES for path in (site / "assets").glob(f"{name}.*.js")]
    assert len(found) == 2 * len(TOOL_NAMES)
    assert max(len(brotli.compress(path.read_bytes())) for path in found) <= 6_000
