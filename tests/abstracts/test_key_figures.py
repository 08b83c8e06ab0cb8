"""The figure that is shown where no change, percentage or multiple says what it measures."""

from __future__ import annotations

import pytest

from radar.abstracts.measured import LONGEST_FIGURE
from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our gait outperforms the strongest baseline by 3.1%.",
            "+3.1 % over strongest baseline",
            id="whom",
        ),
        pytest.param(
            "Our gait surpasses prior state-of-the-art methods by up to 4%.",
            "up to +4 % over state-of-the-art",
            id="the state of the art in few words",
        ),
        pytest.param("Our gait outperforms SoTA walkers by 4%.", "+4 % over SOTA", id="and its abbreviation"),
        pytest.param(
            "Our gait has a 5% relative improvement compared to a snail baseline.",
            "+5 % over snail baseline",
            id="compared to whom",
        ),
        pytest.param("Our gait outperforms a sleeping snail in sand by 4%.", "+4 %", id="no method"),
        pytest.param(
            "Our gait improves its performance on sand by 6%.", "+6 % performance", id="performance"
        ),
        pytest.param("Our gait achieves a 6% performance gain.", "+6 % performance", id="its gain"),
        pytest.param("Our gait gives a power draw reduction exceeding 64%.", "−64 % power draw", id="a fall"),
        pytest.param(
            "Our gait has ShellIoU improvements of about 7%.", "+7 % ShellIoU", id="a metric's rise"
        ),
        pytest.param("Our gait gives notable consistent gains of 7%.", "+7 %", id="adjectives name nothing"),
        pytest.param("Our tests show improvements of 7%.", "+7 %", id="nor do verbs"),
    ],
)
def test_a_bare_figure_says_over_whom_or_in_what(text: str, expected: str) -> None:
    assert figure(text) == expected
    assert len(expected) <= LONGEST_FIGURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab reaches an R squared of 0.981 on sand.", "R² 0.981", id="a metric by its name"
        ),
        pytest.param("Our crab achieves an mAP_50 of 0.898.", "mAP_50 0.898", id="with an index"),
        pytest.param("Our crab reaches a mAP@0.5:0.95 of 0.61.", "mAP@0.5:0.95 0.61", id="and its range"),
        pytest.param("Our crabs achieve a mean Dice of 0.91 on shells.", "mean Dice 0.91", id="a mean"),
        pytest.param(
            "Our crabs achieve a Hausdorff distance of 4.7 mm.",
            "4.7 mm Hausdorff distance",
            id="with its unit",
        ),
        pytest.param("Our crab reaches a sensitivity of 2.6 units on sand.", "", id="no share"),
        pytest.param("We exceed the best accuracy at roughly 33% of its cost.", "", id="of another thing"),
        pytest.param(
            "We find a significant 9 kpc offset between claws and legs.", "9 kpc offset", id="its unit first"
        ),
        pytest.param(
            "Our crab achieves a mean walking error of 4.13 mm on sand.",
            "4.13 mm walking error",
            id="a value",
        ),
        pytest.param("Our crab achieves a latency below 10 ms.", "<10 ms latency", id="a bound"),
        pytest.param(
            "We derive a shell mass of $3.2_{-0.4}^{+0.5}$ $M_\\odot$.",
            "3.2 Msun shell mass",
            id="two errors",
        ),
        pytest.param("We find crabs at a depth, assuming a distance of 2.4 kpc.", "", id="what is assumed"),
        pytest.param("We aim to find crabs whose period is 9 days.", "", id="a plan"),
        pytest.param(
            "Where the walking error of snails was 6.2 mm, we see far better.", "", id="the value of a rival"
        ),
        pytest.param(
            "Our crab detected 13 of 14 new nests.", "13 of 14 nests detected", id="so many of so many"
        ),
        pytest.param(
            "Our crab outperforms snails on 18 of 27 tasks.", "better in 18 of 27 tasks", id="where it wins"
        ),
        pytest.param(
            "Our crab has the highest score in 35 out of 36 mazes and cases.", "", id="not what follows and"
        ),
        pytest.param(
            "Our crab needs only one-third of the time.", "1/3 of time", id="a part of what it takes"
        ),
        pytest.param("Two-thirds of the nests are empty, we find.", "", id="a part of what is looked at"),
        pytest.param("Our crab performs real-time walks at 45 frames per second.", "45 FPS", id="a rate"),
        pytest.param("Our crab reaches good walks from cameras at 45 FPS.", "", id="a rate of the data"),
        pytest.param(
            "We show sensitivity improvements of factors of 1.7 to 2.3 at sea.",
            "1.7–2.3× sensitivity",
            id="factors",
        ),
    ],
)
def test_a_value_is_shown_with_its_name(text: str, expected: str) -> None:
    assert figure(text) == expected
