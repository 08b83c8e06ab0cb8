"""A figure that is only reached at best, or not reached, is shown as such."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.bounds import bounded
from radar.abstracts.figures.figures import Figure, Kind
from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We cut output length by up to 70%.", "up to −70 % output length", id="up to"),
        pytest.param("We cut output length by as much as 70%.", "up to −70 % output length", id="as much as"),
        pytest.param("Our crab needs at most 70% of the steps.", "up to 70 % of steps", id="at most"),
        pytest.param(
            "We show that our crab errs on $\\leq 2\\%$ of the steps.", "up to 2 % of steps", id="a sign"
        ),
        pytest.param("Our crab is up to about $\\sim$4x faster.", "up to 4× faster", id="about"),
        pytest.param("Our crab is up to 4-6x faster.", "up to 4–6× faster", id="a span"),
        pytest.param(
            "Our shells reduce the falls by a factor of up to 10.", "up to 10× lower falls", id="factor"
        ),
        pytest.param("We improve accuracy by up to 4.7 points.", "up to +4.7 points accuracy", id="points"),
        pytest.param("Our crab achieves a recall of up to 0.963.", "recall up to 0.963", id="a metric"),
        pytest.param("We find that no crab exceeds 56% accuracy.", "up to 56 % accuracy", id="none more"),
        pytest.param(
            "No crab is done, with none of the crabs reaching a score of $19\\%$.",
            "up to 19 % score",
            id="none",
        ),
        pytest.param("We speed up the crab, upto 2.5x faster.", "up to 2.5× faster", id="up to, in one word"),
        pytest.param("Our crab has an error rate below 2%.", "<2 % error rate", id="below"),
        pytest.param("Our crab wins at low cost (<2% overhead).", "<2 % overhead", id="less in a bracket"),
        pytest.param(
            "We find that the best crab achieves less than 50% accuracy.", "<50 % accuracy", id="less than"
        ),
        pytest.param(
            "Our crab walks up to \\textit{\\textbf{7.6$\\times$}} faster.",
            "up to 7.6× faster",
            id="bold in TeX",
        ),
        pytest.param(
            "We reduce falls by up to an order of magnitude.",
            "up to order of magnitude lower falls",
            id="a magnitude",
        ),
    ],
)
def test_a_figure_keeps_its_upper_bound(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We cut output length by over 70%.", "−70 % output length", id="from below"),
        pytest.param("Our crab uses under 61% fewer steps.", "−61 % steps", id="a fall"),
        pytest.param(
            "Up to the tide, our crab solves 22.2% of the mazes.", "22.2 % of mazes solved", id="elsewhere"
        ),
        pytest.param("We trained a speed-up to 17x faster walking.", "17× faster walking", id="a speed-up"),
        pytest.param(
            "With up to 3 shells, our crab solves 22.2% of the mazes.",
            "22.2 % of mazes solved",
            id="of another",
        ),
        pytest.param(
            "Up to 22.2 shells, X-MAP achieves 0.98 on sand.", "", id="a name that ends as a metric"
        ),
    ],
)
def test_what_bounds_something_else_or_from_below_is_left_out(text: str, expected: str) -> None:
    assert figure(text) == expected


def test_the_bound_of_a_list_holds_for_each_of_its_figures() -> None:
    sentence = "our crab gains up to 3%, 4% and 5% on crabbench"
    start = sentence.index("5%")
    last = Figure(text="+5 %", weight=2.0, kind=Kind.PERCENT, start=start, end=start + 2)
    assert bounded("+5 % on CrabBench", last, sentence) == "up to +5 % on CrabBench"
