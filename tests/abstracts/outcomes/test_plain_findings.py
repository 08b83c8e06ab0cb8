"""Findings told as times, quantities, relations or tests, and what has their words and finds nothing."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The crab crosses a beach in just 5 minutes.", id="in just so long"),
        pytest.param("The crab gives a walk in approximately 2.5 seconds.", id="in approximately"),
        pytest.param("One beach is crossed in under 24 hours.", id="in under"),
        pytest.param("Our gait improves balance by 10+% on sand.", id="a plus before the sign"),
        pytest.param("Our gait beats snails by 3+dB.", id="a plus before the unit"),
        pytest.param("Our gait improves speed by 14 human percentile points.", id="percentile points"),
        pytest.param("Our gait gains over 20 chrF points.", id="chrF points"),
        pytest.param("Our crab solves 7 of 16 hard sand problems.", id="solves so many"),
        pytest.param("On the beach, first data constrain waves to heights of 1.4 cm.", id="data constrain"),
        pytest.param("Older shells suggest an age of ~12 Gyr.", id="a quantity"),
        pytest.param("Our gait sets out with six times less effort.", id="six times less"),
        pytest.param("Crabs appear over forty times more than snails.", id="over forty times"),
        pytest.param("Our gait advances the balance of crabs (+20% poise over snails).", id="a rise"),
        pytest.param("Our gait raises balance for 9/12 claw-shell pairs.", id="pairs joined by hyphens"),
        pytest.param("We obtain a slope of -3 for the beach.", id="a slope"),
        pytest.param("Only shells of a mass of $3 \\times 10^{15}$ grams stand.", id="a large quantity"),
    ],
)
def test_a_time_or_a_quantity_is_an_outcome(text: str) -> None:
    assert value(text) == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We filmed crabs for a set of about 20 hours of video.", id="hours of video"),
        pytest.param("We look at crabs in about 15-minute steps.", id="a step"),
        pytest.param("Nets will suggest ages of ~12 Gyr.", id="what will be measured"),
        pytest.param("Tides reach the beach by adjacent points.", id="points in space"),
        pytest.param("We compare BEACH-10/100 and hard sand-dune tasks.", id="a name"),
        pytest.param("We speak of $\\log(1+x)$ alone.", id="a plus in a formula"),
    ],
)
def test_a_setting_is_no_outcome(text: str) -> None:
    assert value(text) == "none"


def test_a_unit_glued_to_a_name_is_none() -> None:
    assert value("Our gait achieves competitive balance on BEACH14T.") == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Early results suggest that crabs sidle.", id="early results"),
        pytest.param("In trials, the gait remained stable on sand.", id="remained"),
        pytest.param("Our steps are in good agreement with those of snails.", id="good agreement"),
        pytest.param(
            "Tests on two beaches are given to demonstrate the effectiveness of the gait.", id="tests"
        ),
        pytest.param(
            "We conduct extensive experiments to verify the efficacy of our gait.", id="experiments"
        ),
        pytest.param("It significantly increases steps, with potential for mud.", id="before an aim"),
        pytest.param("It shows promising results and has the potential to grow.", id="promising results"),
        pytest.param(
            "The gait can be used on sand, leading to significant improvements over snails.",
            id="behind an aim",
        ),
        pytest.param("We characterize all gaits of crabs.", id="authors characterize"),
        pytest.param("Our results suggest a new gait.", id="results suggest"),
        pytest.param("Balance is achieved on all beaches.", id="achieved"),
    ],
)
def test_findings_in_further_words(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Early crabs suggest that shells are old.", id="early crabs"),
        pytest.param("Our pier is expected to significantly enhance walks.", id="expected to enhance"),
        pytest.param("We measure agreement between judges.", id="agreement is looked at"),
        pytest.param(
            "Experiments to demonstrate the effectiveness of the gait will follow.", id="tests to come"
        ),
        pytest.param("The paradigm of our evaluation characterizes crabs.", id="a paradigm characterizes"),
        pytest.param("One part of our analysis is a net that detects crabs.", id="what a thing does"),
        pytest.param("Our shells serve many ends, including finding sand.", id="including finding"),
        pytest.param("We suggest a new gait for crabs.", id="authors suggest a thing"),
        pytest.param("Balance is achieved by moving the claws.", id="achieved by"),
        pytest.param("The map lets builders plan, fostering targeted improvements.", id="fostered"),
        pytest.param("We derive a simple taxonomy of gaits.", id="a taxonomy is derived"),
        pytest.param(
            "This survey argues for sand. Sand often improves walks. It helps, suggesting that sand counts.",
            id="a survey that praises",
        ),
        pytest.param("This paper reviews gaits. We show how sand holds crabs.", id="a paper that reviews"),
    ],
)
def test_words_of_finding_that_find_nothing(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Next, we take sand. Balance grows linearly with the number of legs.", id="grows with"),
        pytest.param("Next, we take sand. The gait depends only on its grain.", id="depends on"),
        pytest.param("Next, we take sand. Balance follows an inverse U-shaped curve.", id="follows a curve"),
        pytest.param("Next, we take sand. Falls are strongly associated with tides.", id="associated with"),
        pytest.param("Next, we take mud. The gait has the same form as on sand.", id="the same as"),
        pytest.param("Next, we take sand. Shells appear preferentially there.", id="appears preferentially"),
        pytest.param("Next, we take sand. Differences between both claws are small.", id="are small"),
        pytest.param("Next, we take sand. The steps provide a good match to tides.", id="a good match"),
        pytest.param(
            "Next, we ask divers. Ratings of shells demonstrated high liking.", id="demonstrated high"
        ),
        pytest.param("Next, we take sand. The crab performs well in most tides.", id="performs well"),
        pytest.param("Next, we take sand. Sidling performed relatively well as a gait.", id="performed well"),
        pytest.param(
            "Next, we take sand. It is tried there, showing its ability to walk.", id="showing how apt it is"
        ),
        pytest.param("Next, we take sand. Our gait is more graceful than older methods.", id="more than"),
        pytest.param("Next, we take sand. Tides turn fewer crabs than those of snail models.", id="fewer"),
        pytest.param("Next, we take sand. This comes with no measurable loss of poise.", id="with no loss"),
        pytest.param("Next, we take sand. Tides have a much stronger effect on crabs.", id="an effect"),
        pytest.param("Next, we take sand. Our gaits also generalize widely to mud.", id="generalizes"),
        pytest.param("Next, we take sand. We provide inner and outer bounds.", id="bounds"),
        pytest.param("Next, we take sand. Across nine wet beaches, crabs sidle.", id="across"),
        pytest.param("Next, we take sand. Finally, we determine the grain of beaches.", id="determines"),
        pytest.param("Next, we take sand. We then unveil a kind of crab.", id="unveils"),
        pytest.param("Next, we take sand. We identify a new regime of tides.", id="a regime"),
        pytest.param("Next, we take sand. These walks allow us to classify beaches.", id="allows us"),
        pytest.param("Next, we take sand. We give a complete classification of gaits.", id="all gaits"),
        pytest.param("Next, we take sand. Closed expressions are at hand for tides.", id="in closed form"),
        pytest.param("Next, we take sand. The spectrum of its waves is then derived.", id="is derived"),
        pytest.param("Next, we take sand. The spectrum of its waves is obtained.", id="is obtained"),
        pytest.param("Next, we take sand. The data place new limits on its grain.", id="limits"),
        pytest.param("Next, we take sand. Sidling is more strongly favored by tides.", id="favored"),
        pytest.param("Next, we take sand. All reveal buried shells.", id="all reveal"),
        pytest.param("Next, we try ten gaits on sand, exposing deep weaknesses of each.", id="exposing"),
        pytest.param(
            "Next, we take mud. Sinking, confirmed by tidal simulations, arises.", id="confirmed by"
        ),
    ],
)
def test_a_relation_is_a_finding_where_nothing_else_is(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Next, we take a net that scales with the beach.", id="what a thing does"),
        pytest.param("Next, we take a net to walk with more grace than older methods.", id="meant"),
        pytest.param("Next, we take a net that can be more graceful than snail models.", id="what can be"),
        pytest.param("Next, we take sand. More beaches than crabs are there.", id="more of another"),
        pytest.param("Next, we take gaits that generalize widely to mud.", id="that generalize"),
        pytest.param("Across all beaches, we walk.", id="what we do across"),
        pytest.param("Next, we determine whether crabs sidle.", id="a question"),
        pytest.param("Next, we take sand. Steps may grow with tides.", id="what may be"),
        pytest.param("Next, we take sand. The same holds of mud.", id="the same"),
        pytest.param("Next, we list tides under which the crab performs well.", id="where it does well"),
    ],
)
def test_a_relation_of_what_is_made_or_may_be_is_none(text: str) -> None:
    assert value(text) == "none"


def test_a_theory_may_settle_something_without_a_word_of_its_authors() -> None:
    text = "Waves roll over sand. Snails are slow. Closed expressions for the tides are at hand."
    assert read_text("Waves of a beach", text).flags.results.value.value == "qualitative"
