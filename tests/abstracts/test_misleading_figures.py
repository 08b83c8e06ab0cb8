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
        pytest.param("We rule out H_0 = 75 ± 2 km/s/Mpc, as found in mud.", "", id="ruled out"),
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
        pytest.param("Our crab has improvements of up to 3.1 mIoU and 4.2 mIoU.", "", id="gains"),
        pytest.param("Our crab achieves a step within only 0.03 IoU of gulls.", "", id="within"),
        pytest.param("Our crab achieves scores that scatter by 1.05 +/- 0.03 IoU.", "", id="a scatter"),
        pytest.param(
            "Snail Z achieves 40.1 mIoU while our crab achieves 51.2 mIoU.", "mIoU 51.2", id="others first"
        ),
        pytest.param("Gulls walk, scoring as low as 0.06 mIoU.", "", id="as low as"),
        pytest.param("Our crab improves CER by 2.25 in mud.", "2.25 better CER", id="less is better"),
        pytest.param("Our crab improves FPR by 2.25 in mud.", "2.25 better FPR", id="false positives"),
        pytest.param("Our crab improves IoU from 0.25 to 0.33.", "0.25→0.33 IoU", id="a rise"),
        pytest.param("Our crab achieves IoU between 0.25 and 0.33.", "IoU 0.25–0.33", id="a range"),
    ],
)
def test_a_score_is_the_papers_own_and_no_change(text: str, expected: str) -> None:
    assert figure(text) == expected
