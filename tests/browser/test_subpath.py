"""A site that is part of a portal, under a path of it: nothing leads out of the path, whatever its URL ends with."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.hosting import policy

from ..helpers import built_site, small_project
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("subpath")

_STANDING_IN = ("404.html", "en/404.html", "offline.html")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project.with_program(tmp_path_factory.mktemp("subpath"))


@pytest.fixture(scope="module")
def below(project: Path) -> Path:
    """The folder of a portal with the site below it; its URL was given without a slash at its end."""
    done = build(project / "www/so-tay", root=project, strict=False, SITE_URL="https://cong.example/so-tay")
    assert done.returncode == 0, done.stderr
    return project / "www"


@pytest.fixture(scope="module")
def portal(below: Path) -> Iterator[str]:
    with serve(below, headers=policy.headers()) as started:
        yield started


def test_pages_name_no_place_by_its_whole_path_but_what_stands_in_for_pages_at_any_depth(below: Path) -> None:
    for name, page in built_site.pages(below / "so-tay").items():
        whole = [one for one in page.addresses if one.startswith("/")]
        if name in _STANDING_IN:
            assert all(one.startswith("/so-tay/") for one in whole), name
            assert whole
        else:
            assert whole == [], name
            named = {link["href"] for link in page.links if link.get("rel") in ("canonical", "alternate")}
            of_site = {one for one in page.addresses if "cong.example" in one} - named
            assert of_site == set(), name
            assert all(one.startswith("https://cong.example/so-tay/") for one in named), name


@pytest.mark.parametrize(
    ("path", "words", "home"),
    [
        ("404.html", "Không tìm thấy trang này / Page not found", "so-tay/"),
        ("en/404.html", "Page not found / Không tìm thấy trang này", "so-tay/en/"),
        ("offline.html", "Không có mạng / No network", "so-tay/"),
    ],
)
def test_what_stands_in_for_a_page_looks_the_same_at_any_depth_and_leads_home(
    below: Path, portal: str, page: Page, path: str, words: str, home: str
) -> None:
    html = (below / "so-tay" / path).read_text("utf-8")
    deep = f"{portal}/so-tay/en/a/b/c/"
    page.route(deep, lambda route: route.fulfill(status=404, body=html, content_type="text/html; charset=utf-8"))
    missing: list[str] = []
    page.on("response", lambda got: missing.append(got.url) if got.status >= 400 and got.url != deep else None)
    page.goto(deep)
    expect(page.locator("h1")).to_have_text(words)
    assert page.evaluate("getComputedStyle(document.querySelector('.lc-header')).display") != "inline"
    page.keyboard.press("/")
    expect(page.locator("dialog.lc-search")).to_be_visible()
    page.keyboard.press("Escape")
    assert missing == []
    page.locator("main a").first.click()
    page.wait_for_url(f"{portal}/{home}")


def test_english_keeps_the_place_on_the_page(portal: str, page: Page) -> None:
    page.goto(f"{portal}/so-tay/hoi-dap-chung/#q-chung-01")
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"{portal}/so-tay/en/hoi-dap-chung/#q-chung-01")
    assert urlsplit(page.url).fragment == "q-chung-01"


def test_the_worker_keeps_the_path_of_the_site_and_nothing_beside_it(portal: str, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"{portal}/so-tay/hoi-dap-chung/")
    page.keyboard.press("Shift")
    for _ in range(400):
        if page.evaluate("caches.match('/so-tay/hoi-dap-chung/').then(Boolean)"):
            break
        page.wait_for_timeout(50)
    assert page.evaluate("navigator.serviceWorker.ready.then((one) => one.scope)") == f"{portal}/so-tay/"
    page.context.close()


def test_an_address_with_a_space_is_one_error(project: Path) -> None:
    done = build(project / "none", root=project, SITE_URL="https://cong.example/so tay/")
    assert done.returncode == 1
    assert done.stderr.count("[site-url-wrong]") == 1
    assert "Traceback" not in done.stderr
    assert not (project / "none").exists()
