"""What the reader follows: the tables [[source]] of the settings file, and other addresses of sites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from radar.errors import SettingsError
from radar.papers.text.patterns import pattern
from radar.settings.checks import Table, checked_table, setting_kinds
from radar.settings.endpoint import may_be_a_key
from radar.settings.gathering import Mistakes
from radar.settings.values import Origin, wrong

_EXAMPLE = 'a table for each, [[source]] with name = "arxiv:cs.CL" below it'
_PREFIX = pattern(r"[a-z0-9][a-z0-9_-]{0,39}")
_MIRROR_HINT = 'Such as [mirrors] with arxiv = "https://mirror.example"'
_SHOWN = 80


class SourceSettings(Table, kw_only=True):
    """A source that the reader follows."""

    name: str = ""
    """As a refresh names it: "arxiv:cs.CL"."""
    label: str = ""
    """What it is called on screen; empty for the name that it gives itself."""
    key_env: str = ""
    """Environment variable that holds the key of its site, in place of the usual one; never the key."""
    limit: int | None = None
    """Papers that one refresh takes from it at most, the first ones; None takes all."""
    off: bool = False
    """Whether it is left out of a refresh that names no source."""


def source_kinds() -> dict[str, str]:
    """Return the names of what a table may set, with their types as written."""
    return setting_kinds(SourceSettings)


def read_sources(value: object, origin: Origin) -> tuple[SourceSettings, ...]:
    """Return the sources of the tables, in their order.

    Raises:
        SettingsError: it names the file, the table and the field.
    """
    if isinstance(value, Mapping) or not isinstance(value, Sequence) or isinstance(value, str):
        raise SettingsError(f"{origin.label}: source should be {_EXAMPLE}", "Mind the two pairs of brackets")
    found: dict[str, SourceSettings] = {}
    mistakes = Mistakes()
    for place, table in enumerate(value, 1):
        with mistakes.gathered():
            source = _read_source(table, place, origin)
            known = found.setdefault(source.name.casefold(), source)
            if known is not source:
                shown = f"the source number {place}" if may_be_a_key(known.name) else known.name
                raise SettingsError(
                    f"{origin.label}: {shown} has two tables [[source]]", "Take one of them out"
                )
    mistakes.refuse()
    return tuple(found.values())


def _read_source(table: object, place: int, origin: Origin) -> SourceSettings:
    if not isinstance(table, Mapping):
        raise wrong("source", origin, _EXAMPLE)
    named = table.get("name")
    known = isinstance(named, str) and named.strip() and not may_be_a_key(named)
    shown = str(named)[:_SHOWN] if known else f"number {place}"
    own = Origin(f"{origin.label}: [[source]] {shown}", origin.folder, origin.text)
    mistakes = Mistakes()
    values: dict[str, Any] = checked_table(table, source_kinds(), own, "a source", mistakes)
    if not values.get("name") and not mistakes.concern("name"):
        with mistakes.gathered():
            raise SettingsError(f"{own.label} has no name", 'Such as name = "arxiv:cs.CL"')
    mistakes.refuse()
    return SourceSettings(**values)


def followed(names: Sequence[str], tables: Sequence[SourceSettings]) -> tuple[SourceSettings, ...]:
    """Return every source once, those of the list first; its table completes what the list names."""
    by_name = {table.name.casefold(): table for table in tables}
    listed = {name.casefold(): by_name.get(name.casefold(), SourceSettings(name=name)) for name in names}
    return tuple((listed | by_name).values())


def read_mirrors(value: object, origin: Origin) -> Mapping[str, str]:
    """Return the addresses that are asked in place of sites' own, by the prefix of the site.

    Raises:
        SettingsError: a prefix or an address is none; what may be a key is not repeated.
    """
    if not isinstance(value, Mapping):
        raise SettingsError(f"{origin.label}: mirrors should be a table", _MIRROR_HINT)
    mistakes = Mistakes()
    found: dict[str, str] = {}
    for key, each in value.items():
        with mistakes.gathered():
            prefix = _prefix(str(key), origin)
            found[prefix] = _address(prefix, each, origin)
    mistakes.refuse()
    return MappingProxyType(found)


def _prefix(prefix: str, origin: Origin) -> str:
    secret = may_be_a_key(prefix)
    if secret or not _PREFIX.fullmatch(prefix):
        shown = "something" if secret else repr(prefix[:_SHOWN])
        raise SettingsError(
            f"{origin.label}: [mirrors] holds {shown}, which is no site",
            "A site is named as its sources begin: arxiv for arxiv:cs.CL",
        )
    return prefix


def _address(prefix: str, value: object, origin: Origin) -> str:
    try:
        parts = urlsplit(value.strip()) if isinstance(value, str) else None
        good = parts is not None and parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or parts is None or re.search(r"\s", parts.geturl()):
        raise SettingsError(
            f"{origin.label}: [mirrors] {prefix} should be an address with http:// or https://", _MIRROR_HINT
        )
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise SettingsError(
            f"{origin.label}: the address of [mirrors] {prefix} holds a user, a password or parameters",
            "Name the address alone",
        )
    return parts.geturl().rstrip("/")
