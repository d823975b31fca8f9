"""The unemployment benefit: how much, for how many months, and until when to apply."""

from collections.abc import Mapping
from datetime import date

from .calendar import plus_months
from .reading import Reader
from .results import Known, Result, share
from .wording import Wording

_MOST_MONTHS = 600


def unemployment(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return the unemployment benefit of somebody whose employer works in this ward."""
    c = known.numbers
    read = Reader(given, say)
    last = read.month("last")
    wage = read.money("wage")
    months = read.count("months", 1, _MOST_MONTHS)
    enough = read.choice("enough", ("yes", "no"))
    ended = read.day("ended", may_be_empty=True)
    since = known.days["luat-viec-lam-tu"]
    if last and last < since:
        read.refuse("last", "unemployment_before", day=say.day(since))
    lowest = known.rate("luong-toi-thieu-thang", last) if last else None
    if last and lowest is None:
        read.refuse("last", "unemployment_rate")
    if ended and last and ended < last:
        read.refuse("ended", "unemployment_ended_early")
    if read.wrong or last is None or lowest is None:
        return Result(wrong=tuple(read.wrong))

    need = c["that-nghiep-can-dong"]
    if months < need or enough == "no":
        return Result(say("unemployment_no"), ((say("unemployment_need", need=need), "lvl.d38.k1"),))
    part = share(wage, c["that-nghiep-phan"], 100)
    most = c["that-nghiep-tran"] * lowest.value
    paid = min(part, most)
    counted = max(months - c["that-nghiep-bac-dau"], 0) // c["that-nghiep-them-moi"]
    length = min(c["that-nghiep-thang-dau"] + counted, c["that-nghiep-nhieu-nhat"])
    steps = [
        (
            say("unemployment_part", wage=say.number(wage), part=c["that-nghiep-phan"], pay=say.number(part)),
            "lvl.d39.k1",
        ),
        (
            say(
                "unemployment_most",
                times=c["that-nghiep-tran"],
                lowest=say.number(lowest.value),
                since=say.day(lowest.since),
                most=say.number(most),
            ),
            "nd293.d3.k1",
        ),
        (say("unemployment_length", months=months, length=length), "lvl.d39.k2"),
        (say("unemployment_all", pay=say.number(paid), length=length, all=say.number(paid * length)), "lvl.d39.k1"),
    ]
    within = c["that-nghiep-nop"]
    if ended:
        words = say(
            "unemployment_until", ended=say.day(ended), until=say.day(plus_months(ended, within)), within=within
        )
        steps.append((words, "lvl.d38.k1"))
    notes = [say("unemployment_capped")] if part > most else []
    if (last.year, last.month) > (today.year, today.month):
        notes.append(say("unemployment_later"))
    return Result(say("unemployment_said", pay=say.number(paid), length=length), tuple(steps), tuple(notes))
