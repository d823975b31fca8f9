"""The built site: whole, the same each time, and never replaced by a broken one."""

import json
import re
import zlib
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from hooks.content.model import TOOL_NAMES
from hooks.handbook import Handbook
from hooks.hosting import offline
from hooks.paper.page_html import parse_page
from hooks.screen.assets import PAGE_STYLES
from hooks.screen.urls import Urls

from ..helpers import built_site, projects, small_project
from ..helpers.daily import one_in
from ..helpers.mkdocs_build import build

_STANDING_IN = {"404.html", "en/404.html", "offline.html"}
"""What stands in for pages that there are not, or that cannot be had."""
_OF_SOME_PAGES = re.compile(rf"/({'|'.join((*PAGE_STYLES, *TOOL_NAMES))})(-paper)?\.[^/]*$")
"""The style sheets and scripts that only some pages load."""


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        assert sorted(set(page.ids)) == sorted(page.ids), name


def test_nothing_is_fetched_from_other_hosts(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        hosts = set(re.findall(r'(?:src|href)="(?:https?:)?//([^/"]+)', page.html))
        assert hosts <= {"le-chan.example"}, name
    for path in (site / "assets").rglob("handbook.*.css"):
        assert "url(http" not in path.read_text("utf-8")


def untranslated(book: Handbook) -> set[str]:
    """Return the English addresses that show a Vietnamese page."""
    return {Urls().file(key, "en") for key, page in book.pages["vi"].items() if page.metadata.pending}


def standing(site: Path) -> dict[str, built_site.Built]:
    """Return the pages of a site without those that only lead on from a URL that has moved."""
    found = {}
    for name, page in built_site.pages(site).items():
        own = built_site.SITE + name.removesuffix("index.html")
        canonical = {link["href"] for link in page.links if link.get("rel") == "canonical"}
        if canonical <= {own, own.replace(f"{built_site.SITE}en/", built_site.SITE)}:
            found[name] = page
    return found


def test_every_page_stands_in_both_languages_and_says_so(site: Path, book: Handbook) -> None:
    names = standing(site)
    vietnamese = {name for name in names if not name.startswith("en/") and name not in _STANDING_IN}
    assert {f"en/{name}" for name in vietnamese} | vietnamese | _STANDING_IN == set(names)
    pending = untranslated(book)
    for name in vietnamese:
        assert (names[name].lang, names[f"en/{name}"].lang) == ("vi", "en")
        original = built_site.SITE + name.removesuffix("index.html")
        for page, own in (
            (names[name], original),
            (names[f"en/{name}"], built_site.SITE + "en/" + original[len(built_site.SITE) :]),
        ):
            alternates = {
                link["hreflang"] for link in page.links if link.get("rel") == "alternate" and "hreflang" in link
            }
            canonical = [link["href"] for link in page.links if link.get("rel") == "canonical"]
            if f"en/{name}" in pending:
                assert (alternates, canonical) == (set(), [original])
            else:
                assert (alternates, canonical) == ({"vi", "en"}, [own])


def test_what_the_build_reads_is_not_published(site: Path) -> None:
    names = set(built_site.files(site))
    assert not {name for name in names if name.endswith((".j2", ".lock", ".md", ".py"))}
    assert ".nojekyll" in names


def test_what_every_page_loads_carries_its_hash_and_is_there(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        loaded = [address for address in page.addresses if "assets/" in address]
        shared = [address for address in loaded if not _OF_SOME_PAGES.search(address)]
        assert len(shared) == 5, name  # styles of screen and paper, two fonts, the script
        assert all(re.search(r"\.[0-9a-f]{8}\.\w+$", address) for address in loaded), name
    used = re.findall(r'url\("([^"]+)"\)', next((site / "assets").glob("handbook.*.css")).read_text("utf-8"))
    assert used
    assert all((site / "assets" / address).is_file() for address in used)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_browsers_fetch_in_idle_moments_is_within_the_budget_as_hosts_send_it(site: Path, language: str) -> None:
    listed = json.loads(next((site / "assets").glob("offline.*.json")).read_text("utf-8"))["rest"][language]
    paths = [site / unquote(url) / ("index.html" * url.endswith("/")) for url in listed]
    assert len(listed) > 100
    assert sum(len(zlib.compress(path.read_bytes())) for path in paths) <= offline.BUDGET


def test_the_dispatch_shows_blanks_as_blanks_and_the_rest_as_it_is(site: Path) -> None:
    html = (site / "van-ban/cong-van/index.html").read_text("utf-8")
    assert "Số: …/UBND-VHXH" in html
    assert "ngày … tháng … năm 2026" in html
    for provision in ("cv-i-1", "cv-ii-2-2-7", "cv-can-cu", "cv-kinh-gui-4", "cv-de-nghi"):
        assert f'id="{provision}"' in html


@pytest.mark.parametrize("page", ["van-ban/cong-van", "en/van-ban/cong-van"])
def test_a_paragraph_after_a_list_of_the_dispatch_is_no_part_of_its_last_item(site: Path, page: str) -> None:
    shown = parse_page((site / page / "index.html").read_text("utf-8"))
    for name in ("cv-kinh-gui", "cv-can-cu", "cv-de-nghi"):
        (paragraph,) = shown.xpath("//*[@id = $name]", name=name)
        assert paragraph.xpath("ancestor::li") == []
    assert [one.get("id") for one in shown.xpath("//div[@class = 'lc-leads']")] == ["cv-kinh-gui", "cv-can-cu"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("van-ban/bo-luat-lao-dong", "Công văn của phường chỉ nhắc tới văn bản."),
        ("van-ban/ke-hoach-85", "Công văn của phường chỉ nhắc tới văn bản."),
        ("van-ban/nghi-dinh-168-2026", "Công văn của phường không nhắc tới văn bản này."),
        ("en/van-ban/bo-luat-lao-dong", "The ward's dispatch only mentions the document."),
        ("en/van-ban/nghi-dinh-168-2026", "The ward's dispatch does not mention the document."),
    ],
)
def test_a_record_says_whether_the_dispatch_names_the_document(site: Path, page: str, said: str) -> None:
    html = unescape((site / page / "index.html").read_text("utf-8"))
    notice = html.partition('class="lc-record__notice">')[2].partition("</p>")[0]
    assert notice.endswith(said)


def test_a_record_of_a_decree_says_from_when_it_is_in_force(site: Path) -> None:
    html = (site / "van-ban/nghi-dinh-168-2026/index.html").read_text("utf-8")
    assert re.search(r"Có hiệu lực từ</dt>\s*<dd[^>]*>1/7/2026", html)


def test_every_cited_provision_says_where_it_is_cited(site: Path) -> None:
    html = (site / "van-ban/cong-van/index.html").read_text("utf-8")
    listed = html[html.index('class="lc-cited"') : html.index('id="ve-ban-luu"')]
    assert "Được dẫn ở" in listed
    cites = re.search(r'<li data-cites="([^"]*)"><a href="../../chi-thi-58/#quyen-loi-ich"', listed)
    assert cites
    assert "ii-1-3" in cites[1].split()


def test_pages_carry_the_words_they_cite_for_the_popup(site: Path) -> None:
    html = (site / "chi-thi-58/index.html").read_text("utf-8")
    words = re.search(r'<template id="trich-cv-ii-1-4">(.*?)</template>', html, re.DOTALL)
    assert words
    assert "đấu tranh phản bác các quan điểm sai trái" in words[1]


def test_the_sitemap_lists_every_page_in_both_languages(site: Path, book: Handbook) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    listed = set(re.findall(r"<loc>([^<]+)</loc>", sitemap))
    names = set(standing(site)) - untranslated(book) - _STANDING_IN
    pages = {name.removesuffix("index.html") for name in names}
    assert listed == {built_site.SITE + name for name in pages}


def different(first: Path, root: Path, again: Path) -> list[str]:
    """Build a project again on a machine that says other things of itself; return the files that are not the same."""
    done = build(again, root=root, TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONHASHSEED="7", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    before, after = built_site.files(first), built_site.files(again)
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def test_two_builds_are_the_same_to_the_byte_whatever_the_machine_says(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    assert build(tmp_path / "first", root=root).returncode == 0
    assert different(tmp_path / "first", root, tmp_path / "again") == []


@pytest.mark.every
def test_two_builds_of_the_real_pages_are_the_same_to_the_byte_too(site: Path, tmp_path: Path) -> None:
    assert different(site, projects.ROOT, tmp_path / "again") == []


@pytest.fixture(scope="module")
def pending(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which one page is published before its translation."""
    root = small_project.with_program(tmp_path_factory.mktemp("pending") / "project")
    page = root / "docs/vi/danh-cho/doanh-nghiep.md"
    page.write_text(page.read_text("utf-8").replace("---\n", "---\ntranslation: pending\n", 1), "utf-8")
    (root / "docs/en/danh-cho/doanh-nghiep.md").unlink()
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.mark.xdist_group("pending")
def test_a_pending_page_shows_the_original_and_says_so(pending: Path) -> None:
    page = built_site.Built(pending / "en/danh-cho/doanh-nghiep/index.html")
    assert "has not been translated yet" in page.html
    assert re.search(r'<article [^>]*lang="vi">\s*<h1', page.html)
    assert {"name": "robots", "content": "noindex"} in page.metas
    canonical = [link["href"] for link in page.links if link.get("rel") == "canonical"]
    assert canonical == [f"{built_site.SITE}danh-cho/doanh-nghiep/"]
    assert not [link for link in page.links if "hreflang" in link]


@pytest.mark.xdist_group("pending")
def test_a_pending_page_is_in_the_sitemap_once(pending: Path) -> None:
    sitemap = (pending / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{built_site.SITE}danh-cho/doanh-nghiep/</loc>" in sitemap
    assert "en/danh-cho/doanh-nghiep" not in sitemap


@pytest.mark.xdist_group("pending")
def test_no_other_page_falls_back(pending: Path) -> None:
    for name, page in built_site.pages(pending).items():
        if name.startswith("en/") and name not in {"en/danh-cho/doanh-nghiep/index.html"} | _STANDING_IN:
            assert "has not been translated yet" not in page.html
            assert {"name": "robots", "content": "noindex"} not in page.metas
    assert list(built_site.broken(pending)) == []


@pytest.mark.xdist_group("pending")
def test_the_word_for_cited_by_stays_in_the_language_of_the_page(pending: Path) -> None:
    assert "Được dẫn ở" not in (pending / "en/van-ban/cong-van/index.html").read_text("utf-8")


@pytest.mark.parametrize("language", one_in(2, ["vi", "en"]))
def test_a_build_with_findings_fails_and_leaves_the_last_good_site(tmp_path: Path, language: str) -> None:
    root = small_project.with_program(tmp_path / "project")
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good site", "utf-8")
    page = root / "docs" / language / "hoi-dap-chung.md"
    page.write_text(page.read_text("utf-8").replace("(cite:cv.kinh-gui)", "(cite:cv.II.9)"), "utf-8")
    done = build(root / "site", root=root)
    assert done.returncode == 1
    assert f"docs/{language}/hoi-dap-chung.md:" in done.stderr
    assert "[cite-unknown-provision]" in done.stderr
    assert "Traceback" not in done.stderr
    assert built_site.files(root / "site") == {"index.html": b"the last good site"}
    left = {path.name for path in root.iterdir()}
    assert left == {".cache", "docs", "hooks", "mkdocs.yml", "overrides", "site"}


def test_a_wrong_setting_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("coverage: note", "coverage: maybe")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    done = build(root / "site", root=root)
    assert done.returncode == 1
    assert "extra.handbook.coverage" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_a_good_build_takes_the_place_of_the_last_one_and_leaves_what_it_did_not_write(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    (root / "site").mkdir()
    (root / "site/foreign.html").write_text("foreign", "utf-8")
    (root / "docs/vi/tam.md").write_text(projects.page("# Tạm\n\nTrang này chỉ có một lúc.\n"), "utf-8")
    assert build(root / "site", root=root, strict=False).returncode == 0
    assert (root / "site/tam/index.html").exists()
    (root / "docs/vi/tam.md").unlink()
    done = build(root / "site", root=root, strict=False)
    assert done.returncode == 0, done.stderr
    assert (root / "site/en/index.html").is_file()
    assert not (root / "site/tam/index.html").exists()
    assert (root / "site/foreign.html").read_text("utf-8") == "foreign"


def test_every_build_says_in_one_line_that_the_address_is_a_stand_in(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    stand_in = build(root / "site", root=root)
    assert stand_in.stderr.count("[site-url-placeholder]") == 1
    real = build(root / "site", root=root, SITE_URL="https://sotay.lechan.vn/")
    assert "site-url-placeholder" not in real.stderr
    assert "https://sotay.lechan.vn/van-ban/" in (root / "site/sitemap.xml").read_text("utf-8")
