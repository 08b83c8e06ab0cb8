"""`radar watch`: searches that are saved, and what is new in each."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from contextlib import closing, contextmanager

from radar.cli.columns import cells, padded
from radar.cli.commands.list_papers import print_records, print_rows, told_since
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, refuse_missing, settings_of
from radar.cli.output import Output, Style
from radar.cli.parser import UsageError, add_actions, at_least_one
from radar.cli.query_options import add_filter_options, options_of, query_of
from radar.cli.typed_again import typed_again
from radar.errors import LibraryError, RadarError
from radar.library.reader import LibraryReader
from radar.papers.bases import names_of, replace
from radar.papers.reader.query import PaperQuery
from radar.papers.reader.watch import LONGEST_NAME, Watch, is_cut, watch_name
from radar.papers.text.plurals import plural
from radar.pipeline.radar import Radar
from radar.pipeline.watches import Watches
from radar.settings import Settings

DETAILS = (
    "Without an action it lists them, with how many papers are new in each: added since you last looked\n"
    "at it, on screen or by `show --seen`. A watch is named by its name or by its number, so no\n"
    "new name is a number; on screen the number is its key, and radar list, export and summarise take\n"
    "--watch NAME."
)
"""More about it, for its --help."""
_ACTIONS = {
    "list": "list the watches, with what is new in each",
    "add": "save a search as a watch",
    "show": "show a watch, and what is new in it",
    "rename": "give a watch another name",
    "move": "put a watch at another place, which is its number",
    "remove": "forget a watch; its papers stay",
}
_NOT_TOLD = frozenset({"added_after", "ids"})
_KEYS = 9
_CUT = f"names have at most {LONGEST_NAME} letters: this one is cut"
_NAMED = "as radar watch list shows it"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions of the command with their arguments."""
    made = add_actions(parser, _ACTIONS)
    made["list"].add_argument("--json", action="store_true", help="JSON lines")
    adding = made["add"]
    adding.add_argument("name", metavar="NAME", help="what it is to be called")
    add_filter_options(adding)
    adding.add_argument("--replace", action="store_true", help="give the watch of that name this search")
    for action in ("show", "rename", "move", "remove"):
        made[action].add_argument("name", metavar="NAME", help=_NAMED)
    made["show"].add_argument("--json", action="store_true", help="the new papers as JSON lines")
    made["show"].add_argument("--seen", action="store_true", help="note that you have looked at them")
    made["rename"].add_argument("new_name", metavar="NEW", help="its new name")
    made["move"].add_argument("place", type=at_least_one, metavar="PLACE", help="its new number")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Do what the action says."""
    settings = settings_of(arguments, output)
    if arguments.action == "add":
        return _add(settings, arguments, output)
    refuse_missing(settings)
    match arguments.action:
        case "show":
            return _show(settings, arguments, output)
        case "rename":
            return _rename(settings, arguments.name, arguments.new_name, output)
        case "move":
            return _move(settings, arguments.name, arguments.place, output)
        case "remove":
            return _remove(settings, arguments, output)
    return _list(settings, output, as_json=bool(arguments.action and arguments.json))


def _list(settings: Settings, output: Output, *, as_json: bool) -> int:
    with reader_of(settings, output) as reader:
        watches = () if reader is None else reader.watches()
        if reader is None or not watches:
            output.aside("no watches yet: radar watch add NAME QUERY saves a search as one")
            return ExitCode.OK
        width = max(cells(watch.name) for watch in watches)
        for place, watch in enumerate(watches, 1):
            new = len(Watches(reader).new_papers(watch))
            if as_json:
                output.json(_record(watch, place, new))
            else:
                _print(watch, place, new, width, output)
    return ExitCode.OK


def _add(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    query = query_of(arguments)
    name = watch_name(arguments.name)
    if not query.filters:
        raise UsageError("a watch needs words or a filter", 'radar watch add NAME "length penalty" --code')
    with _radar(settings) as radar:
        held = {watch.name.casefold(): watch for watch in radar.watches.all()}
        before = held.get(name.casefold())
        if before is not None and not arguments.replace:
            hint = "Add --replace to give it this search, or choose another name"
            raise LibraryError(f"there is a watch {before.name} already: {options_of(before.query)}", hint)
        if before is not None:
            radar.library.change_watch(before.number, query)
        else:
            radar.library.add_watch(name, query)
        found = len(radar.reader.keys(query))
    papers = f"{plural(found, 'paper')} by now"
    if is_cut(arguments.name):
        output.aside(_CUT)
    output.line(output.styled(f"{'changed' if before else 'saved'}: {name}  {options_of(query)}  ({papers})"))
    return ExitCode.OK


def _show(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    if not arguments.seen:
        with reader_of(settings, output) as reader:
            if reader is None:
                raise RadarError("there are no watches yet", "radar watch add NAME QUERY saves one")
            _print_new(reader, Watches(reader).called(arguments.name), arguments, output)
        return ExitCode.OK
    with _radar(settings) as radar:
        watch = radar.watches.called(arguments.name)
        # Asked first: what comes in between is then new the next time, and not lost.
        until = radar.reader.complete_until(watch.query)
        papers = _print_new(radar.reader, watch, arguments, output)
        if until is not None:
            radar.library.look_at_watch(watch.number, until)
        elif papers:
            output.aside("not noted as seen: the search index is behind, radar doctor tells more")
    return ExitCode.OK


def _print_new(reader: LibraryReader, watch: Watch, arguments: argparse.Namespace, output: Output) -> int:
    """Print the new papers of a watch, and return how many they are."""
    keys = list(Watches(reader).new_papers(watch))
    if arguments.json:
        print_records(reader, keys, output)
        return len(keys)
    output.line(output.styled(watch.name, Style.BOLD), output.styled(f"  {options_of(watch.query)}"))
    output.line(output.styled(told_since(watch.seen, len(keys)), Style.DIM))
    reader.rows_since = watch.seen
    print_rows(reader, keys, output)
    return len(keys)


def _rename(settings: Settings, name: str, new_name: str, output: Output) -> int:
    with _radar(settings) as radar:
        watch = radar.watches.called(name)
        radar.library.rename_watch(watch.number, new_name)
    if is_cut(new_name):
        output.aside(_CUT)
    output.line(output.styled(f"{watch.name} is called {watch_name(new_name)} now"))
    return ExitCode.OK


def _move(settings: Settings, name: str, place: int, output: Output) -> int:
    with _radar(settings) as radar:
        watch = radar.watches.called(name)
        radar.library.move_watch(watch.number, place)
        numbers = [one.number for one in radar.watches.all()]
    output.line(output.styled(f"{watch.name} is watch {numbers.index(watch.number) + 1} now"))
    return ExitCode.OK


def _remove(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    with _radar(settings) as radar:
        watch = radar.watches.called(arguments.name)
        radar.library.remove_watch(watch.number)
    output.aside("removed; its papers stay, and this saves it again:")
    output.line(output.styled(_adding(watch, typed_again(arguments, "watch", "add"))))
    return ExitCode.OK


def _adding(watch: Watch, command: str) -> str:
    """Return the command that saves a watch, as a shell takes it."""
    name, query = shlex.quote(watch.name), watch.query
    if not watch.name.startswith("-") and not query.text.lstrip().startswith("-"):
        return f"{command} {name} {options_of(query)}"
    # Behind the two dashes nothing is taken for an option.
    filters, words = options_of(replace(query, text="")), options_of(PaperQuery(text=query.text))
    return " ".join(filter(None, (command, filters, "--", name, words)))


@contextmanager
def _radar(settings: Settings) -> Iterator[Radar]:
    from radar.wiring.radars import build_radar

    with closing(build_radar(settings)) as radar:
        yield radar


def _print(watch: Watch, place: int, new: int, width: int, output: Output) -> None:
    output.line(
        output.styled(f"{place:>2}  "),
        output.styled(padded(watch.name, width), Style.BOLD),
        output.styled(f"  {f'{new:,} new' if new else '-':>9}  ", Style.CYAN if new else Style.DIM),
        output.styled(options_of(watch.query)),
    )


def _record(watch: Watch, place: int, new: int) -> dict[str, object]:
    return {
        "number": place,
        "key": str(place) if place <= _KEYS else None,
        "name": watch.name,
        "query": {name: getattr(watch.query, name) for name in names_of(PaperQuery) if name not in _NOT_TOLD},
        "new": new,
        "seen": watch.seen.isoformat(),
    }
