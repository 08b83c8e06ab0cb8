"""Arguments: one parser, a sub-parser a command, and errors that say what was meant."""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn, Protocol, cast

from radar.cli.exit_codes import EXIT_CODES
from radar.cli.output import Output, printable
from radar.cli.wrong_use import UsageError as UsageError

_INVALID_CHOICE = re.compile(
    r"argument (?P<kind>COMMAND|ACTION): invalid choice: '(?P<word>.*?)' \(choose from"
)
_REQUIRED = "the following arguments are required: "
"""What argparse says where arguments are missing."""
_ABOUT = (
    "A research radar in the terminal: new papers with one-line takeaways, and flags for claimed results "
    "and released code. Without a command, the screen opens."
)
_EPILOG = f"""\
first steps:
  radar demo                a sample on screen, without network or key
  radar import listing.txt  read a listing: page text, JSON lines, BibTeX
  radar list --code         papers whose code is out
  radar endpoint add        have a model write the takeaways
  radar COMMAND --help      all about one command

{EXIT_CODES}"""


_MEANT = MappingProxyType(
    {
        **dict.fromkeys(("rm", "del", "delete"), "remove"),
        **dict.fromkeys(("ls", "search", "find", "papers", "unread"), "list"),
        **dict.fromkeys(("fetch", "update", "sync", "pull"), "refresh"),
        **dict.fromkeys(("star", "unstar"), "mark"),
        **dict.fromkeys(("follow", "subscribe"), "sources"),
        "config": "settings",
        "get": "add",
        "new": "digest",
    }
)
"""What is meant by words that shells and other programs have for it, which are like other commands."""


class CommandModule(Protocol):
    """What the module of a command offers."""

    DETAILS: str
    """More about the command, for its --help."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""

    def run(self, arguments: argparse.Namespace, output: Output) -> int:
        """Do it, and return the exit code; raises RadarError for what ends it."""


# Not as the values elsewhere: --help and --version, which the shell waits for, need nothing that those do.
class Command(NamedTuple):
    """One headless command; its module is loaded when it is asked for, so that every start is quick."""

    name: str
    summary: str
    """One line for the list of commands; empty hides it there."""
    module: str
    """Name of its module in radar.cli.commands."""

    def load(self) -> CommandModule:
        """Import the module of the command."""
        return cast(CommandModule, importlib.import_module(f"radar.cli.commands.{self.module}"))


class _HelpFormatter(argparse.HelpFormatter):
    """Fills paragraphs to the terminal, and leaves tables, whose lines are indented, as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.strip().split("\n\n")
        filled = (
            paragraph
            if "\n  " in paragraph
            else super(_HelpFormatter, self)._fill_text(paragraph, width, indent)
            for paragraph in paragraphs
        )
        return "\n\n".join(filled)


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing and leaving, so that every error looks the same."""

    command_names: tuple[str, ...] = ()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Python paints its help from 3.14 on, and knows nothing of --no-color; from 3.15 on it guesses too.
        self.color = False
        self.suggest_on_error = False

    def error(self, message: str) -> NoReturn:
        found = _INVALID_CHOICE.match(message)
        if found:
            names = [name for name in self.command_names if name != "work"]
            meant = _MEANT.get(found["word"].lower(), "")
            hint = nearest(meant if meant in names else found["word"], names)
            raise UsageError(
                f"there is no {found['kind'].lower()} {_shown(found['word'])!r}",
                hint or f"{self.prog} --help names all",
            )
        raise UsageError(printable(message), f"{self.prog} --help tells")


class _CommandParser(_Parser):
    """The parser of a command, which learns its arguments when it is needed."""

    asked: Command | None = None
    words: Sequence[str] = ()
    actions: Mapping[str, argparse.ArgumentParser] = MappingProxyType({})

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if self.asked is not None:
            module = self.asked.load()
            self.description = f"{self.description}\n\n{module.DETAILS}".strip()
            module.configure(self)
            self.asked = None
        self.words = tuple(args or ())
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        hint = str(self.get_default("dash_hint") or "").strip()
        if hint and message.startswith(_REQUIRED) and any(map(self._is_no_option, self.words)):
            raise UsageError(printable(message), hint)
        super().error(message)

    def _is_no_option(self, word: str) -> bool:
        """Whether a word begins with a dash and is none of the command's options."""
        own = self._option_string_actions
        return word.startswith("-") and not word.startswith("--") and word != "-" and word not in own


class CommandLine:
    """The parser with its commands."""

    def __init__(self, commands: Sequence[Command], version: str) -> None:
        self.commands = commands
        self.version = version

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the arguments with the command in `command`, None for the screen; raises UsageError.

        --help and --version print and leave, as argparse does.
        """
        parser, commands = self._parsers()
        found, left = parser.parse_known_args(arguments)
        rest = getattr(found, "rest", None)
        if left and rest and not any(word.startswith("-") for word in left):
            # argparse gives words behind an option back: `radar list graph --code transformer`.
            setattr(found, rest, [*getattr(found, rest), *left])
        elif left:
            asked: argparse.ArgumentParser = commands.get(found.command or "", parser)
            if isinstance(asked, _CommandParser):
                asked = asked.actions.get(getattr(found, "action", None) or "", asked)
            options = re.findall(r"--[a-z][a-z-]+", asked.format_help())
            words = " ".join(map(_shown, left))
            name = left[0].partition("=")[0]
            is_one = name.startswith("-") or f"--{name}" in options
            hint = nearest(name, options) if is_one else ""
            if rest and not name.startswith("--") and f"-{name}" not in options:
                # "-survey" is much like "--unread", but for a query it means something of its own.
                of_query = "To leave out what a word finds, put -- before the query"
                behind = of_query if rest == "query" else "What begins with a dash goes behind --"
                hint = f"{behind}: -- {words}"
                # Of some commands a dash may be meant for something of their own.
                hint = f"{getattr(found, 'dash_hint', '')}{hint}"
            raise UsageError(f"{asked.prog} does not take {words}", hint or f"{asked.prog} --help tells")
        return found

    def _parsers(self) -> tuple[_Parser, dict[str, _Parser]]:
        parser = _Parser(
            "radar",
            description=_ABOUT,
            epilog=_EPILOG,
            formatter_class=_HelpFormatter,
            allow_abbrev=False,
            parents=[_everywhere()],
        )
        parser.command_names = tuple(command.name for command in self.commands)
        parser.add_argument("-V", "--version", action="version", version=f"radar {self.version}")
        add_screen_options(parser)
        parser.set_defaults(library=None, config=None, no_color=False, ascii=None)
        added = parser.add_subparsers(
            dest="command", metavar="COMMAND", title="commands", parser_class=_CommandParser
        )
        commands: dict[str, _Parser] = {}
        for command in self.commands:
            # Without `help` a command is left out of the list.
            listed: dict[str, Any] = {"help": command.summary} if command.summary else {}
            commands[command.name] = made = added.add_parser(
                command.name,
                description=_sentence(command.summary),
                formatter_class=_HelpFormatter,
                allow_abbrev=False,
                parents=[_everywhere()],
                **listed,
            )
            made.asked = command
        return parser, commands


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _everywhere() -> _CommandParser:
    """Options that may stand before or behind the command.

    A parser of its own for each that takes them over: parsers share the arguments of their parents,
    and setting a default in one would set it in all.
    """
    parser = _CommandParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("everywhere")
    group.add_argument("--library", metavar="FILE", help="the library to use")
    group.add_argument("--config", metavar="FILE", help="the settings file to use")
    group.add_argument("--no-color", action="store_true", help="no colours (NO_COLOR does the same)")
    group.add_argument("--ascii", action="store_true", help="draw with plain letters only")
    return parser


def add_screen_options(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the options of the screen.

    Args:
        default: argparse.SUPPRESS for a command, which would else undo what stands before its name.
    """
    group = parser.add_argument_group("screen")
    group.add_argument("--theme", metavar="NAME", default=default, help="the colour theme")


def nearest(word: str, words: Sequence[str]) -> str:
    """Return "Did you mean ...?" for a word that is close to one of the words, else an empty text."""
    import difflib

    # All options begin alike, which makes none of them like another.
    bare = {one.lstrip("-"): one for one in reversed(words)}
    found = difflib.get_close_matches(word.lower().lstrip("-"), list(reversed(bare)), n=1, cutoff=0.5)
    return f"Did you mean {bare[found[0]]}?" if found else ""


def one_of(*names: str) -> Callable[[str], str]:
    """Return an argument type that takes one of the names."""

    def check(text: str) -> str:
        if text in names:
            return text
        hints = filter(None, (nearest(text, names), f"It takes {', '.join(names)}"))
        raise argparse.ArgumentTypeError(f"{printable(text)!r} is not known. {' '.join(hints)}")

    return check


def at_least_one(text: str) -> int:
    """An argument type: a whole number from 1."""
    if not text.isdecimal() or len(text) > 9 or not int(text):
        raise argparse.ArgumentTypeError(f"{printable(text)!r} is not a number from 1")
    return int(text)


def not_empty(text: str) -> str:
    """An argument type: a text; an empty one, as of an unset variable, is not the same as none."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text


def named_place(text: str) -> str:
    """An argument type: the name of a file or folder, which no empty text is."""
    if not text:
        raise argparse.ArgumentTypeError("an empty name names no file")
    return text


def add_actions(
    parser: argparse.ArgumentParser, actions: Mapping[str, str], *, required: bool = False
) -> dict[str, argparse.ArgumentParser]:
    """Give a command several actions and return their parsers; the chosen name is `action`, or None.

    Args:
        actions: what each does, by its name.
        required: whether one of them must follow.
    """
    added = parser.add_subparsers(
        dest="action", metavar="ACTION", title="actions", parser_class=_CommandParser, required=required
    )
    made: dict[str, argparse.ArgumentParser] = {
        name: added.add_parser(
            name,
            help=about,
            description=_sentence(about),
            formatter_class=_HelpFormatter,
            allow_abbrev=False,
            parents=[_everywhere()],
        )
        for name, about in actions.items()
    }
    if isinstance(parser, _CommandParser):
        parser.command_names = tuple(actions)
        parser.actions = made
    return made


def _shown(word: str) -> str:
    """Return a word that is not understood, unless it may be a key."""
    from radar.settings.endpoint import may_be_a_key

    secret = any(may_be_a_key(part) for part in word.split("="))
    return "(what may be a key)" if secret else printable(word)
