"""Deciding what is to be done with a chunk of papers: which are new, which known, which of those are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from radar.library.adding.merging import equal, merged, reads_alike
from radar.library.database.connection import Database, Row
from radar.library.identity.borrowed_ids import is_another, may_borrow, without_ids
from radar.library.identity.feed_items import page_names, with_page
from radar.library.identity.identities import Names, Recogniser, names_of, stored_aliases, telling_apart
from radar.library.listings.givers import Given, Named, given_by
from radar.library.records.keys import papers_dated_too_far, with_believable_days
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.removed import gone_among
from radar.library.records.rows import check_kinds, in_json, understood
from radar.papers.bases import Mutable, Value, field, replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId, clean_paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.text.safe_text import clean


class Standing(Value):
    """How a known paper stands in the list."""

    dated: bool
    added: int
    flags: int

    def beside(self, other: Standing) -> Standing:
        """Return how both stand, seen as one."""
        return replace(self, added=min(self.added, other.added), flags=self.flags | other.flags)


class Plan(Mutable):
    """What is to be done with a chunk; a slot is a new paper before it has its key."""

    slots: list[int] = field(default_factory=list)
    """For each paper given: its key, or its slot as -1 - place in `new`."""
    given: tuple[Paper, ...] = ()
    """The papers as they were given."""
    new: list[Paper] = field(default_factory=list)
    names: list[Names] = field(default_factory=list)
    """What each new paper is known by."""
    known: dict[int, Paper] = field(default_factory=dict)
    """Known papers as they are stored."""
    standings: dict[int, Standing] = field(default_factory=dict)
    """How those stand in the list."""
    changed: dict[int, Paper] = field(default_factory=dict)
    """Known papers as they will be stored."""
    gained: dict[int, Names] = field(default_factory=dict)
    """Names that known papers are known by from now on."""
    other_ids: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Of those, and of new papers by their slot: ids and DOIs that the paper itself does not tell."""
    joined: dict[int, int] = field(default_factory=dict)
    """Known papers that become part of another one, and of which."""
    stored: dict[str, int | None] = field(default_factory=dict)
    """The names that led to known papers when this was decided."""
    alone: frozenset[int] = frozenset()
    """Known papers that no other listing has named than the one that names them now."""
    renewed: frozenset[int] = frozenset()
    """Known papers whose texts the listing gave, and may have given anew."""
    places: tuple[int, ...] = ()
    """Where each of `given` stood among all; the others are left out, for the reader removed those papers."""
    removed: tuple[int, ...] = ()
    """The keys that these others had."""
    anew: dict[int, int] = field(default_factory=dict)
    """Removed papers that are wanted again, and the key or slot of what they are from now on."""

    @property
    def unread(self) -> tuple[Paper, ...]:
        """The papers whose texts have to be read."""
        reworded = (paper for key, paper in self.changed.items() if not reads_alike(self.known[key], paper))
        return (*self.new, *reworded)

    @property
    def records(self) -> dict[int, list[Paper]]:
        """The papers as they were given, by key or slot."""
        found: dict[int, list[Paper]] = {}
        for key, paper in zip(self.slots, self.given, strict=True):
            found.setdefault(key, []).append(paper)
        return found


class Prepared(Value):
    """A chunk of papers before it is stored: cleaned, and what is new in it as the library is now."""

    papers: tuple[Paper, ...]
    plan: Plan
    version: tuple[int, int]
    """Changes when somebody has written in between: another connection, or this one."""
    named: Named
    """What the run has named so far."""
    anew: bool = False
    """Whether papers that the reader removed are wanted again."""
    marks: tuple[OwnMarks | None, ...] = ()
    """What comes along with each of the papers; empty for nothing."""
    dated_too_far: int = 0
    """Papers that lost a day which lies too far ahead to be believed."""

    @property
    def unread(self) -> tuple[Paper, ...]:
        """The papers that a reading is needed of."""
        return self.plan.unread


def cleaned(papers: Sequence[Paper]) -> tuple[tuple[Paper, ...], int]:
    """Return the papers cleaned, and of how many a day lies too far ahead to be believed."""
    return tuple(_cleaned(paper) for paper in papers), papers_dated_too_far(papers)


def _cleaned(paper: Paper) -> Paper:
    """Return the paper with every text cleaned, its id too, and without days that cannot be.

    An id is made where none is left.
    """
    paper = with_believable_days(clean_paper(paper), date.today())
    own = clean(paper.id) or title_id(paper.title, paper.authors[0] if paper.authors else "")
    return paper if own == paper.id else replace(paper, id=PaperId(own))


def plan(
    database: Database, papers: Sequence[Paper], listing: Listing, named: Named, *, anew: bool = False
) -> Plan:
    """Decide for each paper whether it is new; reads the library and writes nothing.

    Args:
        listing: where they are listed.
        named: what the same run over it has named before.
        anew: whether papers that the reader removed are wanted again; else they are left out.
    """
    return _Planning(database, papers, listing, named, anew=anew).plan()


def planned_anew(database: Database, prepared: Prepared, listing: Listing) -> Plan:
    """Return the plan for a chunk as the library is by now."""
    return plan(database, prepared.papers, listing, prepared.named, anew=prepared.anew)


def still_holds(database: Database, planned: Plan) -> bool:
    """Say whether a plan would be the same now, as far as that is cheaply told: all its papers still new."""
    if planned.stored or len(planned.new) < len(planned.slots):
        return False
    names = (alias for named in planned.names for alias in named.looked_up)
    return not stored_aliases(database, names)


class _Planning:
    """Makes one plan; papers are merged as they come, and slots of new ones are negative."""

    def __init__(
        self, database: Database, papers: Sequence[Paper], listing: Listing, named: Named, *, anew: bool
    ) -> None:
        self._papers = list(papers)
        self._may_borrow = may_borrow(listing)
        self._names = [names_of(paper) for paper in papers]
        pages = page_names(papers, listing)
        sought = [alias for named in self._names for alias in named.looked_up]
        stored = stored_aliases(database, [*sought, *filter(None, pages)])
        self._stored = stored
        keys = {key for key in stored.values() if key is not None}
        self._known, self._standings = _papers_of(database, keys)
        gone = gone_among(database, keys.difference(self._known))
        self._gone = {key: one.paper for key, one in gone.items()}
        """Removed papers, as far as they are remembered."""
        self._anew = anew
        either = {**self._known, **self._gone}
        self._names = [
            with_page(one, page, paper, stored, either) if page else one
            for one, page, paper in zip(self._names, pages, papers, strict=True)
        ]
        self._other_ids = _other_ids(database, keys) | {key: list(one.ids) for key, one in gone.items()}
        self._given = given_by(database, listing, keys) if keys else Given()
        self._renewable = {key for key in self._given.texts if key not in named}
        """Papers of which the listing gave the texts, and no record of this run has come yet."""
        self._renewed: set[int] = set()
        self._now: dict[int, Paper] = either
        """Every paper as it is by now, by its key or slot."""
        self._named: dict[int, Names] = {}
        """What the records of this chunk have named each paper."""
        self._into: dict[int, int] = {}
        self._mixed: set[int] = set()
        """Slots that more than one record has filled."""
        self._slots = 0

    def plan(self) -> Plan:
        """Decide for one record after the other."""
        stored = {alias: key for alias, key in self._stored.items() if key is None or key in self._now}
        # It knows this planning, which must not know it: the papers of a chunk would wait for the collector.
        recogniser = Recogniser(stored, self._ids_of, self._final)
        slots = [self._take(place, named, recogniser) for place, named in enumerate(self._names)]
        new = [slot for slot in self._now if slot < 0 and slot not in self._into]
        places = {slot: -1 - place for place, slot in enumerate(new)}
        finals = [self._final(slot) for slot in slots]
        kept = [place for place, key in enumerate(finals) if key not in self._gone]
        for slot in self._mixed.difference(self._into):
            self._note(slot, names_of(self._now[slot]))
        gained = self._gained()
        others = {key: named.ids for key, named in gained.items()}
        others |= {slot: self._named[slot].ids for slot in self._mixed.difference(self._into)}
        return Plan(
            slots=[places.get(finals[place], finals[place]) for place in kept],
            given=tuple(self._papers[place] for place in kept),
            places=tuple(kept),
            removed=tuple(self._gone.keys() & set(finals)),
            anew={key: places.get(now, now) for key in self._gone if (now := self._final(key)) != key},
            new=[self._now[slot] for slot in new],
            names=[self._named[slot] for slot in new],
            known=self._known,
            standings=self._standings,
            changed={
                key: self._now[key]
                for key, paper in self._known.items()
                if key not in self._into and not equal(self._now[key], paper)
            },
            gained=gained,
            other_ids={
                places.get(key, key): telling_apart(set(ids).difference(names_of(self._now[key]).ids))
                for key, ids in others.items()
            },
            joined={key: self._final(key) for key in self._into if key in self._known},
            stored=self._stored,
            alone=self._given.alone.difference(map(self._final, self._into)),
            renewed=frozenset(self._renewed),
        )

    def _borrowed(self, paper: Paper, named: Names, recogniser: Recogniser) -> list[str]:
        """Return those ids of a paper that are of another one."""
        held = ((alias, recogniser.holder(alias)) for alias in named.ids)
        return [alias for alias, key in held if key is not None and is_another(paper, self._now[key])]

    def _take(self, place: int, named: Names, recogniser: Recogniser) -> int:
        paper = self._papers[place]
        if self._may_borrow and (borrowed := self._borrowed(paper, named, recogniser)):
            paper = self._papers[place] = without_ids(paper, borrowed)
            named = names_of(paper)
        found = recogniser.find(named)
        gone = [key for key in found if key in self._gone]
        found = tuple(key for key in found if key not in self._gone)
        if gone and not found and not self._anew:
            recogniser.learn(named, gone[0])
            return gone[0]
        if not found:
            self._slots += 1
            key = -self._slots
            self._now[key] = replace(paper, announced=Announced.UNKNOWN) if paper.announced else paper
            self._named[key] = named
        else:
            key = self._united(found)
            by_giver = len(found) == 1 and key in self._renewable and paper.version >= self._now[key].version
            self._renewable.discard(key)
            if by_giver:
                self._renewed.add(key)
            self._now[key] = merged(self._now[key], paper, by_giver=by_giver)
            self._note(key, recogniser.free(named, key))
            if key < 0:
                self._mixed.add(key)
        if self._anew:
            self._into.update(dict.fromkeys(gone, key))
        recogniser.learn(named, key)
        return key

    def _united(self, keys: Sequence[int]) -> int:
        """Make one of papers that are one, and return the key that stays."""
        stays = max(keys, key=self._rank)
        for key in keys:
            if key != stays:
                self._into[key] = stays
                self._now[stays] = merged(self._now[stays], self._now[key])
                self._note(stays, names_of(self._now[key]))
                if key in self._named:
                    self._note(stays, self._named[key])
                if key >= 0:
                    self._standings[stays] = self._standings[stays].beside(self._standings[key])
        return stays

    def _rank(self, key: int) -> tuple[bool, bool, int, int]:
        """Say which key stays: of a stored paper, under a day of its own, that came first."""
        standing = self._standings.get(key)
        if standing is None:
            return False, False, 0, key
        return True, standing.dated, -standing.added, key

    def _final(self, key: int) -> int:
        while key in self._into:
            key = self._into[key]
        return key

    def _note(self, key: int, named: Names) -> None:
        self._named[key] = self._named[key].joined(named) if key in self._named else named

    def _ids_of(self, key: int) -> list[str]:
        ids = [*names_of(self._now[key]).ids, *self._other_ids.get(key, ())]
        for one, into in self._into.items():
            if self._final(into) == key:
                ids += [*names_of(self._now[one]).ids, *self._other_ids.get(one, ())]
        return ids + list(self._named[key].ids if key in self._named else ())

    def _gained(self) -> dict[int, Names]:
        """Return the names that stored papers did not have, or that lead to what became part of them."""
        gained: dict[int, Names] = {}
        unified = {self._final(key) for key in self._into}
        for key, named in self._named.items():
            if key < 0 or key in self._into:
                continue
            if key in unified or self._now[key] != self._known[key]:
                gained[key] = named.joined(names_of(self._known[key])).joined(names_of(self._now[key]))
            elif not self._is_called(key, named):
                gained[key] = named
        return gained

    def _is_called(self, key: int, named: Names) -> bool:
        """Say whether all names of a record led to its paper already, so that none has to be stored again.

        One by the title alone may not have been looked up: it was stored with that of title and author.
        """
        looked_up = (alias for alias in named.looked_up if alias in named.aliases)
        led = all(self._stored.get(alias) == key for alias in looked_up)
        return led and set(named.ids) <= set(names_of(self._known[key]).ids)


def _papers_of(database: Database, keys: Iterable[int]) -> tuple[dict[int, Paper], dict[int, Standing]]:
    question = (
        f"SELECT id, dated, added, flags, {PAPER_COLUMNS} FROM papers "
        "WHERE id IN (SELECT value FROM json_each(?))"
    )
    rows = database.rows(question, (in_json(keys),))
    return (
        {row[0]: paper_from(row[4:]) for row in rows},
        {row[0]: _standing_from(row[1:4]) for row in rows},
    )


@understood("a paper that is none")
def _standing_from(row: Row) -> Standing:
    check_kinds(row, (int, int, int))
    dated, added, flags = row
    return Standing(bool(dated), added, flags)


def _other_ids(database: Database, keys: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    question = "SELECT id, alias FROM other_names WHERE id IN (SELECT value FROM json_each(?))"
    for key, alias in database.rows(question, (in_json(keys),)):
        found.setdefault(key, []).append(alias)
    return found
