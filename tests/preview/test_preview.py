"""`make serve`: findings are marks in the pages, and no mistake leaves the preview stuck or stale."""

import re

import pytest
from playwright.sync_api import Browser

from ..helpers import projects
from ..helpers.live_preview import Preview

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
        pytest.param("title: Chỉ thị 58", "title: no", marks=pytest.mark.every),
        pytest.param("Kỷ luật lao động là", "`[](cite:cv.I)` là", marks=pytest.mark.every),
        ("kind: overview", "kind: [overview"),
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


def test_a_removed_page_is_not_served_any_more(preview: Preview) -> None:
    page = preview.root / "docs/vi/thu.md"
    page.write_text(projects.page("Một trang.\n", "reference"), "utf-8")
    preview.until("/thu/", lambda text: "Một trang." in text)
    page.unlink()
    preview.until("/thu/", lambda text: text == "status 404")


@pytest.mark.parametrize(
    "name", ["hooks/content/checks/figures.py", "hooks/framework/events.py", "hooks/screen/labels.py"]
)
def test_a_mistake_in_the_program_is_a_readable_page_and_the_next_save_recovers(preview: Preview, name: str) -> None:
    path = preview.root / name
    good = path.read_text("utf-8")
    path.write_text(good + "\nthis is no python\n", "utf-8")
    text = preview.until("/", lambda text: "Chương trình đang lỗi" in text)
    assert "SyntaxError" in text
    path.write_text(good, "utf-8")
    preview.until("/", lambda text: "Chương trình đang lỗi" not in text and "lc-cite" in text)


def test_a_program_that_fails_while_it_runs_is_a_readable_page_too(preview: Preview) -> None:
    preview.edit("hooks/analyse.py", "    read = reading.read(files)\n", "    read = reading.read(files)\n    1 / 0\n")
    text = preview.until("/en/", lambda text: "The program is broken" in text)
    assert "ZeroDivisionError" in text
    preview.edit("hooks/analyse.py", "    1 / 0\n", "")
    preview.until("/en/", lambda text: "The program is broken" not in text)


def test_a_broken_template_is_said_and_a_mended_one_is_used(preview: Preview) -> None:
    preview.edit("overrides/theme/main.html", "{% block announce %}", "{% blok announce %}")
    preview.until("/", lambda text: "TemplateSyntaxError" in text)
    preview.edit("overrides/theme/main.html", "{% blok announce %}", "{% block announce %}")
    preview.until("/", lambda text: "TemplateSyntaxError" not in text and "Bản soạn thảo" in text)


def test_saved_changes_to_program_and_style_are_picked_up(preview: Preview) -> None:
    preview.edit("hooks/screen/interface.toml", "Được dẫn ở {count} chỗ", "Được dẫn đúng {count} chỗ")
    preview.until("/van-ban/cong-van/", lambda text: "Được dẫn đúng" in text)
    before = re.findall(r"handbook\.(\w+)\.css", preview.get("/"))
    preview.edit("overrides/styles/parts/header.css", "font-weight: 700", "font-weight: 600")
    preview.until("/", lambda text: re.findall(r"handbook\.(\w+)\.css", text) not in ([], before))
