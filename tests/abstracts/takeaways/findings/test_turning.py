"""A finding that the next sentence takes back."""

from __future__ import annotations

from radar.abstracts.reading import read_text

FOUND = "We find that the crabs of the cold coast may sing by night."
BACK = "However, the song remains very quiet, as we hear in all the bays of the long coast of the north."


def test_what_is_taken_back_is_told_behind_the_finding() -> None:
    line = read_text("Songs", f"{FOUND} {BACK}").takeaway.text
    assert line == ("The crabs of the cold coast may sing by night; however, the song remains very quiet.")


def test_without_room_the_finding_stands_alone() -> None:
    long = FOUND.replace("sing", "sing the long old songs of their kin and of the gulls of the bay")
    assert "however" not in read_text("Songs", f"{long} {BACK}").takeaway.text


def test_a_deed_is_not_taken_back() -> None:
    text = f"We build a small cart for the crabs of the cold coast. {BACK}"
    assert "however" not in read_text("Songs", text).takeaway.text


def test_what_others_did_takes_nothing_back() -> None:
    text = f"{FOUND} However, earlier studies have only listened to the gulls."
    assert "however" not in read_text("Songs", text).takeaway.text
