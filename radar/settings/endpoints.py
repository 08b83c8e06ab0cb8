"""Several endpoints side by side: the tables [endpoints.NAME] of the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from radar.errors import SettingsError
from radar.papers.text.patterns import pattern
from radar.settings.checks import Table, checked_table, setting_kinds
from radar.settings.endpoint import (
    KEY_PLACES,
    may_be_a_key,
    preset_address,
    preset_key,
    refuse_two_keys,
)
from radar.settings.gathering import Mistakes
from radar.settings.values import Origin, wrong

TOP = "endpoint"
"""The name of the endpoint that base_url and model set, outside any table."""
_RESERVED = frozenset({TOP, "offline"})
_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
NAME_HINT = "Names are lower-case letters and digits, with hyphens between words, such as groq-small"
_INHERITED = ("base_url", "model", "prompt", "max_tokens", "context_tokens", "timeout", "concurrency")
_PRICES = ("price_in", "price_out")


class EndpointSettings(Table, kw_only=True):
    """One endpoint, with everything that its table leaves out filled in."""

    not_set = frozenset({"name", "given"})

    name: str
    """What it is chosen by, as a summariser."""
    preset: str = ""
    base_url: str = ""
    model: str = ""
    key_env: str = ""
    key_command: str = ""
    keyring: str = ""
    allow_http: bool = False
    prompt: Path | None = None
    max_tokens: int = 256
    context_tokens: int = 8192
    timeout: float = 120.0
    concurrency: int = 4
    price_in: float | None = None
    price_out: float | None = None
    given: frozenset[str] = frozenset()
    """The settings that stand in its own table."""


def endpoint_kinds() -> dict[str, str]:
    """Return the names of what a table may set, with their types as written."""
    return setting_kinds(EndpointSettings)


def with_model(endpoints: Mapping[str, EndpointSettings]) -> tuple[str, ...]:
    """Return the names of the endpoints that can be asked, in their order."""
    return tuple(name for name, endpoint in endpoints.items() if endpoint.model)


def read_tables(value: object, origin: Origin) -> Mapping[str, Mapping[str, object]]:
    """Return the tables as they stand, each value in its type.

    Raises:
        SettingsError: it names the file, the table and the key.
    """
    if not isinstance(value, Mapping):
        raise wrong("endpoints", origin, 'a table for each, such as [endpoints.small] with preset = "ollama"')
    mistakes = Mistakes()
    found: dict[str, Mapping[str, object]] = {}
    for name, table in value.items():
        with mistakes.gathered():
            found[str(name)] = _read_table(str(name), table, origin)
    mistakes.refuse()
    return MappingProxyType(found)


def _read_table(name: str, table: object, origin: Origin) -> Mapping[str, object]:
    kinds = endpoint_kinds()
    if not isinstance(table, Mapping):
        known = name in kinds
        what = name if known or not may_be_a_key(name) else "something"
        raise SettingsError(
            f"{origin.label}: [endpoints] holds {what}, which is no table",
            f"Write it under a name: [endpoints.mine] and below it {what if known else 'its settings'} = ...",
        )
    check_endpoint_name(name, origin.label)
    own = Origin(f"{origin.label}: [endpoints.{name}]", origin.folder, origin.text)
    mistakes = Mistakes()
    found = checked_table(table, kinds, own, "an endpoint", mistakes)
    with mistakes.gathered():
        refuse_two_keys(found, own.label)
    mistakes.refuse()
    return MappingProxyType(found)


def check_endpoint_name(name: str, label: str) -> None:
    """Raise a SettingsError where no endpoint can have this name; what may be a key is not repeated."""
    if may_be_a_key(name):
        raise SettingsError(f"{label}: the name of an endpoint begins like a key and is not shown", NAME_HINT)
    if name in _RESERVED:
        raise SettingsError(f"{label}: {name} is a name that radar needs itself", NAME_HINT)
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        raise SettingsError(f"{label}: {name[:_LONGEST]!r} cannot be the name of an endpoint", NAME_HINT)


def resolved(
    tables: Mapping[str, Mapping[str, object]], top: Mapping[str, object], label: str
) -> Mapping[str, EndpointSettings]:
    """Return the endpoints of the tables, completed by their presets and then by the settings outside them.

    A key is never taken over from outside: it belongs to the host it was named for. Prices are those of
    a model at a host, and are taken over only where both are the same.

    Args:
        top: the settings outside the tables.
        label: the file, for messages.

    Raises:
        SettingsError: an endpoint has no address.
    """
    mistakes = Mistakes()
    found: dict[str, EndpointSettings] = {}
    for name, table in tables.items():
        with mistakes.gathered():
            found[name] = _resolved(name, table, top, label)
    mistakes.refuse()
    return MappingProxyType(found)


def _resolved(
    name: str, table: Mapping[str, object], top: Mapping[str, object], label: str
) -> EndpointSettings:
    # A text that is empty is as good as left out.
    given = {key: value for key, value in table.items() if value != ""}
    where = f"{label}: [endpoints.{name}]"
    values: dict[str, Any] = dict(given)
    preset = str(given.get("preset", ""))
    if preset and "base_url" not in given:
        values["base_url"] = preset_address(preset, where)
    for key in _INHERITED:
        values.setdefault(key, top[key])
    if not values["base_url"]:
        raise SettingsError(
            f"{where} has neither a preset nor a base_url", "radar endpoint presets lists what can be chosen"
        )
    same = (values["base_url"], values["model"]) == (top["base_url"], top["model"])
    for key in _PRICES:
        values.setdefault(key, top[key] if same else None)
    if not any(given.get(key) for key in KEY_PLACES):
        values["key_env"] = preset_key(preset, values["base_url"])
    return EndpointSettings(name=name, given=frozenset(given), **values)
