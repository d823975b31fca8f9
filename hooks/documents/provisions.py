"""Provisions: the numbered places of a document, with an id taken from its own structure and never from a title.

Ids by example (document `cv` is an official dispatch, `blld` a code):

    ## II. …                      cv.II
    ### 1. …                      cv.II.1
    - … (second dash)             cv.II.1.2
        + … (third plus)          cv.II.1.2.3
    named by `{: provision=x }`   cv.x
    Phần thứ nhất                 blld.p1
    Chương II                     blld.c2        (blld.p1.c2 inside a Phần)
    Mục 1, Tiểu mục 2             blld.c2.m1, blld.c2.m1.t2
    Điều 35, khoản 1, điểm đ      blld.d35, blld.d35.k1, blld.d35.k1.đ   (the number of a Điều is global)
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Provision:
    """One citable place of a document."""

    id: str
    """Its eId, `cv.II.1.2`."""
    document: str
    """Id of the document."""
    kind: str
    """phan, chuong, muc, tieu-muc, dieu, roman, item, khoan, diem, dash, plus or named."""
    number: str
    """Its own number: `II`, `35`, `đ`; for dashes and plus-items the position among its siblings."""
    parent: str | None
    """Id of the provision it stands in."""
    marker: str
    """Its number as printed: `II.`, `Điều 35.`, `a)`, `-`."""
    text: str
    """Its own words in Markdown, without the marker and without its children."""
    line: int
    """Line of the file at which it starts."""

    @property
    def anchor(self) -> str:
        """Id of its HTML element: lower case, `đ` as `dd` so that điểm d and điểm đ differ."""
        return anchor(self.id)


def anchor(provision_id: str) -> str:
    """Return the HTML id of a provision.

    >>> anchor("blld.d35.k1.đ")
    'blld-d35-k1-dd'
    """
    return provision_id.lower().replace("đ", "dd").replace(".", "-")
