"""What a finding says that came of what was made."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.outcome_clauses import may_point, outcome_of

_MADE = "We build Sidestep, a method for crabs."
_DOES = "outperforms lobsters by 5%."


@pytest.mark.parametrize("measured", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        f"It {_DOES}",
        f"On wet sand, it {_DOES}",
        f"We test Sidestep on sand and show that it {_DOES}",
        f"This method {_DOES}",
        f"On wet sand, this method {_DOES}",
        f"The method {_DOES}",
        f"Our method {_DOES}",
        f"Our crab method {_DOES}",
        f"Sidestep {_DOES}",
        f"A tide that it knows {_DOES}",
    ],
)
def test_only_where_a_sentence_may_point_it_matters_what_was_just_spoken_of(
    text: str, *, measured: bool
) -> None:
    near, far = (
        outcome_of(("Sidestep",), _MADE, text, near=near, measured=measured) for near in (True, False)
    )
    assert near == far or may_point(text)


def test_what_it_means_may_have_been_spoken_of_just_before() -> None:
    for text in (f"It {_DOES}", f"On wet sand, it {_DOES}", f"This method {_DOES}"):
        assert outcome_of(("Sidestep",), _MADE, text, near=True, measured=True) is not None
        assert outcome_of(("Sidestep",), _MADE, text, near=False, measured=True) is None
