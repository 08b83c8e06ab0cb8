from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from radar.tui.timing.behind import LATER, Behind

ROOT = Path(__file__).parents[3]


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
        "from importlib import import_module; from radar.tui.timing.behind import LATER; "
        "print(*(name for name in LATER if name in sys.modules)); "
        "[import_module(name) for name in LATER]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    assert done.stdout.split() == []
    assert len(set(LATER)) == len(LATER)


_COMPILED = r"""
import sys
from radar.papers.text.patterns import _Lazy
from radar.tui.timing.behind import PATTERNS, Behind
from radar.tui.detail.text import detail_of
from radar.papers.bases import replace
from tests.tui.invented import PAPER, entry

class Desk:
    typing = stopped = False
    def stop(self):
        self.stopped = True

def waiting():
    ours = [(name, vars(module)) for name, module in sys.modules.items() if name.startswith("radar.")]
    return {(name, key) for name, names in ours for key, one in names.items() if type(one) is _Lazy}

desk = Desk()
behind = Behind(desk, (), patterns=PATTERNS if sys.argv[1:] else ())
behind.begin(lambda seconds, act: desk)
while not desk.stopped:
    behind.go_on()
before = waiting()
tex = PAPER.abstract + r" It costs 12\% of $x_{i}$, {\em much} -- as \textbf{others} do."
detail_of(entry(replace(PAPER, title=r"On $y^2$ \& more", abstract=tex)))
print(*(".".join(one) for one in before - waiting()))
"""


@pytest.mark.parametrize("prepared", [True, False])
def test_behind_the_start_a_paper_with_tex_and_links_has_no_pattern_compiled(prepared: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COMPILED, *(["prepared"] if prepared else [])],
        capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ,
    )  # fmt: skip
    assert (done.stdout.split() == []) is prepared
