"""What the build adds stands in the tree of a page; the author's Markdown is rendered as it stands."""

import re
from functools import partial

import markdown
from lxml.html import HtmlElement, fragment_fromstring

from hooks import analyse, files
from hooks.handbook import Handbook
from hooks.screen import ward_fields
from hooks.screen.additions import additions
from hooks.screen.extension import HandbookExtension, Rendering
from hooks.screen.grammar import canonical
from hooks.screen.urls import Urls

from ..helpers import market_law, projects

_EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.details")


def _rendered(body: str, kind: str, *, rates: str = "", ward: str = "") -> HtmlElement:
    """Return the HTML of a Vietnamese page with this body, as the site renders it."""
    others = {**projects.base().pages, **market_law.pages(market_law.ENTRIES)}
    pages = {**others, "docs/vi/thu.md": projects.page(body, kind)}
    site = analyse.analyse(files.Files(pages, lock=projects.base().lock, rates=rates, ward=ward), projects.SETTINGS)
    return _shown(site, "thu.md", "vi")


def _shown(site: Handbook, key: str, language: str) -> HtmlElement:
    """Return the HTML of a page of a site."""
    page = site.pages[language][key]
    extension = HandbookExtension()
    entries = {name: rate.entry for name, rate in site.rates.items()}
    filled_in = ward_fields.filled_in(site.ward, language)
    added = additions(page, site, language, {}, {}, {}, Urls())
    written, tokens = canonical(page)
    rendering = Rendering(site.registry, page.key, language, added, Urls(), tokens, rates=entries, ward=filled_in)
    extension.hand_over(rendering)
    html = markdown.markdown(written, extensions=[*_EXTENSIONS, extension])
    return fragment_fromstring(html, create_parent=True)


def test_what_a_record_takes_from_elsewhere_is_marked_by_the_kind_of_the_main_document() -> None:
    pages = dict(projects.base().pages)
    main = "docs/vi/van-ban/cong-van.md"
    another = pages[main].replace("type: cong-van", "type: ke-hoach")
    assert another != pages[main]
    uncovered = re.sub(r"^  coverage:.*\n(?:    .*\n)*", "", pages[main], count=1, flags=re.MULTILINE)
    assert uncovered != pages[main]
    for given, marks in (
        (pages, {"vi": "Ngoài Công văn", "en": "Outside the dispatch"}),
        ({**pages, main: another}, {"vi": "Ngoài Kế hoạch", "en": "Outside the plan"}),
        ({**pages, main: uncovered}, {"vi": "Từ nguồn khác", "en": "From another source"}),
    ):
        site = analyse.analyse(files.Files(given, lock=projects.base().lock), projects.SETTINGS)
        for language, mark in marks.items():
            shown = _shown(site, "van-ban/luat-cong-doan.md", language).find_class("lc-outside")
            assert {one.text_content() for one in shown} == {mark}


_quiz = partial("### Câu? {{#q-1}}\n\n{}\n\nVì thế.\n".format)


def _options(count: int) -> str:
    return "\n".join(f"- ({'x' if at == count - 1 else ' '}) Ý *số* {at}" for at in range(count))


def test_a_quiz_may_have_any_number_of_options_each_with_a_name_of_its_own() -> None:
    for count in (2, 9, 26, 30):
        page = _rendered(_quiz(_options(count)), "kit")
        shown = [option.text_content().split(")")[0].strip() for option in page.find_class("lc-quiz__option")]
        assert len(set(shown)) == count
        assert page.xpath("//details/p/strong")[0].text_content() == f"{shown[-1]}) Ý số {count - 1}"
        assert page.xpath("//details/p")[-1].text == "Vì thế."
        assert not page.xpath("//ul")


def test_what_is_shown_as_code_stays_as_it_is_written() -> None:
    code = (
        '## Hỏi? {#q-1 readers="cu-dan" answered=false}\n\n### Câu? {#q-2}\n\n'
        "- ( ) Một\n- (x) Hai\n\n<!-- insert: a-z -->\n"
    )
    for kind in ("kit", "qa", "reference", "slogans"):
        page = _rendered(f"~~~\n{code}~~~\n", kind)
        assert page.xpath("//code")[0].text_content() == code
        assert not page.find_class("lc-quiz")


def test_attributes_for_the_program_do_not_reach_the_browser_and_a_question_says_for_whom_it_is() -> None:
    page = _rendered('## Hỏi *gì*? {#q-1 readers="cu-dan" answered=false}\n\nĐáp.\n', "qa")
    heading = page.xpath("//h2")[0]
    assert dict(heading.attrib) == {"id": "q-1"}
    tags = heading.getnext()
    assert tags is not None
    assert tags.get("class") == "lc-tags"
    assert "Chưa có lời đáp" in tags.text_content()


def test_a_slogan_is_shown_on_one_line_with_what_it_is_beside_its_source() -> None:
    page = _rendered("### Một | *hai | ba*! {#kh-1}\n\n[Nguồn](cite:cv.I)\n", "slogans")
    assert page.xpath("//h3")[0].text_content() == "Một hai ba!"
    assert [badge.getparent().tag for badge in page.find_class("lc-badge")] == ["p"]


def test_an_insert_stands_where_its_line_stands_and_leaves_the_text_around_it() -> None:
    page = _rendered("Trước.\n\n<!-- insert: readers -->\n\nSau.\n", "reference")
    assert [(child.tag, child.get("class")) for child in page][-3:] == [("p", None), ("ul", "lc-readers"), ("p", None)]


def test_the_foot_of_an_answering_page_says_up_to_which_day_the_laws_it_cites_were_compared() -> None:
    answer = '## Hỏi gì? {#q-1 readers="cu-dan"}\n\nNhiều nhất 15% ([](cite:lcp.d4.k1)).\n'
    foot = _rendered(answer, "qa")[-1].text_content()
    assert "đối chiếu đến ngày 28/11/2026. Xem lại trước ngày 28/11/2027" in foot
    assert not _rendered(answer, "reference").find_class("lc-up-to")
    assert not _rendered(answer.replace("lcp.d4.k1", "cv.II.1"), "qa").find_class("lc-up-to")


def test_a_rate_is_shown_as_a_citation_of_its_entry() -> None:
    rates = """[[rate]]
name = "cho-ngoi"
vi = "Tiền chỗ ngồi"
en = "Rent of a stall"
value = 15
unit = "%"
from = 2020-01-01
entry = "lcp.d4.k1"
"""
    link = _rendered("Nhiều nhất [15%](rate:cho-ngoi).", "overview", rates=rates).find(".//a")
    assert (link.text, link.get("data-cite"), link.get("class")) == ("15%", "lcp.d4.k1", "lc-cite")
    assert link.get("href", "").endswith("#lcp-d4-k1")


def test_a_detail_of_the_ward_is_shown_or_said_to_be_blank() -> None:
    ward = 'dien-thoai = "0225 123"\ncong-thong-tin = "https://phuong.example/"\nngay-duyet = 2026-12-01\n'
    names = ("dien-thoai", "cong-thong-tin", "ngay-duyet", "gio-lam-viec")
    page = _rendered("; ".join(f"[](phuong:{name})" for name in names), "overview", ward=ward)
    assert [(link.text, link.get("href")) for link in page.iter("a")] == [
        ("0225 123", "tel:0225123"),
        ("https://phuong.example/", "https://phuong.example/"),
    ]
    assert page.text_content().strip().endswith("1/12/2026; phường sẽ điền")
    assert [blank.text for blank in page.find_class("lc-blank")] == ["phường sẽ điền"]
