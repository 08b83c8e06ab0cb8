"""Loading ahead of the first keys, with a clock set by hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

from radar.tui.loading import MODULES, Loading


class Turns:
    """What is to be done later, and how long nobody has typed."""

    def __init__(self, steps: int) -> None:
        self.rested = 10.0
        self.taken = 0
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self._count = steps
        self.loading = Loading(
            lambda: self.rested, self._steps, lambda seconds, act: self.waiting.append((seconds, act))
        )

    def turn(self) -> None:
        """Do what waits, which is one thing."""
        ((seconds, act),) = self.waiting
        assert seconds > 0, "others come in between"
        self.waiting.clear()
        act()

    def _steps(self) -> Iterator[object]:
        for number in range(self._count):
            self.taken += 1
            yield number + 1


def test_one_step_is_taken_at_a_time_and_none_before_the_first_papers() -> None:
    turns = Turns(3)
    assert turns.waiting == []
    turns.loading.begin()
    assert turns.taken == 0
    for number in (1, 2, 3):
        turns.turn()
        assert turns.taken == number
    turns.turn()
    assert turns.waiting == []


def test_nothing_is_loaded_while_somebody_types() -> None:
    turns = Turns(2)
    turns.loading.begin()
    turns.rested = 0.0
    turns.turn()
    turns.turn()
    assert turns.taken == 0
    turns.rested = 1.0
    turns.turn()
    assert turns.taken == 1


def test_a_key_that_begins_a_flow_loads_nothing_any_more() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, importlib, radar.tui.app\n"
            f"sizes = [len(sys.modules) for name in {MODULES!r} if importlib.import_module(name)]\n"
            "before = set(sys.modules)\n"
            "import radar.tui.flows.desk, radar.tui.screens.help_screen, radar.tui.help_text\n"
            "print(len(set(sys.modules) - before), max(b - a for a, b in zip(sizes, sizes[1:])))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    left, most = map(int, told.split())
    assert left == 0
    assert most <= 4, "no step loads many modules"
