"""Notes as they are kept."""

from __future__ import annotations

import pytest

from radar.papers.reader.notes import LONGEST, joined, note_in, revised, whole_note


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ask\nAda \t about\x1b[31m it ", "ask Ada about it"),
        (" \n ", ""),
        ("n" * LONGEST + "m", "n" * LONGEST),
        ("n" * (LONGEST - 1) + " m", "n" * (LONGEST - 1)),
    ],
)
def test_a_note_is_one_clean_paragraph_of_some_length(typed: str, kept: str) -> None:
    assert note_in(typed) == kept


def test_how_long_a_note_would_be_is_told_without_a_cut() -> None:
    assert len(whole_note("n" * (LONGEST + 5))) == LONGEST + 5


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("dig here", "ask Ada", "dig here / ask Ada"),
        ("dig here", "", "dig here"),
        ("", "ask Ada", "ask Ada"),
        ("ask Ada", "ask Ada", "ask Ada"),
        ("dig here / ask Ada", "ask Ada", "dig here / ask Ada"),
        ("no", "not reproducible", "no / not reproducible"),
        ("n" * LONGEST, "m" * LONGEST, "n" * LONGEST + " / " + "m" * LONGEST),
    ],
)
def test_of_two_notes_nothing_is_lost_and_nothing_said_twice(one: str, other: str, both: str) -> None:
    assert joined(one, other) == both


@pytest.mark.parametrize(
    ("held", "before", "note", "kept"),
    [
        ("seen", "seen", "new", "new"),
        ("seen", "seen", "", ""),
        ("", "", "new", "new"),
        ("theirs", "", "mine", "theirs / mine"),
        ("theirs", "seen", "mine", "theirs / mine"),
        ("same", "seen", "same", "same"),
        ("theirs", "seen", "seen", "theirs"),
        ("theirs", "seen", "", "theirs"),
        ("", "seen", "mine", "mine"),
        ("", "seen", "seen", ""),
    ],
)
def test_what_was_written_meanwhile_and_what_is_written_now_are_both_kept(
    held: str, before: str, note: str, kept: str
) -> None:
    assert revised(held, before, note) == kept
