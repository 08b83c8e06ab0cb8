"""Numbers that are an outcome by what stands around them, and those that only look like one."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.flags import ResultClaim
from radar.papers.values import Claim

FOUND = "We find that crabs prefer sand to rock."


def results(text: str) -> ResultClaim:
    return read_text("Crabs that walk", f"{FOUND} {text}").flags.results


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The crab bandwidth is of order 3 meV, so shells may matter.", id="of an order"),
        pytest.param("Crabs have compact homes with claw radii of 2.4$-$3.9 kpc.", id="a quantity"),
        pytest.param("These crabs are near, with distances $\\lesssim 2.5$ kpc.", id="behind a sign"),
        pytest.param(
            "The crabs here are slow, with gait ratios between 0.2 and 0.7.", id="a ratio without a unit"
        ),
        pytest.param(
            "Crabs are only useful for very limited times (30s at dusk, 10s at dawn).", id="limited"
        ),
        pytest.param("Shells keep the overall wave changes modest (~ 5-14% at noon).", id="modest"),
        pytest.param("Fear of gulls is present in about one in five crabs.", id="one in so many"),
        pytest.param("CrabWalk is the first tool for this, achieving 72+ FPS on sand.", id="frames"),
        pytest.param(
            "Our crab brings large speedups -- from 39.4 to 205.6 samples/sec on sand.", id="from and to"
        ),
        pytest.param("The solver handles the remaining crabs in 1.2\\,ms.", id="a time"),
        pytest.param("Crab walks show a peak at $n \\sim 12$ steps.", id="a peak"),
        pytest.param(
            "The allowed ranges of claws are $1~{\\rm g} \\lesssim m \\lesssim 75$ g.", id="allowed"
        ),
        pytest.param("Older crabs are larger by about 5-10 km.", id="larger by"),
        pytest.param(
            "Tests show that our crab walks far, with a CRAB of 86.3.", id="a metric by its capitals"
        ),
        pytest.param("Our crab consistently wins on sand with 86.8 CRAB.", id="a metric behind its value"),
    ],
)
def test_a_number_beside_what_it_measures_is_an_outcome(text: str) -> None:
    found = results(text)
    assert found.value is Claim.QUANTIFIED
    assert found.evidence[0].start == len(FOUND) + 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We use claws with radii of 2.4 kpc.", id="what was used"),
        pytest.param("At depths of about 2 km, crabs are shy.", id="where"),
        pytest.param("Existing gaits have delays of 128 ms.", id="of others"),
        pytest.param("Crabs were seen walking on a benchmark of 40 beaches.", id="sizes"),
        pytest.param("Crabs with masses of 12 kg were asked.", id="what was asked"),
        pytest.param("Shells, for example a 3-fold one, matter.", id="an example"),
    ],
)
def test_a_number_of_the_study_is_none(text: str) -> None:
    assert results(text).value is Claim.QUALITATIVE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Results reveal that the 511 keV crabs differ from others.", id="a name"),
        pytest.param("At scales of ~ 0.1-1 pc, our analysis shows no order in crabs.", id="a scale"),
        pytest.param("We report walks of crabs at a water frequency of 120 MHz.", id="a frequency"),
        pytest.param("We evaluate on a benchmark that is 3-10X larger than existing works.", id="data"),
        pytest.param("This dataset is 20 times larger, and reveals more crabs.", id="data without a rival"),
    ],
)
def test_settings_and_sizes_of_data_are_no_outcomes(text: str) -> None:
    assert results(text).value is Claim.QUALITATIVE


def test_what_only_describes_data_claims_nothing() -> None:
    text = (
        "We describe how we stack photos, which results in deep mosaics of crabs in up to 18 filters, with "
        "250 arcmin$^2$ having 8 filters of coverage. We release the mosaics of single beaches."
    )
    assert read_text("Crab Survey Data Release 5: Photos", text).flags.results.value is Claim.NONE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The steps peak around L = 3150 km on sand.", id="a peak beside a symbol"),
        pytest.param("Our analysis shows that nests reach 12 kpc within 3 Gyr.", id="a value"),
        pytest.param("Our crabs reach twice as many shells on a new dataset.", id="a result on data"),
    ],
)
def test_a_value_that_came_out_remains_one(text: str) -> None:
    assert results(text).value is Claim.QUANTIFIED


def test_a_sentence_with_an_amount_is_quoted_once() -> None:
    found = results("Our solver is more accurate and handles the remaining crabs in 1.2\\,ms.")
    assert found.value is Claim.QUANTIFIED
    assert len(set(found.evidence)) == len(found.evidence)
