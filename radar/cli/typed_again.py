"""Commands that are told to be typed next, such as the one that takes an act back."""

from __future__ import annotations

import argparse
import shlex

from radar.cli.output import printable


def typed_again(arguments: argparse.Namespace, *words: str) -> str:
    """Return a command for the shell, with the library and the settings file that this run was given.

    Without them it would act on another library than the one it is told of.

    Args:
        words: the command and its options, without `radar`.
    """
    given = [
        word
        for option, value in (("--library", arguments.library), ("--config", arguments.config))
        if value
        for word in (option, str(value))
    ]
    return printable(shlex.join(["radar", *given, *words]))
