"""The options that choose papers, the same for list, export and summarise."""

from __future__ import annotations

import argparse

from radar.cli.parser import at_least_one, one_of
from radar.papers.query import CodeFilter, Order, PaperQuery, ResultFilter

_RESULTS = ("any", "quantified", "sota")
_ORDERS = tuple(order.value for order in Order)


def add_query_options(parser: argparse.ArgumentParser) -> None:
    """Add QUERY and the filters."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words that must all occur")
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
    """Return the question that the options ask."""
    code = CodeFilter.RELEASED if arguments.code else CodeFilter.ANY
    return PaperQuery(
        text=" ".join(arguments.query),
        code=CodeFilter.PROMISED if arguments.promised else code,
        data=arguments.data,
        results=ResultFilter(arguments.results) if arguments.results else ResultFilter.ALL,
        unread=arguments.unread,
        starred=arguments.starred,
        disputed=arguments.disputed,
        tag=arguments.tag,
        order=Order(arguments.order),
    )
