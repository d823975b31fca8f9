"""What pages carry for paper beside their words: numbers behind links, the list of URLs, wide tables."""

import pytest

from hooks.paper.page_marks import marked_for_paper

_HERE = "https://le-chan.example/chi-thi-58/"


def marked(html: str) -> str:
    return marked_for_paper(html, _HERE, "Địa chỉ")


def test_each_place_outside_has_one_number_right_behind_its_links_and_its_url_at_the_end() -> None:
    html = marked('<p>Xem <a href="../a/">A</a>, <a href="../b/#x">B</a> và <a href="../a/#y">A</a>.</p>')
    assert '>A</a><sup class="lc-ref">[1]</sup>, <a' in html
    assert '>B</a><sup class="lc-ref">[2]</sup> và <a' in html
    assert '>A</a><sup class="lc-ref">[1]</sup>.</p>' in html
    assert '[1] <a href="../a/">https://le-chan.example/a/</a>' in html
    assert '[2] <a href="../b/">https://le-chan.example/b/</a>' in html
    assert "[3]" not in html


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


def test_only_tables_of_eight_and_more_columns_without_a_class_are_marked_as_wide() -> None:
    def table(columns: int, attributes: str = "") -> str:
        return f"<table{attributes}><tr>{'<td>1</td>' * columns}</tr></table>"

    assert marked(table(7)) == table(7)
    assert marked(table(8)) == table(8, ' class="lc-wide"')
    assert marked(table(8, ' class="lc-matrix"')) == table(8, ' class="lc-matrix"')


def test_words_signs_and_code_come_out_as_they_went_in() -> None:
    html = 'Chữ &amp; số &lt; 5<p>“Ặ” x<br>y</p><pre>\n\nmã &lt;a href="../b/"&gt;</pre><!-- lời --><p hidden>z</p>'
    assert marked(html) == html
    assert marked("") == ""
