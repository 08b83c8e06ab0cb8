"""The error of a command line that says something which radar does not know."""

from __future__ import annotations

from radar.errors import RadarError


class UsageError(RadarError):
    """The command line says something that radar does not know."""

    title = "usage"
