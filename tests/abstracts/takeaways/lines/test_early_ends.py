"""Where a sentence that is too long for a line ends early and whole."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.early_ends import ended_early
from radar.abstracts.takeaways.telling_words import telling

HEAD = "We study the walk of the small grey crabs of the cold north coast"
"""Fourteen words that tell a deed."""
TAIL = "and their kin on all of the other coasts of the old world and the new"
MORE = "in the old rock pools by night and their kin and all of the gulls"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(f"{HEAD} using one hundred cameras {TAIL}", HEAD, id="means"),
        pytest.param(
            f"{HEAD} across three years of storms in one pool {TAIL}",
            f"{HEAD} across three years of storms",
            id="the last place that fits",
        ),
        pytest.param(f"{HEAD}, where the sand stays wet {TAIL}", HEAD, id="a clause"),
        pytest.param(f"{HEAD} to find out why they sing {TAIL}", HEAD, id="purpose"),
        pytest.param(f"{HEAD}: one hundred cameras {TAIL}", HEAD, id="what a colon names"),
        pytest.param(f"{HEAD}, and evaluate four models of their steps {TAIL}", HEAD, id="a further deed"),
        pytest.param(f"{HEAD} derived out of old films {TAIL}", HEAD, id="a participle"),
        pytest.param(
            "We present CrabNet, a network of small pools that learns the tides of every beach by watching "
            "the old ones and their young at dawn",
            "We present CrabNet, a network of small pools that learns the tides of every beach",
            id="what was made",
        ),
    ],
)
def test_a_deed_ends_before_what_only_adds_to_it(text: str, kept: str) -> None:
    assert ended_early(text, 19) == kept


@pytest.mark.parametrize(
    ("listed", "ends"),
    [
        pytest.param("and small gulls", True, id="the last of a list"),
        pytest.param("or gulls", True, id="the last of several that may be"),
        pytest.param("and Flotsam", False, id="a name that is not explained"),
        pytest.param("and another", False, id="another that is not named"),
        pytest.param("small gulls", False, id="not the last"),
    ],
)
def test_a_deed_ends_behind_the_last_of_a_list(listed: str, *, ends: bool) -> None:
    head = f"We study the long slow walk of the small grey crabs, old lobsters, {listed}"
    assert ended_early(f"{head} across years of storms {MORE}", len(head.split())) == (head if ends else "")


LEAD = "We present after all these long cold years of work"
"""Ten words, with four more as many as a line has at least."""


@pytest.mark.parametrize(
    ("end", "rest"),
    [
        pytest.param("a study of differences", "in", id="differences in"),
        pytest.param("a study of its effectiveness", "in", id="a hollow noun"),
        pytest.param("a study of falls depending", "on", id="what asks for its ground"),
        pytest.param("a study of crabs directly", "from", id="an adverb"),
        pytest.param("a pool that is topical", "for", id="an adjective"),
        pytest.param("a study of their ability", "to find", id="an ability"),
        pytest.param("a study of their access", "to find", id="access to"),
        pytest.param("the ability of crabs", "to find", id="whose ability"),
        pytest.param("a study of the force", "on", id="a force on"),
        pytest.param("a pool to synergize crabs", "with", id="what is brought together"),
        pytest.param("a pool combining old crabs", "for", id="the first of what is combined"),
        pytest.param("a study of pools so cold crabs", "for", id="so has no verb yet"),
        pytest.param("one crab as a pool", "capable of", id="what it is taken for"),
        pytest.param("a talk in a crab-to-gull (C2G)", "across", id="half a name"),
        pytest.param("to our knowledge the first pool for crabs to nap", "at", id="the first so far known"),
        pytest.param("a study of the shells", "to polar", id="to is before no verb"),
        pytest.param("a study of the shells", "to their", id="nor before whose it is"),
        pytest.param("a pool that all who sing", "for", id="a verb behind who"),
        pytest.param("a model that uses the tide", "to find", id="what is used for something"),
        pytest.param("a model that endows old crabs", "with", id="what is given"),
        pytest.param("a model that treats old crabs", "in", id="what it is held to be"),
        pytest.param("a study of crabs given", "by", id="what was done"),
        pytest.param("a cut of all falls", "by half", id="how much"),
        pytest.param("a study of crabs - creatures", "in", id="what a dash only begins to tell"),
        pytest.param("a beach in which the crabs", "in", id="a clause without its verb"),
        pytest.param("a study of how crabs fed", "in", id="a question without its verb"),
        pytest.param("a study of one song, names the tides", "in", id="one of several deeds"),
        pytest.param("a song about the Rock", "for Young", id="a name"),
        pytest.param("a sum of all we know", "that", id="know that"),
        pytest.param("a model that can sing", "and use", id="what the thing does, and not who made it"),
    ],
)
def test_it_does_not_end_where_the_last_words_ask_for_more(end: str, rest: str) -> None:
    head = f"{LEAD} {end}"
    assert ended_early(f"{head} {rest} {MORE}", len(head.split())) == ""


@pytest.mark.parametrize(
    "rest", ["in", "for", "from", "on", "with", "by", "to find", "that", "and use", "at"]
)
def test_it_ends_where_they_do_not(rest: str) -> None:
    head = f"{LEAD} a study of shells"
    assert ended_early(f"{head} {rest} {MORE}", len(head.split())) == head


@pytest.mark.parametrize(
    ("end", "rest"),
    [
        pytest.param("a study of shells", "on all but, except", id="what is not so"),
        pytest.param("a study of shells that first grow", "on rocks and then", id="the first of two steps"),
        pytest.param("a study of (1) wet shells", "on rocks", id="the first of a list"),
        pytest.param("a study of shells, of old songs", "on rocks, and", id="a list without its end"),
        pytest.param("the largest study of shells", "on rocks", id="what is the largest only there"),
    ],
)
def test_it_does_not_end_where_what_stays_would_be_less_true(end: str, rest: str) -> None:
    head = f"{LEAD} {end}"
    assert ended_early(f"{head} {rest} {MORE}", len(head.split())) == ""


def test_nothing_of_what_the_title_speaks_of_is_left_behind() -> None:
    head = f"{LEAD} a study of shells"
    assert ended_early(f"{head} on rocks {MORE}", 14, telling("Rocks and shells")) == ""
    assert ended_early(f"{head} on rocks {MORE}", 14, telling("Years and shells")) == head


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We find that the small grey crabs of the cold north coast have wet shells {} {}", id="found"
        ),
        pytest.param(
            "The small grey crabs of the cold north coast of the sea have wet shells {} {}", id="no deed"
        ),
    ],
)
def test_of_what_was_found_only_the_means_go(text: str) -> None:
    assert ended_early(text.format("in the rain", TAIL), 19) == ""
    assert ended_early(text.format("by using old shells", TAIL), 19) == text.partition(" {}")[0]


def test_a_sentence_that_never_reaches_what_was_done_does_not_end() -> None:
    text = f"While the crabs of the cold north coast of the sea walk on wet sand using shells {TAIL}"
    assert ended_early(text, 19) == ""


@pytest.mark.parametrize("opening", ["", "For young seals, "])
def test_a_line_ends_with_a_full_stop_where_its_sentence_ends_early(opening: str) -> None:
    head = "we describe the walk of the small grey crabs of the cold north coast"
    text = (
        f"{opening}{head} using storms of every beach of the old world and of the new one and all the others."
    )
    told = f"{opening}{head}."
    assert read_text("Sidestep: a gait", text).takeaway.text == told[0].upper() + told[1:]


@pytest.mark.parametrize(
    ("head", "rest", "ends"),
    [
        pytest.param(
            "We build for the keepers of the coast the first cart for the old crabs", "by using wheels", True
        ),
        pytest.param(
            "We build for all of the keepers of the cold north coast the first cart", "by using wheels", False
        ),
        pytest.param(
            "We build for the keepers of the coast the first cart for the crabs of bays", "on rocks", True
        ),
        pytest.param(
            "We build for the keepers of the coast the first cart for the old crabs", "on rocks", False
        ),
        pytest.param(
            "We build for the keepers of the coast a cart for the test of old crabs", "on rocks", True
        ),
    ],
)
def test_the_first_of_its_kind_keeps_its_kind(head: str, rest: str, *, ends: bool) -> None:
    assert ended_early(f"{head} {rest} {MORE}", len(head.split()), least=10) == (head if ends else "")


def test_a_deed_does_not_end_before_the_one_case_that_it_is_done_for() -> None:
    about = telling("Crabs of Narrow Piers")
    told = HEAD.count(" ") + 3
    assert ended_early(f"{HEAD} on the shores of narrow piers {TAIL}", 19, about, told=told) == HEAD
    assert ended_early(f"{HEAD} on the narrow pier domain {TAIL}", 19, about, told=told) != HEAD
