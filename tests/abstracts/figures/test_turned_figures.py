"""Figures that lost a bound, a unit or a part of their name, and those that are others'."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our shells agree with those of gulls, with tensions less than $2\\sigma$.",
            "<2σ tension",
            id="below",
        ),
        pytest.param(
            "We report the tide at more than 5$\\sigma$ significance.", ">5σ significance", id="above"
        ),
        pytest.param(
            "Our crab yields a 31 to 44$\\sigma$ detection of the tide.", "31–44σ detection", id="a span"
        ),
        pytest.param(
            "Our crab reduces claw noise by at least an order of magnitude.",
            "≥10× lower claw noise",
            id="a power",
        ),
        pytest.param(
            "Our crab enables two- to threefold improvements in grip.", "2–3× grip", id="a span in words"
        ),
        pytest.param(
            "Grip scores range from roughly 30.5% to 81% across crabs.", "30.5–81 % grip scores", id="ranges"
        ),
    ],
)
def test_a_bound_or_a_span_is_told_as_one(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab achieves over 40% error correction in reefs.", ">40 % error correction", id="noun"
        ),
        pytest.param(
            "Our crab shows up to a 12% accuracy gap between sand and rock.",
            "up to 12 % accuracy gap",
            id="gap",
        ),
        pytest.param(
            "Our crab surpasses gulls by 5%-31% in RMSE reduction on sand.", "−5–31 % RMSE", id="a reduction"
        ),
        pytest.param(
            "Our crab achieves state-of-the-art results (+61.5% in FID on reefs).",
            "61.5 % better FID",
            id="plus",
        ),
        pytest.param(
            "Our crab improves cut success rate by a factor of three.", "3× success rate", id="a cut"
        ),
        pytest.param("Our crab improves grip accuracy by over 13 %pt.", "+13 points grip accuracy", id="%pt"),
        pytest.param(
            "Our crab improves grip accuracy by 2.4\\% percentage points.",
            "+2.4 points grip accuracy",
            id="% points",
        ),
        pytest.param(
            "Our crab improves grip accuracy by up to $+12$ points on sand.",
            "up to +12 points grip accuracy",
            id="points of TeX",
        ),
        pytest.param(
            "We release shells with an estimated photometric accuracy of 0.05 mag.",
            "0.05 mag accuracy",
            id="mag",
        ),
        pytest.param(
            "Our crab achieves a 30% reduced false claw rate on sand.", "−30 % false claw rate", id="reduced"
        ),
        pytest.param(
            "Our crab achieves an average grip score relative improvement of 5.1%.",
            "+5.1 % grip score",
            id="relative",
        ),
        pytest.param(
            "Our crab achieves 11.4% and 15.2% performance gains over gulls.",
            "+11.4 % performance",
            id="two gains",
        ),
        pytest.param(
            "The performance of all tested crabs drops on average by 4-21\\%.",
            "−4–21 % performance",
            id="its subject",
        ),
        pytest.param(
            "Losing claws degrades performance on reefs (by up to 27%).",
            "up to −27 % performance",
            id="brackets",
        ),
        pytest.param(
            "Our crab yields consistent performance gains on reefs, achieving improvements of up to 5.7%.",
            "up to +5.7 % performance",
            id="told before",
        ),
        pytest.param(
            "Our crab reduces the average delay between shown and counted claw steps by 11.2%.",
            "−11.2 % delay",
            id="a noun with what it lies between",
        ),
        pytest.param(
            "Our method improves crabs' safety by up to 23.4%.", "up to +23.4 % safety", id="of many"
        ),
        pytest.param("Feeding increased shell recognition (+8%).", "+8 % shell recognition", id="raised"),
        pytest.param(
            "Our crab achieves a GS (grip similarity) score of 0.71.",
            "GS score 0.71",
            id="an abbreviation before",
        ),
        pytest.param(
            "Our crab obtains a Reef Usability Scale (RUS) score of 69.6.", "RUS score 69.6", id="in brackets"
        ),
        pytest.param(
            "Our crab achieves the best Walking Score of 71.05.", "Walking score 71.05", id="a name"
        ),
        pytest.param(
            "Our crab achieves a score of 35.5 on the REEF benchmark.", "score 35.5 on REEF", id="on what"
        ),
    ],
)
def test_a_figure_keeps_what_it_is_of(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab outperforms state-of-the-art gulls, with gains of 7.2% compared to a plain snail.",
            "+7.2 %",
            id="held to another",
        ),
        pytest.param(
            "Our crab improves the SOTA tidal gull by 0.7, 1.1, and 0.8 absolute points on sand.",
            "+0.8 points over state-of-the-art",
            id="the best",
        ),
        pytest.param(
            "Our crab outperforms the best existing fully grown gull by 8.5 points.",
            "+8.5 points",
            id="no method",
        ),
        pytest.param(
            "Our crab outperforms the best existing fully grown model by 8.5 points.",
            "+8.5 points over best model",
            id="the best of them",
        ),
        pytest.param(
            "Our crab outperforms the best existing fully open model by 8.5 points.",
            "+8.5 points",
            id="the best of some",
        ),
        pytest.param(
            "Our crab shows a 10.35 points improvement over the existing methods on sand.",
            "+10.35 points over prior methods",
            id="no room for a longer word",
        ),
        pytest.param(
            "Our crab achieves an improvement of 46.5% over its base model Gull2.5-72B on reefs.",
            "+46.5 % over base model",
            id="a name behind it",
        ),
        pytest.param(
            "We compare walkers. Neural gulls achieve 98% walking accuracy on dry sand. "
            "In contrast, our crab keeps 83% accuracy on wet sand.",
            "83 % accuracy",
            id="the next tells what is ours",
        ),
        pytest.param(
            "Inspired by the measurement of the tidal index, $n_s = 0.913 \\pm 0.004$, we find a new crab.",
            "",
            id="inspired by",
        ),
    ],
)
def test_a_gain_is_not_over_others_than_it_is(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our trap achieves a mean absolute error of 0.25 m, with 95.5% of estimates within 0.5 m.",
            "0.25 m error",
            id="a share behind a value",
        ),
        pytest.param(
            "We find shells as wide as $44.0 \\pm 1.6$ Mpc. We find a reef age of $8 \\pm 2$ Myr.",
            "8±2 Myr reef age",
            id="a value that says what it is of",
        ),
        pytest.param(
            "We find that 41\\% of shells are produced after the tide.",
            "41 % of shells",
            id="a part of a sentence",
        ),
        pytest.param(
            "Our crab improves grip over gulls on 13/15 tasks.", "better in 13 of 15 tasks", id="a slash"
        ),
        pytest.param("Our crab is better than or on par with gulls in 13 of 15 tasks.", "", id="a draw"),
        pytest.param(
            "Our crab sets new state-of-the-art results on 24 of 32 benchmark datasets.",
            "best in 24 of 32 datasets",
            id="no room for an adjective",
        ),
        pytest.param(
            "Our trap holds 95.5% of estimates within 0.5 m. Our trap is at a distance of 25 m.",
            "95.5 % of estimates",
            id="a share beside no value",
        ),
        pytest.param("We find that the NV mass step is $0.15 \\pm 0.02$ mag.", "0.15±0.02 mag", id="a word"),
        pytest.param(
            "We find a central tidal strength of $9.5 \\pm 1.0 \\ \\mu$G in reefs.", "", id="an unknown unit"
        ),
        pytest.param(
            "We find a delay of t_0 = 11.1 +/- 0.2 d between tides.", "11.1±0.2 d delay", id="a symbol"
        ),
        pytest.param(
            "With a shell mass of $8 \\pm 2$ kg, it is a large crab.", "8±2 kg shell mass", id="no verb"
        ),
        pytest.param(
            "We infer tidal radiation fields of $J \\sim 10^{2.5}$ at twice the depth.",
            "",
            id="a power with a part",
        ),
        pytest.param(
            "Grip was better in 80% of ReefQA questions.", "80 % of ReefQA questions better", id="capitals"
        ),
    ],
)
def test_what_says_more_goes_first(text: str, expected: str) -> None:
    assert figure(text) == expected
