"""Odd and hostile URLs, storage with rubbish or none: every script still starts, and nothing becomes markup."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from ..helpers.search_engines import typing

PAGE = "/van-ban/cong-van/"
_FRAGMENTS = ("#%", "#%E0%A4%A", "#constructor", "#__proto__", "#" + "a" * 20_000, "#<img src=x onerror=alert(1)>")
_QUERIES = ("?v=", "?v=constructor", "?v=%E0%A4%A", "?q=<script>alert(1)</script>", "?v=<img src=x onerror=alert(1)>")
_RUBBISH = """
  for (const [name, value] of [["size", %s], ["scheme", %s]]) localStorage.setItem(`lc-${name}`, value);
  sessionStorage.setItem("lc-found", %s);
  sessionStorage.setItem("lc-ask", '{"toString": 1}');
  sessionStorage.setItem("lc-place", '{"path":"/van-ban/cong-van/","ids":5}');
"""
_BLOCKED = """
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
"""


_ODD = [
    pytest.param(odd, id=odd[:24], marks=() if number % 2 else pytest.mark.every)
    for number, odd in enumerate([*_FRAGMENTS, *_QUERIES])
]


@pytest.mark.parametrize("odd", _ODD)
def test_whatever_the_url_holds_every_tool_of_the_page_works(address: str, page: Page, odd: str) -> None:
    failures = errors_of(page)
    page.goto(address + PAGE + odd)
    uses_every_tool(page)
    assert failures == []


_CHOICES = [("'undefined%'", "'undefined'"), ("'1.5'", "'none'"), ("'-7'", "''"), ("'1e99'", "'dark;'")]
_FOUND = ["'{'", "'7'", "'null'", """'{"path":"/van-ban/cong-van/","words":5}'"""]


@pytest.mark.parametrize(
    ("size", "scheme", "found"),
    [
        pytest.param(*choice, found, marks=() if turn == number else pytest.mark.every)
        for turn, choice in enumerate(_CHOICES)
        for number, found in enumerate(_FOUND)
    ],
)
def test_whatever_storage_holds_every_tool_works_and_the_size_is_one_there_is(
    address: str, page: Page, size: str, scheme: str, found: str
) -> None:
    failures = errors_of(page)
    page.add_init_script(_RUBBISH % (size, scheme, found))
    page.goto(address + PAGE)
    assert page.locator("[data-size-value]").text_content() in {"100%", "115%", "150%"}
    assert page.locator("html").get_attribute("data-scheme") in {"light", "dark"}
    uses_every_tool(page)
    assert failures == []


def test_markup_in_storage_stays_words(address: str, page: Page) -> None:
    failures = errors_of(page)
    page.add_init_script(
        """
          const hostile = "<img src=x onerror=alert(1)>";
          const path = "/van-ban/cong-van/";
          for (const name of ["size", "scheme"]) localStorage.setItem(`lc-${name}`, hostile);
          sessionStorage.setItem("lc-ask", JSON.stringify(hostile));
          sessionStorage.setItem("lc-found", JSON.stringify({ path, words: [hostile, { toString: 1 }] }));
          sessionStorage.setItem("lc-place", JSON.stringify({ path, ids: [hostile, "javascript:alert(1)"] }));
        """
    )
    page.goto(f"{address}{PAGE}?v={'<img src=x onerror=alert(1)>'}#{'<img src=x onerror=alert(1)>'}")
    expect(page.get_by_role("combobox")).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator(".lc-arrived")).to_be_visible()
    assert page.locator("img[src='x']").count() == 0
    assert failures == []


def test_where_storage_is_blocked_every_tool_works_and_a_choice_holds_for_the_page(address: str, page: Page) -> None:
    failures = errors_of(page)
    page.add_init_script(_BLOCKED)
    page.goto(address + PAGE)
    uses_every_tool(page)
    page.evaluate("document.querySelector('[data-size-step=\"1\"]').click()")
    page.emulate_media(color_scheme="dark")
    assert page.locator("html").get_attribute("data-size") == "1"
    assert failures == []


def test_a_size_chosen_in_one_tab_holds_in_the_other(address: str, chromium: Browser) -> None:
    context = chromium.new_context(service_workers="block")
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(address + PAGE)
    one.evaluate("document.querySelector('[data-size-step=\"1\"]').click()")
    expect(other.locator("html")).to_have_attribute("data-size", "1")
    context.close()


def test_markup_typed_into_the_search_stays_words(address: str, page: Page) -> None:
    failures = errors_of(page)
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill("<img src=x onerror=alert(1)> chỉ thị")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator(".lc-search img").count() == 0
    assert failures == []


def errors_of(page: Page) -> list[str]:
    """Return the list to which every error of a script, logged or not, and every alert adds itself."""
    failures: list[str] = []

    def refused(dialog: Dialog) -> None:
        failures.append(dialog.message)
        dialog.dismiss()

    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    page.on("dialog", refused)
    return failures


def uses_every_tool(page: Page) -> None:
    """Copy, share, print, present and search on the page, and look that each did what it is for."""
    page.locator("#cv-i-1").scroll_into_view_if_needed()  # tools are made beside what is near
    page.locator(".lc-provision__open").first.wait_for()
    page.evaluate(
        """() => {
          window.done = [];
          window.print = () => window.done.push("print");
          const share = async () => window.done.push("share");
          Object.defineProperty(navigator, "share", { configurable: true, value: share });
          document.querySelector("[data-print]").click();
          document.querySelector("[data-share]").click();
          document.querySelector(".lc-provision__open").click();
          document.querySelector("[data-copy-link]").click();
        }"""
    )
    assert page.evaluate("window.done") == ["print", "share"]
    expect(page.locator(".lc-said")).not_to_be_empty()
    page.evaluate("document.querySelector('[data-meeting]').click()")
    expect(page.locator("dialog.lc-meeting")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.lc-meeting")).to_have_count(0)
    page.evaluate("document.querySelector('[data-search]').click()")
    expect(page.locator("dialog.lc-search")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.locator("img[src='x']").count() == 0
