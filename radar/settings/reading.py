"""The places that settings stand in, read one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from radar.errors import SettingsError
from radar.papers.bases import defaults_of
from radar.papers.text.places import at_home
from radar.settings.checks import Table, checked, nearest, refuse_unknown, setting_kinds
from radar.settings.endpoint import KEY_PLACES, refuse_two_keys, same_host, with_endpoint_defaults
from radar.settings.endpoints import read_tables, resolved
from radar.settings.folders import Folders
from radar.settings.gathering import Mistakes
from radar.settings.sources import read_mirrors, read_sources, source_kinds
from radar.settings.values import Origin

PREFIX = "RADAR_"
CONFIG_VARIABLE = "RADAR_CONFIG"
ENDPOINTS = "endpoints"
"""The setting that holds the tables of the endpoints."""
_TABLES: Mapping[str, tuple[Callable[[object, Origin], object], str]] = {
    ENDPOINTS: (read_tables, "radar endpoint add writes one there"),
    "source": (read_sources, "radar sources add writes one there"),
    "mirrors": (read_mirrors, "Write [mirrors] there, and the addresses below it"),
}
"""Settings that only a file can have: how each is read, and how it comes there."""
_ADDRESSES = ("base_url", "preset")
"""The settings that the addresses of endpoints come from."""
_MODEST = 0.8
"""How alike a foreign RADAR_ variable must be to a setting to be taken for a misspelling of it."""


def read_settings(
    kind: type[Table], environ: Mapping[str, str], overrides: Mapping[str, object]
) -> dict[str, Any]:
    """Return the fields of the settings class with their values, the command line's first of all."""
    folders = Folders.of(environ)
    named = environ.get(CONFIG_VARIABLE, "")
    file = at_home(named).absolute() if named else folders.config / "config.toml"
    kinds = setting_kinds(kind)
    values = default_paths(folders) | _prompt_beside(file)
    mistakes = Mistakes()
    in_file = _from_file(file, kinds, mistakes, must_exist=bool(named))
    in_environment = _from_environment(environ, kinds, mistakes)
    in_options = _from_options(overrides, kinds, mistakes)
    tables: Any = in_file.pop(ENDPOINTS, {})
    values |= _with_keys_of_their_hosts(in_file, in_environment, in_options)
    values |= {"config_file": file, "sources_named": "sources" in values}
    endpoints: Mapping[str, object] = MappingProxyType({})
    # What a wrong address leads to is no further mistake of the reader's.
    if not mistakes.concern(*_ADDRESSES):
        with mistakes.gathered(*_ADDRESSES):
            values = with_endpoint_defaults(values, environ)
    if tables and not mistakes.concern(*_ADDRESSES):
        with mistakes.gathered():
            endpoints = resolved(tables, defaults_of(kind) | values, str(file))
    mistakes.refuse()
    return values | {ENDPOINTS: endpoints}


def _with_keys_of_their_hosts(*layers: dict[str, object]) -> dict[str, object]:
    """Lay the values over each other, the later ones on top.

    Where a later layer names another host, the key that an earlier one named for its own host is dropped,
    and so is the leave to send it without encryption. Of several places of a key the latest one holds.
    """
    values: dict[str, object] = {}
    for layer in layers:
        before, after = _address_of(values), _address_of(values | layer)
        moved = before and after and not same_host(before, after)
        named = any(layer.get(place) for place in KEY_PLACES)
        dropped = [place for place in KEY_PLACES if moved or named]
        kept = {name: value for name, value in values.items() if name not in dropped}
        if moved:
            kept.pop("allow_http", None)
        values = kept | layer
    return values


def _address_of(values: Mapping[str, object]) -> str:
    """Return the address that these values set by themselves; empty where they set none."""
    own = str(values.get("base_url") or "")
    preset = str(values.get("preset") or "")
    if own or not preset:
        return own
    from radar.settings.presets import PRESETS

    known = PRESETS.get(preset)
    return known.base_url if known is not None and not known.unfinished else ""


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


def _from_file(
    file: Path, kinds: Mapping[str, str], mistakes: Mistakes, *, must_exist: bool
) -> dict[str, object]:
    origin = Origin(str(file), file.parent, text=False)
    table: dict[str, object] = {}
    with mistakes.gathered(*_ADDRESSES):
        table = _toml(file, must_exist=must_exist)
    found: dict[str, object] = {}
    for name, value in table.items():
        with mistakes.gathered(name):
            _refuse_misplaced(name, kinds, origin)
            refuse_unknown(name, kinds, origin)
            found[name] = (
                _TABLES[name][0](value, origin) if name in _TABLES else checked(name, kinds, value, origin)
            )
    with mistakes.gathered():
        refuse_two_keys(found, origin.label)
    return found


def _refuse_misplaced(name: str, kinds: Mapping[str, str], origin: Origin) -> None:
    """Raise a SettingsError where a setting of a source stands outside its table."""
    if name not in kinds and name in source_kinds():
        raise SettingsError(
            f"{origin.label}: {name!r} belongs to a source, not to radar itself",
            "Write it below [[source]], beside the name of the source that it is for",
        )


_TOML_HINTS = (
    (" twice", "A [table] stands once: put what both say into the first of them"),
    ("overwrite", "A name stands once, and is not the name of a [table] too: take one of the two away"),
    ("Unclosed array", "Between the texts of a list stand commas, and ] ends it"),
    ("Unescaped", "Write \\\\ for \\, or put the text between single quotes"),
)
"""What helps where Python's words for a mistake hold these."""
_TOML_HINT = 'Texts need quotes: name = "value"'


def _toml(file: Path, *, must_exist: bool) -> dict[str, object]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        if must_exist:
            raise SettingsError(
                f"{file}, which --config or {CONFIG_VARIABLE} names, does not exist", "Check the name"
            ) from error
        return {}
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not text in UTF-8", "Save it in that encoding") from error
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = next((help for words, help in _TOML_HINTS if words in str(error)), _TOML_HINT)
        raise SettingsError(f"{file} is not TOML: {error}", hint) from error
    except RecursionError as error:
        raise SettingsError(
            f"{file} has too many brackets within each other", "No setting needs more than two"
        ) from error
    except ValueError as error:
        # Of a number of thousands of digits Python says so itself, whatever reads it.
        raise SettingsError(f"{file} holds a number that is too long", "No setting needs one") from error


def _from_environment(
    environ: Mapping[str, str], kinds: Mapping[str, str], mistakes: Mistakes
) -> dict[str, object]:
    found: dict[str, object] = {}
    for variable, text in environ.items():
        if not variable.startswith(PREFIX) or variable == CONFIG_VARIABLE:
            continue
        with mistakes.gathered(_setting_of(variable)):
            found |= _from_variable(variable, text, kinds)
    with mistakes.gathered():
        refuse_two_keys(found, "environment variables RADAR_*")
    return found


def _setting_of(variable: str) -> str:
    return variable.removeprefix(PREFIX).lower()


def _from_variable(variable: str, text: str, kinds: Mapping[str, str]) -> dict[str, object]:
    """Return the setting that a variable holds; none where it is nothing of radar's."""
    name = _setting_of(variable)
    origin = Origin(f"environment variable {variable}", Path(), text=True)
    if name in _TABLES:
        where = "stands" if name == "source" else "stand"
        raise SettingsError(f"{origin.label}: {name} {where} in the settings file only", _TABLES[name][1])
    if name in kinds:
        return {name: checked(name, kinds, text, origin)}
    if near := nearest(name, [name for name in kinds if name not in _TABLES], _MODEST):
        raise SettingsError(f"{origin.label} is no setting of radar", f"Did you mean {PREFIX}{near.upper()}?")
    return {}


def _from_options(
    overrides: Mapping[str, object], kinds: Mapping[str, str], mistakes: Mistakes
) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in overrides.items():
        if value is None:
            continue
        origin = Origin(f"option --{name.replace('_', '-')}", Path(), text=True)
        with mistakes.gathered(name):
            refuse_unknown(name, kinds, origin)
            found[name] = checked(name, kinds, value, origin)
    return found
