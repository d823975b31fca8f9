"""Old Vietnamese encodings, TCVN3 (ABC) and VNI: their letters look like Latin ones and would go unnoticed."""

import re

_VIETNAMESE = re.compile("[đĐăĂơƠưƯ\u1ea0-\u1ef9]")
_TCVN3 = re.compile("[¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖ×ØÜÞß«¬§]")
_VNI = re.compile("[aeiouyAEIOUYñÑ][ùøûõïâáàåãäêéèëüúöòÙØÛÕÏÂÁÀÅÃÄÊÉÈËÜÚÖÒ]")
_MOST_FOREIGN, _LEAST_VIETNAMESE = 0.03, 0.01


def old(text: str) -> str:
    """Return the name of the old encoding that the letters of a text look like, or nothing.

    >>> old("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do"), old("Cộng hòa xã hội chủ nghĩa Việt Nam")
    ('TCVN3 (ABC)', '')
    >>> old("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do")
    'VNI'
    """
    count = sum(map(str.isalpha, text)) or 1
    if len(_VIETNAMESE.findall(text)) > _LEAST_VIETNAMESE * count:
        return ""
    found = {"VNI": len(_VNI.findall(text)), "TCVN3 (ABC)": len(_TCVN3.findall(text))}
    name = max(found, key=lambda one: found[one])
    return name if found[name] > _MOST_FOREIGN * count else ""
