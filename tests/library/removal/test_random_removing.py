"""Papers added, removed, put back and forgotten in any order, against a model that keeps sets."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import radar
from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.removal.test_removing import agree
from tests.library.samples import LISTING, paper, papers, read

WORKS = 30
REMOVE = """
import sys
from pathlib import Path
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery

library = Library.open(Path(sys.argv[1]))
with_keys = LibraryReader.open(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    act = library.remove(with_keys.keys(PaperQuery()), "all", lambda done, total: print(done, flush=True))
    library.undo(act.number, lambda done, total: print(done, flush=True))
"""


class Model:
    """The papers that are there, and those of each removal."""

    def __init__(self) -> None:
        self.there: set[int] = set()
        self.starred: set[int] = set()
        self.removals: list[tuple[int, set[int], set[int]]] = []
        """Of each that can be taken back: its number, its papers, and those of them that were starred."""
        self.gone: set[int] = set()

    def add(self, works: set[int], *, anew: bool) -> int:
        """Add works, and return how many are left out."""
        left_out = set() if anew else works & self.gone
        self.gone -= works if anew else set()
        self.there |= works - left_out
        return len(left_out)

    def remove(self, works: set[int], number: int) -> None:
        self.removals.append((number, works, works & self.starred))
        self.there -= works
        self.starred -= works
        self.gone |= works

    def blocked(self, place: int) -> bool:
        """Whether papers of a removal came anew and went with a later one, which has to come back first."""
        later = set().union(*(works for _, works, _ in self.removals[place + 1 :]))
        return bool(self.removals[place][1] & later & self.gone)

    def undo(self, place: int) -> int:
        """Put back what one of the removals took, and return its number."""
        number, works, starred = self.removals.pop(place)
        self.there |= works
        self.starred |= starred
        self.gone -= works
        return number


@pytest.mark.parametrize("seed", range(16))
def test_acts_in_any_order_leave_what_sets_leave(path: Path, seed: int) -> None:
    chance, model = random.Random(seed), Model()
    library, reader = Library.open(path), None
    reader = LibraryReader.open(path)
    for turn in range(40):
        works = set(chance.sample(range(WORKS), chance.choice((1, 4, 12))))
        keys = {one: key for one in works if (key := reader.key_of(paper(one).id)) is not None}
        what = chance.choice(("add", "add", "anew", "anew", "remove", "remove", "undo", "star", "forget"))
        if what in ("add", "anew"):
            anew = what == "anew"
            added = library.add_papers([paper(one) for one in sorted(works)], LISTING, read, anew=anew)
            assert len(added.removed) == model.add(works, anew=anew), turn
        elif what == "remove" and keys:
            model.remove(set(keys), library.remove(list(keys.values())).number)
        elif what == "undo" and model.removals:
            place = chance.randrange(len(model.removals))
            if model.blocked(place):
                with pytest.raises(LibraryError, match="remove --undo"):
                    library.undo(model.removals[place][0])
            else:
                number = model.undo(place)
                assert library.undo(number) is not None
        elif what == "star":
            library.mark(list(keys.values()), Mark.STARRED, True)
            model.starred |= set(keys)
        elif what == "forget" and turn % 3 == 0:
            library.forget_removed()
            model.removals.clear()
        found = {row.id: Mark.STARRED in row.marks for row in reader.rows(reader.keys(PaperQuery()))}
        assert found == {paper(one).id: one in model.starred for one in model.there}, (turn, what)
        assert len(library.removals()) >= len(model.removals)
    while model.removals:
        library.undo(model.undo(-1))
    assert library.database.value("SELECT count(*) FROM removed_papers") == 0
    assert library.database.value("SELECT total(starred) FROM counts") == len(model.starred)
    agree(library)
    for one in model.there:
        assert len(reader.keys(PaperQuery(f"w{one}x "))) == 1
    reader.close()
    library.close()


@pytest.mark.parametrize("lines", [2, 3, 5, 8])
def test_removing_that_is_killed_leaves_all_or_none(path: Path, lines: int) -> None:
    with closing(Library.open(path)) as library:
        library.add_papers(papers(1_200), LISTING, read)
        library.finish_bulk()
    process = subprocess.Popen(
        [sys.executable, "-c", REMOVE, str(path)],
        cwd=Path(radar.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(lines):
        assert process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    process.stdout.close()
    with closing(Library.open(path)) as library:
        assert library.database.value("SELECT papers FROM counts") in (0, 1_200)
        agree(library)
        for removal in library.removals():
            library.undo(removal.number)
        assert library.database.value("SELECT papers FROM counts") == 1_200
        agree(library)
