"""Where radar keeps its files, by the XDG rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs

from radar.papers.bases import Value

_NAME = "radar"


class Folders(Value):
    """The folders of one reader; none of them need exist."""

    config: Path
    """Holds `config.toml`."""
    data: Path
    """Holds the library."""
    state: Path
    """Holds the log of unforeseen errors, and the listings that were pasted."""
    cache: Path
    """Holds what can be fetched again."""
    downloads: Path
    """Where exports go."""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Folders:
        """Return the folders that the XDG variables name, else those usual on this system."""
        usual = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return cls(
            config=_xdg(environ, "XDG_CONFIG_HOME") or usual.user_config_path,
            data=_xdg(environ, "XDG_DATA_HOME") or usual.user_data_path,
            state=_xdg(environ, "XDG_STATE_HOME") or usual.user_state_path,
            cache=_xdg(environ, "XDG_CACHE_HOME") or usual.user_cache_path,
            downloads=_existing(usual.user_downloads_path) or Path.home(),
        )


def _xdg(environ: Mapping[str, str], variable: str) -> Path | None:
    """Return radar's folder under the variable's; relative values are ignored, as the XDG rules ask."""
    value = environ.get(variable, "")
    return Path(value) / _NAME if Path(value).is_absolute() else None


def _existing(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None
