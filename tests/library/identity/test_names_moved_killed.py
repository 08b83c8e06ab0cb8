"""A process that is killed while names move from the small table to the large one loses none of them."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import radar
from radar.library.identity.identities import names_of, stored_aliases
from radar.library.identity.recent_names import MOST
from radar.library.library import Library
from tests.library.samples import LISTING, papers, read

COUNT, CHUNK = 1_200, 200
ADDING = """
import os, signal, sys
from pathlib import Path
from radar.library.library import Library
from tests.library.samples import LISTING, papers, read

path, beginning, turn = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
library = Library.open(path)
seen = 0

def look(statement):
    global seen
    seen += statement.startswith(beginning)
    if seen == turn:
        os.kill(os.getpid(), signal.SIGKILL)

# So few pages that those of a chunk stand in the log long before it is committed.
library.database.run("PRAGMA cache_size = 8")
library.database._connection.set_trace_callback(look)
for start in range(0, int(sys.argv[4]), int(sys.argv[5])):
    library.add_papers(papers(int(sys.argv[5]), start + 1), LISTING, read)
"""
"""Adds papers and kills itself where a statement that begins so comes up for the given time."""


def _crowded(path: Path) -> None:
    """Make a library in which so many names wait that each further chunk lets others move on."""
    library = Library.open(path)
    library.database.run(
        "INSERT INTO recent_names WITH RECURSIVE turns (turn) AS "
        "(SELECT 0 UNION ALL SELECT turn + 1 FROM turns WHERE turn < ? - 1) "
        "SELECT printf('written:%016x', turn * 140737488355327), -1 - turn FROM turns",
        (MOST,),
    )
    library.close()


def _add_until_killed(path: Path, beginning: str, turn: int) -> None:
    root = Path(radar.__file__).parents[1]
    arguments = [str(path), beginning, str(turn), str(COUNT), str(CHUNK)]
    process = subprocess.run([sys.executable, "-c", ADDING, *arguments], cwd=root, check=False, timeout=120)
    assert process.returncode == -signal.SIGKILL


def _names(library: Library) -> tuple[set[str], set[str]]:
    """Return the names that wait and those that have moved on or never waited."""
    waiting, others = (
        {alias for (alias,) in library.database.rows(f"SELECT alias FROM {table}")}
        for table in ("recent_names", "aliases")
    )
    return waiting, others


@pytest.mark.skipif(sys.platform == "win32", reason="a process that kills itself")
@pytest.mark.parametrize("turn", [1, 3])
@pytest.mark.parametrize(
    "beginning",
    [
        "INSERT INTO aliases (alias, id) SELECT",
        "DELETE FROM recent_names",
        "INSERT OR REPLACE INTO meta VALUES ('names_moved_up_to'",
        "COMMIT",
    ],
    ids=["before it moves", "while it stands in both", "before the place is noted", "before the commit"],
)
def test_names_lead_to_their_papers_whenever_the_move_is_killed(
    tmp_path: Path, beginning: str, turn: int
) -> None:
    path = tmp_path / "library.sqlite3"
    _crowded(path)
    _add_until_killed(path, beginning, turn)
    library = Library.open(path)
    assert library.database.value("PRAGMA integrity_check") == "ok"
    stored = library.database.value("SELECT count(*) FROM papers")
    assert stored == CHUNK * (turn - 1)
    waiting, others = _names(library)
    assert not waiting & others
    assert len(waiting | others) == MOST + 3 * stored
    again = library.add_papers(papers(COUNT), LISTING, read)
    assert (again.new, again.known) == (COUNT - stored, stored)
    named = [names_of(one) for one in papers(COUNT)]
    leads = stored_aliases(library.database, [alias for one in named for alias in one.aliases])
    for one, key in zip(named, again.keys, strict=True):
        assert [leads[alias] for alias in one.aliases] == [key] * 3
    waiting, others = _names(library)
    assert not waiting & others
    assert len(waiting | others) == MOST + 3 * COUNT
    assert len(waiting) <= MOST
    library.close()
