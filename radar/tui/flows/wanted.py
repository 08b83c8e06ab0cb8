"""What will be of things once the writes that wait are done."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from radar.errors import LibraryBusy, RadarError
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
        self._refused: dict[Thing, State] = {}

    @property
    def waiting(self) -> dict[Thing, State]:
        """What is wanted of all things that wait."""
        return {thing: state for thing, (_token, state) in self._last.items()}

    def of(self, thing: Thing, shown: State) -> State:
        """Return what was decided last of a thing; what is shown of it where nothing waits."""
        waiting = self._last.get(thing)
        return shown if waiting is None else waiting[1]

    def to_change(self, thing: Thing, shown: State) -> State:
        """Return what a question about a thing begins with: also what the library could not take, as where
        the disk is full, so that nobody has to think of the words once more."""
        return self.of(thing, self._refused.get(thing, shown))

    def write(self, thing: Thing, state: State, run: Callable[[], Step | None]) -> Write:
        """Return the write that brings a thing into a state, which is what is wanted of it until then."""
        token = object()
        self._last[thing] = (token, state)

        def write() -> Step | None:
            waits = False
            try:
                done = run()
            except LibraryBusy:
                waits = True
                raise
            except RadarError:
                self._refused[thing] = state
                raise
            else:
                self._refused.pop(thing, None)
                return done
            finally:
                if not waits and self._last.get(thing, (None,))[0] is token:
                    del self._last[thing]

        return Write(write)
