"""What the page does under the reader's hand: copying, popups, text size, sharing, meeting mode, reading aloud."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.content.speech import number_in_words

from ..helpers import panels, projects
from ..helpers.speaking_device import device_with_voices
from ..helpers.waiting import eventually

DISPATCH = "/van-ban/cong-van/"


@pytest.fixture
def clipboard(chromium: Browser) -> Iterator[Page]:
    """A page that may read what was copied."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"], service_workers="block")
    yield context.new_page()
    context.close()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("use", "words"), [("lần đầu", "của Ủy ban nhân dân phường Lê Chân về việc"), ("những lần sau", "")]
)
def test_a_citation_is_copied_and_the_copy_says_that_number_and_date_are_blank(
    address: str, clipboard: Page, use: str, words: str
) -> None:
    clipboard.goto(address + DISPATCH)
    provision = clipboard.locator("#cv-ii-1-3")
    panels.open_tools(provision)
    provision.get_by_role("button", name=f"Chép lời dẫn {use}").click()
    expect(clipboard.get_by_role("status")).to_have_text("Đã chép lời dẫn")
    text = copied(clipboard)
    assert text.startswith("gạch đầu dòng thứ ba, Mục II.1 Công văn số …/UBND-VHXH")
    assert words in text
    assert text.endswith("(số, ngày để trống trên bản trang nhận được)")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("Chép lời dẫn lần đầu", "gạch đầu dòng thứ ba, Mục II.1 Công văn số …/UBND-VHXH ngày … tháng … năm 2026 của"),
        ("Chép lời dẫn những lần sau", "gạch đầu dòng thứ ba, Mục II.1 Công văn số …/UBND-VHXH (số, ngày để trống"),
        ("Chép liên kết", DISPATCH + "#cv-ii-1-3"),
    ],
)
def test_a_short_citation_gives_its_official_forms_where_it_stands(
    address: str, clipboard: Page, button: str, words: str
) -> None:
    clipboard.goto(f"{address}/tra-cuu/cach-trich-dan/")
    clipboard.locator("a.lc-cite", has_text=re.compile("^gạch đầu dòng thứ ba, Mục II.1 Công văn$")).first.hover()
    clipboard.locator("#lc-popup").get_by_role("button", name=button).click()
    expect(clipboard.get_by_role("status")).to_have_text(re.compile("Đã chép"))
    assert words in copied(clipboard)


def test_a_link_is_copied_by_keyboard_alone_and_leads_to_the_provision(address: str, clipboard: Page) -> None:
    clipboard.goto(address + DISPATCH)
    provision = clipboard.locator("#cv-i-2")
    provision.locator("> .lc-provision__open").focus()
    clipboard.keyboard.press("Enter")
    provision.get_by_role("button", name="Chép liên kết").focus()
    clipboard.keyboard.press("Space")
    expect(clipboard.get_by_role("status")).to_have_text("Đã chép liên kết")
    assert copied(clipboard) == f"{address}{DISPATCH}#cv-i-2"


def test_copying_works_where_the_browser_gives_no_clipboard(address: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address + DISPATCH)
    panels.open_tools(page.locator("#cv-i-2"))
    page.locator("#cv-i-2").get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("status")).to_have_text("Đã chép liên kết")


def test_the_words_behind_a_citation_open_on_hover_and_stay_while_the_pointer_is_on_them(
    address: str, page: Page
) -> None:
    page.goto(f"{address}/chi-thi-58/")
    citation = page.locator("a.lc-cite[data-cite='cv.II.1.3']").first
    citation.hover()
    popup = page.locator(".lc-popup")
    expect(popup).to_contain_text("quyền và lợi ích hợp pháp của người lao động như Bộ luật Lao động")
    assert citation.get_attribute("aria-describedby") == popup.get_attribute("id")
    popup.hover()
    page.wait_for_timeout(600)
    expect(popup).to_be_visible()
    page.mouse.move(1, 1)
    expect(popup).to_be_hidden()


@pytest.mark.parametrize("path", ["chi-thi-58/", "chuong-trinh-20/tranh/", "van-ban/cong-van/"])
def test_on_a_wide_screen_the_words_behind_a_link_are_as_wide_as_a_note(address: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/{path}")
    page.locator("main").locator("a.lc-cite, a.lc-term").first.hover()
    popup = page.locator(".lc-popup")
    expect(popup).to_be_visible()
    assert popup.evaluate("box => box.offsetWidth") <= 28 * 16
    assert popup.evaluate("box => getComputedStyle(box).paddingInlineEnd") == "16px"


def test_the_words_open_on_keyboard_focus_and_escape_closes_them(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    page.keyboard.press("Tab")
    page.locator("a.lc-cite[data-cite*='.']").first.focus()
    expect(page.locator(".lc-popup")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".lc-popup")).to_be_hidden()
    expect(page.locator("a.lc-cite[data-cite*='.']").first).to_be_focused()


def test_the_first_tap_opens_the_words_and_the_link_in_them_leads_on(address: str, chromium: Browser) -> None:
    context = chromium.new_context(has_touch=True, viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/chi-thi-58/")
    page.locator("a.lc-cite[data-cite='cv.II.1.1']").first.tap()
    popup = page.locator(".lc-popup")
    expect(popup).to_contain_text("vị trí, vai trò của công tác tuyên truyền")
    box = popup.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    popup.get_by_role("link", name="Mở đúng chỗ này").tap()
    page.wait_for_url("**/van-ban/cong-van/#cv-ii-1-1")
    context.close()


def test_no_words_open_by_themselves_under_a_pointer_that_has_only_pressed_a_button(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/chuong-trinh-20/")
    page.locator("[data-meeting]").click()
    slide = page.locator(".lc-meeting__slide a").first
    slide.evaluate(
        """link => { const box = document.querySelector("[data-meeting]").getBoundingClientRect();
          link.style.cssText = "position: fixed; inset: auto; display: block; width: 400px; height: 200px;"
            + `left: ${box.left - 100}px; top: ${box.top - 50}px`; }"""
    )
    page.wait_for_timeout(600)
    expect(page.locator(".lc-popup")).to_have_count(0)
    slide.hover(position={"x": 5, "y": 5})
    expect(page.locator(".lc-popup")).to_be_visible()


def test_a_term_explains_itself_in_the_same_way(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    term = page.locator("a.lc-term").first
    term.hover()
    expect(page.locator(".lc-popup")).to_be_visible()
    assert term.get_attribute("title") is None


def test_text_size_and_background_are_remembered(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/")
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("button", name="Cỡ chữ và nền").click()
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_role("button", name="Chữ to hơn").click()
    page.get_by_role("button", name="Tối").click()
    expect(page.locator("[data-size-value]")).to_have_text("132%")
    page.goto(f"{address}/en/van-ban/")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == pytest.approx(before * 1.32)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 23, 26)"


def test_sharing_uses_the_share_sheet_of_the_device(address: str, page: Page) -> None:
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    page.goto(f"{address}/chi-thi-58/")
    page.get_by_role("button", name="Chia sẻ").click()
    assert page.evaluate("window.shared.url") == f"{address}/chi-thi-58/"


def test_without_a_share_sheet_the_address_is_copied(address: str, clipboard: Page) -> None:
    clipboard.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    clipboard.goto(f"{address}/chi-thi-58/")
    clipboard.get_by_role("button", name="Chia sẻ").click()
    expect(clipboard.get_by_role("status")).to_have_text("Đã chép liên kết")
    assert copied(clipboard) == f"{address}/chi-thi-58/"


def test_meeting_mode_goes_through_the_dispatch_by_arrow_keys_with_the_address_in_step(
    address: str, page: Page
) -> None:
    page.goto(f"{address}{DISPATCH}#cv-ii-1")
    page.get_by_role("button", name="Trình chiếu").click()
    dialog = page.get_by_role("dialog", name="Trình chiếu")
    expect(dialog).to_contain_text("1. Tuyên truyền Chỉ thị số 58-CT/TW")
    expect(dialog).to_contain_text("Đẩy mạnh tuyên truyền về vị trí, vai trò")
    expect(dialog).not_to_contain_text("Dẫn câu này")
    expect(page).to_have_url(f"{address}{DISPATCH}#cv-ii-1-1")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{address}{DISPATCH}#cv-ii-1-2")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(f"{address}{DISPATCH}#cv-ii-1-1")
    page.keyboard.press("End")
    expect(dialog.get_by_role("img", name="Mã QR")).to_be_visible()
    expect(dialog).to_contain_text(f"{address}{DISPATCH}")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(f"{address}{DISPATCH}#ve-ban-luu")
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
        if page.evaluate("location.hash") == "#cv-ii-2-2-7":
            break
    expect(dialog).to_contain_text("nâng cao hiệu quả đầu tư công")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # the first one may only leave the full screen
    expect(dialog).to_have_count(0)
    expect(page).to_have_url(f"{address}{DISPATCH}#cv-ii-2-2-7")
    expect(page.get_by_role("button", name="Trình chiếu")).to_be_focused()


def test_an_answer_on_a_slide_has_its_number_large_and_its_articles_below(address: str, page: Page) -> None:
    page.goto(f"{address}/quyen-loi/tien-luong/#q-tl-07")
    page.locator("[data-meeting]").click()
    slide = page.locator(".lc-meeting__slide")
    expect(slide.locator("h3")).to_have_count(1)
    number = slide.locator(".lc-meeting__number")
    expect(number).to_have_text(re.compile(r"^\d+%$"))
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert number.evaluate(size) >= 1.9 * slide.evaluate(size)
    articles = slide.locator(".lc-meeting__articles")
    expect(articles).to_contain_text("Bộ luật Lao động")
    words = slide.locator("p:not(.lc-meeting__articles, .lc-tags)").all_inner_texts()
    assert words
    assert not any("Bộ luật" in one or "()" in one for one in words)


_SLIDES = ["/chi-thi-58/", "/hoi-dap-chung/", "/en/chi-thi-58/hoi-dap/", "/chuong-trinh-21/tranh/"]
_SCREENS = [(1920, 1080), (1024, 768), (360, 740)]


@pytest.mark.parametrize(
    ("path", "size"),
    [
        pytest.param(path, size, marks=() if turn % len(_SCREENS) == number else pytest.mark.every)
        for turn, path in enumerate(_SLIDES)
        for number, size in enumerate(_SCREENS)
    ],
)
def test_every_slide_is_large_enough_to_be_read_from_the_last_row(
    address: str, page: Page, path: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address + path)
    page.locator("[data-meeting]").click()
    slide = page.locator(".lc-meeting__slide")
    last = int((page.locator(".lc-meeting__count").inner_text()).split(" / ")[1])
    sections = page.locator("article h2[id]").count()
    assert last > sections
    for _ in range(last):
        text = slide.inner_text()
        assert text.strip()
        assert slide.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 20
        assert slide.evaluate("e => e.scrollWidth <= e.clientWidth + 1"), text
        page.keyboard.press("End" if _ == last - 2 else "PageDown")


def test_a_device_with_its_own_vietnamese_voice_reads_the_page_sentence_by_sentence(address: str, page: Page) -> None:
    page.add_init_script(device_with_voices())
    page.goto(f"{address}/chuong-trinh-20/")
    page.get_by_role("button", name="Nghe").click()
    expect(page.get_by_role("button", name="Tạm dừng")).to_be_visible()
    for _ in range(12):
        page.evaluate("window.ends()")
    heard = page.evaluate("window.heard")
    assert heard[0].startswith(page.locator("h1").inner_text().partition(" số ")[0])
    whole = " ".join(heard)
    assert "mười ba phần trăm" in whole
    assert "mười bốn phần trăm mỗi năm" in whole
    assert "hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi" in whole
    assert not any(character.isdigit() for character in whole)
    marked = page.evaluate("[...CSS.highlights.get('lc-aloud')].map(range => range.toString())")
    assert len(marked) == 1
    page.get_by_role("button", name="Tạm dừng").click()
    spoken = page.evaluate("window.heard.length")
    page.get_by_role("button", name="Nghe tiếp").click()
    assert page.evaluate("window.heard.length") == spoken + 1
    assert page.evaluate("window.heard.at(-1) === window.heard.at(-2)")
    page.get_by_role("button", name="Dừng", exact=True).click()
    assert page.evaluate("CSS.highlights.has('lc-aloud')") is False
    expect(page.locator(".lc-aloud")).to_have_count(0)


@pytest.mark.parametrize("path", ["/chi-thi-58/", "/en/chi-thi-58/"])
def test_nothing_is_offered_to_be_read_where_the_device_has_no_voice_of_its_own(
    address: str, page: Page, path: str
) -> None:
    page.add_init_script(device_with_voices(own=False))
    page.goto(address + path)
    expect(page.locator("[data-aloud]")).to_be_hidden()


SPOKEN = {
    "Chỉ thị số 58-CT/TW của Ban Bí thư": "Chỉ thị số năm mươi tám, Trung ương của Ban Bí thư",
    "Kế hoạch 85-KH/ĐU ngày 19/5/2026": "Kế hoạch tám mươi lăm, Đảng ủy ngày mười chín tháng năm năm "
    "hai nghìn không trăm hai mươi sáu",
    "Công văn số …/UBND-VHXH ngày … tháng … năm 2026": "Công văn số để trống, Ủy ban nhân dân, vê hát ích xì hát "
    "ngày để trống tháng để trống năm hai nghìn không trăm hai mươi sáu",
    "Bộ luật 45/2019/QH14": "Bộ luật bốn mươi lăm, năm hai nghìn không trăm mười chín, Quốc hội khóa mười bốn",
    "Mục II.2.2.7": "Mục hai chấm hai chấm hai chấm bảy",
    "II. NỘI DUNG TUYÊN TRUYỀN TRỌNG TÂM": "hai. NỘI DUNG TUYÊN TRUYỀN TRỌNG TÂM",
    "1.250.000 đồng, 4,5%": "một triệu hai trăm năm mươi nghìn đồng, bốn phẩy năm phần trăm",
    "ý nghĩa “này” và không gì khác": "ý nghĩa này và không gì khác",
}


@pytest.fixture
def spoken(address: str, page: Page) -> Page:
    """A page on which the module of spoken Vietnamese can be imported."""
    source = (projects.ROOT / "overrides/scripts/aloud/spoken.js").read_text("utf-8")
    page.route("**/spoken.js", lambda route: route.fulfill(body=source, content_type="text/javascript"))
    page.goto(f"{address}/404.html")
    return page


@pytest.mark.parametrize("text", SPOKEN)
def test_numbers_and_document_numbers_are_spoken_in_full(spoken: Page, text: str) -> None:
    assert spoken.evaluate("async text => (await import('/spoken.js')).spoken(text)", text) == SPOKEN[text]


def test_the_browser_says_numbers_as_the_check_of_scripts_counts_them(spoken: Page) -> None:
    numbers = [*range(3000), *(10**power + offset for power in range(4, 9) for offset in (-1, 0, 1, 15, 1001))]
    said = spoken.evaluate("async all => all.map((await import('/spoken.js')).inWords)", numbers)
    differ = [
        (number, words)
        for number, words in zip(numbers, said, strict=True)
        if words.replace("mươi tư", "mươi bốn") != number_in_words(number)
    ]
    assert differ == []


def test_reading_aloud_goes_from_sentence_to_sentence_without_the_browser_s_own_segmenter(
    address: str, page: Page
) -> None:
    page.add_init_script(device_with_voices() + "delete Intl.Segmenter;")
    page.goto(f"{address}/chi-thi-58/")
    page.get_by_role("button", name="Nghe").click()
    eventually(page, "window.heard.length === 1")
    for count in range(2, 8):
        page.evaluate("window.ends()")
        eventually(page, f"window.heard.length === {count}")
    heard = page.evaluate("window.heard")
    assert len(set(heard)) == len(heard)
    assert not any(". " in sentence for sentence in heard)


@pytest.mark.parametrize(
    "fault",
    [
        "speechSynthesis.speak = (utterance) => setTimeout(() => utterance.onerror({ error: 'synthesis-failed' }))",
        "speechSynthesis.getVoices = () => []",
    ],
    ids=["the voice fails", "the voice is gone"],
)
def test_a_voice_that_fails_says_so(address: str, page: Page, fault: str) -> None:
    page.add_init_script(device_with_voices())
    page.goto(f"{address}/chi-thi-58/")
    page.evaluate(fault)
    page.get_by_role("button", name="Nghe").click()
    expect(page.locator(".lc-said")).to_contain_text("Giọng đọc của máy không dùng được")
    expect(page.locator(".lc-aloud")).to_have_count(0)


def test_the_other_language_opens_at_the_same_place(address: str, page: Page) -> None:
    page.goto(f"{address}/chi-thi-58/hoi-dap/")
    anchor = page.locator("[id^=q-ct58-18]").first.get_attribute("id")
    page.goto(f"{address}/chi-thi-58/hoi-dap/#{anchor}")
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"**/en/**/#{anchor}")
    assert page.locator(f"#{anchor}").count() == 1
