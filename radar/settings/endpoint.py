"""The settings of a model endpoint: what presets and OpenAI's variables add, and to whom a key may go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from radar.errors import SettingsError
from radar.papers.text.patterns import pattern
from radar.settings.secrecy import KEY_HINT as KEY_HINT
from radar.settings.secrecy import is_jumbled
from radar.settings.secrecy import may_be_a_key as may_be_a_key
from radar.settings.values import Origin

OPENAI = "https://api.openai.com/v1"
_DEFAULT_KEY = "OPENAI_API_KEY"
_VARIABLE = pattern(r"[A-Za-z_][A-Za-z0-9_]{0,127}")
MAIL_HINT = (
    "radar keeps no secrets in its settings. Put the password into an environment variable and write the "
    'variable\'s name: mail_password_env = "MAIL_PASSWORD"'
)
KEY_PLACES = ("key_env", "key_command", "keyring")
"""The settings that say where a key is, of which one holds."""


def is_variable(text: str) -> bool:
    """Whether a text is the name of an environment variable and not the key that belongs into it."""
    return bool(_VARIABLE.fullmatch(text)) and not (may_be_a_key(text) or is_jumbled(text))


def with_endpoint_defaults(values: Mapping[str, object], environ: Mapping[str, str]) -> dict[str, object]:
    """Return the values with the endpoint that a preset or else OpenAI's variables name, where none is set.

    The key in OPENAI_API_KEY is for OpenAI and for the address in OPENAI_BASE_URL. An address set in
    radar's own settings gets it only where `key_env` names it: a key must not reach a host that its
    owner did not choose it for.

    Raises:
        SettingsError: the preset has no whole address, or OPENAI_BASE_URL is none.
    """
    completed = dict(values)
    usual = environ.get("OPENAI_BASE_URL", "").strip()
    own_key = environ.get(_DEFAULT_KEY, "").strip()
    if not completed.get("base_url"):
        completed["base_url"] = preset_address(str(completed.get("preset") or ""), "")
    if not completed["base_url"]:
        check_endpoint_setting(
            "base_url", usual, Origin("environment variable OPENAI_BASE_URL", Path(), text=True)
        )
        completed["base_url"] = usual or (OPENAI if completed.get("model") and own_key else "")
    address = str(completed["base_url"])
    if not any(completed.get(place) for place in KEY_PLACES) and address:
        completed["key_env"] = preset_key(str(completed.get("preset") or ""), address)
        if address == usual and own_key:
            completed["key_env"] = completed["key_env"] or _DEFAULT_KEY
    return completed


def preset_address(preset: str, label: str) -> str:
    """Return the address of a preset; empty for no preset.

    Args:
        label: where the preset was set, for the message.

    Raises:
        SettingsError: the address holds a place that only the reader can fill.
    """
    if not preset:
        return ""
    # Imported where they are needed, here and below: a start without an endpoint does without them.
    from radar.settings.presets import PLACE, PRESETS

    found = PRESETS[preset]
    if found.unfinished:
        where = f"{label}: " if label else ""
        raise SettingsError(
            f"{where}the preset {preset} needs a base_url",
            f'Such as "{found.base_url}", with the name of your resource for {PLACE}',
        )
    return found.base_url


def preset_key(preset: str, base_url: str) -> str:
    """Return the variable of the key that an address gets by its preset, or by being OpenAI's.

    It is empty for any address but the preset's own: the key was not named for that one.
    """
    from radar.settings.presets import PRESETS

    chosen = PRESETS.get(preset)
    if chosen is not None and chosen.key_env and chosen.is_at(base_url):
        return chosen.key_env
    return _DEFAULT_KEY if PRESETS["openai"].is_at(base_url) else ""


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of the same host, port and scheme, so that a key for one is for both."""
    first, second = _split(one), _split(other)
    if first is None or second is None:
        return False
    usual = {"https": 443, "http": 80}
    return (first.scheme, first.hostname, first.port or usual[first.scheme]) == (
        second.scheme,
        second.hostname,
        second.port or usual[second.scheme],
    )


def check_endpoint_setting(name: str, value: object, origin: Origin) -> None:
    """Refuse an address that is none or may hold a secret, a key where its variable's name belongs, and
    a preset that there is not.

    Raises:
        SettingsError: it names the place, and never repeats what may be a secret.
    """
    text = str(value)
    if name in ("key_env", "mail_password_env") and text and not is_variable(text):
        secret = "key" if name == "key_env" else "password"
        raise SettingsError(
            f"{origin.label}: {name} should be the name of an environment variable; what stands there "
            f"may be a {secret} and is not shown",
            KEY_HINT if name == "key_env" else MAIL_HINT,
        )
    if name in ("key_command", "keyring") and text:
        _check_key_place(name, text, origin)
    if name == "model" and may_be_a_key(text):
        raise SettingsError(f"{origin.label}: model holds what may be a key and is not shown", KEY_HINT)
    if name == "preset" and text:
        _check_preset(text, origin)
    if name == "base_url" and text:
        _check_address(text, origin)


def refuse_two_keys(values: Mapping[str, object], label: str) -> None:
    """Raise a SettingsError where one place says in two ways where the key is.

    Args:
        label: the place, for the message.
    """
    named = [place for place in KEY_PLACES if values.get(place)]
    if len(named) > 1:
        raise SettingsError(
            f"{label}: {' and '.join(named)} both say where the key is", "Keep the one that is right"
        )


NO_ADDRESS = "should be the address of an endpoint"
"""What is said of an address that is none, behind the name of its setting."""
_LIKE = 0.65
"""How like a preset a word is that may be meant for it; "nope" is 0.6 like "openai"."""


def _check_preset(text: str, origin: Origin) -> None:
    from radar.settings.presets import PRESETS

    if text in PRESETS:
        return
    from difflib import get_close_matches

    near = get_close_matches(text.lower(), PRESETS, n=1, cutoff=_LIKE)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(PRESETS)}"
    raise SettingsError(f"{origin.label}: preset should be one that radar knows", hint)


def _is_like_a_key(text: str) -> bool:
    # Entries of password managers are called hf_token and the like.
    return may_be_a_key(text) and (len(text) >= 16 or text == "Bearer")


def holds_key(name: str, text: str) -> bool:
    """Whether a text that is meant for a setting of an endpoint may be a key, or hold one."""
    if name not in ("key_command", "keyring"):
        return may_be_a_key(text) or (name == "key_env" and is_jumbled(text))
    parts = (part for word in _words(text) or [text] for part in re.split(r"[\s=:/\"']+", word))
    return any(map(_is_like_a_key, parts))


def _words(command: str) -> list[str]:
    import shlex

    try:
        return shlex.split(command)
    except ValueError:
        return []


def _check_key_place(name: str, text: str, origin: Origin) -> None:
    words = _words(text)
    if holds_key(name, text):
        raise SettingsError(
            f"{origin.label}: {name} holds what may be a key and is not shown",
            "A key belongs into an environment variable, a password manager or the keyring",
        )
    if name == "key_command" and (not words or not words[0]):
        raise SettingsError(
            f"{origin.label}: key_command should be a command with its arguments",
            'Such as "pass show groq"; quotation marks stand in pairs',
        )
    if name == "key_command" and "=" in words[0]:
        raise SettingsError(
            f"{origin.label}: key_command is run without a shell and cannot set variables",
            "Write env before it, or put it into a script",
        )
    service, _, user = text.rpartition("/")
    if name == "keyring" and not (service.strip() and user.strip()):
        raise SettingsError(
            f"{origin.label}: keyring should be a service and a user with a slash between",
            'Such as "groq/me", for what keyring set groq me puts there',
        )


def _check_address(text: str, origin: Origin) -> None:
    parts = _split(text)
    if parts is None:
        raise SettingsError(
            f"{origin.label}: base_url {NO_ADDRESS}",
            f'{_flaw(text)}, such as "http://127.0.0.1:8080/v1"',
        )
    if parts.username is not None or parts.password is not None:
        raise SettingsError(f"{origin.label}: base_url holds a user name or a password", KEY_HINT)
    if parts.query or parts.fragment:
        raise SettingsError(
            f"{origin.label}: base_url holds parameters after ? or #, which may be keys", KEY_HINT
        )


def _flaw(address: str) -> str:
    """Return what a text lacks that is no address; its scheme is repeated where that can be no key."""
    scheme, mark, rest = address.partition("://")
    if scheme.lower() not in ("http", "https"):
        known = mark and re.fullmatch(r"[A-Za-z]{1,12}", scheme) and not may_be_a_key(scheme)
        return f"It should begin with http:// or https://{f', not with {scheme}://' if known else ''}"
    if not rest or rest[0] in "/?#":
        return "It should name a host"
    if re.search(r"\s", address):
        return "It should hold no spaces"
    return "Its host or its port is none"


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and parts.hostname and port != 0
    return parts if good and not re.search(r"\s", address) else None
