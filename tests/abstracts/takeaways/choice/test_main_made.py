"""The sentence that makes what the title names goes before others that make something."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

NAMED = "We introduce Sidestep, a gait that lets crabs walk on wet sand without falling."
OTHER = (
    "We introduce a large collection of crab tracks on wet sand, which maps how crabs walk on sand and fall."
)


def line(title: str, text: str) -> str:
    return read_text(title, text).takeaway.text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "SideStep: How Crabs Walk on Sand", NAMED.replace("Sidestep", "SideStep"), id="capitals"
        ),
        pytest.param("Sidestep: How Crabs Walk on Sand", NAMED, id="a plain word"),
        pytest.param("Review: How Crabs Walk on Sand", OTHER, id="no name"),
        pytest.param("How Crabs Walk on Sand", OTHER, id="a title without a name"),
    ],
)
def test_what_the_title_names_is_told(title: str, expected: str) -> None:
    name = title.split(":")[0] if title.lower().startswith("side") else "Sidestep"
    assert line(title, f"{OTHER} {NAMED.replace('Sidestep', name)}") == expected


@pytest.mark.parametrize("name", ["RAT", "COUNT"])
def test_a_common_word_or_a_part_of_one_is_no_name(name: str) -> None:
    text = (
        "We introduce Sidestep, a gait. "
        "We present a strategy to count how often the old crabs of the coast fall on wet sand and in mud."
    )
    assert line(f"{name}: How Crabs Walk", text) == line("How Crabs Walk", text)


def test_a_line_that_breaks_off_before_the_name_is_not_preferred() -> None:
    long = (
        "We propose for all the red crabs, the blue crabs, the small crabs, the large crabs, "
        "the young crabs, the old crabs, the lame crabs and the gulls Sidestep."
    )
    assert line("Sidestep: How Crabs Walk on Sand", f"{OTHER} {long}") == OTHER


def test_a_line_that_only_gives_the_name_is_not_preferred() -> None:
    assert line("Sidestep: How Crabs Walk on Sand", f"{OTHER} We introduce Sidestep for crabs.") == OTHER


def test_a_finding_goes_before_the_name_where_its_line_breaks_off() -> None:
    long = (
        "We propose Sidestep, which the red crabs, the blue crabs, the small crabs, the large crabs, the "
        "young crabs, the old crabs, the lame crabs and all the gulls like."
    )
    found = "Sidestep cuts slipping by 12% on wet sand."
    assert line("Sidestep: How Crabs Walk on Sand", f"{long} {found}") == found
