"""The places that settings stand in, read one after the other."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.settings.endpoint import KEY_HINT, check_endpoint_setting, with_endpoint_defaults
from radar.settings.folders import Folders
from radar.settings.values import Origin, convert

PREFIX = "RADAR_"
CONFIG_VARIABLE = "RADAR_CONFIG"
_SECRET = re.compile(
    r"(?:^|_)(?:api_?key|key|token|secret|password|passwd|bearer|credentials?)$", re.IGNORECASE
)
_MODEST = 0.8
"""How alike a foreign RADAR_ variable must be to a setting to be taken for a misspelling of it."""


def read_settings(kind: type, environ: Mapping[str, str], overrides: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of the settings class with their values, the command line's first of all."""
    folders = Folders.of(environ)
    named = environ.get(CONFIG_VARIABLE, "")
    file = Path(named).expanduser().absolute() if named else folders.config / "config.toml"
    kinds = setting_kinds(kind)
    values = default_paths(folders) | _prompt_beside(file)
    in_file = _from_file(file, kinds, must_exist=bool(named))
    in_environment = _from_environment(environ, kinds)
    in_options = _from_options(overrides, kinds)
    values |= in_file | in_environment | in_options
    return with_endpoint_defaults(values, environ) | {"config_file": file}


def setting_kinds(kind: type) -> dict[str, str]:
    """Return the names of all settings with their types as written."""
    return {field.name: str(field.type) for field in fields(kind) if field.metadata.get("set", True)}


def default_paths(folders: Folders) -> dict[str, Any]:
    """Return the paths that hold where none are set."""
    return {
        "library": folders.data / "library.sqlite3",
        "cache_folder": folders.cache,
        "state_folder": folders.state,
        "export_folder": folders.downloads,
    }


def _prompt_beside(file: Path) -> dict[str, Any]:
    """Return the reader's own prompt that lies beside the settings, which need not name it."""
    prompt = file.parent / "prompts" / "summary.md"
    return {"prompt": prompt} if prompt.is_file() else {}


def _from_file(file: Path, kinds: Mapping[str, str], *, must_exist: bool) -> dict[str, object]:
    origin = Origin(str(file), file.parent, text=False)
    table = _toml(file, must_exist=must_exist)
    for name in table:
        _refuse_unknown(name, kinds, origin)
    return {name: _checked(name, kinds, value, origin) for name, value in table.items()}


def _toml(file: Path, *, must_exist: bool) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError) as error:
        if must_exist:
            raise SettingsError(f"{file}, which {CONFIG_VARIABLE} names, does not exist") from error
        return {}
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not text in UTF-8", "Save it in that encoding") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not TOML: {error}", 'Texts need quotes: name = "value"') from error


def _from_environment(environ: Mapping[str, str], kinds: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for variable, text in environ.items():
        name = variable.removeprefix(PREFIX).lower()
        if not variable.startswith(PREFIX) or variable == CONFIG_VARIABLE:
            continue
        origin = Origin(f"environment variable {variable}", Path(), text=True)
        if name in kinds:
            found[name] = _checked(name, kinds, text, origin)
        elif nearest := _nearest(name, kinds, _MODEST):
            raise SettingsError(
                f"{origin.label} is no setting of radar", f"Did you mean {PREFIX}{nearest.upper()}?"
            )
    return found


def _from_options(overrides: Mapping[str, object], kinds: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in overrides.items():
        if value is None:
            continue
        origin = Origin(f"option --{name.replace('_', '-')}", Path(), text=True)
        _refuse_unknown(name, kinds, origin)
        found[name] = _checked(name, kinds, value, origin)
    return found


def _checked(name: str, kinds: Mapping[str, str], value: object, origin: Origin) -> object:
    converted = convert(name, kinds[name], value, origin)
    check_endpoint_setting(name, converted, origin)
    return converted


def _refuse_unknown(name: str, kinds: Mapping[str, str], origin: Origin) -> None:
    if name in kinds:
        return
    if _SECRET.search(name):
        raise SettingsError(f"{origin.label}: {name} looks like the name of a secret", KEY_HINT)
    nearest = _nearest(name, kinds, 0.5)
    known = f"Did you mean {nearest}?" if nearest else f"Settings are {', '.join(sorted(kinds))}"
    raise SettingsError(f"{origin.label}: {name!r} is no setting of radar", known)


def _nearest(name: str, kinds: Mapping[str, str], likeness: float) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), kinds, n=1, cutoff=likeness)), "")
