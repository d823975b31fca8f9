"""What pages carry for paper beside their words: numbers behind links, the list of URLs, wide tables."""

import pytest

from hooks.paper.page_marks import marked_for_paper

_ROOT = "https://le-chan.example/"
_HERE = f"{_ROOT}chi-thi-58/"


def marked(html: str) -> str:
    return marked_for_paper(html, _HERE, _ROOT, "Địa chỉ")


def test_each_place_outside_has_one_number_right_behind_its_links_and_its_url_at_the_end() -> None:
    html = marked('<p>Xem <a href="../a/">A</a>, <a href="../b/#x">B</a> và <a href="../a/#y">A</a>.</p>')
    assert '>A</a><sup class="lc-ref">[1]</sup>, <a' in html
    assert '>B</a><sup class="lc-ref">[2]</sup> và <a' in html
    assert '>A</a><sup class="lc-ref">[1]</sup>.</p>' in html
    assert '[1] <a href="../a/">a/</a>' in html
    assert '[2] <a href="../b/">b/</a>' in html
    assert "[3]" not in html


def test_the_home_page_and_other_sites_stand_in_the_list_with_their_whole_url() -> None:
    html = marked('<p><a href="../">Trang chủ</a>, <a href="https://a.example/b/">nơi khác</a></p>')
    assert '[1] <a href="../">https://le-chan.example/</a>' in html
    assert '[2] <a href="https://a.example/b/">https://a.example/b/</a>' in html


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="#cv-i">ở trên</a></p>',
        '<p><a href="../chi-thi-58/#cv-i">trang này</a></p>',
        '<p><a href="../du-lieu/a.csv">tệp</a></p>',
        '<p><a href="../word/a.docx" download>tệp</a></p>',
        '<p><a class="lc-term" href="../thuat-ngu/#t" title="nghĩa">từ</a></p>',
        '<h2 id="a">A<a class="headerlink" href="../b/">¶</a></h2>',
        '<p><a href="mailto:a@le-chan.example">thư</a></p>',
        '<dl class="lc-record__list"><dt>Số</dt><dd><a href="../b/">58</a></dd></dl>',
        '<details class="lc-provision__tools"><summary>Dẫn</summary><a href="../b/">B</a></details>',
        '<section class="lc-section"><h2 id="doc-tiep">Đọc tiếp</h2><p><a href="../b/">B</a></p></section>',
    ],
)
def test_what_leads_nowhere_else_has_no_number_and_the_page_stays_as_it_is(html: str) -> None:
    assert marked(html) == html


def test_what_leads_on_is_gathered_up_to_the_next_part() -> None:
    html = marked('<h2 id="doc-tiep">Đọc tiếp</h2><p><a href="../b/">B</a></p><h2 id="sau">Sau</h2><p>Chữ</p>')
    onward, rest = html.split("</section>")
    assert onward.startswith('<section class="lc-section lc-onward"><h2 id="doc-tiep">')
    assert "[1]" not in onward
    assert rest == '<h2 id="sau">Sau</h2><p>Chữ</p>'


def table(columns: int, attributes: str = "", word: str = "1") -> str:
    return f"<table{attributes}><tr>{f'<td>{word}</td>' * columns}</tr></table>"


def test_tables_of_eight_and_more_columns_or_of_wide_words_are_laid_across_unless_they_have_a_class() -> None:
    for narrow in (table(7), table(8, ' class="lc-matrix"'), table(2, word="nghiêng nghiêng")):
        assert marked(narrow) == narrow
    assert marked(table(8)) == f'<div class="lc-wide">{table(8)}</div>'
    assert marked(table(6, word="không-nghiêngnghiêng")).startswith('<div class="lc-wide"><table>')
    assert marked(table(20, word="nghiêng")).startswith('<div class="lc-wide"><table class="lc-tight">')


@pytest.mark.parametrize(
    ("before", "taken"),
    [
        ("<h1>A</h1><p>Khác</p>", "<h2>B</h2><h3>C</h3><p>Dẫn:</p>"),
        ("<h1>A</h1>", "<h2>B</h2>"),
        ("<h1>A</h1><ul><li>Khác</li></ul>", ""),
    ],
)
def test_what_introduces_a_table_laid_across_goes_with_it(before: str, taken: str) -> None:
    html = marked(f"{before}{taken}{table(8)}<p>Sau</p>")
    assert html == f'{before}<div class="lc-wide">{taken}{table(8)}</div><p>Sau</p>'


def test_a_box_or_an_item_that_begins_with_a_table_laid_across_goes_with_it() -> None:
    box = f'<div class="admonition"><p class="admonition-title">B</p>{table(8)}</div>'
    assert marked(f"<p>A</p><h2>B</h2>{box}") == f'<p>A</p><div class="lc-wide"><h2>B</h2>{box}</div>'
    items = marked(f"<ul><li>A</li><li><p>B:</p>{table(8)}</li></ul>")
    assert items == f'<ul><li>A</li><li class="lc-wide"><p>B:</p>{table(8)}</li></ul>'


def test_words_that_no_column_holds_may_break_in_tables_and_only_there() -> None:
    long = "x" * 24
    assert marked(f"<p>{long}</p>") == f"<p>{long}</p>"
    broken = f"{long[:10]}<wbr>{long[10:20]}<wbr>{long[20:]}"
    assert marked(table(1, word=f"a {long} <code>{long}</code> {long}")) == table(
        1, word=f"a {broken} <code>{broken}</code> {broken}"
    )


def test_rows_of_half_a_page_may_break() -> None:
    assert '<tr class="lc-tall">' in marked(table(2, word="dài " * 400))
    assert "lc-tall" not in marked(table(2, word="dài " * 200))


def test_words_signs_and_code_come_out_as_they_went_in() -> None:
    html = 'Chữ &amp; số &lt; 5<p>“Ặ” x<br>y</p><pre>\n\nmã &lt;a href="../b/"&gt;</pre><!-- lời --><p hidden>z</p>'
    assert marked(html) == html
    assert marked("") == ""
