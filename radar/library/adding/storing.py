"""Storing a planned chunk of papers: what is new, what is gained, what changed, and where all were listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter

from radar.library.adding.arrivals import moment_of_arrival
from radar.library.adding.changes import Seen, note_changes
from radar.library.adding.merging import read_texts, reads_alike
from radar.library.adding.planning import Plan
from radar.library.adding.saying import note_listing_says
from radar.library.adding.uniting import unite
from radar.library.database.connection import Database
from radar.library.identity.identities import alias_of, store_aliases, take_from_removed
from radar.library.index.categories import forget_categories, store_categories
from radar.library.index.search_index import SearchIndex
from radar.library.marks.marks_along import asked_for, of_known_papers, of_new_papers
from radar.library.marks.notes import store_notes
from radar.library.marks.tags import add_tags, store_tags
from radar.library.records.flag_records import unpacked_flags
from radar.library.records.keys import KeyMaker, sorting_day
from radar.library.records.paper_records import paper_values
from radar.library.records.rows import in_json, now
from radar.library.summaries.outdating import follow_texts
from radar.library.summaries.packed_readings import PackedReading, packed_reading
from radar.library.summaries.stored_summaries import refresh_rows, store_readings
from radar.papers.bases import Value
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import Mark
from radar.papers.summaries.summary import Read, Reading
from radar.papers.text.safe_text import clean


class Added(Value):
    """What became of the papers of one chunk."""

    new: int
    known: int
    """Papers that were known already, also those that came twice in the chunk."""
    changed: int
    """Of the known ones: those that gained something."""
    keys: tuple[int, ...]
    """The keys of all but those left out, in the order given."""
    updated: int = 0
    """Papers of which something changed that the reader could have seen: they are marked as updated."""
    joined: int = 0
    """Papers that were known apart and became part of others."""
    marked: int = 0
    """Of the new ones: those whose marks, tags or notes came along."""
    marked_here: int = 0
    """Of the known ones: those whose marks, tags or notes were not taken, for their reader's own stay."""
    tagged_here: int = 0
    """Of the known ones: those that got tags which the reader had asked for."""
    dated_too_far: int = 0
    """Papers that lost a day which lies too far ahead to be believed."""
    removed: tuple[int, ...] = ()
    """The keys that papers had which the reader removed, and which were left out therefore."""


class Readings:
    """The readings of one chunk; each text is read once, however often the plan is made anew."""

    def __init__(self, read: Read, made: Iterable[tuple[Paper, Reading | PackedReading]] = ()) -> None:
        self._read = read
        self._made = {read_texts(paper): packed_reading(reading) for paper, reading in made}

    def of(self, paper: Paper) -> PackedReading:
        """Return the reading of a paper."""
        texts = read_texts(paper)
        found = self._made.get(texts)
        if found is None:
            found = self._made[texts] = packed_reading(self._read(paper))
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

    def store(
        self,
        planned: Plan,
        readings: Readings,
        listing: Listing,
        marks: Sequence[OwnMarks | None] = (),
        *,
        defer: bool,
    ) -> Added:
        """Store the new and the changed papers and where all of them were listed."""
        marks = [marks[place] for place in planned.places] if marks else marks
        marked = of_new_papers(planned, marks)
        keys = self._add(planned, readings, marked)
        number = self._number_of(listing)
        updated = self._change(planned, readings, number)
        tagged_here = add_tags(self._database, asked_for(planned, marks))
        if defer:
            self._index.defer(keys)
        else:
            self._index.add(keys)
        all_keys = tuple(slot if slot >= 0 else keys[-1 - slot] for slot in planned.slots)
        by_slot = dict(zip(planned.slots, all_keys, strict=True))
        self._note_other_ids(planned, by_slot)
        note_listing_says(self._database, planned, number, by_slot)
        self._note_origin(zip(all_keys, (paper.announced for paper in planned.given), strict=True), number)
        return Added(
            len(keys),
            len(all_keys) - len(keys),
            len(planned.changed),
            all_keys,
            updated,
            len(planned.joined),
            len(marked),
            of_known_papers(planned, marks),
            tagged_here,
            removed=planned.removed,
        )

    def _add(self, planned: Plan, readings: Readings, marked: Mapping[int, OwnMarks]) -> list[int]:
        added = moment_of_arrival(self._database) if planned.new else now()
        today = datetime.now(UTC).date()
        keys: list[int] = []
        read: list[tuple[int, PackedReading]] = []
        rows: list[dict[str, object]] = []
        for place, paper in enumerate(planned.new):
            day, dated = sorting_day(paper, today)
            key, reading = self.keys.next(day), readings.of(paper)
            keys.append(key)
            read.append((key, reading))
            marks = marked[place].marks if place in marked else Mark.NONE
            rows.append({"id": key, "added": added, "dated": dated, **_new_row(paper, reading, marks)})
        if rows:
            columns, values = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
            # By rising key, as the readings below: SQLite fills a page the better the more rows rise.
            rising = sorted(tuple(row.values()) for row in rows)
            self._database.run_many(f"INSERT INTO papers ({columns}) VALUES ({values})", rising)
        self._count(keys)
        store_readings(self._database, sorted(read, key=itemgetter(0)), added, shown=True)
        store_tags(self._database, ((keys[place], one.tags) for place, one in marked.items()))
        store_notes(self._database, ((keys[place], one.note) for place, one in marked.items()))
        # Before names are stored: those that led to a removed paper are not another's.
        self._let_come_anew(planned.anew, keys)
        store_aliases(self._database, zip(planned.names, keys, strict=True))
        if planned.stored:
            own = {alias_of(paper.id): key for paper, key in zip(planned.new, keys, strict=True)}
            take_from_removed(
                self._database, {name: own[name] for name in own.keys() & planned.stored.keys()}
            )
        categories = (paper.categories for paper in planned.new)
        store_categories(self._database, zip(keys, categories, strict=True))
        return keys

    def _let_come_anew(self, anew: Mapping[int, int], keys: Sequence[int]) -> None:
        """Let what led to removed papers lead to what they are from now on."""
        for key, slot in anew.items():
            now_at = {"key": key, "now_at": slot if slot >= 0 else keys[-1 - slot]}
            self._database.run("DELETE FROM removed WHERE id = :key", {"key": key})
            self._database.run("UPDATE moved SET into_id = :now_at WHERE into_id = :key", now_at)
            self._database.run("INSERT OR REPLACE INTO moved (id, into_id) VALUES (:key, :now_at)", now_at)

    def _count(self, keys: Sequence[int]) -> None:
        self._database.run(
            "UPDATE counts SET (papers, unread, starred, with_code) = ("
            "SELECT counts.papers + count(*), counts.unread + total((flags & 1) = 0), "
            "counts.starred + total((flags & 2) != 0), counts.with_code + total((flags & 4) != 0) "
            "FROM papers WHERE id IN (SELECT value FROM json_each(?)))",
            (in_json(keys),),
        )

    def _change(self, planned: Plan, readings: Readings, listing: int) -> int:
        """Store what known papers gained, and return of how many something changed that could be seen."""
        changed, known = planned.changed, planned.known
        stay = sorted(set(planned.joined.values()))
        before = self._seen(planned)
        if planned.joined:
            unite(self._database, self._index, planned.joined, {**known, **changed})
        reworded = [key for key in changed if _searched(changed[key]) != _searched(known[key])]
        with self._index.changing(reworded):
            self._store_papers(changed)
        store_aliases(self._database, ((named, key) for key, named in planned.gained.items()))
        renamed = {key: paper for key, paper in changed.items() if paper.id != known[key].id}
        take_from_removed(self._database, {alias_of(paper.id): key for key, paper in renamed.items()})
        for key, paper in changed.items():
            gone = [name for name in known[key].categories if name not in paper.categories]
            if gone:
                forget_categories(self._database, key, gone)
        store_categories(self._database, ((key, paper.categories) for key, paper in changed.items()))
        reread = [key for key in changed if not reads_alike(known[key], changed[key])]
        texts = {key: (known[key], changed[key], readings.of(changed[key])) for key in reread}
        follow_texts(self._database, texts)
        store_readings(self._database, ((key, readings.of(changed[key])) for key in reread), now())
        refresh_rows(self._database, self._index, dict.fromkeys([*reread, *stay]))
        return self._note_changes(planned, before, listing)

    def _store_papers(self, changed: Mapping[int, Paper]) -> None:
        if changed:
            columns = tuple(paper_values(next(iter(changed.values()))))
            assignments = ", ".join(f"{column} = ?" for column in columns)
            self._database.run_many(
                f"UPDATE papers SET {assignments} WHERE id = ?",
                ((*paper_values(paper).values(), key) for key, paper in changed.items()),
            )

    def _seen(self, planned: Plan) -> dict[int, Seen]:
        """Return the papers that change as the list shows them until now."""
        urls = self._code_urls([*planned.changed, *planned.joined])
        for goes, stays in planned.joined.items():
            urls[stays] = urls.get(stays) or urls.get(goes, "")
        return {
            key: Seen(planned.known[key], planned.standings[key].flags, urls.get(key, ""))
            for key in planned.changed
        }

    def _note_changes(self, planned: Plan, before: Mapping[int, Seen], listing: int) -> int:
        if not before:
            return 0
        question = "SELECT id, flags FROM papers WHERE id IN (SELECT value FROM json_each(?))"
        flags: dict[int, int] = dict(self._database.rows(question, (in_json(before),)))
        urls = self._code_urls(before)
        after = {
            key: (seen, Seen(planned.changed[key], flags[key], urls.get(key, "")))
            for key, seen in before.items()
        }
        return note_changes(self._database, after, planned.standings, planned.records, listing)

    def _code_urls(self, keys: Iterable[int]) -> dict[int, str]:
        """Return where the rules read that the code of papers is, as far as they read that it is anywhere."""
        question = (
            "SELECT id, flags FROM readings "
            "WHERE flags LIKE '%\"code\"%' AND id IN (SELECT value FROM json_each(?))"
        )
        rows = self._database.rows(question, (in_json(keys),))
        return {key: unpacked_flags(flags).code.url or "" for key, flags in rows}

    def _note_other_ids(self, planned: Plan, keys: Mapping[int, int]) -> None:
        """Keep the ids that a paper is known by and its own row does not tell."""
        self._database.run_many(
            "INSERT OR IGNORE INTO other_names (id, alias) VALUES (?, ?)",
            [(keys.get(slot, slot), alias) for slot, ids in planned.other_ids.items() for alias in ids],
        )

    def _number_of(self, listing: Listing) -> int:
        name, label = clean(listing.name), clean(listing.label)
        self._database.run(
            "INSERT INTO listings (name, label) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET label = excluded.label "
            "WHERE excluded.label != '' AND excluded.label != label",
            (name, label),
        )
        return int(self._database.value("SELECT number FROM listings WHERE name = ?", (name,)))

    def _note_origin(self, papers: Iterable[tuple[int, Announced]], listing: int) -> None:
        arrived = now()
        announced: dict[int, str] = {}
        for key, how in papers:
            told = "" if how is Announced.NEW else how.value
            announced[key] = told or announced.get(key, "")
        self._database.run_many(
            "INSERT INTO origins (id, listing, arrived, announced) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id, listing) DO UPDATE SET announced = excluded.announced "
            "WHERE excluded.announced != '' AND excluded.announced != announced",
            ((key, listing, arrived, announced[key]) for key in sorted(announced)),
        )

    def _highest(self, lowest: int, above: int) -> int | None:
        # The key of a paper that became part of another one leads there, and is not given to a third; that of
        # a removed one is what its names lead to.
        among = "WHERE id >= :lowest AND id < :above"
        tables = ("papers", "moved", "removed")
        highest = " UNION ALL ".join(f"SELECT max(id) AS id FROM {table} {among}" for table in tables)
        found = self._database.value(f"SELECT max(id) FROM ({highest})", {"lowest": lowest, "above": above})
        return None if found is None else int(found)


def _searched(paper: Paper) -> tuple[object, ...]:
    return paper.title, paper.authors, paper.abstract


def indexed_texts(planned: Plan, readings: Readings) -> list[tuple[str, str, str, str]]:
    """Return the texts of the new papers as the search index sees them."""
    return [
        (paper.title, readings.of(paper).takeaway, "\n".join(paper.authors), paper.abstract)
        for paper in planned.new
    ]


def _new_row(paper: Paper, reading: PackedReading, marks: Mark) -> dict[str, object]:
    return {
        **paper_values(paper),
        "flags": reading.bits | marks.value,
        "takeaway": reading.takeaway,
        "figure": reading.figure,
    }
