"""The site grows, its pages do not: what many pages cite is listed up to a limit and counted beyond it."""

import re

from hooks import analyse, files
from hooks.handbook import Handbook
from hooks.screen.additions import additions
from hooks.screen.urls import Urls

from ..helpers import projects

_DISPATCH = "van-ban/cong-van.md"


def _cited_on(count: int) -> Handbook:
    """Return a site of which `count` pages cite one provision."""
    pages = {
        f"docs/vi/thu/trang-{number}.md": projects.page(f"Xem [ý này](cite:cv.III.2), trang {number}.")
        for number in range(count)
    }
    return analyse.analyse(files.Files({**projects.base().pages, **pages}), projects.SETTINGS)


def _shown(site: Handbook) -> str:
    whole = additions(site.pages["vi"][_DISPATCH], site, "vi", {}, {}, {}, Urls()).whole
    assert whole is not None
    return "".join([whole.xml, *whole.finished])


def _places(html: str) -> list[str]:
    return re.findall(r'<li[^>]*><a href="\.\./\.\./thu/', html)


def test_up_to_sixty_places_that_cite_a_provision_are_all_listed() -> None:
    html = _shown(_cited_on(60))
    assert len(_places(html)) == 60
    assert "chỗ khác" not in html
    assert "data-left" not in html


def test_beyond_sixty_places_the_rest_is_counted() -> None:
    html = _shown(_cited_on(75))
    assert len(_places(html)) == 60
    assert "và 15 chỗ khác" in html
    assert 'data-left="iii-2:15"' in html


def test_the_page_of_the_dispatch_does_not_grow_with_the_site() -> None:
    assert abs(len(_shown(_cited_on(100))) - len(_shown(_cited_on(300)))) < 100
