"""Waiting for what a page comes to: Playwright's own wait evaluates words in the page, which our policy forbids."""

from playwright.sync_api import Page


def eventually(page: Page, expression: str, given: object = None) -> None:
    """Wait until an expression, or the promise it gives, is something true."""
    for _ in range(1200):  # a minute: what a browser does when idle waits for a busy machine
        if page.evaluate(expression, given):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)
