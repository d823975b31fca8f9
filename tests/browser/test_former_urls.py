"""Whoever comes to the URL of a page or section that has moved arrives where its words are now."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.conventions import HISTORY_LOCK
from hooks.locks import history

from ..helpers import built_site, small_project
from ..helpers.command_line import run
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("former-urls")
_FRONT = "---\ntitle: {title}\ndescription: A page.\nkind: overview\norder: 900\n{more}---\n\n# {title}\n"
_ALIASES = """aliases:
  - thu/cu.md
  - thu/cu.md#mot → mot-moi
  - thu/khac.md#di -> hai-moi
"""


def _write(root: Path, name: str, body: str, more: str = "") -> None:
    for language in ("vi", "en"):
        path = root / "docs" / language / "thu" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        stated = more if language == "vi" else ""
        path.write_text(_FRONT.format(title=f"{name} {language}", more=stated) + body, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which a page was printed, and then went with a section of another one into a third."""
    root = small_project.with_program(tmp_path_factory.mktemp("former-urls") / "project")
    _write(root, "cu", "\n## Một {#mot}\n\nLời cũ.\n")
    _write(root, "khac", "\n## Ở lại {#o-lai}\n\nLời.\n\n## Đi {#di}\n\nLời khác.\n")
    assert run(root, "history", "--day", "2026-11-01").returncode == 0
    for language in ("vi", "en"):
        (root / "docs" / language / "thu/cu.md").unlink()
    _write(root, "khac", "\n## Ở lại {#o-lai}\n\nLời.\n")
    assert "[page-vanished]" in run(root, "check").stdout
    _write(root, "moi", "\n## Một mới {#mot-moi}\n\nLời cũ.\n\n## Hai mới {#hai-moi}\n\nLời khác.\n", _ALIASES)
    assert "[page-vanished]" not in run(root, "check").stdout
    assert run(root, "history", "--day", "2026-11-02").returncode == 0
    return root


@pytest.fixture(scope="module")
def moved(project: Path) -> Path:
    site = project / "site"
    done = build(site, root=project, HANDBOOK_HISTORY="error")
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def test_the_history_remembers_the_versions_of_a_page_that_is_gone(project: Path) -> None:
    past = history.read((project / HISTORY_LOCK).read_text("utf-8")).pages["docs/vi/thu/cu.md"]
    assert [entry.day for entry in past.entries] == ["2026-11-01"]


def test_old_urls_lead_on_to_the_page_and_the_section_in_both_languages(moved: Path, page: Page) -> None:
    with serve(moved) as address:
        for language in ("", "en/"):
            for old, new in (
                ("thu/cu/", "thu/moi/"),
                ("thu/cu/#mot", "thu/moi/#mot-moi"),
                ("thu/cu/#khong-co", "thu/moi/"),
                ("thu/khac/#di", "thu/moi/#hai-moi"),
            ):
                page.goto("about:blank")
                page.goto(f"{address}/{language}{old}")
                page.wait_for_url(f"{address}/{language}{new}")
            page.goto(f"{address}/{language}thu/khac/#o-lai")
            expect(page.locator("#o-lai")).to_be_in_viewport()
            assert page.url.endswith("/thu/khac/#o-lai")


def test_a_scanned_sheet_of_a_page_that_is_gone_learns_what_has_taken_its_place(
    project: Path, moved: Path, page: Page
) -> None:
    pages = history.read((project / HISTORY_LOCK).read_text("utf-8")).pages
    printed = pages["docs/vi/thu/cu.md"].latest
    with serve(moved) as address:
        page.goto(f"{address}/thu/cu/?v={printed}")
        assert "nay đã gộp vào trang khác" in page.locator(".lc-arrived").inner_text()
        assert page.locator(f".lc-version li[data-version='{printed}']").count() == 1
        page.locator(".lc-arrived").get_by_role("button").click()
        page.get_by_role("link", name="moi vi").click()
        page.wait_for_url(f"{address}/thu/moi/")
        still = pages["docs/vi/thu/moi.md"].latest
        page.goto(f"{address}/thu/moi/?v={still}")
        assert "còn đúng" in page.locator(".lc-arrived").inner_text()


def test_without_scripts_a_link_leads_on(moved: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with serve(moved) as address:
        page.goto(f"{address}/thu/cu/#mot")
        page.get_by_role("link", name="Một mới").click()
        assert page.url == f"{address}/thu/moi/#mot-moi"
        page.goto(f"{address}/en/thu/khac/#di")
        page.get_by_role("link", name="Hai mới").click()
        assert page.url == f"{address}/en/thu/moi/#hai-moi"
        page.goto(f"{address}/thu/khac/")
        assert page.locator(".lc-moved").inner_text().strip() == ""
        page.goto(f"{address}/thu/cu/")
        page.locator("header a[hreflang=en]").click()
        assert page.url == f"{address}/en/thu/cu/"
    context.close()


def test_search_engines_are_led_on_and_no_list_names_the_old_page(moved: Path) -> None:
    old = built_site.Built(moved / "en/thu/cu/index.html")
    assert [link["href"] for link in old.links if link.get("rel") == "canonical"] == [f"{built_site.SITE}en/thu/moi/"]
    assert "/thu/cu/" not in (moved / "sitemap.xml").read_text("utf-8")
    for path in [*moved.rglob("index.*.js"), *(moved / "du-lieu").glob("*.*")]:
        assert "thu/cu/" not in path.read_text("utf-8"), path
    assert list(built_site.broken(moved)) == []


def test_a_sheet_printed_today_arrives_at_its_page(site: Path, address: str, page: Page) -> None:
    """Its QR code is the URL with the version of the words on it."""
    for name in ("chi-thi-58/", "en/van-ban/cong-van/", "tuyen-truyen/truyen-thanh/"):
        foot = re.search(
            r'data-foot="[^"]*/([^/" ]*/)? · [^"]*?(\w{8})"', (site / name / "index.html").read_text("utf-8")
        )
        assert foot
        page.goto(f"{address}/{name}?v={foot[2]}")
        note = page.locator(".lc-arrived")
        assert ("còn đúng" if page.locator("html[lang=vi]").count() else "still current") in note.inner_text()
