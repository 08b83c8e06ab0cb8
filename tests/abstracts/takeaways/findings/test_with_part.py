"""A part of what was made is told with it, and not as a second thing."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.with_part import as_its_part


def test_a_part_is_told_with_what_it_is_of() -> None:
    line = "We propose GullNet, a network of ropes; we introduce a wet knot module to hold young gulls."
    told = "We propose GullNet, a network of ropes, with a wet knot module to hold young gulls."
    assert as_its_part(line) == told


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("We study gulls on piers; we introduce a wet knot module.", id="nothing made"),
        pytest.param("We introduce a dataset of gulls; we propose a wet knot module.", id="made of data"),
        pytest.param("We propose a network of ropes; we propose a dataset of gulls.", id="no part"),
        pytest.param("We propose a network with ropes; we design a wet knot module.", id="has a part"),
        pytest.param("We propose a network of ropes; we use a memory of gulls.", id="what is used"),
        pytest.param("We propose a trap; we design a defense mechanism against it.", id="against it"),
        pytest.param("We propose a net without knots; we introduce a knot mechanism.", id="without such"),
        pytest.param(
            "We propose a network of ropes; we design a knot module and show that gulls stay.", id="does more"
        ),
    ],
)
def test_other_lines_are_left(line: str) -> None:
    assert as_its_part(line) == line
