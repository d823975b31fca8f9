"""Search in a real browser: how people type, what is found first, and what no input can break."""

import json
import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.screen import scripts
from hooks.screen.assets import modules_in
from hooks.screen.interface import for_scripts
from hooks.text import fold

from ..helpers import invented_pages, projects, search_engines, search_queries, typing_forms
from ..helpers.daily import one_in

RECALL, RIGHT_FIRST = 97, 90
"""Per cent that the search has to reach on what readers would ask.

On a third of the pages it reached 100 and 98. Now several pages use the words of most of these queries, and what is
left is asked in other words than it is told in: “đời sống chung tốt lên”.
"""
RECALL_IN_ENGLISH = 95
"""The English queries are few: one that is not answered is more than four per cent."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of a visitor whose scripts of a test the policy of the page does not keep out."""
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def modules(address: str, page: Page) -> Page:
    """A page on which the modules of the search can be imported."""
    search_engines.give_modules(page)
    page.goto(f"{address}/404.html")
    return page


@pytest.fixture(scope="module")
def typed(chromium: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Give the page below the site at which the dialog of the search stands open: one for all that is typed there."""
    context = chromium.new_context(service_workers="block")
    opened: dict[str, Page] = {}

    def at(path: str) -> Page:
        if path not in opened:
            opened[path] = search_engines.typing(context.new_page(), f"{address}/{path}")
        return opened[path]

    yield at
    context.close()


def first(page: Page, query: str) -> str:
    """Return the address of the first result, below the site; once the index is there, results come with the keys."""
    page.get_by_role("combobox").fill(query)
    option = page.get_by_role("option").first
    option.wait_for()
    return str(option.evaluate("e => new URL(e.href).pathname + new URL(e.href).hash"))


def test_every_syllable_comes_back_from_the_keys_of_telex_and_vni_in_all_usual_orders(
    modules: Page, chance: random.Random, amount: Callable[[int, int], int]
) -> None:
    syllables = modules.evaluate(
        """async () => {
          const { allSyllables, written } = await import("/modules/search/vietnamese.js");
          return [...allSyllables()].map(({ letters, tone }) => written(letters, tone));
        }"""
    )
    assert len(syllables) > 5_952
    drawn = chance.sample(syllables, amount(2_000, len(syllables)))
    asked = {keys: word for word in drawn for keys in typing_forms.keystrokes(word) if keys != word}
    lost = modules.evaluate(
        """async asked => {
          const { decoded } = await import("/modules/search/keystrokes.js");
          const { canonical } = await import("/modules/search/vietnamese.js");
          return Object.entries(asked).filter(([keys, word]) =>
            !decoded(keys).some(one => canonical(one) === canonical(word))).slice(0, 20);
        }""",
        asked,
    )
    assert lost == []


def test_a_word_has_one_spelling_wherever_its_tone_is_put_and_however_it_is_composed(modules: Page) -> None:
    same = [("hoà", "hòa"), ("thuỷ", "thủy"), ("kĩ", "kỹ"), ("Đất", "đất"), ("quý", "quí"), ("tuyê\u0300n", "tuyền")]
    spelled = modules.evaluate(
        """async pairs => {
          const { canonical } = await import("/modules/search/vietnamese.js");
          return pairs.map(pair => pair.map(canonical));
        }""",
        same,
    )
    assert [pair for pair in spelled if pair[0] != pair[1]] == []


def test_random_words_that_are_no_syllables_are_left_alone(modules: Page) -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("bcdghjklmnpqrstvwxz", k=chance.randint(2, 9))) for _ in range(3000)]
    words += ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=12)) for _ in range(3000)]
    wrong = modules.evaluate(
        """async words => {
          const { decoded } = await import("/modules/search/keystrokes.js");
          const { isSyllable } = await import("/modules/search/vietnamese.js");
          return words.filter(word => decoded(word).some(one => !isSyllable(one)));
        }""",
        words,
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("query", "address_of"),
    [
        ("II.1.2", "/van-ban/cong-van/#cv-ii-1-2"),
        ("cv II.1.2", "/van-ban/cong-van/#cv-ii-1-2"),
        ("mục II.1", "/van-ban/cong-van/#cv-ii-1"),
        ("muc ii 2 2 7", "/van-ban/cong-van/#cv-ii-2-2-7"),
        ("58 ct tw", "/van-ban/chi-thi-58/"),
        ("58-CT/TW", "/van-ban/chi-thi-58/"),
        ("ct58", "/van-ban/chi-thi-58/"),
        ("chỉ thị 58", "/van-ban/chi-thi-58/"),
        ("20ctr", "/van-ban/chuong-trinh-20/"),
        ("chuong trinh 21", "/van-ban/chuong-trinh-21/"),
        ("luat 45/2019", "/van-ban/bo-luat-lao-dong/"),
        ("85-KH/ĐU", "/van-ban/ke-hoach-85/"),
        ("  II . 1 . 2 ", "/van-ban/cong-van/#cv-ii-1-2"),
        ("CV ii.1.2.", "/van-ban/cong-van/#cv-ii-1-2"),
        ("II-1-2", "/van-ban/cong-van/#cv-ii-1-2"),
        ("MỤC  II.1", "/van-ban/cong-van/#cv-ii-1"),
        ("Ⅱ．１．２", "/van-ban/cong-van/#cv-ii-1-2"),
        ("５８ CT TW", "/van-ban/chi-thi-58/"),
        (" 58 - ct / tw ", "/van-ban/chi-thi-58/"),
        ("20 CTR", "/van-ban/chuong-trinh-20/"),
        ("20CTr/TU", "/van-ban/chuong-trinh-20/"),
        ("Chỉ  Thị số 58", "/van-ban/chi-thi-58/"),
        ("chir thij 58", "/van-ban/chi-thi-58/"),
        ("LUẬT 45 / 2019", "/van-ban/bo-luat-lao-dong/"),
        ("luaatj 45/2019", "/van-ban/bo-luat-lao-dong/"),
        ("mujc II.1", "/van-ban/cong-van/#cv-ii-1"),
    ],
)
def test_a_citation_leads_to_the_thing_itself(typed: Callable[[str], Page], query: str, address_of: str) -> None:
    assert first(typed("chi-thi-58/"), query) == address_of


@pytest.mark.parametrize(
    ("home", "query", "entry"),
    one_in(
        2,
        [
            ("", "điều 97 bộ luật lao động", "blld-d97-k1"),
            ("", "dieu 97 bllđ", "blld-d97-k1"),
            ("", "khoản 4 điều 97 Bộ luật Lao động", "blld-d97-k4"),
            ("", "điều 45 của bộ luật lao động", "blld-d45-k1"),
            ("en/", "Article 97 of the Labour Code", "blld-d97-k1"),
            ("en/", "clause 4, article 97 labor code", "blld-d97-k4"),
            ("en/", "điều 97 bộ luật lao động", "blld-d97-k1"),
        ],
    ),
)
def test_an_article_of_a_law_leads_to_what_is_told_first_of_it(
    typed: Callable[[str], Page], home: str, query: str, entry: str
) -> None:
    page = typed(home)
    page.get_by_role("combobox").fill(query)
    entry_of = re.compile(rf"{home}van-ban/bo-luat-lao-dong/tom-luoc/#{entry}$")
    expect(page.get_by_role("option").first).to_have_attribute("href", entry_of)


@pytest.mark.parametrize("query", ["Section II.3.2", "dispatch II.3.2", "II.3.2"])
def test_a_citation_works_in_english_too(typed: Callable[[str], Page], query: str) -> None:
    assert first(typed("en/"), query) == "/en/van-ban/cong-van/#cv-ii-3-2"


@pytest.mark.parametrize("form", typing_forms.FORMS)
def test_the_same_answer_comes_first_however_it_is_typed(typed: Callable[[str], Page], form: str) -> None:
    page = typed("")
    for words in ("đất cảng anh hùng", "kỷ luật lao động", "quan hệ lao động hài hòa", "thông tin xấu độc"):
        plainly = first(page, words)
        assert first(page, typing_forms.as_typed(words, form)) == plainly, (words, form)


def test_the_exact_word_comes_before_its_look_alike(modules: Page) -> None:
    found = modules.evaluate(
        """async () => {
          const { indexOf } = await import("/modules/search/index.js");
          const { answer } = await import("/modules/search/answer.js");
          const rows = ["nhà tu", "nhà tù", "bạn bè", "ban be", "cá nhân", "cà nhân"].map(t => [5, t, t, ""]);
          const index = indexOf({ pages: [["p/", "Trang", rows]], short: {}, suggested: [], stems: [], texts: {} });
          return ["tù", "tu", "bạn", "cá"].map(q => index.entries[answer(index, `${q} `).hits[0].entry].title);
        }"""
    )
    assert found == ["nhà tù", "nhà tu", "bạn bè", "cá nhân"]


def test_english_words_meet_by_their_stem(typed: Callable[[str], Page]) -> None:
    page = typed("en/")
    page.get_by_role("combobox").fill("communicating ")
    expect(page.get_by_role("option").nth(5)).to_be_visible()
    page.get_by_role("combobox").fill("entrepreneur honoured")
    expect(page.get_by_role("option").first).to_contain_text("honour", ignore_case=True)


def test_no_input_throws_or_becomes_markup(
    modules: Page, site: Path, chance: random.Random, amount: Callable[[int, int], int]
) -> None:
    planes = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x4E00, 0x4F00)]
    planes += [(0x1F300, 0x1F6FF), (0x20000, 0x20100), (0xE0000, 0xE007F), (0x10FF00, 0x10FFFD), (0x00, 0x1F)]
    pieces = [
        "<img src=x onerror=alert(1)>",
        "</script>",
        "(?:a+)+$",
        "[",
        "\\",
        "*",
        "{{7*7}}",
        "constructor",
        "__proto__",
    ]
    inputs = []
    for _ in range(amount(300, 10_000)):
        low, high = chance.choice(planes)
        words = [chr(chance.randint(low, high)) for _ in range(chance.choice([1, 3, 8, 20]))]
        inputs.append("".join([*words, chance.choice([*pieces, "", "tuyên truyền", "58 ct"])]))
    inputs += ["a" * 5000, "ư" * 5000, "đất " * 1250, "a1" * 2500, "\u0301" * 5000]
    written = next(site.glob("assets/index.vi.first.*.js")).read_text("utf-8")
    data = json.loads(written.removeprefix("lcSearchIndex(").rstrip(");\n"))
    bundle = scripts.joined(
        {**modules_in(projects.ROOT / "overrides" / "scripts"), "probe": _PROBE},
        "probe",
        for_scripts("vi"),
    )
    modules.add_script_tag(content=bundle)
    wrong = modules.evaluate("([data, inputs]) => window.probe(data, inputs)", [data, inputs])
    assert wrong == []


_PROBE = """import { answer } from "./search/answer.js";
import { indexOf } from "./search/index.js";
import { listOf } from "./search/results.js";

globalThis.probe = (data, inputs) => {
  const index = indexOf(data);
  const allowed = new Set(["DIV", "P", "A", "SPAN", "MARK", "BUTTON", "UL", "LI"]);
  return inputs.filter((input) => {
    const box = document.createElement("div");
    const { hits, nearest } = answer(index, input);
    box.append(...listOf(hits.slice(0, 30), index, { base: "/", nearest, asked: true }));
    return [...box.querySelectorAll("*")].some((element) => !allowed.has(element.tagName));
  });
};
"""


@pytest.fixture(scope="module")
def asking(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of the site on which the search was opened."""
    page = search_engines.opened(chromium, address, search_engines.OURS)
    yield page
    page.close()


_JUDGED = [
    pytest.param(form, marks=() if form in ("none", "telex", "short") else pytest.mark.every)
    for form in (*typing_forms.FORMS, "short")
]
"""Without marks, by keys, and in few words every day; that other forms lead to the same is tried with fewer queries."""


@pytest.mark.parametrize("form", _JUDGED)
def test_what_readers_would_ask_is_answered_in_every_form_of_typing(asking: Page, form: str) -> None:
    recall, right_first = search_queries.judged(partial(search_queries.ask, asking), search_queries.asked()[form])
    assert recall >= RECALL
    assert right_first >= RIGHT_FIRST


@pytest.fixture(scope="module")
def asking_in_english(chromium: Browser, address: str) -> Iterator[Page]:
    """The same of the English pages."""
    page = search_engines.opened(chromium, address, search_engines.OURS, language="en")
    yield page
    page.close()


def test_what_readers_of_english_would_ask_is_answered(asking_in_english: Page) -> None:
    ask = partial(search_queries.ask, asking_in_english)
    recall, right_first = search_queries.judged(ask, search_queries.asked_in_english())
    assert recall >= RECALL_IN_ENGLISH
    assert right_first >= RIGHT_FIRST


@pytest.mark.parametrize("name", ["questions", "questions-held-back"])
def test_what_people_come_for_in_their_own_words_is_among_the_first_five(asking: Page, name: str) -> None:
    queries = search_queries.questions(name)
    recall, _ = search_queries.judged(partial(search_queries.ask, asking), queries)
    assert len(queries) > 60
    assert recall >= 90


def test_english_and_vietnamese_words_lead_to_the_answer_on_english_pages(asking_in_english: Page) -> None:
    queries = [one for name in ("questions.en", "questions-held-back.en") for one in search_queries.questions(name)]
    recall, _ = search_queries.judged(partial(search_queries.ask, asking_in_english), queries)
    assert recall >= 90


@pytest.mark.parametrize(("british", "american"), [("labour union", "labor union"), ("programme", "program")])
def test_both_spellings_of_english_find_the_same_first(asking_in_english: Page, british: str, american: str) -> None:
    found = [search_queries.ask(asking_in_english, word)[0] for word in (british, american)]
    assert found[0] == found[1]


def test_a_result_shows_how_the_answer_opens_and_what_it_rests_on(typed: Callable[[str], Page]) -> None:
    page = typed("")
    page.get_by_role("combobox").fill("muốn nghỉ việc phải báo trước bao nhiêu ngày")
    result = page.get_by_role("option").filter(has_text="Muốn nghỉ việc phải báo trước bao nhiêu ngày?").first
    shown = result.locator(".lc-search__text")
    expect(shown).to_have_text(
        "Ít nhất 45 ngày, nếu hợp đồng không xác định thời hạn. (khoản 1 Điều 35 Bộ luật Lao động)"
    )


def test_a_marked_word_comes_before_its_look_alikes_on_the_whole_site(asking: Page) -> None:
    found = invented_pages.Truth(projects.ROOT).look_alikes(200)
    alikes = [one for one in found if set("aeiouy") & set(fold(one.word))]  # “bllđ” is an id, no word
    assert len(alikes) > 20  # enough for the share below to mean something
    wrong = [one.word for one in alikes if not one.comes_first(search_queries.ask(asking, one.word))]
    # A synonym leads to entries that lack the word: “thợ” to what is said of workers.
    assert len(wrong) <= len(alikes) * 0.04, wrong
