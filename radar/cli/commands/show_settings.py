"""`radar settings`: what is set, and where."""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from radar.cli.columns import padded
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import settings_of
from radar.cli.output import Output, Style, printable
from radar.settings import Settings, settings_template

DETAILS = "Keys are never shown: a key is named by its environment variable and stays there."
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--template", action="store_true", help="print a settings file to start from")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print each setting with its value and where that comes from; never a key."""
    if arguments.template:
        output.text(settings_template())
        return ExitCode.OK
    settings = settings_of(arguments)
    output.line(output.styled(f"# {settings.config_file}", Style.DIM))
    if not settings.config_file.exists():
        output.line(output.styled("# which is not there; radar settings --template prints one", Style.DIM))
    in_file = _names_in(settings.config_file)
    names = [field.name for field in fields(settings) if field.name != "config_file"]
    width = max(map(len, names))
    for name in names:
        value = _shown(getattr(settings, name))
        origin = _origin(name, settings, in_file, arguments)
        style = (Style.DIM,) if origin == "default" else (Style.BOLD,)
        output.line(
            output.styled(f"{padded(name, width)} = "),
            output.styled(value, *style),
            output.styled(f"  # {origin}", Style.DIM),
        )
    return ExitCode.OK


def _origin(name: str, settings: Settings, in_file: frozenset[str], arguments: argparse.Namespace) -> str:
    if getattr(arguments, name, None) is not None:
        return f"option --{name}"
    variable = f"RADAR_{name.upper()}"
    if variable in os.environ:
        return f"environment variable {variable}"
    if name in in_file:
        return "settings file"
    implied = {"base_url": "OPENAI_BASE_URL", "key_env": "OPENAI_API_KEY"}.get(name, "")
    if implied and getattr(settings, name):
        return f"environment variable {implied}"
    return "default"


def _names_in(file: Path) -> frozenset[str]:
    try:
        return frozenset(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except OSError:
        return frozenset()


def _shown(value: object) -> str:
    match value:
        case None:
            return "(none)"
        case bool():
            return "true" if value else "false"
        case tuple():
            return ", ".join(map(printable, value)) or "(none)"
        case Mapping():
            return ", ".join(f"{name}: {keys}" for name, keys in value.items()) or "(none)"
    return printable(str(value)) or "(none)"
