"""A browser with features taken away before a page comes in: what it does not know, it has never heard of."""

from playwright.sync_api import Browser, Page, Route

_TYPES = {"document", "stylesheet", "script"}
_GONE = """
  for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name];
  delete Intl.Segmenter;
  delete CSS.highlights;
  delete Navigator.prototype.share;
  delete window.IntersectionObserver;
  delete window.structuredClone;
"""
_OLDER = "delete window.CSSLayerBlockRule; delete window.HTMLDialogElement;"


def without_popovers(browser: Browser, *, scripts: bool = True) -> Page:
    """Return a page as browsers between March 2022 and the popover see it: the word popover means nothing to them."""
    page = browser.new_page(viewport={"width": 390, "height": 800}, has_touch=True, java_script_enabled=scripts)
    page.add_init_script(_GONE)
    _say_otherwise(page, {"popover": "pop0ver", ":has(": ":hat-nicht("})
    return page


def without_layers(browser: Browser, *, scripts: bool = True) -> Page:
    """Return a page as browsers before March 2022 see it: rules in layers are lost, and dialogs unknown."""
    page = browser.new_page(viewport={"width": 390, "height": 800}, java_script_enabled=scripts)
    page.add_init_script(_GONE + _OLDER)
    _say_otherwise(page, {"popover": "pop0ver", "@layer": "@unknown"})
    return page


def without_unfolding_styles(browser: Browser) -> Page:
    """Return a page as browsers before 2025 see it, whose styles cannot reach what is folded."""
    page = browser.new_page()
    _say_otherwise(page, {"::details-content": "::hat-nicht"})
    return page


def _say_otherwise(page: Page, words: dict[str, str]) -> None:
    def answer(route: Route) -> None:
        if route.request.resource_type not in _TYPES:
            route.continue_()
            return
        response = route.fetch()
        text = response.text()
        for word, other in words.items():
            text = text.replace(word, other)
        route.fulfill(response=response, body=text)

    page.route("**/*", answer)
