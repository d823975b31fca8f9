"""The page of a law held in full: light, quick, with everything that can be done with a provision where it is read."""

import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from hooks import analyse, files, settings
from hooks.documents.provisions import anchor
from hooks.screen.labels import official_citation

from ..helpers import held_law, panels
from ..helpers.daily import one_in
from ..helpers.held_law import NAME
from ..helpers.local_server import serve

pytestmark = pytest.mark.xdist_group("held-law")
_ARTICLES = 60
_PAGE = "van-ban/lt"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a law of 60 articles, three of whose provisions are cited elsewhere."""
    return held_law.write(tmp_path_factory.mktemp("held") / "project", _ARTICLES, "lt.d35", "lt.d36.k2.đ", "lt.d35")


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Its site."""
    return held_law.built(project)


@pytest.fixture(scope="module")
def law(site: Path) -> Iterator[str]:
    """The URL of the law."""
    with serve(site) as address:
        yield f"{address}/{_PAGE}/"


def test_the_page_of_a_law_weighs_little_more_than_its_words(site: Path) -> None:
    data = (site / _PAGE / "index.html").read_bytes()
    page = html.fromstring(data)
    words = "\n".join(
        one.text_content() for one in page.xpath("//div[@class='vb']//*[self::h2 or self::h3 or self::h4 or self::p]")
    )
    assert len(brotli.compress(data)) <= 1.6 * len(brotli.compress(words.encode()))
    provisions = page.xpath("//div[@class='vb']//*[@id]")
    assert len(page.xpath("//div[@class='vb']//*")) <= 3 * len(provisions)


@pytest.mark.parametrize("language", one_in(2, ["", "en/"]))
def test_each_provision_offers_the_words_by_which_the_build_cites_it(
    law: str, project: Path, page: Page, every: bool, language: str
) -> None:
    registry = analyse.analyse(files.read(project), settings.read(project)).registry
    cited = [one for one in registry.provisions if one.startswith("cv." if language else "lt.")]
    page.goto(law.replace(_PAGE, "en/van-ban/cong-van") if language else law)
    for one in cited[:: (1 if language else 20) * (1 if every else 3)]:
        provision = page.locator(f"[id='{anchor(one)}']")
        panels.open_tools(provision)
        words = official_citation(registry, one, language.strip("/") or "vi", first=True)
        expect(page.locator(".lc-provision__tools dd:visible").first).to_contain_text(words)
        panels.open_tools(provision)  # which closes them


def test_where_the_text_waits_for_its_translation_it_is_cited_in_its_own_language(law: str, page: Page) -> None:
    page.goto(law.replace(_PAGE, f"en/{_PAGE}"))
    panels.open_tools(page.locator("#lt-d36-k2-dd"))
    expect(page.locator(".lc-provision__tools dd")).to_contain_text(f"điểm đ khoản 2 Điều 36 {NAME}")


def test_a_provision_says_who_cites_it_and_another_says_nothing(law: str, page: Page) -> None:
    page.goto(f"{law}#lt-d35")
    heading = page.locator("#lt-d35")
    panels.open_tools(heading)
    shown = page.locator("#lt-d35 ~ .lc-provision__tools")
    expect(shown.locator("li")).to_have_text(["Ví dụ – Phần về lt.d35", "Ví dụ – Phần về lt.d35"])
    assert heading.locator(".lc-provision__open").get_attribute("title") == "Dẫn Điều 35, được dẫn ở 2 chỗ"
    panels.open_tools(page.locator("#lt-d35-k1"))
    assert page.locator("#lt-d35-k1 .lc-provision__tools li").count() == 0
    shown.locator("li a").first.click()
    expect(page).to_have_url(re.compile(r"/thu/#ve-0$"))


@pytest.mark.parametrize("width", one_in(2, [360, 1440]))
@pytest.mark.parametrize("name", ["lt-d1", "lt-d36-k2-dd", "lt-d60-k3"])
def test_a_link_to_a_point_arrives_at_it_and_stays_there(law: str, chromium: Browser, name: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(f"{law}#{name}")
    place = page.locator(f"#{name}")
    expect(place).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == name
    page.locator(".lc-provision__open").first.wait_for()
    before = place.bounding_box()
    page.wait_for_timeout(500)
    assert place.bounding_box() == before
    page.goto(f"{law}#lt-d20")
    page.go_back()
    expect(place).to_be_in_viewport()
    context.close()


def test_the_contents_unfold_by_chapter_down_to_the_article(law: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(law)
    panels.open_contents(page)
    contents = page.locator(".lc-toc")
    assert contents.locator("a:visible").count() <= 3
    contents.locator("summary", has_text="Chương 4").click()
    expect(contents.get_by_role("link", name="Mục 2")).to_be_visible()
    contents.get_by_role("link", name="Điều 36").click()
    expect(page.locator("#lt-d36")).to_be_in_viewport()
    context.close()


def test_without_scripts_the_words_the_anchors_and_the_contents_are_there(law: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{law}#lt-d36-k2-dd")
    expect(page.locator("#lt-d36-k2-dd")).to_be_in_viewport()
    page.locator(".lc-toc > details > summary").click()
    page.locator(".lc-toc__part summary").last.click()
    expect(page.get_by_role("link", name="Điều 60")).to_be_visible()
    page.locator(".lc-cited summary").click()
    expect(page.get_by_role("link", name="Phần về lt.d36.k2.đ")).to_be_visible()
    context.close()


def test_a_law_is_printed_whole_and_without_what_is_for_the_screen(law: str, page: Page) -> None:
    page.goto(law)
    page.locator(".lc-provision__open").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".lc-provision__open:visible, .lc-cited:visible, .lc-toc:visible").count() == 0
    hidden = page.evaluate("[...document.querySelectorAll('.vb p')].filter(one => !one.getClientRects().length).length")
    assert hidden == 0


@pytest.mark.parametrize(
    ("query", "found"),
    one_in(
        2,
        [
            ("điều 35 luật thử nghiệm", "lt-d35"),
            ("dieu 35 luat thu nghiem", "lt-d35"),
            ("điểm đ khoản 2 điều 36 luật thử nghiệm", "lt-d36-k2-dd"),
            ("diem d khoan 2 dieu 36 luat thu nghiem", "lt-d36-k2-d"),
            ("khoản 9 điều 36 luật thử nghiệm", "lt-d36"),
        ],
    ),
)
def test_an_article_asked_for_by_its_law_comes_first(law: str, page: Page, query: str, found: str) -> None:
    page.goto(law.replace(_PAGE, "thu"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("option").first).to_have_attribute("href", re.compile(rf"{_PAGE}/#{found}$"))


def test_words_that_only_a_law_has_are_found_in_it(law: str, project: Path, page: Page) -> None:
    text = (project / "docs/vi/van-ban/lt.md").read_text("utf-8")
    words = re.findall(r"^1\. (.{1,60})", text, re.MULTILINE)[17]
    page.goto(law.replace(_PAGE, "thu"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(words.rpartition(" ")[0])
    expect(page.get_by_role("option").first).to_have_attribute("href", re.compile(rf"{_PAGE}/#lt-d18-k1$"))


def test_what_search_loads_first_does_not_grow_with_the_laws(site: Path, page: Page, law: str) -> None:
    first = next(site.glob("assets/index.vi.first.*.js")).read_text("utf-8")
    assert "lt.d35" not in first
    assert NAME in first
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(law.replace(_PAGE, "thu"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("doanh nghiệp")
    expect(page.get_by_role("option").first).to_be_visible()
    page.wait_for_timeout(600)
    assert [url for url in loaded if "index.vi.lt." in url] == []
