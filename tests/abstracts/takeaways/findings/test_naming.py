"""What was made is called by the name that the title gives it."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.findings.naming import may_be_named, name_in, named

TITLE = "SideStep: A Gait for Wet Sand"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (TITLE, "SideStep"),
        ("“Crab-Net2” - Nets for Crabs", "Crab-Net2"),
        ("A Gait for Wet Sand: SideStep", ""),
        ("Walking: SideStep on Sand", ""),
        ("OtherStep: A Gait", ""),
        ("step2vec: A Gait", "step2vec"),
        ("SideStep: A Dataset of Gaits", ""),
    ],
)
def test_a_name_stands_before_the_colon_and_in_the_abstract(title: str, name: str) -> None:
    assert (
        name_in(
            title,
            "We propose SideStep, step2vec, Walking and Crab-Net2.",
        )
        == name
    )


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        pytest.param("Our method halves the falls.", "SideStep halves the falls.", id="our method"),
        pytest.param("The proposed gait system cuts falls.", None, id="of another thing"),
        pytest.param(
            "Our proposed framework, SideStep (a gait), improves walks.",
            "SideStep improves walks.",
            id="apposed",
        ),
        pytest.param("Our model, OtherStep, improves walks.", None, id="another name"),
        pytest.param("Our method based on sand walks.", None, id="no verb"),
        pytest.param("Our method outperforms SideStep by far.", None, id="it is named already"),
    ],
)
def test_our_method_is_called_by_its_name(sentence: str, left: str | None) -> None:
    assert may_be_named(sentence)
    assert named(sentence, "SideStep", "We propose a gait, SideStep.") == (sentence if left is None else left)


@pytest.mark.parametrize(
    "text", ["SideStep spreads in winter.", "We present a SideStep block.", "It is SideStep."]
)
def test_what_nobody_made_stands_for_no_method(text: str) -> None:
    assert named("Our method halves the falls.", "SideStep", text) == "Our method halves the falls."
    assert named("Our method, SideStep, halves the falls.", "SideStep", text) == "SideStep halves the falls."


def test_a_takeaway_names_what_was_made() -> None:
    told = "Our method halves the falls of young crabs by 53.1% on sand."
    text = f"Crabs fall often. Their old gait is called SideStep. {told}"
    assert read_text(TITLE, text).takeaway.text.startswith("SideStep halves the falls")
