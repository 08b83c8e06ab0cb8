"""Marks, tags, notes, watches and their undoing in any order by two radars, against a model of plain sets."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.marks.acts import Act
from radar.library.reader import LibraryReader
from radar.library.watches.saved_searches import WatchUndo
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.reader.watch import Watch
from tests.library.samples import LISTING, papers, read

PAPERS = 12
ACTS = 220
TAGS = ("bed", "pot", "shade")
READERS = ("one", "two")

Place = tuple[int, str]
"""A paper, and what of it an act changes: read, star, note or a tag."""


@dataclass
class Done:
    """An act as the model knows it."""

    reader: str
    before: dict[Place, object]


@dataclass
class Model:
    """What papers hold, and the acts that can be taken back."""

    held: dict[Place, object] = field(default_factory=dict)
    acts: dict[int, Done] = field(default_factory=dict)
    watches: list[tuple[str, str]] = field(default_factory=list)
    """Names and words, in their order."""

    def change(self, act: Act, reader: str, wanted: dict[Place, object]) -> None:
        """Do what an act was to do; what was so already it did not change."""
        changed = {place: value for place, value in wanted.items() if self.held.get(place) != value}
        assert act.papers == len({key for key, _ in changed})
        if changed:
            self.acts[act.number] = Done(reader, {place: self.held.get(place) for place in changed})
            self.held.update(changed)

    def take_back(self, number: int) -> int:
        """Restore what no later act changed, and return of how many papers that is all of the act."""
        done = self.acts.pop(number)
        later = {place for other, one in self.acts.items() if other > number for place in one.before}
        self.held.update({place: value for place, value in done.before.items() if place not in later})
        return len({key for key, _ in done.before} - {key for key, _ in later.intersection(done.before)})

    def last(self, reader: str, at_work: set[str]) -> int | None:
        """Return the act that a reader takes back next: its own, then those of who has left."""
        own = [number for number, one in self.acts.items() if one.reader == reader]
        left = [number for number, one in self.acts.items() if one.reader not in {reader, *at_work}]
        return max(own, default=None) or max(left, default=None)


class Radars:
    """Two radars on one library, and the model beside them."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.random = random.Random(seed)
        self.model = Model()
        self.open = {name: self._opened(name) for name in READERS}
        self.undos: list[tuple[WatchUndo, list[tuple[str, str]]]] = []
        self.keys = self.open["one"].add_papers(papers(PAPERS), LISTING, read).keys
        self.named = 0

    def _opened(self, name: str) -> Library:
        library = Library.open(self.path)
        library.reader = name
        return library

    def close(self) -> None:
        for library in self.open.values():
            library.close()

    def step(self) -> None:
        """Do one act by one of them."""
        acts: tuple[Callable[[str], None], ...] = (
            *(self._mark, self._tag, self._set_tags, self._note, self._undo) * 3,
            *(self._watch, self._undo_watch) * 2,
            self._reopen,
            self._by_one_who_left,
        )
        self.random.choice(acts)(self.random.choice(READERS))

    def _some(self) -> list[int]:
        return self.random.sample(self.keys, self.random.choice((1, 1, 3, PAPERS)))

    def _mark(self, name: str) -> None:
        keys, on = self._some(), self.random.random() < 0.6
        mark, what = self.random.choice(((Mark.READ, "read"), (Mark.STARRED, "star")))
        act = self.open[name].mark(keys, mark, on)
        self.model.change(act, name, {(key, what): on or None for key in keys})

    def _tag(self, name: str) -> None:
        keys, tag, on = self._some(), self.random.choice(TAGS), self.random.random() < 0.6
        act = self.open[name].tag(keys, [tag] if on else [], [] if on else [tag])
        self.model.change(act, name, {(key, f"tag {tag}"): on or None for key in keys})

    def _set_tags(self, name: str) -> None:
        key = self.random.choice(self.keys)
        wanted = [tag for tag in TAGS if self.random.random() < 0.5]
        act = self.open[name].set_tags(key, wanted)
        self.model.change(act, name, {(key, f"tag {tag}"): tag in wanted or None for tag in TAGS})

    def _note(self, name: str) -> None:
        key, note = self.random.choice(self.keys), self.random.choice(("", "dry", "wet soil"))
        self.model.change(self.open[name].set_note(key, note), name, {(key, "note"): note or None})

    def _undo(self, name: str) -> None:
        at_work = set(READERS)
        act = self.open[name].last_act(at_work.__contains__)
        assert (act.number if act else None) == self.model.last(name, at_work)
        if act is not None:
            assert self.open[name].undo(act.number) == self.model.take_back(act.number)
            assert self.open[name].undo(act.number) is None

    def _by_one_who_left(self, name: str) -> None:
        keys = self._some()
        with closing(self._opened("gone")) as gone:
            self.model.change(
                gone.mark(keys, Mark.STARRED, True), "gone", {(key, "star"): True for key in keys}
            )

    def _reopen(self, name: str) -> None:
        self.open[name].close()
        self.open[name] = self._opened(name)

    def _watch(self, name: str) -> None:
        library, watches = self.open[name], list(self.model.watches)
        numbers = [watch.number for watch in self._watches()]
        place = self.random.randrange(len(watches) + 1)
        self.named += 1
        if place == len(watches):
            _, undo = library.add_watch(f"watch {self.named}", PaperQuery(text="lamp"))
            watches.append((f"watch {self.named}", "lamp"))
        elif self.random.random() < 0.4:
            to = self.random.randrange(len(watches))
            undo = library.move_watch(numbers[place], to + 1)
            watches.insert(to, watches.pop(place))
        elif self.random.random() < 0.4:
            undo = library.rename_watch(numbers[place], f"watch {self.named}")
            watches[place] = (f"watch {self.named}", watches[place][1])
        elif self.random.random() < 0.5:
            undo = library.change_watch(numbers[place], PaperQuery(text=f"w{self.named}x"))
            watches[place] = (watches[place][0], f"w{self.named}x")
        else:
            undo = library.remove_watch(numbers[place])
            del watches[place]
        self.undos.append((undo, self.model.watches))
        self.model.watches = watches

    def _undo_watch(self, name: str) -> None:
        if self.undos:
            undo, before = self.undos.pop()
            if not undo.empty:
                self.open[name].undo_watch(undo)
            self.model.watches = before

    def _watches(self) -> tuple[Watch, ...]:
        with closing(LibraryReader.open(self.path)) as reader:
            return reader.watches()

    def check(self) -> None:
        """Hold all that the library says against the model."""
        with closing(LibraryReader.open(self.path)) as reader:
            held = {place: value for place, value in self.model.held.items() if value}
            assert dict(self._found(reader)) == held
            counts = reader.counts()
            assert counts.starred == sum(what == "star" for _, what in held)
            assert counts.unread == PAPERS - sum(what == "read" for _, what in held)
            assert len(reader.keys(PaperQuery(starred=True))) == counts.starred
            assert [(watch.name, watch.query.text) for watch in reader.watches()] == self.model.watches
        tagged = [what.removeprefix("tag ") for _, what in held if what.startswith("tag ")]
        assert dict(self.open["one"].tag_counts()) == {tag: tagged.count(tag) for tag in set(tagged)}

    def _found(self, reader: LibraryReader) -> Iterator[tuple[Place, object]]:
        for key in self.keys:
            entry = reader.entry(key)
            assert entry is not None
            yield from (((key, f"tag {tag}"), True) for tag in entry.tags)
            for what, value in (
                ("read", Mark.READ in entry.marks),
                ("star", Mark.STARRED in entry.marks),
                ("note", entry.note),
            ):
                if value:
                    yield (key, what), value


@pytest.mark.parametrize("seed", range(4))
def test_acts_in_any_order_do_and_undo_what_sets_would(seed: int, path: Path) -> None:
    radars = Radars(path, seed)
    with closing(radars):
        for _ in range(ACTS):
            radars.step()
            radars.check()
