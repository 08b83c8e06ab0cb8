"""Words beside a number by which it is, or is not, the figure of its sentence."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our gait improves accuracy over ages from 2 to 8 by 3.1 points.",
            "+3.1 points accuracy",
            id="a span",
        ),
        pytest.param(
            "Our gait improves from 2 to 8 languages by 3.1 points.", "+3.1 points gait", id="counted"
        ),
        pytest.param("Our gait does 4x super-resolution, halving the falls.", "½ falls", id="a task's name"),
        pytest.param("Our gait halves the falls on 300 point clouds.", "½ falls", id="points in space"),
        pytest.param("Our crab halves the falls, trained on 60%.", "½ falls", id="a setting"),
        pytest.param("Our crab halves the falls with 300 points.", "½ falls", id="what it had"),
        pytest.param("Our crab halves the falls, 95% confidence.", "½ falls", id="how sure it is"),
        pytest.param(
            "Our crab halves the falls with a negligible 3% accuracy loss.", "½ falls", id="a harmless loss"
        ),
        pytest.param("Compared with 60% our crab reaches 92.5% on sand.", "92.5 % on sand", id="a rival's"),
        pytest.param(
            "We reach 60 and 70% in mud, and 80% on sand.", "80 % on sand", id="the second of a list"
        ),
        pytest.param("We cut the falls by 12, 14, and 17% in mud.", "−17 % falls", id="less, behind a list"),
        pytest.param("We see 12% and 14% fewer falls in mud.", "−12 % falls", id="less, before a list"),
        pytest.param(
            "We fill 71% of all the nests on the whole beach and reach 92% accuracy.",
            "92 % accuracy",
            id="a level rather than a share",
        ),
        pytest.param(
            "We cut falls by 12% on all of the muddy beaches here and by an average of 14% on sand.",
            "−14 % on sand",
            id="the mean rather than a part",
        ),
        pytest.param("We obtain an accuracy of 0.92 in walking.", "accuracy 0.92", id="a metric"),
        pytest.param("Our gait doubles the speed of crabs.", "2× speed", id="a word for two times"),
    ],
)
def test_the_figure_of_a_sentence(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We obtain a 12% foraging improvement.", "+12 % foraging", id="before its change"),
        pytest.param("We obtain a reduction in falls of 12%.", "−12 % falls", id="behind its change"),
        pytest.param("Our crabs surpass accuracy of 92%.", "92 % accuracy", id="behind a verb"),
        pytest.param("Our gait reduces falls per step by 12%.", "−12 % falls", id="without its modifier"),
        pytest.param("We outperform snails by 4.6% WALK.", "+4.6 % WALK", id="an abbreviation"),
    ],
)
def test_what_a_figure_measures(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait achieves 94.65+/-0.20% accuracy.", "94.65 % accuracy", id="in a row"),
        pytest.param("Our gait achieves 94.65 +/- 0.20% accuracy.", "94.65 % accuracy", id="with blanks"),
        pytest.param("Our gait achieves 94.65+-0.20% accuracy.", "94.65 % accuracy", id="without a stroke"),
        pytest.param("We obtain an age of 1.26+-0.3 Gyr.", "1.26±0.3 Gyr age", id="a value"),
        pytest.param("We obtain a speed of 208 +/- 12 km/s.", "208±12 km/s speed", id="a value with blanks"),
        pytest.param("We obtain a slope of -2+/-0.3 dex.", "−2±0.3 dex slope", id="a value below nothing"),
        pytest.param("Our crab halves the falls, which vary by +/- 3.4%.", "½ falls", id="how it varies"),
        pytest.param("Our crab halves the falls (± 3.4%).", "½ falls", id="how it varies, in brackets"),
    ],
)
def test_how_sure_a_number_is_stands_behind_a_plus_and_a_minus_too(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We reduce falls by up to $\\sim$19.1\\%.", "up to −19.1 % falls", id="about, in TeX"),
        pytest.param("We improve recall by $\\approx 33\\%$ in mud.", "+33 % recall", id="nearly, in TeX"),
        pytest.param("Mud lowers the grip by a range of 5% (sand) to 9%.", "−5 % grip", id="a range"),
        pytest.param(
            "We reduce the falls of crabs by upto 24%.", "up to −24 % falls", id="up to, in one word"
        ),
        pytest.param("We see gains in recall upto 24%.", "up to +24 % recall", id="which names nothing"),
        pytest.param("We obtain a 7% gain in R1@0.7 on sand.", "+7 % R1@0.7", id="at a threshold"),
        pytest.param(
            "We improve average precision by 2.8% on sand.",
            "+2.8 % average precision",
            id="average precision",
        ),
        pytest.param(
            "Our crab has 71% mean average precision.", "71 % average precision", id="its mean over classes"
        ),
        pytest.param("We reach a mean average precision of 0.838.", "mAP 0.838", id="its mean as a number"),
        pytest.param(
            "We obtain average precision scores of 0.52.", "average precision 0.52", id="a score of it"
        ),
        pytest.param("Agreement rises from 0.17 (EM) and 0.36 (F1-score) to 0.85.", "", id="another's name"),
        pytest.param("We map beaches well, with an all-sky map at 4.76 GHz.", "", id="a map, and no mAP"),
        pytest.param("Our crab walks with an accuracy of 8.1 degrees.", "", id="an accuracy with a unit"),
        pytest.param(
            "We find that <1% of the heat comes from mud.", "<1 % of heat", id="a verb behind a share"
        ),
        pytest.param(
            "We achieve 1.63x and 1.22x crab speedups on sand.",
            "1.63× crab speedups",
            id="a list of multiples",
        ),
        pytest.param(
            "We achieve a $2\\times$ to $5\\times$ speedup on sand.", "2–5× speedup", id="a span of multiples"
        ),
        pytest.param("We reach an error rate of 2.8% on sand.", "2.8 % error rate", id="a rate of errors"),
        pytest.param(
            "We see gains in tidal word error rate of up to 11%.",
            "up to 11 % better word error rate",
            id="the end of a long name",
        ),
        pytest.param(
            "We achieve 15% energy efficiency improvement.",
            "15 % better energy efficiency",
            id="an efficiency",
        ),
        pytest.param("Our evaluation shows 7% power overhead.", "7 % power overhead", id="an overhead"),
        pytest.param("Our crabs achieve AUCs of 0.77-0.88.", "AUC 0.77–0.88", id="a range"),
        pytest.param("Crabs obtain F1 scores of 0.17 to 0.99.", "F1 0.17–0.99", id="a range in words"),
        pytest.param("We improve it (F1-score: 0.52 to 0.85).", "F1 0.52→0.85", id="a change"),
        pytest.param("Our crab reaches AUC 0.52 -> 0.91 in mud.", "AUC 0.52→0.91", id="an arrow"),
    ],
)
def test_what_a_figure_says_is_read_whole(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab outperforms models that are 200x larger.", id="larger models"),
        pytest.param("Our crab beats 56x larger LLMs.", id="larger ones, in front"),
        pytest.param("Our crab matches nets with 20 times more parameters.", id="more parameters"),
        pytest.param("Our crab reaches those trained on 70x more data.", id="more data"),
        pytest.param("We train on shells, 70 times larger than existing datasets.", id="larger data"),
    ],
)
def test_how_large_others_are_is_no_figure(text: str) -> None:
    assert figure(text) == ""


def test_places_of_two_others_are_no_rank() -> None:
    assert figure("We achieve a gait and compare it with the second and third place models.") == ""


def test_how_much_larger_something_measured_is_is_a_figure() -> None:
    assert figure("In mud we find 5x larger scatter of the steps.") == "5× larger scatter"
