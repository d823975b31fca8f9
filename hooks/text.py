"""The one declared normalisation of words, and the Markdown marks that are not words.

Quotes, provision texts and the lock are all compared after `normalise`, and after nothing else. The rule is published
for readers on the page `gioi-thieu` and in `bien-tap/kiem-tra`.
"""

import re
import unicodedata
from hashlib import sha256

_FAMILIES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def normalise(text: str) -> str:
    """Return `text` in NFC, white space collapsed, quotation marks and hyphens each reduced to one of their family."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(composed.translate(_FAMILIES).split())


def fingerprint(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the normalised text."""
    return sha256(normalise(text).encode()).hexdigest()[:16]


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters: marks dropped, đ as d; other characters stay."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(text: str) -> str:
    """Return an ASCII id for `text` (`Điều 5` gives `dieu-5`); empty when nothing of it can be kept."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_INLINE = re.compile(
    r"""
    !?\[ (?P<words> (?:[^\[\]]|\[[^\[\]]*\])* ) \] \( [^()\s]* (?:\s+"[^"]*")? \)   # a link keeps its words
  | \{ :? \s* [#.\w] [^{}\n]* \}                                                   # an attribute list
  | \*\*|(?<!\w)__|__(?!\w)|(?<![\\\w])\*(?=\S)|(?<=\S)\*(?!\w)|(?<!\w)_|_(?!\w)     # emphasis
  | </?[A-Za-z][^<>]*>                                                             # raw HTML
  | <!--.*?-->
  | \\ (?P<escaped> [\\`*_{}\[\]()\#+\-.!|>~] )
    """,
    re.VERBOSE | re.DOTALL,
)


def plain(markdown: str) -> str:
    """Return the words of inline Markdown: emphasis, attributes, tags and link targets set aside.

    >>> plain("**một** [hai](cite:cv.I.1){.x}")
    'một hai'
    """
    return _INLINE.sub(lambda m: plain(m["words"]) if m["words"] else m["escaped"] or "", markdown)
