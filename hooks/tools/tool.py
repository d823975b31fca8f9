"""What a tool is: its fields, what it computes, and what that rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ..content.constants import Constant
from ..content.rates import Rate
from .results import Known, Result
from .wording import Wording

Compute = Callable[[Mapping[str, str], Known, Wording, date], Result]


@dataclass(frozen=True)
class Field:
    """One field; its words are `<tool>_<name>`, with `_hint`, and with the name of each option."""

    name: str
    options: tuple[str, ...] = ()
    """What can be chosen; without any, text is typed."""
    numeric: bool = True
    """Whether digits alone are typed, so that a phone shows its number keys."""
    when: tuple[str, tuple[str, ...]] | None = None
    """Name and values of another field under which it is asked for."""
    hint: bool = True
    """Whether an example stands below its label."""


@dataclass(frozen=True)
class Tool:
    """One tool."""

    name: str
    fields: tuple[Field, ...]
    compute: Compute
    numbers: tuple[str, ...]
    """Constants that are numbers."""
    entries: tuple[str, ...]
    """Entries that its steps name: its page cites them."""
    examples: tuple[tuple[str, ...], ...]
    """What is given in each example, in the order of the fields."""
    days: tuple[str, ...] = ()
    """Constants that are days."""
    rates: tuple[str, ...] = ()
    """Rates."""

    @property
    def form(self) -> str:
        """Return the name of the insert that stands for its form."""
        return f"tool-{self.name}"

    def rests_on(self, constants: Mapping[str, Constant], rates: Mapping[str, tuple[Rate, ...]]) -> frozenset[str]:
        """Return the entries that its steps name, or its constants and rates come from."""
        found = {constants[name].entry for name in (*self.numbers, *self.days) if name in constants}
        found |= {rate.entry for name in self.rates for rate in rates.get(name, ())}
        return frozenset((*self.entries, *found))

    def given(self, example: tuple[str, ...]) -> dict[str, str]:
        """Return field → what an example gives; a field that it leaves empty is not asked for."""
        return {field.name: text for field, text in zip(self.fields, example, strict=True) if text}
