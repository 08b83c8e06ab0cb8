"""Questions to whoever sits at the terminal, where somebody does."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from radar.cli.output import Output
from radar.cli.parser import UsageError

_SHOWN = 20
"""Choices that are listed at once; more are found by a part of their name."""


class Person:
    """Asks on standard error and reads the answers from standard input."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self.present = bool(sys.stdin and sys.stdin.isatty() and output.person_aside)
        """Whether anybody can be asked."""

    def ask(self, question: str, usual: str = "") -> str:
        """Return a line that is typed, or the usual answer where it is empty.

        Raises:
            UsageError: the input ended.
        """
        self._output.prompt(f"{question} [{usual}]:" if usual else f"{question}:")
        line = sys.stdin.readline()
        if not line:
            self._output.aside("")
            raise UsageError("no answer came", "Nothing was done")
        return line.strip() or usual

    def agrees(self, question: str, *, usual: bool) -> bool:
        """Return whether the answer is yes; an empty one is the usual one."""
        answer = self.ask(f"{question} {'[Y/n]' if usual else '[y/N]'}").lower()
        return answer in ("y", "yes") if answer else usual

    def choose(
        self, question: str, names: Sequence[str], lines: Sequence[str] = (), *, usual: str = ""
    ) -> str:
        """Return one of the names, chosen by its number or by name, or a text that is none of them.

        Where there are many, the first are listed, and a part of a name lists those that have it.

        Args:
            lines: how the names are listed; by default as they are.
            usual: the name that an empty answer stands for, where there is one.
        """
        told = dict(zip(names, lines or names, strict=True))
        offered = self._list(tuple(names), told)
        while True:
            answer = self.ask(question, usual)
            if not answer:
                continue
            if answer in told:
                return answer
            if answer.isdecimal() and 0 < int(answer) <= len(offered):
                return offered[int(answer) - 1]
            having = tuple(name for name in names if answer.lower() in name.lower())
            if not having:
                return answer
            if len(having) == 1:
                return having[0]
            offered = self._list(having, told)

    def _list(self, names: Sequence[str], told: dict[str, str]) -> Sequence[str]:
        offered = names[:_SHOWN]
        for number, name in enumerate(offered, 1):
            self._output.aside(f"  {number:>2}  {told[name]}")
        if len(names) > len(offered):
            self._output.aside(f"      and {len(names) - len(offered):,} more: type a part of the name")
        return offered
