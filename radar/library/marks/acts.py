"""What the reader does with papers, few or all: each act whole or not at all, and how it is taken back.

An act keeps in the library which papers it changed, so that it can be taken back after the screen was closed,
by whoever opens it next. What other acts changed since stays as they left it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from radar.errors import PaperGone
from radar.library.database.connection import Database, Row
from radar.library.marks.mark_changes import Change, later_papers
from radar.library.marks.notes import note_of
from radar.library.marks.tags import tags_of
from radar.library.marks.wholesale import Wholesale
from radar.library.records.key_packs import Chosen, followed_keys, packed, unpacked
from radar.library.records.removed import removed_among
from radar.library.records.rows import in_json, moment, now
from radar.papers.bases import Value
from radar.papers.jobs.reports import Report, tell_nobody
from radar.papers.reader.notes import note_in, revised, whole_note
from radar.papers.reader.query import Mark
from radar.papers.reader.removal import GONE
from radar.papers.reader.tags import folded, named_in, tags_in
from radar.papers.text.plurals import plural

ACTS_KEPT = 200
"""Acts that can be taken back, the last ones."""
_BYTES_KEPT = 32 * 1024 * 1024
"""Room that acts may take up in the library; older ones are forgotten."""
_COLUMNS = "SELECT number, reader, done, label, papers, only_paper FROM acts"
_VERBS = {
    (Mark.READ, True): "read",
    (Mark.READ, False): "unread",
    (Mark.STARRED, True): "star",
    (Mark.STARRED, False): "unstar",
}


class Act(Value):
    """What one act came to."""

    label: str
    """What was done, for people: "read 3 papers"."""
    papers: int
    """How many papers it changed."""
    number: int
    """By which it is taken back; 0 where it changed nothing."""
    when: datetime
    reader: str
    """Whose act it is: the name of a process."""
    only: int | None = None
    """The paper that it changed, where it is one."""

    @property
    def empty(self) -> bool:
        """Whether it changed nothing."""
        return not self.papers

    def told_back(self, papers: int | None, when: str = "") -> str:
        """Return what came of taking it back, for people.

        Args:
            papers: as `take_back` returns it.
            when: told behind what was done.
        """
        told = f"{self.label}{when}"
        if papers is None:
            return f"taken back already: {told}"
        if not papers:
            return f"not taken back: {told}, changed again since"
        left = self.papers - papers
        return f"taken back: {told}" + (f", but for {left:,} changed again since" if left > 0 else "")


def mark_papers(
    database: Database, keys: Sequence[int], mark: Mark, on: bool, reader: str, report: Report
) -> Act:
    """Set or take marks of papers, in one transaction; what is read is not marked as updated any more.

    Args:
        reader: whose act it is, for `last_act`; behind a space a name of its own, for `act_called`.
    """
    verbs = [_VERBS[one, on] for one in (Mark.READ, Mark.STARRED) if one in mark]
    changes = [Change(verb) for verb in verbs]
    if Mark.READ in mark and on:
        # Who reads a paper learns what was updated of it.
        changes.append(Change("notice"))
    return _act(database, keys, changes, " and ".join(verbs), reader, report)


def tag_papers(
    database: Database,
    keys: Sequence[int],
    added: Iterable[str],
    removed: Iterable[str],
    reader: str,
    report: Report,
) -> Act:
    """Give papers tags and take others from them, in one transaction; tags that are there stay as typed."""
    given, taken = tags_in(added), tuple(removed)
    # What is only a part of a tag that is taken away stays as it is where it is given.
    stay = {folded(tag) for tag in given} - {folded(tag) for tag in taken}
    changes = [
        *(Change("untag", tag) for tag in named_in(taken) if folded(tag) not in stay),
        *(Change("tag", tag) for tag in given),
    ]
    return _act(database, keys, changes, "tag", reader, report)


def set_tags(
    database: Database, key: int, tags: Sequence[str], reader: str, before: Sequence[str] | None = None
) -> Act:
    """Give a paper these tags in the place of those before; where none are named, of all that it has.

    Raises:
        PaperGone: the paper was removed meanwhile, of which it is known what it had.
    """
    chosen = Chosen(database, [key])
    with database.transaction():
        if before is not None:
            _refuse_gone(database, key)
        held = tags_of(database, key) if before is None else before
        stay = [tag for tag in held if tag in tags]
        wanted = [*stay, *tags_in(tag for tag in tags if tag not in stay)]
        changes = [
            *(Change("untag", tag) for tag in held if tag not in wanted),
            *(Change("tag", tag) for tag in wanted if tag not in held),
        ]
        return _carry_out(database, chosen, 1, changes, "tag", reader, tell_nobody)


def set_note(database: Database, key: int, text: str, reader: str) -> Act:
    """Write the note on a paper in the place of the one before; an empty text takes that away.

    Raises:
        PaperGone: the paper was removed meanwhile.
    """
    note, chosen = note_in(text), Chosen(database, [key])
    with database.transaction():
        _refuse_gone(database, key)
        verb = "note on" if note else "take the note from"
        changes = _note_changes(_note_held(database, key), note)
        return _carry_out(database, chosen, 1, changes, verb, reader, tell_nobody)


def revise_note(database: Database, key: int, before: str, text: str, reader: str) -> str:
    """Write the note on a paper for a reader who saw the one before, and return the note as it then is.

    Raises:
        PaperGone: the paper was removed meanwhile.
    """
    # Two notes that became one may be longer than one that is written: unchanged, they stay whole.
    note = before if whole_note(text) == before else note_in(text)
    chosen = Chosen(database, [key])
    with database.transaction():
        _refuse_gone(database, key)
        held = _note_held(database, key)
        kept = revised(held, before, note)
        verb = "note on" if kept else "take the note from"
        _carry_out(database, chosen, 1, _note_changes(held, kept), verb, reader, tell_nobody)
    return kept


def _refuse_gone(database: Database, key: int) -> None:
    """Refuse what is written on a paper that is not there, instead of losing it without a word."""
    among = in_json(followed_keys(database, [key]))
    if database.row("SELECT 1 FROM papers WHERE id IN (SELECT value FROM json_each(?))", (among,)) is None:
        raise PaperGone(GONE)


def _note_held(database: Database, key: int) -> str:
    """Return the note on a paper, which may be part of another one by now."""
    return "".join(note_of(database, one) for one in followed_keys(database, [key]))


def _note_changes(held: str, note: str) -> list[Change]:
    return [] if note == held else [Change("unnote"), *([Change("note", note)] if note else [])]


def last_act(database: Database, reader: str, at_work: Callable[[str], bool]) -> Act | None:
    """Return the last act of a reader or, where none is left, of those who are not at work any more.

    Args:
        at_work: whether the reader of that name still sits at a screen; its acts are its own.
    """
    acts = [_from_row(row) for row in database.rows(f"{_COLUMNS} ORDER BY number DESC")]
    own = (act for act in acts if act.reader == reader)
    left = (act for act in acts if act.reader != reader and not at_work(act.reader))
    return next(own, None) or next(left, None)


def act_of(database: Database, number: int) -> Act | None:
    """Return the act of that number; None where it is taken back or forgotten."""
    row = database.row(f"{_COLUMNS} WHERE number = ?", (number,))
    return None if row is None else _from_row(row)


def act_called(database: Database, reader: str) -> Act | None:
    """Return the act that was done under this name, which was given to no other."""
    row = database.row(f"{_COLUMNS} WHERE reader = ?", (reader,))
    return None if row is None else _from_row(row)


def take_back(
    database: Database, number: int, report: Report, foresee: Callable[[int], None] = tell_nobody
) -> int | None:
    """Restore what an act changed, as far as the papers are there and no later act changed the same of them.

    Args:
        foresee: told before the commit, after which nobody can count it, what is returned.

    Returns:
        Of how many papers no later act changed it; None where somebody else has taken it back already.
    """
    with database.transaction():
        papers = database.value("SELECT papers FROM acts WHERE number = ?", (number,))
        if papers is None:
            return None
        question = "SELECT verb, tag, keys FROM act_papers WHERE act = ? ORDER BY place DESC"
        packs = [(Change(verb, tag), pack) for verb, tag, pack in database.rows(question, (number,))]
        wholesale = Wholesale(database, papers if any(change.of_flags for change, _ in packs) else 0)
        wholesale.begin()
        course = _Course(papers, wholesale, report)
        left: set[int] = set()
        for change, pack in packs:
            keys = followed_keys(database, unpacked(pack))
            besides = later_papers(database, number, change, keys)
            left.update(besides.intersection(keys), removed_among(database, keys))
            wholesale.changed[change.opposite] += change.back(database, keys, besides)
            course.step(len(keys))
        restored = max(0, int(papers) - len(left))
        foresee(restored)
        course.end()
        _forget(database, "= ?", number)
    return restored


def _act(
    database: Database,
    keys: Sequence[int],
    changes: Sequence[Change],
    verb: str,
    reader: str,
    report: Report,
) -> Act:
    chosen = Chosen(database, keys)
    with database.transaction():
        return _carry_out(database, chosen, len(keys), changes, verb, reader, report)


def _carry_out(
    database: Database,
    chosen: Chosen,
    total: int,
    changes: Sequence[Change],
    verb: str,
    reader: str,
    report: Report,
) -> Act:
    """Change papers, amid a transaction."""
    when = now()
    number = database.insert(
        "INSERT INTO acts (reader, done, label, papers) VALUES (?, ?, '', 0)", (reader, when)
    )
    wholesale = Wholesale(database, total if any(change.of_flags for change in changes) else 0)
    wholesale.begin()
    course = _Course(total, wholesale, report)
    papers, only = 0, None
    for part in chosen.slices():
        changed: set[int] = set()
        for one, found in (made for change in changes for made in change.make(database, part)):
            changed.update(found)
            wholesale.changed[one.verb] += len(found)
            _keep(database, number, one, found)
        papers += len(changed)
        only = next(iter(changed), only) if papers == 1 else None
        course.step(len(part))
    course.end()
    label = f"{verb} {plural(papers, 'paper')}"
    if papers:
        values = (label, papers, only, number)
        database.run("UPDATE acts SET label = ?, papers = ?, only_paper = ? WHERE number = ?", values)
        _forget_old(database, number)
    else:
        _forget(database, "= ?", number)
    return Act(label, papers, number if papers else 0, moment(when), _process(reader), only)


class _Course:
    """Tells how far an act is; what is put off to its end counts as some of the papers."""

    def __init__(self, papers: int, wholesale: Wholesale, report: Report) -> None:
        self._papers = papers
        self._wholesale = wholesale
        self._report = report
        self._done = 0
        self._first = papers * 3 // 4 if wholesale.steps else papers

    def step(self, papers: int) -> None:
        self._done = min(self._done + papers, self._papers)
        self._report(self._done * self._first // max(self._papers, 1), self._papers)

    def end(self) -> None:
        rest, steps = self._papers - self._first, self._wholesale.steps
        self._wholesale.end(lambda done: self._report(self._first + rest * done // steps, self._papers))


def _keep(database: Database, act: int, change: Change, keys: Sequence[int]) -> None:
    database.run(
        "INSERT INTO act_papers (act, verb, tag, lowest, highest, keys) VALUES (?, ?, ?, ?, ?, ?)",
        (act, change.verb, change.tag, min(keys), max(keys), packed(keys)),
    )


def _forget_old(database: Database, newest: int) -> None:
    """Forget what is too long ago, or too much to be kept."""
    _forget(database, "<= ?", newest - ACTS_KEPT)
    too_much = database.value(
        "SELECT max(act) FROM (SELECT act, sum(length(keys)) OVER (ORDER BY act DESC, place DESC) AS bytes "
        "FROM act_papers) WHERE bytes > ? AND act != ?",
        (_BYTES_KEPT, newest),
    )
    if too_much is not None:
        _forget(database, "<= ?", int(too_much))


def _forget(database: Database, which: str, number: int) -> None:
    database.run(f"DELETE FROM act_papers WHERE act {which}", (number,))
    # A removal stays as long as it can be taken back.
    removals = "SELECT number FROM removals WHERE kept"
    database.run(f"DELETE FROM acts WHERE number {which} AND number NOT IN ({removals})", (number,))


def _from_row(row: Row) -> Act:
    number, reader, done, label, papers, only = row
    return Act(label, papers, number, moment(done), _process(reader), only)


def _process(reader: str) -> str:
    return reader.split(" ")[0]
