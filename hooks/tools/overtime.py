"""Pay for overtime, by day and by night."""

from collections.abc import Mapping
from datetime import date

from .reading import Reader
from .results import Known, Result, share
from .wording import Wording

KINDS = ("normal", "rest", "holiday")
_MOST_HOURS = 300
_WEEKS = 5
"""Weeks that a month can touch with a whole week's hours in each."""


def overtime(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return the least that overtime on one kind of day is paid."""
    c = known.numbers
    read = Reader(given, say)
    wage = read.money("wage")
    days = read.number("days", 1, 31)
    hours = read.number("hours", 1, c["gio-thuong-nhieu-nhat"])
    kind = read.choice("kind", KINDS)
    by_day = read.number("day_hours", 0, _MOST_HOURS, empty=0)
    by_night = read.number("night_hours", 0, _MOST_HOURS, empty=0)
    asked = kind == "normal" and by_night > 0
    before = read.choice("before", ("no", "yes")) if asked else "no"
    most = c["gio-thuong-moi-tuan"] * _WEEKS
    if not read.wrong and days * hours > most * 10_000:
        read.refuse("days", "overtime_month", most=most)
    if not read.wrong and by_day + by_night == 0:
        read.refuse("day_hours", "overtime_none")
    if read.wrong:
        return Result(wrong=tuple(read.wrong))

    rates = {"normal": "tang-ca-ngay-thuong", "rest": "tang-ca-ngay-nghi", "holiday": "tang-ca-ngay-le"}
    bases = {"normal": "gio-ban-ngay-chua-tang-ca", "rest": "gio-ban-ngay-nghi", "holiday": "gio-ban-ngay-le"}
    rate = c[rates[kind]]
    base = c["gio-ban-ngay-da-tang-ca" if before == "yes" else bases[kind]]
    further = c["tang-ca-dem"] * base
    night = (rate + c["lam-dem"]) * 100 + further
    paid_by_day = share(wage, by_day * rate, days * hours)
    paid_by_night = share(wage, by_night * night, days * hours * 100)
    hourly = say.number(share(wage, 10_000, days * hours))
    steps = [
        (
            say(
                "overtime_hourly",
                wage=say.number(wage),
                days=say.hundredths(days),
                hours=say.hundredths(hours),
                hourly=hourly,
            ),
            "nd145.d55.k1",
        )
    ]
    if by_day:
        words = say(
            "overtime_by_day",
            hourly=hourly,
            rate=rate,
            hours=say.hundredths(by_day),
            pay=say.number(paid_by_day),
            day=say(f"overtime_kind_{kind}"),
        )
        steps.append((words, "blld.d98.k1"))
    if by_night:
        words = say(
            "overtime_night_rate",
            rate=rate,
            night=c["lam-dem"],
            more=c["tang-ca-dem"],
            base=base,
            all=say.hundredths(night),
        )
        steps.append((words, "nd145.d57.k1"))
        words = say(
            "overtime_by_night",
            hourly=hourly,
            rate=say.hundredths(night),
            hours=say.hundredths(by_night),
            pay=say.number(paid_by_night),
        )
        steps.append((words, "blld.d98.k3"))
    notes = [say("overtime_holiday")] if kind == "holiday" else []
    if by_day + by_night > c["tang-ca-moi-thang"] * 100:
        notes.append(say("overtime_limit", most=c["tang-ca-moi-thang"]))
    if hours > c["gio-thuong-moi-ngay"] * 100:
        notes.append(say("overtime_weekly", most=c["gio-thuong-moi-ngay"], week=c["gio-thuong-moi-tuan"]))
    said = say(
        "overtime_said",
        pay=say.number(paid_by_day + paid_by_night),
        hours=say.hundredths(by_day + by_night),
        day=say(f"overtime_kind_{kind}"),
    )
    return Result(said, tuple(steps), tuple(notes))
