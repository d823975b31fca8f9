"""What the site publishes for programs is what it says, leads where it says, and passes the judges of each form."""

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import urldefrag

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from hooks.documents.records import LAWS
from hooks.handbook import Handbook
from hooks.screen.exports import schema
from hooks.screen.urls import Urls
from hooks.settings import LANGUAGES

from ..helpers import akoma_ntoso, built_site, schema_org

DATA = "du-lieu"
URLS = Urls(built_site.SITE)


def read(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def rows(site: Path, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(read(site, f"{DATA}/{name}.json"))["rows"]
    return found


@pytest.mark.parametrize("name", schema.tables())
def test_a_table_is_what_its_published_schema_says(site: Path, name: str) -> None:
    whole = json.loads(read(site, f"{DATA}/{name}.json"))
    published = json.loads(read(site, f"{DATA}/{whole['$schema']}"))
    assert published["$id"] == f"{built_site.SITE}{DATA}/{whole['$schema']}"
    Draft202012Validator.check_schema(published)
    judge = Draft202012Validator(published, format_checker=FormatChecker())
    assert [f"{list(error.path)}: {error.message}" for error in judge.iter_errors(whole)] == []
    assert whole["rows"]


@pytest.mark.parametrize("name", schema.tables())
def test_a_csv_file_has_the_rows_of_the_json_file(site: Path, name: str) -> None:
    read_back = list(csv.DictReader(io.StringIO(read(site, f"{DATA}/{name}.csv").removeprefix("\ufeff"))))
    for cells, row in zip(read_back, rows(site, name), strict=True):
        assert list(cells) == list(row)
        written = {
            key: " ".join(value) if isinstance(value, list) else json.dumps(value) if value in (True, False) else value
            for key, value in row.items()
        }
        assert cells == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_data_explains_every_column_and_leads_to_every_file(site: Path, language: str) -> None:
    html = read(site, URLS.file("tra-cuu/du-lieu.md", language))
    told = {
        table: re.findall(r"<td><code>(\w+)</code></td><td>[^<]{3,}", part)
        for table, part in re.findall(
            r"<summary>[^<]+\(<code>([\w-]+)</code>\)</summary>(.*?)</details>", html, re.DOTALL
        )
    }
    assert told == {name: list(rows(site, name)[0]) for name in schema.tables()}
    linked = set(re.findall(rf'href="[./]*/({DATA}/[^"]+)"', html))
    written = {path for path in built_site.files(site) if path.startswith(f"{DATA}/")}
    assert linked == {path for path in written if not path.endswith({"vi": ".en.xml", "en": ".vi.xml"}[language])}


def test_an_answer_in_the_data_has_the_words_of_its_citations(site: Path) -> None:
    for row in rows(site, "hoi-dap"):
        assert "()" not in f"{row['answer']} {row['answer_en']}"
        assert row["question_en"]
        assert row["answer_en"]


@pytest.mark.every
@pytest.mark.xdist_group("schema-org")
def test_the_judge_of_json_ld_takes_a_publisher_and_refuses_what_schema_org_does_not_know() -> None:
    assert list(schema_org.refused({"@context": "https://schema.org", **schema_org.PUBLISHER})) == []
    for wrong in (
        {"@type": "Dispatch", "name": "a"},
        {"@type": "Legislation", "symbol": "a"},
        {"@type": "Legislation", "legislationDate": "hôm qua"},
        {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "acceptedAnswer": 5}]},
    ):
        assert list(schema_org.refused({"@context": "https://schema.org", **wrong})), wrong


@pytest.mark.every
@pytest.mark.xdist_group("schema-org")
def test_json_ld_of_every_page_is_known_to_schema_org(site: Path, book: Handbook) -> None:
    asking = {
        URLS.file(page.key, page.language) for of in book.pages.values() for page in of.values() if page.questions
    }
    laws = {
        URLS.file(document.record.page, language)
        for document in book.registry.documents.values()
        for language in LANGUAGES
        if document.record.type in LAWS
    }
    kinds: dict[str, set[str]] = {}
    for name, page in built_site.pages(site).items():
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html, re.DOTALL)
        assert len(blocks) <= 1, name
        for data in map(json.loads, blocks):
            assert list(schema_org.refused(data)) == [], name
            for thing in schema_org.things(data):
                kinds.setdefault(thing["@type"], set()).add(name)
    assert kinds["FAQPage"] == asking
    assert kinds["Legislation"] == laws
    assert "van-ban/cong-van/index.html" not in laws
    assert set(kinds) == {"BreadcrumbList", "FAQPage", "Legislation"}  # the ward has not taken the site on


def test_the_place_of_a_page_in_json_ld_leads_through_pages_to_itself(site: Path) -> None:
    html = read(site, "en/chi-thi-58/hoi-dap/index.html")
    data = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    path = next(thing for thing in schema_org.things(data) if thing["@type"] == "BreadcrumbList")
    steps = [step["item"]["@id"].removeprefix(built_site.SITE) for step in path["itemListElement"]]
    assert steps == ["en/", "en/chi-thi-58/", "en/chi-thi-58/hoi-dap/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dispatch_as_akoma_ntoso_obeys_the_standard_and_has_every_word(
    site: Path, book: Handbook, language: str
) -> None:
    root = akoma_ntoso.read(read(site, f"{DATA}/akn/cv.{language}.xml"))
    assert akoma_ntoso.refused(root) == []
    assert akoma_ntoso.wrong_eids(root) == []
    own = book.registry.documents["cv"].texts[language].own_words
    assert akoma_ntoso.words(root) == {provision: " ".join(words.split()) for provision, words in own.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_tells_the_recorded_changes_newest_first(site: Path, book: Handbook, language: str) -> None:
    text = (site / f"{'' if language == 'vi' else 'en/'}thay-doi.xml").read_bytes()
    feed = feedparser.parse(text)
    assert not feed.bozo
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    pages = {URLS.published(page.key, language): page.path for page in book.pages[language].values()}
    for entry in feed.entries:
        recorded = book.history.pages[pages[entry.link]].entries
        version = entry.id.partition("?v=")[2].partition("#")[0]
        assert (version, entry.updated[:10]) in {(one.version, one.day) for one in recorded}


def test_the_sitemap_has_the_day_on_which_the_words_of_each_page_were_recorded(site: Path, book: Handbook) -> None:
    found = dict(re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", read(site, "sitemap.xml")))
    recorded = {
        URLS.published(page.key, language): book.history.pages[page.path].entries[-1].day
        for language in LANGUAGES
        for page in book.pages[language].values()
        if page.path in book.history.pages and book.history.pages[page.path].latest == book.versions[page.path].id
    }
    assert found == recorded


def test_crawlers_are_led_to_the_sitemap(site: Path) -> None:
    assert f"Sitemap: {built_site.SITE}sitemap.xml" in read(site, "robots.txt").splitlines()


@pytest.mark.parametrize("folder", ["", "en/"])
def test_llms_txt_leads_to_pages_of_its_language(site: Path, folder: str) -> None:
    text = read(site, f"{folder}llms.txt")
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n", text)
    linked = re.findall(r"\]\((\S+?)\)", text)
    assert len(linked) > 50
    for url in linked:
        assert url.startswith(built_site.SITE + folder)
        assert (site / url.removeprefix(built_site.SITE) / "index.html").is_file()


def test_every_question_has_a_card_that_leads_to_it_and_runs_nothing(site: Path, book: Handbook) -> None:
    ids = [{question.section.id for page in of.values() for question in page.questions} for of in book.pages.values()]
    former = " ".join(f"#{alias.section} " for alias in book.aliases.stated)
    asked = {
        f"{'' if language == 'vi' else 'en/'}the/{question.section.id}.html"
        for language in LANGUAGES
        for page in book.pages[language].values()
        for question in page.questions
    }
    cards = built_site.cards(site)
    assert asked <= set(cards)
    for name, card in cards.items():
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", card.html), name
        place, fragment = urldefrag(next(link["href"] for link in card.links if link["rel"] == "canonical"))
        assert name in asked or f"#{Path(name).stem} " in former
        assert fragment in ids[name.startswith("en/")]
        assert (site / place.removeprefix(built_site.SITE) / "index.html").is_file()
        assert {"name": "robots", "content": "noindex"} in card.metas


def test_what_editors_fill_in_for_the_program_is_not_published(site: Path) -> None:
    assert [name for name in built_site.files(site) if name.endswith(".toml")] == []
