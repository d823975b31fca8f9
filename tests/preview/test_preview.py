"""`make serve`: findings are marks in the pages, and no mistake leaves the preview stuck or stale."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..helpers import projects
from ..helpers.live_preview import Preview, serving

_CHECKS = "bien-tap/kiem-tra.md"
_TEXT = """# Trang thử

Lời thường của trang.

## Một phần {#mot-phan}

> tạo sự thống nhất
>
> [](cite:cv.I.2)

- Một mục theo [Mục II](cite:cv.II.1)
"""
_PAGE = "docs/vi/thu.md"

pytestmark = pytest.mark.xdist_group("preview")


def test_a_clean_project_has_no_marks(preview: Preview) -> None:
    for path in ("/", "/en/", "/van-ban/cong-van/"):
        assert "lc-findings" not in preview.get(path)


@pytest.mark.parametrize(("language", "words"), [("vi", "chỗ cần sửa trên trang này"), ("en", "to mend on this page")])
def test_a_finding_is_a_mark_at_its_place_and_goes_when_it_is_mended(
    preview: Preview, chromium: Browser, language: str, words: str
) -> None:
    for one in ("vi", "en"):
        explained = preview.root / "docs" / one / _CHECKS
        explained.parent.mkdir(exist_ok=True)
        text = (projects.ROOT / "docs" / one / _CHECKS).read_text("utf-8")
        explained.write_text(projects.without_page_links(text), "utf-8")
    name = f"docs/{language}/hoi-dap-chung.md"
    path = "/hoi-dap-chung/" if language == "vi" else "/en/hoi-dap-chung/"
    preview.edit(name, "(cite:cv.kinh-gui)", "(cite:cv.II.9)")
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
    preview.edit(name, "(cite:cv.II.9)", "(cite:cv.kinh-gui)")
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
        ("# Trang thử", "### Một {#mot}\n\n# Trang thử"),
        pytest.param("## Một phần {#mot-phan}", "## Một phần", marks=pytest.mark.every),
        ("> tạo sự thống nhất", "> Nói thêm rằng tuyên truyền"),
        pytest.param("- Một mục", "- 77% [Một mục](index.md)", marks=pytest.mark.every),
        ("title: Ví dụ", "title: 2026"),
        ("Lời thường", "`[](cite:cv.I)` là"),
        pytest.param("kind: overview", "kind: [overview", marks=pytest.mark.every),
    ],
)
def test_marks_stand_in_every_kind_of_text_and_break_none(preview: Preview, before: str, after: str) -> None:
    (preview.root / _PAGE).write_text(projects.page(_TEXT).replace(before, after, 1), "utf-8")
    text = preview.until("/thu/", lambda text: "lc-findings" in text)
    assert text.count("</main>") == 1
    assert "&lt;a class=" not in text
    (preview.root / _PAGE).write_text(projects.page(_TEXT), "utf-8")
    preview.until("/thu/", lambda text: "lc-findings" not in text)


def test_a_mistake_that_is_told_once_is_marked_at_each_of_its_places(preview: Preview) -> None:
    wrong = "\n\n".join(f"Câu {number} theo [quy định](cite:cv.II.9)." for number in ("một", "hai", "ba", "bốn"))
    (preview.root / _PAGE).write_text(projects.page(f"# Trang thử\n\n{wrong}\n"), "utf-8")
    text = preview.until("/thu/", lambda text: "lc-findings" in text)
    assert re.findall(r'id="(loi-\d)"', text) == ["loi-1", "loi-2", "loi-3", "loi-4"]
    (preview.root / _PAGE).write_text(projects.page(_TEXT), "utf-8")
    preview.until("/thu/", lambda text: "lc-findings" not in text)


def _delete(page: Path) -> None:
    page.unlink()


def _save_as_utf16(page: Path) -> None:
    page.write_bytes(page.read_text("utf-8").encode("utf-16"))


def _rename(page: Path) -> None:
    page.rename(page.with_name("Hỏi đáp #1?.md"))


@pytest.mark.parametrize(
    "harm", [_delete, *(pytest.param(harm, marks=pytest.mark.every) for harm in (_save_as_utf16, _rename))]
)
@pytest.mark.parametrize("name", ["hoi-dap-chung.md", pytest.param("index.md", marks=pytest.mark.every)])
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
    page = preview.root / "docs/vi/tam.md"
    page.write_text(projects.page("Một trang.\n", "reference"), "utf-8")
    preview.until("/tam/", lambda text: "Một trang." in text)
    page.unlink()
    preview.until("/tam/", lambda text: text == "status 404")


def test_a_saved_change_of_the_style_is_picked_up_and_one_of_the_program_asks_for_a_restart(preview: Preview) -> None:
    assert "dừng và chạy lại make serve" not in preview.log.read_text("utf-8")
    before = re.findall(r"handbook\.(\w+)\.css", preview.get("/"))
    preview.edit("overrides/styles/parts/header.css", "font-weight: 700", "font-weight: 600")
    preview.until("/", lambda text: re.findall(r"handbook\.(\w+)\.css", text) not in ([], before))
    preview.edit("hooks/content/checks/figures.py", "\n_NAMED = ", "\n\n_NAMED = ")
    preview.until(
        "/hoi-dap-chung/", lambda text: "chạy lại make serve" in preview.log.read_text("utf-8") and "lc-cite" in text
    )


def test_an_error_of_the_program_ends_the_preview_in_a_line(tmp_path: Path) -> None:
    with serving(tmp_path / "project") as preview:
        preview.edit("overrides/theme/main.html", "{% block announce %}", "{% blok announce %}")
        assert preview.process.wait(60) == 1
        last = preview.log.read_text("utf-8").strip().splitlines()[-1]
        assert "main.html" in last
        assert "TemplateSyntaxError" in last
        assert "make serve" in last
