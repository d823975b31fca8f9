"""Notice before an employment contract ends, and the last day."""

from collections.abc import Mapping
from datetime import date, timedelta

from .calendar import working_day
from .reading import Reader
from .results import Known, Result
from .wording import Wording

SIDES = ("worker", "employer", "illness")
CONTRACTS = ("open", "long", "short", "special", "special_short", "domestic")
OFF = {"sunday": frozenset({6}), "weekend": frozenset({5, 6})}
_LONGEST_SHORT = 366
"""Days of a contract of less than 12 months, at most."""


def notice(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return how much notice has to be given, and the first day that may be the last."""
    c = known.numbers
    read = Reader(given, say)
    side = read.choice("side", SIDES)
    contract = read.choice("contract", CONTRACTS)
    special = contract in ("special", "special_short")
    length = read.count("length", 1, _LONGEST_SHORT) if contract == "special_short" else 0
    ill = side == "illness" and contract != "domestic" and not special
    in_working_days = ill or contract == "short"
    off = read.choice("off", tuple(OFF)) if in_working_days else ""
    told = read.day("told")
    since = known.days["nghi-dinh-145-tu" if special else "bo-luat-tu"]
    if told and told < since:
        read.refuse("told", "notice_before", day=say.day(since))
    if read.wrong or told is None:
        return Result(wrong=tuple(read.wrong))

    by_worker = side == "worker"
    entry = "blld.d35.k1" if by_worker else "blld.d36.k2"
    of_side = "nguoi-lao-dong" if by_worker else "cong-ty"
    if special:
        entry = "nd145.d7"
        quarter = -(-length * c["bao-truoc-dac-thu-phan"] // 100)
        days = quarter if contract == "special_short" else c["bao-truoc-dac-thu"]
    elif contract == "domestic":
        entry, days = "blld.d162.k2", c["bao-truoc-giup-viec"]
    elif ill:
        days = c["bao-truoc-om-dau"]
    else:
        names = {"open": "khong-thoi-han", "long": "co-thoi-han", "short": "ngan-han"}
        days = c[f"bao-truoc-{of_side}-{names[contract]}"]
    last = working_day(told, days, OFF[off]) if in_working_days else told + timedelta(days)
    steps = [
        (say("notice_days_working" if in_working_days else "notice_days", days=days), entry),
        (say("notice_counted", first=say.day(told + timedelta(1)), last=say.day(last), days=days), entry),
    ]
    if contract == "special_short":
        words = say("notice_quarter", length=length, days=days)
        steps.insert(0, (words, entry))
    if not by_worker and contract != "domestic":
        steps.append((say("notice_reason"), "blld.d36.k1"))
    if by_worker and contract != "domestic":
        steps.append((say("notice_without"), "blld.d35.k2"))
    notes = [say("notice_counting")]
    if in_working_days:
        notes.append(say("notice_holidays"))
    said = say("notice_said", told=say.day(told), last=say.day(last))
    return Result(said, tuple(steps), tuple(notes))
