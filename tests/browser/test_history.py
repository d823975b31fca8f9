"""Whoever holds a printed sheet learns whether it is still current, and what has changed if not."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.conventions import HISTORY_LOCK
from hooks.locks import history

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.daily import one_in
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("history")

_PAGE = "docs/vi/hoi-dap-chung.md"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A site one of whose pages was changed after it had been printed, and the version that was printed."""
    root = small_project.with_program(tmp_path_factory.mktemp("history") / "project")
    run(root, "history", "--day", "2026-12-23")  # whatever is not recorded yet
    page = root / _PAGE
    text = page.read_text("utf-8")
    heading = re.findall(r"^## (.*?) \{#", text, re.MULTILINE)[0]
    at = text.index("\n", text.index(f"## {heading}"))
    page.write_text(f"{text[:at]}\n\nMột câu mới.\n{text[at:]}", "utf-8")
    lagging = run(root, "check").stdout
    assert "history.lock" in lagging
    assert "[history-lags]" in lagging
    recorded = run(root, "history", "--day", "2026-12-24")
    assert recorded.stdout.count("\n") == 1
    assert "[history-lags]" not in run(root, "check").stdout
    site = root / "site"
    done = build(site, root=root, HANDBOOK_HISTORY="error")
    assert done.returncode == 0, done.stderr
    past = history.read((root / HISTORY_LOCK).read_text("utf-8")).pages[_PAGE]
    return site, past.entries[-2].version


def test_a_reader_from_an_old_sheet_is_told_what_has_changed(changed: tuple[Path, str], page: Page) -> None:
    site, printed = changed
    with serve(site) as address:
        page.goto(f"{address}/hoi-dap-chung/?v={printed}")
        note = page.locator(".lc-arrived")
        assert "Trang đã đổi từ khi tờ của bạn được in." in note.inner_text()
        expect(note.locator("li")).to_have_count(1)
        note.get_by_role("button", name="Đóng").click()
        expect(page.locator(".lc-arrived")).to_have_count(0)
        now = page.locator(".lc-version").get_attribute("data-version")
        page.goto(f"{address}/hoi-dap-chung/?v={now}")
        assert "còn đúng" in page.locator(".lc-arrived").inner_text()


_WRONG = (
    "",
    "12345678",
    "1234",
    "<b>x</b>",
    "<img src=x onerror='throw 1'>",
    "javascript:throw%201",
    "%F0%9F",
    "__proto__",
    "a" * 3000,
)
"""No version, one that never was, and what is no version at all."""


@pytest.mark.parametrize("wrong", one_in(3, _WRONG))
def test_a_wrong_version_is_answered_politely(address: str, page: Page, wrong: str) -> None:
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.goto(f"{address}/y-nghia-muc-dich/?v={wrong}")
    note = page.locator(".lc-arrived")
    assert "Không tìm thấy phiên bản" in note.inner_text()
    assert note.locator("b, img, script, a[href^=javascript]").count() == 0
    assert mistakes == []
    page.goto(f"{address}/y-nghia-muc-dich/")
    assert page.locator(".lc-arrived").count() == 0


def test_without_scripts_the_page_lists_its_versions(changed: tuple[Path, str], chromium: Browser) -> None:
    site, printed = changed
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with serve(site) as address:
        for version in (printed, *_WRONG[:4]):
            page.goto(f"{address}/hoi-dap-chung/?v={version}")
            assert page.locator("h1").is_visible()
            assert page.locator(".lc-arrived").count() == 0
            page.locator(".lc-version summary").click()
            assert page.locator(f".lc-version li[data-version='{printed}']").is_visible()
    context.close()
    html = (site / "hoi-dap-chung/index.html").read_text("utf-8")
    assert re.search(r"<summary>Phiên bản \w{8}, 24/12/2026</summary>", html)
    assert f'<li data-version="{printed}">' in html
