"""What was decided holds until it is written, or cannot be."""

from __future__ import annotations

import pytest

from radar.errors import LibraryBusy, LibraryError
from radar.tui.flows.step import Say, Step
from radar.tui.flows.wanted import Wanted


def test_the_last_decision_holds_until_it_is_written_itself() -> None:
    wanted = Wanted[int, str]()
    first = wanted.write(1, "on", lambda: Say("on"))
    second = wanted.write(1, "off", lambda: Say("off"))
    assert (wanted.of(1, "shown"), wanted.of(2, "shown")) == ("off", "shown")
    assert first.run() == Say("on")
    assert wanted.of(1, "shown") == "off"
    assert second.run() == Say("off")
    assert wanted.of(1, "shown") == "shown"


@pytest.mark.parametrize(("error", "then"), [(LibraryBusy("busy"), "on"), (LibraryError("gone"), "shown")])
def test_what_waits_is_still_wanted_and_what_fails_is_not(error: LibraryError, then: str) -> None:
    wanted = Wanted[int, str]()

    def fail() -> Step:
        raise error

    write = wanted.write(1, "on", fail)
    with pytest.raises(LibraryError):
        write.run()
    assert wanted.of(1, "shown") == then


def test_what_was_left_half_written_is_changed_next_until_something_is_decided() -> None:
    wanted = Wanted[int, str]()
    write = wanted.write(1, "on", lambda: Say("on"))
    wanted.keep(1, "half")
    write.run()
    assert (wanted.to_change(1, "shown"), wanted.of(1, "shown")) == ("half", "shown")
    wanted.write(1, "off", lambda: Say("off")).run()
    assert wanted.to_change(1, "shown") == "shown"
    wanted.keep(1, "half")
    wanted.forget(1)
    assert wanted.to_change(1, "shown") == "shown"


def test_words_that_were_left_half_written_go_with_what_stood_there_when_they_were_begun() -> None:
    wanted = Wanted[int, str]()
    assert wanted.before(1, "first") == "first"
    wanted.keep(1, "half")
    assert wanted.before(1, "second") == "first"
    write = wanted.write(1, "on", lambda: Say("on"))
    assert wanted.before(1, "second") == "on"
    write.run()
    assert wanted.before(1, "third") == "third"


def test_what_could_not_be_written_is_changed_next_unless_something_was_typed_since() -> None:
    wanted = Wanted[int, str]()

    def fail() -> Step:
        raise LibraryError("full")

    for typed, offered in (("", "on"), ("half", "half")):
        write = wanted.write(1, "on", fail)
        if typed:
            wanted.keep(1, typed)
        with pytest.raises(LibraryError):
            write.run()
        assert wanted.to_change(1, "shown") == offered
