"""The sizes that print shops ask for: A3, A2, a standee and a banner, each in two inks and in a form that saves ink."""

from dataclasses import dataclass

from ...screen.visual_language import ink

RED, YELLOW = ink("red"), ink("gold")


@dataclass(frozen=True)
class PageSize:
    """A size of paper or cloth with its colours; measures in millimetres."""

    name: str
    """How its files are called."""
    width: int
    """From side to side."""
    height: int
    """From top to bottom."""
    beside: int
    """Free space left and right of the words."""
    above: int
    """Free space over and under the words."""
    ground: str
    """Colour of the page; nothing where it stays as it is, to save ink."""
    ink: str
    """Colour of the words."""


A3 = PageSize("a3-do", 420, 297, 24, 28, RED, YELLOW)
A3_WHITE = PageSize("a3-trang", 420, 297, 24, 28, "", RED)
A2 = PageSize("a2-do", 594, 420, 34, 40, RED, YELLOW)
A2_WHITE = PageSize("a2-trang", 594, 420, 34, 40, "", RED)
STANDEE = PageSize("standee-do", 600, 1600, 50, 120, RED, YELLOW)
STANDEE_WHITE = PageSize("standee-trang", 600, 1600, 50, 120, "", RED)
BANNER = PageSize("bang-ron", 3000, 700, 110, 85, RED, YELLOW)
BANNER_WHITE = PageSize("bang-ron-trang", 3000, 700, 110, 85, "", RED)
PAGE_SIZES = (A3, A3_WHITE, A2, A2_WHITE, STANDEE, STANDEE_WHITE, BANNER, BANNER_WHITE)
