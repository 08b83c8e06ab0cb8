"""Numbers that sentences deny, give to others or hedge are no figures of a paper."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We measure tAu = 3.0 ± 1.0 for the reef.", "", id="half a letter"),
        pytest.param("We find the slope $\\gamma = 1^{+.}_{-.}$ in the mud.", "", id="a point alone"),
        pytest.param("We obtain S_8 = 0.75 ± 0.03.", "S_8 = 0.75±0.03", id="a full stop"),
        pytest.param("We find that it is not H_0 = 71 ± 2 km/s/Mpc.", "", id="denied"),
        pytest.param("We rule out the value H_0 = 75 ± 2 km/s/Mpc in mud.", "", id="ruled out"),
        pytest.param("We find a tide that disfavours H_0 = 75 ± 2 km/s/Mpc.", "", id="disfavoured"),
        pytest.param("We find a tide in tension with H_0 = 75 ± 2 km/s/Mpc.", "", id="in tension"),
        pytest.param(
            "Planck found H_0 = 66.2 ± 0.4 km/s/Mpc, while we find H_0 = 71.3 ± 1.1 km/s/Mpc.",
            "H_0 = 71.3±1.1 km/s/Mpc",
            id="of others first",
        ),
    ],
)
def test_a_symbol_has_the_value_that_was_found(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab achieves improvements of up to 3.5 mAP and 5.5 mAP.", "", id="gains"),
        pytest.param("Our crab achieves a path to within $0.03$ cosine similarity in mud.", "", id="within"),
        pytest.param("Our crab achieves scores that scatter by 1.05 +/- 0.03 IoU.", "", id="a scatter"),
        pytest.param(
            "Snail Z achieves 40.1 mIoU while our crab achieves 51.2 mIoU.", "mIoU 51.2", id="others first"
        ),
        pytest.param("Gulls walk, scoring as low as 0.06 mIoU.", "", id="as low as"),
        pytest.param("Our crab improves CER by 2.25 in mud.", "2.25 better CER", id="less is better"),
        pytest.param("Our crab improves FPR by 2.25 in mud.", "2.25 better FPR", id="false positives"),
        pytest.param(
            "Our gait shows a rise in mud of 3D KPA from 0.25 to 0.33.", "0.25→0.33 KPA", id="a rise"
        ),
        pytest.param("Our crab achieves IoU between 0.25 and 0.33.", "IoU 0.25–0.33", id="a range"),
    ],
)
def test_a_score_is_the_papers_own_and_no_change(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our crab not only achieves more than 80% accuracy but also rests.",
            "80 % accuracy",
            id="not only",
        ),
        pytest.param(
            "Gulls cannot walk and our crab achieves over 80% accuracy.", "80 % accuracy", id="another clause"
        ),
        pytest.param(
            "Gulls cannot walk, our crab achieves over 80% accuracy.", ">80 % accuracy", id="behind a comma"
        ),
        pytest.param("We find that gulls fail on over 80% of walks.", "80 % of walks", id="fails on"),
        pytest.param("Our crab achieves only slightly over 80% accuracy.", "80 % accuracy", id="only"),
        pytest.param("Our crab loses almost 80% accuracy in mud.", "80 % accuracy", id="a loss"),
        pytest.param("Our crab rarely achieves over 80% accuracy.", "80 % accuracy", id="rarely"),
    ],
)
def test_a_bound_has_no_sign_where_it_says_little(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We find crabs giving evasive answers 27% of the time.", "", id="a noun, of the time"),
        pytest.param("We find crabs giving evasive answers 27% of the walks.", "27 % of walks", id="a noun"),
        pytest.param("We find that 55% of the walks are barely correct.", "55 % of walks", id="barely"),
        pytest.param("We find that 55% of the walks are twice as fast.", "55 % of walks", id="no adjective"),
        pytest.param(
            "Our shell prevents gulls from solving 80% of the mazes.", "80 % of mazes", id="prevents"
        ),
        pytest.param("Prior work, we find, solved 30% of the mazes.", "30 % of mazes", id="prior work"),
        pytest.param("We find that 55% of the walks are fully correct.", "55 % of walks correct", id="fully"),
        pytest.param("Our crab solves 80% of the mazes.", "80 % of mazes solved", id="a verb"),
    ],
)
def test_a_share_is_done_where_its_sentence_says_so(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We find accuracy gains ranging from -1.5% to 2.5%.", "", id="across zero"),
        pytest.param(
            "Our crab reaches safety scores ranging from 85.5% to 51.5%.",
            "51.5–85.5 % safety scores",
            id="falling",
        ),
        pytest.param("We find a drift of 1.05% (-8.25% to 10.35%).", "", id="an interval"),
        pytest.param("Our gait improves accuracy by a few points (from 3% to 7%).", "", id="a few points"),
        pytest.param("Our crab reduces falls by 9.5% (from 60.5% to 51.0%).", "60.5→51.0 %", id="both"),
        pytest.param("Our crab has a 0.5% accuracy drop (86.5% to 86.0%).", "−0.5 % accuracy", id="a fall"),
        pytest.param("Our crab does not outperform SNAIL by 5%.", "+5 %", id="not over"),
        pytest.param("We report a 5% improvement over 5 sand-bound shores.", "+5 %", id="counted"),
        pytest.param("We report a 5% improvement over SNAIL.", "+5 % over SNAIL", id="over a name"),
        pytest.param(
            "Our crab achieves a 30-fold speedup in generating gait plan data.", "30× speedup", id="an object"
        ),
        pytest.param(
            "Our gait improves over the strongest semantic compression baseline by 5.5%.",
            "+5.5 %",
            id="over whom",
        ),
        pytest.param("We test a crab with only 5% claw annotations.", "", id="a setting"),
        pytest.param("With only 5% of the data, our crab outperforms gulls.", "5 % of data", id="enough"),
        pytest.param(
            "Our crab is best, although it has a shell mass 3 times lower than gulls.", "", id="a concession"
        ),
        pytest.param("We find that random chance accuracy is 0.5.", "", id="chance"),
    ],
)
def test_spans_and_gains_say_no_more_than_their_sentence(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our nets eliminate 94-98% of false positives with high recall.",
            "94–98 % of false positives",
            id="false positives are no positives",
        ),
        pytest.param("Our gait enables drastic shell reduction (50% fewer).", "−50 % shell", id="drastic"),
        pytest.param(
            "We find a gradual increase of about 10% in the reddening.", "+10 % in reddening", id="gradual"
        ),
    ],
)
def test_no_word_is_lost_or_taken_that_says_what_is_meant(text: str, expected: str) -> None:
    assert figure(text) == expected
