"""What the title says of a takeaway's scope."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.scope.scope import Scope
from radar.papers.summaries.summary import TAKEAWAY_WORDS, TakeawayOrigin

TEXT = (
    "Crabs walk. The tide model (TM) of Dover is old. Old wet ropes, gaits and ladders hold on steep shores "
    "in heavy rain, snow, hail and the distributions of sideways locomotion and safe climbs under stones. "
    "Melting Ice is old. They accelerate and resolve."
)


def added(line: str, title: str, text: str = TEXT) -> str:
    return Scope(title, text).added(line, TAKEAWAY_WORDS)


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        pytest.param(
            "This white paper proposes a council.",
            "Locomotion for Steep Shores",
            "For steep shores, this white paper proposes a council.",
            id="in front of what speaks of the paper",
        ),
        pytest.param(
            "This white paper proposes a council.",
            "Crab: Sideways Locomotion for Steep Shores",
            "For steep shores, this white paper proposes a council.",
            id="in front without what is done for it",
        ),
        pytest.param(
            "This white paper proposes a council.",
            "Crab: Sideways Locomotion under Stones",
            "For sideways locomotion under stones, this white paper proposes a council.",
            id="what is done where nothing is said that it is for",
        ),
        pytest.param(
            "We propose a quiet gait that leans on the wind.",
            "Quiet Gaits for Steep Shores",
            "We propose a quiet gait for steep shores that leans on the wind.",
            id="behind the word that it follows in the title",
        ),
        pytest.param(
            "We propose a simple method that leans on the wind.",
            "Ropes for Steep Shores",
            "We propose a simple method for steep shores that leans on the wind.",
            id="behind what was made",
        ),
        pytest.param(
            "We propose a simple method to lean on the wind.",
            "Learning Old Climbs on Steep Shores",
            "For learning old climbs on steep shores, we propose a simple method to lean on the wind.",
            id="what is done, by its verb",
        ),
        pytest.param(
            "We propose a simple method to lean on old climbs.",
            "Learning Safe Sideways Climbs",
            "For learning safe sideways climbs, we propose a simple method to lean on old climbs.",
            id="in front of a method to do something, even where its noun is told",
        ),
        pytest.param(
            "We propose a simple locomotion method that leans on the wind.",
            "Ropes for Safe Sideways Locomotion",
            "For safe sideways locomotion, we propose a simple locomotion method that leans on the wind.",
            id="in front where its noun was just said",
        ),
        pytest.param(
            "We propose a simple method that leans on the wind.",
            "Sideways Locomotion",
            "We propose a simple method for sideways locomotion that leans on the wind.",
            id="what is done, by its noun",
        ),
        pytest.param(
            "We propose a simple method that leans on the wind.",
            "Crab: Sideways Locomotion for Safe Climbs",
            "We propose a simple method for safe climbs that leans on the wind.",
            id="and not what is only done for another aim",
        ),
        pytest.param(
            "We propose a simple method that leans on the wind.",
            "An Approach to Sideways Learning",
            "We propose a simple method for sideways learning that leans on the wind.",
            id="what an approach is to",
        ),
        pytest.param(
            "We study how young crabs climb.",
            "Ropes and Ladders in Heavy Rain",
            "We study how young crabs climb in heavy rain.",
            id="at the end",
        ),
        pytest.param(
            "We study how young crabs climb; ropes outperform ladders.",
            "Ropes and Ladders in Heavy Rain",
            "We study how young crabs climb in heavy rain; ropes outperform ladders.",
            id="at the end of the first part",
        ),
        pytest.param(
            "We model gulls from land to ice.",
            "Wet Land with Old Ropes and Snow",
            "We model gulls from land to ice with old ropes and snow.",
            id="behind a range, and not within",
        ),
        pytest.param(
            "We introduce a gait of crabs, called Sidestep.",
            "Gaits in Heavy Rain",
            "For heavy rain, we introduce a gait of crabs, called Sidestep.",
            id="in front of a line that ends with a name",
        ),
        pytest.param(
            "A calm gait of gulls is presented.",
            "Sideways Locomotion",
            "For sideways locomotion, a calm gait of gulls is presented.",
            id="in front of what is presented",
        ),
        pytest.param(
            "We propose a simple method termed Sidestep that leans on the wind.",
            "Ropes for Steep Shores",
            "For steep shores, we propose a simple method termed Sidestep that leans on the wind.",
            id="not between a thing and its name",
        ),
        pytest.param(
            "We propose a simple method, which we call Sidestep, that leans on the wind.",
            "Ropes for Steep Shores",
            "For steep shores, we propose a simple method, which we call Sidestep, that leans on the wind.",
            id="not between a thing and what its authors call it",
        ),
        pytest.param(
            "We introduce quiet gaits, a family of climbs that lean on the wind.",
            "Quiet Gaits for Steep Shores",
            "For steep shores, we introduce quiet gaits, a family of climbs that lean on the wind.",
            id="not between a thing and what it is",
        ),
        pytest.param(
            "We propose a simple method, Sidestep, which leans on the wind.",
            "Ropes for Steep Shores",
            "For steep shores, we propose a simple method, Sidestep, which leans on the wind.",
            id="not between a thing and its bare name",
        ),
        pytest.param(
            "We propose a new gait of crabs, Sidestep.",
            "Ropes in Heavy Rain",
            "For heavy rain, we propose a new gait of crabs, Sidestep.",
            id="not behind a bare name at the end",
        ),
        pytest.param(
            "We study why crabs sing “Come, wind.”",
            "Crabs in Heavy Rain",
            "In heavy rain, we study why crabs sing “Come, wind.”",
            id="not behind a closing quotation mark",
        ),
        pytest.param(
            "We propose a quiet gait that leans on the wind.",
            "Quiet Gaits for Steep Shores Made Easy",
            "We propose a quiet gait for steep shores that leans on the wind.",
            id="without praise of it",
        ),
        pytest.param(
            "We study the climbs of young crabs.",
            "Climbing Crabs via Wet Ropes",
            "We study the climbs of young crabs via wet ropes.",
            id="by what means",
        ),
        pytest.param(
            "We find that crabs that lean fall less often.",
            "Lobsters in Heavy Rain",
            "In heavy rain, we find that crabs that lean fall less often.",
            id="in front of a sentence that ends with a clause",
        ),
        pytest.param(
            "We build ladders that hold old crabs…",
            "Climbing Safely: Ladders",
            "",
            id="a first part only by its phrases",
        ),
        pytest.param(
            "We build ladders that hold old crabs…",
            "Towards Safe Climbs",
            "For safe climbs, we build ladders that hold old crabs…",
            id="towards what, as what it is for",
        ),
        pytest.param(
            "We study how young crabs climb.",
            "Climbing Crabs for Steep Shores in Heavy Rain",
            "We study how young crabs climb for steep shores in heavy rain.",
            id="with what follows in the title",
        ),
        pytest.param(
            "We propose a quiet gait.",
            "Sidestep: Melting Snow",
            "For melting snow, we propose a quiet gait.",
            id="what is done, without its capital",
        ),
        pytest.param(
            "We propose a quiet gait.",
            "Reducing Snow",
            "To reduce snow, we propose a quiet gait.",
            id="what is done, as a purpose",
        ),
        pytest.param(
            "We propose a robust method.",
            "Robust Sideways Locomotion",
            "We propose a robust method for sideways locomotion.",
            id="how it is done is said once",
        ),
        pytest.param(
            "We propose a shore-aware method.",
            "Shore-Aware Sideways Locomotion",
            "We propose a shore-aware method for sideways locomotion.",
            id="with what in mind is said once",
        ),
        pytest.param(
            "We propose a robust method.",
            "Robust and Safe Locomotion",
            "We propose a robust method for robust and safe locomotion.",
            id="a first of two stays",
        ),
        pytest.param(
            "We propose a quiet gait.",
            "Ropes for Climbs: A Sieve Search for Steep Shores",
            "We propose a quiet gait for steep shores.",
            id="what a search of a kind is for",
        ),
        pytest.param(
            "We study how gulls rest.",
            "Gulls under Old Stones in Heavy Rain, with Gulls",
            "We study how gulls rest under old stones in heavy rain.",
            id="without a last comma",
        ),
        pytest.param(
            "We propose a quiet gait.",
            "Quiet Gaits in Heavy Rain: a Study",
            "We propose a quiet gait in heavy rain.",
            id="from before a colon",
        ),
    ],
)
def test_a_line_takes_up_what_only_the_title_says(line: str, title: str, expected: str) -> None:
    assert added(line, title) == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("We propose a gait for steep shores.", "Gaits for Steep Shores", id="told already"),
        pytest.param("We propose a gait for crabs.", "Gaits for Steep Shores", id="two things to be for"),
        pytest.param(
            "We cut falls by 12% for old crabs.", "Crabs in Heavy Rain", id="measured, perhaps in part"
        ),
        pytest.param("Crabs prefer wet sand.", "Crabs in Heavy Rain", id="nobody's own"),
        pytest.param("We study how crabs climb.", "Climbs in Calais", id="a name that the abstract lacks"),
        pytest.param("We study how crabs climb.", "Crabs Are Slow in Heavy Rain", id="a title that states"),
        pytest.param("We study the tide model.", "Climbs in TM", id="what an abbreviation stands for"),
        pytest.param("We study climbs by the TM.", "Climbs in the tide model", id="an abbreviation"),
        pytest.param("We study how crabs climb.", "Exploring Steep Shores", id="how a paper goes about it"),
        pytest.param(
            "We study how crabs climb.", "Beyond Sideways Locomotion", id="what a paper leaves behind"
        ),
        pytest.param("We study how crabs climb.", "Heavy Distributions", id="no process"),
        pytest.param("We study how crabs climb.", "Old Observation", id="what happens by itself"),
        pytest.param(
            "A key obstacle is that crabs fall.",
            "Locomotion for Steep Shores",
            id="an obstacle is for nothing",
        ),
        pytest.param("It is that gulls fall.", "Locomotion for Steep Shores", id="a part of the work"),
        pytest.param("The second is that gulls fall.", "Locomotion for Steep Shores", id="an item of a list"),
        pytest.param("We study how crabs climb.", "The Walking", id="an article"),
        pytest.param(
            "We study how crabs climb.",
            "Old Ropes Meet Sideways Locomotion",
            id="a title that states, its verb",
        ),
        pytest.param("We study how crabs climb.", "Comprehensive Analysis of Snow", id="what the paper is"),
        pytest.param("We study how gulls rest.", "One Climb for All", id="a saying"),
        pytest.param("We study how gulls rest.", "Old Gulls in the Face of Snow", id="a figure of speech"),
        pytest.param(
            "We study how gulls rest.", "Sideways Locomotion as Old Rope", id="what a thing is taken for"
        ),
        pytest.param("We study how gulls rest.", "Lost in the Snow: Old Gulls", id="a saying before a colon"),
        pytest.param("We study how gulls rest.", "Accelerate Sideways Locomotion", id="an order"),
        pytest.param("We study how gulls rest.", "Resolve Sideways Locomotion", id="another order"),
        pytest.param("We study how gulls rest.", "Deep Learning", id="by what means"),
        pytest.param("We train crabs by songs.", "Training", id="a word alone"),
        pytest.param("We propose a method to train.", "Training Old Gulls", id="done already"),
        pytest.param("We study how gulls rest.", "Old Ropes with Snow in Mind", id="a figure of the mind"),
        pytest.param("We study how gulls rest.", "Old Ropes in Action", id="a figure of speech of deeds"),
        pytest.param("We study how gulls rest.", "Break Through Heavy Rain", id="a verb's own preposition"),
        pytest.param("We study how gulls rest.", "Getting Safe Climbs", id="what is had is not done"),
        pytest.param(
            "We study how gulls rest.", "Melting Ice & Sideways Locomotion", id="two things with a sign"
        ),
        pytest.param(
            "We propose a method of songs.", "An Alternative to Old Ropes", id="in the place of what"
        ),
        pytest.param(
            "We train gulls on old ropes.", "Gulls with Wet Ropes", id="half of it told, its noun too"
        ),
        pytest.param("We train gulls on wet piers.", "Gulls with Wet Ropes", id="half of it told"),
        pytest.param("We find that gulls rest.", "Sideways Locomotion", id="found, and not for it"),
        pytest.param("We argue that gulls rest.", "Gulls via Wet Ropes", id="argued, and not by it"),
        pytest.param("We argue that gulls rest.", "Sideways Locomotion", id="argued, and not for it"),
        pytest.param("We also show how gulls rest.", "Sideways Locomotion", id="shown, and not for it"),
        pytest.param("The ropes lead gulls up.", "Sideways Locomotion", id="nobody does it"),
        pytest.param(
            "We propose Sidestep, a calm framework to pull gulls that rest.",
            "Sideways Locomotion for Resting Gulls",
            id="a means within the name of a thing",
        ),
        pytest.param("We test LLMs on gulls.", "Gulls for Large Language Models", id="as everybody calls it"),
        pytest.param(
            "We propose a quiet method called Sidestep.", "Gulls via Wet Ropes", id="the end of a name"
        ),
        pytest.param(
            "To rest, we propose a simple method called Sidestep that leans.",
            "Learning Climbs via Wet Ropes",
            id="nor what belongs to a phrase that finds no place",
        ),
        pytest.param(
            "We propose a simple locomotion method that leans.",
            "Safe Sideways Locomotion",
            id="what is done, its noun said",
        ),
        pytest.param(
            "We study how gulls rest in the rain.", "Gulls under Old Heavy Rain", id="its noun said"
        ),
        pytest.param(
            "We study how gulls rest.", "Evidence for Sideways Locomotion", id="what evidence is for"
        ),
        pytest.param("We study how gulls rest.", "The Search for Old Ropes", id="what is looked for"),
        pytest.param(
            "We study how gulls rest.", "Interfacing with Wet Ropes", id="with what a verb asks for"
        ),
        pytest.param("We study how gulls rest.", "Gulls with an Application", id="what tells nothing"),
        pytest.param(
            "We study how gulls rest.", "Climbing: Gaits and Applications", id="what tells nothing of deeds"
        ),
        pytest.param("We study how gulls rest.", "Gulls in the Lens of Ropes", id="a figure of the eye"),
        pytest.param("The ropes lead gulls up.", "Towards Safe Climbs", id="towards which nobody does it"),
        pytest.param(
            "The main aim is that gulls rest.", "Locomotion for Steep Shores", id="an aim is for nothing"
        ),
        pytest.param("We study climbs by songs.", "Crabs via Wet Ropes", id="two means"),
        pytest.param("We find that crabs that lean fall.", "Lobsters in Rain", id="too little for the front"),
        pytest.param(
            "We find that crabs that lean fall.", "Lobsters in Rain, Snow and Hail", id="commas in front"
        ),
    ],
)
def test_a_line_stays_as_it_is(line: str, title: str) -> None:
    assert added(line, title) == ""


def test_a_line_takes_up_no_more_than_there_is_room_for() -> None:
    line = "We study how young crabs climb " + "very " * 15 + "well."
    title = "Climbing Crabs in Heavy Rain under Old Stones"
    assert added(line, title).endswith("well in heavy rain.")
    assert added(line.replace("very", "very very", 3), title) == ""


def test_a_sentence_that_would_break_off_is_cut_where_the_title_says_what_it_is_for() -> None:
    text = (
        "We present a quiet gait that leans on every one of the winds that the fishers of Dover know by name "
        "and that blow for the steep and long and narrow northern shores of old"
    )
    found = read_text("Quiet Gaits for Steep Shores", f"{text}.").takeaway
    assert found.text == "We present a quiet gait for steep shores that leans on every one of the winds."
    assert found.origin is TakeawayOrigin.OFFLINE


def test_a_finding_goes_before_the_scope() -> None:
    text = "We propose Sidestep, a gait. Our method outperforms every gait of lobsters and gulls on sand."
    found = read_text("Sidestep for the Long and Steep and Narrow Shores of the Old North", text).takeaway
    assert "; our method outperforms" in found.text


def test_a_line_takes_up_no_more_than_there_is_room_for_with_its_article() -> None:
    line = "We study the climbs of crabs " + "very " * 14 + "well."
    assert added(line, "Crabs with Old Model").endswith("well with an old model.")
    assert added(line.replace("very", "very very", 1), "Crabs with Old Model") == ""


def test_a_phrase_that_states_something_is_no_scope() -> None:
    assert added("We study gulls.", "Crabs in Heavy Rain Affects Ropes", f"{TEXT} Rain affects ropes.") == ""


def test_a_title_of_any_length_is_no_burden() -> None:
    assert added("We study how crabs climb.", "for crabs " * 100_000) == ""
