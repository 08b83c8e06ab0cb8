"""Lines that end in the middle of a sentence, and such that only look so."""

from __future__ import annotations

import pytest

from radar.papers.summaries.summary import TakeawayOrigin
from radar.summaries.checks.broken_off import is_broken_off
from radar.summaries.checks.takeaway_checks import BROKEN_OFF
from tests.summaries.papers import paper, reading_of, said


@pytest.mark.parametrize(
    "text",
    [
        "The mending of pictures is put as a local correction task, where.",
        "FoxCam is a network for these challenges: The.",
        "FoxCam counts foxes in pictures of the",
        "FoxCam counts foxes with an",
        "FoxCam counts foxes with a.",
        "FoxCam counts foxes in pictures and",
        "FoxCam counts foxes in gardens, but.",
        "FoxCam is faster than",
        "FoxCam counts foxes because.",
        "FoxCam counts foxes at night, although...",
        "FoxCam is a network that.",
        "FoxCam is a network which",
        "We show that",
        "The results suggest that.",
        "FoxCam is put in a setting where.",
        "Foxes are counted in pictures by a method in which",
        "FoxCam counts foxes in pictures of",
        "FoxCam counts foxes with.",
        "FoxCam is trained on.",
        "The error of FoxCam is compared to",
        "FoxCam counts foxes via",
        "FoxCam counts animals such as.",
        "FoxCam counts foxes and is",
        "FoxCam, a network of cameras, has.",
        "FoxCam counts foxes:",
        "FoxCam counts foxes,",
        "FoxCam counts foxes —",
        "FoxCam counts foxes -",
        "FoxCam counts foxes…",
        "FoxCam counts foxes (in pictures of gardens.",
        "FoxCam counts foxes [in pictures of gardens",
        "FoxCam counts “foxes in pictures of gardens.",
        'FoxCam counts "foxes in pictures of gardens.',
        "FoxCam counts foxes in gardens, which",
        "FoxCam counts foxes in gardens, with.",
        "FoxCam counts foxes and is able to.",
        "FoxCam counts foxes in the gardens of cities compared with.",
    ],
)
def test_a_line_that_breaks_off_is_told(text: str) -> None:
    assert is_broken_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "FoxCam tells what a count is based on.",
        "FoxCam shows which data it was trained on.",
        "FoxCam reads the pictures it was trained on.",
        "How foxes choose the gardens they come from",
        "FoxCam finds out what a fox looks at.",
        "Foxes are hard to count on.",
        "FoxCam is a network to rely on.",
        "FoxCam counts what is asked for.",
        "All that was asked for.",
        "Pictures of night are looked at.",
        "FoxCam counts foxes as well as humans do.",
        "FoxCam counts foxes better than humans can.",
        "FoxCam tells how good cameras are.",
        "Where the fox is.",
        "Cameras fail where foxes are.",
        "FoxCam tells which fox is which.",
        "FoxCam tells who, what, when, and where.",
        "FoxCam predicts who does what, when, where.",
        "FoxCam tells foxes, badgers, and the spaces in between.",
        "Foxes lack vitamin A.",
        "The count of foxes rises with vitamin A",
        "FoxCam watches a fox walk on.",
        "FoxCam runs while it is logged in.",
        "FoxCam counts foxes and so on.",
        "A toolbox for cameras to plug in.",
        "Foxes run virtual try-on.",
        "FoxCam tells arguments for and against.",
        "FoxCam counts foxes with or without.",
        "FoxCam counts foxes only when asked to.",
        "FoxCam is LUT-ILF++.",
        "FoxCam counts foxes at rates in [0, 1).",
        "FoxCam counts foxes at rates in (0, 1].",
        'FoxCam counts foxes on screens of 5".',
        'FoxCam counts "foxes" (and badgers) in gardens.',
        "FoxCam counts „foxes“ in gardens.",
        "FoxCam counts foxes, badgers, etc.",
        "FoxCam counts foxes (of Reh et al.)",
        "FoxCam is an AND of an OR.",
        "FoxCam does what nobody could.",
        "FoxCam reveals the pictures a network was trained on.",
        "FoxCam finds the gardens a fox depends on.",
        "FoxCam shows pictures a count is based on.",
        "FoxCam is faster than every camera it is compared to.",
        "FoxCam counts foxes that people are not able to.",
        "FoxCam counts foxes at rates that were previously unheard of.",
        "FoxCam counts foxes where only the largest networks can.",
        "FoxCam counts foxes, not badgers!",
        "",
        ".",
    ],
)
def test_a_line_that_is_whole_is_left_alone(text: str) -> None:
    assert not is_broken_off(text)


def test_in_other_languages_the_marks_alone_are_asked() -> None:
    assert not is_broken_off("FoxCam passt sich Gärten an.", english=False)
    assert is_broken_off("FoxCam zählt Füchse (in Gärten", english=False)
    assert is_broken_off("FoxCam zählt Füchse:", english=False)


def test_a_takeaway_that_breaks_off_is_trimmed_at_its_last_whole_clause() -> None:
    shown = said("FoxCam is a network that counts foxes in garden pictures of cities, where.")
    assert shown.failed_checks == (BROKEN_OFF,)
    assert shown.takeaway.origin is TakeawayOrigin.TRIMMED
    assert shown.takeaway.text == "FoxCam is a network that counts foxes in garden pictures of cities."


def test_a_takeaway_that_breaks_off_behind_a_colon_is_trimmed_before_it() -> None:
    shown = said("FoxCam is introduced as a network that counts foxes in garden pictures: The.")
    assert shown.failed_checks == (BROKEN_OFF,)
    assert shown.takeaway.text == "FoxCam is introduced as a network that counts foxes in garden pictures."


@pytest.mark.parametrize(
    "takeaway",
    [
        "FoxCam counts foxes in garden pictures and is faster than",
        "FoxCam counts foxes in the garden pictures of.",
        "FoxCam counts foxes in garden pictures of cameras, but.",
        "FoxCam counts foxes in pictures of gardens where.",
        "FoxCam counts foxes (in garden pictures of cameras.",
    ],
)
def test_a_takeaway_of_which_no_clause_is_left_is_not_shown(takeaway: str) -> None:
    shown = said(takeaway)
    assert BROKEN_OFF in shown.failed_checks
    assert shown.takeaway == reading_of(paper()).takeaway


def test_a_takeaway_in_the_language_of_its_paper_is_not_read_as_english() -> None:
    of = paper(
        "Füchse in der Stadt sind schwer zu zählen. Wir stellen ein Netz vor, das sich den Bildern von "
        "Kameras in den Gärten der Stadt anpasst und die Füchse zählt.",
        "Das Zählen der Füchse",
    )
    assert (
        BROKEN_OFF
        not in said("Das Netz zählt Füchse und passt sich den Bildern der Kameras an.", of).failed_checks
    )
