"""A small law made up for tests, told in a digest: a project that has both, and the folder of official texts."""

import shutil
from pathlib import Path

from . import projects

TEXTS = projects.ROOT / "tests/cases/official"
LAW = "luat-cho-phien.txt"
ENTRIES = {
    "d2-k2": "Người bán hàng ở chợ phiên là người từ đủ 16 tuổi trở lên, có chỗ ngồi.",
    "d3-k1": "Muốn trả chỗ ngồi, người bán hàng phải báo trước cho ban quản lý chợ:\n\n"
    "- ít nhất 45 ngày, nếu chỗ ngồi không thời hạn;\n"
    "- ít nhất 30 ngày, nếu chỗ ngồi có thời hạn từ 12 tháng đến 36 tháng;\n"
    "- ít nhất 3 ngày làm việc, nếu chỗ ngồi có thời hạn dưới 12 tháng;\n"
    "- theo lịch riêng do ban quản lý định; hàng tươi sống thì theo thỏa thuận.",
    "d3-k1-dd": "Đối với hàng tươi sống, trả chỗ ngồi theo thỏa thuận của hai bên.",
    "d3-k2": "Không cần báo trước khi bị đuổi mắng hoặc không được bảo đảm mái che, trừ trường hợp ở khoản 2 Điều 5.",
    "d4-k1": "Tiền chỗ ngồi một phiên tính theo diện tích: ngày thường nhiều nhất 15% tiền bán được, ngày lễ 20%.",
    "d4-k2": "Từ ngày 1/7/2030, ban quản lý chợ trả lại 1,5 triệu đồng tiền cọc trong thời hạn 30 ngày.",
    "d4-k3": "Không thu tiền chỗ ngồi của người bán hàng từ đủ 70 tuổi trở lên, hay có con dưới sáu tháng tuổi.",
    "d5-k1": "Người bán hàng trả tiền chỗ ngồi mỗi tháng một lần.",
    "d5-k2": "Khi lũ lụt, đã tìm mọi cách mà không thể trả đúng hạn, thì không được chậm quá hai mươi ngày. "
    "Chậm từ 10 ngày trở lên thì phải trả thêm tiền lãi.",
    "d7": "Luật có hiệu lực từ ngày 1/1/2030.",
}
"""Id of a heading → true words of its entry."""
_PAGE = "van-ban/cho-phien.md"
_RECORD = """---
title: Luật Chợ phiên
description: Luật đặt ra để thử.
kind: document
order: 900
translation: pending
document:
  id: lcp
  type: luat
  name: Luật Chợ phiên
  text: none
  provenance:
    name: {source: outside, verified: false}
---

# Luật Chợ phiên

Luật này do người viết phần mềm đặt ra.
"""
_DIGEST = """---
title: Tóm lược Luật Chợ phiên
description: Vài điều của luật đặt ra để thử.
kind: digest
translation: pending
of: lcp
compared: {against: luat-cho-phien.txt, on: 2026-11-28}
review_by: 2027-11-28
---

# Tóm lược Luật Chợ phiên

## Các điều {#cac-dieu}
"""


def digest(entries: dict[str, str]) -> str:
    """Return the page that has these entries."""
    return _DIGEST + "".join(f"\n### Mục {name} {{#{name}}}\n\n{words}\n" for name, words in entries.items())


def pages(entries: dict[str, str]) -> dict[str, str]:
    """Return path → text of the record and the digest."""
    return {f"docs/vi/{_PAGE}": _RECORD, f"docs/vi/{_PAGE[:-3]}/tom-luoc.md": digest(entries)}


def project(root: Path, entries: dict[str, str] | None = None) -> Path:
    """Write the base project with the digest at `root` and the official texts beside it; return the folder of those."""
    everything = {**projects.base().pages, **pages(ENTRIES if entries is None else entries)}
    for path, text in everything.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / "docs/provisions.lock").write_text(projects.base().lock or "", "utf-8")
    shutil.copy(projects.ROOT / "mkdocs.yml", root)
    texts = root / "texts"
    shutil.copytree(TEXTS, texts)
    return texts
