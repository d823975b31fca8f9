"""The security policy that every answer carries: nothing the pages do breaks it, and frames only where they may be."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks.hosting import policy

from ..helpers import panels
from ..helpers.local_server import serve
from ..helpers.page_kinds import PAGES
from ..helpers.speaking_device import device_with_voices
from ..helpers.waiting import eventually

_LISTENING = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
_ALIKE = {"overview", "topic", "picture", "slogans", "record", "documents", "reader", "kit", "glossary", "report"}
"""Kinds of page that offer readers nothing that another kind does not."""
_EACH = list(product(PAGES, ("", "en/"), ("light", "dark")))
_TRIED = [one for at, one in enumerate(_EACH) if at % 4 == (at // 4) % 4 and one[0] not in _ALIKE][::2]
"""Of every second other kind of page one language and scheme; the next kind has the next."""
_CASES = [pytest.param(*one, marks=() if one in _TRIED else pytest.mark.every) for one in _EACH]


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The built site with the headers of the policy."""
    with serve(site, headers=policy.headers()) as started:
        yield started


def _visitor(chromium: Browser, scheme: str) -> BrowserContext:
    """Return a visitor who keeps nothing in the background: how what does that obeys the policy is tried offline."""
    return chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", service_workers="block")


def _uses(page: Page) -> None:
    """Use whatever the page offers: contents, popup, quiz, reading panel, sharing, print, aloud, meeting, search."""
    for summary in page.locator("main summary").all()[:6]:
        summary.evaluate("summary => summary.click()")
    if page.locator("article a.lc-cite").count():
        panels.open_popup(page)
        page.keyboard.press("Escape")
    if page.locator("div.lc-quiz input").count():
        page.locator("div.lc-quiz input").first.check(force=True)
    panels.open_reading(page)
    page.locator("[data-size-step='1']").click()
    page.keyboard.press("Escape")
    page.evaluate("window.print = () => {}")
    for name in ("[data-share]", "[data-print]", "[data-copy-link]", "[data-aloud]"):
        page.evaluate("name => document.querySelector(name)?.click()", name)
    if page.locator("[data-aloud]").count():
        expect(page.locator(".lc-aloud")).to_be_visible()
        page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    if page.locator("[data-meeting]").count():
        page.evaluate("document.querySelector('[data-meeting]').click()")
        expect(page.locator("dialog.lc-meeting")).to_be_visible()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
        expect(page.locator("dialog.lc-meeting")).to_have_count(0)
    page.keyboard.press("/")
    page.locator("dialog.lc-search input").fill("doanh")
    page.locator("dialog.lc-search [role=option]").first.wait_for()


@pytest.mark.parametrize(("kind", "language", "scheme"), _CASES)
def test_nothing_on_a_page_breaks_the_policy(
    guarded: str, chromium: Browser, kind: str, language: str, scheme: str
) -> None:
    context = _visitor(chromium, scheme)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(_LISTENING + device_with_voices())
    page.goto(f"{guarded}/{language}{PAGES[kind]}?v=1234")
    _uses(page)
    assert page.evaluate("window.refused") == []
    assert said == []
    context.close()


@pytest.mark.every
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_the_policy_as_it_comes_in(
    guarded: str, chromium: Browser, pages_to_try: list[str], scheme: str
) -> None:
    context = _visitor(chromium, scheme)
    page = context.new_page()
    page.add_init_script(_LISTENING)
    for path in pages_to_try:
        page.goto(f"{guarded}/{path}")
        assert page.evaluate("window.refused") == [], path
    context.close()


def test_the_policy_refuses_what_somebody_manages_to_put_into_a_page(guarded: str, page: Page) -> None:
    page.add_init_script(_LISTENING)
    page.goto(f"{guarded}/chi-thi-58/")
    page.evaluate(
        """() => {
          const hostile = '<img src="data:," onerror="window.ran = 1" style="color: red">';
          document.body.insertAdjacentHTML("beforeend", hostile);
          const script = document.createElement("script");
          script.textContent = "window.ran = 2";
          document.body.append(script);
        }"""
    )
    eventually(page, "window.refused.length >= 3")
    assert page.evaluate("window.ran") is None


def test_a_page_carries_the_policy_in_itself_where_its_host_sends_no_headers(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    said = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert said == policy.page_policy()
    page.add_init_script(_LISTENING)
    page.reload()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = 1\">')")
    eventually(page, "window.refused.length > 0")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("allowed", [True, False])
def test_only_the_portal_that_the_setting_names_shows_the_site_in_a_frame(
    tmp_path: Path, page: Page, allowed: bool
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<title>a</title><p id=inside>", "utf-8")
    (tmp_path / "portal").mkdir()
    with serve(tmp_path / "portal") as portal:
        framed_by = [portal] if allowed else []
        with serve(tmp_path / "site", headers=policy.headers(framed_by)) as site:
            (tmp_path / "portal" / "index.html").write_text(f'<iframe src="{site}/"></iframe>', "utf-8")
            page.goto(f"{portal}/", wait_until="networkidle")
            assert page.frame_locator("iframe").locator("#inside").count() == int(allowed)
