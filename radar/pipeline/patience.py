"""When errors of single papers mean that all the others would fail too."""

from __future__ import annotations

from radar.errors import (
    BudgetReached,
    EndpointError,
    NetworkError,
    NoCompletion,
    Offline,
    PromptError,
    RadarError,
    RateLimited,
    SummariserError,
    TextTooLong,
    Unavailable,
    Untrusted,
)
from radar.net.waiting import LONGEST_PAUSE

_FATAL = (Offline, Unavailable, Untrusted, PromptError, BudgetReached)
"""Errors that every further paper would meet too, beside those of an endpoint that say so themselves."""
_OF_THE_SUMMARISER = (NetworkError, EndpointError, SummariserError)
"""Errors that may be a paper's or the summariser's: many in a row are the summariser's."""
_LEAST = 8


class Patience:
    """Decides whether an error ends a run of many papers.

    Args:
        failures: of the summariser in a row that are enough.
    """

    def __init__(self, failures: int) -> None:
        self._failures = failures
        self._in_a_row = 0
        self._answers = False

    @classmethod
    def for_requests(cls, at_once: int) -> Patience:
        """Return that with so many papers at the same time, which all fail where the summariser does once."""
        return cls(max(_LEAST, 2 * at_once))

    def ended_by(self, error: RadarError) -> bool:
        """Whether to stop at this error; being asked counts it."""
        if isinstance(error, _FATAL) or (isinstance(error, EndpointError) and error.final):
            return True
        if isinstance(error, NoCompletion) and not self._answers:
            return True
        if isinstance(error, RateLimited) and (error.retry_after or 0) > LONGEST_PAUSE:
            return True
        if isinstance(error, _OF_THE_SUMMARISER) and not isinstance(error, TextTooLong):
            self._in_a_row += 1
        return self._in_a_row >= self._failures

    def answered(self, *, kept: bool = False) -> None:
        """An answer came: what failed before was bad luck.

        Args:
            kept: whether it is one of an earlier time, which does not show that anything answers now.
        """
        self._in_a_row = 0
        self._answers = self._answers or not kept
