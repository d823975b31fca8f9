"""What opens over a page or unfolds on it, as readers open it."""

from playwright.sync_api import Locator, Page


def open_menu(page: Page) -> None:
    page.locator(".lc-header__menu").click()


def open_reading(page: Page) -> None:
    page.locator("[popovertarget='lc-cach-doc']").click()


def open_take(page: Page) -> None:
    page.locator(".lc-take:has([data-print]) > summary").click()


def open_contents(page: Page) -> None:
    page.locator(".lc-toc > details > summary").click()


def open_provision(page: Page) -> None:
    """Open the tools of some provisions, as they come within reach."""
    page.locator(".lc-provision__open").first.wait_for()
    for opener in page.locator(".lc-provision__open").all():
        opener.click()


def open_tools(provision: Locator) -> None:
    """Open what one provision can be cited with."""
    provision.scroll_into_view_if_needed()
    provision.locator("> .lc-provision__open").click()


def open_popup(page: Page) -> None:
    page.keyboard.press("Tab")
    page.locator("article a.lc-cite").first.focus()


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("doanh")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def open_suggestions(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("qwrtz")


def open_meeting(page: Page) -> None:
    page.locator("[data-meeting]").click()
