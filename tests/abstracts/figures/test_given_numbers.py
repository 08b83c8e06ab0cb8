"""Numbers that a sentence gives which claims an outcome in words: in brackets, in words, as a part."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab achieves the best gait on sand (92.98 on Reef, 95.8 on Dune).", id="decimals"),
        pytest.param(
            "Our crabs outperform snails (76.1 strict / 79.5 loose).", id="what is counted behind it"
        ),
        pytest.param("Our crab achieves strong results on sand (Glide: 91.57).", id="named by a colon"),
        pytest.param(
            "We find that crabs follow snails more on sand (A = 1.58) than on rock.", id="a statistic"
        ),
        pytest.param("Our crabs consistently gain over snails on sand (+18 on Reef).", id="a gain"),
        pytest.param(
            "Our crabs consistently gain over snails, also on sand (e.g., +2.90 on Reef).", id="e.g."
        ),
        pytest.param(
            "We find that crabs give $3$ and $1.4$ times tighter grips.", id="times behind a dollar"
        ),
        pytest.param("Our crab achieves walking in real time (33 FPS) on wet sand.", id="a speed"),
        pytest.param("Our crab achieves new highs, with results 89.1 on the Reef benchmark.", id="results"),
        pytest.param("Our crabs outperform snails, with averages of 55.85 on sand.", id="averages"),
        pytest.param("Our crabs outperform snails, with up to 77.57 on sand.", id="up to"),
        pytest.param("Our crabs match snails, with superior looks for just 1/8 of the sand.", id="a part"),
        pytest.param("Our analysis shows that a crab has an average of 2.8 moods.", id="an average"),
        pytest.param(
            "Our tests confirm that 3 large crabs with claws out of 6 can swim.", id="so many out of"
        ),
    ],
)
def test_numbers_beside_an_outcome_in_words(text: str) -> None:
    assert value(text) == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crabs outperform snails at two sizes (5.625 degrees and 11.25).", id="degrees"),
        pytest.param("Our crabs outperform snails under shuffled sand (lambda = 12.5).", id="a setting"),
        pytest.param("Our crabs outperform snails of the field (Ubuntu 22.04).", id="a version"),
        pytest.param("Our crabs outperform newer snails (Snail 3.5).", id="a model"),
        pytest.param("Our crabs outperform snails with few weights (13.5B).", id="a size"),
        pytest.param("Our crabs outperform snails at their tone (14.25 kHz).", id="a frequency"),
        pytest.param("We release tests of sand (92.98 on Reef).", id="no outcome"),
    ],
)
def test_numbers_in_brackets_that_are_no_outcome(text: str) -> None:
    assert value(text) != "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We find that less than two-percent of our crabs were seen to swim.", id="two-percent"),
        pytest.param("Our crabs beat snails by ten percent.", id="ten percent"),
        pytest.param("Our gait reaches an accuracy of ninety two percent.", id="ninety two percent"),
        pytest.param("Our gait raises the mean stride from Snail's 71.8 to 75.9.", id="from whose value"),
        pytest.param("Our gait speeds walking up by over 2$\\text{x}$.", id="times in TeX"),
        pytest.param("Our tests show steady walks, with deviations kept within 5.6 steps.", id="deviations"),
    ],
)
def test_percentages_in_words_and_values_of_others(text: str) -> None:
    assert value(text) == "quantified"


def test_how_large_something_is_is_no_outcome() -> None:
    assert value("We find that the walks are of an order of magnitude that keeps crabs dry.") == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        "Our crabs outperform snails with one percent of the training data.",
        "Our crabs outperform snails on a ten percent sample.",
    ],
)
def test_a_percentage_of_the_data_is_no_outcome(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab stands as still as a snail (median 1.8 mm vs. 1.7 mm).", True, id="units"),
        pytest.param("The harness reduced slips to a few steps (median 3.2 mm).", True, id="a median"),
        pytest.param("The harness reduced slips on sand (wet; mean sway: ~4 cm).", True, id="a mean"),
        pytest.param("The crabs reduced slips on sand (mean age 34.2 years).", False, id="an age"),
        pytest.param("Our crab is 8.6 faster than snails.", True, id="times left out"),
        pytest.param("One third meet the test of the tide, as our tests reveal.", True, id="a part does it"),
        pytest.param("One third meeting is how we show calm.", False, id="a part of something else"),
        pytest.param("Our crab outperforms snails and keeps top-1 accuracy.", False, id="top-1"),
        pytest.param("Our crab improves Top-5 and top 10 accuracy on sand.", False, id="top 10"),
        pytest.param("Our crab reaches 78.5 top-1 accuracy on sand.", True, id="a number before top-1"),
    ],
)
def test_numbers_that_are_measured_and_those_that_name_a_measure(text: str, expected: bool) -> None:
    assert (value(text) == "quantified") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The weight of the shell is 41 ± 3 g.", True, id="with its error"),
        pytest.param("The weight of the shell is (2.8$\\pm$1.6) g.", True, id="with its error in TeX"),
        pytest.param("A shell takes the value $\\pm 1$ in our walk.", False, id="either sign"),
        pytest.param("Our walkers (mean age 23 ± 3 years) like sand.", False, id="an age with its error"),
        pytest.param("The tides seem to prefer a second moon at $3\\sigma$.", True, id="a significance"),
        pytest.param("A shell of width $2\\sigma^2$ is kept in our walk.", False, id="a width"),
        pytest.param("In 90 percent of cases, a tide had no effect on sand.", True, id="percent of cases"),
        pytest.param(
            "We keep 90 percent of the sand for later walks.", False, id="percent of something else"
        ),
    ],
)
def test_a_measured_value_needs_no_word_of_an_outcome(text: str, expected: bool) -> None:
    assert (value(text) == "quantified") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We report a mean walking error (MWE) of 4.11 on sand.", True, id="a metric with its letters"
        ),
        pytest.param("Our crab shows absolute gains of 15.27 on warm sand.", True, id="gains of"),
        pytest.param("Our crab achieves memory reductions of 2:4 pruning.", False, id="a pattern"),
    ],
)
def test_a_metric_may_be_a_plural_or_have_letters_in_brackets(text: str, expected: bool) -> None:
    assert (value(text) == "quantified") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The walk takes 620 s to plan.", True, id="takes"),
        pytest.param("The planning time is 20 ms on a shell.", True, id="the time of planning is"),
        pytest.param(
            "The gait plans any walk (average planning time: 0.4s a step).", True, id="a time in brackets"
        ),
        pytest.param("Our crab converts a beach into a map within 6 seconds.", True, id="does it within"),
        pytest.param("Our crab runs at ~0.17 s a step.", True, id="runs at"),
        pytest.param(
            "Our crab sorts shells in less than 3 min and optimizes the rest in under 1 min.", True, id="min"
        ),
        pytest.param("Our crab gives fast walks ($\\sim$6 minutes) on sand.", True, id="fast, in brackets"),
        pytest.param("Our crab runs on videos cut at 30 s intervals.", False, id="intervals"),
        pytest.param(
            "Our crab generates a walk from the sand seen within 10 s windows.", False, id="windows"
        ),
        pytest.param("Our walks were filmed in the 1970s and run with 3 shells.", False, id="a decade"),
        pytest.param("Our set holds walks of 30 seconds on sand.", False, id="how long the data are"),
        pytest.param("Our crab is told to take walks (3 minutes each).", False, id="how long walks are"),
    ],
)
def test_how_long_something_made_takes_is_an_outcome(text: str, expected: bool) -> None:
    assert (value(text) == "quantified") is expected
