"""Adding a chunk of papers: first decide what is new, known or changed, then store it in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from radar.library import bits
from radar.library.categories import store_categories
from radar.library.connection import Database
from radar.library.identities import Names, Recogniser, names_of, store_aliases, stored_aliases
from radar.library.keys import KeyMaker, sorting_day
from radar.library.merging import merged, read_texts, reads_alike
from radar.library.records import PAPER_COLUMNS, cleaned_reading, in_json, now, paper_from, paper_values
from radar.library.search_index import SearchIndex
from radar.library.summaries import refresh_rows, store_readings
from radar.papers.identity import title_id
from radar.papers.listing import Listing
from radar.papers.paper import Paper, PaperId, clean_paper
from radar.papers.summary import Reading
from radar.papers.text import clean

Read = Callable[[Paper], Reading]
_CLOCK_SLIPS = 86_400_000_000
"""Microseconds that a clock is set back at most in the ordinary course of things; more was a wrong clock."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the papers of one chunk."""

    new: int
    known: int
    """Papers that were known already, also those that came twice in the chunk."""
    changed: int
    """Of the known ones: those that gained something."""
    keys: tuple[int, ...]
    """The keys of all, in the order given."""


@dataclass(slots=True)
class Plan:
    """What is to be done with a chunk; a slot is a new paper before it has its key."""

    slots: list[int] = field(default_factory=list)
    """For each paper given: its key, or its slot as -1 - place in `new`."""
    new: list[Paper] = field(default_factory=list)
    names: list[Names] = field(default_factory=list)
    """What each new paper is known by."""
    known: dict[int, Paper] = field(default_factory=dict)
    """Known papers as they are stored."""
    changed: dict[int, Paper] = field(default_factory=dict)
    """Known papers as they will be stored."""
    stored: dict[str, int | None] = field(default_factory=dict)
    """The names that led to known papers when this was decided."""

    @property
    def unread(self) -> tuple[Paper, ...]:
        """The papers whose texts have to be read."""
        reworded = (paper for key, paper in self.changed.items() if not reads_alike(self.known[key], paper))
        return (*self.new, *reworded)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A chunk of papers before it is stored: cleaned, and what is new in it as the library is now."""

    papers: tuple[Paper, ...]
    plan: Plan
    version: tuple[int, int]
    """Changes when somebody has written in between: another connection, or this one."""

    @property
    def unread(self) -> tuple[Paper, ...]:
        """The papers that a reading is needed of."""
        return self.plan.unread


def cleaned(paper: Paper) -> Paper:
    """Return the paper with every text cleaned, its id too; an id is made where none is left."""
    paper = clean_paper(paper)
    own = clean(paper.id) or title_id(paper.title, paper.authors[0] if paper.authors else "")
    return paper if own == paper.id else replace(paper, id=PaperId(own))


def plan(database: Database, papers: Sequence[Paper]) -> Plan:
    """Decide for each paper whether it is new; reads the library and writes nothing."""
    names = [names_of(paper) for paper in papers]
    stored = stored_aliases(database, (alias for named in names for alias in named.looked_up))
    made = Plan(stored=dict(stored))
    made.known.update(_papers_of(database, (key for key in stored.values() if key is not None)))
    recogniser = Recogniser(stored, lambda key: _current(made, key))
    for paper, named in zip(papers, names, strict=True):
        key = recogniser.find(named)
        if key is None:
            made.new.append(paper)
            made.names.append(named)
            key = -len(made.new)
        else:
            _merge(made, key, paper)
        recogniser.learn(named, key)
        made.slots.append(key)
    return made


def still_holds(database: Database, planned: Plan) -> bool:
    """Say whether a plan would be the same now, as far as that is cheaply told: all its papers still new."""
    if planned.stored or len(planned.new) < len(planned.slots):
        return False
    names = (alias for named in planned.names for alias in named.looked_up)
    return not stored_aliases(database, names)


class Readings:
    """The readings of one chunk; each text is read once, however often the plan is made anew."""

    def __init__(self, read: Read, made: Iterable[tuple[Paper, Reading]] = ()) -> None:
        self._read = read
        self._made = {read_texts(paper): cleaned_reading(reading) for paper, reading in made}

    def of(self, paper: Paper) -> Reading:
        """Return the reading of a paper."""
        texts = read_texts(paper)
        found = self._made.get(texts)
        if found is None:
            found = self._made[texts] = cleaned_reading(self._read(paper))
        return found

    def prepare(self, planned: Plan) -> None:
        """Read everything the plan needs."""
        for paper in planned.unread:
            self.of(paper)


class Storing:
    """Stores planned chunks; used inside a transaction."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database = database
        self._index = index
        self.keys = KeyMaker(self._highest)

    def store(self, planned: Plan, readings: Readings, listing: Listing, *, defer: bool) -> Added:
        """Store the new and the changed papers and where all of them were listed."""
        keys = self._add(planned, readings)
        if planned.changed:
            self._change(planned, readings)
        if defer:
            self._index.defer(keys)
        else:
            self._index.add(keys)
        all_keys = tuple(slot if slot >= 0 else keys[-1 - slot] for slot in planned.slots)
        self._note_origin(all_keys, listing)
        return Added(len(keys), len(all_keys) - len(keys), len(planned.changed), all_keys)

    def _add(self, planned: Plan, readings: Readings) -> list[int]:
        added, today = self._arrival(), datetime.now(UTC).date()
        keys: list[int] = []
        rows: list[tuple[object, ...]] = []
        columns: tuple[str, ...] = ()
        for paper in planned.new:
            day, dated = sorting_day(paper, today)
            keys.append(self.keys.next(day))
            values = _new_row(paper, readings.of(paper))
            columns = ("id", "added", "dated", *values)
            rows.append((keys[-1], added, dated, *values.values()))
        if rows:
            marks = ", ".join("?" * len(columns))
            self._database.run_many(
                f"INSERT INTO papers ({', '.join(columns)}) VALUES ({marks})", sorted(rows)
            )
        self._count(keys)
        by_key = dict(zip(keys, planned.new, strict=True))
        read = ((key, readings.of(by_key[key])) for key in sorted(by_key))
        store_readings(self._database, read, added, shown=True)
        store_aliases(self._database, zip(planned.names, keys, strict=True))
        store_categories(self._database, ((key, paper.categories) for key, paper in by_key.items()))
        return keys

    def _arrival(self) -> int:
        """Return when papers come that are stored now: behind all before, though the clock was set back."""
        present = now()
        latest = self._database.value("SELECT max(added) FROM papers")
        slipped = latest is not None and present <= latest < present + _CLOCK_SLIPS
        return int(latest) + 1 if slipped else present

    def _count(self, keys: Sequence[int]) -> None:
        self._database.run(
            "UPDATE counts SET (papers, unread, starred, with_code) = ("
            "SELECT counts.papers + count(*), counts.unread + total((flags & 1) = 0), "
            "counts.starred + total((flags & 2) != 0), counts.with_code + total((flags & 4) != 0) "
            "FROM papers WHERE id IN (SELECT value FROM json_each(?)))",
            (in_json(keys),),
        )

    def _change(self, planned: Plan, readings: Readings) -> None:
        changed = planned.changed
        columns = tuple(paper_values(next(iter(changed.values()))))
        reworded = [key for key in changed if _searched(changed[key]) != _searched(planned.known[key])]
        with self._index.changing(reworded):
            assignments = ", ".join(f"{column} = ?" for column in columns)
            self._database.run_many(
                f"UPDATE papers SET {assignments} WHERE id = ?",
                ((*paper_values(paper).values(), key) for key, paper in changed.items()),
            )
        store_aliases(self._database, ((names_of(paper), key) for key, paper in changed.items()))
        store_categories(self._database, ((key, paper.categories) for key, paper in changed.items()))
        reread = [key for key in changed if not reads_alike(planned.known[key], changed[key])]
        store_readings(self._database, ((key, readings.of(changed[key])) for key in reread), now())
        refresh_rows(self._database, self._index, reread)

    def _note_origin(self, keys: Iterable[int], listing: Listing) -> None:
        name, label = clean(listing.name), clean(listing.label)
        self._database.run(
            "INSERT INTO listings (name, label) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET label = excluded.label "
            "WHERE excluded.label != '' AND excluded.label != label",
            (name, label),
        )
        number = self._database.value("SELECT number FROM listings WHERE name = ?", (name,))
        arrived = now()
        self._database.run_many(
            "INSERT OR IGNORE INTO origins (id, listing, arrived) VALUES (?, ?, ?)",
            ((key, number, arrived) for key in sorted(set(keys))),
        )

    def _highest(self, lowest: int, above: int) -> int | None:
        found = self._database.value("SELECT max(id) FROM papers WHERE id >= ? AND id < ?", (lowest, above))
        return None if found is None else int(found)


def _searched(paper: Paper) -> tuple[object, ...]:
    return paper.title, paper.authors, paper.abstract


def indexed_texts(planned: Plan, readings: Readings) -> list[tuple[str, str, str, str]]:
    """Return the texts of the new papers as the search index sees them."""
    return [
        (paper.title, readings.of(paper).takeaway.text, "\n".join(paper.authors), paper.abstract)
        for paper in planned.new
    ]


def _new_row(paper: Paper, reading: Reading) -> dict[str, object]:
    return {
        **paper_values(paper),
        "flags": bits.derived(reading.flags, reading.takeaway.origin),
        "takeaway": reading.takeaway.text,
        "figure": reading.flags.results.figure,
    }


def _current(made: Plan, key: int) -> Paper:
    return made.new[-1 - key] if key < 0 else made.changed.get(key, made.known[key])


def _merge(made: Plan, key: int, paper: Paper) -> None:
    if key < 0:
        slot = -1 - key
        made.new[slot] = merged(made.new[slot], paper)
        made.names[slot] = names_of(made.new[slot])
        return
    changed = merged(_current(made, key), paper)
    if changed != made.known[key]:
        made.changed[key] = changed


def _papers_of(database: Database, keys: Iterable[int]) -> dict[int, Paper]:
    question = f"SELECT id, {PAPER_COLUMNS} FROM papers WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0]: paper_from(row[1:]) for row in database.rows(question, (in_json(set(keys)),))}
