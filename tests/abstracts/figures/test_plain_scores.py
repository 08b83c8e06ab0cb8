"""Scores, parts that are enough and values of symbols, told where nothing else is."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab is best with 71.1 mIoU on sand.", "mIoU 71.1", id="number first"),
        pytest.param(
            "Our crab achieves a 0.729 macro F1 score in mud.", "macro F1 score 0.729", id="with a word"
        ),
        pytest.param(
            "Our crab achieves a public test HSS of 0.575 in mud.", "HSS 0.575", id="any abbreviation"
        ),
        pytest.param("Our crab outperforms snails by +0.199 micro-F1.", "+0.199 micro-F1", id="a gain"),
        pytest.param("Our crab improves F1 by +2.66 over snails.", "+2.66 F1", id="a rise"),
        pytest.param("Our crab achieves AUC ranging from 0.80 to 0.89.", "AUC 0.80–0.89", id="a range"),
        pytest.param(
            "Our crab achieves the best dig accuracy on SandA, MudB, and ReefC (63.4%, 84.2%, and 95.6%).",
            "63.4 % dig accuracy",
            id="a list of places",
        ),
        pytest.param(
            "Our gait boosts crabs (e.g., SandBench: 3.2% -> 40.4%).", "3.2→40.4 % SandBench", id="arrow"
        ),
        pytest.param(
            "Our crab wins while requiring only 0.5% of the training data.",
            "0.5 % of training data",
            id="part",
        ),
        pytest.param("We find a power-law slope of 0.58 in sand.", "0.58 power-law slope", id="no unit"),
        pytest.param(
            "We find $H_0 = 69.0 \\pm 2.5$ km s$^{-1}$ Mpc$^{-1}$.", "H_0 = 69.0±2.5 km/s/Mpc", id="symbol"
        ),
        pytest.param(
            "We find a tidal index of $n = 1.3 \\pm 0.2$.", "1.3±0.2 tidal index", id="a noun goes before it"
        ),
        pytest.param(
            "Tides alone give $S_8 = 0.78 \\pm 0.21$. With waves we find $S_8 = 0.81 \\pm 0.02$.",
            "S_8 = 0.81±0.02",
            id="the narrow one",
        ),
    ],
)
def test_a_score_is_told_with_its_name(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab achieves 36.8/0.95 PSNR/SSIM in mud.", id="two in one"),
        pytest.param("We find crabs with a voltage of 3.3 MV in the G31.41+0.31 HII region.", id="a place"),
        pytest.param("Our crab improves F1 from 0.15-0.26 to 0.61-0.67.", id="what it was"),
        pytest.param("We find $\\xi = 2.6 \\pm 0.9$ in mud.", id="a symbol that nobody knows"),
        pytest.param("We find crabs assuming $H_0 = 70.1 \\pm 0.2$ km/s/Mpc.", id="an assumption"),
        pytest.param("Our crab follows the path within 0.02 cosine similarity, we find.", id="within"),
    ],
)
def test_what_is_no_score_of_its_own_is_not_told(text: str) -> None:
    assert figure(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab achieves over 50% accuracy in mud.", ">50 % accuracy", id="over"),
        pytest.param("Our crab is at least 4x faster.", "≥4× faster", id="at least"),
        pytest.param("We improve recall, nearly doubling the F1 score.", "~2× F1 score", id="nearly"),
        pytest.param(
            "We find that no crab achieves a success rate above 40%.", "up to 40 % success rate", id="none"
        ),
        pytest.param(
            "Our crab has savings in steps ranging from 15% to 30%.", "−15–30 % steps", id="a range"
        ),
        pytest.param(
            "Our crab reaches test accuracies ranging from 80% in mud to over 99% in sand.",
            "80–99 % test accuracies",
            id="a range with places",
        ),
        pytest.param(
            "Our crab achieves 2 to 3 orders of magnitude lower drift.",
            "~100–1000× lower drift",
            id="orders",
        ),
    ],
)
def test_bounds_and_ranges_are_told_whole(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Snail-Z is near-best on sand, yet collapses in mud, with a score of 0.14, we find.",
            id="a failure",
        ),
        pytest.param("We find a dip in the old reef (age = $35 \\pm 5$ Myr).", id="of what is studied"),
        pytest.param(
            "Our test is the first, using a dataset an order of magnitude larger than before.", id="data"
        ),
        pytest.param("Our crab walks better at approximately 2x runtime overhead.", id="a cost"),
        pytest.param("Judges rated claw accuracy 4.5 of five, we find.", id="a mark"),
        pytest.param("Our crab has 13x more improvements per degradation than gulls.", id="half a ratio"),
    ],
)
def test_what_misleads_is_not_told(text: str) -> None:
    assert figure(text) == ""
