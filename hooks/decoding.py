"""The bytes of a file as text, or the encoding they look like: the ones Vietnamese was and is saved in."""

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer marks first: that of UTF-32 begins like that of UTF-16."""
_ACCENTED = re.compile("[à-ỹđ]", re.IGNORECASE)
_TCVN3 = re.compile(
    "[µ¸¶·¹¨»¾¼½©®Ç-ÌÎ-ÏÑ-ÖÜ-Þ×](?:(?<=[A-Za-z][µ¸¶·¹¨»¾¼½©®])|(?<=[µ¸¶·¹¨»¾¼½©®])(?=[a-z])|(?<=[a-z].))"
)
_VNI = re.compile(
    "[øûïëåäüñùúõâêàáéèØÛÏËÅÄÜÑÙÚÕÂÊÀÁÉÈ](?:(?<=[aeouyAEOUY][øûïëåäüñØÛÏËÅÄÜÑ])|(?<=[iI][øûïØÛÏ])"
    "|(?<=[aeAE][ùúõâêàáéèÙÚÕÂÊÀÁÉÈ]))"
)
"""Letter and sign side by side as no Vietnamese word has them. The sign comes first: fewer places to try."""
_ENOUGH = 4
"""Signs of an old typeface in a line before it is said to be one: some may be in foreign names."""


def marked(data: bytes) -> str | None:
    """Return the text of bytes that begin with the mark of their encoding; nothing without, or if it lies."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def guess(data: bytes) -> str:
    r"""Return the name of the encoding that bytes look like which are not UTF-8; nothing where none is likely.

    >>> guess("Lê Lợi".encode("utf-16-le")), guess("Phường".encode("utf-16")), guess(b"C\xea Ch\xe2n")
    ('UTF-16', 'UTF-16', 'Windows-1258')
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    zeros = data[:4096].count(0)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or zeros * 5 > len(data[:4096]):
        return "UTF-16"
    if zeros:
        return ""
    old = typeface(data.decode("latin-1"))
    if old:
        return old[0]
    words = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    return "Windows-1258" if _ACCENTED.search(words) else ""


def typeface(text: str) -> tuple[str, int] | None:
    r"""Return the old encoding whose letters a text shows as signs of another, and at which line; nothing for Unicode.

    >>> typeface("Céng hoµ x· héi ViÖt nghÜa"), typeface("a\nCoäng hoøa xaõ hoäi chuû"), typeface("Cộng hòa xã hội")
    (('TCVN3 (.VnTime)', 1), ('VNI', 2), None)
    """
    for name, signs in (("TCVN3 (.VnTime)", _TCVN3), ("VNI", _VNI)):
        if len(signs.findall(text)) >= _ENOUGH:
            for number, line in enumerate(text.split("\n"), 1):
                if len(signs.findall(line)) >= _ENOUGH:
                    return name, number
    return None
