"""How the program ends, for scripts."""

from __future__ import annotations

from enum import IntEnum

from radar.errors import (
    BudgetReached,
    EndpointError,
    ExportError,
    ListingError,
    NetworkError,
    PaperGone,
    RadarError,
)


class ExitCode(IntEnum):
    """What an exit status means; `radar --help` tells the same."""

    OK = 0
    INCOMPLETE = 1
    """Something could not be done: bad lines, a file that cannot be read, is no listing or cannot be written,
    a failing check, an unknown id, no paper to act on, papers left because a budget is spent."""
    WRONG = 2
    """The command line, the settings or the library is wrong."""
    UNREACHABLE = 3
    """The endpoint or the network."""
    INTERRUPTED = 130


EXIT_CODES = """\
exit codes:
  0    done
  1    something could not be done: lines not understood, a file that cannot be
       read or written, a check that fails, nothing found for an id or to act
       on, papers left because a budget is spent
  2    wrong use, settings or library
  3    endpoint or network
  130  interrupted, and 129 or 143 told to end by SIGHUP or SIGTERM; what was
       done so far is kept
"""


def exit_code_of(error: RadarError) -> ExitCode:
    """Return the status of a program that ends by this error."""
    if isinstance(error, BudgetReached | ListingError | ExportError | PaperGone):
        return ExitCode.INCOMPLETE
    return ExitCode.UNREACHABLE if isinstance(error, NetworkError | EndpointError) else ExitCode.WRONG
