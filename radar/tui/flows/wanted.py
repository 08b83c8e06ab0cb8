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
        self._kept: dict[Thing, State] = {}
        """What was decided last and could not be written, or was thought of and not decided."""
        self._before: dict[Thing, State] = {}
        """What stood there when each question began that led to what is kept, or the last one."""
        self._times = 0

    @property
    def waiting(self) -> dict[Thing, State]:
        """What is wanted of all things that wait."""
        return {thing: state for thing, (_token, state) in self._last.items()}

    @property
    def kept(self) -> int:
        """How often something was kept, where anything is kept now that waits for nothing; 0 elsewhere."""
        return self._times if self._kept else 0

    def of(self, thing: Thing, shown: State) -> State:
        """Return what was decided last of a thing; what is shown of it where nothing waits."""
        waiting = self._last.get(thing)
        return shown if waiting is None else waiting[1]

    def to_change(self, thing: Thing, shown: State) -> State:
        """Return what a question about a thing begins with: also what the library could not take, as where
        the disk is full, or was left half-written, so that nobody has to think of the words once more."""
        return self._kept[thing] if thing in self._kept else self.of(thing, shown)

    def before(self, thing: Thing, shown: State) -> State:
        """Return what stood there when somebody began to change a thing, though it may be otherwise since."""
        if thing not in self._kept:
            self._before[thing] = self.of(thing, shown)
        return self._before.setdefault(thing, shown)

    def keep(self, thing: Thing, state: State) -> None:
        """Keep what was left half-written for the next question about the thing."""
        self._kept[thing] = state
        self._times += 1

    def forget(self, thing: Thing) -> None:
        """Keep nothing of a thing but what is written."""
        self._kept.pop(thing, None)

    def write(self, thing: Thing, state: State, run: Callable[[], Step | None]) -> Write:
        """Return the write that brings a thing into a state, which is what is wanted of it until then."""
        token = object()
        self._last[thing] = (token, state)
        self.forget(thing)

        def is_last() -> bool:
            return self._last.get(thing, (None,))[0] is token

        def write() -> Step | None:
            waits = False
            try:
                return run()
            except LibraryBusy:
                waits = True
                raise
            except RadarError:
                if is_last():
                    # What was left half-written since was thought of later.
                    self._kept.setdefault(thing, state)
                    self._times += 1
                raise
            finally:
                if not waits and is_last():
                    del self._last[thing]

        return Write(write)
