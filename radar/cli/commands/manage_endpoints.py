"""`radar endpoint`: the endpoints that write summaries, listed, set up, tried, taken out."""

from __future__ import annotations

import argparse
import asyncio
import os
from typing import TYPE_CHECKING, NoReturn

from radar.cli.endpoint_drafting import Drafting, table_of
from radar.cli.endpoint_report import endpoint_record, print_endpoint, report_probe
from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.opening import settings_of
from radar.cli.output import Output, Style
from radar.cli.parser import UsageError, add_actions, nearest
from radar.cli.person import Person
from radar.errors import RadarError, SummariserError
from radar.net.addresses import host_of
from radar.papers.bases import replace
from radar.papers.jobs.spending import Payee
from radar.settings import EndpointSettings, Settings
from radar.settings.endpoint_tables import add_endpoint, endpoint_table, remove_endpoint
from radar.settings.presets import PRESETS, Preset

if TYPE_CHECKING:
    from radar.summaries.probing import Probe

DETAILS = (
    "Without an action it lists them. `add` asks for what is missing, tries the endpoint with two invented\n"
    "papers and writes it into the settings file, unless the try fails. A key is named by its environment\n"
    "variable, by the command that writes it or by its entry in the keyring; it is never stored."
)
"""More about it, for its --help."""
_ACTIONS = {
    "list": "list the endpoints that are set",
    "presets": "list the kinds of endpoints that radar knows",
    "add": "set up an endpoint: ask, try, write",
    "test": "try an endpoint with two invented papers",
    "remove": "take an endpoint out of the settings file",
}


_PRESET_WIDTH = 90
"""Columns that name, address and key of a kind of endpoint take."""
_KEY_HINT = "Put it into an environment variable (export MY_KEY=...) and name that: --key-env MY_KEY"


class _RefuseKey(argparse.Action):
    """Refuses a key on the command line, where other users and the history of the shell would see it."""

    def __call__(self, *_: object, **__: object) -> NoReturn:
        raise UsageError("a key does not belong on the command line; it is not shown", _KEY_HINT)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions of the command with their arguments."""
    made = add_actions(parser, _ACTIONS)
    for action in ("list", "presets"):
        made[action].add_argument("--json", action="store_true", help="JSON lines")
    adding = made["add"]
    adding.add_argument("name", nargs="?", default="", metavar="NAME", help="what to call it, or its address")
    adding.add_argument("--preset", default="", metavar="PRESET", help="the kind: radar endpoint presets")
    adding.add_argument("--base-url", default="", metavar="URL", help="its address")
    adding.add_argument("--model", default="", metavar="MODEL", help="the model it is asked for")
    adding.add_argument(
        "--key-env", default="", metavar="VARIABLE", help="the environment variable that holds its key"
    )
    adding.add_argument(
        "--key-command", default="", metavar="COMMAND", help='or the command that writes it: "pass show groq"'
    )
    adding.add_argument(
        "--keyring", default="", metavar="SERVICE/USER", help="or the entry of the keyring that holds it"
    )
    adding.add_argument(
        "--allow-http", action="store_true", help="send the key to another machine without encryption"
    )
    adding.add_argument("--key", "--api-key", nargs="?", action=_RefuseKey, help=argparse.SUPPRESS)
    adding.add_argument("--default", action="store_true", help="have it asked where nobody is named")
    adding.add_argument("--yes", action="store_true", help="do not ask before it is tried and written")
    adding.add_argument("--force", action="store_true", help="write it although the try fails")
    made["test"].add_argument(
        "name", nargs="?", default="", metavar="NAME", help="the one to try (the default one)"
    )
    made["remove"].add_argument("name", metavar="NAME", help="as radar endpoint list shows it")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Do what the action says."""
    settings = settings_of(arguments)
    match arguments.action:
        case "presets":
            return _list_presets(output, as_json=arguments.json)
        case "add":
            return _add(settings, arguments, output)
        case "test":
            return _test(settings, arguments.name, output)
        case "remove":
            return _remove(settings, arguments.name, output)
    return _list(settings, output, as_json=bool(arguments.action and arguments.json))


def _list(settings: Settings, output: Output, *, as_json: bool) -> int:
    from radar.wiring.endpoints import info_of, price_of

    endpoints = [info_of(endpoint) for endpoint in settings.all_endpoints]
    width = max((len(endpoint.summariser) for endpoint in endpoints), default=0)
    for endpoint in endpoints:
        chosen = endpoint.summariser == settings.chosen_summariser
        if as_json:
            output.json(endpoint_record(endpoint, chosen=chosen))
        else:
            priced = price_of(settings, endpoint.summariser) is not None
            print_endpoint(output, endpoint, priced=priced, chosen=chosen, width=width)
    if not endpoints:
        output.aside(f"{settings.endpoint_lack}; radar endpoint add asks what to set")
    elif not as_json and settings.endpoint_called(settings.chosen_summariser):
        output.aside("* is asked where nobody is named")
    return ExitCode.OK


def _list_presets(output: Output, *, as_json: bool) -> int:
    for preset in PRESETS.values():
        if as_json:
            output.json(
                {
                    "name": preset.name,
                    "title": preset.title,
                    "base_url": preset.base_url,
                    "key_env": preset.key_env,
                    "local": preset.local,
                    "note": preset.note,
                    "source": preset.source,
                }
            )
            continue
        _print_preset(output, preset)
    return ExitCode.OK


def _print_preset(output: Output, preset: Preset) -> None:
    """Print a kind of endpoint in one line, or its key below its address where both are too wide."""
    beside = output.width >= _PRESET_WIDTH
    key = output.styled(preset.key_env or "no key as a rule", Style.CYAN if preset.key_env else Style.DIM)
    output.line(
        output.styled(f"{preset.name:<12}", Style.BOLD),
        output.styled(f"{preset.base_url:<58}"),
        key if beside else "",
    )
    if not beside:
        output.line(" " * 12, key)
    if preset.note:
        output.line(output.styled(f"{'':<12}{preset.note}", Style.DIM))


def _add(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    person = Person(output)
    drafting = Drafting(settings, arguments, person, output, dict(os.environ))
    endpoint = drafting.draft()
    if endpoint is None:
        return _nothing_written(output, exit_code_of(drafting.trouble) if drafting.trouble else ExitCode.OK)
    if drafting.trouble is None:
        found = _tried(settings, endpoint, person, output, sure=arguments.yes)
        if found is not None and found.failure is not None:
            if not (arguments.force or _wanted_all_the_same(person, sure=arguments.yes)):
                if arguments.yes or not person.present:
                    output.aside("--force writes it although the try fails")
                return _nothing_written(output, exit_code_of(found.failure))
            return _write(settings, endpoint, person, output, default=arguments.default, sure=True)
        if found is None and not person.agrees("Write it without a try?", usual=False):
            return _nothing_written(output)
    return _write(settings, endpoint, person, output, default=arguments.default, sure=arguments.yes)


def _wanted_all_the_same(person: Person, *, sure: bool) -> bool:
    """Ask whether to write what failed; whoever has said yes beforehand has not said it to that."""
    return person.present and not sure and person.agrees("Write it all the same?", usual=False)


def _tried(
    settings: Settings, endpoint: EndpointSettings, person: Person, output: Output, *, sure: bool
) -> Probe | None:
    """Try an endpoint and tell what came of it; None where the reader does not want that."""
    if not sure:
        if not person.present:
            raise UsageError(
                "nobody can be asked here whether to try it", "Add --yes to go on without asking"
            )
        output.aside(_what_is_sent(settings, endpoint))
        if not person.agrees("Try it now?", usual=True):
            return None
    else:
        output.aside(f"{_what_is_sent(settings, endpoint)} ...")
    return _probed(settings, endpoint, output)


def _what_is_sent(settings: Settings, endpoint: EndpointSettings) -> str:
    from radar.summaries.probing import probe_tokens
    from radar.wiring.endpoints import endpoint_summariser_settings

    sent, received = probe_tokens(endpoint_summariser_settings(settings, endpoint.name, endpoint))
    told = f"Two invented papers go to {endpoint.model or 'no model'} at {host_of(endpoint.base_url)}"
    return f"{told}: about {sent:,} tokens sent and {received:,} received"


def _probed(settings: Settings, endpoint: EndpointSettings, output: Output) -> Probe:
    from radar.summaries.checking import keep_dialect
    from radar.summaries.probing import probe
    from radar.wiring.endpoints import endpoint_summariser_settings, info_of
    from radar.wiring.libraries import library_with_ledger
    from radar.wiring.summarisers import build_purse

    made_from, info = endpoint_summariser_settings(settings, endpoint.name, endpoint), info_of(endpoint)
    with library_with_ledger(settings) as library:
        purse = build_purse(settings, library, Payee(endpoint.name, info.host, endpoint.model))
        found = asyncio.run(probe(made_from, purse=purse, tell=output.aside))
    if found.learned is not None:
        found = replace(found, learned=keep_dialect(made_from, found.learned))
    report_probe(output, found, info, endpoint.concurrency)
    return found


def _write(
    settings: Settings,
    endpoint: EndpointSettings,
    person: Person,
    output: Output,
    *,
    default: bool,
    sure: bool,
) -> int:
    table = table_of(endpoint)
    file = settings.config_file
    if not sure and person.present:
        output.aside("")
        for line in endpoint_table(endpoint.name, table).splitlines():
            output.aside(f"  {line}")
        if not person.agrees(f"Write this into {file}?", usual=True):
            return _nothing_written(output)
    alone = settings.chosen_summariser == "offline" and not settings.summariser
    if not (default or alone or sure) and person.present:
        now = settings.chosen_summariser
        default = person.agrees(f"Ask it where nobody is named, in place of {now}?", usual=False)
    add_endpoint(file, endpoint.name, table, default=default)
    output.line(output.styled(f"written into {file}"))
    if default or alone:
        output.line(output.styled(f"{endpoint.name} is asked where nobody is named: radar summarise"))
    else:
        output.line(output.styled(f"radar summarise --summariser {endpoint.name} asks it"))
    if default and os.environ.get("RADAR_SUMMARISER"):
        output.aside("but the environment variable RADAR_SUMMARISER is set, and wins over the file")
    return ExitCode.OK


def _nothing_written(output: Output, code: ExitCode = ExitCode.OK) -> int:
    output.aside("nothing was written")
    return code


def _test(settings: Settings, name: str, output: Output) -> int:
    chosen = name or settings.chosen_summariser
    endpoint = settings.endpoint_called(chosen)
    if endpoint is None:
        raise _unknown(settings, name)
    output.aside(f"{_what_is_sent(settings, endpoint)} ...")
    try:
        found = _probed(settings, endpoint, output)
    except RadarError as error:
        output.error(error, endpoint.name)
        return exit_code_of(error)
    return ExitCode.OK if found.failure is None else exit_code_of(found.failure)


def _remove(settings: Settings, name: str, output: Output) -> int:
    if name not in settings.endpoints:
        if name == "endpoint" and settings.base_url:
            raise SummariserError(
                "endpoint is what base_url and model set outside any table",
                "Delete base_url, model and key_env, key_command or keyring by hand from "
                f"{settings.config_file}",
            )
        raise _unknown(settings, name)
    removed = remove_endpoint(settings.config_file, name)
    output.aside(f"taken out of {settings.config_file}; its summaries stay:")
    output.text(removed.text)
    if removed.was_default:
        output.aside(f'summariser = "{name}" is taken out too')
    return ExitCode.OK


def _unknown(settings: Settings, name: str) -> SummariserError:
    names = [endpoint.name for endpoint in settings.all_endpoints]
    if not name or not names:
        return SummariserError(
            settings.endpoint_lack or "the summariser of the settings is no endpoint",
            f"Name one of {', '.join(names)}" if names else "radar endpoint add asks what to set",
        )
    hint = nearest(name, names) or f"There are {', '.join(names)}"
    return SummariserError("no endpoint has that name", hint)
