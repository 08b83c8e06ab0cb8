"""One value of the settings checked and turned into its type."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.papers.text.patterns import pattern
from radar.settings.gathering import Mistakes
from radar.settings.secrecy import KEY_HINT, may_hold_a_key

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off", ""})
_RANGES: Mapping[str, tuple[float, float]] = {
    "max_tokens": (16, 1_000_000),
    "context_tokens": (256, 100_000_000),
    "timeout": (0.1, 86_400),
    "refresh_hours": (0, 8_760),
    "limit": (1, 1_000_000),
    "concurrency": (1, 256),
    "mail_port": (0, 65_535),
    "price_in": (0, 1_000_000),
    "price_out": (0, 1_000_000),
    "max_usd_run": (0, 1_000_000),
    "max_usd_day": (0, 1_000_000),
    "max_tokens_run": (0, 10**15),
    "max_tokens_day": (0, 10**15),
    "max_requests_run": (0, 10**12),
    "max_requests_day": (0, 10**12),
}
_ADDRESS = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}"
"""An address of mail in the form that every server takes; a name around it is left out."""
_SHAPES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "takeaway_language": (
        pattern(r"[^\W\d_][\w ()'-]{0,39}|"),
        'the name of a language, such as "German"',
    ),
    "mail_to": (
        pattern(rf"(?:{_ADDRESS}(?: *, *{_ADDRESS}){{0,19}})?"),
        'a mail address, such as "me@example.org", or several with commas between',
    ),
    "mail_from": (pattern(rf"(?:{_ADDRESS})?"), 'a mail address, such as "me@example.org"'),
    "mail_host": (
        pattern(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]{2,39}|"),
        'the name of a mail server, such as "smtp.example.org"',
    ),
    "mail_security": (pattern(r"starttls|tls|none"), '"starttls", "tls" or "none"'),
    "reader_profile": (pattern(r".{0,300}"), "one line of at most 300 characters"),
}


class Origin(Value):
    """Where a value was set."""

    label: str
    """The file, the environment variable or the option, for messages."""
    folder: Path
    """What a relative path is relative to."""
    text: bool
    """Whether every value is text, as in the environment."""


def convert(name: str, kind: str, value: object, origin: Origin) -> object:
    """Return the value in the type that the setting has.

    Args:
        kind: the annotation of the field, as written.

    Raises:
        SettingsError: it is not of that type or out of range; the value itself is not repeated, for it
            may be a key in the wrong place.
    """
    converted = _CONVERTERS[kind](name, value, origin)
    shape, expected = _SHAPES.get(name, (None, ""))
    if shape and not shape.fullmatch(str(converted)):
        raise wrong(name, origin, expected)
    low, high = _RANGES.get(name, (-math.inf, math.inf))
    if isinstance(converted, int | float) and not low <= converted <= high:
        raise wrong(name, origin, f"a number from {low:.10g} to {high:.10g}")
    return converted


def wrong(name: str, origin: Origin, expected: str) -> SettingsError:
    """Return the error that says which setting of which place should have been what."""
    return SettingsError(f"{origin.label}: {name} should be {expected}")


def _string(name: str, value: object, origin: Origin) -> str:
    if not isinstance(value, str):
        raise wrong(name, origin, "a text in quotes")
    if any(ord(character) < 32 for character in value):
        raise wrong(name, origin, "a text on one line")
    return value.strip()


def _path(name: str, value: object, origin: Origin) -> Path:
    if isinstance(value, Path):
        return (origin.folder / value).absolute()
    text = _string(name, value, origin)
    if not text:
        raise wrong(name, origin, "a path")
    try:
        return (origin.folder / Path(text).expanduser()).absolute()
    except RuntimeError as error:
        raise wrong(name, origin, "a path whose ~ names a user of this system") from error


def _path_or_none(name: str, value: object, origin: Origin) -> Path | None:
    return None if value == "" else _path(name, value, origin)


def _int(name: str, value: object, origin: Origin) -> int:
    if origin.text and isinstance(value, str) and value.strip().isdecimal():
        # What is longer than Python reads is no number that a setting can have.
        with suppress(ValueError):
            value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(name, origin, "a whole number")
    return value


def _int_or_none(name: str, value: object, origin: Origin) -> int | None:
    return None if value == "" else _int(name, value, origin)


def _float(name: str, value: object, origin: Origin) -> float:
    if origin.text and isinstance(value, str):
        value = _number_in(value)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise wrong(name, origin, "a number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise wrong(name, origin, "a number")
    return number


def _number_in(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _float_or_none(name: str, value: object, origin: Origin) -> float | None:
    return None if value == "" else _float(name, value, origin)


def _bool(name: str, value: object, origin: Origin) -> bool:
    if origin.text and isinstance(value, str) and value.strip().lower() in _YES | _NO:
        return value.strip().lower() in _YES
    if not isinstance(value, bool):
        raise wrong(name, origin, "yes or no" if origin.text else "true or false")
    return value


def _strings(name: str, value: object, origin: Origin) -> tuple[str, ...]:
    if origin.text and isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | tuple):
        raise wrong(name, origin, 'a list of texts, such as ["hf:daily"]')
    texts = (_string(name, part, origin) for part in value)
    return tuple(dict.fromkeys(text for text in texts if text))


def _key_table(name: str, value: object, origin: Origin) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise wrong(name, origin, 'a table, such as [keys] with "paper.star" = "s"')
    table: dict[str, str] = {}
    mistakes = Mistakes()
    for action, keys in value.items():
        with mistakes.gathered():
            _refuse_secrets((action,), origin)
            if "." not in action and not isinstance(keys, Mapping):
                raise SettingsError(
                    f"{origin.label}: [keys] holds {action}, which is no action",
                    "Actions have a dot in their name; a setting stands above the line [keys]",
                )
            table.update(_keys_of(action, keys, origin))
    mistakes.refuse()
    return MappingProxyType(table)


def _keys_of(action: str, keys: object, origin: Origin) -> dict[str, str]:
    """Return the keys of one action, or of many where TOML read `paper.star` as a table in a table."""
    if isinstance(keys, Mapping):
        _refuse_secrets(keys, origin)
        found = (_keys_of(f"{action}.{verb}", inner, origin) for verb, inner in keys.items())
        return {name: inner for table in found for name, inner in table.items()}
    parts = keys if isinstance(keys, list) else [keys]
    _refuse_secrets((part for part in parts if isinstance(part, str)), origin)
    return {action: ",".join(_string(f"keys of {action}", part, origin) for part in parts)}


def _refuse_secrets(words: Iterable[str], origin: Origin) -> None:
    """Raise a SettingsError where a secret stands in the place of an action or of its keys."""
    if any(map(may_hold_a_key, words)):
        raise SettingsError(f"{origin.label}: [keys] holds what may be a secret and is not shown", KEY_HINT)


_CONVERTERS: Mapping[str, Callable[[str, object, Origin], object]] = {
    "str": _string,
    "Path": _path,
    "Path | None": _path_or_none,
    "int": _int,
    "int | None": _int_or_none,
    "float": _float,
    "float | None": _float_or_none,
    "bool": _bool,
    "tuple[str, ...]": _strings,
    "Mapping[str, str]": _key_table,
}
