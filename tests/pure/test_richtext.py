"""What comes from Word, as a file or over the clipboard, becomes Markdown of this site."""

import pytest
from docx.document import Document

from hooks.richtext import from_html, from_word
from hooks.richtext.blocks import markdown

from ..helpers.word_files import add_table, add_tracked, written

_WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{mark}<span>&nbsp; </span></span><![endif]>{words}<o:p></o:p></p>"
)


def pasted(html: str) -> str:
    return markdown(from_html.read(f"<html><body><!--StartFragment-->{html}<!--EndFragment--></body></html>"))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p class=MsoNormal><b>Điều 5</b> nêu&nbsp;việc<o:p></o:p></p>", "**Điều 5** nêu việc"),
        ("<p>một <span style='font-style:italic'>hai </span>ba</p>", "một *hai* ba"),
        ("<h2>Tiêu đề</h2><p>Lời</p>", "## Tiêu đề {#tieu-de}\n\nLời"),
        ("<h1>Một</h1><h2>Hai</h2>", "## Một {#mot}\n\n### Hai {#hai}"),
        (
            _WORD_LIST.format(level=1, mark="·", words="a") + _WORD_LIST.format(level=2, mark="o", words="b"),
            "- a\n    - b",
        ),
        (_WORD_LIST.format(level=1, mark="1.", words="a"), "1. a"),
        ("<p>- a</p><p>+ b</p><p>– c</p>", "- a\n    - b\n- c"),
        ("<p>1. a</p><p>2. b</p>", "1. a\n1. b"),
        ("<p>1. Mục đích</p><p>Lời</p>", "1\\. Mục đích\n\nLời"),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n    1. b"),
        (
            "<table><tr><td><p>A</p></td><td>B</td></tr><tr><td>1</td><td>2|3</td></tr></table>",
            "| A | B |\n|---|---|\n| 1 | 2\\|3 |",
        ),
        ('<b style="font-weight:normal"><p><span style="font-weight:700">a</span> b</p></b>', "**a** b"),
        ("<p>a<br>b</p>", "a b"),
        ("<p>*a* [b](c) {d} &lt;e&gt; `f` g_h</p>", "\\*a\\* \\[b\\](c) \\{d\\} \\<e> \\`f\\` g\\_h"),
        ("<p># a</p><p>&gt; b</p>", "\\# a\n\n\\> b"),
        ("<style>p{color:red}</style><script>x()</script><p>a</p>", "a"),
        ("<p>vi\u00ada\u0323</p>", "viạ"),
        ('<p><a href="https://a.example/b">a</a> <a href="javascript:x">b</a></p>', "[a](https://a.example/b) b"),
        ("", ""),
        ("chỉ chữ", "chỉ chữ"),
    ],
)
def test_what_is_pasted_keeps_its_words_and_its_form_and_loses_its_looks(html: str, said: str) -> None:
    assert pasted(html) == said


def _tracked_and_tabled(file: Document) -> None:
    add_tracked(file, "mới", "cũ")
    add_table(file, [["A", "B"], ["1", "2"]])


def test_a_word_file_is_read_as_with_all_its_changes_accepted() -> None:
    content = written(
        ("Heading 1", "Việc cần làm"),
        ("List Bullet", "một"),
        ("List Number", "hai"),
        ("Quote", "lời trích"),
        then=_tracked_and_tabled,
    )
    assert markdown(from_word.read(content).blocks) == (
        "## Việc cần làm {#viec-can-lam}\n\n- một\n1. hai\n\n> lời trích\n\nPhường mới\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |"
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"%PDF-1.7", written()])
def test_a_file_that_is_no_word_file_or_empty_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(from_word.WordError):
        from_word.read(content)
