"""The settings of a model endpoint: what OpenAI's variables add, and to whom a key may go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from radar.errors import SettingsError
from radar.settings.values import Origin

OPENAI = "https://api.openai.com/v1"
_DEFAULT_KEY = "OPENAI_API_KEY"
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,127}")
KEY_HINT = (
    "radar keeps no secrets in its settings. Put the key into an environment variable and write the "
    'variable\'s name: key_env = "MY_ENDPOINT_KEY"'
)
_KEY_BEGINNINGS = ("sk-", "sk_", "gsk_", "hf_", "xai-", "AIza", "Bearer")


def with_endpoint_defaults(values: Mapping[str, object], environ: Mapping[str, str]) -> dict[str, object]:
    """Return the values with the endpoint that OpenAI's variables name, where none is set.

    The key in OPENAI_API_KEY is for OpenAI and for the address in OPENAI_BASE_URL. An address set in
    radar's own settings gets it only where `key_env` names it: a key must not reach a host that its
    owner did not choose it for.
    """
    completed = dict(values)
    usual = environ.get("OPENAI_BASE_URL", "").strip()
    own_key = environ.get(_DEFAULT_KEY, "").strip()
    if not completed.get("base_url"):
        completed["base_url"] = usual or (OPENAI if completed.get("model") and own_key else "")
    address = str(completed["base_url"])
    theirs = _is_openai(address) or (address == usual and own_key)
    if not completed.get("key_env") and address and theirs:
        completed["key_env"] = _DEFAULT_KEY
    return completed


def check_endpoint_setting(name: str, value: object, origin: Origin) -> None:
    """Refuse an address that is none or holds a password, and a key where its variable's name belongs.

    Raises:
        SettingsError: it names the place, and never repeats what may be a secret.
    """
    text = str(value)
    if name == "key_env" and text and (not _VARIABLE.fullmatch(text) or text.startswith(_KEY_BEGINNINGS)):
        raise SettingsError(
            f"{origin.label}: key_env should be the name of an environment variable; what stands there "
            "may be a key and is not shown",
            KEY_HINT,
        )
    if name != "base_url" or not text:
        return
    parts = _split(text)
    if parts is None:
        raise SettingsError(
            f"{origin.label}: base_url should be the address of an endpoint",
            'Such as "http://127.0.0.1:8080/v1"',
        )
    if parts.username is not None or parts.password is not None:
        raise SettingsError(f"{origin.label}: base_url holds a user name or a password", KEY_HINT)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and parts.hostname and port != 0
    return parts if good and not re.search(r"\s", address) else None


def _is_openai(address: str) -> bool:
    parts = _split(address)
    return parts is not None and parts.scheme == "https" and parts.hostname == "api.openai.com"
