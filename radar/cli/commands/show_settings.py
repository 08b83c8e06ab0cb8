"""`radar settings`: what is set, and where."""

from __future__ import annotations

import argparse
import os
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from radar.cli.columns import padded
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import settings_of
from radar.cli.output import Output, Style, printable
from radar.cli.screen_settings import clashes_told, key_lines, refuse_wrong_keys
from radar.papers.bases import names_of
from radar.settings import EndpointSettings, Settings, SourceSettings
from radar.settings.endpoints import endpoint_kinds
from radar.settings.presets import PRESETS
from radar.settings.template import settings_template
from radar.settings.toml_text import toml_value

_AS_ABOVE = "as above"
"""Origin of what an endpoint takes over from the settings outside its table."""
_OWN = ("preset", "key_env", "key_command", "keyring", "allow_http", "price_in", "price_out")
"""What is taken over from there hardly or never."""
_TABLES = ("config_file", "sources_named", "endpoints", "source")
"""What is no setting with a value of its own line."""
DETAILS = (
    "Keys are never shown: a key is named by its environment variable, the command that writes it or its\n"
    "entry in the keyring, and stays there. Of such a command only the program is shown.\n\n"
    "--keys prints the keys of the screen as the table [keys] of the settings file, to change there."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--template", action="store_true", help="print a settings file to start from")
    parser.add_argument(
        "--keys", dest="list_keys", action="store_true", help="list the keys of the screen by action"
    )


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print each setting with its value and where that comes from; never a key."""
    if arguments.template:
        output.text(settings_template())
        return ExitCode.OK
    settings = settings_of(arguments)
    if arguments.list_keys:
        return _list_keys(settings, output)
    output.line(output.styled(f"# {settings.config_file}", Style.DIM))
    if not settings.config_file.exists():
        output.line(output.styled("# which is not there; radar settings --template prints one", Style.DIM))
    in_file = _names_in(settings.config_file)
    names = [name for name in names_of(Settings) if name not in _TABLES]
    lines = [(name, _value(name, settings), _origin(name, settings, in_file, arguments)) for name in names]
    lines += [(f"source {each.name}", _set_of(each), "settings file") for each in settings.source]
    lines += [line for endpoint in settings.endpoints.values() for line in _endpoint_lines(endpoint)]
    width = max(len(name) for name, _, _ in lines)
    for name, value, origin in lines:
        style = (Style.DIM,) if origin in ("default", _AS_ABOVE) else (Style.BOLD,)
        output.line(
            output.styled(f"{padded(name, width)} = "),
            output.styled(_command(value) if name.endswith("key_command") else _shown(value), *style),
            output.styled(f"  # {origin}", Style.DIM),
        )
    return ExitCode.OK


def _list_keys(settings: Settings, output: Output) -> int:
    chosen = settings.keys
    lines = list(key_lines(chosen))
    width = max(len(id) for id, _, _ in lines) + 2
    output.line(output.styled("[keys]"))
    for id, keys, about in lines:
        if not id:
            output.line(output.styled(f"# {about}", Style.DIM))
            continue
        output.line(
            output.styled(f"{padded(toml_value(id), width)} = "),
            output.styled(toml_value(keys), Style.BOLD if id in chosen else Style.CYAN),
            output.styled(f"  # {about}", Style.DIM),
        )
    clashes, hint = clashes_told(chosen)
    if clashes:
        output.aside(f"{clashes}. {hint}")
    refuse_wrong_keys(chosen, settings.config_file)
    return ExitCode.OK


def _endpoint_lines(endpoint: EndpointSettings) -> Iterator[tuple[str, object, str]]:
    for name in endpoint_kinds():
        value = getattr(endpoint, name)
        preset = endpoint.preset if name in ("base_url", "key_env") else ""
        known = PRESETS.get(preset)
        by_preset = known is not None and value and value == getattr(known, name)
        implied = f"preset {preset}" if by_preset else _AS_ABOVE
        if name == "key_env" and value and not by_preset:
            implied = f"environment variable {value}"
        elif name in _OWN and not value:
            implied = "default"
        origin = "settings file" if name in endpoint.given else implied
        yield f"endpoints.{endpoint.name}.{name}", value, origin


def _set_of(source: SourceSettings) -> str:
    """Return what a table sets beside the name."""
    parts = {"label": source.label, "key_env": source.key_env, "limit": source.limit, "off": source.off}
    return ", ".join(f"{name} {_shown(value)}" for name, value in parts.items() if value) or "followed"


def _value(name: str, settings: Settings) -> object:
    """Return what holds: the list of sources that stands for none written is not asked beside tables."""
    if name == "sources" and settings.source and not settings.sources_named:
        return ()
    return getattr(settings, name)


def _origin(name: str, settings: Settings, in_file: frozenset[str], arguments: argparse.Namespace) -> str:
    if getattr(arguments, name, None) is not None:
        return f"option --{name}"
    variable = f"RADAR_{name.upper()}"
    if variable in os.environ:
        return f"environment variable {variable}"
    if name in in_file:
        return "settings file"
    value = getattr(settings, name)
    known = PRESETS.get(settings.preset)
    if known is not None and name in ("base_url", "key_env") and value and value == getattr(known, name):
        return f"preset {known.name}"
    implied = {"base_url": "OPENAI_BASE_URL", "key_env": "OPENAI_API_KEY"}.get(name, "")
    if implied and value:
        return f"environment variable {implied}"
    return "default"


def _names_in(file: Path) -> frozenset[str]:
    try:
        return frozenset(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except OSError:
        return frozenset()


def _command(value: object) -> str:
    """Return the program of a command: what is said to it may be as good as a key."""
    words = shlex.split(str(value))
    return printable(words[0] + (" ..." if words[1:] else "")) if words else "(none)"


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
