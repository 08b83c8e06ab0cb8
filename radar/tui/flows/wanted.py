"""What will be of things once the writes that wait are done."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from radar.errors import LibraryBusy
from radar.tui.flows.step import Step, Write

Thing = TypeVar("Thing", bound=Hashable)
State = TypeVar("State")


class Wanted(Generic[Thing, State]):
    """Remembers what was decided and is not written yet, so that the next key goes on from there.

    What a key changes is decided when it is pressed. While the library is busy the screen still shows how
    things were, and a key that turns something over would decide the same twice.
    """

    def __init__(self) -> None:
        """Begin with nothing that waits."""
        self._last: dict[Thing, tuple[object, State]] = {}

    @property
    def waiting(self) -> dict[Thing, State]:
        """What is wanted of all things that wait."""
        return {thing: state for thing, (_token, state) in self._last.items()}

    def of(self, thing: Thing, shown: State) -> State:
        """Return what was decided last of a thing; what is shown of it where nothing waits."""
        waiting = self._last.get(thing)
        return shown if waiting is None else waiting[1]

    def write(self, thing: Thing, state: State, run: Callable[[], Step | None]) -> Write:
        """Return the write that brings a thing into a state, which is what is wanted of it until then."""
        token = object()
        self._last[thing] = (token, state)

        def write() -> Step | None:
            waits = False
            try:
                return run()
            except LibraryBusy:
                waits = True
                raise
            finally:
                if not waits and self._last.get(thing, (None,))[0] is token:
                    del self._last[thing]

        return Write(write)
