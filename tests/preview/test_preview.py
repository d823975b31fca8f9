"""`make serve`: findings are marks in the pages, and no mistake leaves the preview stuck or stale."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..helpers import projects
from ..helpers.live_preview import Preview, serving

pytestmark = pytest.mark.xdist_group("preview")


def test_a_clean_project_has_no_marks(preview: Preview) -> None:
    for path in ("/", "/en/", "/van-ban/cong-van/"):
        assert "lc-findings" not in preview.get(path)


@pytest.mark.parametrize(("language", "words"), [("vi", "chỗ cần sửa trên trang này"), ("en", "to mend on this page")])
def test_a_finding_is_a_mark_at_its_place_and_goes_when_it_is_mended(
    preview: Preview, chromium: Browser, language: str, words: str
) -> None:
    name = f"docs/{language}/chi-thi-58/index.md"
    path = "/chi-thi-58/" if language == "vi" else "/en/chi-thi-58/"
    preview.edit(name, "(cite:cv.II.1)", "(cite:cv.II.9)")
    preview.until(path, lambda text: words in text)
    page = chromium.new_page()
    page.goto(preview.address + path)
    mark = page.locator("main a.lc-mark#loi-1")
    assert mark.count() == 1
    assert mark.locator("xpath=..").locator(".lc-broken").count() == 1
    box = page.locator("aside.lc-findings")
    box.wait_for()
    assert "[cite-unknown-provision]" in box.inner_text()
    explanation = box.locator("a[href*='bien-tap/kiem-tra/#cite-unknown-provision']")
    assert explanation.count() == 1
    explanation.click()
    page.locator("#cite-unknown-provision").wait_for()
    page.close()
    preview.edit(name, "(cite:cv.II.9)", "(cite:cv.II.1)")
    preview.until(path, lambda text: "lc-findings" not in text)


def test_a_changed_text_of_the_dispatch_is_marked_at_its_provision(preview: Preview) -> None:
    preview.edit("docs/vi/van-ban/cong-van.md", "Qua đó tạo", "Qua đây tạo")
    text = preview.until("/van-ban/cong-van/", lambda text: "lc-mark" in text)
    provision = text[text.index('id="cv-i-2"') : text.index('id="cv-ii"')]
    assert 'id="loi-1"' in provision
    preview.edit("docs/vi/van-ban/cong-van.md", "Qua đây tạo", "Qua đó tạo")
    preview.until("/van-ban/cong-van/", lambda text: "lc-mark" not in text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Chỉ thị số 58", "### Một {#mot}\n\n# Chỉ thị số 58"),
        pytest.param("## Đọc tiếp {#doc-tiep}", "## Đọc tiếp", marks=pytest.mark.every),
        pytest.param("> Đẩy mạnh tuyên truyền", "> Nói thêm rằng tuyên truyền", marks=pytest.mark.every),
        pytest.param("- [Luật Công đoàn]", "- 77% [Luật Công đoàn]", marks=pytest.mark.every),
        pytest.param("title: Chỉ thị 58", "title: 2026", marks=pytest.mark.every),
        pytest.param("Kỷ luật lao động là", "`[](cite:cv.I)` là", marks=pytest.mark.every),
        ("kind: theme", "kind: [theme"),
    ],
)
def test_marks_stand_in_every_kind_of_text_and_break_none(preview: Preview, before: str, after: str) -> None:
    name = "docs/vi/chi-thi-58/index.md"
    preview.edit(name, before, after)
    text = preview.until("/chi-thi-58/", lambda text: "lc-findings" in text)
    assert text.count("</main>") == 1
    assert "&lt;a class=" not in text
    preview.edit(name, after, before)
    preview.until("/chi-thi-58/", lambda text: "lc-findings" not in text)


def _delete(page: Path) -> None:
    page.unlink()


def _save_as_utf16(page: Path) -> None:
    page.write_bytes(page.read_text("utf-8").encode("utf-16"))


def _rename(page: Path) -> None:
    page.rename(page.with_name("Hỏi đáp #1?.md"))


@pytest.mark.parametrize("harm", [_delete, _save_as_utf16, _rename])
@pytest.mark.parametrize("name", ["y-nghia-muc-dich.md", pytest.param("index.md", marks=pytest.mark.every)])
def test_an_english_page_is_shown_when_its_original_is_lost_and_when_it_comes_back(
    preview: Preview, harm: Callable[[Path], None], name: str
) -> None:
    page = preview.root / "docs/vi" / name
    text = page.read_text("utf-8")
    path = "/en/" + name.removesuffix(".md").removesuffix("index")
    harm(page)
    shown = preview.until(path, lambda text: "lc-findings" in text)
    assert shown.count("</main>") == 1
    for renamed in page.parent.glob("H*.md"):
        renamed.unlink()
    page.write_text(text, "utf-8")
    preview.until(path, lambda text: "lc-findings" not in text)


def test_a_removed_page_is_not_served_any_more(preview: Preview) -> None:
    page = preview.root / "docs/vi/thu.md"
    page.write_text(projects.page("Một trang.\n", "reference"), "utf-8")
    preview.until("/thu/", lambda text: "Một trang." in text)
    page.unlink()
    preview.until("/thu/", lambda text: text == "status 404")


def test_a_saved_change_of_the_style_is_picked_up_and_one_of_the_program_asks_for_a_restart(preview: Preview) -> None:
    assert "dừng và chạy lại make serve" not in preview.log.read_text("utf-8")
    before = re.findall(r"handbook\.(\w+)\.css", preview.get("/"))
    preview.edit("overrides/styles/parts/header.css", "font-weight: 700", "font-weight: 600")
    preview.until("/", lambda text: re.findall(r"handbook\.(\w+)\.css", text) not in ([], before))
    preview.edit("hooks/content/checks/figures.py", "\nStated = ", "\n\nStated = ")
    preview.until("/", lambda text: "chạy lại make serve" in preview.log.read_text("utf-8") and "lc-cite" in text)


def test_an_error_of_the_program_ends_the_preview_in_a_line(tmp_path: Path) -> None:
    with serving(tmp_path / "project") as preview:
        preview.edit("overrides/theme/main.html", "{% block announce %}", "{% blok announce %}")
        assert preview.process.wait(60) == 1
        last = preview.log.read_text("utf-8").strip().splitlines()[-1]
        assert "main.html" in last
        assert "TemplateSyntaxError" in last
        assert "make serve" in last
