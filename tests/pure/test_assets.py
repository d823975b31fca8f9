"""Styles and scripts hold together: layers instead of force, and no file that nothing uses."""

import re

import pytest

from hooks.content.model import TOOL_NAMES
from hooks.screen import assets, scripts, style_sheets
from hooks.screen.interface import for_scripts
from hooks.tools.catalog import TOOLS
from hooks.tools.wording import words

from ..helpers.projects import ROOT

_STYLES = ROOT / "overrides" / "styles"
_SCRIPTS = ROOT / "overrides" / "scripts"
_ENTRIES = ("main", *assets.LATER.values(), *assets.WORKERS.values(), *(f"tools/{name}" for name in TOOL_NAMES))


def test_no_style_forces_its_way() -> None:
    forced = [path.name for path in _STYLES.rglob("*.css") if "!important" in path.read_text("utf-8")]
    assert forced == []


def test_every_style_goes_into_a_sheet() -> None:
    used = set(_STYLES.glob("*.css"))
    used |= {path for folder in (*style_sheets.LAYERS, "preview") for path in (_STYLES / folder).glob("*.css")}
    used |= {path for name in assets.LATER for path in _STYLES.glob(f"later/{name}.css")}
    used |= {path for pattern in assets.PAGE_STYLES.values() for path in _STYLES.glob(pattern)}
    used |= set((_STYLES / "card").glob("*.css"))
    used |= {_STYLES / "paper" / "shared.css"}
    used |= {path for name in ("booklet", "leaflet", "numbers") for path in (_STYLES / "paper" / name).glob("*.css")}
    assert set(_STYLES.rglob("*.css")) == used


@pytest.mark.parametrize("entry", _ENTRIES)
def test_scripts_join_without_a_circle(entry: str) -> None:
    assert scripts.joined(assets.modules_in(_SCRIPTS), entry, {**for_scripts("vi"), **words("vi")}).startswith(
        "(() => {"
    )


def test_every_module_is_part_of_a_script() -> None:
    modules = assets.modules_in(_SCRIPTS)
    assert frozenset(modules) == frozenset().union(*(scripts.taken(modules, entry) for entry in _ENTRIES))


def test_every_word_for_scripts_is_named_by_one() -> None:
    modules = assets.modules_in(_SCRIPTS)
    named = {name for path, text in modules.items() if path[:6] != "tools/" for name in scripts.words_named(text)}
    assert set(for_scripts("vi")) == set(for_scripts("en")) == named


def test_every_word_that_a_tool_says_is_there_in_both_languages_and_each_is_named() -> None:
    source = [*(_SCRIPTS / "tools").glob("*.js"), *(ROOT / "hooks" / "tools").glob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in [*source, *(ROOT / "overrides/fragments").glob("tool*.j2")])
    named = set(re.findall(r"\w+", text))
    of_fields = {
        f"{tool.name}_{field.name}{end}"
        for tool in TOOLS.values()
        for field in tool.fields
        for end in ("", "_hint" * field.hint, *(f"_{option}" for option in field.options))
    }
    assert set(words("vi")) == set(words("en"))
    assert of_fields <= set(words("vi"))
    assert {name for name in set(words("vi")) - of_fields if name not in named} == set()


def test_every_property_is_set_and_used() -> None:
    styles = "".join(path.read_text("utf-8") for path in _STYLES.rglob("*.css"))
    named = set(re.findall(r"(--lc-[\w-]+):", styles))
    assert named == set(re.findall(r"var\((--lc-[\w-]+)", styles))


def test_rules_for_paper_and_for_the_screen_come_into_their_sheets_each_in_its_layer() -> None:
    screen, paper = style_sheets.Components(_STYLES).shared({})
    assert "@media print" not in screen + paper
    assert [*re.findall(r"@layer (\w+)\{", screen)] == list(style_sheets.LAYERS)
    assert set(re.findall(r"@layer (\w+)\{", paper)) <= set(style_sheets.LAYERS)
    assert ".lc-header{display:none}" not in screen
    assert ".lc-header,.lc-draft{display:none}" in paper
