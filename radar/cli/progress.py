"""A progress bar on standard error, for a person and for work that takes its time."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from radar.cli.output import Output, printable

if TYPE_CHECKING:
    from types import FrameType

    from rich.progress import Progress, TaskID

_PATIENCE = 0.4
"""Seconds of work after which a bar is worth its line."""


class ProgressBar:
    """Shows how far work is; nothing at all where nobody looks or the work is soon done."""

    def __init__(self, output: Output, patience: float = _PATIENCE) -> None:
        self._output = output
        self._patience = patience
        self._shown = output.person_aside
        self._started = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._what = ""
        self._stopping = False

    def step(self, what: str, done: float, total: float | None) -> None:
        """Say how far the work is; a total of None is not known."""
        if not self._shown or (self._bar is None and time.monotonic() - self._started < self._patience):
            return
        if self._bar is None:
            self._bar = _rich_bar(self._output.colour)
            self._bar.start()
        self._what = what
        if self._task is None:
            self._task = self._bar.add_task(self._described, total=total)
        self._bar.update(self._task, description=self._described, completed=done, total=total)

    def stopping(self) -> None:
        """Say from now on that the work is being stopped; as soon as the line is drawn the next time."""
        self._stopping = True
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=self._described)

    @property
    def _described(self) -> str:
        return printable(f"stopping, {self._what}" if self._stopping else self._what)

    def aside(self, text: str) -> None:
        """Say something above the bar."""
        if self._bar is None:
            self._output.aside(text)
        else:
            self._bar.console.print(printable(text), markup=False, highlight=False, soft_wrap=True)

    def clear(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
        self._bar = self._task = None


@contextmanager
def progress_bar(output: Output, patience: float = _PATIENCE) -> Iterator[ProgressBar]:
    """Give a bar that is gone when the work is over, however it ends.

    Args:
        patience: seconds of work before it shows; 0 where one step alone may take long.
    """
    bar = ProgressBar(output, patience)
    try:
        yield bar
    finally:
        bar.clear()


@contextmanager
def interrupts_told(bar: ProgressBar) -> Iterator[None]:
    """Show at once that Ctrl-C was heard: work that ends in order may take seconds for that."""

    def told(number: int, frame: FrameType | None) -> None:
        bar.stopping()
        signal.default_int_handler(number, frame)

    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    signal.signal(signal.SIGINT, told)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _rich_bar(colour: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=not colour, markup=False, highlight=False, emoji=False)
    text = TextColumn("{task.description}", markup=False)
    return Progress(
        text, BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=console, transient=True
    )
