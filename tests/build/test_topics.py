"""A topic that waits for its translation, on a digest that waits too, is whole in Vietnamese and honest in English."""

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest

from hooks import analyse, files
from hooks.cache import Cache
from hooks.handbook import Handbook
from hooks.paper.edition import Site
from hooks.paper.editions import editions
from hooks.screen.imprint import imprint
from hooks.screen.urls import Urls
from hooks.search.entries import entries
from hooks.settings import Settings
from hooks.unchanged import Unchanged

from ..helpers import built_site, small_project
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("topics")
_TOPIC = """---
title: Việc thử
description: Chủ đề để thử.
kind: topic
order: 900
translation: pending
---

# Việc thử

Lương không được chậm quá 30 ngày ([](cite:blld.d97.k4)).

## Câu hỏi {#cau-hoi}

### Lương trễ bao lâu thì phải đền bù thử? {#ql-thu-01 readers="doanh-nghiep"}

Trễ từ 15 ngày ([](cite:blld.d97.k4)).

### Chưa ai trả lời thử? {#ql-thu-02 readers="doanh-nghiep" answered=false}

Chưa có ở đây.
Có thể hỏi Ủy ban nhân dân phường Lê Chân.
"""
_FOLDER = """---
title: {title}
description: A folder nobody named in the program.
kind: overview
order: 800
---

# {title}

## {title} {{#danh-sach}}

[](cite:blld.d97.k4)

<!-- insert: pages -->
"""
_DIGEST = "van-ban/bo-luat-lao-dong/tom-luoc.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a new folder of one topic, and with a digest that has no English."""
    root = small_project.with_program(tmp_path_factory.mktemp("topics"))
    for language, title in (("vi", "Thư mục mới"), ("en", "New folder")):
        reader = root / "docs" / language / "danh-cho/doanh-nghiep.md"
        reader.write_text(reader.read_text("utf-8") + "\n## Hỏi {#hoi}\n\n<!-- insert: questions -->\n", "utf-8")
        folder = root / "docs" / language / "thu-muc-moi"
        folder.mkdir()
        (folder / "index.md").write_text(_FOLDER.format(title=title), "utf-8")
    (root / "docs/vi/thu-muc-moi/viec-thu.md").write_text(_TOPIC, "utf-8")
    (root / "docs/en" / _DIGEST).unlink()
    digest = root / "docs/vi" / _DIGEST
    digest.write_text(digest.read_text("utf-8").replace("---\n", "---\ntranslation: pending\n", 1), "utf-8")
    return root


@pytest.fixture(scope="module")
def handbook(project: Path) -> Handbook:
    return analyse.analyse(files.read(project), Settings(site_url=built_site.SITE))


@pytest.fixture(scope="module")
def topics(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("topics-built") / "site"
    done = build(to, root=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


def test_nothing_is_wrong_with_pages_that_wait_for_their_translation(handbook: Handbook) -> None:
    assert handbook.errors == ()


def test_the_page_of_a_new_folder_lists_its_pages_in_both_languages(topics: Path) -> None:
    link = 'href="viec-thu/">Việc thử</a>'
    assert link in (topics / "thu-muc-moi/index.html").read_text("utf-8")
    english = (topics / "en/thu-muc-moi/index.html").read_text("utf-8")
    assert f'<li lang="vi"><a {link}' in english


def test_questions_of_a_topic_are_shown_listed_and_exported(topics: Path) -> None:
    page = (topics / "thu-muc-moi/viec-thu/index.html").read_text("utf-8")
    assert page.count('<p class="lc-tags">Dành cho: <a href="../../danh-cho/doanh-nghiep/">Doanh nghiệp</a>') == 2
    assert page.count("<strong>Chưa có lời đáp ở đây</strong>") == 1
    assert "viec-thu/#ql-thu-01" in (topics / "danh-cho/doanh-nghiep/index.html").read_text("utf-8")
    english = (topics / "en/danh-cho/doanh-nghiep/index.html").read_text("utf-8")
    assert '<a lang="vi" href="../../thu-muc-moi/viec-thu/#ql-thu-01">' in english
    rows = {row["id"]: row for row in json.loads((topics / "du-lieu/hoi-dap.json").read_text("utf-8"))["rows"]}
    assert rows["ql-thu-01"]["cites"] == ["blld.d97.k4"]
    assert not rows["ql-thu-02"]["answered"]


def test_the_english_address_shows_the_vietnamese_says_so_and_is_left_out_by_search_engines(topics: Path) -> None:
    for name in ("thu-muc-moi/viec-thu/", "van-ban/bo-luat-lao-dong/tom-luoc/"):
        page = built_site.Built(topics / "en" / name / "index.html")
        assert '<article class="lc-text lc-text--' in page.html
        assert 'lang="vi">' in page.html
        assert "has not been translated yet" in page.html
        assert {"name": "robots", "content": "noindex"} in page.metas
        assert f"{built_site.SITE}{name}" in [link["href"] for link in page.links if link.get("rel") == "canonical"]
        switch = built_site.Built(topics / name / "index.html").addresses
        assert f"/en/{name}" in [urljoin(f"/{name}", address) for address in switch]
        assert f"/{name}" in [urljoin(f"/en/{name}", address) for address in page.addresses]
    assert list(built_site.broken(topics)) == []


def test_an_english_page_cites_an_entry_in_english_and_shows_its_words_as_vietnamese(topics: Path) -> None:
    english = (topics / "en/thu-muc-moi/index.html").read_text("utf-8")
    assert "clause 4, Article 97 of the Labour Code" in english
    popup = english[english.index('<template id="trich-blld-d97-k4">') :]
    assert '<p lang="vi">' in popup[: popup.index("</template>")]
    vietnamese = (topics / "thu-muc-moi/index.html").read_text("utf-8")
    popup = vietnamese[vietnamese.index('<template id="trich-blld-d97-k4">') :]
    assert "lang=" not in popup[: popup.index("</template>")]


def test_search_has_the_questions_and_entries_in_vietnamese_only(handbook: Handbook) -> None:
    found = {language: entries(handbook, language, Urls(), Unchanged()) for language in ("vi", "en")}
    kinds = {entry.anchor: entry.kind for entry in found["vi"]}
    assert (kinds["ql-thu-01"], kinds["blld-d97-k4"]) == ("question", "provision")
    assert not {"ql-thu-01", "blld-d97-k4"} & {entry.anchor for entry in found["en"]}


def test_a_folder_with_questions_is_a_booklet_in_the_language_it_is_written_in(
    handbook: Handbook, tmp_path: Path
) -> None:
    urls, cache = Urls(built_site.SITE), Cache(tmp_path)
    site = Site(urls, True, lambda page: imprint(page, handbook, urls, cache, provisional=False))
    made = {edition.job.pdf for edition in editions(handbook, site)}
    assert "pdf/thu-muc-moi/viec-thu.pdf" in made
    assert "pdf/thu-muc-moi.tap-sach.pdf" in made
    assert not [name for name in made if name.startswith("pdf/en/thu-muc-moi/viec-thu")]
