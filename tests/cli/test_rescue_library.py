"""`radar doctor` on a library whose file is damaged, and `radar doctor --rescue`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.papers.reader.query import Mark, PaperQuery
from tests.cli.running import radar
from tests.library.samples import LISTING, papers, read

NOTE = "repot in April"


@pytest.fixture
def damaged() -> Path:
    """The usual library, with a damaged page that holds the first of its papers."""
    path = Path(os.environ["XDG_DATA_HOME"]) / "radar" / "library.sqlite3"
    library = Library.open(path)
    keys = library.add_papers(papers(300), LISTING, read).keys
    library.mark(keys, Mark.STARRED, True)
    for key in (keys[0], keys[-1]):
        library.set_note(key, f"{NOTE} {key}")
    library.add_watch("Basil", PaperQuery(text="windowsill"))
    library.close()
    held = path.read_bytes()
    size = int.from_bytes(held[16:18], "big")
    place = held.index(b"We grow plant w1x under a lamp") // size * size
    path.write_bytes(held[:place] + bytes(size) + held[place + size :])
    return path


def test_doctor_looks_at_every_page_and_rescue_saves_what_can_be_read(damaged: Path) -> None:
    spoilt = damaged.read_bytes()
    done = radar("doctor")
    assert done.returncode == 1
    assert "fail  " in done.stdout
    assert "radar doctor --rescue" in done.stdout
    done = radar("doctor", "--rescue")
    assert done.returncode == 0, done
    assert "warn  papers      papers, with what is read and starred: 2" in done.stdout
    assert "lost and perhaps more" in done.stdout
    assert "warn  note        of a paper that is lost: repot in April" in done.stdout
    assert "ok    watches     watches: 1 kept" in done.stdout
    (aside,) = damaged.parent.glob("*.broken-*")
    assert aside.read_bytes() == spoilt
    assert str(aside) in done.stdout
    assert NOTE in radar("list", "has:note", "--json").stdout
    assert "fail" not in radar("doctor").stdout


def test_a_command_that_meets_the_damage_says_how_to_save_the_rest(damaged: Path) -> None:
    done = radar("export", "--out", str(damaged.with_name("all.jsonl")))
    assert done.returncode == 2
    assert "radar doctor --rescue saves what can be read" in done.stderr


def test_a_file_of_which_nothing_can_be_read_stays_where_it_is(damaged: Path) -> None:
    damaged.write_bytes(b"no database" * 1000)
    done = radar("doctor", "--rescue")
    assert done.returncode == 2
    assert "nothing can be rescued" in done.stderr
    assert "To restore a copy or start anew, set the file aside" in done.stderr
    assert "Traceback" not in done.stderr
    assert [one.name for one in damaged.parent.iterdir()] == [damaged.name]


def test_a_rescue_and_a_new_search_index_may_be_asked_for_at_once(damaged: Path) -> None:
    done = radar("doctor", "--rescue", "--rebuild-index")
    assert done.returncode == 0, done
    assert "lost and perhaps more" in done.stdout
    assert "ok    search      the index and its words are made anew" in done.stdout


def test_damage_that_no_row_shows_is_told_as_such() -> None:
    path = Path(os.environ["XDG_DATA_HOME"]) / "radar" / "library.sqlite3"
    library = Library.open(path)
    library.add_papers(papers(9), LISTING, read)
    library.close()
    path.write_bytes(path.read_bytes().replace(b"CREATE INDEX i_tags", b"CREATE INDEX \xff_tags", 1))
    done = radar("list")
    assert done.returncode == 2
    assert "radar doctor --rescue saves what can be read" in done.stderr
    done = radar("doctor", "--rescue")
    assert done.returncode == 0, done
    assert "warn  file        damaged where no row shows it: some may be lost" in done.stdout
    assert radar("list").returncode == 0


def test_the_next_command_ends_a_rescue_that_was_killed_at_its_end(damaged: Path) -> None:
    assert radar("doctor", "--rescue").returncode == 0
    damaged.rename(damaged.with_name(f"{damaged.name}.rescued"))
    done = radar("list", "has:note", "--json")
    assert NOTE in done.stdout
    assert done.stderr.startswith("a rescue had been killed at its end: what it saved is in ")
    assert "rescue" not in radar("list", "has:note", "--json").stderr
