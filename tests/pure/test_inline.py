"""Inline patterns that cannot match are passed over, with the same outcome as trying them all."""

from collections.abc import Callable

from markdown import Markdown

from hooks.screen.inline import SparingInlineProcessor

from ..helpers.random_markdown import random_page

_EVERY_PATTERN = r"""
Lời `mã` và ``mã ` hai``, \*thoát\* và \\ hết. *nghiêng*, **đậm**, _nghiêng_, __đậm__, ***cả hai***, a_b_c, ** rời **
[liên kết](a.md "chú"), [tham chiếu][1], [1], ![ảnh](b.png), ![ảnh][1], ![1], <https://a.example/>, <a@b.example>
xuống dòng  
<b>đậm</b> &amp; &#38; & [*nghiêng **đậm*** `mã`](c.md) **[x](y) \_ <i>z</i>**

| *ô* | `mã` |
|---|---|
| [a](b) | &lt; |

[1]: d.md "chú"
"""  # noqa: W291 - two spaces break the line


def html(text: str, *, sparing: bool) -> str:
    md = Markdown(extensions=["tables", "attr_list"])
    if sparing:
        md.treeprocessors.register(SparingInlineProcessor(md), "inline", 20)
    return str(md.convert(text))


def test_each_pattern_of_markdown_has_its_outcome() -> None:
    shown = html(_EVERY_PATTERN, sparing=True)
    assert shown == html(_EVERY_PATTERN, sparing=False)
    assert [tag for tag in ("code", "em", "strong", "a", "img", "br", "b") if f"<{tag}" not in shown] == []


def test_so_have_random_pages(amount: Callable[[int, int], int]) -> None:
    pages = [random_page(seed) for seed in range(amount(30, 300))]
    assert [page for page in pages if html(page, sparing=True) != html(page, sparing=False)] == []


def test_a_pattern_that_is_not_known_here_is_always_tried() -> None:
    shown = []
    for sparing in (True, False):
        md = Markdown(extensions=["footnotes"])
        if sparing:
            md.treeprocessors.register(SparingInlineProcessor(md), "inline", 20)
        shown.append(md.convert("Một[^1] hai\n\n[^1]: Chú.\n"))
    assert shown[0] == shown[1]
    assert "footnote-ref" in shown[0]


def test_fewer_patterns_are_tried() -> None:
    tried = []

    class Counted(SparingInlineProcessor):
        def _InlineProcessor__applyPattern(self, pattern, data, *given):  # type: ignore[no-untyped-def] # noqa: N802
            tried.append(pattern)
            return super()._InlineProcessor__applyPattern(pattern, data, *given)  # type: ignore[misc]

    md = Markdown()
    md.treeprocessors.register(Counted(md), "inline", 20)
    assert md.convert("Lời thường, không có dấu nào.") == "<p>Lời thường, không có dấu nào.</p>"
    assert tried == []
