"""Handouts: leaflets, and the numbers to know as sheets and pictures."""

from collections.abc import Iterator
from functools import partial

from ..content.leaflets import LeafletPlan
from ..conventions import NUMBERS_PAGE
from ..screen.interface import say
from . import leaflet, number_sheets
from .edition import Edition, Maker
from .leaflet import Leaflet
from .number_sheets import NumberSheet

_HEAD = 2
"""Rows of a table before its first number: its head, and the line below."""
_CONTACTS = {"dia-chi": "leaflet_where", "dien-thoai": "ward_dien_thoai", "gio-lam-viec": "ward_gio_lam_viec"}
"""What a leaflet says of the ward, by its name in the ward's form → what it is called."""
_NUMBERS = (
    ("numbers", "a4", "to-a4", 2),
    ("numbers_a3", "a3", "ap-phich-a3", 1),
    ("pictures", "phone", "anh", 0),
)
"""Kind of sheet of the numbers to know, its form, how its file is called, and how many sides it has."""


class Handouts(Maker):
    """The handouts in one language."""

    def every(self) -> Iterator[Edition]:
        """Yield all of them."""
        yield from self._numbers()
        for plan in self.handbook.leaflets:
            yield from self._leaflet(plan)

    def _numbers(self) -> Iterator[Edition]:
        key = NUMBERS_PAGE
        page = self.pages.get(key)
        sections = page.sections if page else ()
        counts = [section.rows - _HEAD for section in sections if section.level == 2 and section.rows]
        icons = {section.id: section.icon for section in sections if section.icon}
        for kind, form, ending, sides in _NUMBERS if counts else ():
            made = NumberSheet(self.file(key), self.url(key), self.language, form, icons, self.imprint([key]))
            variants = partial(number_sheets.compose, made)
            count = sides or number_sheets.pictures(counts)
            yield self.compiled(kind, ending, [key], repr(made), variants, [key], count)

    def _leaflet(self, plan: LeafletPlan) -> Iterator[Edition]:
        """Yield a leaflet where all its pages are there in this language."""
        keys = [*plan.pages, *(key for key, _ in plan.answers), *filter(None, [plan.picture])]
        keys = list(dict.fromkeys([*keys, NUMBERS_PAGE] if plan.numbers else keys))
        if any(key not in self.pages for key in keys):
            return
        made = Leaflet(
            self.language,
            plan.title[self.language],
            plan.gain[self.language],
            plan.icon,
            {self.file(key): self.url(key) for key in keys},
            self.file(NUMBERS_PAGE),
            plan.numbers,
            self.file(plan.picture) if plan.picture else "",
            tuple((self.file(key), question) for key, question in plan.answers),
            tuple(self._contact(name, called) for name, called in _CONTACTS.items()),
            self.imprint(keys),
        )
        linked = [key for key in keys if key != NUMBERS_PAGE]
        variants = partial(leaflet.compose, made)
        yield self.compiled("leaflet", "to-gap", keys, repr(made), variants, linked, leaflet.SIDES, made.title)

    def _contact(self, name: str, called: str) -> tuple[str, str]:
        """Return what a detail of the ward is called, and what the ward has filled in."""
        return say(self.language, called), self.handbook.ward.value(name, self.language)
