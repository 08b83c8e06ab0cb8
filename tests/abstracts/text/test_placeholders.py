"""Macros that stand where a name should."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.text.placeholders import without_placeholder


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("We propose ours, a gait for crabs.", "We propose a gait for crabs.", id="ours"),
        pytest.param(
            "This work presents method, the first gait.", "This work presents the first gait.", id="method"
        ),
        pytest.param("We introduce modelname, a gait.", "We introduce a gait.", id="in one word"),
        pytest.param("We introduce MethodName, our gait.", "We introduce our gait.", id="with capitals"),
        pytest.param(
            "We present ours (Slow Walk On Sand), a gait.",
            "We present Slow Walk On Sand, a gait.",
            id="explained",
        ),
        pytest.param("We build a gait, named ours, for crabs.", "We build a gait for crabs.", id="named so"),
        pytest.param(
            "We build a slow gait (ours) for crabs.", "We build a slow gait for crabs.", id="in brackets"
        ),
        pytest.param("We propose Sidestep, a gait.", None, id="a name"),
        pytest.param("We propose model trees, a gait.", None, id="a noun goes on"),
        pytest.param("We propose a method, a gait, and a rest.", None, id="a noun with its article"),
        pytest.param("A gait called ourselves, at last.", None, id="another word"),
    ],
)
def test_a_placeholder_goes(text: str, left: str | None) -> None:
    assert without_placeholder(text) == (text if left is None else left)


def test_a_takeaway_names_nothing_by_a_placeholder() -> None:
    takeaway = read_text(
        "Of Sand", "Crabs slip. We propose ours, a gait that keeps crabs upright on wet sand."
    )
    assert takeaway.takeaway.text == "We propose a gait that keeps crabs upright on wet sand."
