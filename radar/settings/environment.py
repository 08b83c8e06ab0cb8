"""Settings handed on to a process that this one starts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from radar.settings.checks import setting_kinds
from radar.settings.fields import Settings
from radar.settings.reading import CONFIG_VARIABLE, PREFIX


def settings_environment(settings: Settings) -> dict[str, str]:
    """Return RADAR_* variables from which a process started with them loads these same settings.

    The keys on the screen are left out: no started process draws one. The tables of endpoints, sources and
    mirrors come from the settings file, which is handed on by its name; a list of sources that nobody has
    written is none there either.
    """
    left_out = {"source"} if settings.sources_named else {"source", "sources"}
    variables = {
        f"{PREFIX}{name.upper()}": _as_text(getattr(settings, name))
        for name in setting_kinds(Settings)
        if name not in left_out and not isinstance(getattr(settings, name), Mapping)
    }
    if settings.config_file.is_file():
        variables[CONFIG_VARIABLE] = str(settings.config_file)
    return variables


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ",".join(value)
        case Path():
            return str(value)
    return str(value)
