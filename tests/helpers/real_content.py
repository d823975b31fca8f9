"""What the real pages have, read once."""

from functools import cache

from hooks import analyse
from hooks.content.model import Page
from hooks.content.parts import Slogan
from hooks.handbook import Handbook

from . import random_edits


@cache
def handbook() -> Handbook:
    """Return the whole handbook; whoever needs another one analyses a copy."""
    return analyse.analyse(random_edits.project(), random_edits.SETTINGS)


def every_slogan() -> list[tuple[Page, Slogan]]:
    """Return the slogans of all Vietnamese pages, each with its page."""
    return [(page, slogan) for page in handbook().pages["vi"].values() for slogan in page.slogans]
