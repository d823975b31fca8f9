"""Whether URLs are those of folders or of files: each leads to a file that exists."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hooks import analyse, files, settings
from hooks.cache import Cache
from hooks.handbook import Handbook
from hooks.paper import edition
from hooks.paper.editions import editions
from hooks.screen.imprint import imprint
from hooks.screen.urls import Urls

from ..helpers import built_site, projects, small_project
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("urls")


Site = tuple[Path, Urls, Handbook]
_KINDS = {"pdf", "large", "a3", "booklet", "leaflet", "whole"}
_WHOLE_AS_FILES = pytest.param((False, "whole"), marks=pytest.mark.every)


@pytest.fixture(
    scope="module", params=[(True, "whole"), (False, "small"), _WHOLE_AS_FILES], ids=lambda form: f"{form[1]}-{form[0]}"
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with URLs of either form, how it names its pages, and what they say."""
    folders, size = request.param
    urls = Urls(built_site.SITE, folders)
    if folders:
        return request.getfixturevalue("site"), urls, request.getfixturevalue("book")
    copy = projects.copy if size == "whole" else small_project.with_program
    root = copy(tmp_path_factory.mktemp("files") / "project")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nuse_directory_urls: false\n")
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root / "site", urls, analyse.analyse(files.read(root), settings.read(root))


def expected(book: Handbook, urls: Urls) -> set[str]:
    """Return the files of all pages, below the site, and those at former URLs."""
    return {urls.file(key, language) for language, pages in book.pages.items() for key in [*pages, *book.aliases.pages]}


def leads_nowhere(site: Path, urls: Urls, address: str) -> bool:
    """Return whether a URL below the site leads to no page of the site's form, or to no id there."""
    path, _, fragment = address.partition("#")
    if urls.folders and (not path or path.endswith("/")):
        path += "index.html"
    if not path.endswith(".html") or not (site / path).is_file():
        return True
    return bool(fragment) and f'id="{fragment}"' not in (site / path).read_text("utf-8")


def test_every_page_stands_in_the_file_that_its_url_names(built: Site) -> None:
    site, urls, book = built
    assert set(built_site.pages(site)) == expected(book, urls) | {"404.html", "en/404.html", "offline.html"}


def test_every_link_leads_to_a_file_and_an_id(built: Site) -> None:
    site, _, _ = built
    assert list(built_site.broken(site)) == []


def test_links_name_pages_in_one_form(built: Site) -> None:
    site, urls, _ = built
    for name, page in built_site.pages(site).items():
        paths = {urlsplit(address).path for address in page.addresses if not address.startswith("data:")} - {"", "."}
        of_pages = {path for path in paths if path.endswith(("/", ".html", "/.", ".."))}
        assert of_pages, name
        wrong = {path for path in of_pages if path.endswith(".html") == urls.folders}
        assert not wrong, name


def test_a_page_says_its_own_url_on_screen_and_on_paper(built: Site) -> None:
    site, urls, book = built
    for language, pages in book.pages.items():
        for key, page in pages.items():
            own = urls.published(key, page.language)
            shown = built_site.Built(site / urls.file(key, language))
            assert [link["href"] for link in shown.links if link.get("rel") == "canonical"] == [own]
            assert f" · {own} · " in shown.html
            assert f"<p>{own}" in shown.html


def test_the_language_switch_leads_to_the_same_page(built: Site) -> None:
    site, urls, book = built
    for language, other in (("vi", "en"), ("en", "vi")):
        for key in book.pages[language]:
            name = urls.file(key, language)
            html = (site / name).read_text("utf-8")
            switch = re.findall(r'<a class="lc-header__item" href="([^"]+)" hreflang="\w\w"', html)
            assert len(switch) == 1
            target = (site / name).parent / switch[0]
            target = target / "index.html" if urls.folders else target
            assert target.resolve() == (site / urls.file(key, other)).resolve(), name


def test_every_entry_of_the_search_leads_to_its_place(built: Site) -> None:
    site, urls, _ = built
    indexes = sorted((site / "assets").glob("index.*.js"))
    assert len(indexes) == 4  # the index and the rest of it, in both languages
    for path in indexes:
        found = json.loads(path.read_text("utf-8").removeprefix("lcSearchIndex(").removesuffix(");\n"))
        addresses = [f"{page}#{row[2]}".rstrip("#") for page, _, rows in found["pages"] for row in rows]
        addresses += [address for _, address in found.get("suggested", ())]
        assert addresses
        assert [one for one in addresses if leads_nowhere(site, urls, one)] == []


def test_every_row_of_the_data_files_leads_to_its_place(built: Site) -> None:
    site, urls, _ = built
    exported = sorted((site / "du-lieu").glob("*.json"))
    assert exported
    for path in exported:
        rows = json.loads(path.read_text("utf-8"))["rows"]
        assert rows
        if path.stem != "phuong":  # what the ward fills in stands on no page of its own
            places = {row["url"].removeprefix(built_site.SITE) for row in rows}
            assert [place for place in places if leads_nowhere(site, urls, place)] == []


def test_the_sitemap_leads_to_every_page(built: Site) -> None:
    site, urls, book = built
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    listed = re.findall(r"<loc>([^<]+)</loc>", sitemap)
    assert sorted(listed) == sorted(
        {urls.published(key, page.language) for pages in book.pages.values() for key, page in pages.items()}
    )
    for address in [*listed, *re.findall(r'href="([^"]+)"', sitemap)]:
        assert address.startswith(built_site.SITE)
        assert not leads_nowhere(site, urls, address.removeprefix(built_site.SITE)), address


def test_what_is_printed_is_made_of_and_linked_on_pages_that_exist(built: Site, tmp_path: Path) -> None:
    site, urls, book = built
    cache = Cache(tmp_path)
    placeholder = settings.read(projects.ROOT).placeholder
    about = edition.Site(urls, False, lambda page: imprint(page, book, urls, cache, provisional=placeholder))
    made = list(editions(book, about))
    assert {one.kind for one in made} >= (_KINDS if len(book.pages["vi"]) > 50 else {"pdf", "whole"})
    pages = expected(book, urls)
    for one in made:
        assert set(one.linked) <= pages, one.job.pdf
        assert not leads_nowhere(site, urls, one.job.url.removeprefix(built_site.SITE)), one.job.pdf
