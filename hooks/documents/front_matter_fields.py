"""Typed reading of front matter: each wrong key, type or value is a finding at its own line."""

import datetime
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..findings.finding import Code, Detail, Finding, Reason
from .front_matter import FrontMatter, Path
from .records import PartialDate
from .written_days import iso_day

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


_NEAR = 0.7
"""How like a key another is that was meant for it."""


def key_details(key: str, known: Sequence[str], meant: str = "") -> dict[str, Detail]:
    """Return what is told of an unknown key: the one that was `meant` or, where none is like it, those there are."""
    if meant:
        what, how = Reason("key-misspelt", {"key": key, "meant": meant}), Reason("key-misspelt-how")
    else:
        what, how = Reason("key-unknown", {"key": key}), Reason("key-unknown-how", {"known": ", ".join(known)})
    return {"what": what, "how": how}


def given(value: object) -> Reason:
    """Return what is said of a value that cannot be used, or is not there."""
    return Reason("value-missing") if value in (None, "") else Reason("value-wrong", {"value": str(value)})


class Reader:
    """Reads one mapping of a front matter and collects what is wrong with it."""

    def __init__(self, source: FrontMatter, at: Path = (), findings: list[Finding] | None = None) -> None:
        """Read the mapping under the keys `at`; findings go into `findings`, shared with nested readers."""
        self.source = source
        self.at = at
        self.findings: list[Finding] = findings if findings is not None else []
        value: Any = source.values
        for key in at:
            if isinstance(value, list):
                value = value[int(key)]
            else:
                value = value.get(key) if isinstance(value, Mapping) else None
        if value is not None and not isinstance(value, Mapping):
            self._wrong(at, value, Reason("wanted-mapping"))
        self.values: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
        self._known: set[str] = set()

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Return a string, or nothing."""
        value = self._take(key, required=required)
        if isinstance(value, str) and value.strip():
            return value
        if value is not None or required:
            self._wrong((*self.at, key), value, Reason("wanted-text"))
        return None

    def choice(
        self, key: str, allowed: Sequence[str], *, required: bool = False, means: Reason | None = None
    ) -> str | None:
        """Return one of the words `allowed`, or nothing; `means` tells what each is for where none is near."""
        value = self._take(key, required=required)
        if value in allowed or (value is None and not required):
            return value if isinstance(value, str) else None
        close = difflib.get_close_matches(str(value), allowed, 1)
        wanted = means if means and not close else Reason("wanted-choice", {"words": ", ".join(allowed)})
        self._wrong((*self.at, key), value, wanted, f"“{close[0]}”" if close else "")
        return None

    def integer(self, key: str) -> int | None:
        """Return a whole number, or nothing."""
        value = self._take(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._wrong((*self.at, key), value, Reason("wanted-integer"))
        return None

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._wrong((*self.at, key), value, Reason("wanted-flag"))
        return default

    def date(self, key: str) -> PartialDate | None:
        """Return a date of which at least the year is known, or nothing."""
        value = self._take(key)
        if value is None:
            return None
        found = _PARTIAL.match(str(value))
        try:
            if found:
                whole = datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
                return PartialDate(whole.year, whole.month if found[2] else None, whole.day if found[3] else None)
        except ValueError:
            pass
        day = iso_day(str(value))
        self._wrong((*self.at, key), value, Reason("wanted-date"), f"“{day}”" if day else "")
        return None

    def whole_date(self, key: str) -> datetime.date | None:
        """Return a date of which day, month and year are known; it has to be there."""
        value = self.date(key)
        if value is None or value.whole is None:
            if value is not None or self.values.get(key) is None:
                self._wrong((*self.at, key), self.values.get(key), Reason("wanted-day"))
            return None
        return value.whole

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; one string stands for a list of one."""
        value = self._take(key)
        if isinstance(value, str):
            return (value,)
        if value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            return tuple(value or ())
        self._wrong((*self.at, key), value, Reason("wanted-texts"))
        return ()

    def nested(self, key: str) -> "Reader":
        """Return a reader of the mapping under `key`."""
        self._known.add(key)
        return Reader(self.source, (*self.at, key), self.findings)

    def entries(self, key: str) -> Iterator["Reader"]:
        """Yield a reader of each mapping in the list under `key`."""
        value = self._take(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong((*self.at, key), value, Reason("wanted-entries"))
            return
        for index in range(len(value)):
            yield Reader(self.source, (*self.at, key, str(index)), self.findings)

    def ignore(self, *keys: str) -> None:
        """Accept keys that somebody else reads."""
        self._known.update(keys)

    def finish(self) -> None:
        """Report every key nobody asked for."""
        for key in self.values:
            if key not in self._known:
                free = sorted(self._known - self.values.keys())
                close = difflib.get_close_matches(str(key), free, 1, cutoff=_NEAR)
                place = self.source.place(*self.at, str(key))
                details = key_details(str(key), sorted(self._known), close[0] if close else "")
                self.findings.append(Finding(place, Code.FRONT_MATTER_KEY, details))

    def _take(self, key: str, *, required: bool = False) -> Any:
        """Return the value of a key; of one that has to be there, else that of a key which nobody knows and is like it.

        That one is found as misspelt, and what it says is judged all the same.
        """
        self._known.add(key)
        if required and key not in self.values:
            strange = [str(one) for one in self.values if one not in self._known]
            close = difflib.get_close_matches(key, strange, 1, cutoff=_NEAR)
            return self.values[close[0]] if close else None
        return self.values.get(key)

    def _wrong(self, keys: Path, value: Any, wanted: Reason, suggestion: str = "") -> None:
        details: dict[str, Detail] = {"key": ".".join(keys), "given": given(value), "wanted": wanted}
        self.findings.append(Finding(self.source.place(*keys), Code.FRONT_MATTER_VALUE, details, suggestion))
