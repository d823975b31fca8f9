"""A document's text becomes provisions and text again."""

from pathlib import Path

import pytest

from hooks.documents import numbering, outline
from hooks.documents.document import DocumentText
from hooks.documents.provisions import anchor
from hooks.documents.records import TYPES
from hooks.findings.wording import show

from ..helpers import projects
from ..helpers.case_files import cases, hold


def numbered(text: str) -> str:
    blocks = outline.parse(text)
    assert outline.unparse(blocks) == text
    found, findings = numbering.number("vb", "vb.md", blocks)
    document = DocumentText("vb.md", found)
    lines = [f"{p.id} | {p.kind} | {' '.join(document.own_words[p.id].split())}" for p in document.provisions.values()]
    return "\n".join([*lines, *(show(finding, "en") for finding in findings)]) + "\n"


@pytest.mark.parametrize("path", cases("documents"))
def test_a_document_is_numbered_as_its_case_says(path: Path, request: pytest.FixtureRequest) -> None:
    hold(path, numbered, rewrite=request.config.getoption("--rewrite"))


def test_the_dispatch_has_the_provisions_of_its_own_numbering() -> None:
    text = (projects.ROOT / "docs/vi/van-ban/cong-van.md").read_text("utf-8").partition("\n---\n")[2]
    found, findings = numbering.number("cv", "", outline.parse(text))
    assert findings == ()
    provisions = DocumentText("", found).provisions
    named = ["cv.can-cu", "cv.kinh-gui", *(f"cv.kinh-gui.{n}" for n in range(1, 5)), "cv.de-nghi"]
    parts = ["cv.I", "cv.II", "cv.II.1", "cv.II.2", "cv.II.3", "cv.III"]
    dashes = {"cv.I": 2, "cv.II.1": 4, "cv.II.2": 3, "cv.II.2.2": 7, "cv.II.3": 4, "cv.III": 5}
    leaves = [f"{above}.{n}" for above, count in dashes.items() for n in range(1, count + 1)]
    assert sorted(provisions) == sorted([*named, *parts, *leaves])


@pytest.mark.parametrize(
    ("provision", "html_id"),
    [("cv.II.1.2", "cv-ii-1-2"), ("blld.d35.k1.d", "blld-d35-k1-d"), ("blld.d35.k1.đ", "blld-d35-k1-dd")],
)
def test_an_id_gives_an_anchor_that_tells_d_from_đ(provision: str, html_id: str) -> None:
    assert anchor(provision) == html_id


_ADMINISTRATIVE = """nghị quyết, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, chương trình,
kế hoạch, phương án, đề án, dự án, báo cáo, biên bản, tờ trình, hợp đồng, công văn, công điện, bản
ghi nhớ, bản thỏa thuận, giấy ủy quyền, giấy mời, giấy giới thiệu, giấy nghỉ phép, phiếu gửi, phiếu
chuyển, phiếu báo, thư công"""
"""Nghị định 30/2020/NĐ-CP, Điều 7."""
_PARTY = """cương lĩnh chính trị, điều lệ, chiến lược, nghị quyết, quyết định, chỉ thị, kết luận, quy chế, quy
định, thông tri, hướng dẫn, thông báo, thông cáo, tuyên bố, lời kêu gọi, báo cáo, kế hoạch, quy
hoạch, chương trình, đề án, phương án, dự án, tờ trình, công văn, biên bản, giấy giới thiệu, giấy
chứng nhận, giấy đi đường, giấy nghỉ phép, giấy mời, phiếu chuyển, phiếu gửi, thư công"""
"""Quy định 399-QĐ/TW of 2026, Phần II."""


@pytest.mark.parametrize(("listed", "count"), [(_ADMINISTRATIVE, 29), (_PARTY, 33)])
def test_a_record_may_be_of_every_type_that_offices_and_the_party_issue(listed: str, count: int) -> None:
    names = [name.strip() for name in listed.replace("\n", " ").split(",")]
    assert len(names) == count
    known = {names["vi"].lower() for names in TYPES.values()}
    assert [name for name in names if name not in known] == []
