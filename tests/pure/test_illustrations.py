"""Pictures of the editor and of command windows in the recipes: drawn of the program itself, so they cannot lie."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from hooks.content.model import SCREENS, Page
from hooks.editor.illustrations import COMMANDS, PARTS, PREFIX, illustrations
from hooks.editor.words import words
from hooks.screen.interface import interface
from hooks.settings import LANGUAGES

from ..helpers import projects, small_project
from ..helpers.command_line import run, run_on_a_terminal
from ..helpers.real_content import handbook

pytestmark = pytest.mark.xdist_group("handbook")

_RECIPES = "bien-tap/muoi-hai-viec.md"


def _drawn(name: str, language: str) -> html.HtmlElement:
    page = replace(handbook().pages[language][_RECIPES], inserts=((f"{PREFIX}{name}", 0),))
    (fragment,) = illustrations(page, handbook()).values()
    element: html.HtmlElement = html.fragment_fromstring(fragment.finished[0])
    return element


def _recipes(language: str) -> Page:
    return handbook().pages[language][_RECIPES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recipe_has_a_picture(language: str) -> None:
    page = _recipes(language)
    at = [section.at for section in page.sections if section.level == 2] + [len(page.text)]
    pictures = [place for name, place in page.inserts if name.startswith(PREFIX)]
    assert [begin for begin, end in pairwise(at) if not any(begin < one < end for one in pictures)] == []


def test_a_page_that_asks_for_no_picture_gets_none() -> None:
    assert illustrations(replace(_recipes("vi"), inserts=(("specimen", 0),)), handbook()) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_picture_has_words_for_those_who_do_not_see_it_and_nothing_to_press(name: str, language: str) -> None:
    (picture,) = _drawn(name, language).xpath("descendant-or-self::*[@aria-label]")
    assert picture.get("role") == ("img" if name in PARTS else None)
    assert picture.get("aria-label") and "{" not in picture.get("aria-label")
    assert not picture.xpath(".//button|.//input|.//textarea|.//a|.//*[@id]|.//*[@tabindex]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PARTS)
def test_a_picture_rings_the_controls_of_the_editor_that_its_recipe_and_its_words_name(
    name: str, language: str
) -> None:
    (picture,) = _drawn(name, language).xpath("//*[@role='img']")
    ringed = [one.text for one in picture.xpath(".//*[contains(@class, 'ringed')]")]
    assert len(ringed) == len(PARTS[name].marked)
    recipes = _recipes(language).text
    for word in ringed:
        assert word in words(language).values()
        assert word in picture.get("aria-label")
        assert f"**{word}**" in recipes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_of_the_whole_editor_has_every_word_of_its_page_but_those_of_what_is_closed(language: str) -> None:
    shown = _drawn("editor", language).text_content()
    closed = {"choose", "more_settings", "preview_again", "close", "other_language"}
    source = (projects.ROOT / "overrides/editor/editor.html").read_text("utf-8")
    named = {one.get("data-word") for one in html.document_fromstring(source).xpath("//*[@data-word]")} - closed
    assert [word for word in sorted(named) if words(language)[word] not in shown] == []


def test_the_picture_of_a_finding_says_what_the_check_says_of_it(tmp_path: Path) -> None:
    project = small_project.write(tmp_path / "project")
    page = project / "docs/vi/hoi-dap-chung.md"
    page.write_text(page.read_text("utf-8") + "\n[](cite:cv.II.9)\n", "utf-8")
    (found,) = (line for line in run(project, "check").stdout.splitlines() if "cv.II.9" in line)
    said = found.partition(": ")[2].rpartition(" [")[0]
    assert said in _drawn("finding", "vi").text_content()
    assert said in _drawn("check", "vi").text_content()


@pytest.mark.parametrize(("name", "answers"), [("new", "11\n\x04"), ("digest", "12\nblld.d97.k5\n")])
def test_the_picture_of_a_command_has_the_lines_that_it_prints(tmp_path: Path, name: str, answers: str) -> None:
    printed = run_on_a_terminal(small_project.write(tmp_path / "project"), "new", answers).stdout
    _, lines = COMMANDS[name](_recipes("vi"), handbook())
    assert lines
    for line in lines:
        asked, typed = line.rpartition(": ")[::2] if line is lines[-1] else (line, "")
        assert asked in printed
        assert not typed or typed in ("11", "blld.d97.k4")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_recipe_tells_to_press_is_called_so_on_the_screen(language: str) -> None:
    shown = {*words(language).values(), *interface(language).values(), *interface("vi").values()}
    names = {re.sub(r" \([^)]*\{.*$|[.…:]+$", "", word) for word in shown}
    told = re.findall(r"\*\*([^*]+)\*\*", _recipes(language).text)
    assert told
    assert [word for word in told if word not in shown and word not in names] == []
