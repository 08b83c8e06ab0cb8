from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from radar.tui.behind import LATER, Behind

ROOT = Path(__file__).parents[2]


class Desk:
    """A reader who types or rests, and a timer to be rung by hand."""

    def __init__(self, *names: str) -> None:
        self.typing = False
        self.stopped = False
        self.imported: list[str] = []
        self.ring: Callable[[], object] = lambda: None
        Behind(self, names, self.imported.append).begin(self._every)

    def _every(self, _seconds: float, ring: Callable[[], object]) -> Desk:
        self.ring = ring
        return self

    def stop(self) -> None:
        self.stopped = True


def test_one_module_is_imported_at_a_time_and_then_no_more_is_asked_for() -> None:
    desk = Desk("a", "b")
    assert desk.imported == []
    desk.ring()
    assert (desk.imported, desk.stopped) == (["a"], False)
    desk.ring()
    assert (desk.imported, desk.stopped) == (["a", "b"], True)


def test_nothing_is_imported_while_somebody_types() -> None:
    desk = Desk("a")
    desk.typing = True
    desk.ring()
    assert (desk.imported, desk.stopped) == ([], False)
    desk.typing = False
    desk.ring()
    assert (desk.imported, desk.stopped) == (["a"], True)


def test_every_module_of_the_list_is_there_and_none_is_a_part_of_a_start() -> None:
    code = (
        "import sys, radar.cli.commands.open_screen, radar.wiring.radars, radar.tui.app; "
        "from importlib import import_module; from radar.tui.behind import LATER; "
        "print(*(name for name in LATER if name in sys.modules)); "
        "[import_module(name) for name in LATER]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert done.stdout.split() == []
    assert len(set(LATER)) == len(LATER)
