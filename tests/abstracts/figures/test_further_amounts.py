"""Amounts that no surer rule reads."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.further_amounts import further_amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Even the strongest model, a large crab, reaches only 26.5% of what gulls do.",
            "26.5 % strongest model",
            id="the best",
        ),
        pytest.param("On a wet split of it, the strongest model reaches only 26.5%.", "", id="on a part"),
        pytest.param(
            "Our reef reveals a peak performance of 53% among crabs.",
            "53 % peak performance",
            id="performance",
        ),
        pytest.param(
            "Our crab outperforms the strongest gull by up to 6.1 mIoU on wet sand.",
            "up to +6.1 mIoU",
            id="a gain without points",
        ),
        pytest.param("Our crab achieves gains of 3.5 mAP and 5.5 mAP.", "", id="two gains"),
        pytest.param(
            "Our crab improves the best gull by 2.4 FID.", "2.4 better FID", id="a gain that is less of it"
        ),
        pytest.param("Our crab achieves an alignment of 1.24 on wet sand.", "", id="a lower-case noun alone"),
        pytest.param(
            "Our crab achieves a tidal shell alignment of 0.775 on wet sand.",
            "tidal shell alignment 0.775",
            id="the value of what a phrase names",
        ),
        pytest.param("Our crab obtains an average score of 0.7 on sand.", "", id="a score of what"),
        pytest.param(
            "Our trap yields a shell coverage probability of 93.2% on sand.",
            "93.2 % coverage probability",
            id="a part",
        ),
        pytest.param(
            "By comparing tides, we identify 176 red sources in the reef.", "176 red sources", id="counted"
        ),
        pytest.param("Gulls did not detect 12 sources in the reef.", "", id="denied"),
        pytest.param(
            "Our crab renders a whole tidal scene in under 20 seconds on one claw.",
            "tidal scene in <20 seconds",
            id="how long it took",
        ),
        pytest.param("Our crab renders scenes of 20 seconds on one claw.", "", id="how long it is"),
    ],
)
def test_an_amount_is_told_with_what_it_is_of(text: str, expected: str) -> None:
    assert further_amount(text.lower(), text) == expected
