"""What a damaged library has lost of its removals is made of the papers that are kept of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.rescue.rescuing import rescue
from radar.papers.reader.query import Mark
from radar.papers.reader.removal import Losses
from tests.library.samples import LISTING, paper, papers, read

Spoil = Callable[..., None]
STRANGE = 1 << 61
"""No moment, so that a row that holds it is none."""


@pytest.fixture
def spoil(path: Path) -> Spoil:
    """Change rows so that the library is damaged, and save what can be read of it."""

    def spoilt(*statements: str) -> None:
        with closing(Library.open(path)) as library:
            for statement in statements:
                library.database.run(statement)
            library.database.run("UPDATE origins SET arrived = ?", (STRANGE,))
        assert rescue(path, lambda label, done, total: None) is not None

    return spoilt


def _removed(path: Path) -> int:
    """Remove two of three papers, the first starred and noted, and return the number."""
    with closing(Library.open(path)) as library:
        keys = library.add_papers(papers(3), LISTING, read).keys
        library.mark(keys[:1], Mark.STARRED, True)
        library.set_note(keys[0], "ask Ada")
        return library.remove(keys[:2], "two").number


@pytest.mark.parametrize(
    "lost", [(f"UPDATE removals SET removed = {STRANGE}",), ("DELETE FROM removals", "DELETE FROM acts")]
)
def test_a_removal_whose_row_is_lost_can_be_taken_back(
    path: Path, spoil: Spoil, lost: tuple[str, ...]
) -> None:
    number = _removed(path)
    spoil(*lost)
    with closing(Library.open(path)) as library:
        (removal,) = library.removals()
        assert (removal.number, removal.kept, removal.left) == (number, True, 2)
        assert removal.losses == Losses(papers=2, starred=1, noted=1)
        act = library.last_act(lambda reader: False)
        assert act is not None and (act.number, act.label) == (number, "remove 2 papers")
        assert library.undo(number) == 2
        assert library.database.value("SELECT count(*) FROM papers") == 3
        assert library.database.value("SELECT count(*) FROM removed_papers") == 0
        assert [part.amiss for part in library.mend()] == [0, 0, 0]


def test_a_removal_whose_papers_are_lost_is_no_act_any_more(path: Path, spoil: Spoil) -> None:
    number = _removed(path)
    spoil("DELETE FROM removed_papers", "DELETE FROM removals")
    with closing(Library.open(path)) as library:
        assert library.act(number) is None
        assert library.undo(number) is None
        assert [(one.kept, one.left) for one in library.removals()] == [(False, 2)]
        assert len(library.add_papers(papers(3), LISTING, read).removed) == 2


def test_no_act_gets_the_number_of_a_removal_that_is_forgotten(path: Path, spoil: Spoil) -> None:
    number = _removed(path)
    with closing(Library.open(path)) as library:
        library.forget_removed()
        library.database.run("DELETE FROM acts")
    spoil()
    with closing(Library.open(path)) as library:
        keys = [key for (key,) in library.database.rows("SELECT id FROM papers")]
        assert library.remove(keys).number > number


@pytest.mark.parametrize("names", [(), ("DELETE FROM aliases", "DELETE FROM recent_names")])
def test_removed_papers_that_are_forgotten_stay_away(
    path: Path, spoil: Spoil, names: tuple[str, ...]
) -> None:
    number = _removed(path)
    with closing(Library.open(path)) as library:
        held = {key for (key,) in library.database.rows("SELECT id FROM removed")}
    spoil("DELETE FROM removed", *names)
    with closing(Library.open(path)) as library, closing(LibraryReader.open(path)) as reader:
        assert {key for (key,) in library.database.rows("SELECT id FROM removed")} == held
        again = [paper(1, id="url:tomatoes"), *papers(2, 2)]
        added = library.add_papers(again, LISTING, read)
        assert (added.new, added.known, len(added.removed)) == (0, 1, 2)
        assert library.undo(number) == 2
        assert None not in [reader.key_of(one.id) for one in papers(3)]
        assert library.add_papers(papers(3), LISTING, read).known == 3


def test_what_came_anew_and_went_again_is_remembered_once(path: Path, spoil: Spoil) -> None:
    first = _removed(path)
    with closing(Library.open(path)) as library:
        later = library.remove(library.add_papers([paper(1)], LISTING, read, anew=True).keys).number
    spoil("DELETE FROM removed")
    with closing(Library.open(path)) as library:
        assert library.database.value("SELECT count(*) FROM removed") == 2
        assert library.undo(later) == 1
        assert library.undo(first) == 2
        assert library.database.value("SELECT count(*) FROM papers") == 3
        assert library.database.rows("SELECT note FROM notes") == [("ask Ada",)]
