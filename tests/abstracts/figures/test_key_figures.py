"""The figure that is shown where no change, percentage or multiple says what it measures."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.measured import LONGEST_FIGURE
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
        pytest.param("We find 10-100 Myr scatter in claws.", "", id="a span before its noun"),
        pytest.param(
            "We find that crabs exhibit separations of 14.5-129 kpc.",
            "14.5–129 kpc separations",
            id="no verb",
        ),
        pytest.param("We find a bias and scatter of 0.2 dex and 0.3 dex.", "", id="two names and values"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab is $3$--$6\\times$ faster.", "3–6× faster", id="a range between signs"),
        pytest.param(
            "Our crab wins, whereas snail walking incurs $20$--$80\\times$ larger errors.",
            "",
            id="a rival's range",
        ),
        pytest.param("Our crab has a 7x speedup in walking time.", "7× lower walking time", id="less time"),
        pytest.param("Our crab accelerates the process by 20x.", "20× faster process", id="what is sped up"),
        pytest.param(
            "Our crab accelerates training and reduces memory by 3x.", "3× lower memory", id="what is not"
        ),
        pytest.param("Our crab has a 5.9\\%p higher accuracy.", "+5.9 points accuracy", id="points"),
        pytest.param(
            "Our crab beats all baselines, achieving an AUC of 0.836.", "AUC 0.836", id="behind baselines"
        ),
        pytest.param(
            "Our crab reduces the mean absolute error of claw and shell width predictions for sand and mud, "
            "measured wet, by up to 9.8%.",
            "up to −9.8 % error",
            id="a verb far off",
        ),
        pytest.param(
            "Snails improve, but on sand the error that we find for all shells of the beach differs by 9.8%.",
            "",
            id="a verb of another clause",
        ),
        pytest.param("The scores cluster, as we find, within a 9.9-point band.", "", id="points of nothing"),
        pytest.param(
            "A prior crab had, compared to the 4.7-point drop, little to show, we find.",
            "",
            id="a rival's drop",
        ),
        pytest.param("Our crab cuts the fall rate by \\textbf{28\\%}.", "−28 % fall rate", id="in bold"),
        pytest.param(
            "Our guard reduces the attack success rate from 73% to 4%, and success on sand drops to 44%.",
            "73→4 % attack success rate",
            id="an attack's success is the better the less",
        ),
        pytest.param(
            "Our crab speeds up walks by a factor of $10-1000\\times$.",
            "10–1000× faster walks",
            id="a factor's range",
        ),
        pytest.param(
            "In the diminishing regime of snails, and of all crabs that walk on wet sand, "
            "we find that the share is bounded by 50%.",
            "",
            id="a bound is no fall",
        ),
        pytest.param("Errors surge by over 60% under our attack.", "+60 % errors", id="a surge"),
        pytest.param(
            "Our crab achieves 91% success rate and an improvement of 10%.",
            "91 % success rate",
            id="named first",
        ),
        pytest.param(
            "At a pruning rate of 20%, our crab gains 5%.", "+5 %", id="what is set does not go first"
        ),
    ],
)
def test_a_figure_is_told_as_it_is_meant(text: str, expected: str) -> None:
    assert figure(text) == expected


def test_where_others_suffer_the_own_value_goes_first() -> None:
    others = "Models of snails suffer on sand, with the RMSE increasing from 0.03 to 0.26."
    assert figure(f"{others} Our crab reduces the RMSE to 0.05.") == "RMSE 0.05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab achieves a mean Dice score of 0.91.", "Dice score 0.91", id="which score"),
        pytest.param(
            "Our crab achieves Dice scores up to 0.91.", "Dice score up to 0.91", id="with its bound"
        ),
        pytest.param("Our crab achieves an overall score of 0.91.", "score 0.91", id="adjectives tell none"),
        pytest.param(
            "The density of nests is 4x higher than at sea.", "4× higher density", id="what is more"
        ),
        pytest.param(
            "Our crab wins with 613k grown shells, 200x fewer than snails.",
            "200× fewer grown shells",
            id="counted",
        ),
        pytest.param("Our crab is 4x faster than a snail.", "4× faster", id="faster needs no noun"),
        pytest.param("Our model is 4x smaller.", "4× smaller", id="nothing but smaller"),
        pytest.param("It is found that this is 4x larger than at sea.", "4× larger", id="a pronoun"),
        pytest.param(
            "Our crab, with 84.3% top-1 accuracy, is 8.4x smaller than others.",
            "84.3 % top-1 accuracy",
            id="a subject",
        ),
        pytest.param("Our crab takes top-1 places, 4x fewer than others.", "4× fewer", id="a rank"),
        pytest.param("Our crab achieves 10% shorter paths.", "10 % shorter paths", id="shorter, not fewer"),
        pytest.param("Our crab takes 10% fewer paths.", "−10 % paths", id="fewer"),
        pytest.param(
            "Our claws raise grip success from 22.4% with the old shell to 45.5%.",
            "22.4→45.5 % grip success",
            id="between whom",
        ),
    ],
)
def test_a_score_and_a_comparison_say_of_what(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tests show that our crab solves 7 of 9 mazes.", "7 of 9 mazes solved", id="done"),
        pytest.param("Tests show that our crab fails to solve 7 of 9 mazes.", "", id="failed"),
        pytest.param("Our crab wins, but did not recover 7 of 9 shells.", "", id="not done"),
        pytest.param("Our crab wins, and doesn't recover 7 of 9 shells.", "", id="not done, in short"),
        pytest.param("Our crab wins where existing crabs solve 7 of 9 mazes.", "", id="done by others"),
        pytest.param(
            "Our crab outperforms the baselines in 7 of 9 tasks.", "better in 7 of 9 tasks", id="better"
        ),
        pytest.param("Our crab does not outperform the baselines in 7 of 9 tasks.", "", id="no better"),
        pytest.param("Our crab wins with three quarters of the data.", "3/4 of data", id="a part"),
        pytest.param("Our crab wins where others need three quarters of the data.", "", id="part of others"),
        pytest.param(
            "Our crab achieves a memory reduction of a factor of 1,000 to 2,000.",
            "1,000–2,000× lower memory",
            id="commas of a range",
        ),
    ],
)
def test_only_what_was_done_by_oneself_is_counted(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize("verb", ["detects", "detectsed", "exceeds", "won", "passed"])
def test_every_verb_of_a_count_has_its_participle(verb: str) -> None:
    told = figure(f"Tests show that our crab wins and {verb} 7 of 9 mazes.")
    assert told.removeprefix("7 of 9 mazes ") in ("", "detected", "exceeded", "won", "passed")
