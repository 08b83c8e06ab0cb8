"""Percentages without a sign, with what they are of."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Pruned, our crab retains 83% of its original average accuracy.",
            "83 % of accuracy retained",
            id="kept",
        ),
        pytest.param(
            "Our crab recovers about 55% of the quality gap between snails and gulls.",
            "55 % of quality gap recovered",
            id="a gap",
        ),
        pytest.param(
            "Our crab achieves up to 89.2% of oracle utility.", "up to 89.2 % of oracle utility", id="reached"
        ),
        pytest.param(
            "Our crab outperforms the snail in more than 80% of trials.",
            ">80 % of trials better",
            id="better",
        ),
        pytest.param(
            "The best crab only achieves 35% on Reef-O -- and falls.", "35 % on Reef-O", id="on what"
        ),
        pytest.param("Overall, we achieve a walk of TNR=93% (true rate).", "93 % TNR", id="an abbreviation"),
        pytest.param(
            "We find that compliance reaches 100% under shouting.", "100 % compliance", id="a subject"
        ),
        pytest.param(
            "Crabs achieved between 87% and 95% optimality against gulls.", "87–95 % optimality", id="between"
        ),
        pytest.param(
            "Our crab is superior to gulls in claw length (80.6% vs. 52.8%).",
            "80.6 vs 52.8 % claw length",
            id="against",
        ),
        pytest.param(
            "Our crab avoids falls with a computational overhead of less than 7.0%.",
            "<7.0 % computational overhead",
            id="a small harm",
        ),
        pytest.param(
            "We match the gull while using 4% of its training data.",
            "4 % of training data used",
            id="so little",
        ),
        pytest.param(
            "We find that 55% of the crabs lack shells.", "55 % of crabs lack shells", id="what they do"
        ),
    ],
)
def test_a_percentage_is_told_with_what_it_is_of(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our accuracy goals, set with care, are 1% accurate walks.", id="a goal"),
        pytest.param("Our crab reaches mAP and NDS of 71.5% and 73.6%.", id="two names"),
        pytest.param("Our crab does not retain 83% of the original accuracy.", id="denied"),
        pytest.param("We hope to reach 90% of oracle utility with our crab.", id="hoped for"),
        pytest.param("Existing crabs retain 83% of accuracy, unlike ours.", id="kept by others"),
        pytest.param("Baselines outperform our crab in 80% of cases.", id="others are better"),
        pytest.param("Our crab is outperformed in 80% of cases.", id="beaten"),
        pytest.param("Existing gulls match it in fewer than 80% of trials.", id="no better"),
    ],
)
def test_what_says_less_is_not_told(text: str) -> None:
    assert figure(text) == ""
