"""Strings of a bibliography that come to more than anybody writes: told by line, and nothing else is lost."""

from __future__ import annotations

import pytest

from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.bibtex.values import MOST_OF_STRINGS, Strings, TooLong

ALMOST = '@string{long = "%s"}' % ("a" * (MOST_OF_STRINGS - 100))
FINE = "@article{fine, title = {On Kites}}"


def parsed(*lines: str) -> tuple[list[Paper], list[tuple[int, str]]]:
    items = list(Bibtex().parse(lines))
    told = [(item.line, item.reason) for item in items if isinstance(item, NotUnderstood)]
    return [item for item in items if isinstance(item, Paper)], told


def test_strings_that_double_from_line_to_line_end_at_a_bound() -> None:
    lines = ['@string{s0 = "aaaaaaaaaaaaaaaaaaaa"}']
    lines += [f"@string{{s{number} = s{number - 1} # s{number - 1}}}" for number in range(1, 40)]
    papers, told = parsed(*lines, "@article{bomb, title = s39}", FINE, "@article{x, title = s3}")
    assert told[0] == (10, f"the strings that it names come to more than {MOST_OF_STRINGS:,} characters")
    assert [paper.title for paper in papers][1:] == ["On Kites", "a" * 160]
    assert max(len(paper.title) for paper in papers) <= MOST_OF_STRINGS


def test_a_string_that_is_too_long_is_told_and_its_name_stays_as_it_is() -> None:
    papers, told = parsed(
        '@string{s = "%s"}' % ("a" * (MOST_OF_STRINGS + 1)), "@article{x, title = {On Kites}, journal = s}"
    )
    assert told == [(1, f"a string of more than {MOST_OF_STRINGS:,} characters")]
    assert [(paper.title, paper.venue) for paper in papers] == [("On Kites", "s")]


def test_a_string_that_comes_twice_is_bounded_too() -> None:
    _, told = parsed(ALMOST, "@string{two = {a}}", "@string{two = long # long}")
    assert [line for line, _ in told] == [3]


def test_all_strings_of_a_file_together_are_bounded() -> None:
    strings = Strings(most=30)
    strings.remember("One", '"%s"' % ("a" * 20))
    with pytest.raises(TooLong, match="the strings of the file come to more than 30 characters"):
        strings.remember("two", '"%s"' % ("b" * 11))
    strings.remember("one", "{c}")
    strings.remember("two", '"%s"' % ("b" * 11))
    assert (strings.find("ONE"), strings.find("two"), strings.find("three")) == ("c", "b" * 11, "three")


@pytest.mark.parametrize(
    "fields",
    [
        "title = {A} # long # long",
        "title = {A}, abstract = long, note = long",
        "title = {A}, abstract = long note = long",
    ],
)
def test_an_entry_that_strings_make_too_long_is_told_and_lost_alone(fields: str) -> None:
    papers, told = parsed(ALMOST, f"@article{{big, {fields}}}", FINE)
    assert told == [(2, f"the strings that it names come to more than {MOST_OF_STRINGS:,} characters")]
    assert [paper.title for paper in papers] == ["On Kites"]


def test_what_stands_in_an_entry_itself_may_be_long_and_joined() -> None:
    long = "a " * MOST_OF_STRINGS
    papers, told = parsed(
        ALMOST, f'@article{{x, title = {{A}}, note = long, abstract = "{long}" # "{long}b"}}'
    )
    assert told == []
    assert len(papers[0].abstract) == 4 * MOST_OF_STRINGS + 1


def test_a_volume_keeps_no_title_that_a_string_made_long() -> None:
    papers, _ = parsed(
        ALMOST,
        "@proceedings{v, title = long, year = 2024}",
        "@inproceedings{x, title = {On Kites}, crossref = {v}}",
    )
    (paper,) = papers
    assert (paper.venue, paper.published and paper.published.year) == ("", 2024)
