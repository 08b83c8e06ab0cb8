"""The offline takeaway."""

from __future__ import annotations

import re

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.summary import TAKEAWAY_WORDS, TakeawayOrigin

LONG = (
    "Walking sideways is hard. In this paper, we propose Sidestep, a gait for crabs which learns from tides, "
    "which reuses what it learned on one beach on every other beach of the same coast, and which needs "
    "neither sand nor shells nor any other help from people. Code is available at github.com/crab/walk."
)


def line(text: str, title: str = "Sidestep: a gait") -> str:
    return read_text(title, text).takeaway.text


def test_the_contribution_is_told_and_not_the_motivation_or_the_code() -> None:
    assert line(LONG).startswith("We propose Sidestep, a gait for crabs which learns from tides")


def test_a_long_sentence_is_cut_at_a_clause_within_the_limit() -> None:
    found = line(LONG)
    assert len(found.split()) <= TAKEAWAY_WORDS
    assert found.endswith("tides.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, we find that crabs prefer sand.", "Crabs prefer sand."),
        ("In this paper, we propose a gait for young crabs.", "We propose a gait for young crabs."),
        ("Extensive experiments on three beaches show that crabs prefer sand.", "Crabs prefer sand."),
        ("We also propose a gait for young crabs here.", "We propose a gait for young crabs here."),
        ("We propose a gait (Mill et al., 2020) for young crabs.", "We propose a gait for young crabs."),
        (
            r"We cut the {\it slip} of crabs by 12\% on wet sand.",
            "We cut the slip of crabs by 12% on wet sand.",
        ),
        (r"We propose a gait \cite{mill2020} for young crabs.", "We propose a gait for young crabs."),
    ],
)
def test_openings_citations_and_rubble_go(text: str, expected: str) -> None:
    assert line(text) == expected


def test_a_warning_is_never_the_takeaway() -> None:
    text = "Warning: this paper contains offensive content. We find that crabs prefer wet sand."
    assert line(text) == "Crabs prefer wet sand."


@pytest.mark.parametrize(
    ("notice", "finding"),
    [
        ("Los datos y el código se publicarán pronto.", "Estudiamos cómo caminan los cangrejos en la arena."),
        ("数据将在论文录用后公开。", "我们研究螃蟹如何行走。"),
    ],
)
def test_a_notice_of_data_in_another_language_is_no_takeaway(notice: str, finding: str) -> None:
    assert line(f"{notice} {finding}", "Cangrejos") == finding
    assert line(f"{finding} {notice}", "Cangrejos") == finding


def test_a_line_that_points_at_another_sentence_gives_way() -> None:
    other = "We count all of the steps of old crabs."
    for walkers, expected in (
        ("them", other),
        ("gulls and how they", "On wet sand we watch gulls and how they walk sideways."),
    ):
        text = f"On wet sand we watch {walkers} walk sideways."
        assert line(f"{text} {other}", "Old crabs, sand") == expected


def test_a_notice_of_code_is_no_takeaway_even_where_nothing_else_is_the_authors_own() -> None:
    text = "Crabs rest on wet sand in the shade of old stones. We release a package for crabs at https://crab.org/c."
    assert line(text) == "Crabs rest on wet sand in the shade of old stones."


def test_an_abbreviation_that_the_abstract_explains_is_written_out() -> None:
    text = "A crab walking network (CWN) is hard to train. We propose to train every CWN by tides."
    takeaway = read_text("Tides", text).takeaway
    assert takeaway.text == "We propose to train every crab walking network by tides."
    assert takeaway.origin is TakeawayOrigin.OFFLINE


@pytest.mark.parametrize("text", ["Sidestep: a gait", "Sidestep: a gait.", ".", "$$$", "", "2 + 2"])
def test_an_abstract_that_says_nothing_beyond_its_title_has_no_takeaway(text: str) -> None:
    assert line(text) == ""


def test_a_line_that_never_reaches_its_main_clause_gives_way() -> None:
    leads_up = (
        "Considering that the crabs of the northern and of the southern coast walk on sand and mud and "
        "stones and on ice in all the many months of the year, gaits in calm and in wind are unfair"
    )
    other = "Gulls rest on old stones by the sea."
    assert line(f"{leads_up}. {other}", "Crabs of the northern and southern coast on ice") == other


def test_a_text_without_spaces_has_an_end() -> None:
    found = line("crab" * 3000)
    assert len(found) == 400 and found.endswith("…")


def test_the_title_is_not_said_again() -> None:
    text = "Sidestep: a gait. We study how crabs walk on wet sand."
    assert line(text) == "We study how crabs walk on wet sand."


def test_a_short_contribution_is_followed_by_its_finding() -> None:
    takeaway = read_text(
        "Sidestep: a gait",
        "We propose Sidestep, a gait for crabs. Our gait cuts slipping by 12% on wet sand.",
    ).takeaway
    assert takeaway.text == (
        "We propose Sidestep, a gait for crabs; our gait cuts slipping by 12% on wet sand."
    )
    assert takeaway.origin is TakeawayOrigin.OFFLINE


def test_a_finding_that_points_back_is_not_put_behind_the_contribution() -> None:
    assert line("We propose Sidestep, a gait for crabs. They gain 12% on these two beaches of sand.") == (
        "We propose Sidestep, a gait for crabs."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We propose Sidestep, a gait for crabs, which learns from the tides and from the wind and "
            "the sun and the rain of the coast. Empirically, Sidestep cuts slipping by 12% on wet sand.",
            "We propose Sidestep, a gait for crabs; it cuts slipping by 12% on wet sand.",
        ),
        (
            "We propose Sidestep for crabs that learns from tides. Slipping drops by 12% on wet sand.",
            "We propose Sidestep for crabs that learns from tides; slipping drops by 12% on wet sand.",
        ),
        (
            "We propose Sidestep, a gait for crabs. Sidestep improves the speed on all of the beaches and "
            "the piers of the southern coast from 10% on wet sand to 40% on dry sand.",
            "We propose Sidestep, a gait for crabs.",
        ),
    ],
)
def test_a_finding_is_put_behind_what_was_done_only_where_both_stay_whole(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Walking crabs are becoming popular in many large towns. We study how crabs walk on wet sand.",
            "We study how crabs walk on wet sand.",
        ),
        (
            "We ask how crabs walk on wet sand. These two questions about crabs matter to crabs in Sidestep.",
            "We ask how crabs walk on wet sand.",
        ),
        (
            "We propose a gait in O(n) time (see the figure) for young crabs on wet sand and on dry sand, "
            "in rain and in snow, at night and by day on all beaches.",
            "We propose a gait in O(n) time (see the figure) for young crabs on wet sand and on dry sand, "
            "in rain and in snow.",
        ),
        (
            "We propose a gait that lets young crabs on every one of the wet beaches of the coast walk, "
            "climb, rest, and swim without any help from the people who live there.",
            "We propose a gait that lets young crabs on every one of the wet beaches of the coast walk, "
            "climb, rest, and swim…",
        ),
    ],
)
def test_lines_read_well(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sidestep sets a new record on the great beach of the north, in the rain and in the wind: "
            "it gains 2.7 crabs an hour and 3.6 crabs a day more than the best gait before.",
            "Sidestep sets a new record on the great beach of the north, in the rain and in the wind…",
        ),
        (
            "Our crabs leave out 80% of the steps of the training of their old and tired coach for a "
            "large and lasting reduction in walking time reaching 66% by the end.",
            "Our crabs leave out 80% of the steps of the training of their old and tired coach for a "
            "large and lasting reduction…",
        ),
        (
            "The crabs of the eastern coast in the warm months of the year show a gait that in all of "
            "our many long trials is comparable to that of lobsters.",
            "The crabs of the eastern coast in the warm months of the year show a gait that in all of our "
            "many long trials…",
        ),
        (
            "We measure the speed of crabs on many beaches of the coast in the rain and in the wind, "
            "and we find that the speed of all of them falls at night.",
            "We measure the speed of crabs on many beaches of the coast in the rain and in the wind.",
        ),
        (
            "We propose a gait for planning, walking along the many wet beaches of the coast, improving "
            "the mood of crabs, and avoiding all of the hungry gulls up above them.",
            "We propose a gait for planning, walking along the many wet beaches of the coast, improving the "
            "mood of crabs…",
        ),
        (
            "The gait of the crabs on the beach, which we film from above for many days and in every weather "
            "of the coast, improves with each tide of the moon.",
            "The gait of the crabs on the beach, which we film from above for many days and in every weather "
            "of the coast, improves…",
        ),
        (
            "We walk over the region {(r, t, u) of the beach and the sea and the sky and the wind and "
            "the sun and the moon and the stars} every day.",
            "We walk over the region…",
        ),
    ],
)
def test_a_long_sentence_is_cut_before_an_adjunct_or_broken_off_with_an_ellipsis(
    text: str, expected: str
) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("However, we find that crabs prefer sand.", TakeawayOrigin.QUOTED),
        ("In this paper, crabs prefer {\\it wet} sand over dry sand.", TakeawayOrigin.QUOTED),
        ("We propose a gait (Mill et al., 2020) for young crabs.", TakeawayOrigin.OFFLINE),
        ("We also propose a gait for young crabs here.", TakeawayOrigin.OFFLINE),
        (LONG, TakeawayOrigin.QUOTED),
    ],
)
def test_only_what_stands_in_the_abstract_is_called_a_quotation(text: str, origin: TakeawayOrigin) -> None:
    assert read_text("Sidestep: a gait", text).takeaway.origin is origin


def test_an_opinion_is_not_told_as_a_fact() -> None:
    assert line("We argue that crabs should rest at noon.") == "We argue that crabs should rest at noon."
    assert line("Our results suggest that crabs rest at noon.").startswith("Our results suggest that")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            r"We measure a pace of $(1.39\pm0.03)\times10^{-12}$ cm a day for the crab.",
            "(1.39±0.03)×10⁻¹² cm",
        ),
        ("We find crabs on 12 (of 40) beaches.", "12 (of 40) beaches"),
        ("We find the share of wet crabs in [1, 2] every day.", "in [1, 2] every"),
        (
            "We find a pace of $(2.1 \\pm 0.3)\\times 10^{3}$ steps for every one of the old crabs of "
            "the coast of the north and of the south and of the east.",
            "a pace of (2.1 ± 0.3)×10³ steps",
        ),
    ],
)
def test_no_number_is_left_out_of_the_middle(text: str, kept: str) -> None:
    assert kept in line(text)


def test_a_finding_that_fits_is_told_before_a_contribution_that_does_not() -> None:
    text = (
        "We propose Sidestep, which the red crabs, the blue crabs, the small crabs, the large crabs, the "
        "young crabs, the old crabs, the lame crabs and all the gulls like. "
        "Sidestep cuts slipping by 12% on wet sand."
    )
    assert line(text) == "Sidestep cuts slipping by 12% on wet sand."


def test_every_word_stands_in_the_abstract() -> None:
    known = set(re.findall(r"\w+", LONG.lower()))
    assert set(re.findall(r"\w+", line(LONG).lower())) <= known


def test_an_abstract_in_another_language_gets_a_sentence_and_no_flags() -> None:
    reading = read_text(
        "Les crabes", "Les crabes marchent de côté. Nous étudions leurs pas sur le sable mouillé."
    )
    assert reading.takeaway.text in (
        "Les crabes marchent de côté.",
        "Nous étudions leurs pas sur le sable mouillé.",
    )
    assert reading.flags.results.value == "none"
    assert reading.flags.code.value == "none"


def test_a_question_is_no_takeaway_where_the_abstract_answers_it() -> None:
    text = (
        "Which of the small networks can tell a heron from a stork at dusk? "
        "We watch two ponds for a summer and label every bird. "
        "A network with three layers tells them apart as well as a ranger does."
    )
    assert "?" not in read_text("Herons at Dusk", text).takeaway.text


def test_no_line_breaks_off_before_its_main_clause_where_that_can_stand_alone() -> None:
    text = (
        "To learn how far the young crabs, the old crabs and the seals of the north coast walk on wet sand "
        "at dawn and at dusk, we film two hundred of them for one long year."
    )
    assert line(text, "Of Sand") == "We film two hundred of them for one long year."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Building upon a decade of films of the north coast, we present a calendar of sieves that tells "
            "each crab where the sand is wet and warns each gull of the tide that comes with the autumn.",
            "We present a calendar of sieves that tells each crab where the sand is wet and warns each gull "
            "of the tide.",
            id="goes further",
        ),
        pytest.param(
            "Using the tracks of crabs, gulls and seals along the north coast, we find that these rest far "
            "more often where the wet sand is deep and where the wind never blows from the open sea.",
            "Using the tracks of crabs, gulls and seals along the north coast, we find that these rest far "
            "more often where the wet sand…",
            id="points into the opening",
        ),
    ],
)
def test_a_line_that_breaks_off_does_without_its_opening(sentence: str, expected: str) -> None:
    assert line(sentence, "Of Sand") == expected
