"""The options that choose papers, the same for list, export and summarise."""

from __future__ import annotations

import argparse
import textwrap
from datetime import date

from radar.cli.output import printable
from radar.cli.parser import UsageError, at_least_one, one_of
from radar.papers.query import CodeFilter, Order, PaperQuery, ResultFilter
from radar.papers.search.examples import EXAMPLES
from radar.papers.search.parsing import parse

_RESULTS = ("any", "quantified", "sota")
_SHOWN = 60
"""Letters of a mistake that are shown."""
_MEANING_WIDTH = 55
_ORDERS = tuple(order.value for order in Order)

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
    """Add QUERY and the filters."""
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
        "--disputed",
        action="store_true",
        help="only papers on which rules and model contradict each other (not: only one says so)",
    )
    group.add_argument("--tag", default="", metavar="TAG", help="only papers with this tag")
    group.add_argument(
        "--order",
        type=one_of(*_ORDERS),
        default=Order.NEWEST.value,
        metavar="ORDER",
        help=f"{', '.join(_ORDERS)} (newest); close: to what you starred",
    )
    group.add_argument("--limit", type=at_least_one, metavar="N", help="only the first N papers")


def query_of(arguments: argparse.Namespace) -> PaperQuery:
    """Return the question that the options ask.

    Raises:
        UsageError: a part of QUERY cannot be meant so.
    """
    text = " ".join(arguments.query)
    for mistake in parse(text, date.today()).mistakes:
        where = printable(text[mistake.start : mistake.end])[:_SHOWN]
        raise UsageError(f"at {where!r} in the query: {mistake.message}", mistake.help)
    code = CodeFilter.RELEASED if arguments.code else CodeFilter.ANY
    return PaperQuery(
        text=text,
        code=CodeFilter.PROMISED if arguments.promised else code,
        data=arguments.data,
        results=ResultFilter(arguments.results) if arguments.results else ResultFilter.ALL,
        unread=arguments.unread,
        starred=arguments.starred,
        disputed=arguments.disputed,
        tag=arguments.tag,
        order=Order(arguments.order),
    )
