"""`radar sources`: what is followed, how each source stands, and what there is to follow."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

from radar.cli.columns import cells, padded
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, settings_of
from radar.cli.output import Output, Style
from radar.cli.parser import UsageError, add_actions, at_least_one
from radar.errors import RadarError
from radar.library.database.failures import library_is_there
from radar.papers.jobs.source_state import SourceState
from radar.pipeline.source_standing import standing_lines
from radar.settings import Settings, SourceSettings

DETAILS = (
    "Without an action it lists the sources of the settings, with when each was asked, what came of it,\n"
    "and where it failed, why and when it is asked again. A radar on screen asks them by itself every\n"
    "refresh_hours; radar refresh asks them from cron."
)
"""More about it, for its --help."""
_ACTIONS = {
    "list": "list the sources that are followed, and how each stands",
    "add": "follow a source: write it into the settings",
    "remove": "follow a source no longer; its papers stay",
}
_INDENT = "    "


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions of the command with their arguments."""
    parser.add_argument("--forms", action="store_true", help="list how sources are named, with examples")
    made = add_actions(parser, _ACTIONS)
    made["list"].add_argument("--json", action="store_true", help="JSON lines")
    adding = made["add"]
    adding.add_argument("name", metavar="NAME", help="such as arxiv:cs.CL; radar sources --forms lists forms")
    adding.add_argument("--label", default="", metavar="TEXT", help="what it is to be called")
    adding.add_argument("--limit", type=at_least_one, metavar="N", help="papers that one refresh takes")
    adding.add_argument(
        "--key-env", default="", metavar="NAME", help="environment variable that holds its key"
    )
    made["remove"].add_argument("name", metavar="NAME", help="as radar sources shows it")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Do what the action says."""
    settings = settings_of(arguments)
    if arguments.forms:
        if arguments.action:
            raise UsageError("--forms stands alone", "radar sources --forms")
        return _print_forms(output)
    match arguments.action:
        case "add":
            return _add(settings, arguments, output)
        case "remove":
            return _remove(settings, arguments.name, output)
    return _list(settings, output, as_json=bool(arguments.action and arguments.json))


def _print_forms(output: Output) -> int:
    from radar.sources.plugins import all_forms

    failures: list[RadarError] = []
    for form in all_forms(failures.append):
        output.line(output.styled(form))
    for failure in failures:
        output.error(failure)
    return ExitCode.INCOMPLETE if failures else ExitCode.OK


def _add(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    from radar.pipeline.feed_links import source_or_feed
    from radar.settings.checks import checked
    from radar.settings.source_tables import add_source
    from radar.settings.sources import source_kinds
    from radar.settings.values import Origin
    from radar.sources.plugins import sources_of
    from radar.wiring.listings import build_source
    from radar.wiring.source_desk import asked_unnamed

    source = source_or_feed(arguments.name, lambda name: build_source(name, settings), sources_of)
    origin = Origin("radar sources add", settings.config_file.parent, text=True)
    checked("key_env", source_kinds(), arguments.key_env, origin)
    known = {each.name.casefold() for each in settings.followed}
    wanted = SourceSettings(
        name=source.name, label=arguments.label, key_env=arguments.key_env, limit=arguments.limit
    )
    asked = asked_unnamed(settings)
    if source.name.casefold() in known or not add_source(settings.config_file, wanted, asked):
        output.aside(f"{source.name} is followed already; nothing was changed")
        return ExitCode.INCOMPLETE
    output.line(output.styled(f"followed: {source.name}  {arguments.label or source.label}"))
    # What plug-ins bring need not know of days.
    first_day: date | None = getattr(source, "first_day", None)
    if first_day and first_day > datetime.now(UTC).date():
        output.aside(
            f"written to {settings.config_file}; it is still to come, on {first_day.isoformat()} (UTC)"
        )
    else:
        output.aside(f"written to {settings.config_file}; radar refresh {_quoted(source.name)} asks it now")
    if asked:
        output.aside(f"{', '.join(asked)} stays: it was asked before any source was named")
    return ExitCode.OK


def _remove(settings: Settings, name: str, output: Output) -> int:
    from radar.pipeline.feed_links import source_or_feed
    from radar.settings.source_removing import remove_source
    from radar.sources.plugins import sources_of
    from radar.wiring.listings import build_source

    found = _called(name, settings)
    if found is None:
        with suppress(RadarError):
            source = source_or_feed(name, lambda named: build_source(named, settings), sources_of)
            found = _called(source.name, settings)
    if found is None:
        names = ", ".join(each.name for each in settings.followed) or "none"
        raise UsageError(f"no source {name} is followed", f"Those that are: {names}")
    if not remove_source(settings.config_file, found, settings.sources):
        raise UsageError(f"{found} does not stand in {settings.config_file}", "RADAR_SOURCES may name it")
    output.line(output.styled(f"no longer followed: {found}"))
    output.aside(f"its papers stay; radar sources add {_quoted(found)} follows it again")
    return ExitCode.OK


def _called(name: str, settings: Settings) -> str | None:
    names = {each.name.casefold(): each.name for each in settings.followed}
    return names.get(name.strip().casefold())


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)


def _list(settings: Settings, output: Output, *, as_json: bool) -> int:
    from radar.wiring.listings import build_source

    # What is followed stands in the settings, whether there is a library yet or not.
    with reader_of(settings, output if library_is_there(settings.library) else None) as reader:
        states = {state.name.casefold(): state for state in reader.source_states()} if reader else {}
    if not settings.followed:
        output.aside("no source is followed: radar sources add hf:daily follows one")
        return ExitCode.OK
    rows: list[tuple[SourceSettings, SourceState | None, RadarError | None]] = []
    for each in settings.followed:
        name, wrong = each.name, None
        try:
            name = build_source(each.name, settings).name
        except RadarError as error:
            wrong = error
        rows.append((each, states.get(name.casefold()), wrong))
    rows += [(SourceSettings(name=name), states[name], None) for name in _beside(settings, states)]
    width = max(cells(each.name) for each, _, _ in rows)
    for each, state, wrong in rows:
        if as_json:
            output.json(_record(each, state, wrong))
        else:
            _print(each, state, wrong, width, output)
    return ExitCode.INCOMPLETE if any(wrong for _, _, wrong in rows) else ExitCode.OK


def _beside(settings: Settings, states: Mapping[str, SourceState]) -> Sequence[str]:
    """Return what is asked beside the sources: the code of starred papers."""
    return ["starred"] if settings.follow_starred and "starred" in states else []


def _print(
    each: SourceSettings, state: SourceState | None, wrong: RadarError | None, width: int, output: Output
) -> None:
    label = each.label or (state.label if state else "")
    head, *more = _standing(each, state, wrong)
    style = Style.RED if wrong or (state and state.error and not each.off) else Style.DIM
    output.line(
        output.styled(padded(each.name, width), Style.BOLD),
        output.styled(f"  {head}", style),
        output.styled(f"  {label}" if label else "", Style.DIM),
    )
    for line in more:
        output.line(output.styled(f"{_INDENT}{line}"))


def _standing(each: SourceSettings, state: SourceState | None, wrong: RadarError | None) -> tuple[str, ...]:
    if wrong is not None:
        return tuple(part for part in (wrong.message, wrong.hint) if part)
    if each.off:
        return ("off",)
    return standing_lines(state, datetime.now(UTC))


def _record(each: SourceSettings, state: SourceState | None, wrong: RadarError | None) -> dict[str, object]:
    def stamp(when: datetime | None) -> str | None:
        return when.isoformat() if when else None

    state = state or SourceState(each.name)
    return {
        "source": each.name,
        "label": each.label or state.label,
        "off": each.off,
        "limit": each.limit,
        "asked": stamp(state.asked),
        "succeeded": stamp(state.succeeded),
        "new": state.new,
        "known": state.known,
        "updated": state.changed,
        "removed": state.removed,
        "error": (wrong.message if wrong else state.error) or None,
        "hint": (wrong.hint if wrong else state.hint) or None,
        "again": stamp(state.again),
    }
