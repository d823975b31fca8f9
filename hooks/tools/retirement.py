"""The month somebody reaches the age of retirement."""

from collections.abc import Mapping
from datetime import date

from .calendar import month_length
from .reading import LATEST, Reader
from .results import Known, Result
from .wording import Wording

_SEX = {"man": "nam", "woman": "nu"}


def retirement(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return the month of retirement, or that of those who retire early by as much as most of them may."""
    c = known.numbers
    read = Reader(given, say)
    born, only_year = read.birth("born")
    sex = read.choice("sex", tuple(_SEX))
    work = read.choice("work", ("normal", "early"))
    if born and born > today:
        read.refuse("born", "wrong_future")
    first_year = c["tuoi-huu-tu-nam"]
    sooner = c["huu-som-nam"] * 12 if work == "early" else 0
    if not read.wrong and born:
        month = born.year * 12 + born.month - 1
        if month + c[f"tuoi-huu-{_SEX[sex]}"] * 12 - sooner < first_year * 12:
            read.refuse("born", "retirement_before", year=first_year)
    if read.wrong or born is None:
        return Result(wrong=tuple(read.wrong))

    for year in range(first_year, LATEST + 100):
        age = _age(c, _SEX[sex], year - first_year) - sooner
        if (month + age) // 12 <= year:
            break
    year, index = divmod(month + age, 12)
    last = date(year, index + 1, month_length(year, index + 1))
    reached = say.month(year, index + 1)
    named = _named(say, age)
    passed = (year, index + 1) < (today.year, today.month)
    steps = []
    if only_year:
        steps.append((say("retirement_only_year"), "nd135.d3.k3"))
    if sooner:
        steps.append((say("retirement_normal_age", age=_named(say, age + sooner), year=year), "blld.d169.k2"))
        steps.append((say("retirement_sooner", years=c["huu-som-nam"], age=named), "nd135.d5.k1"))
    else:
        steps.append((say("retirement_age_of", age=named, year=year), "blld.d169.k2"))
    steps.append(
        (say("retirement_reached", born=say.month(born.year, born.month), age=named, month=reached), "nd135.d3.k1")
    )
    steps.append((say("retirement_last", last=say.day(last)), "nd135.d3.k1"))
    steps.append((say("retirement_paid", years=c["luong-huu-dong"]), "bhxh.d64.k1"))
    if sooner:
        steps.append((say("retirement_weaker"), "bhxh.d65.k1"))
    key = "retirement_said_early" if sooner else "retirement_said"
    early = {"years": c["huu-som-nam"]} if sooner else {}
    said = say(f"{key}_past" if passed else key, month=reached, age=named, last=say.day(last), **early)
    return Result(said, tuple(steps), (say("retirement_change"),) if year > today.year else ())


def _age(c: Mapping[str, int], sex: str, years: int) -> int:
    """Return the age of retirement in months, so many years after the first of the table."""
    start = c[f"tuoi-huu-{sex}"] * 12 + c[f"tuoi-huu-{sex}-thang"]
    return min(start + years * c[f"tuoi-huu-{sex}-moi-nam"], c[f"tuoi-huu-{sex}-cuoi"] * 12)


def _named(say: Wording, months: int) -> str:
    years, rest = divmod(months, 12)
    return say("age_months", years=years, months=rest) if rest else say("age", years=years)
