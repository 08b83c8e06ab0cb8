"""What a sentence says in passing, and can do without."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.parentheticals import (
    is_introduced,
    sounds_like_a_vowel,
    without_both,
    without_parentheticals,
)


def shortest(text: str) -> str:
    return [text, *without_parentheticals(text)][-1]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "We show CRAB (Coastal Rover of All Bays), a cart.",
            "We show CRAB, a cart.",
            id="a name written out",
        ),
        pytest.param(
            "Crabs of three coasts (Wales, Ireland, and Spain) walk.",
            "Crabs of three coasts walk.",
            id="names that a noun sums up",
        ),
        pytest.param("We walk on sand (Fig. 1) at night.", "We walk on sand at night.", id="a figure"),
        pytest.param("It is, to the best of our knowledge, one gait.", "It is one gait.", id="our knowledge"),
        pytest.param(
            "The two old gaits of the crabs, walks by day and runs by night, respectively, differ.",
            "The two old gaits of the crabs, walks by day and runs by night, respectively, differ.",
            id="what is set beside others",
        ),
        pytest.param("We film a total of 90 crabs.", "We film 90 crabs.", id="a total"),
        pytest.param(
            "We propose a new and simple yet effective gait.",
            "We propose a gait.",
            id="praise of what was made",
        ),
        pytest.param("We build a robust oar.", "We build an oar.", id="an article before a vowel"),
        pytest.param(
            "It walks by a simple yet effective oar.", "It walks by an oar.", id="praise of what is used"
        ),
        pytest.param("A cart that thoroughly sweeps sand.", "A cart that sweeps sand.", id="how well"),
        pytest.param(
            "We sort two gaits – slow walk and run – by their tracks.",
            "We sort two gaits by their tracks.",
            id="between dashes",
        ),
        pytest.param(
            "A cart that, since sand is soft, rolls on wide wheels.",
            "A cart that rolls on wide wheels.",
            id="a reason",
        ),
        pytest.param(
            "We film Dune Bay, a cove of the north, in winter.",
            "We film Dune Bay in winter.",
            id="what it is",
        ),
        pytest.param(
            "We drive the sand cart, originally built for deserts, on mud.",
            "We drive the sand cart on mud.",
            id="where it comes from",
        ),
    ],
)
def test_what_is_said_in_passing_goes(text: str, left: str) -> None:
    assert shortest(text) == left


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Crabs walk on sand (if wet, or cold).", id="a condition"),
        pytest.param("Crabs of two coasts (n=12, n=30) walk.", id="counts"),
        pytest.param("We see a new state of wet sand.", id="what was found is new"),
        pytest.param("The tide is an effective force of a robust wave.", id="what is no praise"),
        pytest.param("Our guest, a crab known to all, is shown.", id="what a sentence speaks of"),
        pytest.param("A cart that does not thoroughly sweep sand.", id="how well something is not done"),
        pytest.param("Two gaits – faster by 20% than others – are shown.", id="a number between dashes"),
        pytest.param("A cart that, if the sand is wet, rolls on.", id="a condition of a clause"),
        pytest.param("We introduce CrabCart, a cart with sails, to cross bays.", id="what was made"),
        pytest.param("We study fog, sand - or mud - and rock.", id="another case"),
        pytest.param("The crabs, a gull, and the sand are shown.", id="a list"),
        pytest.param("The crabs – except blue ones and a few more – walk.", id="all but some"),
        pytest.param("Every crab – assuming wet sand and no gulls – walks.", id="what is assumed"),
        pytest.param("The young crabs – under heavy rain or snow – walk.", id="under what"),
        pytest.param("The walk of crabs, known to fail on ice, is told.", id="where it fails"),
        pytest.param("The walk of crabs, based only on wet sand, can be fast.", id="only on what"),
        pytest.param("All of the crabs, an exception being blue ones, are fast.", id="an exception"),
        pytest.param("A cart that, as long as sand is wet, rolls on.", id="as long as"),
        pytest.param("Crabs of three coasts (Mostly Wales, and Spain) walk.", id="mostly"),
        pytest.param(
            "It couples a cart of the bay, a sail that is red, with the oars.", id="what is coupled"
        ),
        pytest.param("This is, to our knowledge, the first cart.", id="the first as far as is known"),
        pytest.param("A cart that, for the first time, on wet sand, rolls fast.", id="one of two adjuncts"),
    ],
)
def test_what_tells_more_stays(text: str) -> None:
    assert shortest(text) == text


def test_a_pair_needs_no_both() -> None:
    assert without_both("We study both crabs and gulls.") == "We study crabs and gulls."
    assert without_both("We study how both are fed, and sing.") == "We study how both are fed, and sing."
    for denied in ("Crabs cannot both walk and run.", "We know no crab that is both fast and calm."):
        assert without_both(denied) == denied


def test_an_article_is_told_by_how_a_word_sounds() -> None:
    assert all(map(sounds_like_a_vowel, ("oar", "honest", "hourly", "MRI")))
    assert not any(map(sounds_like_a_vowel, ("crab", "one-eyed", "European", "uniform", "UFO")))


def test_what_a_new_name_stands_for_belongs_to_it() -> None:
    assert is_introduced("We introduce CrabCart")
    assert is_introduced("We introduce CrabCart (Cart of Crabs)")
    assert not is_introduced("We introduce films of Dune Bay")
    assert not is_introduced("We introduce carts")
