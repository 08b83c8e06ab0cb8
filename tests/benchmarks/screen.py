"""How long a key waits, at several sizes of the library side by side: `python -m tests.benchmarks.screen`.

Drives the real program in a pseudo-terminal of 120x36 and times from the key's byte to the last changed byte.
The programs of all sizes run at once and take turns key by key, so that each figure has its like beside it:
on a machine that others use too, trust the ratios. "work" is processor time of the thread that paints.

"loop held" is how long the event loop was kept from the next event, "at work" the processor time in that.

The libraries are built once (python -m tests.benchmarks.million; needs RADAR_EVAL_DATA) and kept in the
folder. Marks and a few summaries are written to them while the write figures are taken.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.million import SIZES, library_of
from tests.benchmarks.screen_closeness import measure_closeness
from tests.benchmarks.screen_driving import Seat, seats
from tests.benchmarks.screen_keys import measure_filters, measure_moves, measure_search
from tests.benchmarks.screen_load import measure_holding, measure_memory, measure_writes
from tests.benchmarks.screen_table import Table
from tests.terminal import ROOT

Measure = Callable[[Sequence[Seat], Table], None]
_MEMORY, _START = "memory", "start"
_STARTING = "tests.benchmarks.start"


def main() -> None:
    """Measure and print the table, a group at a time."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = options.add_argument
    add("--folder", type=Path, required=True, help="where the libraries are kept; built if missing")
    add("--sizes", default=",".join(map(str, SIZES)), help="papers, smallest first (%(default)s)")
    add(
        "--only",
        default="",
        help="figures, separated by commas: start, moves, filters, search, closeness, holding, writes, memory"
        " (all)",
    )
    add("--seconds", type=float, default=10.0, help="how long a key is held (%(default)s)")
    add("--profile", action="store_true", help="print where the processor time of the largest went")
    chosen = options.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    libraries = {size: library_of(chosen.folder, size) for size in sizes}
    groups = _groups(chosen.seconds)
    table = Table(sizes)
    with tempfile.TemporaryDirectory(prefix="radar-screen-") as scratch:
        for name in chosen.only.split(",") if chosen.only else (_START, *groups):
            if name == _START:
                measure_start(list(libraries.values()))
                continue
            folder = Path(scratch) / name
            with seats(libraries, folder, watched=name != _MEMORY, profile=chosen.profile) as sitting:
                groups[name](sitting, table)
            profile = folder / str(sizes[-1]) / "lag.profile"
            if profile.exists():
                print(profile.read_text(encoding="utf-8"))


def measure_start(libraries: Sequence[Path]) -> None:
    """Print how long the program takes to start; a benchmark of its own, in a process of its own."""
    if find_spec(_STARTING) is not None:
        subprocess.run(
            [sys.executable, "-m", _STARTING, *map(str, libraries), "--runs", "7"], cwd=ROOT, check=True
        )


def _groups(seconds: float) -> Mapping[str, Measure]:
    return {
        "moves": measure_moves,
        "filters": measure_filters,
        "search": measure_search,
        "closeness": measure_closeness,
        "holding": partial(measure_holding, seconds=seconds),
        "writes": partial(measure_writes, seconds=seconds),
        _MEMORY: measure_memory,
    }


if __name__ == "__main__":
    main()
