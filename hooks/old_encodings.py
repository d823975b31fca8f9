"""Old Vietnamese encodings, TCVN3 (ABC) and VNI: their letters look like Latin ones and would go unnoticed.

A word is told by being read: one that is no Vietnamese syllable as it stands, and is one in an old encoding, was
written in it. So a paragraph in an old typeface amid a text in Unicode is found, and French or German is not.
Sources of the two tables: TCVN 5712:1993, VN3, as glibc has it; VNI for Windows, as xvnkb has it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import filterfalse

_LETTERS = {
    "TCVN3 (ABC)": dict(
        zip(
            "¸µ¶·¹©ÊÇÈÉË¨¾»¼½ÆÐÌÎÏÑªÕÒÓÔÖãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùÝ×ØÜÞýúûüþ®¢¡£¤¥¦§",
            "áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựíìỉĩịýỳỷỹỵđâăêôơưđ",
            strict=True,
        )
    ),
    "VNI": dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵơưđíìỉĩịỵ", strict=True)),
}
"""Name → sign → the letter it stands for, as a small letter."""
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_SIGNS = (
    ("aeouyôö", "", "ùøûõï"),
    ("aeo", "\u0302", "áàåãä"),
    ("a", "\u0306", "éèúüë"),
    ("aeo", "\u0302", "â"),
    ("a", "\u0306", "ê"),
)
"""Letters of VNI, the mark, and the signs that stand behind such a letter for the mark with each tone."""
_TYPEFACES = (("TCVN3 (ABC)", re.compile(r"\.vn", re.I)), ("VNI", re.compile(r"vni\b", re.I)))
"""How the names of typefaces of an encoding begin: `.VnTime`, `VNI-Times`."""
_WORD = re.compile("[A-Za-z\u00a1-\u024f\u1ea0-\u1ef9]+")
_SOME_LETTER = re.compile("[A-Za-z]")
"""What a word has that is none of signs alone: `½` reads *ẵ*."""
_SYLLABLE = re.compile(
    "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu?|r|s|th?|tr|v|x)?"
    "(?:[aăâeêioôơuưy]|a[iouy]|â[uy]|eo|êu|i[au]|iêu?|o[aăei]|oa[ioy]|oeo|oo|ôi|ơi|u[aâêiôơy]|uây|uôi|uy[au]|uyê"
    "|ư[aiu]|ươ[iu]?|yêu?)(?:ch?|m|n|ng|nh|p|t)?"
)
"""A Vietnamese syllable without its tone."""
_ENOUGH = 4
"""Words of an old encoding, each counted once, that tell one: fewer may be signs of units, `µm` reads *àm*."""
_SHOWN = 6
"""Words that are shown."""


@dataclass(frozen=True)
class OldEncoding:
    """What of a text is in an old encoding."""

    name: str
    """The encoding, with the typeface in brackets that told it."""
    words: str
    """The first words in it, as they are stored."""
    line: int
    """Line on which they begin."""
    count: int
    """How many different words are in it."""


def in_text(text: str) -> OldEncoding | None:
    r"""Return the old encoding that a text, or a passage of it, is in; nothing where all is Unicode.

    >>> in_text("a\nCoäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do")
    OldEncoding(name='VNI', words='Coäng hoøa xaõ hoäi chuû nghóa', line=2, count=8)
    >>> in_text("Luật số 1. Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do").words
    'hßa x· héi chñ nghÜa ViÖt'
    >>> in_text("Cộng hòa xã hội chủ nghĩa Việt Nam, hoà, khoá, dài 5 µm, où est le café à Köln, Señor")
    """
    text = unicodedata.normalize("NFC", text)
    unsure = [word for word in _words(text) if not _is_vietnamese(word)]
    found = {name: [word for word in unsure if name in _readings(word)] for name in _LETTERS}
    name = max(found, key=lambda one: len(found[one]))
    return _first(text, name, found[name]) if len(found[name]) >= _ENOUGH else None


def in_typefaces(typefaces: Mapping[str, str]) -> OldEncoding | None:
    """Return the old encoding of the words in a typeface made for one; nothing where all is Unicode.

    `typefaces` has the words of a text by the name of their typeface. One word is enough here, and where nothing else
    in the typeface is Unicode also one that could be both (`Soá` is *Số*, or an old way of *sóa*).

    >>> in_typefaces({"VNI-Times": "Soá 12"}), in_typefaces({"VNI-Times": "Luật số 1, hoá đơn"})
    (OldEncoding(name='VNI (VNI-Times)', words='Soá 12', line=1, count=1), None)
    """
    for typeface, text in typefaces.items():
        text = unicodedata.normalize("NFC", text)
        words = _words(text)
        unicode = any(max(word) > "\u00ff" and _is_vietnamese(word) for word in words)
        for name, pattern in _TYPEFACES:
            old = [word for word in words if name in _readings(word) and not (unicode and _is_vietnamese(word))]
            if old and pattern.match(typeface):
                return replace(_first(text, name, old), name=f"{name} ({typeface})")
    return None


def vietnamese_words(text: str) -> int:
    """Return how many different words with marks a text has that are Vietnamese in Unicode."""
    return sum(map(_is_vietnamese, _words(text)))


def _words(text: str) -> Sequence[str]:
    """Return the words with letters beyond ASCII, each once, in the order in which they first stand."""
    apart = " ".join(filterfalse(str.isascii, dict.fromkeys(text.split())))
    return list(filterfalse(str.isascii, dict.fromkeys(_WORD.findall(apart))))


def _first(text: str, name: str, words: Sequence[str]) -> OldEncoding:
    at = next(found.start() for found in _WORD.finditer(text) if found[0] == words[0])
    passage = " ".join(text[at : at + 20 * _SHOWN].split()[:_SHOWN])
    return OldEncoding(name, passage, text.count("\n", 0, at) + 1, len(words))


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[str, ...]:
    """Return the old encodings in which a word with letters beyond ASCII is a Vietnamese one."""
    if not _SOME_LETTER.search(word):
        return ()
    return tuple(name for name in _LETTERS if _is_syllable(_read(word, name)))


@lru_cache(maxsize=20_000)
def _is_vietnamese(word: str) -> bool:
    """Return whether a word is Vietnamese as it stands, in Unicode."""
    return _is_syllable(word.lower())


def _read(word: str, name: str) -> str:
    """Return a word of an old encoding in Unicode and small letters, or nothing where it has signs of no meaning.

    >>> _read("Thueá", "VNI"), _read("ñöôïc", "VNI"), _read("ThuÕ", "TCVN3 (ABC)"), _read("Köln", "VNI")
    ('thuế', 'được', 'thuế', 'kưln')
    """
    letters: list[str] = []
    before = ""
    for sign in word:
        marks = _VNI_MARKS.get((before, sign.lower())) if name == "VNI" else None
        own = _LETTERS[name].get(sign) or (sign.lower() if sign.isascii() else "")
        if not (marks or own):
            return ""
        letters.append(marks or own)
        before = "" if marks else sign.lower()
    return unicodedata.normalize("NFC", "".join(letters))


_VNI_MARKS = {
    (letter, sign): mark + (tone if len(signs) > 1 else "")
    for letters, mark, signs in _SIGNS
    for sign, tone in zip(signs, _TONES, strict=False)
    for letter in letters
}
"""Letter and the sign behind it → combining marks."""


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word)
    tones = sum(map(apart.count, _TONES))
    bare = unicodedata.normalize("NFC", apart.translate(dict.fromkeys(map(ord, _TONES))))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(bare))
