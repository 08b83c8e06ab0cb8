"""What a finding speaks of as known is named beside it."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.unnamed import begins_named, names_all

BESIDE = "Ropes for crabs on wet piers We study how well young crabs climb"
ABSTRACT = (
    "We study how well young crabs climb. Wet thin strings (WTS) hold them, and KnotLet ties these. "
    "Ladders hold crabs better than WTS in rain. KnotLet outperforms ladders in heavy rain."
)


@pytest.mark.parametrize(
    "found",
    [
        "Ropes outperform ladders in the rain of autumn.",
        "Crabs that climb the wet ropes fall at night.",
        "Crabs lose their grip where ladders bend.",
        "The number of falls grows with the length of a rope.",
        "Ropes of hemp reach the highest rate of climbs.",
        "LLMs count crabs better than gulls do.",
        "Ladders hold crabs, and the ladders bend.",
    ],
)
def test_all_is_named(found: str) -> None:
    assert names_all(found, BESIDE, ABSTRACT)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param("They outperform ladders in heavy rain.", id="a pronoun"),
        pytest.param("Ropes outperform these ladders in heavy rain.", id="what was shown"),
        pytest.param("The mast outlasts all ladders in heavy rain.", id="what nothing names"),
        pytest.param("Crabs cling to the tarred mast in heavy rain.", id="what nothing names, later"),
        pytest.param("The method outperforms ladders in heavy rain.", id="a method that nothing names"),
        pytest.param("Ladders hold crabs better than WTS in rain.", id="what another sentence explains"),
        pytest.param("KnotLet outperforms ladders in heavy rain.", id="what another sentence names"),
        pytest.param("Its ropes outperform ladders in heavy rain.", id="whose they are"),
        pytest.param("Ropes outperform the other two ladders in rain.", id="which two"),
        pytest.param("Ropes outperform ladders on both piers in rain.", id="which both"),
    ],
)
def test_something_is_not_named(found: str) -> None:
    assert not names_all(found, BESIDE, ABSTRACT)


@pytest.mark.parametrize(
    ("found", "named"),
    [
        ("The ropes outperform ladders that hang from the mast.", True),
        ("The number of falls grows in the wind of the mast.", True),
        ("Crabs cling to the tarred mast in heavy rain.", True),
        ("The mast outlasts all ladders in heavy rain.", False),
        ("These outperform all ladders in heavy rain.", False),
    ],
)
def test_a_finding_begins_with_what_is_named(found: str, *, named: bool) -> None:
    assert begins_named(found, BESIDE) == named


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            "BeachNet outperforms ropes in heavy rain.", id="a name that the abstract uses as known"
        ),
        pytest.param("Most young crabs outperform ladders in heavy rain.", id="how many of what is named"),
        pytest.param("Ropes reduce the need for ladders in heavy rain.", id="what it is for"),
    ],
)
def test_what_is_common_needs_no_name_beside_it(found: str) -> None:
    abstract = f"{ABSTRACT} We climb with BeachNet. BeachNet outperforms ropes in heavy rain."
    assert names_all(found, BESIDE, abstract, common=True)
    assert not names_all(found, BESIDE, abstract)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param("Ladders hold crabs better than WTS in rain.", id="explained"),
        pytest.param("KnotLet outperforms ladders in heavy rain.", id="given to a thing"),
        pytest.param("Most gulls outperform ladders in heavy rain.", id="how many of what is not named"),
    ],
)
def test_what_the_abstract_explains_is_not_common(found: str) -> None:
    abstract = f"We introduce KnotLet. {ABSTRACT}"
    assert not names_all(found, BESIDE, abstract, common=True)
