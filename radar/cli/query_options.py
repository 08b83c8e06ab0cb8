"""The options that choose papers, the same for list, export and summarise."""

from __future__ import annotations

import argparse
import re
import shlex
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

from radar.cli.output import printable
from radar.cli.parser import UsageError, at_least_one, not_empty, one_of
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter
from radar.papers.search.examples import EXAMPLES
from radar.papers.search.nodes import Mistake, Search
from radar.papers.search.parsing import NOTHING_TO_LOOK_FOR, parse
from radar.papers.search.quoting import in_quotes
from radar.papers.text.patterns import pattern

_RESULTS = ("any", "quantified", "sota")
_CHOOSING = (
    "code", "promised", "data", "results", "unread", "starred", "updated", "disputed", "tag", "order",
    "watch", "new",
)  # fmt: skip
"""The options that say which papers, and in which order."""
_SHOWN = 60
"""Letters of a mistake that are shown."""
_MEANING_WIDTH = 55
_ORDERS = tuple(order.value for order in Order)
_LISTING = pattern(
    r'(?P<field>-?(?:only|from|source):)(?P<name>(?=.*[\s"])[^"].*)', re.IGNORECASE | re.DOTALL
)
"""A listing with a space or a quote in its name, as a shell hands it on."""

_LANGUAGE = "\n".join(
    (
        "QUERY, all parts of which must hold (quote it, and put -- before a leading -):",
        *(
            f"  {text if not number else '':<20} {line}"
            for text, meaning in EXAMPLES
            for number, line in enumerate(textwrap.wrap(meaning, _MEANING_WIDTH))
        ),
    )
)


def add_query_options(parser: argparse.ArgumentParser) -> None:
    """Add QUERY, the filters, and how many papers of which watch."""
    group = add_filter_options(parser)
    group.add_argument(
        "--watch",
        type=not_empty,
        metavar="NAME",
        help="the papers of this watch: radar watch list names them",
    )
    group.add_argument(
        "--new", action="store_true", help="with --watch: only what was added since you last looked at it"
    )
    group.add_argument("--limit", type=at_least_one, metavar="N", help="only the first N papers")


def add_filter_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add QUERY, the filters and the order, and return the group for more of them."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to search for, see below")
    parser.epilog = _LANGUAGE
    parser.set_defaults(rest="query")
    group = parser.add_argument_group("which papers")
    group.add_argument("--code", action="store_true", help="only papers whose code is released")
    group.add_argument(
        "--promised", action="store_true", help="only papers whose code is released or promised"
    )
    group.add_argument("--data", action="store_true", help="only papers whose data or weights are released")
    group.add_argument(
        "--results",
        type=one_of(*_RESULTS),
        metavar="|".join(_RESULTS),
        help="only papers that claim results: any, with a number, or to be the state of the art",
    )
    group.add_argument("--unread", action="store_true", help="only papers you have not read")
    group.add_argument("--starred", action="store_true", help="only papers you have starred")
    group.add_argument(
        "--updated",
        action="store_true",
        help="only papers updated since you could have seen them: code is out, a new version",
    )
    group.add_argument(
        "--disputed",
        action="store_true",
        help="only papers on which rules and model contradict each other (not: only one says so)",
    )
    group.add_argument("--tag", type=not_empty, metavar="TAG", help="only papers with this tag")
    group.add_argument(
        "--order",
        type=one_of(*_ORDERS),
        metavar="ORDER",
        help=f"{', '.join(_ORDERS)} (newest); close: to what you starred",
    )
    return group


def asked_by(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Return which of QUERY, the filters, the order and the watch were given, as they are written."""
    given = (f"--{name}" for name in _CHOOSING if getattr(arguments, name, None))
    return (*(("QUERY",) if arguments.query else ()), *given)


def query_of(arguments: argparse.Namespace, reader: LibraryReader | None = None) -> PaperQuery:
    """Return the question that the options ask.

    Args:
        reader: where watches are; None where there is no library.

    Raises:
        UsageError: options exclude each other, or a part of QUERY is empty or cannot be meant so.
        RadarError: there is no such watch.
    """
    if not all(word.strip() for word in arguments.query):
        raise UsageError("a part of QUERY is empty", "Leave it out where it is not meant to choose papers")
    if not getattr(arguments, "watch", ""):
        if getattr(arguments, "new", False):
            raise UsageError(
                "--new is about a watch", "Name it: --watch NAME; what is new in all: radar list is:new"
            )
        return replace(PaperQuery(text=_understood(_typed(arguments.query, reader))), **_asked(arguments))
    if arguments.query:
        raise UsageError("QUERY and --watch exclude each other", "Leave one of them out")
    if reader is None:
        raise UsageError(f"there is no watch {arguments.watch}", "radar watch add NAME QUERY saves one")
    from radar.pipeline.watches import Watches

    watch = Watches(reader).called(arguments.watch)
    return replace(watch.new_papers if arguments.new else watch.query, **_asked(arguments))


def _typed(words: Sequence[str], reader: LibraryReader | None) -> str:
    """Return the arguments as one query; the quotes around the name of a listing, which a shell took, are
    put back."""
    return " ".join(_with_quotes(word, reader) for word in words)


def _with_quotes(word: str, reader: LibraryReader | None) -> str:
    found = _LISTING.fullmatch(word)
    if found is None or reader is None:
        return word
    name = in_quotes(found["name"])
    return word if reader.unknown(PaperQuery(f"from:{name} ")) else f"{found['field']}{name}"


def _understood(text: str) -> str:
    """Return the text of a query, typed to its end; UsageError where a part of it cannot be meant so."""
    # On the screen a last word may go on while it is typed; a space behind it says that it does not.
    text = f"{text.rstrip()} " if text.strip() else ""
    search = parse(text, date.today())
    # On the screen a text of nothing but signs is the beginning of one; here nothing follows.
    empty = () if search.parts or not text else (Mistake(0, len(text), NOTHING_TO_LOOK_FOR),)
    wrong = [_refusal(text, mistake) for mistake in search.mistakes or empty]
    if wrong:
        raise UsageError(wrong[0].message, wrong[0].hint, tuple(wrong[1:]))
    return text


def _refusal(text: str, mistake: Mistake) -> UsageError:
    where = repr(printable(text[mistake.start : mistake.end].rstrip())[:_SHOWN]).replace(r"\\", "\\")
    return UsageError(f"at {where} in the query: {mistake.message}", mistake.help)


def _asked(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the parts of a question that options were given for."""
    asked: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("data", "unread", "starred", "updated", "disputed", "tag")
        if getattr(arguments, name)
    }
    if arguments.code or arguments.promised:
        asked["code"] = CodeFilter.PROMISED if arguments.promised else CodeFilter.RELEASED
    if arguments.results:
        asked["results"] = ResultFilter(arguments.results)
    if arguments.order:
        asked["order"] = Order(arguments.order)
    return asked


def options_of(query: PaperQuery) -> str:
    """Return a question as it is written on the command line."""
    words = [shlex.quote(_written(query.text))] if query.text.strip() else []
    if query.code is not CodeFilter.ANY:
        words.append("--promised" if query.code is CodeFilter.PROMISED else "--code")
    words += [
        f"--{name}" for name in ("data", "unread", "starred", "updated", "disputed") if getattr(query, name)
    ]
    if query.results is not ResultFilter.ALL:
        words.append(f"--results {query.results.value}")
    if query.tag:
        words.append(f"--tag {shlex.quote(query.tag)}")
    if query.order is not Order.NEWEST:
        words.append(f"--order {query.order.value}")
    return " ".join(words)


def _written(text: str) -> str:
    """Return a query for the command line, where only a star lets its last word go on."""
    search = parse(text, date.today())
    last = Search(search.parts[-1:]).sought[-1:]
    open_end = any(words.prefix and not words.starred for words in last) and text[-1].isalnum()
    return f"{text}*" if open_end and not search.mistakes else text.strip()
