"""What is wrong in settings, gathered so that the reader can mend all of it at once."""

from __future__ import annotations

from types import TracebackType

from radar.errors import SettingsError


class Mistakes:
    """Keeps each SettingsError that is raised under `with mistakes:`, and lets everything else through."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[SettingsError] = []

    def __enter__(self) -> None:
        """Begin something that may be wrong."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Keep a mistake; what stands behind the block goes on."""
        if isinstance(error, SettingsError):
            self._found.append(error)
            return True
        return False

    def tell(self) -> None:
        """Raise a SettingsError that tells of all mistakes so far, if there are any."""
        if self._found:
            raise SettingsError.together(self._found)
