"""One named value of a settings table: known by that name, of its type, and no secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from radar.errors import SettingsError
from radar.papers.bases import Value, names_of
from radar.papers.text.patterns import pattern
from radar.settings.endpoint import KEY_HINT, MAIL_HINT, check_endpoint_setting, may_be_a_key
from radar.settings.gathering import Mistakes
from radar.settings.values import Origin, convert

_SECRET = pattern(r"(?:^|_)(?:api_?key|key|token|secret|password|passwd|bearer|credentials?)$", re.IGNORECASE)


class Table(Value):
    """A table of the settings file; its fields are what the reader may set there."""

    not_set: ClassVar[frozenset[str]] = frozenset()
    """Those of its fields that radar fills in itself."""


def setting_kinds(kind: type[Table]) -> dict[str, str]:
    """Return the names of all settings of a class with their types as written."""
    return {name: kind.__annotations__[name] for name in names_of(kind) if name not in kind.not_set}


def checked(name: str, kinds: Mapping[str, str], value: object, origin: Origin) -> object:
    """Return a value in the type of its setting; SettingsError where it is wrong or may be a secret."""
    converted = convert(name, kinds[name], value, origin)
    check_endpoint_setting(name, converted, origin)
    return converted


def checked_table(
    table: Mapping[str, object], kinds: Mapping[str, str], origin: Origin, of: str, mistakes: Mistakes
) -> dict[str, object]:
    """Return the values of a table that are right, each in the type of its setting.

    Args:
        of: whose settings they are.
        mistakes: gathers what is wrong.
    """
    found: dict[str, object] = {}
    for name, value in table.items():
        with mistakes.gathered(name):
            refuse_unknown(name, kinds, origin, of)
            found[name] = checked(name, kinds, value, origin)
    return found


def refuse_unknown(name: str, kinds: Mapping[str, str], origin: Origin, of: str = "radar") -> None:
    """Raise a SettingsError with the nearest valid name where a name is no setting.

    Args:
        of: whose setting it would be.
    """
    if name in kinds:
        return
    if _SECRET.search(name):
        hint = MAIL_HINT if name.startswith("mail") else KEY_HINT
        raise SettingsError(f"{origin.label}: {name} looks like the name of a secret", hint)
    if may_be_a_key(name):
        told = f"{origin.label}: the name of a setting begins like a key and is not shown"
        raise SettingsError(told, KEY_HINT)
    near = nearest(name, kinds, 0.5)
    known = f"Did you mean {near}?" if near else f"Settings are {', '.join(sorted(kinds))}"
    raise SettingsError(f"{origin.label}: {name!r} is no setting of {of}", known)


def nearest(name: str, names: Iterable[str], likeness: float) -> str:
    """Return the name that is most like another one, or an empty text where none is like enough."""
    # Imported where it is needed: nearly every start does without it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower(), names, n=1, cutoff=likeness)), "")
