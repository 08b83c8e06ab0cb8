"""How what was made works, behind a line that says little more than the title."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.summary import TakeawayOrigin
from tests.abstracts.told_lines import line

DONE = "We propose Sidestep, a gait for crabs on wet sand."
FRAMEWORK = "WetFoot: a walking framework for crabs on sand"
MADE = "We propose WetFoot, a walking framework for crabs on sand."


@pytest.mark.parametrize(
    ("working", "expected"),
    [
        pytest.param(
            "WetFoot moves each leg along the slope of a dune.",
            "We propose WetFoot, a walking framework that moves each leg along the slope of a dune.",
            id="with the kind of thing",
        ),
        pytest.param(
            "Unlike older gaits, WetFoot moves each leg along the slope of a dune.",
            "We propose WetFoot, a walking framework that moves each leg along the slope of a dune.",
            id="behind an opening",
        ),
        pytest.param(
            "Our framework also moves each leg along the slope of a dune.",
            "We propose WetFoot, a walking framework that moves each leg along the slope of a dune.",
            id="of our framework",
        ),
        pytest.param(
            "It first moves each leg along the slope of a dune.",
            "We propose WetFoot, a walking framework that first moves each leg along the slope of a dune.",
            id="of it in the next sentence",
        ),
        pytest.param(
            "WetFoot presses every leg into the cold wet ground right behind the wave that the moon "
            "pulls ashore at night, "
            "which keeps the claws away from ropes.",
            "We propose WetFoot, which presses every leg into the cold wet ground right behind the wave that "
            "the moon pulls ashore at night.",
            id="by the name alone where the kind leaves no room",
        ),
        pytest.param(
            "WetFoot moves each leg along the slope of an old dune by feeling how the grains of it roll away "
            "under every claw at night.",
            "We propose WetFoot, a walking framework that moves each leg along the slope of an old dune.",
            id="without the way",
        ),
        pytest.param(
            "WetFoot moves each leg along the slope of an old dune at dawn, and then lifts the claws "
            "above the "
            "waves as soon as they come.",
            "We propose WetFoot, a walking framework that moves each leg along the slope of an old dune "
            "at dawn.",
            id="without what else it does",
        ),
        pytest.param(
            "WetFoot builds a large map of dune slopes that tells every claw where the next wave of the "
            "night is going to "
            "end its long way.",
            "We propose WetFoot, a walking framework that builds a large map of dune slopes.",
            id="without what tells more of a thing",
        ),
    ],
)
def test_how_a_thing_works_is_told_with_its_name(working: str, expected: str) -> None:
    assert line(f"{MADE} {working}", FRAMEWORK) == expected


@pytest.mark.parametrize(
    ("working", "expected"),
    [
        pytest.param("Sidestep moves each leg along the slope of a dune.", "it moves each", id="of its name"),
        pytest.param(
            "Our method moves each leg along the slope of a dune.", "our method moves each", id="ours"
        ),
        pytest.param(
            "This method moves each leg along the slope of a dune.", "this method moves each", id="this"
        ),
        pytest.param(
            "We model each leg along the slope of a dune.", "we model each", id="what else was done"
        ),
        pytest.param(
            "The key idea behind the gait is to move each leg along the slope of a dune.",
            "the key idea is to move each",
            id="the idea",
        ),
    ],
)
def test_how_a_thing_works_is_told_behind_a_line_without_its_kind(working: str, expected: str) -> None:
    begin = DONE.removesuffix(".")
    assert line(f"{DONE} {working}") == f"{begin}; {expected} leg along the slope of a dune."


def test_what_leads_up_to_what_was_made_goes() -> None:
    title = "A gait for crabs on wet sand that leans on the wind from the sea behind old piers"
    made = (
        "To help them, we propose a gait for crabs on wet sand that leans on the wind from the sea "
        "behind old piers."
    )
    working = "It moves each hind leg along the steep slope of a dune at night."
    assert line(f"Crabs fall. {made} {working}", title) == (
        "We propose a gait for crabs on wet sand; it moves each hind leg along the steep slope of a dune "
        "at night."
    )


def test_a_line_of_two_sentences_is_no_quotation() -> None:
    found = read_text(FRAMEWORK, f"{MADE} It moves each leg along the slope of a dune.").takeaway
    assert found.origin is TakeawayOrigin.OFFLINE


def test_a_short_name_in_brackets_is_a_name() -> None:
    made = "We propose the Wet Foot Walk (WFW), a walking framework for crabs on sand."
    title = "Wet Foot Walk: a walking framework for crabs on sand"
    assert line(f"{made} WFW moves each leg along the slope of a dune.", title) == (
        "We propose the Wet Foot Walk (WFW), a walking framework that moves each leg along the slope of "
        "a dune."
    )
    other = "We propose WetFoot to test the Long Slope Walk (LSW) for crabs on sand."
    title = "WetFoot to test the Long Slope Walk for crabs on sand"
    assert line(f"{other} LSW moves each leg along the side of a dune.", title) == other.replace(" (LSW)", "")


def test_a_short_name_behind_a_noun_is_a_name() -> None:
    made = "We propose a wet walking framework (WWF) for crabs on sand."
    assert line(f"{made} WWF moves each leg along the slope of a dune.", "Wet walking of crabs on sand") == (
        "We propose a wet walking framework for crabs on sand; it moves each leg along the slope of a dune."
    )


def test_a_name_that_is_said_to_be_one_is_one() -> None:
    made = "We propose a gait for crabs on wet sand termed WetFoot."
    assert line(
        f"{made} WetFoot moves each leg along the slope of a dune.", "A gait for crabs on wet sand"
    ) == (
        "We propose a gait for crabs on wet sand termed WetFoot; it moves each leg along the slope of a dune."
    )


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("GullNet moves each leg along the slope of a dune.", id="another name"),
        pytest.param("GullNet was here. It moves each leg along the slope of a dune.", id="it of another"),
        pytest.param("GullNet was here. This method moves legs along slopes of dunes.", id="this of another"),
        pytest.param(
            "While GullNet is old, it moves each leg along slopes of dunes.", id="it beside another"
        ),
        pytest.param("It turns out that legs move along slopes of dunes.", id="it of nobody"),
        pytest.param(
            "Unlike WetFoot, it moves each leg along slopes of dunes.", id="it set against the thing"
        ),
        pytest.param("Our framework fails on each leg along slopes of dunes.", id="a failure"),
        pytest.param(
            "GullNet rests. The framework moves legs along slopes of dunes.", id="the one of another"
        ),
        pytest.param("In rain, the framework moves legs along slopes of dunes.", id="the one in a case"),
        pytest.param("The model moves each leg along the slope of a dune.", id="of a kind that was not made"),
        pytest.param("The pier moves each leg along the slope of a dune.", id="of what is no such thing"),
        pytest.param("WetFoot moves each leg along two steep roads: dunes and piers.", id="an enumeration"),
        pytest.param(
            "Crabs fall. Gulls fly. Tides rise. WetFoot moves each leg along the slope of a dune.",
            id="far behind",
        ),
        pytest.param(
            "Crabs fall. Gulls fly. We model each leg along slopes of dunes.", id="what is done later"
        ),
        pytest.param("WetFoot moves crabs along slopes.", id="little that is new"),
        pytest.param(
            "WetFoot moves each leg along the dune, lifts every claw above the waves of the sea by "
            "feeling how the "
            "grains of it roll away under the ropes, and rests at night.",
            id="one of three deeds cut in the second",
        ),
        pytest.param(
            "Sadly, WetFoot moves each leg along the slope of a dune.", id="an opening that says more"
        ),
        pytest.param("WetFoot serves each leg along the slope of a dune.", id="what it is good for"),
        pytest.param("WetFoot methods carry each leg along the slope of a dune.", id="a noun"),
        pytest.param("WetFoot predictions carry each leg along slopes of dunes.", id="a noun of a verb"),
        pytest.param("WetFoot moves it along the slope of some dune at night.", id="what points back"),
        pytest.param(
            "WetFoot moves each leg along these slopes of dunes at night.", id="what points back later"
        ),
        pytest.param("WetFoot uses a pair of nets with three key parts.", id="parts without names"),
        pytest.param("WetFoot gives every leg the performance of gulls at night.", id="what came of it"),
        pytest.param("WetFoot moves crabs on sand.", id="hardly anything new"),
        pytest.param(
            "WetFoot contains a large map of dune slopes that tells every claw where the next wave of "
            "the night is "
            "going to end its long way.",
            id="half a list",
        ),
        pytest.param(
            "WetFoot moves legs along the dune, lifts claws above the waves, and then rests the ropes on "
            "the pier "
            "of the town until the next morning comes.",
            id="two of three deeds",
        ),
        pytest.param("We test each leg along the slope of a dune.", id="what was tested"),
    ],
)
def test_what_does_not_say_how_a_thing_works_is_not_told(behind: str) -> None:
    assert line(f"{MADE} {behind}", FRAMEWORK) == MADE


def test_a_line_that_tells_more_than_the_title_stays() -> None:
    done = (
        "We propose WetFoot, a framework for crabs on sand built on ropes, gulls, lanterns, piers and tides."
    )
    working = "WetFoot moves each hind leg along the steep slope of a wet dune at night."
    assert line(f"{done} {working}", FRAMEWORK) == done


def test_a_line_stays_where_the_words_that_would_go_tell_about_as_much() -> None:
    title = "WetFoot: a walking framework for crabs on wet sand at the shore of the sea"
    done = f"We propose {title.replace(':', ',')} beside piers, gulls and lanterns."
    assert line(f"{done} WetFoot moves every leg along the dune.", title) == done


def test_what_else_was_done_is_told_where_hardly_anything_is_new() -> None:
    done = "We propose Sidestep, a gait for crabs on wet sand beside old piers in rain."
    assert line(f"{done} We model each leg along the slope of a dune.") == done


def test_how_a_thing_works_is_told_only_where_something_was_made() -> None:
    done = "We study the gait of crabs on wet sand."
    assert (
        line(f"{done} It moves each leg along the slope of a dune.", "The gait of crabs on wet sand") == done
    )


def test_the_nearer_of_two_workings_is_told() -> None:
    near = "WetFoot moves each leg along the slope of a dune."
    later = "WetFoot lifts every claw above the next wave of the sea."
    assert line(f"{MADE} {near} {later}", FRAMEWORK) == line(f"{MADE} {near}", FRAMEWORK)
    assert "lifts every claw" in line(f"{MADE} Crabs fall. Gulls fly. {later}", FRAMEWORK)


def test_a_name_is_known_from_the_title_or_from_what_was_made() -> None:
    made = "We propose a gait for crabs on wet sand."
    assert line(f"{made} Sidestep moves each leg along the slope of a dune.").endswith(
        "; it moves each leg along the slope of a dune."
    )
    assert "framework that moves each leg" in line(
        f"{MADE} WetFoot moves each leg along the slope of a dune.", "Walking of crabs on sand"
    )


@pytest.mark.parametrize(
    ("working", "told"),
    [
        pytest.param(
            "The key idea is to move each leg along the slope of a dune.",
            "the key idea is to move",
            id="idea",
        ),
        pytest.param("We move each leg along the slope of a dune.", "", id="no deed"),
        pytest.param("We model each leg along the slope of a dune.", "we model", id="deed"),
    ],
)
def test_what_is_no_working_of_the_thing_itself_stands_apart(working: str, told: str) -> None:
    begin = MADE.removesuffix(".")
    expected = f"{begin}; {told} each leg along the slope of a dune." if told else MADE
    assert line(f"{MADE} {working}", FRAMEWORK) == expected


@pytest.mark.parametrize(
    "done",
    [
        pytest.param("We propose a gait for crabs on wet sand; it rests.", id="of two clauses"),
        pytest.param(
            "We propose a gait of crabs whose legs in the waves are moved by the moon above the pier of "
            "the town and "
            "by the wind from the sea.",
            id="that breaks off",
        ),
    ],
)
def test_nothing_is_joined_to_a_line(done: str) -> None:
    told = line(f"{done} It moves each leg along slopes of dunes.", f"On this: {done}")
    assert "moves each leg" not in told


@pytest.mark.parametrize(
    ("working", "told"),
    [
        pytest.param("The key idea is to move each leg along slopes of dunes.", "", id="an idea"),
        pytest.param(
            "WetFoot moves each leg along slopes.", "that moves each leg along slopes.", id="a deed"
        ),
    ],
)
def test_an_idea_is_no_deed_of_the_thing(working: str, told: str) -> None:
    title = "WetFoot: a walking framework for crabs on wet sand at the shore of the sea behind old piers"
    made = f"We propose {title.replace(':', ',')}."
    expected = f"We propose WetFoot, a walking framework {told}" if told else made
    assert line(f"{made} {working}", title) == expected


def test_what_was_made_is_cut_before_its_way_where_enough_is_left() -> None:
    title = "A gait for crabs on wet sand that leans on the wind from the sea behind old piers"
    working = "It moves each hind leg along the steep slope of a dune at night."
    made = "We propose a gait for crabs on wet sand that leans on the wind from the sea behind old piers."
    assert line(f"{made} {working}", title) == (
        "We propose a gait for crabs on wet sand; it moves each hind leg along the steep slope of a dune "
        "at night."
    )
    bare = "We propose a gait that leans on the wind from the sea behind old piers for crabs on wet sand."
    assert line(f"{bare} {working}", title) == bare


PARTS = (
    "combines long legs, wide claws, round shells, keen eyes, and soft feelers with one large map of the wet "
    "dunes behind the old pier."
)
"""So long that neither "We propose WetFoot, which" nor more goes before it."""


@pytest.mark.parametrize(
    ("made", "title", "working", "expected"),
    [
        pytest.param(MADE, FRAMEWORK, f"WetFoot {PARTS}", f"WetFoot {PARTS}", id="by the name in the title"),
        pytest.param(MADE, FRAMEWORK, f"Our framework {PARTS}", f"WetFoot {PARTS}", id="for our framework"),
        pytest.param(MADE, FRAMEWORK, f"It first {PARTS}", f"WetFoot {PARTS}", id="for it"),
        pytest.param(
            MADE, "A walking framework for crabs on sand", f"It {PARTS}", f"WetFoot {PARTS}", id="as proposed"
        ),
        pytest.param(
            "We propose a walking framework for crabs on sand named WetFoot.",
            "A walking framework for crabs on sand",
            f"It {PARTS}",
            f"WetFoot {PARTS}",
            id="as it is called",
        ),
        pytest.param(
            "We propose a walking framework (WF-2) for crabs on sand.",
            "A walking framework for crabs on sand",
            f"It {PARTS}",
            f"WF-2 {PARTS}",
            id="in brackets",
        ),
    ],
)
def test_how_a_thing_works_stands_alone_where_there_is_no_room_for_more(
    made: str, title: str, working: str, expected: str
) -> None:
    assert line(f"{made} {working}", title) == expected


@pytest.mark.parametrize(
    ("made", "working"),
    [
        pytest.param("We propose a walking framework for crabs on sand.", f"It {PARTS}", id="without a name"),
        pytest.param(
            "We propose a walking framework called Wet Foot with Claws for crabs on sand.",
            f"It {PARTS}",
            id="a name of more words",
        ),
        pytest.param(
            "We propose a walking framework of crab models (LLMs) for sand.", f"It {PARTS}", id="of its parts"
        ),
        pytest.param(MADE, f"It {PARTS}".replace("combines", "provides"), id="what it offers"),
        pytest.param(MADE, f"It {PARTS}".replace("claws,", "claws. eyes,"), id="two sentences"),
        pytest.param(MADE, "WetFoot combines the sand and the sand for the crabs.", id="what says no more"),
        pytest.param(
            MADE,
            "The key idea is to " + PARTS.replace("combines", "combine"),
            id="an idea",
        ),
    ],
)
def test_nothing_stands_alone_without_a_name_or_more_to_tell(made: str, working: str) -> None:
    assert line(f"{made} {working}", "A walking framework for crabs on sand").startswith("We propose ")


def test_what_a_thing_does_without_a_part_of_it_is_not_said_of_it() -> None:
    loses = "Without its eyes, our framework loses a third of the shells on wet sand."
    assert "loses" not in read_text("WetFoot for crabs", f"{MADE} {loses}").takeaway.text
