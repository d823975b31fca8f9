"""What the print queue is asked for, and what it has printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .page_html import page_to_html, parse_page


@dataclass(frozen=True)
class PageJob:
    """A PDF of one page."""

    page: str
    """Path of its HTML below the site."""
    url: str
    """Its published URL."""
    pdf: str
    """Path of its PDF below the site."""
    illustration: str = ""
    """What listeners are told of a drawing that only decorates: PDF/UA knows no drawing without words."""
    large: bool = False
    """Whether it is printed in large letters."""
    scale: float = 1
    """How much larger than on A4 everything is drawn, the page size included."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages it is made of."""
        return (self.page,)

    @property
    def recipe(self) -> str:
        """What it shows beside its pages."""
        return f"{self.url} {self.large} {self.scale}"

    @property
    def sides(self) -> int:
        """How many sides it may have: any number."""
        return 0

    def variants(self, pages: Mapping[str, str]) -> Sequence[str]:
        """Return its HTML."""
        if not self.large:
            return [pages[self.page]]
        tree = parse_page(pages[self.page])
        tree.set("data-large", "")
        return [page_to_html(tree)]


@dataclass(frozen=True)
class CompilationJob:
    """A PDF made of several pages."""

    pages: tuple[str, ...]
    """Paths of their HTML below the site."""
    url: str
    """The published URL it leads back to."""
    pdf: str
    """Path of the PDF below the site."""
    recipe: str
    """What it shows beside its pages."""
    variants: Callable[[Mapping[str, str]], Sequence[str]]
    """Gives its HTML from that of its pages, and shorter ones for where that is too long."""
    illustration: str = ""
    """As in `PageJob`."""
    sides: int = 0
    """How many sides it may have; 0 where any number will do."""
    scale: float = 1
    """As in `PageJob`."""


Job = PageJob | CompilationJob


@dataclass(frozen=True)
class Printed:
    """One PDF that was made."""

    pages: int
    """How many pages it has."""
    size: int
    """Its bytes."""
