"""The social pension: from which day."""

from collections.abc import Mapping
from datetime import date

from .calendar import birthday
from .reading import Reader
from .results import Known, Result
from .wording import Wording


def pension(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return from which day somebody is old enough for the social pension."""
    c = known.numbers
    read = Reader(given, say)
    born = read.day("born")
    poor = read.choice("poor", ("no", "yes"))
    paid = read.choice("paid", ("no", "yes"))
    if born and born > today:
        read.refuse("born", "wrong_future")
    if read.wrong or born is None:
        return Result(wrong=tuple(read.wrong))

    if paid == "yes":
        return Result(say("pension_no"), ((say("pension_no_why"), "bhxh.d21.k1"),))
    full = birthday(born, c["huu-tri-xa-hoi"])
    sooner = poor == "yes" and full > today
    age = c["huu-tri-xa-hoi-ngheo" if sooner else "huu-tri-xa-hoi"]
    old_enough = birthday(born, age)
    since = known.days["luat-bhxh-tu"]
    start = max(old_enough, since)
    entry = "bhxh.d21.k2" if sooner else "bhxh.d21.k1"
    steps = [(say("pension_age", born=say.day(born), age=age, day=say.day(old_enough)), entry)]
    if start > old_enough:
        steps.append((say("pension_law", day=say.day(since)), "bhxh.d140.k1"))
    steps.append((say("pension_asked"), "bhxh.d21.k1"))
    steps.append((say("pension_other"), "bhxh.d22.k2"))
    notes = []
    if (born.month, born.day) == (2, 29) and old_enough.month == 3:
        notes.append(say("pension_leap", year=old_enough.year, day=say.day(old_enough)))
    if sooner:
        notes.append(say("pension_poor_until", day=say.day(full), age=c["huu-tri-xa-hoi"]))
    if start > today:
        notes.append(say("pension_change"))
    key = "pension_now" if start <= today else "pension_from"
    return Result(say(key, day=say.day(start), age=age), tuple(steps), tuple(notes))
