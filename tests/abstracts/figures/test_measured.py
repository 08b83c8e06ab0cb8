"""What a figure measures, told by the words before and behind it, and which figure of a sentence tells it."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our gait reduces the number of muddy steps by 70%.", "−70 % muddy steps", id="number of"
        ),
        pytest.param(
            "Our gait reduces walking time and peak shell load by 50%.",
            "−50 % peak shell load",
            id="one for both",
        ),
        pytest.param(
            "Our gait reduces walking time and peak shell load by 50% and 30%.",
            "−50 % walking time",
            id="one for each",
        ),
        pytest.param(
            "Our gait reduces walking time and improves grip by 5%.",
            "+5 % grip",
            id="two verbs, each with its own",
        ),
        pytest.param(
            "Our gait raises the whole wet sand walking grip from 3% to 5%.",
            "3→5 % sand walking grip",
            id="a long name",
        ),
        pytest.param(
            "Our gait reduces muddy steps (MS) by 12%.", "−12 % muddy steps", id="explained in a bracket"
        ),
        pytest.param(
            "The walking accuracy of our crab on sand is 67%.", "67 % walking accuracy", id="of a model"
        ),
        pytest.param(
            "We find a success rate across all beaches of 97%.", "97 % success rate", id="over what it holds"
        ),
        pytest.param(
            "Our crab wins in walking accuracy on wet sand (up to 55%).",
            "up to 55 % walking accuracy",
            id="in a bracket",
        ),
        pytest.param("We reach an area under the curve (AUC) of 96.9%.", "96.9 % AUC", id="a short name"),
        pytest.param(
            "Our crab achieves 92% safe retreat on sand.", "92 % safe retreat", id="any noun behind"
        ),
        pytest.param("Our crab reaches an overlap of 45% on sand.", "45 % overlap", id="any noun before"),
        pytest.param(
            "Our shell achieves a compression ratio of 5.2x on sand.", "5.2× compression ratio", id="a ratio"
        ),
        pytest.param(
            "We reach a recall of 62.8% on sand, outperforming gulls by 4.2%.",
            "+4.2 % recall",
            id="held to others",
        ),
        pytest.param(
            "We reach 62.8% recall on sand, surpassing gulls by 4.2 points.",
            "+4.2 points recall",
            id="held to others, its name behind",
        ),
        pytest.param(
            "The new gait shows gains in mud (SAND +8.1%).", "+8.1 % SAND", id="a name before a sign"
        ),
        pytest.param(
            "Our gait outperforms gulls in crab walking (+13.5%).",
            "+13.5 % crab walking",
            id="a bracket alone",
        ),
        pytest.param(
            "Our crab wins on Sand-3.0 (up to 90.06%).", "up to 90.06 % on Sand-3.0", id="where it holds"
        ),
        pytest.param(
            "We have a 77% accuracy improvement in the wet setting.", "+77 % accuracy", id="not where"
        ),
        pytest.param(
            "Our gait gives 6% relative gains on CrabBench.", "+6 % on CrabBench", id="relative gains"
        ),
        pytest.param(
            "Our gait gains 16% over state-of-the-art crab walking gaits.",
            "+16 % over state-of-the-art",
            id="the end of a long rival",
        ),
        pytest.param("Our crab has the highest accuracy of 95%.", "95 % accuracy", id="highest"),
        pytest.param(
            "We show that mud inflated accuracy by 6.9 points.", "+6.9 points accuracy", id="inflated"
        ),
        pytest.param(
            "We show that a crab's walking speed is elevated from 3% to 5%.",
            "3→5 % walking speed",
            id="elevated",
        ),
        pytest.param(
            "We find a shell temperature of 120 ± 15 K.", "120±15 K shell temperature", id="a value"
        ),
        pytest.param(
            "We find a shell age ($t = 12.8 \\pm 0.4$ Gyr).", "12.8±0.4 Gyr shell age", id="a symbol"
        ),
        pytest.param(
            "We cut the time of a walk on the whole beach from 2 days to 30 minutes.",
            "2 days→30 minutes time",
            id="two units",
        ),
        pytest.param(
            "Our shell shrinks memory from 1.3TB to 103GB.", "1.3 TB→103 GB memory", id="of storage"
        ),
        pytest.param(
            "Our gait is two orders of magnitude faster walking of crabs.",
            "~100× faster walking",
            id="fewer letters where there is no room",
        ),
        pytest.param("Our gait saves more than 10% energy on sand.", "−10 % energy", id="what is saved"),
    ],
)
def test_what_is_measured_is_found_beside_the_figure(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab walks at 8.7 ms latency, 100% shell retention, as we show.", "", id="of another"
        ),
        pytest.param("Our crab achieves speed, with 97% hiding in mud.", "", id="what some do"),
        pytest.param(
            "Our gait has 7% and 9% reductions in shell-level and sand falls.",
            "−7 % falls",
            id="a change is no thing",
        ),
        pytest.param("We outperform gulls in speed (6% less mud).", "−6 % mud", id="a bracket with its own"),
        pytest.param("Our crab has a step-error rate of 7%.", "7 % step-error rate", id="half a word"),
        pytest.param("Our tests show gains in shell-related metrics of 42%.", "+42 %", id="half a name"),
        pytest.param(
            "We improve the within-tier accuracy by 7%.", "+7 % within-tier accuracy", id="a hyphen"
        ),
    ],
)
def test_what_belongs_to_another_is_not_what_is_measured(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab walks 30x-above-chance and solves 43% of the mazes.",
            "43 % of mazes solved",
            id="the next",
        ),
        pytest.param(
            "We show that the best crab achieves only 22% accuracy.", "22 % accuracy", id="only so much"
        ),
        pytest.param("Our crab achieves greater than 88% accuracy.", ">88 % accuracy", id="more than"),
        pytest.param(
            "Our crabs reach accuracies exceeding 86% in mud.", ">86 % accuracies", id="exceeding a level"
        ),
        pytest.param("The snail baseline achieves 92% recall.", "", id="a baseline's"),
        pytest.param("Our gait beats all others while running 3x faster.", "3× faster", id="while"),
        pytest.param("We beat the baselines, yielding 5% fewer falls.", "−5 % falls", id="yielding"),
        pytest.param("We beat all baselines with 15x lower cost.", "15× lower cost", id="with"),
        pytest.param("Dropping a mere 0.1% of shells halves the falls.", "½ falls", id="mere"),
        pytest.param("Our crab halves the falls with a marginal 3% accuracy loss.", "½ falls", id="marginal"),
        pytest.param(
            "We see up to a 9% increase in speed, and an 11% increase in total distance.",
            "up to +9 % speed",
            id="a total is no mean",
        ),
        pytest.param("Our crab beats gulls (29.5% v.s. 15.3% on sand).", "", id="held to another"),
        pytest.param(
            "Our crab reaches 99.4% accuracy, improving over a 95.5% baseline.",
            "99.4 % accuracy",
            id="over that",
        ),
        pytest.param("Our crab outperforms snails (72.3 vs. 62.2 chrF++).", "", id="what a rival has"),
        pytest.param(
            "We reduce falls by 41.0%, 56.7%, and 69.4%, and the mean cost too.",
            "−41.0 % falls",
            id="first of a list",
        ),
        pytest.param(
            "Our tests show error reductions exceeding 70%.", "−70 % error", id="a change that exceeds"
        ),
        pytest.param("We find walks at a precision of 0.1 mas.", "", id="a precision with a unit"),
        pytest.param("We study a pool of 2,000 X-ray crabs that outperform gulls.", "", id="no multiple"),
    ],
)
def test_the_figure_that_tells_something_is_chosen(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait has a 7% absolute gain in speed.", "+7 points speed", id="absolute"),
        pytest.param("Our gait is best, improving 15-18% over gulls.", "+15–18 % over gulls", id="improving"),
        pytest.param("We surpass gulls in speed by a large margin of 4.3%.", "+4.3 % speed", id="a margin"),
        pytest.param(
            "Our crab achieves 0.95 overall accuracy.", "accuracy 0.95", id="a metric behind its value"
        ),
        pytest.param("We report maps with 0.8 cm localization accuracy.", "", id="a length"),
        pytest.param(
            "Our score correlates with speed ($r = -0.86$).", "correlation −0.86", id="a correlation"
        ),
        pytest.param("We beat gulls by 15.8 IoU points.", "+15.8 points IoU", id="points of a metric"),
        pytest.param(
            "Our crab achieves 12.2 mDice gains on sand.", "+12.2 points mDice", id="gains of a metric"
        ),
        pytest.param(
            "We see a reduction in time and improve task accuracy by about 15 points.",
            "+15 points task accuracy",
            id="another verb than that of the noun before",
        ),
        pytest.param(
            "We reduce shells and accelerate steps by up to 60x.",
            "up to 60× faster steps",
            id="the nearest verb",
        ),
        pytest.param("The highest mAP score reached 99% in our tests.", "99 % mAP", id="reached"),
        pytest.param("We beat gulls by 2 BLEU points.", "+2 BLEU", id="a unit of its own"),
        pytest.param("We obtain a threefold improvement in speed.", "3× speed", id="threefold"),
        pytest.param(
            "We find that our gait takes three times the energy of gulls.", "3× energy", id="three times"
        ),
        pytest.param("Our gait cuts the falls by a factor of two.", "2× lower falls", id="a factor in words"),
        pytest.param(
            "Our gait cuts the falls by more than 20 times.", "20× lower falls", id="by so many times"
        ),
        pytest.param("Our gait is an order-of-magnitude faster.", "order of magnitude faster", id="hyphens"),
        pytest.param(
            "Our gait reduces falls by an order of magnitude.", "order of magnitude lower falls", id="fewer"
        ),
        pytest.param("Our crabs outperform gulls by an order of magnitude.", "", id="of nothing"),
        pytest.param("We find shells that span nearly an order of magnitude.", "", id="a span"),
        pytest.param("We detect crabs at $7\\sigma$.", "7σ detection", id="a significance"),
        pytest.param("We find a 2.6σ tension with gulls.", "2.6σ tension", id="a tension"),
        pytest.param("We find crabs below the 5σ detection threshold.", "", id="a threshold"),
        pytest.param(
            "Our crab recovers $93$--$96\\%$ of the steps.", "93–96 % of steps recovered", id="a span in TeX"
        ),
    ],
)
def test_how_much_it_is(text: str, expected: str) -> None:
    assert figure(text) == expected
