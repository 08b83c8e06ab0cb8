"""What is wrong with the settings, gathered from all their places so that it can be mended at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from radar.errors import SettingsError


class Mistakes:
    """Gathers mistakes, in the order in which they are found."""

    def __init__(self) -> None:
        self._found: list[SettingsError] = []
        self._names: set[str] = set()

    @contextmanager
    def gathered(self, *names: str) -> Iterator[None]:
        """Keep a SettingsError that is raised within, and go on behind it.

        Args:
            names: the settings whose value is not known then.
        """
        try:
            yield
        except SettingsError as error:
            self._found.append(error)
            self._names.update(names)

    def concern(self, *names: str) -> bool:
        """Return whether the value of one of these settings is not known for a mistake."""
        return not self._names.isdisjoint(names)

    def refuse(self) -> None:
        """Raise a SettingsError that tells all that was found, if anything was."""
        if self._found:
            raise SettingsError.together(self._found)
