"""Vietnamese in the encodings of typefaces before Unicode, letter by letter as converters list them."""

import unicodedata

LETTERS = """
a á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ
u ú ù ủ ũ ụ ư ứ ừ ử ữ ự i í ì ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ
""".split()
"""Vowels with each tone, and đ."""
_VNI = """
a aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë e eù eø eû eõ eï eâ eá eà eå eã eä
o où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï
u uù uø uû uõ uï ö öù öø öû öõ öï i í ì æ ó ò y yù yø yû yõ î ñ
""".split()
"""VNI for Windows: https://github.com/lamdao/xvnkb/blob/master/vni.h"""
_TCVN3 = """
61 B8 B5 B6 B7 B9 A9 CA C7 C8 C9 CB A8 BE BB BC BD C6 65 D0 CC CE CF D1 AA D5 D2 D3 D4 D6
6F E3 DF E1 E2 E4 AB E8 E5 E6 E7 E9 AC ED EA EB EC EE
75 F3 EF F1 F2 F4 AD F8 F5 F6 F7 F9 69 DD D7 D8 DC DE 79 FD FA FB FC FE AE
""".split()
"""TCVN 5712:1993, VN3: https://github.com/cmpitg/bogoengine/blob/master/src/charset.hpp"""
_TCVN3_CAPITALS = {"Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TO_VNI = dict(zip(LETTERS, _VNI, strict=True))
_TO_TCVN3 = {letter: chr(int(code, 16)) for letter, code in zip(LETTERS, _TCVN3, strict=True)}


def in_vni(text: str) -> str:
    """Return a text as one typed in VNI-Times is stored."""
    return "".join(
        _TO_VNI.get(letter, letter) if letter.islower() else _TO_VNI.get(letter.lower(), letter).upper()
        for letter in unicodedata.normalize("NFC", text)
    )


def in_tcvn3(text: str) -> str:
    """Return a text as one typed in .VnTime is stored, which has no capitals with a tone."""
    return "".join(
        letter if letter.isascii() else _TCVN3_CAPITALS.get(letter) or _TO_TCVN3.get(letter.lower(), letter)
        for letter in unicodedata.normalize("NFC", text)
    )


def windows_1258(text: str) -> str:
    """Return a text with its tones as marks behind their letters, as Windows-1258 stores it."""
    return "".join(
        unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
        + "".join(mark for mark in apart if mark in _TONES)
        for apart in (unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", text))
    )
