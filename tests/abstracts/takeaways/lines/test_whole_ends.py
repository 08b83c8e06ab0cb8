"""Where a line that breaks off ends whole instead."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.borders import clean_cut
from radar.abstracts.takeaways.lines.early_ends import lists_parts
from radar.abstracts.takeaways.lines.shortening import Cut, Line
from radar.abstracts.takeaways.lines.whole_ends import best_end, ended_whole, with_last_deed_joined
from radar.abstracts.takeaways.takeaway_lines import ended

HEAD = "We study the slow walk of the small grey crabs of the cold north coast"
TAIL = "of the old rock pools by night in the long dark of all the cold winters"
FOUND = "We find that the small grey crabs of the cold coast are loud by night"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(f"{HEAD}, a shore {TAIL}", HEAD, id="what a thing is"),
        pytest.param(f"{HEAD}, namely the grey ones {TAIL}", HEAD, id="which it is"),
        pytest.param(f"{HEAD}, including some {TAIL}", HEAD, id="examples"),
        pytest.param(f"{HEAD}, replacing the charts {TAIL}", HEAD, id="what is done by it"),
        pytest.param(f"{HEAD}, filmed by the keepers {TAIL}", HEAD, id="what was done to it"),
        pytest.param(f"{HEAD}, with some cameras {TAIL}", HEAD, id="what is beside it"),
        pytest.param(f"{HEAD}, alongside some cameras {TAIL}", HEAD, id="what stands at its side"),
        pytest.param(f"{HEAD} and chart the pools {TAIL}", HEAD, id="a second deed"),
        pytest.param(f"{FOUND}, which was not known {TAIL}", FOUND, id="what is told of a finding"),
        pytest.param(f"{FOUND}, a song {TAIL}", FOUND, id="what a found thing is"),
        pytest.param(
            f"We count 90 crabs in the small cold bays of the north coast, covering over 40 years {TAIL}",
            "We count 90 crabs in the small cold bays of the north coast",
            id="how many more there are of another thing",
        ),
        pytest.param(
            f"We sort the wet shells that the tide brings from the old rocks, covering the bays {TAIL}",
            "We sort the wet shells that the tide brings from the old rocks",
            id="where a thing is from",
        ),
        pytest.param(
            "We build a cart that sweeps the long cold beach, sorts the shells by age, and paints the doors "
            + TAIL,
            "We build a cart that sweeps the long cold beach and sorts the shells by age",
            id="the last of three deeds of a thing",
        ),
        pytest.param(
            "We count the slow crabs of the long cold beach, measure their walk by day, and chart the pools "
            + TAIL,
            "We count the slow crabs of the long cold beach and measure their walk by day",
            id="the last of three deeds",
        ),
    ],
)
def test_a_sentence_ends_before_what_it_adds(text: str, kept: str) -> None:
    assert ended_whole(text, 20) == kept


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{FOUND}, with some cameras {TAIL}", id="what goes with a finding"),
        pytest.param(
            f"We study for all these long cold years three kinds of crabs, namely the red ones {TAIL}",
            id="what a number counts",
        ),
        pytest.param(f"{HEAD}, a gull of the bay, and a seal {TAIL}", id="a list"),
        pytest.param(f"{HEAD}, compared with those {TAIL}", id="a comparison"),
        pytest.param(f"{FOUND}, assuming the tide {TAIL}", id="under what it holds"),
        pytest.param(f"{FOUND} and chart the pools {TAIL}", id="what was found and done"),
        pytest.param(f"{HEAD} and propose the cart {TAIL}", id="what was made"),
        pytest.param(
            f"We have after all these long cold years of work built CrabCart, a cart {TAIL}", id="a new name"
        ),
        pytest.param(
            f"We propose after all these long cold years of work a cart to sort and count the crabs {TAIL}",
            id="a verb without what it is done to",
        ),
        pytest.param(
            f"We study the crabs of the small cold bays – the tired old ones, a clan {TAIL} – by day",
            id="between dashes",
        ),
        pytest.param(
            "We tag 90% of the crabs in the small cold bays of the north coast, a clan larger than others "
            + TAIL,
            id="what a number is compared with",
        ),
        pytest.param(
            f"We study the link between the small grey crabs of the coast and the gull's, covering {TAIL}",
            id="whose",
        ),
        pytest.param(
            f"While the small grey crabs of the cold north coast sing at night, a clan {TAIL}", id="no clause"
        ),
    ],
)
def test_a_sentence_ends_nowhere_else(text: str) -> None:
    assert ended_whole(text, 20) == ""


def test_a_sentence_that_fits_in_fewer_words_is_kept_whole() -> None:
    text = "We propose a novel cart (of wood and tin) that sorts shells and counts crabs by night."
    assert (
        best_end([text], 12, frozenset(), 12)
        == "We propose a cart that sorts shells and counts crabs by night."
    )
    text = "We sort both the shells of the long beach and the crabs of the bay."
    assert (
        best_end([text], 14, frozenset(), 14)
        == "We sort the shells of the long beach and the crabs of the bay."
    )


def test_none_of_two_is_left_alone() -> None:
    text = f"We sort with our carts by night both the shells of the cold beach and the crabs {TAIL}."
    assert best_end([text], 16, frozenset(), 16) == ""


def test_what_the_title_tells_is_not_left_behind_in_the_next_words() -> None:
    text = f"We count the small grey crabs of the long cold beach under a full moon {TAIL}."
    kept = "We count the small grey crabs of the long cold beach"
    assert best_end([text], 13, frozenset({"gulls"}), 13) == kept
    assert best_end([text], 13, frozenset({"gulls"}), 16) == ""
    assert best_end([text], 13, frozenset({"moon"}), 16) == ""


def test_what_the_title_tells_may_go_where_a_deed_tells_hardly_less() -> None:
    text = f"We count the small grey crabs of the long cold beach under a full moon {TAIL}."
    kept = "We count the small grey crabs of the long cold beach"
    assert best_end([text], 13, frozenset({"moon"}), 13) == kept
    assert best_end([text.replace("under a", "where the")], 13, frozenset({"moon"}), 13) == ""


def test_the_first_of_its_kind_is_so_only_of_the_whole_kind() -> None:
    text = f"We count with the first of all nets that hold small grey crabs under a full moon {TAIL}."
    assert best_end([text], 18, frozenset(), 18) == ""
    kept = "We count with one of all nets that hold small grey crabs"
    assert best_end([text.replace("the first", "one")], 18, frozenset(), 15).startswith(kept)


@pytest.mark.parametrize(
    "end",
    [
        "a fence that prevents the small crabs",
        "a fence that prevents the small and tired old crabs",
        "the crabs beside predictions and with predictions",
        "a cart that sorts the crabs by weighing",
        "a certain kind of walk",
        "both carts of the keepers",
        "a rule, that for the small crabs",
        "all the carts and provide charts",
    ],
)
def test_an_end_that_tells_nothing_by_itself_is_none(end: str) -> None:
    text = f"We study for three cold years on the long beach {end} using the cameras {TAIL}."
    assert best_end([text], 18, frozenset(), 18) == ""


def test_behind_a_colon_one_thing_may_end_early_and_parts_may_not() -> None:
    assert not lists_parts("We build CrabCart: a small cart that sweeps the sand of the beach")
    assert lists_parts("We build two carts: a small cart that sweeps the sand of the beach")
    assert lists_parts("We build CrabCart: sand is swept by a small cart of the beach")
    assert lists_parts("We build CrabCart: a cart that sweeps")


def test_a_line_gives_up_what_the_title_says_where_it_then_fits() -> None:
    text = (
        "We propose CrabCart, a small wooden cart that sorts the painted shells of the old beach by age and "
        "sweeps the sand behind the tide."
    )
    read = read_text("CrabCart: Sorting for Lonely Lighthouse Keepers", text)
    assert not read.takeaway.text.endswith("…")


def test_what_opens_a_line_is_not_said_again_by_what_broke_off() -> None:
    text = (
        "We propose an old filter of wet rope and tin to smooth the tracks of crabs collected during storms."
    )
    opening = "For smoothing tracks, "
    broken = Line(f"{opening}we propose an old filter of wet rope and tin…", Cut.BROKEN, f"W{text[1:40]}…")
    plain = "We propose an old filter of wet rope and tin…"
    line = ended(broken._replace(plain=plain), text, "Smoothing Tracks")
    assert line.text == text


def test_no_line_grows_beyond_its_limit_by_what_joins_its_last_deed() -> None:
    deeds = "We count the slow crabs of the long cold beach, measure their walk by day, and chart the pools"
    text = f"{deeds} {TAIL}"
    head = "We count the slow crabs of the long cold beach and measure their walk by day"
    assert ended_whole(text, 16) == head
    assert ended_whole(text, 15) == ""


def test_the_last_of_the_deeds_that_are_left_is_joined() -> None:
    assert with_last_deed_joined("It enables the crabs, supports their walk.", 9) == (
        "It enables the crabs and supports their walk."
    )
    assert with_last_deed_joined("It enables the crabs, supports their walk.", 7) == ""
    assert with_last_deed_joined("It feeds the crabs and gulls.", 9) == "It feeds the crabs and gulls."
    found = "On the cold coast, supports their walk."
    assert with_last_deed_joined(found, 9) == found


def test_a_line_ends_before_half_of_what_a_thing_does() -> None:
    half = f"that not only sweeps the long cold beach {TAIL}, but even paints the doors of the keepers."
    sentence = f"We build a small cart for the old crabs {half}"
    line = Line("We build a small cart for the old crabs that not only sweeps…", Cut.BROKEN)
    assert ended(line, sentence, "Carts").text == "We build a small cart for the old crabs."
    first = sentence.replace("a small", "the first small")
    line = Line("We build the first small cart for the old crabs that not only sweeps…", Cut.BROKEN)
    assert ended(line, first, "Carts").text.endswith("…")


def test_no_line_ends_with_half_of_what_a_thing_is() -> None:
    sentence = (
        "We find crabs on a coast where each crab can be not only fed or led, "
        f"which was not known {TAIL}, but also painted."
    )
    assert ended_whole(sentence, 20) == ""
    assert clean_cut(sentence, 20) == ""
