"""Work that other processes help with, and that never ends by itself: run as a process of its own."""

from __future__ import annotations

import itertools
import time

from radar.cli.told_to_end import ended_in_order
from radar.pipeline.workers import Workers


def _slowly(number: int) -> int:
    time.sleep(0.01)
    return number


def main() -> None:
    """Say when the first is done, and go on."""
    with ended_in_order(), Workers(2) as workers:
        for number, _ in workers.map(_slowly, itertools.count(), lambda chunk: chunk):
            if not number:
                print("begun", flush=True)


if __name__ == "__main__":
    main()
