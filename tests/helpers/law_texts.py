"""Laws of any length that cite each other."""

FRONT = """---
title: {name}
description: Văn bản thử.
kind: document
order: 200
translation: pending
document:
  id: {id}
  type: luat
  name: {name}
  text: full
  provenance:
    text: {{source: outside, copied_from: tep-thu.docx, copied_on: 2026-11-01, verified: false}}
---

"""


OUTSIDE = """  provenance:
    name: {source: outside, verified: false}"""
TEXT = """---
title: Toàn văn {name}
description: Văn bản thử.
kind: text
translation: pending
of: {id}
origin: {{copied_from: tep-thu.docx, copied_on: 2026-11-01, verified: false}}
---

"""


def law(articles: int, other: str) -> str:
    """Return the text of a law that cites another one."""
    parts = []
    for number in range(1, articles + 1):
        if number % 50 == 1:
            parts.append(f"## Chương {number // 50 + 1}. CHƯƠNG THỬ\n")
        parts.append(f"### Điều {number}. Điều thử\n")
        parts.append(f"1. Khoản thứ nhất, theo [Điều {number} luật kia](cite:{other}.d{number}).\n")
        parts.append("2. Các trường hợp sau đây:\n")
        parts += [f"{letter}) Điểm {letter};\n" for letter in "abcdđe"]
    return "\n".join(parts)


WHOLE = """QUỐC HỘI

Luật số: 1/2030/QH20

LUẬT THỬ

Căn cứ Hiến pháp nước A;

Quốc hội ban hành Luật Thử.

Chương I

NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Luật này quy định việc thử của người làm thử tại nơi thử, trong thời gian thử.

Điều 2. Giải thích từ ngữ

1. Người thử là người làm việc thử theo thỏa thuận với nơi thử.

2. Nơi thử là tổ chức, cá nhân có việc thử, bao gồm:

a) Doanh nghiệp có giấy phép thử;

b) Hộ gia đình có thuê người thử;

c) Tổ chức khác.

3. “Ngày thử” là ngày làm việc theo “lịch thử” của nơi thử.

Chương II

VIỆC THỬ

Mục 1

GIAO KẾT

Điều 3. Giao kết

1. Việc thử được giao kết bằng văn bản, trừ trường hợp quy định tại khoản 2 Điều này.

2. Việc thử dưới 01 tháng được giao kết bằng lời nói.

Mục 2

CHẤM DỨT

Điều 4. Chấm dứt

1. Việc thử chấm dứt trong các trường hợp sau đây:

a) Hết thời gian thử;

b) Hai bên thỏa thuận;

c) Người thử không đạt yêu cầu.

2. Nơi thử báo trước ít nhất 03 ngày làm việc.

Điều 5. Sửa đổi, bổ sung Luật Thử nghiệm

1. Sửa đổi Điều 6 như sau:

“Điều 6. Thử nghiệm

1. Thử nghiệm là việc thử.

2. Thử nghiệm được công bố.”.

2. Bãi bỏ Điều 7.

Điều 6. Hiệu lực thi hành

Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2031.

Luật này được Quốc hội nước A khóa XX, kỳ họp thứ 1 thông qua ngày 01 tháng 02 năm 2030.

CHỦ TỊCH QUỐC HỘI

Nguyễn Văn Thử
"""
"""A law as it is copied: 6 articles, 9 clauses, 6 points, 2 chapters, 2 sections, one article that quotes another."""
