"""Records of three sources in any order, against a model that keeps sets; and joining that is killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import radar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.adding.test_bulk_imports import check_search
from tests.library.adding.test_uniting import agree
from tests.library.samples import papers, read

LISTINGS = (Listing("arxiv:q-bio"), Listing("hf:daily"), Listing("s2:search/plants"))
WORKS = 25
_PAIRS = 300

ADD = """
import sys
from pathlib import Path
from radar.library.library import Library
from radar.papers.bases import replace
from tests.library.samples import LISTING, papers, read

library = Library.open(Path(sys.argv[1]))
print("ready", flush=True)
for start in range(0, 300, 20):
    both = [replace(one, doi=f"10.1234/{one.id[-5:]}", upvotes=start) for one in papers(20, start)]
    added = library.add_papers(both, LISTING, read)
    print("joined", added.joined, flush=True)
print("finished", flush=True)
library.close()
"""


@dataclass
class Row:
    """What the model knows of one row."""

    names: set[str] = field(default_factory=set)
    listings: set[str] = field(default_factory=set)
    starred: bool = False
    read: bool = False
    tags: set[str] = field(default_factory=set)


class Model:
    """Rows as sets of names: those that share one with a record become one with it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, names: set[str], listing: str) -> None:
        one = Row(set(names), {listing})
        for row in [row for row in self.rows if row.names & names]:
            self.rows.remove(row)
            one.names |= row.names
            one.listings |= row.listings
            one.tags |= row.tags
            one.starred, one.read = one.starred or row.starred, one.read or row.read
        self.rows.append(one)

    def row(self, name: str) -> Row:
        return next(row for row in self.rows if name in row.names)


def record(chance: random.Random, work: int) -> tuple[Paper, set[str]]:
    """Return what one site may say of a work, and the names that it gives it."""
    ids = [f"arxiv:2406.{work:05d}", f"acl:2024.x-{work}", f"doi:10.1234/{work}", f"title:{work:016d}"]
    spelling = chance.choice(("On growing", "Notes about growing", "Why we grew"))
    title = f"{spelling} plant number {work} on a sill"
    own = chance.choice(ids)
    doi = f"10.1234/{work}" if chance.random() < 0.4 else ""
    authors = (f"Ada Author{work}",) if chance.random() < 0.7 else ()
    one = Paper(
        PaperId(own),
        title,
        authors,
        abstract=chance.choice(("", f"We grow w{work}x. It works.")),
        doi=doi,
        version=chance.choice((0, 0, 1, 2)),
        upvotes=chance.choice((None, 3)),
    )
    return one, {own, title, *([f"doi:{doi}"] if doi else [])}


@pytest.mark.parametrize("seed", range(12))
def test_records_in_any_order_make_the_rows_that_sets_make(path: Path, seed: int) -> None:
    chance, model = random.Random(seed), Model()
    library = Library.open(path)
    reader = LibraryReader.open(path)
    for turn in range(24):
        listing = chance.choice(LISTINGS)
        made = [record(chance, chance.randrange(WORKS)) for _ in range(chance.choice((1, 3, 12)))]
        keys = library.add_papers([one for one, _ in made], listing, read).keys
        for _, names in made:
            model.add(names, listing.name)
        _mark(library, chance, keys, [names for _, names in made], model, turn)
        assert _rows(reader) == _expected(model, reader), turn
    check_search(library)
    agree(library)
    reader.close()
    library.close()


def _mark(
    library: Library,
    chance: random.Random,
    keys: tuple[int, ...],
    names: list[set[str]],
    model: Model,
    turn: int,
) -> None:
    place = chance.randrange(len(keys))
    row = model.row(next(iter(names[place])))
    what = chance.choice(("star", "read", "tag", "nothing"))
    if what == "star":
        library.mark([keys[place]], Mark.STARRED, True)
        row.starred = True
    elif what == "read":
        library.mark([keys[place]], Mark.READ, True)
        row.read = True
    elif what == "tag":
        library.tag([keys[place]], [f"turn {turn}"])
        row.tags.add(f"turn {turn}")


Seen = tuple[frozenset[str], bool, bool, frozenset[str]]


def _rows(reader: LibraryReader) -> dict[int, Seen]:
    found: dict[int, Seen] = {}
    for key in reader.keys(PaperQuery()):
        entry = reader.entry(key)
        assert entry is not None
        found[key] = (
            frozenset(listing.name for listing in entry.origins),
            Mark.STARRED in entry.marks,
            Mark.READ in entry.marks,
            frozenset(entry.tags),
        )
    return found


def _expected(model: Model, reader: LibraryReader) -> dict[int, Seen]:
    found: dict[int, Seen] = {}
    for row in model.rows:
        keys = {reader.key_of(name) for name in _ids(row.names)}
        assert len(keys) == 1, "every id that a record ever had leads to its row"
        (key,) = keys
        assert key is not None
        found[key] = (frozenset(row.listings), row.starred, row.read, frozenset(row.tags))
    return found


def _ids(names: Iterable[str]) -> list[str]:
    return [name for name in names if " " not in name]


@pytest.mark.parametrize("lines", [1, 2, 5, 11])
def test_joining_that_is_killed_leaves_whole_chunks_and_goes_on(path: Path, lines: int) -> None:
    _fill_with_pairs(path)
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, str(path)],
        cwd=Path(radar.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    process.stdout.close()
    joined = sum(int(line.split()[1]) for line in said if line.startswith("joined"))
    library = Library.open(path)
    kept = int(library.database.value("SELECT count(*) FROM papers"))
    assert kept <= 2 * _PAIRS - joined
    assert kept % 20 == 0, "a chunk is whole or not there"
    agree(library)
    check_search(library)
    library.close()
    subprocess.run([sys.executable, "-c", ADD, str(path)], cwd=Path(radar.__file__).parents[1], check=True)
    library = Library.open(path)
    assert library.database.value("SELECT count(*) FROM papers") == _PAIRS
    assert library.database.value("SELECT starred FROM counts") == _PAIRS // 2
    agree(library)
    check_search(library)
    library.close()


def test_two_processes_that_join_the_same_rows_join_each_once(path: Path) -> None:
    _fill_with_pairs(path)
    processes = [
        subprocess.Popen([sys.executable, "-c", ADD, str(path)], cwd=Path(radar.__file__).parents[1])
        for _ in range(2)
    ]
    assert [process.wait(120) for process in processes] == [0, 0]
    library = Library.open(path)
    assert library.database.value("SELECT count(*) FROM papers") == _PAIRS
    assert library.database.value("SELECT count(*) FROM moved") == _PAIRS
    agree(library)
    check_search(library)
    library.close()


def _fill_with_pairs(path: Path) -> None:
    """Add each paper twice: by its DOI under another title, and by its arXiv id; star every second one."""
    library = Library.open(path)
    by_id = papers(_PAIRS, 0)
    by_doi = [
        replace(one, id=PaperId(f"doi:10.1234/{one.id[-5:]}"), title=f"A paper called {one.id}", abstract="")
        for one in by_id
    ]
    keys = library.add_papers(by_doi, LISTINGS[2], read).keys
    library.add_papers(by_id, LISTINGS[0], read)
    library.mark(keys[::2], Mark.STARRED, True)
    library.finish_bulk()
    library.close()
