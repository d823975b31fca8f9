"""Days as people write them."""

import datetime
import re

_DAY_FIRST = re.compile(
    r"(?:(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm|(\d{1,2})[/.-](\d{1,2})[/.-]) ?(\d{4})\Z", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\Z")


def iso_day(written: str) -> str:
    """Return a day as people write it in the form year-month-day; nothing for what is none.

    >>> iso_day("30/6/2027"), iso_day("ngày 5 tháng 1 năm 2026"), iso_day("2027-7-1"), iso_day("31/2/2026")
    ('2027-06-30', '2026-01-05', '2027-07-01', '')
    """
    if found := _YEAR_FIRST.match(written.strip()):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.match(written.strip()):
        year, month, day = found[5], found[2] or found[4], found[1] or found[3]
    else:
        return ""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
