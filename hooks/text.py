"""The one declared normalisation of words, and the Markdown marks that are not words.

Quotes, provision texts and the lock are all compared after `normalise`, and after nothing else. The rule is published
for readers on the page `gioi-thieu` and in `bien-tap/kiem-tra`.
"""

import re
import unicodedata
from hashlib import sha256
from itertools import filterfalse

_FAMILIES = {
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_IN_A_FAMILY = re.compile(f"[{''.join(_FAMILIES)}]")


def normalise(text: str) -> str:
    """Return `text` in NFC, white space collapsed, quotation marks and hyphens each reduced to one of their family."""
    alike = _IN_A_FAMILY.sub(lambda found: _FAMILIES[found[0]], text)
    return " ".join(unicodedata.normalize("NFC", alike).split())


def fingerprint(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the normalised text."""
    return mark(normalise(text))


def mark(normalised: str) -> str:
    """Return the fingerprint of a text that is normalised already."""
    return sha256(normalised.encode()).hexdigest()[:16]


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters: marks dropped, đ as d; other characters stay."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def slug(text: str) -> str:
    """Return an ASCII id for `text` (`Điều 5` gives `dieu-5`); empty when nothing of it can be kept."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_LINK = r"""\[ (?P<{}> (?:[^\[\]]|\[[^\[\]]*\])* ) \] \( [^()\s]* (?:\s+"[^"]*")? \)"""
_INLINE = re.compile(
    rf"""
    !{_LINK.format("image")} | {_LINK.format("words")}                               # a link keeps its words
  | \{{ :? \s* [#.\w] [^{{}}\n]* \}}                                                # an attribute list
  | \*\*|_(?<!\w_)_|__(?!\w)|\*(?<![\\\w]\*)(?=\S)|\*(?<=\S\*)(?!\w)|_(?<!\w_)|_(?!\w)   # emphasis
  | <(?:/?[A-Za-z][^<>]*|!--.*?--)>                                                # raw HTML
  | \\ (?P<escaped> [\\`*_{{}}\[\]()\#+\-.!|>~] )
    """,
    re.VERBOSE | re.DOTALL,
)
"""Each of its cases begins with a letter of its own: so the search leaps over all text that has none of them."""


def plain(markdown: str) -> str:
    """Return the words of inline Markdown: emphasis, attributes, tags and link targets set aside.

    >>> plain("**một** [hai](cite:cv.I.1){.x}")
    'một hai'

    A sign of less is no tag:

    >>> plain("a < b & c > d, 5 < 7 <b>x</b>")
    'a < b & c > d, 5 < 7 x'
    """
    return _INLINE.sub(lambda m: plain(words) if (words := m["words"] or m["image"]) else m["escaped"] or "", markdown)


def without_line_ends(title: str) -> str:
    """Return a heading without the marks (`|`) that say where the lines of a slogan may end.

    >>> without_line_ends("Thi đua | *sáng tạo*!")
    'Thi đua *sáng tạo*!'
    """
    return " ".join(title.replace("|", " ").split())


def heading(title: str) -> str:
    """Return the plain words of a heading.

    >>> heading("Thi đua | *sáng tạo*!")
    'Thi đua sáng tạo!'
    """
    return without_line_ends(plain(title))


def capitals(words: str) -> str:
    """Return words in capitals; a word with capitals inside keeps its own.

    >>> capitals("Thực hiện 20-CTr/TU, đạt 14%/năm")
    'THỰC HIỆN 20-CTr/TU, ĐẠT 14%/NĂM'
    """
    return " ".join(word if sum(map(str.isupper, word)) > 1 else word.upper() for word in words.split())
