"""What a figure measures, or over whom it gains, that stands further off in its sentence."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait outperforms gulls by 3.1% in terms of recall.", "+3.1 % recall", id="behind"),
        pytest.param(
            "Our gait gains 3.1% over snail baselines in terms of F1.", "+3.1 % F1", id="behind the others"
        ),
        pytest.param(
            "Our gait achieves an average improvement of 9.9% in shell detection across crabs.",
            "+9.9 % shell detection",
            id="no metric",
        ),
        pytest.param(
            "Our gait reaches an AUC of 0.79, a 3% improvement over the baseline.", "+3 % AUC", id="its value"
        ),
        pytest.param(
            "Our gait wins with a success rate of 0.92 (+26.6%).", "+26.6 % success rate", id="a bracket"
        ),
        pytest.param(
            "Our gait attains a recall of 76.8%, yielding a 2.3% improvement over the baseline method.",
            "+2.3 % recall",
            id="a percentage before",
        ),
        pytest.param(
            "Our gait improves the recall of the blind crab walker on sand and mud by 6.5%.",
            "+6.5 % recall",
            id="what is raised",
        ),
        pytest.param(
            "Our gait raises the crab's mean step length $l$, averaged over six beaches, from 2.40 to 2.61.",
            "2.40→2.61 step length",
            id="any noun",
        ),
        pytest.param(
            "Our gait improves Crabby-7B on SandBench from 8.8 to 44.5.",
            "8.8→44.5 on SandBench",
            id="on what",
        ),
        pytest.param(
            "We find that the wet-shell mass fraction ($>5$ g) rises from 0.4% to 9.6%.",
            "0.4→9.6 % mass fraction",
            id="a bracket between",
        ),
        pytest.param(
            "Our gait is better, with mean improvements in success rate of 9.1, 1.3, and 9.1 points.",
            "+9.1 points success rate",
            id="a list",
        ),
        pytest.param(
            "Our gait achieves tidal accuracy 32% higher than the baseline.",
            "+32 % tidal accuracy",
            id="higher",
        ),
        pytest.param("Our lens achieves 2.7 dB gain in PSNR on sand.", "+2.7 dB PSNR", id="decibels"),
        pytest.param(
            "Our lens gains by 2.62dB and 1.58dB in PSNR.", "+2.62 dB PSNR", id="a list of decibels"
        ),
        pytest.param(
            "Our crab walks at a cost only 1.6 times higher than that of gulls.",
            "1.6× higher cost",
            id="a cost",
        ),
        pytest.param(
            "Our crab gives a 54% relative improvement in tcpWER over the baseline.",
            "54 % better tcpWER",
            id="an error rate by another name",
        ),
        pytest.param(
            "Our crab achieves a 67.7% Absolute Claw Error (ACE) improvement over gulls.",
            "67.7 % better Claw Error",
            id="a name with its abbreviation",
        ),
    ],
)
def test_a_figure_is_named_by_words_further_off(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our gait improves its speed but also slashes the fall gap from 70% to 6%.",
            "70→6 %",
            id="another verb",
        ),
        pytest.param(
            "Our crab largely preserves recall, achieving a fall reduction by over 5% on sand.",
            "−5 % fall",
            id="what is preserved",
        ),
        pytest.param(
            "Our crab improves grip quality, achieving a 57% reduction.",
            "−57 %",
            id="no fall of what improves",
        ),
        pytest.param(
            "Our lens reaches a gain of +5.8 dB while PSNR drops from 17.2 dB to 6.4 dB.",
            "+5.8 dB",
            id="another clause",
        ),
        pytest.param("Our gait improves Crabby-7B by 5.1%.", "+5.1 %", id="a system is no measure"),
        pytest.param(
            "The gap widens with increased step complexity (e.g., from 12% to 45%), we find.",
            "12→45 %",
            id="an adjective",
        ),
        pytest.param(
            "Our crab outperforms gulls in recall but also achieves 2 times higher claw spread.",
            "2× higher claw spread",
            id="its own noun behind",
        ),
    ],
)
def test_a_figure_is_not_named_by_what_it_does_not_measure(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait outperforms Snail-X by 4%.", "+4 % over Snail-X", id="a name"),
        pytest.param(
            "Our gait improves a strong classical baseline (BL-3) by 9.1%.",
            "+9.1 % over classical baseline",
            id="in few words",
        ),
        pytest.param(
            "Our gait beats snail baselines with relative improvements of up to 12%.",
            "up to +12 % over snail baselines",
            id="with a gain",
        ),
        pytest.param(
            "Our gait has an overall 15.8% improvement across 21 digging tasks.",
            "+15.8 % across digging tasks",
            id="across",
        ),
        pytest.param("Our gait gains 3.1 points on average.", "+3.1 points", id="an average is no place"),
        pytest.param("Our gait improves 5% over other models.", "+5 %", id="who says nothing"),
    ],
)
def test_a_rise_of_nothing_says_over_whom_or_on_what(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Prompts explain 36.43% of the variance, we find.", "36.43 % of variance explained", id="verb"
        ),
        pytest.param(
            "We find that 65% of crab burrows are unique within a beach.",
            "65 % of crab burrows unique",
            id="how they are",
        ),
        pytest.param("We find that 31% of mazes are solved by no crab.", "31 % of mazes", id="by none"),
        pytest.param("We find that crabs cannot solve 31% of the mazes.", "31 % of mazes", id="denied"),
        pytest.param(
            "We find that 65% of errors arise in mud. Our crab reaches 57% accuracy.",
            "57 % accuracy",
            id="a share without deed goes behind",
        ),
    ],
)
def test_a_share_says_what_was_done_with_it(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE
