"""What the press is asked for, and what it has made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """A PDF of one page."""

    page: str
    """Path of its HTML below the site."""
    address: str
    """Its published address."""
    pdf: str
    """Path of its PDF below the site."""
    illustration: str = ""
    """What listeners are told of a drawing that only decorates: PDF/UA knows no drawing without words."""
    large: bool = False
    """Whether it is printed in large letters."""
    scale: float = 1
    """How much larger than on A4 everything is drawn, the sheet included."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages it is made of."""
        return (self.page,)

    @property
    def recipe(self) -> str:
        """What it shows beside its pages."""
        return f"{self.address} {self.large} {self.scale}"

    @property
    def sides(self) -> int:
        """How many sides it may have: any number."""
        return 0

    def variants(self, pages: Mapping[str, str]) -> Sequence[str]:
        """Return its HTML."""
        html = pages[self.page]
        return [html.replace("<html ", "<html data-large ", 1) if self.large else html]


@dataclass(frozen=True)
class Compilation:
    """A PDF made of several pages."""

    pages: tuple[str, ...]
    """Paths of their HTML below the site."""
    address: str
    """The published address it leads back to."""
    pdf: str
    """Path of the PDF below the site."""
    recipe: str
    """What it shows beside its pages."""
    variants: Callable[[Mapping[str, str]], Sequence[str]]
    """Gives its HTML from that of its pages, and shorter ones for where that is too long."""
    illustration: str = ""
    """As in `Order`."""
    sides: int = 0
    """How many sides it may have; 0 where any number will do."""
    scale: float = 1
    """As in `Order`."""


@dataclass(frozen=True)
class Printed:
    """One PDF that was made."""

    pages: int
    """How many pages it has."""
    size: int
    """Its bytes."""
