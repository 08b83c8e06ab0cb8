"""What a digest is asked to tell, from the options of its command."""

from __future__ import annotations

import argparse
import json
import shlex

from radar.cli.parser import at_least_one, not_empty
from radar.cli.query_options import add_filter_options, options_of, query_of
from radar.papers.bases import Value, replace
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.reader.watch import Watch
from radar.pipeline.digest.since import FORMS
from radar.pipeline.watches import Watches

_TOP = 20


class DigestQuestion(Value):
    """Which papers a digest is about."""

    query: PaperQuery
    watches: tuple[Watch, ...]
    """Those that sort the papers, or those asked for, in the order asked."""
    only_watches: bool
    order: Order | None
    """None for the one that says most."""
    words: tuple[str, ...]
    """The options that ask this, without those of how and where to."""

    @property
    def searched(self) -> bool:
        """Whether words are searched for, which the search index must know of."""
        return any(query.text.strip() for query in (self.query, *(watch.query for watch in self.watches)))

    def series(self, place: str) -> str:
        """Return what digests of the same papers to the same place have in common, whatever their form."""
        watches = sorted(watch.number for watch in self.watches) if self.only_watches else []
        return json.dumps([place, options_of(replace(self.query, order=Order.NEWEST)), watches])


def add_digest_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what a digest is about."""
    group = add_filter_options(parser)
    group.add_argument("--since", type=not_empty, metavar="WHEN", help=f"{FORMS} (last)")
    # Not `watch`, which stands for one watch in place of a query.
    group.add_argument(
        "--watch",
        dest="watches",
        action="append",
        default=[],
        type=not_empty,
        metavar="NAME",
        help="only the papers of this watch; can be given several times",
    )
    group.add_argument(
        "--top",
        type=at_least_one,
        default=_TOP,
        metavar="N",
        help=f"papers of each section at most ({_TOP}); how many more there are is told",
    )


def question_of(arguments: argparse.Namespace, watches: Watches | None) -> DigestQuestion:
    """Return what the options ask.

    Args:
        watches: where watches are looked up; None where their names are only passed on.

    Raises:
        UsageError: a part of QUERY cannot be meant so.
        RadarError: there is no such watch.
    """
    query = query_of(arguments)
    named: tuple[Watch, ...] = ()
    if watches is not None:
        named = tuple(dict.fromkeys(map(watches.called, arguments.watches))) or watches.all()
    words = [word for name in arguments.watches for word in ("--watch", name)]
    words += shlex.split(options_of(query))
    if arguments.order == Order.NEWEST:
        words += ["--order", Order.NEWEST.value]
    return DigestQuestion(
        query=query,
        watches=named,
        only_watches=bool(arguments.watches),
        order=Order(arguments.order) if arguments.order else None,
        words=tuple(words),
    )
