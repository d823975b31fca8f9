"""A quiz under the hand of a reader."""

from playwright.sync_api import Browser, expect


def test_a_quiz_answers_at_once_by_keyboard_and_has_its_answers_below(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tuyen-truyen/van-hoa-the-thao/")
    first = page.locator("div.lc-quiz").first
    answer = page.locator("details.lc-quiz__answer").first
    words = answer.locator("p").first
    assert not words.is_visible()
    first.locator("input").first.focus()
    page.keyboard.press("Space")
    expect(words).to_be_visible()
    assert first.locator("input[data-right]").count() == 1
    second = page.locator("details.lc-quiz__answer").nth(1)
    second.locator("summary").focus()
    page.keyboard.press("Enter")
    assert second.locator("a.lc-cite").first.is_visible()
    context.close()
