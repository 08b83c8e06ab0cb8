"""What was found is told beside a line that announces, or in its place."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.found_beside import stands_alone
from radar.abstracts.takeaways.findings.more_than_announced import MoreThanAnnounced
from radar.abstracts.takeaways.lines.shortening import tidied
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Ropes for young crabs on wet piers"
STUDIED = "We investigate the long climbs of young crabs"
NORTH = " across the harbours of the north"
WHERE = f"{NORTH}, using films of every pier that was built before the war."
FINDING = "ropes of hemp outperform old ladders in heavy rain"
SHOWN = f"We find that {FINDING}."


def line(*told: str, title: str = TITLE) -> str:
    """Return what is told in the place of the first sentence."""
    text = " ".join(told)
    claims = read_claims(units(text, sentences(text)), title)

    def of_sentence(claim: SentenceClaim) -> str:
        return tidied(claim.sentence.text)

    more = MoreThanAnnounced(ReadAbstract(title, text, claims, of_sentence))
    return more.line(told[0], claims[0], lambda _: ("", None))[0]


def test_a_finding_stands_beside_what_is_studied() -> None:
    assert line(f"{STUDIED}.", "Piers are old.", SHOWN) == f"{STUDIED}; {FINDING}."


def test_a_finding_stands_beside_what_is_studied_in_fewer_words() -> None:
    assert line(STUDIED + WHERE, "Piers are old.", SHOWN) == f"{STUDIED}{NORTH}; {FINDING}."


def test_a_greek_letter_is_no_capital_within_a_line() -> None:
    found = "Α must exceed 0.2 for hemp ropes in heavy rain."
    told = line(f"{STUDIED}.", "Piers are old.", f"We find that {found[0].lower()}{found[1:]}")
    assert told == f"{STUDIED}; α must exceed 0.2 for hemp ropes in heavy rain."


def test_nothing_ends_within_a_name() -> None:
    told = "We study Young Crab Analysis via Old Rope Profiles and Wet Shells."
    found = "We find that ropes of hemp outperform old ladders of tar in heavy rain on cold nights."
    assert line(told, "Piers are old.", found, title="Young Crab Analysis in Rain") == told


def test_a_finding_takes_the_place_of_what_is_studied_where_it_does_not_fit_beside_it() -> None:
    told = (
        "We present the first study of how well young crabs, lobsters, shrimps, prawns and snails of the "
        "north climb up the piers."
    )
    found = "Ropes of hemp outperform old ladders of tarred wood for young crabs on wet piers in heavy rain."
    assert line(told, "Piers are old.", f"We find that {found[0].lower()}{found[1:]}") == found


def test_a_finding_of_less_of_the_title_stands_alone_where_nothing_else_fits() -> None:
    told = (
        "We present the first study of how well young crabs climb ropes, wet piers, masts, chains, nets and "
        "ladders of tarred wood in the north."
    )
    found = "Hemp outlasts silk on wet piers in heavy rain."
    assert line(told, "Piers are old.", f"We find that {found[0].lower()}{found[1:]}") == found


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            "We find that the tarred masts outperform old ladders in rain.", id="what nothing names"
        ),
        pytest.param("We find that ropes may outperform old ladders in rain.", id="a hint"),
        pytest.param("We find that these outperform old ladders in heavy rain.", id="what points back"),
        pytest.param("We find that young crabs climb wet piers well.", id="hardly anything new"),
        pytest.param("We tie old ladders to masts, which outperform all shelters in rain.", id="a step"),
    ],
)
def test_what_does_not_stand_beside_it_is_not_joined(found: str) -> None:
    assert line(f"{STUDIED}.", "A mast is tarred.", found) == f"{STUDIED}."


def test_what_the_title_does_not_speak_of_takes_no_place() -> None:
    told = (
        "We present the first study of how well crabs, lobsters, shrimps, prawns and snails climb up walls."
    )
    found = "We find that gulls of the far and windy north outperform all other birds in thick fog at night."
    assert line(told, "Gulls are loud.", found) == told


def test_what_was_derived_stands_beside_what_is_studied() -> None:
    derived = "We derive a bound on the falls of old crabs from ladders."
    told = line(f"{STUDIED}.", "Piers are old.", derived)
    assert told == f"{STUDIED}; we derive a bound on the falls of old crabs from ladders."


def test_what_was_made_beside_what_was_made_is_not_joined() -> None:
    made = "We propose a rope for young crabs on wet piers."
    assert line(made, "Piers are old.", "We develop a tarred ladder for old lobsters.") == made


def test_a_finding_stands_beside_a_dataset() -> None:
    made = "We introduce a dataset of falls from ropes that lists young crabs on wet piers."
    told = line(made, "Piers are old.", SHOWN)
    assert told.startswith("We introduce a dataset of falls")
    assert told.endswith(f"; {FINDING}.")


def test_a_finding_that_begins_with_what_was_made_speaks_of_it() -> None:
    made = "We propose Knotlet, a rope for young crabs on wet piers."
    told = line(made, "Piers are old.", "Knotlet outperforms ladders of tarred wood in heavy rain.")
    assert told == f"{made[:-1]}; it outperforms ladders of tarred wood in heavy rain."


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ("Our experiments show that ropes outperform ladders.", True),
        ("Ropes outperform ladders that hang from the mast.", True),
        ("Our ropes outperform ladders that hang from the mast.", False),
        ("The proposed rope outperforms ladders in heavy rain.", False),
        ("The method outperforms ladders in heavy rain.", False),
        ("Ropes outperform ladders and masts by 7 and 9 feet, respectively.", False),
    ],
)
def test_what_stands_alone_begins_with_what_is_named(found: str, *, stands: bool) -> None:
    assert stands_alone(found, TITLE) == stands
