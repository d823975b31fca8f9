"""What the tools work out, held to examples worked by hand from the articles, and to the tables of the decree."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from hooks import files
from hooks.content import constants, rates
from hooks.screen.tools import known
from hooks.tools.catalog import TOOLS
from hooks.tools.results import Known, Result, Span
from hooks.tools.wording import Wording

from ..helpers.projects import ROOT

_TODAY = date(2026, 11, 28)
_WAGE = {"wage": "7.800.000", "days": "26", "hours": "8"}
_TWELVE = {"kind": "normal", "months": "12", "years": "0"}
_JOB = {"reason": "ended", "start": "01/01/2015", "end": "31/12/2026", "insured": "0", "wage": "10.000.000"}
_BENEFIT = {"last": "10/2026", "wage": "7.000.000", "months": "36", "enough": "yes"}


@cache
def resting_on(tool: str) -> Known:
    real = files.read(ROOT)
    found = known(constants.read(real.tools or "").rows, rates.read(real.rates or "").rows, TOOLS[tool])
    assert found is not None
    return found


def ask(
    tool: str, given: Mapping[str, str], today: date = _TODAY, on: Known | None = None, language: str = "vi"
) -> Result:
    return TOOLS[tool].compute(given, on or resting_on(tool), Wording(language), today)


_BY_HAND = [
    # 7,800,000 ÷ 208 hours = 37,500 an hour.
    ("overtime", {**_WAGE, "kind": "normal", "day_hours": "10"}, "562.500 đồng"),  # × 10 × 150%
    ("overtime", {**_WAGE, "kind": "normal", "night_hours": "1", "before": "no"}, "75.000 đồng"),  # × 200%
    ("overtime", {**_WAGE, "kind": "normal", "night_hours": "1", "before": "yes"}, "78.750 đồng"),  # × 210%
    ("overtime", {**_WAGE, "kind": "rest", "night_hours": "1"}, "101.250 đồng"),  # × 270%
    ("overtime", {**_WAGE, "kind": "holiday", "night_hours": "1"}, "146.250 đồng"),  # × 390%
    ("overtime", {**_WAGE, "kind": "rest", "day_hours": "2,5"}, "187.500 đồng"),  # × 2.5 × 200%
    ("leave", _TWELVE, "12 ngày"),
    ("leave", {**_TWELVE, "years": "4"}, "12 ngày"),
    ("leave", {**_TWELVE, "years": "5"}, "13 ngày"),
    ("leave", {**_TWELVE, "kind": "very_heavy", "years": "25"}, "21 ngày"),  # 16 + 5
    ("leave", {**_TWELVE, "months": "5", "years": "5"}, "5,42 ngày"),  # 13 ÷ 12 × 5
    ("notice", {"side": "worker", "contract": "open", "told": "01/12/2026"}, "15/1/2027"),
    ("notice", {"side": "worker", "contract": "long", "told": "30/1/2028"}, "29/2/2028"),  # a leap year
    ("notice", {"side": "worker", "contract": "long", "told": "30/1/2027"}, "1/3/2027"),
    ("notice", {"side": "worker", "contract": "short", "off": "sunday", "told": "27/11/2026"}, "1/12/2026"),  # a Friday
    ("notice", {"side": "worker", "contract": "short", "off": "weekend", "told": "27/11/2026"}, "2/12/2026"),
    ("notice", {"side": "illness", "contract": "open", "off": "sunday", "told": "28/11/2026"}, "2/12/2026"),
    ("notice", {"side": "worker", "contract": "special", "told": "01/9/2027"}, "30/12/2027"),  # 120 days
    ("notice", {"side": "employer", "contract": "special_short", "length": "181", "told": "01/01/2027"}, "16/2/2027"),
    ("notice", {"side": "employer", "contract": "domestic", "told": "20/12/2026"}, "4/1/2027"),
    ("unemployment", _BENEFIT, "4.200.000 đồng, trong 3 tháng"),
    ("unemployment", {**_BENEFIT, "months": "12"}, "trong 3 tháng"),
    ("unemployment", {**_BENEFIT, "months": "47"}, "trong 3 tháng"),
    ("unemployment", {**_BENEFIT, "months": "48"}, "trong 4 tháng"),
    ("unemployment", {**_BENEFIT, "months": "144"}, "trong 12 tháng"),
    ("unemployment", {**_BENEFIT, "months": "600"}, "trong 12 tháng"),
    ("unemployment", {**_BENEFIT, "months": "11"}, "Chưa đủ điều kiện"),
    ("unemployment", {**_BENEFIT, "enough": "no"}, "Chưa đủ điều kiện"),
    ("unemployment", {**_BENEFIT, "wage": "44.250.000"}, "26.550.000 đồng"),  # 60% is the ceiling itself
    ("unemployment", {**_BENEFIT, "wage": "44.250.010"}, "26.550.000 đồng"),
    ("severance", {**_JOB}, "60.000.000 đồng"),  # 12 years × half
    ("severance", {**_JOB, "insured": "138"}, "2.500.000 đồng"),  # 6 odd months: half a year
    ("severance", {**_JOB, "insured": "137"}, "5.000.000 đồng"),  # 7 odd months: a year
    ("severance", {**_JOB, "insured": "100", "paid": "44"}, "bằng 0"),
    ("severance", {**_JOB, "reason": "lost"}, "120.000.000 đồng"),
    ("severance", {**_JOB, "reason": "lost", "insured": "132"}, "20.000.000 đồng"),  # a year, but at least 2 months
    ("severance", {**_JOB, "reason": "none"}, "Không có"),
    ("severance", {**_JOB, "start": "01/01/2026", "end": "30/12/2026"}, "chưa đủ 12 tháng"),  # a day short
    ("severance", {**_JOB, "start": "29/02/2024", "end": "28/02/2025"}, "5.000.000 đồng"),
    ("pension", {"born": "20/5/1955", "poor": "no", "paid": "no"}, "Từ ngày 20/5/2030"),
    ("pension", {"born": "20/5/1955", "poor": "yes", "paid": "no"}, "Đã đủ tuổi từ ngày 1/7/2025"),
    ("pension", {"born": "28/11/1951", "poor": "no", "paid": "no"}, "Đã đủ tuổi từ ngày 28/11/2026"),
    ("pension", {"born": "29/11/1951", "poor": "no", "paid": "no"}, "Từ ngày 29/11/2026"),
    ("pension", {"born": "01/01/1940", "poor": "no", "paid": "no"}, "Đã đủ tuổi từ ngày 1/7/2025"),
    ("pension", {"born": "29/02/1952", "poor": "no", "paid": "no"}, "Từ ngày 1/3/2027"),
    ("pension", {"born": "29/02/1953", "poor": "no", "paid": "no"}, ""),
    ("pension", {"born": "01/01/1940", "poor": "no", "paid": "yes"}, "không hưởng"),
]


@pytest.mark.parametrize(("tool", "given", "said"), _BY_HAND)
def test_examples_worked_by_hand_come_out_the_same(tool: str, given: dict[str, str], said: str) -> None:
    result = ask(tool, given)
    assert said in result.said
    assert bool(result.wrong) is (not said)


_RETIREMENT = [
    ("12/1960", "man", None),
    ("1/1961", "man", "tháng 4/2021, lúc 60 tuổi 3 tháng"),
    ("9/1961", "man", "tháng 12/2021, lúc 60 tuổi 3 tháng"),
    ("10/1961", "man", "tháng 4/2022, lúc 60 tuổi 6 tháng"),
    ("3/1963", "man", "tháng 12/2023, lúc 60 tuổi 9 tháng"),
    ("4/1963", "man", "tháng 4/2024, lúc 61 tuổi"),
    ("10/1964", "man", "tháng 4/2026, lúc 61 tuổi 6 tháng"),
    ("6/1965", "man", "tháng 12/2026, lúc 61 tuổi 6 tháng"),
    ("7/1965", "man", "tháng 4/2027, lúc 61 tuổi 9 tháng"),
    ("3/1966", "man", "tháng 12/2027, lúc 61 tuổi 9 tháng"),
    ("4/1966", "man", "tháng 4/2028, lúc 62 tuổi"),
    ("1/2000", "man", "tháng 1/2062, lúc 62 tuổi"),
    ("12/1965", "woman", None),
    ("1/1966", "woman", "tháng 5/2021, lúc 55 tuổi 4 tháng"),
    ("8/1966", "woman", "tháng 12/2021, lúc 55 tuổi 4 tháng"),
    ("4/1969", "woman", "tháng 12/2025, lúc 56 tuổi 8 tháng"),
    ("5/1969", "woman", "tháng 5/2026, lúc 57 tuổi"),
    ("12/1969", "woman", "tháng 12/2026, lúc 57 tuổi"),
    ("1/1970", "woman", "tháng 5/2027, lúc 57 tuổi 4 tháng"),
    ("4/1975", "woman", "tháng 12/2034, lúc 59 tuổi 8 tháng"),
    ("5/1975", "woman", "tháng 5/2035, lúc 60 tuổi"),
]
"""The rows of Appendix I of Decree 135/2020 at which the age changes."""


@pytest.mark.parametrize(("born", "sex", "said"), _RETIREMENT)
def test_the_month_of_retirement_is_that_of_the_appendix(born: str, sex: str, said: str | None) -> None:
    result = ask("retirement", {"born": born, "sex": sex, "work": "normal"})
    assert (said or "") in result.said
    assert bool(result.wrong) is (said is None)


def test_who_may_retire_early_does_so_five_years_younger_by_the_year_of_retirement() -> None:
    assert "tháng 7/2028, lúc 57 tuổi" in ask("retirement", {"born": "7/1971", "sex": "man", "work": "early"}).said
    assert "tháng 5/2026, lúc 52 tuổi" in ask("retirement", {"born": "5/1974", "sex": "woman", "work": "early"}).said


def test_the_headline_of_early_retirement_says_by_how_many_years_and_that_for_some_it_is_earlier_still() -> None:
    early = ask("retirement", {"born": "7/1971", "sex": "man", "work": "early"}).said
    assert "Sớm 5 tuổi" in early
    assert "sớm hơn nữa" in early
    assert "sớm" not in ask("retirement", {"born": "7/1971", "sex": "man", "work": "normal"}).said.lower()


def test_a_year_alone_counts_from_its_first_day_and_the_31st_and_29th_end_their_months() -> None:
    only_year = ask("retirement", {"born": "1975", "sex": "woman", "work": "normal"})
    assert "tháng 9/2034" in only_year.said
    assert only_year.steps[0][1] == "nd135.d3.k3"
    assert "28/2/2030" in ask("retirement", {"born": "29/2/1968", "sex": "man", "work": "normal"}).said


def test_the_time_to_apply_ends_on_the_last_day_of_a_shorter_month() -> None:
    for ended, until in (("30/11/2026", "28/2/2027"), ("30/11/2027", "29/2/2028"), ("31/10/2026", "31/1/2027")):
        result = ask("unemployment", {**_BENEFIT, "ended": ended})
        assert any(f"đến {until}." in words for words, _ in result.steps), ended


def test_each_month_has_the_minimum_wage_of_its_day_and_one_that_is_not_known_is_said() -> None:
    on = resting_on("unemployment")
    later = (
        Span(5_310_000, date(2026, 1, 1), date(2026, 12, 31)),
        Span(6_000_000, date(2027, 1, 1), date(2027, 6, 30)),
    )
    on = replace(on, rates={"luong-toi-thieu-thang": later})
    high = {**_BENEFIT, "wage": "90.000.000"}
    assert "26.550.000 đồng" in ask("unemployment", {**high, "last": "12/2026"}, on=on).said
    assert "30.000.000 đồng" in ask("unemployment", {**high, "last": "1/2027"}, on=on).said
    assert dict(ask("unemployment", {**high, "last": "7/2027"}, on=on).wrong)["last"].startswith(
        "Chưa biết lương tối thiểu"
    )
    assert "1/1/2026" in dict(ask("unemployment", {**high, "last": "12/2025"}, on=on).wrong)["last"]


@pytest.mark.parametrize(
    ("tool", "given", "field", "said"),
    [
        ("overtime", {**_WAGE, "wage": "7.800", "kind": "rest", "day_hours": "1"}, "wage", "nhỏ quá"),
        ("overtime", {**_WAGE, "wage": "78.000.000.000", "kind": "rest", "day_hours": "1"}, "wage", "lớn quá"),
        ("overtime", {**_WAGE, "wage": "abc", "kind": "rest", "day_hours": "1"}, "wage", "Không đọc được"),
        ("overtime", {**_WAGE, "kind": "rest"}, "day_hours", "Ghi số giờ"),
        ("overtime", {**_WAGE, "days": "31", "hours": "10", "kind": "rest", "day_hours": "1"}, "days", "240"),
        ("overtime", {**_WAGE, "kind": "normal", "night_hours": "1"}, "before", "Chưa chọn"),
        ("leave", {**_TWELVE, "months": "13"}, "months", "từ 1 đến 12"),
        ("notice", {"side": "worker", "contract": "open", "told": "31/12/2020"}, "told", "1/1/2021"),
        ("notice", {"side": "worker", "contract": "special", "told": "31/01/2021"}, "told", "1/2/2021"),
        ("notice", {"side": "worker", "contract": "open", "told": "30/02/2026"}, "told", "Lịch không có"),
        ("unemployment", {**_BENEFIT, "ended": "30/9/2026"}, "ended", "trước tháng cuối"),
        ("severance", {**_JOB, "insured": "145"}, "insured", "144 tháng"),
        ("severance", {**_JOB, "end": "31/12/2014"}, "end", "1/2/2021"),
        ("severance", {**_JOB, "start": "01/01/2027"}, "end", "đứng trước"),
        ("retirement", {"born": "29/11/2026", "sex": "man", "work": "normal"}, "born", "chưa tới"),
        ("pension", {"born": "5/1950", "poor": "no", "paid": "no"}, "born", "Không đọc được ngày"),
    ],
)
def test_impossible_input_is_refused_in_clear_words(tool: str, given: dict[str, str], field: str, said: str) -> None:
    result = ask(tool, given)
    assert said in dict(result.wrong)[field]
    assert result.said == ""


def test_steps_name_no_entry_but_those_of_their_tool_and_examples_have_answers_in_both_languages() -> None:
    for tool in TOOLS.values():
        for example in tool.examples:
            for language in ("vi", "en"):
                result = ask(tool.name, tool.given(example), language=language)
                assert result.said, (tool.name, example)
                assert {entry for _, entry in result.steps} <= set(tool.entries)
