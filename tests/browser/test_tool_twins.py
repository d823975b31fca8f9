"""The scripts of the tools and their twins, with which the build works out examples, say the same of any input."""

import json
import random
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from playwright.sync_api import Browser

from hooks import files
from hooks.content import constants, rates
from hooks.screen import assets, scripts
from hooks.screen.tools import as_json, known
from hooks.tools.catalog import TOOLS
from hooks.tools.results import Result
from hooks.tools.tool import Field, Tool
from hooks.tools.wording import Wording, words

from ..helpers.projects import ROOT

_FEW, _MANY = 300, 1_430
"""Inputs of each tool; the many are 10,000 for all tools."""
_DAYS = (date(2026, 11, 28), date(2028, 2, 29), date(2030, 1, 1))
_RUBBISH = (
    *("", "-1", "1e9", "NaN", "Infinity", "abc", "31/2/2026", "29/2/2025", "29/2/2028", "0", "00", "9" * 20),
    *(
        "7 800 000",
        "１２",
        "٣",
        "30.2.2027",
        "1-1-2026",
        " 12 ",
        "12\u00a0",
        "12\ufeff",
        "<b>",
        "0,001",
        "7.8",
        "1/1/0000",
    ),
)
_OF_MONEY, _OF_DAYS = ("wage",), ("told", "ended", "start", "end")
_RUN = "([tool, known, cases]) => cases.map(([given, day]) => window.tools[tool](given, known, day))"


def drawn_day(chance: random.Random) -> str:
    return f"{chance.randint(1, 31)}/{chance.randint(1, 12)}/{chance.randint(1940, 2060)}"


def drawn(field: Field, chance: random.Random, sense: float) -> str:
    """Return what somebody may type into a field, with a chance of `sense` something that fits it."""
    if field.options:
        return chance.choice(field.options) if chance.random() < sense else chance.choice(("", "x", "constructor"))
    if chance.random() >= sense:
        return chance.choice(_RUBBISH)
    if field.name in _OF_MONEY:
        millions, thousands = chance.randint(1, 99), chance.randint(0, 999)
        grouped = (f"{millions}.{thousands:03}.000", f"{millions},{thousands:03},000 đồng")
        return chance.choice((str(chance.randint(10**5, 10**9)), *grouped))
    if field.name == "last":
        return f"{chance.randint(1, 12)}/{chance.randint(2025, 2030)}"
    if field.name == "born":
        month = f"{chance.randint(1, 12)}/{chance.randint(1950, 2020)}"
        return chance.choice((drawn_day(chance), month, str(chance.randint(1940, 2030))))
    if field.name in _OF_DAYS:
        return drawn_day(chance)
    if field.numeric:
        return str(chance.randint(0, chance.choice((12, 60, 300, 700))))
    return chance.choice((str(chance.randint(0, 31)), f"{chance.randint(0, 31)},{chance.randint(0, 99)}", "7.5"))


def cases(tool: Tool, chance: random.Random, count: int) -> list[tuple[dict[str, str], date]]:
    """Return the examples of a tool, and drawn inputs up to a count: most sensible, some missing, some rubbish."""
    found = [tool.given(example) for example in tool.examples]
    while len(found) < count:
        sense = chance.choice((1, 1, 1, 0.8))
        found.append({one.name: drawn(one, chance, sense) for one in tool.fields if chance.random() < 0.97})
    return [(given, chance.choice(_DAYS)) for given in found]


def as_scripts_say(result: Result) -> Mapping[str, object]:
    steps, wrong = [list(one) for one in result.steps], [list(one) for one in result.wrong]
    return {"said": result.said, "steps": steps, "notes": list(result.notes), "wrong": wrong}


@pytest.mark.parametrize(("language", "part"), [("vi", 1), ("en", 10)])
def test_script_and_twin_say_the_same_of_examples_and_of_drawn_inputs(
    chromium: Browser, chance: random.Random, amount: Callable[[int, int], int], language: str, part: int
) -> None:
    count = amount(_FEW, _MANY) // part
    real = files.read(ROOT)
    table, rows = constants.read(real.tools or "").rows, rates.read(real.rates or "").rows
    imports = "".join(f'import {{ {name} }} from "./tools/{name}.js";\n' for name in TOOLS)
    entry = f"{imports}window.tools = {{ {', '.join(TOOLS)} }};\n"
    modules = {**assets.modules_in(ROOT / "overrides" / "scripts"), "entry": entry}
    page = chromium.new_page()
    page.add_script_tag(content=scripts.joined(modules, "entry", words(language)))
    for tool in TOOLS.values():
        on = known(table, rows, tool)
        assert on is not None
        asked = cases(tool, chance, count)
        given = [[one, day.isoformat()] for one, day in asked]
        said = page.evaluate(_RUN, [tool.name, json.loads(as_json(on, {})), given])
        wanted = [as_scripts_say(tool.compute(one, on, Wording(language), day)) for one, day in asked]
        for (one, day), script, twin in zip(asked, said, wanted, strict=True):
            assert script == twin, (tool.name, one, day)
            text = json.dumps(script)
            assert not any(odd in text for odd in ("NaN", "undefined", "Infinity", "null")), (tool.name, one)
            assert bool(script["said"]) is not bool(script["wrong"]), (tool.name, one)
        assert sum(bool(one["said"]) for one in said) > count / 10, tool.name
    page.close()
