"""The papers of a digest: which are told, under which watch, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from radar.library.reader import LibraryReader
from radar.papers.bases import Value, replace
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.reader.watch import Watch
from radar.pipeline.digest.contents import Digest, DigestPaper, Section, UpdatedPaper
from radar.pipeline.digest.ordering import chosen_order, order_line
from radar.pipeline.digest.updates import changes_between, failing_sources, updated_keys, updated_papers

_NOWHERE: AbstractSet[int] = frozenset()


class Asked(Value):
    """What a digest is to tell; times are aware and UTC."""

    made: datetime
    since: datetime
    """Papers that came after this moment."""
    until: datetime
    """And up to this one: what comes while the digest is made is for the next one."""
    changed_since: datetime
    """Changes after this moment."""
    changed_until: datetime
    """And up to this one."""
    changed: AbstractSet[int] = frozenset()
    """The keys of the papers that changed in between."""
    query: PaperQuery = PaperQuery()
    """Only these papers; its order counts where it is not the usual one."""
    watches: tuple[Watch, ...] = ()
    """Those that sort the papers, in the reader's order, or those that were asked for."""
    only_watches: bool = False
    """Leave out what none of them has."""
    order: Order | None = None
    """The order that the reader asked for, if any."""
    followed: AbstractSet[str] | None = None
    """The names, in lower case, of the sources whose failures are told; None for all."""
    top: int = 20
    """Papers that a section shows at most."""


def choose(
    reader: LibraryReader,
    asked: Asked,
    written: Callable[[PaperQuery], str],
    command: Callable[[int], str] = lambda papers: "",
) -> Digest:
    """Choose what a digest tells: each new paper once, under the first watch that has it.

    Args:
        written: writes a question as on the command line.
        command: writes a command that shows so many papers of each section, for where some are left out.

    Raises:
        LibraryError: the library cannot be read.
    """
    order = asked.order or chosen_order(reader, _new(asked.query, asked.since))
    keys = list(reader.keys(replace(_new(asked.query, asked.since), order=order)))
    having = {watch.number: frozenset(reader.keys(_new(watch.query, asked.since))) for watch in asked.watches}
    # Asked last, so that what came meanwhile is among it whichever question found it.
    late = frozenset(reader.keys(PaperQuery(added_after=asked.until)))
    keys = [key for key in keys if key not in late]
    shared = _Sharing(asked, having).shares(keys)
    updated = _updated(reader, asked)
    return Digest(
        made=asked.made,
        since=asked.since,
        until=asked.until,
        order=order,
        order_line=order_line(reader, order, keys, asked.order is not None),
        sections=tuple(_section(reader, share, asked, order, having, written) for share in shared),
        updated=updated[: asked.top],
        updated_total=len(updated),
        failing=failing_sources(reader, asked.since, asked.followed),
        search=written(replace(asked.query, order=Order.NEWEST)),
        watched=bool(asked.watches),
        more_command=command(max([len(updated), *(len(share.keys) for share in shared)])),
    )


class _Share(Value):
    """The papers of one section."""

    watch: Watch | None
    keys: tuple[int, ...]


class _Sharing:
    """Shares papers among the watches, each to the first that has it."""

    def __init__(self, asked: Asked, having: Mapping[int, AbstractSet[int]]) -> None:
        self._asked = asked
        self._having = having

    def shares(self, keys: Sequence[int]) -> list[_Share]:
        """Return the shares that hold papers; those that no watch has come last."""
        found: list[_Share] = []
        left = list(keys)
        for watch in self._asked.watches:
            having = self._having[watch.number]
            taken = tuple(key for key in left if key in having)
            left = [key for key in left if key not in having]
            if taken:
                found.append(_Share(watch, taken))
        if left and not self._asked.only_watches:
            found.append(_Share(None, tuple(left)))
        return found


def _new(query: PaperQuery, since: datetime) -> PaperQuery:
    return replace(query, added_after=since, order=Order.NEWEST)


def _updated(reader: LibraryReader, asked: Asked) -> tuple[UpdatedPaper, ...]:
    """Return the papers that changed; those that are new are told as new."""
    keys = updated_keys(reader, asked.query, _scope(asked), asked.changed)
    papers = updated_papers(reader, keys, asked.changed_since, asked.changed_until)
    return tuple(paper for paper in papers if paper.entry.added <= asked.since)


def _scope(asked: Asked) -> tuple[PaperQuery, ...]:
    """Return the questions one of which a paper must answer; none where any paper will do."""
    return tuple(watch.query for watch in asked.watches) if asked.only_watches else ()


def _section(
    reader: LibraryReader,
    share: _Share,
    asked: Asked,
    order: Order,
    having: Mapping[int, AbstractSet[int]],
    written: Callable[[PaperQuery], str],
) -> Section:
    papers: list[DigestPaper] = []
    for key in share.keys[: asked.top]:
        entry = reader.entry(key)
        if entry is None:
            continue
        also = tuple(
            watch.name
            for watch in asked.watches
            if watch is not share.watch and key in having.get(watch.number, _NOWHERE)
        )
        close = reader.closeness(key) if order is Order.CLOSE else None
        papers.append(
            DigestPaper(entry, also, close, changes_between(entry, asked.changed_since, asked.changed_until))
        )
    watch = share.watch
    return Section(
        name=watch.name if watch else "",
        papers=tuple(papers),
        total=len(share.keys),
        search=written(watch.query) if watch else "",
    )
