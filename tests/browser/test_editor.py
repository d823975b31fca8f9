"""`make edit` in a browser: from first sight to a published change, and back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from hooks.commands import publish
from hooks.editor.server import EditorServer

from ..helpers import small_project
from ..helpers.running_editor import editing
from ..helpers.word_files import written

pytestmark = pytest.mark.xdist_group("editor")

_PAGE = "docs/vi/hoi-dap-chung.md"
_PASTE = """
(html) => {
  const text = document.getElementById("text");
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "plain");
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
"""
_FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal><b>Lưu ý</b>&nbsp;cho người có việc làm.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp; </span>Nghe loa
truyền thanh<o:p></o:p></p><!--EndFragment--></body></html>"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditorServer]:
    """The editor of a small project that was published once."""
    root = small_project.with_program(tmp_path_factory.mktemp("editor") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOOK_PDF", "none")
        assert publish.publish(root, texts=True, translated=True, tell=lambda _: None) == ()
        with editing(root) as started:
            yield started


@pytest.fixture
def editor(server: EditorServer, chromium: Browser) -> Iterator[Page]:
    """The editor as it is opened."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(server.url)
    page.locator("#list button").first.wait_for()
    yield page
    context.close()
    assert [line for line in wrong if "409" not in line] == []


def site_page(server: EditorServer) -> str:
    return (server.api.root / "site/hoi-dap-chung/index.html").read_text("utf-8")


def chosen(editor: Page, path: str = _PAGE) -> Page:
    editor.locator(f"[data-path='{path}']").click()
    editor.locator("#work").wait_for()
    return editor


def asked(editor: Page, held: list[Route], count: int) -> None:
    """Wait until the editor has asked something that many times."""
    for _ in range(600):
        if len(held) == count:
            return
        editor.wait_for_timeout(50)
    raise AssertionError(held)


def test_a_change_goes_from_first_sight_to_the_published_site_and_back(server: EditorServer, editor: Page) -> None:
    server.api.preview.start()
    assert "#" not in editor.url, "the token stays in no history"
    editor.fill("#filter", "hỏi đáp")
    chosen(editor)
    expect(editor.locator("#checked")).to_contain_text("không có chỗ nào phải sửa")

    editor.locator("#settings > summary").click()
    editor.locator("[data-setting='title']").fill("Hỏi đáp của phường")
    editor.locator("[data-setting='title']").blur()
    editor.evaluate(_PASTE, _FROM_WORD)
    text = editor.locator("#text")
    expect(text).to_have_value(re.compile(r"\*\*Lưu ý\*\* cho người có việc làm"))
    assert text.input_value().rstrip().endswith("- Nghe loa truyền thanh")

    editor.locator("#cite").click()
    editor.locator("#dialog input").fill("cv.III.1")
    editor.locator("[data-id='cv.III.1']").click()
    assert text.input_value().rstrip().endswith("- Nghe loa truyền thanh ([](cite:cv.III.1))")

    editor.evaluate("document.execCommand('insertText', false, ', 77% [](cite:cv.IX)')")
    mark = editor.locator("#marks button.error")
    mark.first.wait_for()
    body = text.input_value().split("\n")
    row = editor.locator("#mirror > div").nth(next(at for at, line in enumerate(body) if "cv.IX" in line))
    assert abs(mark.first.bounding_box()["y"] - row.bounding_box()["y"]) < 3  # type: ignore[index]
    expect(editor.locator("#findings")).to_contain_text("cv.IX")
    text.fill(text.input_value().replace(", 77% [](cite:cv.IX)", ""))
    expect(editor.locator("#marks button.error")).to_have_count(0)

    editor.locator("#save").click()
    expect(editor.locator("#status")).to_contain_text("Đã lưu")
    saved = (server.api.root / _PAGE).read_text("utf-8")
    assert "title: Hỏi đáp của phường\n" in saved
    assert saved.endswith("- Nghe loa truyền thanh ([](cite:cv.III.1))\n")
    frame = editor.frame_locator("#preview")
    expect(frame.locator("main")).to_contain_text("Nghe loa truyền thanh", timeout=90_000)
    assert "Nghe loa truyền thanh" not in site_page(server)

    dialog = editor.locator("#dialog")
    editor.locator("#publish").click()
    expect(dialog).to_contain_text("cite:cv.III.1")  # the English page does not cite it yet
    dialog.get_by_role("button", name="Mở trang này").first.click()
    expect(editor.locator("#page-name")).to_contain_text("docs/en/hoi-dap-chung.md")
    text.fill(f"{text.input_value()}\n- Listen to the loudspeakers ([](cite:cv.III.1))\n")
    again = editor.locator("#findings").get_by_role("button", name="Đã so lại")
    editor.locator("#save").click()
    expect(again).to_have_count(2)
    for left in (1, 0):  # the title above the questions, and the question
        again.first.click()
        expect(again).to_have_count(left)
    expect(editor.locator("#checked")).to_contain_text("không có chỗ nào phải sửa")
    assert "Listen to the loudspeakers" in (server.api.root / "docs/en/hoi-dap-chung.md").read_text("utf-8")

    editor.locator("#publish").click()
    expect(dialog.locator("table").first).to_contain_text("Nghe loa truyền thanh")
    dialog.get_by_role("button", name="Công bố ngay").click()
    expect(editor.locator("#dialog-status")).to_have_text("Đã công bố.", timeout=90_000)
    assert "Nghe loa truyền thanh" in site_page(server)
    dialog.get_by_role("button", name="Đóng").click()

    editor.locator("#undo").click()
    dialog.locator("#dialog-actions button").click()
    expect(editor.locator("#dialog-status")).to_contain_text("Đã trở lại bản lúc", timeout=60_000)
    assert "Nghe loa truyền thanh" not in site_page(server)
    assert (server.api.root / _PAGE).read_text("utf-8") == saved


def test_words_typed_while_the_program_answers_about_a_setting_stay_and_saving_waits_for_both(
    server: EditorServer, editor: Page
) -> None:
    held: list[Route] = []
    before = (server.api.root / _PAGE).read_text("utf-8")
    chosen(editor)
    editor.route("**/api/setting", lambda route: held.append(route))
    editor.locator("#settings > summary").click()
    for title in ("Hỏi đáp", "Hỏi đáp mới"):
        editor.locator("[data-setting='title']").fill(title)
        editor.locator("[data-setting='title']").blur()
    text = editor.locator("#text")
    text.press_sequentially("Dòng gõ thêm.")
    typed = text.input_value()
    editor.locator("#save").click()
    for answered in range(2):  # the second is asked once the first has its answer
        asked(editor, held, answered + 1)
        held[answered].continue_()
    expect(editor.locator("#status")).to_contain_text("Đã lưu")
    assert text.input_value() == f"{typed}\n", "saving ends the last line"
    saved = (server.api.root / _PAGE).read_text("utf-8")
    assert "title: Hỏi đáp mới\n" in saved
    assert "Dòng gõ thêm." in saved
    (server.api.root / _PAGE).write_text(before, "utf-8")


def test_of_two_pages_the_one_asked_for_last_is_shown(editor: Page) -> None:
    held: list[Route] = []
    editor.route("**/api/page", lambda route: held.append(route))
    paths = [_PAGE, "docs/vi/index.md"]
    for path in paths:
        editor.locator(f"[data-path='{path}']").click()
    asked(editor, held, len(paths))
    for answer in reversed(held):
        with editor.expect_response("**/api/page"):
            answer.continue_()
    editor.wait_for_timeout(300)  # the late answer would be shown by now
    expect(editor.locator("#page-name")).to_contain_text(paths[1])


def test_a_question_is_added_with_its_readers_by_choice(server: EditorServer, editor: Page) -> None:
    chosen(editor).locator("#add").click()
    editor.locator("#dialog input[type=text]").fill("Nghe ở đâu?")
    editor.locator("#dialog").get_by_label("Doanh nghiệp").check()
    editor.get_by_role("button", name="Thêm vào cuối trang").click()
    expect(editor.locator("#status")).to_contain_text("Đã thêm")
    assert '## Nghe ở đâu? {#q-chung-02 readers="doanh-nghiep"}' in editor.locator("#text").input_value()
    expect(editor.locator("#marks button")).not_to_have_count(0)


def test_a_word_file_shows_its_changes_before_it_is_written(server: EditorServer, editor: Page, tmp_path: Path) -> None:
    file = tmp_path / "cau-hoi.docx"
    file.write_bytes(written(("Heading 1", "Xem ở đâu?"), ("Normal", "Ở bảng tin.")))
    chosen(editor).locator("#word").click()
    editor.locator("#dialog input[type=file]").set_input_files(file)
    editor.get_by_role("button", name="Xem sẽ đổi gì").click()
    expect(editor.locator("#dialog table").first).to_contain_text("Ở bảng tin.")
    assert "Ở bảng tin." not in (server.api.root / _PAGE).read_text("utf-8")
    editor.get_by_role("button", name="Ghi vào trang").click()
    expect(editor.locator("#status")).to_contain_text("Đã ghi vào trang")
    assert "Ở bảng tin." in (server.api.root / _PAGE).read_text("utf-8")


def test_the_editor_speaks_english_where_that_is_chosen(editor: Page) -> None:
    chosen(editor)
    editor.get_by_role("button", name="English", exact=True).click()
    expect(editor.get_by_role("button", name="Save", exact=True)).to_be_visible()
    assert editor.locator("html").get_attribute("lang") == "en"
    editor.get_by_role("button", name="Tiếng Việt").first.click()


def test_whoever_opens_the_address_without_its_token_is_told_what_to_do(
    server: EditorServer, chromium: Browser
) -> None:
    page = chromium.new_context().new_page()
    page.goto(server.url.partition("#")[0])
    expect(page.locator("#status")).to_contain_text("make edit")
    page.context.close()
