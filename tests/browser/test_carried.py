"""The copy for a memory stick: one ZIP, unpacked and opened as files, with all that works without a server."""

import re
import zipfile
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from hooks.hosting.carried import FOLDER

from ..helpers import built_site, small_project
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("carried")

_PDF = "pdf/hoi-dap-chung.pdf"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ZIP of a small project whose published site has one PDF."""
    root = small_project.with_program(tmp_path_factory.mktemp("carried"))
    (root / "site" / _PDF).parent.mkdir(parents=True)
    sheet = pypdf.PdfWriter()
    sheet.add_blank_page(200, 200)
    sheet.write(root / "site" / _PDF)
    done = build(root / FOLDER, root=root, strict=False, HANDBOOK_CARRIED="true", HANDBOOK_PDF="make")
    assert done.returncode == 0, done.stderr
    assert run(root, "usb").returncode == 0
    return root / "deploy/made/so-tay.zip"


@pytest.fixture(scope="module")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder it is unpacked to."""
    to = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(packed) as one:
        assert one.testzip() is None
        one.extractall(to)
    assert [path.name for path in to.iterdir()] == ["so-tay"]
    return to / "so-tay"


def test_every_link_leads_to_a_file_that_is_there(unpacked: Path) -> None:
    elsewhere = (
        ": https://le-chan.example/",
        "tra-cuu/tim-kiem.html",
    )  # the published site; what small projects have not
    assert [one for one in built_site.broken(unpacked) if not any(name in one for name in elsewhere)] == []
    for name, page in built_site.pages(unpacked).items():
        folders = [one for one in page.addresses if one.split("#")[0].endswith(("/", "..")) and "://" not in one]
        assert folders == [], name


def test_pages_open_as_files_in_both_languages_and_are_found(unpacked: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((unpacked / "index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("Trang đầu")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("gui nhung ai")
    page.get_by_role("option").first.click()
    expect(page.locator("h1")).to_contain_text("Hỏi đáp chung")
    page.wait_for_load_state()  # scripts listen once a page has come in
    page.locator("main a.lc-cite[data-cite*='.']").first.hover()
    expect(page.locator(".lc-popup")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("header a[hreflang=en]").click()
    expect(page.locator("h1")).to_contain_text("General questions")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("who is it for")
    expect(page.get_by_role("option").first).to_be_visible()
    assert said == []


def test_the_pdfs_of_the_published_site_are_in_it_and_linked(unpacked: Path, page: Page) -> None:
    assert (unpacked / _PDF).is_file()
    page.goto((unpacked / "hoi-dap-chung.html").as_uri())
    page.locator(".lc-take:has([data-print]) > summary").click()
    link = page.locator(".lc-take li > a[href$='.pdf']")
    expect(link).to_be_visible()
    assert link.evaluate("link => link.href") == (unpacked / _PDF).as_uri()


def test_sheets_and_pages_name_the_url_of_the_published_site(unpacked: Path) -> None:
    html = (unpacked / "hoi-dap-chung.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://le-chan.example/hoi-dap-chung/">' in html
    assert "<p>https://le-chan.example/hoi-dap-chung/" in html


def test_nobody_is_told_that_a_sheet_is_current(unpacked: Path, page: Page) -> None:
    page.goto((unpacked / "hoi-dap-chung.html").as_uri())
    own = page.locator(".lc-version").get_attribute("data-version")
    page.goto(f"{(unpacked / 'hoi-dap-chung.html').as_uri()}?v={own}")
    expect(page.locator(".lc-arrived")).to_contain_text("Không kiểm tra được")


def test_the_readme_says_in_both_languages_how_to_open_it_and_names_what_is_there(unpacked: Path) -> None:
    data = (unpacked / "DOC-TRUOC - README.txt").read_bytes()
    text = data.decode("utf-8-sig")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    for named in re.findall(r"[\w/-]+\.html", text):
        assert (unpacked / named).is_file(), named
    assert "1 tệp PDF" in text
    assert "1 PDF file" in text
    assert "https://le-chan.example/" in text


def test_what_only_a_host_needs_is_left_out(unpacked: Path) -> None:
    left = {"sw.js", "_headers", ".htaccess", "404.html", "offline.html", "sitemap.xml"}
    assert left.isdisjoint(path.name for path in unpacked.rglob("*"))


def test_the_same_site_gives_the_same_zip(packed: Path) -> None:
    root = packed.parents[2]
    assert run(root, "usb", "--to", str(root / "again")).returncode == 0
    assert (root / "again" / packed.name).read_bytes() == packed.read_bytes()
