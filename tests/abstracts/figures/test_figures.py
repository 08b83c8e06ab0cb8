"""The key figure: its number, its unit, its direction, and what it measures."""

from __future__ import annotations

import re

import pytest

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cut output length by over 70 percent.", "−70 % output length"),
        ("Our gait gains 5.0% on CrabBench.", "+5.0 % on CrabBench"),
        ("Our gait gains 5.0% over the snail baseline.", "+5.0 % over snail baseline"),
        ("Our gait gains 5.0% in speed on average.", "+5.0 % speed"),
        ("Our gait gains 3% and 5%, on CrabBench.", "+3 %"),
        ("Our gait gives a 28.7% CM@1 improvement.", "+28.7 % CM@1"),
        ("Our gait gives a 71.5% hard shell weight reduction.", "−71.5 % hard shell weight"),
        ("Our gait has an absolute gain of 7% in walking.", "+7 points in walking"),
        ("Our gait improves the mean absolute error by 7%.", "7 % better error"),
        ("Our gait needs 2-9x lower total shell weight.", "2–9× lower shell weight"),
        ("Our gait improves claws by 40% relative to the power of snails.", "+40 % claws"),
        ("Our gait wins 3% of the races, even when gulls take 30%.", "3 % of races won"),
        ("Our system ranked 2st in the crab task.", "rank 2nd"),
        ("We cut the falls by 12%, up to ∼2×r200.", "−12 % falls"),
        ("The snail baseline achieves a recall of 0.963.", ""),
        ("CrabNet-1.5B's walking score rises from 60 to 89 here.", "60→89 walking score"),
        ("We reduce the harmful rate from 33.25\\% to 1.74\\%.", "33.25→1.74 % harmful rate"),
        ("Our crab is 4-6x faster.", "4–6× faster"),
        ("We improve accuracy by 4.7 points.", "+4.7 points accuracy"),
        ("We improve accuracy by 12.5%.", "+12.5 % accuracy"),
        ("Our system ranked third in the crab task.", "rank 3rd"),
        ("Our method halves the cost of walking.", "½ cost"),
        ("Our method finds about half of the hidden nests.", "½ of hidden nests"),
        ("Our method cuts it by half at sea.", ""),
        ("Our lens improves the average PSNR from 21.45 dB (snail) to 23.70 dB.", "21.45→23.70 dB PSNR"),
        ("Our lens reaches a gain of +5.8 dB while PSNR drops from 17.2 dB to 6.4 dB.", "+5.8 dB"),
        ("Our method outperforms strong baselines.", ""),
        ("We find that crabs are 12% faster than snails.", "12 % faster"),
        ("Our crab uses 61% fewer steps.", "−61 % steps"),
        ("Our crab achieves an accuracy of 92.0% in walking.", "92.0 % accuracy"),
        ("Our crab achieves a 99.4% attack success rate.", "99.4 % attack success rate"),
        ("We obtain a 19.3% improvement in F1 score.", "+19.3 % F1 score"),
        ("We outperform snails by 4.6% AUROC.", "+4.6 % AUROC"),
        ("We obtain a best success rate, 62.5%, in the maze.", "62.5 % success rate"),
        ("Our shells reduce the falls by a factor of 10.", "10× lower falls"),
        ("Our shells give a 5x reduction in error rate.", "5× lower error rate"),
        ("Our shells give a 1.5x improvement in throughput.", "1.5× throughput"),
        ("Our crab reaches an average speedup of 6.8x.", "6.8× speedup"),
        ("Our crab solves 22.2% of the hard mazes.", "22.2 % of hard mazes solved"),
        ("Our analysis shows that crabs rise from 70.4 to 86.4 in rank.", "70.4→86.4 crabs"),
        ("Our crab gives a gain of 2.5 dB at sea.", "+2.5 dB"),
        ("We measure an age of $35 \\pm 5$ Myr.", "35±5 Myr age"),
        ("Our approach requires twice as much memory to walk.", "2× memory"),
        ("Walking is two orders of magnitude faster in our model.", "two orders of magnitude faster"),
    ],
)
def test_the_key_figure_says_what_it_measures(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We raise accuracy to over 70%.", ">70 % accuracy", id="a level is no rise"),
        pytest.param(
            "We improve crabs with an accuracy of 92%.", "92 % accuracy", id="a level behind a rise"
        ),
        pytest.param("We improve WER by 5%.", "5 % better WER", id="less of it is better"),
        pytest.param(
            "Using 10% of the data, we raise accuracy by 3%.", "+3 % accuracy", id="a share of data"
        ),
        pytest.param("At 95% confidence, crabs gain by 8% in speed.", "+8 % speed", id="confidence"),
        pytest.param("We cut falls by 40% with less than 1% accuracy loss.", "−40 % falls", id="harmless"),
        pytest.param(
            "Snails obtain 60% on sand, compared to 5% baselines.", "60 % on sand", id="the rival's number"
        ),
        pytest.param("Our crab gains 2.3 to 4.1 points in speed.", "+2.3–4.1 points speed", id="a range"),
        pytest.param("We achieve a TPR@10% FPR of 22.0% on sand.", "22.0 % on sand", id="a part of a name"),
        pytest.param(
            "We improve F1 by $+8.7$pp and precision by $+12.5$pp.", "+8.7 points F1", id="its own thing"
        ),
        pytest.param(
            "We outperform a baseline by 3.2% and 11.1% in accuracy.", "+3.2 % accuracy", id="the first"
        ),
        pytest.param(
            "Our x4 upsampling is 3x faster, with 4x super-resolution.", "3× faster", id="a setting"
        ),
        pytest.param(
            "We reach a success rate of 97% in shells that vary by +-33%.",
            "97 % success rate",
            id="how it varies",
        ),
        pytest.param("Crawling RMSE was 0.062, ours reaches 0.037.", "", id="the value of a rival"),
        pytest.param("We reduce falls from a mean of 0.87 to 0.41.", "0.87→0.41 falls", id="from a mean of"),
        pytest.param(
            "Our gait improves grip from Snail's 71.8 to 75.9.", "71.8→75.9 grip", id="from whose value"
        ),
        pytest.param("Our gate gains a fidelity of 0.8231.", "", id="no metric within a word"),
        pytest.param("Each crab maps to an average of 2.8 shells, we find.", "", id="a verb is no metric"),
        pytest.param("Our gait achieves AUCs of 0.823 on sand.", "AUC 0.823", id="a metric of several"),
        pytest.param("We obtain $128.8 \\pm 34.1$ pc cm$^{-3}$ in shells.", "", id="half a unit"),
        pytest.param("Sub-10% accuracy is found in our results.", "10 % accuracy", id="sub- is no minus"),
        pytest.param(
            "We train models from 2 to 8 layers and gain 3.1 points in recall.",
            "+3.1 points recall",
            id="a sweep",
        ),
        pytest.param("From 1998 to 2024 the recall of crabs improved by 12%.", "+12 % recall", id="years"),
        pytest.param("Our crabs collapse in speed by 90%, as we show.", "−90 % speed", id="a collapse"),
        pytest.param(
            "We report clouds of shells, each with 500,000 points; they improve.", "", id="in space"
        ),
        pytest.param("We improve crabs that span five orders of magnitude in size.", "", id="a span"),
        pytest.param(
            "Shells contribute 2.9$\\pm$0.5\\% of the mass, we find.", "2.9 % of mass", id="its error"
        ),
        pytest.param("We improve over Snail-X from 90.9% to 91.1%.", "90.9→91.1 %", id="a rival's name"),
        pytest.param("We train on an 80%/10%/10% split and gain in speed.", "", id="a split"),
        pytest.param("We raise crabs with 2x Shell-7B speech, and they improve.", "", id="a setting of data"),
        pytest.param("We use 25% of labeled data and do better.", "", id="nothing but a setting"),
        pytest.param(
            "We obtain a speedup of 1000x in inference time.", "1000× speedup", id="a speedup of time"
        ),
        pytest.param("We obtain a 13% improved success rate.", "+13 % success rate", id="improved"),
        pytest.param(
            "Our crab compresses the full precision to 1.58-bit shells, 4x smaller.",
            "4× smaller",
            id="a width",
        ),
        pytest.param(
            "We report a 93% reduction in shell-level and sand falls.", "−93 % falls", id="half a name"
        ),
    ],
)
def test_a_figure_does_not_mislead(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab reaches 94.2%.", "", id="a level of nothing"),
        pytest.param("Our crab gives a 3x result.", "", id="a multiple of nothing"),
        pytest.param("Our crab doubles.", "", id="a word for a multiple of nothing"),
        pytest.param("Our crab gains 94.2%.", "+94.2 %", id="a rise"),
        pytest.param(
            "Our crab reaches 94.2%. It gains 3% in speed.", "+3 % speed", id="another one is named"
        ),
        pytest.param(
            "Our crab gains 9.2%. It gains 3% in speed.", "+3 % speed", id="what is named goes first"
        ),
        pytest.param(
            "Our crab gains 9.2 BLEU. It gains 3% in speed.", "+3 % speed", id="of two that are named"
        ),
        pytest.param("Our crab reaches 94.2%. We obtain a recall of 0.92.", "recall 0.92", id="names itself"),
    ],
)
def test_a_level_or_a_multiple_that_measures_nothing_is_not_shown(text: str, expected: str) -> None:
    assert figure(text) == expected


def test_the_first_quotation_holds_the_figure() -> None:
    text = "We prove a rate of $O(1/n)$ with p < 0.01. We reduce the cost by 41%."
    results = read_text("Crabs that walk", text).flags.results
    first = results.evidence[0]
    assert results.figure == "−41 % cost"
    assert text[first.start : first.end] == "We reduce the cost by 41%."


@pytest.mark.parametrize(
    "text",
    [
        "We improve crabs by 3.25%, 1,200 shells and a factor of 12 over 5x snails.",
        "Our crab reduces the fall rate from 71.5 (sand) to 12 % and runs 4 to 6 times faster.",
        "We measure $5.1 \\pm 0.2$ km and gain 2--3 dB with rank 2nd place in 17 tasks.",
    ],
)
def test_every_number_of_a_figure_stands_in_the_text(text: str) -> None:
    numbers = re.findall(r"\d[\d.,]*", figure(text))
    assert numbers
    assert all(number in text for number in numbers)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Our gait has a lower error than gaits trained on 40x more sand.", ""),
        ("Our gait trains on 40x more sand than gaits of gulls.", "40×"),
    ],
)
def test_the_data_of_rivals_are_no_key_figure(text: str, figure: str) -> None:
    assert read_text("Crabs", f"We show our gait. {text}").flags.results.figure.startswith(figure)
    assert bool(read_text("Crabs", f"We show our gait. {text}").flags.results.figure) is bool(figure)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The time of a walk decreases from 1.30 to 0.17 minutes on sand.", "1.30→0.17 minutes"),
        ("The time of a walk decreases from 120 ms to 30 ms on sand.", "120→30 ms"),
        (
            "Fewer tides decreased accuracy from 78.4% to 77.2%, "
            "while more improved accuracy from 78.4% to 83.2%.",
            "78.4→83.2 %",
        ),
        ("The error decreases from 9.4% to 3.2% on sand.", "9.4→3.2 %"),
    ],
)
def test_a_change_keeps_its_unit_and_what_got_worse_gives_way(text: str, figure: str) -> None:
    assert read_text("Crabs", f"We propose a gait. {text}").flags.results.figure.startswith(figure)


def test_the_first_words_quoted_are_those_in_which_the_figure_stands() -> None:
    text = "Experiments show that we beat all gaits by 4%. We also find that wet sand cuts falls by 30%."
    results = read_text("Crabs that walk", text).flags.results
    assert results.figure == "−30 % falls"
    assert [text[span.start : span.end][:13] for span in results.evidence] == [
        "We also find ",
        "Experiments s",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our gait cuts the cost of walking to only 0.46x that of gulls.", "0.46× cost"),
        ("Our gait reduces walking cost to roughly 0.75x that of gulls.", "0.75× walking cost"),
        ("Our gait walks as far at only 0.004x the cost of gulls.", "0.004× cost"),
        ("Our gait is better and reduces walking cost to 0.5-0.75x that of gulls.", "0.5–0.75× walking cost"),
        ("Our gait reduces walking cost by 0.4x on sand.", ""),
        ("Our gait reduces walking cost by a factor of 0.4 on sand.", ""),
        ("Our gait is better and needs 0.3x less memory than gulls.", ""),
        ("Our gait gives a 0.4x reduction in walking cost on sand.", ""),
        ("Our gait gives a 0.9x speedup on sand.", ""),
        ("Our gait reduces walking cost by a factor of 4 on sand.", "4× lower walking cost"),
        ("Our gait reduces walking cost by 1.4x on sand.", "1.4× lower walking cost"),
    ],
)
def test_a_multiple_below_one_is_what_is_left_or_is_not_shown(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We find a shell gap of 41 ± 3 meV.", "41±3 meV"),
        ("We find a shell gap of 41 ± 3 MeV.", "41±3 MeV"),
        ("We find a hum of 41 ± 3 mHz.", "41±3 mHz"),
        ("We find a shell of 41 ± 3 Myr.", "41±3 Myr"),
    ],
)
def test_thousandths_are_no_millions(text: str, expected: str) -> None:
    assert figure(text).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our gait yields accuracy gains of 5.2 on sand.", "+5.2 accuracy"),
        ("Our gait yields an F1 improvement of 0.05.", "+0.05 F1"),
        ("Our gait has an accuracy of 0.95 on sand.", "accuracy 0.95"),
        ("Our gait shows an accuracy drop of 3.5 on sand.", ""),
        ("Our gait adds 0.06 to the AUC, with a gain of 0.37 in steps.", ""),
    ],
)
def test_how_much_a_metric_changed_is_not_what_it_came_to(text: str, expected: str) -> None:
    assert figure(text) == expected
