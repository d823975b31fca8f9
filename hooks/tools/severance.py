"""The severance allowance, or the one for losing a job."""

from collections.abc import Mapping
from datetime import date

from .calendar import months_between
from .reading import Reader
from .results import Known, Result, share
from .wording import Wording

REASONS = ("ended", "lost", "none")
_MOST_MONTHS = 600


def severance(given: Mapping[str, str], known: Known, say: Wording, today: date) -> Result:
    """Return what the employer pays somebody whose contract ends."""
    c = known.numbers
    read = Reader(given, say)
    reason = read.choice("reason", REASONS)
    start = read.day("start")
    end = read.day("end")
    insured = read.count("insured", 0, _MOST_MONTHS)
    paid = read.count("paid", 0, _MOST_MONTHS, empty=0)
    wage = read.money("wage")
    since = known.days["nghi-dinh-145-tu"]
    if end and end < since:
        read.refuse("end", "severance_before", day=say.day(since))
    if start and end and end < start:
        read.refuse("end", "severance_order")
    worked = months_between(start, end) if start and end else 0
    if not read.wrong and insured + paid > worked:
        read.refuse("insured", "severance_more", worked=worked)
    if read.wrong:
        return Result(wrong=tuple(read.wrong))

    lost = reason == "lost"
    entry = "blld.d47.k1" if lost else "blld.d46.k1"
    if reason == "none":
        return Result(say("severance_none"), ((say("severance_none_why"), entry),))
    need = c["mat-viec-can-lam" if lost else "thoi-viec-can-lam"]
    if worked < need:
        return Result(say("severance_short"), ((say("severance_need", need=need, worked=worked), entry),))
    counted = worked - insured - paid
    years, rest = divmod(counted, 12)
    halves = 2 * years + (0 if not rest else 1 if rest <= c["tro-cap-thang-le"] else 2)
    each = c["mat-viec-moi-nam"] * 100 if lost else c["thoi-viec-moi-nam"]
    amount = share(wage, halves * each, 200)
    steps = [
        (
            say("severance_counted", worked=worked, insured=insured, paid=paid, counted=counted),
            "blld.d47.k2" if lost else "blld.d46.k2",
        ),
        (say("severance_years", counted=counted, years=say.hundredths(halves * 50)), "nd145.d8.k3"),
        (
            say(
                "severance_amount",
                years=say.hundredths(halves * 50),
                each=say.hundredths(each),
                wage=say.number(wage),
                amount=say.number(amount),
            ),
            entry,
        ),
    ]
    least = c["mat-viec-it-nhat"] * wage
    if lost and amount < least:
        amount = least
        words = say("severance_least", months=c["mat-viec-it-nhat"], amount=say.number(least))
        steps.append((words, "nd145.d8.k2"))
    steps.append((say("severance_when", days=c["tra-het-ngay"]), "blld.d48.k1"))
    notes = [say("severance_days")]
    if not counted:
        notes.append(say("severance_insured_lost" if lost else "severance_insured_all"))
    key = "severance_said_lost" if lost else "severance_said" if amount else "severance_said_nothing"
    return Result(say(key, amount=say.number(amount)), tuple(steps), tuple(notes))
