"""What stands around the provisions of an official text: letterhead, grounds, passing clause, recipients, signature.

After the layouts of Nghị định 30/2020/NĐ-CP, of the Party's and of the National Assembly.
"""

import re

from .markers import bare, is_title

CLOSING = re.compile(
    r"""
    nơi\s+nhận\s*:?                                                            # recipients
  | (?:Bộ\ luật|Luật|Nghị\ quyết|Pháp\ lệnh)\ này\ (?:đã\ )?được\ .{0,160}?thông\ qua   # passed by
  | \(?\s*đã\ ký\s*\)?
  | XÁC\ THỰC\ VĂN\ BẢN
  | [-_\s]*CHÚ\ THÍCH[-_:\s]*\Z
  | \[\d+\](?:-\[\d+\])?\s+(?-i:(?=[“"A-ZĐÀ-Ý\u1ea0-\u1ef9]))  # notes of a consolidated text
  | FILE\ ĐƯỢC\ ĐÍNH\ KÈM
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:T\s?/?\s?[ML]|K/?T|TUQ|Q)\b[.:]?\s+\S|(?:CHỦ TỊCH|VĂN PHÒNG) QUỐC HỘI|CHỦ NHIỆM|THỦ TƯỚNG|BỘ TRƯỞNG|BÍ THƯ"
)
_OPENING = re.compile(
    r"""
    (?:Bộ\ luật|Luật|Nghị\ quyết|Nghị\ định|Pháp\ lệnh)?\s*số\s*:?\s+\S{2,40}\Z
  | .{0,40},\s*ngày\ .{0,30}tháng\ .{0,20}năm\ .{0,10}\Z
  | độc\ lập\ -\ tự\ do\ -\ hạnh\ phúc
  | căn\ cứ\ | theo\ đề\ nghị\ | xét\ đề\ nghị\ | theo\ tờ\ trình
  | .{0,120}\bban\ hành\ (?:Bộ\ luật|Luật|Nghị\ định|Nghị\ quyết|Quyết\ định|Thông\ tư|Pháp\ lệnh|Quy)\b
  | v/v\ | về\ việc\ | kính\ gửi\s*:
  | [-–_*=\s]{3,}\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def closes(text: str) -> bool:
    """Return whether a block begins what stands below the provisions: recipients, passing clause, signature, notes."""
    cells = [bare(cell) for cell in text.split("\n")[0].strip().strip("|").split("|")] if text else []
    return any(CLOSING.match(cell) or (_SIGNATURE.match(cell) and is_title(cell.split("  ")[0][:20])) for cell in cells)


def opens(text: str) -> bool:
    """Return whether a block before the first provision is plainly letterhead, title, grounds or passing clause."""
    words = bare(text.split("\n")[0])
    return not words or "|" in text or is_title(words) or bool(_OPENING.match(words))
