"""Broken, missing and foreign libraries: each is told apart, with something to do about it."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

import radar
from radar.errors import BrokenLibrary, LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.rescue.setting_aside import set_aside
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.samples import LISTING, paper, papers, read

_NOBODY = 65534
"""A user without rights, for tests that run as root, whom no folder refuses."""


def filled(path: Path, count: int = 50) -> tuple[int, ...]:
    library = Library.open(path)
    keys = library.add_papers(papers(count), LISTING, read).keys
    library.close()
    return keys


def refused(path: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_missing_library_cannot_be_read(path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library at") as caught:
        LibraryReader.open(path)
    assert "Import" in caught.value.hint
    assert not path.exists()


def test_a_file_that_is_no_database_is_broken_and_stays_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 1000)
    assert isinstance(refused(path), BrokenLibrary)
    with pytest.raises(BrokenLibrary):
        LibraryReader.open(path)
    assert path.read_text().startswith("Dear diary")


def test_a_damaged_library_is_broken(path: Path) -> None:
    filled(path, 400)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 200_000)
    assert isinstance(refused(path), BrokenLibrary)


def test_damage_that_shows_only_later_is_told_too(path: Path) -> None:
    keys = filled(path, 400)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 3))
    library = Library.open(path)
    with pytest.raises(BrokenLibrary) as caught:
        for one in range(400):
            library.mark(keys[one : one + 1], Mark.READ, True)
    assert "set the file aside" in caught.value.hint
    library.close()


def test_an_empty_file_is_a_new_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert len(filled(path)) == 50


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (link TEXT)")
    other.commit()
    other.close()
    assert "no library of radar" in refused(path).message
    with pytest.raises(LibraryError, match="no library of radar"):
        LibraryReader.open(path)
    other = sqlite3.connect(path)
    assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("bookmarks",)]
    other.close()


def test_a_folder_in_the_place_of_the_library_is_named_as_one(path: Path) -> None:
    path.mkdir(parents=True)
    assert "is a folder" in refused(path).message


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_in_the_place_of_the_library_is_named_as_one_and_not_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert "is a pipe" in refused(path).message
    with pytest.raises(LibraryError, match="is a pipe"):
        LibraryReader.open(path)


def test_a_file_in_the_place_of_the_folder_is_an_error(path: Path) -> None:
    path.parent.write_text("not a folder")
    assert "cannot be created" in refused(path).message


def test_d2_a_full_library_file_keeps_what_was_stored(path: Path) -> None:
    library = Library.open(path)
    library.add_papers(papers(20), LISTING, read)
    library.database.run(f"PRAGMA max_page_count = {library.database.value('PRAGMA page_count') + 4}")
    with pytest.raises(LibraryError, match="disk is full") as caught:
        library.add_papers(papers(500, first=100), LISTING, read)
    assert "Make room" in caught.value.hint
    reader = LibraryReader.open(path)
    assert reader.counts().papers == len(reader.keys(PaperQuery())) == 20
    library.database.run("PRAGMA max_page_count = 1000000")
    assert library.add_papers(papers(500, first=100), LISTING, read).new == 500
    reader.close()
    library.close()


def test_d2_a_disk_that_takes_no_more_is_an_error_and_loses_nothing(path: Path) -> None:
    filled(path, 20)
    done = _in_python(
        f"""
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({path.stat().st_size + 20_000},) * 2)
        library = Library.open(path)
        try:
            library.add_papers(papers(2_000, first=100), LISTING, read)
        except LibraryError as error:
            print(error)
        """,
        path,
    )
    assert "was stored before is kept" in done.stdout, done
    reader = LibraryReader.open(path)
    assert reader.counts().papers == 20
    reader.close()


def _locked(folder: Path) -> None:
    """Let everybody look into the folder and what it holds, and nobody but root write there."""
    for above in itertools.takewhile(lambda one: one != Path(tempfile.gettempdir()), folder.parents):
        above.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o644)
    folder.chmod(0o555)


def _as_nobody(path: Path, code: str) -> list[str]:
    """Return what code prints that a user runs who may not write at the path."""
    become = f"\nimport os\nif os.getuid() == 0:\n    os.setuid({_NOBODY})\n"
    done = _in_python(become + textwrap.dedent(code), path)
    path.parent.chmod(0o755)
    assert done.returncode == 0, done
    return done.stdout.splitlines()


def test_d2_a_folder_that_cannot_be_written_is_told_and_its_library_read(path: Path) -> None:
    filled(path)
    _locked(path.parent)
    refused, other, counted = _as_nobody(
        path,
        """
        for wanted in (path, path.parent / "other.db"):
            try:
                Library.open(wanted)
            except LibraryError as error:
                print(type(error).__name__, error)
        print(LibraryReader.open(path).counts().papers)
        """,
    )
    assert refused.startswith(f"ReadOnlyLibrary The library {path} is read-only")
    assert "writable for you" in refused
    assert "can write to" in other
    assert counted == "50"


def test_a_file_that_cannot_be_written_is_read_and_not_opened_for_changes(path: Path) -> None:
    filled(path)
    _locked(path.parent)
    path.parent.chmod(0o777)
    refused, counted = _as_nobody(
        path,
        """
        try:
            Library.open(path)
        except LibraryError as error:
            print(type(error).__name__)
        print(LibraryReader.open(path).counts().papers)
        """,
    )
    assert (refused, counted) == ("ReadOnlyLibrary", "50")


def test_a_library_that_another_has_open_is_read_with_what_came_last(path: Path) -> None:
    filled(path)
    writer = Library.open(path)
    writer.add_papers(papers(10, first=100), LISTING, read)
    _locked(path.parent)
    assert _as_nobody(path, "print(LibraryReader.open(path).counts().papers)") == ["60"]
    writer.close()


def test_a_log_that_was_left_in_a_folder_that_cannot_be_written_is_not_passed_over(path: Path) -> None:
    filled(path)
    writer = Library.open(path)
    writer.add_papers(papers(10, first=100), LISTING, read)
    copy = path.parent.parent / "copied" / path.name
    copy.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", f"{copy}{end}")
    writer.close()
    _locked(copy.parent)
    (told,) = _as_nobody(
        copy,
        """
        try:
            LibraryReader.open(path)
        except LibraryError as error:
            print(error)
        """,
    )
    assert f"was not closed: what came last stands in {path.name}-wal" in told
    assert "Copy both files" in told


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    path = tmp_path / "radar" / "library.db"
    filled(path)
    path.parent.chmod(0o000)
    done = _in_python(
        f"""
        import os
        if os.getuid() == 0:
            os.setuid({_NOBODY})
        for action in (Library.open, LibraryReader.open):
            try:
                action(path)
            except LibraryError as error:
                print(error)
        """,
        path,
    )
    path.parent.chmod(0o755)
    lines = done.stdout.splitlines()
    assert len(lines) == 2, done
    assert all("Permission denied" in line and "can write to" in line for line in lines), lines


def test_a_library_in_use_says_so_after_a_while(path: Path) -> None:
    filled(path)
    writer, other = Library.open(path), Library.open(path)
    other.database.patience = 0.05
    with (
        writer.database.transaction(),
        pytest.raises(LibraryError, match="being written by another") as caught,
    ):
        other.add_papers([paper(99)], LISTING, read)
    assert "try again" in caught.value.hint
    assert other.add_papers([paper(99)], LISTING, read).new == 1
    writer.close()
    other.close()


def test_an_act_that_is_interrupted_changes_nothing(path: Path) -> None:
    library = Library.open(path)
    with pytest.raises(KeyboardInterrupt), library.database.transaction():
        library.database.run("INSERT INTO meta VALUES ('half', 'done')")
        raise KeyboardInterrupt
    assert library.database.row("SELECT 1 FROM meta WHERE name = 'half'") is None
    library.close()


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_has_gone_from_its_place(path: Path, *, replaced: bool) -> None:
    library = Library.open(path)
    keys = library.add_papers(papers(2), LISTING, read).keys
    reader = LibraryReader.open(path)
    aside = set_aside(path)
    if replaced:
        Library.open(path).close()
    for act in (lambda: library.mark(keys, Mark.STARRED, True), reader.data_version):
        with pytest.raises(LibraryError, match="was moved, deleted or replaced, so that nothing is kept"):
            act()
    assert len(reader.keys(PaperQuery())) == 2, "what was there is read on"
    if not replaced:
        for file in path.parent.glob(f"{aside.name}*"):
            file.rename(path.with_name(file.name.replace(aside.name, path.name)))
        library.mark(keys, Mark.STARRED, True)
        assert reader.counts().starred == 2
    reader.close()
    library.close()


def test_nothing_is_written_to_a_file_that_went_while_another_writer_was_waited_for(path: Path) -> None:
    library = Library.open(path)
    other = Library.open(path)
    library.wait_for_others(0)

    def replace_and_let_go() -> None:
        set_aside(path)
        other.database.run("ROLLBACK")

    other.database.run("BEGIN IMMEDIATE")
    with (
        pytest.raises(LibraryError, match="was moved, deleted or replaced, so that nothing is kept"),
        library.database.transaction(waiting=replace_and_let_go),
    ):
        library.database.run("INSERT INTO meta VALUES ('written', 'too late')")
    assert library.database.row("SELECT 1 FROM meta WHERE name = 'written'") is None
    other.close()
    library.close()


def _in_python(code: str, path: Path) -> subprocess.CompletedProcess[str]:
    root = Path(radar.__file__).parents[1]
    lines = [
        "import sys",
        # A user without rights may not be let into the folder of Python itself; pathlib imports this later.
        "import urllib.parse",
        f"sys.path.insert(0, {str(root)!r})",
        "from pathlib import Path",
        "from radar.errors import LibraryError",
        "from radar.library.library import Library",
        "from radar.library.reader import LibraryReader",
        "from tests.library.samples import LISTING, papers, read",
        f"path = Path({str(path)!r})",
    ]
    indent = len(code) - len(code.lstrip("\n ")) - 1
    body = "\n".join(line[indent:] for line in code.splitlines())
    return subprocess.run(
        [sys.executable, "-c", "\n".join(lines) + body],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
