"""Vietnamese words in the forms in which people type them."""

import unicodedata
from collections.abc import Iterator

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TELEX_TONES = dict(zip(_TONES, "frxsj", strict=True))
_VNI_TONES = dict(zip(_TONES, "23415", strict=True))
_TELEX = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
FORMS = ("full", "none", "nfd", "old", "telex", "telex-last", "vni")
_OLD_PLACES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


def apart(word: str) -> tuple[str, str]:
    """Return the letters of a word with their shapes, and its tone mark."""
    marks = unicodedata.normalize("NFD", word.lower())
    tone = next((mark for mark in marks if mark in _TONES), "")
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)), tone


def bare(word: str) -> str:
    """Return a word without marks."""
    decomposed = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def keystrokes(word: str) -> Iterator[str]:
    """Yield the keys of Telex and VNI for a word: the tone at its vowel or last, the shapes in place or last."""
    letters, tone = apart(word)
    for keys, tones in ((_TELEX, _TELEX_TONES), (_VNI, _VNI_TONES)):
        key = tones.get(tone, "")
        pairs = letters.replace("ươ", "uo" + keys["ơ"][1:]) if "ươ" in letters else letters
        in_place = "".join(keys.get(letter, letter) for letter in pairs)
        yield in_place + key
        last = max((at for at, letter in enumerate(in_place) if letter in "aeiouyw678"), default=len(in_place) - 1)
        yield in_place[: last + 1] + key + in_place[last + 1 :]
        shapes = "".join(keys[letter][1:] for letter in letters.replace("ươ", "uơ") if letter in keys)
        yield bare(letters) + shapes + key


def as_typed(words: str, form: str) -> str:
    """Return words in one of `FORMS`."""
    match form:
        case "none":
            return bare(words)
        case "nfd":
            return unicodedata.normalize("NFD", words)
        case "old":
            for new, old in _OLD_PLACES.items():
                words = words.replace(new, old) if new in words else words.replace(old, new)
            return words
        case "telex" | "telex-last" | "vni":
            number = {"telex": 0, "telex-last": 2, "vni": 3}[form]
            return " ".join(list(keystrokes(word))[number] if word.isalpha() else word for word in words.split())
    return words
