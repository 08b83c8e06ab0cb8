"""Figures whose name, sign or bound was cut or turned."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our crab achieves a root mean squared error of 6.79%.", "6.79 % RMSE", id="root"),
        pytest.param("Our crab reduces the mean squared error by 45%.", "−45 % MSE", id="squares"),
        pytest.param("Our crab reaches F1 scores above 0.95 in all reefs.", "F1 >0.95", id="above"),
        pytest.param(
            "Our crab incurs a PSNR loss of at most 1.66 dB.", "up to −1.66 dB PSNR", id="a loss is no gain"
        ),
        pytest.param(
            "Our crab reduces claw area and leg length errors by up to 70% and 90%, respectively.",
            "up to −70 % claw area errors",
            id="one head of two",
        ),
        pytest.param("Our crab achieves a 27% improvement in gFID.", "27 % better gFID", id="less is better"),
        pytest.param(
            "Our crab reduces 33\\%-38\\% communication cost on sand.",
            "−33–38 % communication cost",
            id="a verb right before it",
        ),
        pytest.param(
            "Our crab shows a grip increase of $2.58\\%\\sim 9.84\\%$.",
            "+2.58–9.84 % grip",
            id="a span with a sign of TeX",
        ),
        pytest.param(
            "Our crab achieves up to 4.1x speedup in claw attention.",
            "up to 4.1× faster claw attention",
            id="what is sped up",
        ),
        pytest.param(
            "Our crab reduces the number of shell parameters by 6 times.",
            "6× fewer shell parameters",
            id="what is counted",
        ),
        pytest.param(
            "Our crab achieves $\\sim20\\times$ shell size reduction on sand.",
            "20× lower shell size",
            id="a reduction behind it",
        ),
        pytest.param(
            "Our crab cuts storage costs (by up to 50x compared to gulls).",
            "up to 50× lower storage costs",
            id="in brackets",
        ),
        pytest.param(
            "Our crab delivers speed-ups of up to 36,000 times.", "up to 36,000× speedup", id="times"
        ),
        pytest.param(
            "Our crab walks with an order of magnitude fewer leg primitives.",
            "~10× fewer leg primitives",
            id="magnitudes without room",
        ),
        pytest.param(
            "Our crab walks one to two orders of magnitude faster.",
            "1–2 orders of magnitude faster",
            id="one to two",
        ),
        pytest.param(
            "Our crab cuts time-to-first-step from 4.91s to 1.27s.",
            "4.91→1.27 s time-to-first-step",
            id="seconds",
        ),
        pytest.param(
            "Our crab improves grip over gulls in six of seven reefs cases.",
            "better in 6 of 7 reefs cases",
            id="counts in words",
        ),
        pytest.param(
            "Our crab improves grip confidence by 0.07 and speed by 0.12.",
            "+0.07 grip confidence",
            id="a plain number",
        ),
        pytest.param(
            "We find that our crab grips 24.8 points above the strongest baseline.",
            "+24.8 points over baseline",
            id="above whom",
        ),
        pytest.param(
            "We find evidence for walks at a statistical significance of $2.2\\, σ$.",
            "2.2σ significance",
            id="a thin blank",
        ),
        pytest.param(
            "Snails agree only 40-46% of the time.", "40–46 % of time agreed", id="what happens so often"
        ),
    ],
)
def test_a_figure_keeps_its_name_and_its_sense(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The one-sided 95% lower limit is an odd walk of crabs.", id="a confidence"),
        pytest.param("We increase the initial shell abundance by a factor 2-4.", id="what is put in"),
        pytest.param(
            "We find that ablating the top 2% of claw heads degrades walks more than snails do.",
            id="which part",
        ),
        pytest.param("We find that it falls 39% of the time.", id="of the time"),
    ],
)
def test_a_setting_or_half_a_statement_is_not_told(text: str) -> None:
    assert figure(text) == ""


def test_the_error_of_those_outdone_is_not_told() -> None:
    assert figure("Our crab stays close to true walks, far outperforming the 131x error of gulls.") == ""


def test_an_ablation_goes_behind_the_main_result() -> None:
    text = (
        "Our crab achieves 78.5% Pass@1 on reefs. "
        "Ablation studies show that the claw contributes an additional 3.2% accuracy gain."
    )
    assert figure(text) == "78.5 % Pass@1"


def test_a_named_score_is_found_before_it() -> None:
    text = "Gulls show promising Dice scores, with our crab achieving scores of 0.894 on sand."
    assert figure(text) == "Dice score 0.894"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We find that 18% (SE 1.1%) of crabs in the old pool found new shells.",
            "",
            id="spread",
        ),
        pytest.param("We find a maximum crab view angle of 37 +/- 8 degree.", "", id="no more than"),
        pytest.param(
            "We find the reef crab ratio is 10.3 +- 3.4 larger than the mean.", "", id="a difference"
        ),
        pytest.param(
            "We apply knocks through the shell, reaching effective claw drive amplitudes up to 300 GHz.",
            "",
            id="what is set",
        ),
        pytest.param(
            "We show that a delay of 1 s is fine, 4 s is felt, and a mean delay of 7 s is hard for crabs.",
            "",
            id="one of many",
        ),
        pytest.param(
            "Our crab takes seconds, yielding more than 100x speedup in our setup.",
            ">100× speedup",
            id="no name",
        ),
        pytest.param(
            "Our trap improves the shell loss bound by an order of magnitude.",
            "~10× better shell loss bound",
            id="a bound",
        ),
        pytest.param(
            "Our crab wins, achieving improvement usually by 30% on beaches involving 10,000 shells.",
            "+30 %",
            id="a long number",
        ),
    ],
)
def test_no_setting_and_no_spread_is_told_as_found(text: str, expected: str) -> None:
    assert figure(text) == expected
