"""The dialog of the search: opening it, keyboard and touch, what it loads, what it shows, where it leads."""

import re
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ..helpers.daily import one_in
from ..helpers.search_engines import typing
from ..helpers.waiting import eventually


def test_a_result_lands_on_its_section_with_the_words_marked(address: str, page: Page) -> None:
    typing(page, f"{address}/chi-thi-58/")
    page.get_by_role("combobox").fill("truyen thong dat cang")
    hit = page.get_by_role("option").first
    expect(hit.locator("mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hit).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#*")
    eventually(page, "CSS.highlights.has('lc-found')")
    marked = page.evaluate("[...CSS.highlights.get('lc-found')].map(range => range.toString().toLowerCase())")
    assert {"đất", "cảng"} <= set(marked)
    assert "truyen" not in page.url


def test_the_keyboard_goes_round_the_results_and_back_to_where_the_reader_was(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    page.locator("header [data-ask]").focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("doanh nhân")
    expect(page.get_by_role("status").filter(has_text="kết quả")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("option").last
    expect(last).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == last.get_attribute("id")
    page.keyboard.press("Escape")
    if page.locator("dialog[open]").count():  # the first one may only empty the field
        page.keyboard.press("Escape")
    expect(page.locator("header [data-ask]")).to_be_focused()


def test_pasted_words_are_searched_like_typed_ones(address: str, page: Page) -> None:
    typing(page, f"{address}/")
    page.evaluate(
        """() => { const field = document.querySelector("[role=combobox]"); field.value = "bảo hiểm xã hội";
          field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true })); }"""
    )
    expect(page.get_by_role("option").first).to_contain_text("Bảo hiểm xã hội", ignore_case=True)


def test_results_are_grouped_by_kind_and_the_list_says_what_it_is(address: str, page: Page) -> None:
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill("doanh nhân")
    expect(page.get_by_role("listbox", name="Kết quả")).to_be_visible()
    names = page.get_by_role("group").evaluate_all(
        "groups => groups.map(g => document.getElementById(g.getAttribute('aria-labelledby'))?.textContent)"
    )
    assert {"Câu hỏi", "Khẩu hiệu", "Thuật ngữ"} <= set(names)
    assert len(names) == len(set(names))


def test_an_empty_and_a_hopeless_query_get_suggestions(address: str, page: Page) -> None:
    typing(page, f"{address}/")
    questions = page.locator(".lc-search__suggested a")
    expect(questions.nth(3)).to_be_visible()
    page.get_by_role("combobox").fill("qwrtzp")
    expect(page.get_by_role("status").filter(has_text="Không thấy")).to_have_count(1)
    expect(questions.nth(3)).to_be_visible()


def test_a_slip_of_one_letter_still_finds_and_offers_the_right_spelling(address: str, page: Page) -> None:
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill("tuyn truyền")
    expect(page.get_by_role("option").first).to_contain_text("uyên truyền")
    page.get_by_role("combobox").fill("doamh nghiep ")
    expect(page.locator("[data-nearest]")).to_have_text(re.compile("doanh"))
    page.locator("[data-nearest]").click()
    expect(page.get_by_role("combobox")).to_have_value(re.compile("doanh"))


def test_nothing_is_loaded_before_the_search_is_wanted_and_little_then(site: Path, address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/chi-thi-58/", wait_until="networkidle")
    assert not [url for url in asked if "/search." in url or "/index." in url]
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("quyền lợi ")
    expect(page.get_by_role("option").first).to_be_visible()
    page.wait_for_timeout(600)
    loaded = [url.removeprefix(f"{address}/") for url in asked if "/search." in url or "/index." in url]
    assert len(loaded) == 3  # script, style, index
    assert sum(len(brotli.compress((site / name).read_bytes())) for name in loaded) <= 60_000
    for language in ("vi", "en"):
        parts = [*site.glob(f"assets/search.{language}.*.js"), *site.glob(f"assets/index.{language}.first.*.js")]
        assert sum(len(brotli.compress(path.read_bytes())) for path in parts) <= 60_000


def test_the_rest_is_loaded_when_what_is_at_hand_does_not_answer(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill("kính thưa bà con phường Lê Chân ")
    expect(page.get_by_role("option").first).to_contain_text("Lời đọc truyền thanh")
    assert [url for url in asked if ".later." in url]


def test_search_works_from_a_folder_on_disk(site: Path, page: Page) -> None:
    page.goto((site / "chi-thi-58/index.html").as_uri())
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("II.1.2")
    expect(page.get_by_role("option").first).to_have_attribute("href", "../van-ban/cong-van/#cv-ii-1-2")


def test_the_same_words_are_asked_in_the_other_language_on_request(address: str, page: Page) -> None:
    typing(page, f"{address}/chi-thi-58/")
    page.get_by_role("combobox").fill("trade union")
    page.get_by_role("link", name="Tìm trong bản tiếng Anh").click()
    page.wait_for_url(f"{address}/en/chi-thi-58/")
    expect(page.get_by_role("combobox", name="Search the handbook")).to_have_value("trade union")
    expect(page.get_by_role("option").first).to_contain_text("trade union", ignore_case=True)


def test_no_query_leaves_the_device(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill("thông tin xấu độc ")
    page.get_by_role("option").first.click()
    page.wait_for_load_state("networkidle")
    assert not [
        url for url in asked if re.search(r"doc|%C4%91%E1%BB%99c|[?]", url.removeprefix(address), re.IGNORECASE)
    ]


def test_every_row_is_large_enough_for_a_thumb(address: str, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    typing(page, f"{address}/")
    low = "all => all.map(e => e.getBoundingClientRect().height).filter(height => height < 44)"
    rows = page.locator(".lc-search a, .lc-search button, .lc-search input")
    assert rows.evaluate_all(low) == []
    page.get_by_role("combobox").fill("doamh nhan")
    page.get_by_role("option").first.wait_for()
    assert rows.evaluate_all(low) == []
    page.close()


def test_the_list_says_that_it_is_open_only_when_there_are_results(address: str, page: Page) -> None:
    typing(page, f"{address}/")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("doanh nhân")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")


def test_the_dialog_opens_from_the_field_of_the_home_page(address: str, page: Page) -> None:
    page.goto(f"{address}/")
    page.locator(".lc-ask").click()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.get_by_role("button", name="Đóng").click()
    expect(page.locator(".lc-ask")).to_be_focused()


def test_without_scripts_the_header_leads_to_everything_from_a_to_z(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chi-thi-58/")
    page.locator("header [data-ask]").click()
    page.wait_for_url(f"{address}/tra-cuu/tim-kiem/")
    lines = page.locator(".lc-az a").all_inner_texts()
    assert lines
    heads = page.locator("h3[id^='van-']").all_inner_texts()
    letters = [head.replace("¶", "").strip() for head in heads]
    assert letters == sorted(letters, key="ABCDĐEGHIKLMNOPQRSTUVXY".index)
    context.close()


@pytest.mark.parametrize(
    "query", one_in(2, ["chỉ thị 59", "điều 12 luật công đoàn", "chuong trinh 21", "nghị quyết 99999"])
)
def test_no_other_number_is_offered_for_the_one_that_was_typed(address: str, page: Page, query: str) -> None:
    typing(page, f"{address}/")
    page.get_by_role("combobox").fill(query)
    expect(page.locator(".lc-search__said")).not_to_be_empty()
    page.wait_for_timeout(600)  # the words that are loaded later have come
    typed = re.findall(r"\d+", query)
    for offered in page.locator("[data-nearest]").all_text_contents():
        assert re.findall(r"\d+", offered) == typed


def test_an_index_that_did_not_come_is_said_and_asked_for_again_at_the_next_letter(address: str, page: Page) -> None:
    refused: list[str] = []
    page.goto(f"{address}/chi-thi-58/")
    first = str(page.locator("[data-search]").evaluate("link => new URL(link.dataset.first, location.href).href"))

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    page.route(first, refuse)
    page.keyboard.press("/")
    expect(page.locator(".lc-search__said")).to_have_text("Không tải được. Mời thử lại khi có mạng.")
    page.unroute(first)
    page.keyboard.type("doanh nhân")
    expect(page.get_by_role("option").first).to_contain_text("doanh nhân", ignore_case=True)
    expect(page.locator(".lc-search__said")).to_contain_text("kết quả")
    assert refused
    assert page.locator("dialog.lc-search").count() == 1


def test_a_stranger_s_page_in_place_of_the_index_is_a_failed_load(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    first = str(page.locator("[data-search]").evaluate("link => new URL(link.dataset.first, location.href).href"))
    page.route(first, lambda route: route.fulfill(body="/* log in */", content_type="text/javascript"))
    page.keyboard.press("/")
    expect(page.locator(".lc-search__said")).to_have_text("Không tải được. Mời thử lại khi có mạng.")


@pytest.mark.parametrize("key", [{"isComposing": True}, {"keyCode": 229}], ids=["composing", "ends a composition"])
def test_an_enter_that_belongs_to_the_composing_keyboard_opens_nothing(
    address: str, page: Page, key: dict[str, object]
) -> None:
    typing(page, f"{address}/chi-thi-58/")
    field = page.get_by_role("combobox")
    field.fill("doanh nhân")
    expect(page.get_by_role("option").first).to_be_visible()
    pressed = {"key": "Enter", "bubbles": True, "cancelable": True, **key}
    assert field.evaluate("(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', key))", pressed)
    expect(page.locator("dialog.lc-search")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/chi-thi-58/"))
