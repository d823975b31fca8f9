"""What the build adds stands in the tree of a page; the author's Markdown is rendered as it stands."""

from functools import partial

import markdown
from lxml.html import HtmlElement, fragment_fromstring

from hooks import analyse, files
from hooks.screen.additions import additions
from hooks.screen.extension import HandbookExtension, Rendering
from hooks.screen.urls import Urls

from ..helpers import projects

_EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.superfences")


def _rendered(body: str, kind: str) -> HtmlElement:
    """Return the HTML of a Vietnamese page with this body, as the site renders it."""
    pages = {**projects.base().pages, "docs/vi/thu.md": projects.page(body, kind)}
    site = analyse.analyse(files.Files(pages, frozenset(), projects.base().lock), projects.SETTINGS)
    page = site.pages["vi"]["thu.md"]
    extension = HandbookExtension()
    extension.hand_over(
        Rendering(site.registry, page.key, "vi", additions(page, site, "vi", {}, {}, {}, Urls()), Urls())
    )
    html = markdown.markdown(page.text[page.front.body_at :], extensions=[*_EXTENSIONS, extension])
    return fragment_fromstring(html, create_parent=True)


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
    assert "không trả lời" in tags.text_content()


def test_a_slogan_is_shown_on_one_line_with_what_it_is_beside_its_source() -> None:
    page = _rendered("### Một | *hai | ba*! {#kh-1}\n\n[Nguồn](cite:cv.I)\n", "slogans")
    assert page.xpath("//h3")[0].text_content() == "Một hai ba!"
    assert [badge.getparent().tag for badge in page.find_class("lc-badge")] == ["p"]


def test_an_insert_stands_where_its_line_stands_and_leaves_the_text_around_it() -> None:
    page = _rendered("Trước.\n\n<!-- insert: readers -->\n\nSau.\n", "reference")
    assert [(child.tag, child.get("class")) for child in page][-3:] == [("p", None), ("ul", "lc-readers"), ("p", None)]
