"""This radar as cron or systemd would start it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from radar.papers.text.places import at_home
from radar.pipeline.digest.installing import Installation
from radar.settings import Settings

_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_OTHERS = ("SSL_CERT_FILE", "SSL_CERT_DIR", "TZ")
_MAY_HOLD_SECRETS = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
"""The address of a proxy may hold a password: it is named, and not shown."""


def installation_of(settings: Settings, arguments: argparse.Namespace, words: Sequence[str]) -> Installation:
    """Return how this radar is started with the files and folders of now.

    Args:
        words: the options that say what the digest is about.
    """
    options = [
        part
        for name in ("config", "library")
        if getattr(arguments, name, None)
        for part in (f"--{name}", str(at_home(getattr(arguments, name)).absolute()))
    ]
    further = [*words, *(["--since", arguments.since] if arguments.since else [])]
    further += ["--top", str(arguments.top)] if arguments.top != 20 else []
    further += ["--send-empty"] if arguments.send_empty else []
    further.append(f"--email={arguments.email}" if arguments.email else "--email")
    units = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    return Installation(
        program=_program(),
        options=tuple(options),
        digest=tuple(further),
        variables=_variables(os.environ),
        secrets=tuple(_secrets(settings, os.environ)),
        environment_file=settings.config_file.parent / "environment",
        units=units,
    )


def _program() -> tuple[str, ...]:
    called = Path(sys.argv[0]).absolute()
    if called.name == "radar" and os.access(called, os.X_OK) and called.is_file():
        return (str(called),)
    return (sys.executable, "-m", "radar")


def _variables(environ: Mapping[str, str]) -> dict[str, str]:
    kept = (name for name in environ if name.startswith("RADAR_") or name in (*_FOLDERS, *_OTHERS))
    return {name: environ[name] for name in sorted(kept)}


def _secrets(settings: Settings, environ: Mapping[str, str]) -> list[str]:
    named = [settings.mail_password_env] if settings.mail_password_env else []
    return named + [name for name in _MAY_HOLD_SECRETS if environ.get(name)]
