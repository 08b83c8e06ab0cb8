"""What was done and what came of it, in one line."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.findings.findings import stands_by_itself
from radar.papers.summaries.summary import TakeawayOrigin
from tests.abstracts.told_lines import TITLE, line

DONE = "We propose Sidestep, a gait for crabs on wet sand."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{DONE} Extensive experiments show that Sidestep outruns all the gaits of lobsters.",
            "We propose Sidestep, a gait for crabs on wet sand; Sidestep outruns all the gaits of lobsters.",
            id="behind a line that repeats the title",
        ),
        pytest.param(
            "We propose Sideways Stepping, a gait for sideways crabs on wet sand. "
            "Sideways Stepping outperforms every gait of lobsters in rain.",
            "We propose Sideways Stepping, a gait for sideways crabs on wet sand; "
            "Sideways Stepping outperforms every gait of lobsters in rain.",
            id="a name of two words keeps its capitals",
        ),
        pytest.param(
            "We study how well young crabs climb. We find that steep ropes outperform ladders in the rain.",
            "We study how well young crabs climb; steep ropes outperform ladders in the rain.",
            id="behind a study",
        ),
        pytest.param(
            f"{DONE} Our method outperforms every earlier gait of lobsters.",
            "We propose Sidestep, a gait for crabs on wet sand; our method outperforms every earlier gait of "
            "lobsters.",
            id="of what was made",
        ),
        pytest.param(
            "We propose Sidestep, a gait for crabs on wet sand that leans on the wind. Sidestep improves the "
            "climbs of crabs on the pier, outperforming all the ropes.",
            "We propose Sidestep, a gait for crabs on wet sand that leans on the wind; it improves the "
            "climbs of crabs on the pier.",
            id="without what leads on",
        ),
        pytest.param(
            "We study the falls of crabs on the beaches of the north, and show that "
            "crabs that lean on the wind fall less often than all others do.",
            "We study the falls of crabs on the beaches of the north; crabs that lean on "
            "the wind fall less often than all others do.",
            id="of one sentence",
        ),
    ],
)
def test_what_came_of_it_is_joined(text: str, expected: str) -> None:
    assert line(text) == expected
    assert read_text(TITLE, text).takeaway.origin is TakeawayOrigin.OFFLINE


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param("It outperforms every earlier gait of lobsters in rain.", id="a pronoun"),
        pytest.param(
            "On wet days, it outperforms every earlier gait of lobsters.", id="a pronoun behind an adjunct"
        ),
        pytest.param("Extensive trials outperform every earlier guess about lobsters.", id="a study"),
        pytest.param("We test better ropes that outperform the ropes of lobsters.", id="what is done still"),
        pytest.param("Sidestep outperforms lobsters and shows the usefulness of old ropes.", id="no news"),
        pytest.param("Sidestep outperforms all such gaits in these two towns.", id="what points back"),
        pytest.param("Ladders outperform the proposed ropes of the lobsters.", id="a thing not named"),
        pytest.param(
            "The rope outperforms all the old ladders of lobsters.", id="a thing of another sentence"
        ),
        pytest.param("By comparison, lobsters outperform every snail on dry stones.", id="a comparison"),
        pytest.param("Existing climbing methods outperform every snail on dry stones.", id="of others"),
        pytest.param("Sidestep outperforms a gait for crabs on sand.", id="hardly anything new"),
        pytest.param(
            "Sidestep outperforms the gaits of lobsters and of prawns and of shrimps and of krill and of "
            "snails in water.",
            id="too long",
        ),
    ],
)
def test_what_does_not_stand_by_itself_is_not_joined(finding: str) -> None:
    text = f"{DONE} A rope is tied to each of the crabs. {finding}"
    assert line(text) == DONE


def test_a_name_that_another_sentence_gives_is_not_joined() -> None:
    begin = "We present Tides, a list of gaits. RopeNet was trained on all the tides of the year."
    assert line(f"{begin} RopeNet outperforms all ladders of the lobsters.", "Tides") == (
        "We present Tides, a list of gaits."
    )
    assert line(f"{begin} Ladders outperform the ropes of lobsters.", "Tides") == (
        "We present Tides, a list of gaits; ladders outperform the ropes of lobsters."
    )


def test_no_method_is_meant_where_a_benchmark_was_made() -> None:
    text = "We introduce Tides, a benchmark of gaits. Our model outperforms the ropes of lobsters."
    assert line(text, "Tides: a benchmark of gaits") == "We introduce Tides, a benchmark of gaits."


def test_a_finding_with_a_figure_stands_where_the_line_only_repeats_the_title() -> None:
    figure = (
        "Sidestep cuts the falls of young and of old crabs by 12% on all of the beaches of the north and the "
        "south in rain."
    )
    takeaway = read_text(TITLE, f"{DONE} {figure}").takeaway
    assert takeaway.text == figure
    assert takeaway.origin is TakeawayOrigin.QUOTED


def test_what_the_title_lacks_is_not_given_up_for_words_of_praise() -> None:
    text = (
        "We propose Sidestep, a gait for crabs that learns from tides, wind, ropes, ladders and the songs of "
        "old fishers. Sidestep outperforms the gaits of lobsters and prawns in every one of the towns."
    )
    assert line(text) == (
        "We propose Sidestep, a gait for crabs on wet sand that learns from tides, wind, ropes, ladders and "
        "the songs of old fishers."
    )


@pytest.mark.parametrize(
    "found",
    [
        "Snow, with its many steep slopes, is a natural next application.",
        "Snow is left to us for future work.",
    ],
)
def test_what_comes_next_was_not_found(found: str) -> None:
    assert not stands_by_itself(found, "")
    assert stands_by_itself("Snow, with its many steep slopes, is slow.", "")
