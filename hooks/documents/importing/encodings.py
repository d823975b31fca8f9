"""Old Vietnamese encodings, TCVN3 (ABC) and VNI: their letters look like Latin ones and would go unnoticed.

A word is told by being read: one that is no Vietnamese syllable as it stands, and is one in an old encoding, was
written in it. So a paragraph in an old typeface amid a text in Unicode is found, and French or German is not.
Sources of the two tables: TCVN 5712:1993, VN3, as glibc has it; VNI for Windows, as xvnkb has it.
"""

import re
import unicodedata
from collections.abc import Mapping

_SINGLE = {
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


def old(text: str, typefaces: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the old encoding that a text has in it and the first words in it; nothing where all is Unicode.

    `typefaces` has the words of the text by the name of their typeface, as far as its file names any: there one word
    is enough, and where nothing else is Unicode also one that could be both (`Soá` is *Số*, or an old way of *sóa*).

    >>> old("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do", {})
    ('VNI', 'Coäng hoøa xaõ hoäi chuû nghóa')
    >>> old("Luật số 1. Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do", {})
    ('TCVN3 (ABC)', 'hßa x· héi chñ nghÜa ViÖt')
    >>> old("Cộng hòa xã hội chủ nghĩa Việt Nam, hoà, khoá, dài 5 µm, où est le café à Köln, Señor", {})
    >>> old("Luật số 1", {"VNI-Times": "Soá 12"}), old("Luật số 1", {"VNI-Times": "Luật số 1, hoá đơn"})
    (('VNI (VNI-Times)', 'Soá 12'), None)
    """
    for typeface, words in typefaces.items():
        words = unicodedata.normalize("NFC", words)
        for name, pattern in _TYPEFACES:
            found = _found(words, name, certain=_is_unicode(words)) if pattern.match(typeface) else []
            if found:
                return f"{name} ({typeface})", _passage(words, found[0])
    text = unicodedata.normalize("NFC", text)
    found_in = {name: _found(text, name, certain=True) for name in _SINGLE}
    name = max(found_in, key=lambda one: len(found_in[one]))
    return (name, _passage(text, found_in[name][0])) if len(found_in[name]) >= _ENOUGH else None


def _passage(text: str, at: int) -> str:
    return " ".join(text[at : at + 20 * _SHOWN].split()[:_SHOWN])


def _found(text: str, name: str, *, certain: bool) -> list[int]:
    """Return where words stand that are Vietnamese in an encoding, each once; `certain`: and are not so in Unicode."""
    return [
        at
        for word, at in _words(text).items()
        if _SOME_LETTER.search(word)
        and not word.isascii()
        and _is_syllable(_read(word, name))
        and not (certain and _is_syllable(word.lower()))
    ]


def _words(text: str) -> Mapping[str, int]:
    """Return word → where it first stands."""
    found: dict[str, int] = {}
    for one in _WORD.finditer(text):
        found.setdefault(one[0], one.start())
    return found


def _is_unicode(text: str) -> bool:
    """Return whether a text has Vietnamese words with letters that no old encoding uses as signs."""
    return any(max(word) > "\u00ff" and _is_syllable(word.lower()) for word in _words(text))


def _read(word: str, name: str) -> str:
    """Return a word of an old encoding in Unicode and small letters, or nothing where it has signs of no meaning.

    >>> _read("Thueá", "VNI"), _read("ñöôïc", "VNI"), _read("ThuÕ", "TCVN3 (ABC)"), _read("Köln", "VNI")
    ('thuế', 'được', 'thuế', 'kưln')
    """
    letters: list[str] = []
    before = ""
    for sign in word:
        marks = _VNI_MARKS.get((before, sign.lower())) if name == "VNI" else None
        own = _SINGLE[name].get(sign) or (sign.lower() if sign.isascii() else "")
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


def _beginning(found: list[str]) -> str:
    return " ".join(found[:_SHOWN])
