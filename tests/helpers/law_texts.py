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
---

"""


def law(articles: int, other: str) -> str:
    """Return the text of a law that cites another one."""
    parts = []
    for number in range(1, articles + 1):
        if number % 50 == 1:
            parts.append(f"## Chương {'I' * (number // 50 % 3 + 1)}{'V' * (number // 150)}. CHƯƠNG THỬ\n")
        parts.append(f"### Điều {number}. Điều thử\n")
        parts.append(f"1. Khoản thứ nhất, theo [Điều {number} luật kia](cite:{other}.d{number}).\n")
        parts.append("2. Các trường hợp sau đây:\n")
        parts += [f"{letter}) Điểm {letter};\n" for letter in "abcdđe"]
    return "\n".join(parts)
