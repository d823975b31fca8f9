"""`reminders`: everything that waits for an editor and is no error."""

from datetime import date

from ..handbook import Handbook
from ..reminders import KINDS, reminders
from ..screen.interface import say
from ..screen.pins import day_in_words
from ..screen.ward_fields import called


def run(handbook: Handbook, language: str, today: date) -> int:
    """Print what waits, kind by kind, each with the place at which an editor begins; return the exit status."""
    found = reminders(handbook, today)
    for kind in KINDS:
        of_kind = [one for one in found if one.kind == kind]
        print(say(language, f"remind_{kind}" if of_kind else f"remind_none_{kind}", count=len(of_kind)))
        for one in of_kind:
            words = called(one.words, language) if kind == "ward" else one.words
            until = f": {say(language, 'remind_day', day=day_in_words(one.day, language))}" if one.day else ""
            print(f"  {one.place.path}:{one.place.line}: {words}{until}")
    return 0
