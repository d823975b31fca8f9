"""The chart of growth: drawn from the sums of its page, in both languages, with words for those who do not see it."""

import re
from pathlib import Path

import pytest

from hooks.screen.growth_chart import BOTTOM, TOP, Chart, growths


@pytest.mark.parametrize(("language", "own"), [("", "phép tính của Sổ tay"), ("en/", "own arithmetic")])
def test_the_chart_says_in_words_what_it_draws_and_that_it_is_our_own_arithmetic(
    site: Path, language: str, own: str
) -> None:
    html = (site / f"{language}chuong-trinh-20/tang-truong/index.html").read_text("utf-8")
    [figure] = re.findall(r'<figure class="lc-chart">.*?</figure>', html, re.DOTALL)
    [title] = re.findall(r"<title>(.*?)</title>", figure)
    assert all(words in title for words in ("13%", "184", "14%", "193"))
    assert re.findall(r'<text class="lc-chart__end"[^>]*>(.*?)</text>', figure) == ["13%: 184", "14%: 193"]
    assert own in figure.partition("<figcaption>")[2]
    assert figure.count("stroke-dasharray") == 1  # told apart without colour


def test_a_line_has_a_point_for_each_year_at_its_value() -> None:
    [growth] = growths(["121 = 100 × 1,1^2", "113 = 100 × 1,13"])
    chart = Chart((growth,))
    assert growth.values == pytest.approx((100, 110, 121))
    assert (chart.years, chart.grid) == (2, (100, 150))
    assert [chart.y(value) for value in (100, 125, 150)] == [BOTTOM, (TOP + BOTTOM) / 2, TOP]
    assert len(chart.points(growth).split()) == 3


def test_sums_of_another_form_are_no_growth() -> None:
    assert [*growths(["17% = 3% + 14%", "26.550.000 = 5 × 5.310.000", "1,84 = 1,13^5"])] == []
