"""Random pages of every ingredient of Markdown, and what of them readers see that no check saw.

Every figure, quotation, citation and link of a page is unique, so that it is known again in the HTML.
"""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache

import lxml.html
from markdown import Extension, Markdown
from mkdocs.config import load_config

from hooks.content.checks import grammar as grammar_checks
from hooks.content.figures import figures
from hooks.content.model import Page
from hooks.content.parse import characters
from hooks.content.parse import page as reader
from hooks.screen.grammar import GrammarExtension, canonical

from .projects import ROOT

_FRONT = "---\ntitle: Thử\ndescription: Trang thử.\nkind: reference\n---\n\n# Thử\n\n"
_MARKS = re.compile('[“”"„«»]')


class _Writer:
    """Writes one random page."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 10_000

    def number(self) -> int:
        self.count += 1
        return self.count

    def word(self) -> str:
        return f"w{self.number()}x"

    def item(self) -> str:
        n = self.number()
        return self.chance.choice(
            [
                f"{n}%",
                f"“q{n}x lời”",
                f'"q{n}x lời"',
                f"“q{n}x lời” [](cite:cv.z{n})",
                f"[dẫn w{n}x](cite:cv.z{n})",
                f"[](cite:cv.z{n})",
                f"[xem w{n}x](trang-{n}.md)",
                f"[xem “q{n}x”](trang-{n}.md 'chú')",
                f"![ảnh w{n}x](trang-{n}.png)",
                f"„q{n}x lời“",
                f"«q{n}x lời»",
                f"“q{n}x lời",
                f"q{n}x lời”",
            ]
        )

    def inline(self, depth: int = 0) -> str:
        """Return a run of words, items and marks on one line."""
        return " ".join(self.piece(depth) for _ in range(self.chance.randint(1, 4)))

    def piece(self, depth: int) -> str:
        chance = self.chance
        if depth > 2 or chance.random() < 0.55:
            return self.item() if chance.random() < 0.6 else self.word()
        inner = self.inline(depth + 1)
        n = self.number()
        return chance.choice(
            [
                f"*{inner}*",
                f"**{inner}**",
                f"_{inner}_",
                f"`{inner}`",
                f"``{inner} ` {self.item()}``",
                f"` {inner}",
                f"``` {inner}",
                f"\\`{inner}\\`",
                f"\\\\`{inner}`",
                f"{{{inner}}}",
                f"{{theo {inner}}}",
                f"*{inner}*{{.lop}}",
                f"{inner}{{.lop}}",
                f"{inner} {{: .lop }}",
                f'*{inner}*{{title="{self.item()}"}}',
                f"<!-- {inner} -->",
                f"<!--{inner}",
                f"{inner} -->",
                f"<!-- {inner} -- >",
                f"<!-- {inner} --!>",
                f"<!--> {inner}",
                f"<!-- {inner} <!-- {self.word()} -->",
                f"<b>{inner}</b>",
                f"<q>{inner}</q>",
                f'<span title="{inner}">',
                f"<br>{inner}",
                f"<!{inner}>",
                f"<?{inner}?>",
                f"<![CDATA[{inner}]]>",
                f"&ldquo;{inner}&rdquo;",
                f"&#8220;{inner}&#8221;",
                f"&quot;{inner}&quot;",
                f"<https://trang-{n}.vn>",
                f"[{inner}][r{chance.randint(1, 3)}]",
                f"[{inner}](trang-{n}.md)",
                f"[{inner} | {self.item()}](trang-{n}.md)",
                f"[[{inner}]](cite:cv.z{n})",
                f'[{inner}](trang-{n}.md "{self.item()}")',
                f"[{inner}](<trang-{n}.md>)",
                f"[{inner}] (trang-{n}.md)",
                f"\\[{inner}](cite:cv.z{n})",
                f"[{inner}\\](cite:cv.z{n})",
                f"\\\\[{inner}](cite:cv.z{n})",
                f"!{inner}",
                f"{inner}\\",
                f"#{inner}",
            ]
        )

    def lines(self, most: int = 3) -> list[str]:
        return [self.inline() for _ in range(self.chance.randint(1, most))]

    def block(self, depth: int = 0) -> list[str]:
        """Return the lines of a random block."""
        chance = self.chance
        kinds: list[Callable[[], list[str]]] = [
            self.lines,
            self.lines,
            self.lines,
            self.table,
            self.fence,
            self.definition,
            lambda: [f"{'#' * chance.randint(1, 4)} {self.inline()}{chance.choice(['', ' {#muc}', ' #', '{.x}'])}"],
            lambda: [f"#{self.inline()}"],
            lambda: [self.inline(), chance.choice(["---", "===", "-"])],
            lambda: [chance.choice(["***", "---", "<hr>"])],
            lambda: ["<!--", *self.lines(), *chance.choice([["-->"], ["-- >"], []])],
            lambda: [f"<!-- {self.inline()}", "", *self.lines(), f"{self.inline()} --> {self.inline()}"],
            lambda: [f"<!-- {self.word()} -->{chance.choice(['> ', '- ', '# ', '    ', ''])}{self.inline()}"],
            lambda: [" " * chance.randint(4, 9) + line for line in self.lines()],
            lambda: ["    " + self.inline(), self.inline()],
        ]
        if depth < 3:
            kinds += [
                lambda: self.items(depth),
                lambda: self.items(depth),
                lambda: self.box(depth),
                lambda: self.quote(depth),
                lambda: self.quote(depth),
                lambda: self.html(depth),
            ]
        found = chance.choice(kinds)()
        if chance.random() < 0.08:
            indent = " " * chance.choice([1, 2, 3, 4, 4, 8])
            found = [indent + line for line in found]
        return found

    def blocks(self, depth: int, most: int = 3) -> list[str]:
        found: list[str] = []
        for _ in range(self.chance.randint(1, most)):
            found += self.block(depth)
            if self.chance.random() < 0.8:
                found.append("")
        return found

    def items(self, depth: int) -> list[str]:
        chance = self.chance
        found: list[str] = []
        for number in range(chance.randint(1, 3)):
            mark = chance.choice(["- ", "* ", "+ ", f"{number + 1}. ", "1) ", "-   "])
            inner = self.block(depth + 1) if chance.random() < 0.4 else self.lines(2)
            indent = " " * chance.choice([4, 4, 4, 2, len(mark), 0])
            found.append(mark + inner[0])
            found += [indent + line if line else line for line in inner[1:]]
            if chance.random() < 0.3:
                found.append("")
                found += ["    " + line if line else line for line in self.block(depth + 1)]
                found.append("")
        return found

    def table(self) -> list[str]:
        edge = self.chance.choice(["|", "|", ""])
        rows = [[self.inline(1) for _ in range(2)] for _ in range(self.chance.randint(1, 3))]
        rows.insert(1, ["---", "---"])
        return [f"{edge} {' | '.join(row)} {edge}".strip() for row in rows]

    def box(self, depth: int) -> list[str]:
        chance = self.chance
        mark = chance.choice(["!!!", "???", "???+"])
        title = chance.choice(
            ["", f' "{self.inline(1)}"', f' "{self.word()} “q{self.number()}x”"', ' ""', f" {self.word()}"]
        )
        space = chance.choice([" ", " ", " ", ""])
        return [
            f"{mark}{space}note{title}",
            "",
            *("    " + line if line else line for line in self.blocks(depth + 1, 2)),
        ]

    def quote(self, depth: int) -> list[str]:
        chance = self.chance
        inner = self.blocks(depth + 1, 2) if chance.random() < 0.4 else self.lines()
        found = [f"> {line}".rstrip() for line in inner]
        if chance.random() < 0.4:
            found += [
                ">",
                f"> {chance.choice(['', '— '])}[](cite:cv.z{self.number()}){chance.choice(['', self.inline()])}",
            ]
        if chance.random() < 0.2:
            found += self.lines(1)
        return found

    def html(self, depth: int) -> list[str]:
        tag = self.chance.choice(["div", "blockquote", "p", "details", "section", "pre", "script", "table"])
        attribute = self.chance.choice(
            ["", " markdown", ' markdown="1"', ' markdown="span"', f' title="{self.inline(1)}"']
        )
        inner = self.blocks(depth + 1, 2)
        summary = [f"<summary>{self.inline(1)}</summary>"] if tag == "details" else []
        return [f"<{tag}{attribute}>", *summary, *inner, *self.chance.choice([[f"</{tag}>"], []])]

    def fence(self) -> list[str]:
        chance = self.chance
        mark = chance.choice(["```", "~~~", "````", "```"])
        name = chance.choice(["", "text", " text", "markdown title='x'", "{.text}", f"{self.inline(1)}"])
        close = chance.choice([mark, mark, mark, mark + "`", "~~~", "```", "  " + mark, ""])
        inner = self.blocks(3, 2) if chance.random() < 0.3 else self.lines()
        prefix = chance.choice(["", "", "", "", "> ", "    ", "  ", "- "])
        found = [mark + name, *inner, *([close] if close else [])]
        return [prefix + line if line or ">" in prefix else line for line in found]

    def definition(self) -> list[str]:
        n = self.number()
        title = self.chance.choice(["", "", f' "{self.item()}"', f" {self.item()}"])
        return [f"[r{self.chance.randint(1, 3)}]: {self.chance.choice([f'trang-{n}.md', f'cite:cv.z{n}'])}{title}"]


def random_page(seed: int) -> str:
    """Return the text of a random page."""
    chance = random.Random(seed)
    text = "\n".join(_Writer(chance).blocks(0, 6)) + "\n"
    for _ in range(chance.choice([0, 0, 0, 1, 3])):
        at = chance.randrange(len(text))
        if chance.random() < 0.5:
            text = (
                text[:at]
                + chance.choice(["`", "\\", "<", "{", "}", "\n", "    ", "]", "[", "(", ">", "|", "\t"])
                + text[at:]
            )
        elif not _MARKS.match(text[at]):
            text = text[:at] + text[at + 1 :]
    return text.replace("\n", "\r\n") if chance.random() < 0.05 else text


@cache
def _markdown() -> tuple[Markdown, GrammarExtension]:
    """Return a converter with just the extensions and settings of the site."""
    config, grammar = load_config(str(ROOT / "mkdocs.yml")), GrammarExtension()
    extensions: list[str | Extension] = [*config.markdown_extensions, grammar]
    return Markdown(extensions=extensions, extension_configs=config.mdx_configs), grammar


def read(text: str) -> Page:
    """Return a page with this body, as the checks read it."""
    return reader.read("docs/vi/thu.md", "thu.md", "vi", characters.tidy(_FRONT + text))[0]


def rendered(page: Page) -> lxml.html.HtmlElement:
    """Return the HTML of a page as the site shows it."""
    converter, obeying = _markdown()
    body, obeying.tokens = canonical(page)
    converter.reset()
    return lxml.html.fragment_fromstring(converter.convert(body), create_parent="div")


def unseen(page: Page) -> list[str]:
    """Return what readers see and no check saw, and what a check counts and readers do not see."""
    html = rendered(page)
    found = {finding.place.line for finding in grammar_checks.check(page)}
    for code in html.xpath("//code | //pre"):
        tail, code.text = code.tail, ""
        for child in list(code):
            code.remove(child)
        code.tail = tail
    missed = [*_words(page, html), *_links(page, html), *_citations(page, html), *_block_quotes(page, html)]
    return [words for at, words in missed if page.place(at).line not in found]


Missed = Iterator[tuple[int, str]]
"""Offset in the page, and what is wrong there."""


def _words(page: Page, html: lxml.html.HtmlElement) -> Missed:
    quotes = [(quote.at - 1, quote.end) for quote in page.quotes]
    stated = [
        (figure.at, figure.at + len(figure.words))
        for section in page.sections
        for figure in figures(page.prose, section.at, section.end)
    ]
    for opening, closed, figure in re.findall('[“„«"](q\\d+x)|(q\\d+x) lời[”“»"]|\\b(\\d{5})%', html.text_content()):
        at = page.text.find(opening or closed or figure)
        if at < 0:
            continue
        if opening:
            at -= 1
        if closed:
            at = _MARKS.search(page.text, at).start()  # type: ignore[union-attr]
        if not any(start <= at <= end for start, end in [*quotes, *(stated if figure else ())]):
            yield at, f"{opening or closed or figure}: visible, not seen"


def _links(page: Page, html: lxml.html.HtmlElement) -> Missed:
    targets = {link.target for link in page.links}
    for target in sorted(_targets(html) - targets):
        if not target.startswith("#"):
            yield max(page.text.find(target), 0), f"{target}: a link that was not seen"


def _citations(page: Page, html: lxml.html.HtmlElement) -> Missed:
    shown = _targets(html)
    for link in page.citations:
        if link.target not in shown:
            yield link.at, f"{link.target}: a citation that is not shown"


def _block_quotes(page: Page, html: lxml.html.HtmlElement) -> Missed:
    quotes = [(one.at, one.end) for one in page.blocks if one.kind == "quote"]
    for quote in html.iter("blockquote"):
        for word in re.findall(r"w\d+x(?= )|\d{5}%", quote.text_content()):
            at = page.text.find(word)
            if at >= 0 and not any(start <= at < end for start, end in quotes):
                yield at, f"{word}: in a block quote that was not seen"


def _targets(html: lxml.html.HtmlElement) -> set[str]:
    targets = {one.get("href") for one in html.iter("a")} | {one.get("src") for one in html.iter("img")}
    return {target for target in targets if target}
