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
