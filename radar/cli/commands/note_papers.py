"""`radar note`: what the reader writes on one paper."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from radar.cli.commands.show_papers import entry_of, not_found
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import UsageError
from radar.cli.typed_again import typed_again
from radar.library.marks.acts import Act
from radar.papers.reader.notes import LONGEST, whole_note
from radar.settings import Settings
from radar.sources.source import undecodable

_MOST_READ = 1_000_000
"""Characters of standard input, of which far fewer may be a note."""

DETAILS = (
    "Without a text it prints the note. A new one takes the place of the one before; radar mark undo takes\n"
    f"it back. A note is one paragraph of at most {LONGEST:,} characters. radar list note:WORD and has:note\n"
    "find it; exports hold it. With - it is read from standard input."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", metavar="ID", help="an id or a link: 2406.01234, a DOI, acl:..., https://...")
    parser.add_argument("text", nargs="*", default=[], metavar="TEXT", help="the note; - reads it")
    parser.add_argument("--remove", action="store_true", help="take the note away")
    parser.set_defaults(rest="text")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print, write or remove the note on a paper; the exit code tells where there is nothing of it."""
    text = whole_note(_written(arguments.text))
    _check(arguments, text)
    settings = settings_of(arguments)
    with reader_of(settings, output, writes=bool(arguments.text or arguments.remove)) as reader:
        entry = entry_of(reader, arguments.id)
    if entry is None:
        output.error(not_found(arguments.id))
        return ExitCode.INCOMPLETE
    if not arguments.text and not arguments.remove:
        return _print(entry.note, output)
    act = _write(settings, entry.key, text)
    if act.empty:
        output.line(f"nothing changed: {'it was so already' if text else 'there is no note on it'}")
        return ExitCode.OK if text else ExitCode.INCOMPLETE
    output.line("note written" if text else "note taken away")
    output.aside(f"{typed_again(arguments, 'mark', 'undo')} takes it back")
    return ExitCode.OK


def _written(given: Sequence[str]) -> str:
    if list(given) != ["-"]:
        return " ".join(given)
    text = sys.stdin.read(_MOST_READ) if sys.stdin is not None else ""
    if undecodable(text):
        raise UsageError(
            "what came is not UTF-8 text", "Convert it, for instance by iconv -f latin1 -t utf-8"
        )
    return text


def _check(arguments: argparse.Namespace, text: str) -> None:
    if arguments.remove and arguments.text:
        raise UsageError("--remove takes no text", f"radar note {printable(arguments.id)} --remove")
    if arguments.text and not text:
        raise UsageError("an empty text is no note", "--remove takes a note away")
    if len(text) > LONGEST:
        told = f"a note has at most {LONGEST:,} characters, and this has {len(text):,}"
        raise UsageError(told, "Shorten it")


def _print(note: str, output: Output) -> int:
    if not note:
        output.aside("there is no note on this paper")
        return ExitCode.INCOMPLETE
    output.line(output.styled(note))
    return ExitCode.OK


def _write(settings: Settings, key: int, text: str) -> Act:
    from radar.wiring.libraries import build_library

    library = build_library(settings)
    try:
        return library.set_note(key, text)
    finally:
        library.close()
