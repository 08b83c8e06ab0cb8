"""The error of a command line that says something which radar does not know."""

from __future__ import annotations

from radar.errors import RadarError


class UsageError(RadarError):
    """The command line says something that radar does not know."""

    title = "usage"

    def __init__(self, message: str, hint: str = "", others: tuple[UsageError, ...] = ()) -> None:
        """Keep what is wrong.

        Args:
            others: what else is wrong in the same command line.
        """
        super().__init__(message, hint)
        self.others = others

    @property
    def each(self) -> tuple[UsageError, ...]:
        """This mistake and the others."""
        return (self, *self.others)
