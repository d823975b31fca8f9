"""Days of annual leave, by the months and the years somebody has worked."""

from collections.abc import Mapping
from datetime import date

from .reading import Reader
from .results import Known, Result, share
from .wording import Wording

KINDS = ("normal", "heavy", "very_heavy")


def leave(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return the days of annual leave of one year."""
    c = known.numbers
    read = Reader(given, say)
    kind = read.choice("kind", KINDS)
    months = read.count("months", 1, c["phep-nam-thang"])
    years = read.count("years", 0, 60)
    if read.wrong:
        return Result(wrong=tuple(read.wrong))

    bases = {"normal": "phep-nam-thuong", "heavy": "phep-nam-nang-nhoc", "very_heavy": "phep-nam-dac-biet"}
    base = c[bases[kind]]
    more = years // c["phep-them-moi"] * c["phep-them-ngay"]
    days = share((base + more) * 100, months, c["phep-nam-thang"])
    steps = [(say("leave_base", base=base, kind=say(f"leave_kind_{kind}")), "blld.d113.k1")]
    steps.append((say("leave_more", years=years, each=c["phep-them-moi"], more=more), "blld.d114"))
    notes = []
    if months < c["phep-nam-thang"]:
        words = say(
            "leave_part",
            base=base,
            more=more,
            year=c["phep-nam-thang"],
            months=months,
            days=say.hundredths(days),
        )
        steps.append((words, "nd145.d66.k1"))
        notes.append(say("leave_month"))
    if (base + more) * months % c["phep-nam-thang"]:
        notes.append(say("leave_rounding"))
    return Result(say("leave_said", days=say.hundredths(days)), tuple(steps), tuple(notes))
