"""What opens over a page or unfolds on it, as readers open it."""

from playwright.sync_api import Page


def open_menu(page: Page) -> None:
    page.locator(".lc-header__menu").click()


def open_reading(page: Page) -> None:
    page.locator("[popovertarget='lc-cach-doc']").click()


def open_take(page: Page) -> None:
    page.locator(".lc-take:has([data-print]) > summary").click()


def open_contents(page: Page) -> None:
    page.locator(".lc-toc summary").click()


def open_provision(page: Page) -> None:
    for summary in page.locator(".lc-provision__tools > summary").all():
        summary.click()


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
