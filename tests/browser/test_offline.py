"""The site without a network: whole pages of one version, and honest words where something cannot be known."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks.hosting import offline, policy

from ..helpers import projects, small_project
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build
from ..helpers.waiting import eventually

pytestmark = pytest.mark.xdist_group("offline")

_ASKED = "hoi-dap-chung/"
_READERS = "danh-cho/doanh-nghiep/"
_FAST = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g' }, configurable: true })"
"""A browser on a busy machine takes a local server for a slow network, and would keep no more than was read."""
_SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


class Host:
    """A site that is served, changed and cut off."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stack = ExitStack()
        self.url = self._stack.enter_context(serve(folder, headers=policy.headers()))

    def cut_off(self) -> None:
        """End the network: whoever asks now is refused."""
        self._stack.close()

    def edit(self, path: str, old: str, new: str) -> None:
        """Change words of a page; readers get them at once."""
        page = self.folder / path / "index.html"
        text = page.read_text("utf-8")
        assert old in text
        page.write_text(text.replace(old, new), "utf-8")

    def take_back(self, site: Path) -> None:
        """Publish an earlier site again, in later seconds: servers tell files by them."""
        for path in site.rglob("*"):
            if path.is_file():
                there = self.folder / path.relative_to(site)
                there.write_bytes(path.read_bytes())
                os.utime(there, (time.time() + 5, time.time() + 5))

    def list_again(self) -> None:
        """Publish the list and worker of the files as they are now, as a build does last."""
        listed = json.loads(next((self.folder / "assets").glob("offline.*.json")).read_text("utf-8"))
        offline.write(self.folder, projects.ROOT / "overrides", listed["first"][:-1], listed["rest"])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site as it is built."""
    root = small_project.with_program(tmp_path_factory.mktemp("offline"))
    done = build(root / "site", root=root, strict=False)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def host(small: Path, tmp_path: Path) -> Iterator[Host]:
    made = Host(shutil.copytree(small, tmp_path / "site"))
    yield made
    made.cut_off()


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    context.add_init_script(_FAST)
    yield context
    context.close()


def visit(reader: BrowserContext, url: str) -> Page:
    """Open a page and stay on it until the worker is there."""
    page = reader.new_page()
    page.goto(url)
    page.keyboard.press("Shift")
    eventually(page, "navigator.serviceWorker.ready.then(() => true)")
    return page


def wait_until_kept(page: Page, path: str) -> None:
    eventually(page, "path => caches.match(path).then(Boolean)", f"/{path.removeprefix('./')}")


def kept(page: Page) -> set[str]:
    """Return the paths of everything kept, of all versions."""
    found = page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys())
            for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
          return found;
        }"""
    )
    return set(found)


def versions(page: Page) -> int:
    return int(page.evaluate("caches.keys().then((names) => names.length)"))


def test_the_worker_weighs_at_most_a_kilobyte_and_a_half(small: Path) -> None:
    assert len(brotli.compress((small / "sw.js").read_bytes())) <= 1536


def test_after_one_visit_every_page_and_the_search_work_without_a_network(host: Host, reader: BrowserContext) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    for path in json.loads(next((host.folder / "assets").glob("offline.*.json")).read_text("utf-8"))["rest"]["vi"]:
        wait_until_kept(page, path)
    host.cut_off()
    page.goto(f"{host.url}/{_READERS}")
    expect(page.locator("h1")).to_contain_text("Doanh nghiệp")
    page.reload()
    page.goto(f"{host.url}/{_ASKED}?a=b#q-chung-01")
    expect(page.locator("h1")).to_contain_text("Hỏi đáp chung")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("công đoàn")
    expect(page.get_by_role("option").first).to_be_visible()


def test_what_was_read_is_kept_first_and_nothing_unasked_for_who_saves_data(host: Host, reader: BrowserContext) -> None:
    reader.add_init_script(_SAVING)
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _ASKED)
    page.goto(f"{host.url}/")
    wait_until_kept(page, "")
    page.wait_for_timeout(500)
    assert {f"/{_ASKED}", "/"} <= kept(page)
    assert f"/{_READERS}" not in kept(page)
    host.cut_off()
    page.goto(f"{host.url}/{_READERS}")
    expect(page.locator("h1")).to_contain_text("Không có mạng / No network")
    page.locator("main a").first.click()
    expect(page.locator("h1")).to_contain_text("Trang đầu")


def test_an_open_page_whose_words_have_changed_says_so_and_takes_the_new_version_when_asked(
    host: Host, reader: BrowserContext
) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    own = page.locator(".lc-version").get_attribute("data-version") or ""
    host.edit(_ASKED, own, "0a0a0a0a")
    host.edit(_READERS, "<h1", "<p>Lời mới.</p><h1")
    host.list_again()
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.update()).then(() => true)")
    note = page.locator(".lc-newer")
    expect(note).to_contain_text("Lời của trang này đã đổi")
    with page.expect_navigation():
        note.get_by_role("button", name="Tải lời hiện nay").click()
    expect(page.locator(".lc-version")).to_have_attribute("data-version", "0a0a0a0a")
    eventually(page, "caches.keys().then((names) => names.length === 1)")
    host.cut_off()
    page.goto(f"{host.url}/{_READERS}")
    expect(page.get_by_text("Lời mới.")).to_be_visible()


def test_an_open_page_that_says_the_same_in_the_new_version_disturbs_nobody(host: Host, reader: BrowserContext) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    host.edit(_READERS, "<h1", "<p>Lời mới.</p><h1")
    host.list_again()
    name = page.evaluate("caches.keys().then(([name]) => name)")
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.update()).then(() => true)")
    eventually(page, "name => caches.keys().then((names) => names.length === 1 && names[0] !== name)", name)
    assert page.locator(".lc-newer").count() == 0


def test_while_a_site_is_being_published_readers_without_a_network_have_the_version_before_whole(
    host: Host, reader: BrowserContext
) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    before = (host.folder / _READERS / "index.html").read_bytes()
    host.edit(_READERS, "<h1", "<p>Lời mới.</p><h1")
    host.edit(_ASKED, "<h1", "<p>Cũng mới.</p><h1")
    host.list_again()
    (host.folder / _READERS / "index.html").write_bytes(before)  # the list is there, this page not yet
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.update()).then(() => true, () => false)")
    eventually(page, "navigator.serviceWorker.ready.then((one) => !one.installing)")
    host.cut_off()
    for path, words in ((_ASKED, "Cũng mới."), (_READERS, "Lời mới.")):
        page.goto(f"{host.url}/{path}")
        expect(page.locator("h1")).to_be_visible()
        assert page.get_by_text(words).count() == 0


def test_after_a_rollback_readers_without_a_network_have_the_version_that_came_back(
    host: Host, reader: BrowserContext, tmp_path: Path
) -> None:
    first = shutil.copytree(host.folder, tmp_path / "first")
    host.edit(_READERS, "<h1", "<p>Lời sai.</p><h1")
    host.list_again()
    page = visit(reader, f"{host.url}/{_READERS}")
    wait_until_kept(page, _READERS)
    expect(page.get_by_text("Lời sai.")).to_be_visible()
    host.take_back(first)
    name = page.evaluate("caches.keys().then(([name]) => name)")
    page.goto(f"{host.url}/{_ASKED}")
    page.keyboard.press("Shift")
    eventually(page, "name => caches.keys().then((names) => names.length === 1 && names[0] !== name)", name)
    host.cut_off()
    page.goto(f"{host.url}/{_READERS}")
    expect(page.locator("h1")).to_be_visible()
    assert page.get_by_text("Lời sai.").count() == 0


def test_without_a_network_nobody_is_told_that_a_sheet_is_current(host: Host, reader: BrowserContext) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    own = page.locator(".lc-version").get_attribute("data-version")
    page.goto(f"{host.url}/{_ASKED}?v={own}")
    expect(page.locator(".lc-arrived")).to_contain_text("còn đúng")
    host.cut_off()
    page.goto(f"{host.url}/{_ASKED}?v={own}")
    expect(page.locator(".lc-arrived")).to_contain_text("Không kiểm tra được")
    assert "còn đúng" not in page.locator(".lc-arrived").inner_text()


def test_a_sheet_is_compared_with_the_published_words_where_the_page_on_the_screen_is_an_older_one(
    host: Host, page: Page
) -> None:
    page.goto(f"{host.url}/{_ASKED}")
    own = page.locator(".lc-version").get_attribute("data-version") or ""
    old = (host.folder / _ASKED / "index.html").read_text("utf-8")
    host.edit(_ASKED, own, "0a0a0a0a")
    page.route(lambda url: "?v=" in url, lambda route: _old(route, old))
    page.goto(f"{host.url}/{_ASKED}?v={own}")
    expect(page.locator(".lc-version")).to_have_attribute("data-version", own)
    expect(page.locator(".lc-arrived")).to_contain_text("Không tìm thấy phiên bản")


def _old(route: object, html: str) -> None:
    """Answer a navigation as a cache on the way would; let what scripts ask for through."""
    if route.request.is_navigation_request():  # type: ignore[attr-defined]
        route.fulfill(body=html, content_type="text/html; charset=utf-8")  # type: ignore[attr-defined]
    else:
        route.continue_()  # type: ignore[attr-defined]


def test_pdfs_are_kept_on_request_and_open_without_a_network(host: Host, reader: BrowserContext) -> None:
    (host.folder / "pdf").mkdir()
    (host.folder / "pdf" / "a.pdf").write_bytes(b"%PDF-1.7 a")
    first = '<li class="lc-js"><button class="lc-button" type="button" data-print>'
    host.edit(_ASKED, first, f'<li><a href="../pdf/a.pdf" download="a.pdf">PDF</a></li>{first}')
    host.list_again()
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    assert "/pdf/a.pdf" not in kept(page)
    page.locator(".lc-take:has([data-print]) > summary").click()
    page.get_by_role("button", name="Giữ các PDF này trên máy").click()
    expect(page.locator(".lc-said")).to_contain_text("Đã giữ trên máy")
    host.cut_off()
    for again in (False, True):
        if again:  # another day, on the page as it is kept
            page.goto(f"{host.url}/{_ASKED}")
            page.keyboard.press("Shift")
            page.locator(".lc-take:has([data-print]) > summary").click()
        link = page.get_by_role("link", name="PDF", exact=True)
        expect(link).not_to_have_attribute("download", "a.pdf")
        with page.expect_response("**/pdf/a.pdf") as answer:
            link.click()
        assert answer.value.from_service_worker


def test_the_server_can_switch_it_off(host: Host, reader: BrowserContext) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    wait_until_kept(page, _READERS)
    offline.switch_off(host.folder, projects.ROOT / "overrides")
    page.goto(f"{host.url}/{_READERS}")
    eventually(page, "caches.keys().then((names) => names.length === 0)")
    eventually(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


def test_what_other_sites_of_the_host_keep_is_left_alone(host: Host, reader: BrowserContext) -> None:
    page = visit(reader, f"{host.url}/{_ASKED}")
    page.evaluate("caches.open('cong-thong-tin').then(() => true)")
    wait_until_kept(page, _READERS)
    offline.switch_off(host.folder, projects.ROOT / "overrides")
    page.goto(f"{host.url}/{_READERS}")
    eventually(page, "caches.keys().then((names) => names.join() === 'cong-thong-tin')")
