"""Amounts that are others', only possible, put in, or no more than a bound."""

from __future__ import annotations

import pytest

from radar.abstracts.figures.told_values import told_value
from radar.abstracts.reading import read_text


def _figure(text: str) -> str:
    return read_text("Lobsters that climb", text).flags.results.figure


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our lobster improves speed, with a decrease of 0.9 mAP.", id="a loss"),
        pytest.param("Our lobster improves speed at the expense of 1.7 mAP.", id="what it costs"),
        pytest.param("Our lobster improves over a baseline of 44.1 mAP.", id="a baseline"),
        pytest.param("Our lobster surpasses the previous record of 60.2 mIoU.", id="a record"),
        pytest.param("The trap increases slips and lowers climbers by 11.5 mAP.", id="another verb"),
        pytest.param("The squid outperforms our lobster by 3.3 mAP.", id="over the own"),
        pytest.param(
            "Our lobster outperforms squids, and earlier work reported gains of 3.4 mAP.", id="earlier work"
        ),
        pytest.param("Our lobster catches up, as dry rocks boost rivals by 2.4 mIoU.", id="rivals gain"),
        pytest.param("SquidNet surpasses EelNet by 4.2 mAP, whereas our lobster lags.", id="the own lags"),
        pytest.param("Our lobster could improve by 4.6 mAP if fed longer.", id="possible"),
        pytest.param("Our lobster improves by 4.6 mAP if fed longer.", id="on a condition"),
        pytest.param("Our overall performance is 6% below the record.", id="below another"),
        pytest.param("The average performance was 21% of the highest cliff.", id="of another"),
        pytest.param("Frontier models score as low as 47%.", id="the lowest"),
        pytest.param(
            "We train lobsters with a climbing constant of 0.02 on rocks and find a good grip.", id="trained"
        ),
        pytest.param("Our lobster yields good grips with a Grip Alpha of 0.04 in tests.", id="alpha"),
        pytest.param("Our lobster achieves a rocky error bound of 0.65 on cliffs.", id="a bound's name"),
        pytest.param("Random guessing yields a rocky grip alignment of 0.36 on cliffs.", id="chance"),
        pytest.param(
            "Rivals report a rocky grip alignment of 0.36 on cliffs, while ours climbs.", id="rivals"
        ),
        pytest.param("Using simulations, we find 12 clusters within 6 Mpc at 11 GHz.", id="simulated"),
        pytest.param("We find 4 known quasars within 6 kpc of the core at 11 GHz.", id="known"),
        pytest.param("We detected 3 stars and 2,600 galaxies within 6 Mpc at 11 GHz.", id="the fewer"),
        pytest.param("With a mass of 7 ± 2 kg as input, our lobster climbs best.", id="put in"),
        pytest.param("Grip is better on 12/14 tasks for squids than for our lobster.", id="than the own"),
        pytest.param("We find a 0.131 mag claw residual scatter as an upper limit.", id="a limit"),
    ],
)
def test_what_is_not_the_authors_finding_is_told_nowhere(text: str) -> None:
    assert not _figure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our lobster outperforms squids by at least 4.4 mAP.", "≥+4.4 mAP", id="gain"),
        pytest.param("Our lobster outperforms squids by 4.4 mAP on cliffs.", "+4.4 mAP", id="exact gain"),
        pytest.param(
            "Our lobster reports an improvement of 2.2 mIoU on cliffs.",
            "+2.2 mIoU",
            id="gain behind its noun",
        ),
        pytest.param("Performance of less than 45% was seen for all.", "<45 % performance", id="less"),
        pytest.param(
            "Even the best model reaches less than 35% across cliffs.", "<35 % best model", id="the best"
        ),
        pytest.param("Top models solve over 80% when asked politely.", ">80 % top model", id="over"),
        pytest.param(
            "We identify more than 400 blue sources within 6 kpc of it.", ">400 blue sources", id="more"
        ),
        pytest.param(
            "We identify at least 130 blue sources within 6 kpc.", "≥130 blue sources", id="at least"
        ),
        pytest.param(
            "Our lobster achieves a Claw Alignment of up to 0.75 on cliffs.",
            "Claw Alignment up to 0.75",
            id="up to",
        ),
        pytest.param(
            "Our lobster achieves a Claw Alignment of over 0.75 on cliffs.",
            "Claw Alignment >0.75",
            id="above",
        ),
        pytest.param("Our lobster renders scenes in over 30 seconds.", "scenes in >30 seconds", id="longer"),
        pytest.param(
            r"We find a tail-to-tail scatter of $\gtrsim 0.2$ dex among lobsters.",
            ">0.2 dex tail-to-tail scatter",
            id="a sign",
        ),
    ],
)
def test_a_bound_stays_with_its_amount(text: str, expected: str) -> None:
    assert _figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Our lobster reaches 97% accuracy on rocks. However, our lobster drops to 52% accuracy on ice.",
            "97 % accuracy",
            id="a drawback",
        ),
        pytest.param(
            "Our lobster reduces latency by 55%. However, our lobster increases memory by 13%.",
            "−55 % latency",
            id="a cost",
        ),
        pytest.param(
            "Our lobster reaches 97% accuracy on rocks. By contrast, our ablated lobster has 61% accuracy.",
            "97 % accuracy",
            id="an ablation",
        ),
        pytest.param(
            "Squids reach 71% accuracy on rocks. In contrast, our lobster reaches 97% accuracy.",
            "97 % accuracy",
            id="others first",
        ),
    ],
)
def test_a_drawback_is_no_contrast_with_others(text: str, expected: str) -> None:
    assert _figure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We find that 0.02% of pairs are alike with a threshold signal-to-noise ratio of 1.6.",
            "0.02 % of pairs",
            id="a threshold",
        ),
        pytest.param(
            r"We find that 17% of galaxies exhibit spatial offsets of $\geq 2.6$ kpc between their peaks.",
            "17 % of galaxies",
            id="a sign",
        ),
    ],
)
def test_a_threshold_goes_behind_the_share_that_it_bounds(text: str, expected: str) -> None:
    assert _figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The performance of squids drops by 21%, while ours is stable.",
        "Our lobster yields consistent performance while squids show improvements of 41%.",
    ],
)
def test_the_performance_of_others_is_not_told_as_the_own(text: str) -> None:
    assert "performance" not in _figure(text)


def test_a_noun_is_shown_without_what_only_judges_it() -> None:
    assert _figure("A very short duration of the climb of 0.35 ± 0.01 d is found.") == "0.35±0.01 d duration"


def test_a_unit_is_not_shown_again_as_a_noun() -> None:
    text = "We measure for all lobsters a magnitude of 71.2 ± 0.1 mag."
    assert not told_value(text.lower(), text)
