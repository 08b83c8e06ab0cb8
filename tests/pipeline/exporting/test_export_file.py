"""A file appears whole or not at all, and replaces nothing unasked."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.errors import ExportError, LibraryError
from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.export_file import hindrance, write_export, write_text
from tests.pipeline.exporting.entries import entry, paper


def test_an_export_tells_how_many_papers_it_holds(tmp_path: Path) -> None:
    papers = [entry(), entry(paper(number="2511.00124"))]
    assert write_export(papers, "jsonl", tmp_path / "out.jsonl") == 2
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="is there already"):
        write_export([entry()], "bibtex", path)
    assert path.read_text(encoding="utf-8") == "mine"
    assert _names(tmp_path) == ["mine.bib"]


def test_a_file_that_appears_while_papers_are_written_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"

    def entries() -> Iterator[PaperEntry]:
        yield entry()
        path.write_text("mine", encoding="utf-8")

    with pytest.raises(ExportError, match="is there already"):
        write_export(entries(), "bibtex", path)
    assert path.read_text(encoding="utf-8") == "mine"
    assert _names(tmp_path) == ["mine.bib"]


def test_force_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text("old", encoding="utf-8")
    write_export([entry()], "csl-json", path, force=True)
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 1


def test_a_library_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    library = sqlite3.connect(path)
    library.execute("PRAGMA journal_mode = WAL")
    library.execute("CREATE TABLE papers (title)")
    library.commit()
    for name in ("library.sqlite3", "library.sqlite3-wal"):
        held = (tmp_path / name).read_bytes()
        with pytest.raises(ExportError, match="is a database, as radar's library is"):
            write_export([entry()], "bibtex", tmp_path / name, force=True)
        assert (tmp_path / name).read_bytes() == held
    library.close()


def test_only_plain_files_are_replaced(tmp_path: Path) -> None:
    device, pipe = tmp_path / "device", tmp_path / "pipe"
    device.symlink_to("/dev/null")
    os.mkfifo(pipe)
    for path in (device, pipe):
        with pytest.raises(ExportError, match="is no plain file"):
            write_export([entry()], "bibtex", path, force=True)
    assert device.is_symlink()
    assert pipe.is_fifo()


def test_a_link_that_leads_nowhere_is_told_as_what_it_is_and_written_by_force(tmp_path: Path) -> None:
    away, here, round = tmp_path / "away.csv", tmp_path / "here.csv", tmp_path / "round.csv"
    away.symlink_to(tmp_path / "gone" / "x.csv")
    here.symlink_to(tmp_path / "x.csv")
    round.symlink_to(round)
    for path, to, hint in (
        (away, f"a link to {tmp_path}/gone/x.csv, which is not there", "make the folder of that file first"),
        (here, f"a link to {tmp_path}/x.csv, which is not there", "have that file written with --force"),
        (round, "a link that leads round to itself", "Choose another name"),
    ):
        with pytest.raises(ExportError) as caught:
            write_export([entry()], "csv", path)
        assert caught.value.message == f"{path} is {to}"
        assert caught.value.hint.endswith(hint)
    write_export([entry()], "csv", here, force=True)
    assert here.is_symlink()
    assert (tmp_path / "x.csv").is_file()


def test_a_library_is_told_as_such_before_force_is_tried(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"SQLite format 3\0" + bytes(100))
    with pytest.raises(ExportError, match="is a database") as caught:
        write_export([entry()], "csv", path)
    assert "--force" not in caught.value.hint


@pytest.mark.parametrize("failure", [LibraryError("the library broke"), KeyboardInterrupt()])
def test_what_breaks_off_leaves_nothing_behind(tmp_path: Path, failure: BaseException) -> None:
    def entries() -> Iterator[PaperEntry]:
        yield entry()
        raise failure

    with pytest.raises(type(failure)):
        write_export(entries(), "markdown", tmp_path / "out.md")
    assert _names(tmp_path) == []


def test_an_unknown_format_names_the_known_ones_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_export([entry()], "docx", tmp_path / "out.docx")
    assert "bibtex, csl-json, jsonl, markdown, csv" in caught.value.hint
    assert _names(tmp_path) == []


@pytest.mark.parametrize("name", [".", "missing/out.csv", "x" * 300])
def test_a_place_that_cannot_be_written_is_an_export_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError):
        write_export([entry()], "csv", tmp_path / name)


def test_a_name_with_an_escape_sequence_is_told_without_it(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mred"
    path.touch()
    with pytest.raises(ExportError) as caught:
        write_export([entry()], "csv", path)
    assert "ared is there already" in caught.value.message


def test_the_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_export([entry()], "csv", tmp_path / "out.csv")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_the_rights_of_new_files_are_not_changed_for_a_moment_to_see_them(tmp_path: Path) -> None:
    called: list[object] = []
    sys.setprofile(lambda frame, event, function: called.append(function) if event == "c_call" else None)
    try:
        write_export([entry()], "csv", tmp_path / "out.csv")
    finally:
        sys.setprofile(None)
    assert os.open in called
    assert os.umask not in called


@pytest.mark.skipif(os.name != "posix", reason="it is about rights of POSIX")
def test_what_takes_the_place_of_a_private_file_is_private_while_it_is_written(tmp_path: Path) -> None:
    kept = tmp_path / "kept.bib"
    kept.touch(mode=0o600)
    rights: list[int] = []

    def entries() -> Iterator[PaperEntry]:
        rights.extend(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir())
        yield entry()

    write_export(entries(), "bibtex", kept, force=True)
    assert rights == [0o600, 0o600]


@pytest.mark.skipif(os.name != "posix", reason="it is about owners of POSIX")
def test_what_an_export_that_was_killed_has_left_is_taken_away_by_a_later_one(tmp_path: Path) -> None:
    old = {".radar-export-left": True, ".radar-export-begun": False, "radar-export.bib": True, "link": True}
    for name, days_old in old.items():
        (tmp_path / name).touch()
        if days_old:
            os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".radar-export-link").symlink_to(tmp_path / "link")
    os.utime(tmp_path / ".radar-export-link", (0, 0), follow_symlinks=False)
    (tmp_path / ".radar-export-folder").mkdir()
    os.utime(tmp_path / ".radar-export-folder", (0, 0))
    write_export([entry()], "csv", tmp_path / "out.csv")
    stay = {*old, ".radar-export-link", ".radar-export-folder", "out.csv"} - {".radar-export-left"}
    assert set(_names(tmp_path)) == stay


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.skipif(os.name != "posix", reason="it is about links and rights of POSIX")
def test_what_is_overwritten_stays_as_private_and_where_it_was(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.bib", tmp_path / "link.bib"
    kept.write_text("old", encoding="utf-8")
    kept.chmod(0o600)
    link.symlink_to(kept)
    write_text("new", link, force=True)
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="it is about links of POSIX")
def test_a_link_that_leads_round_in_circles_is_no_end_of_the_program(tmp_path: Path) -> None:
    one, other = tmp_path / "one.bib", tmp_path / "other.bib"
    one.symlink_to(other)
    other.symlink_to(one)
    write_text("new", one, force=True)
    assert one.read_text(encoding="utf-8") == "new"


def test_what_hinders_an_export_shows_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with sqlite3.connect(tmp_path / "library.sqlite3") as library:
        library.execute("CREATE TABLE papers (title)")
    library.close()
    told = {
        name: hindrance(tmp_path / name)
        for name in ("new.bib", "file", "file/new.bib", "none/new.bib", "library.sqlite3", ".")
    }
    assert told == {
        "new.bib": "",
        "file": "",
        "file/new.bib": "its folder is a file",
        "none/new.bib": "there is no such folder",
        "library.sqlite3": "that is a database, as radar's library is, and is not replaced",
        ".": "that is a folder",
    }
    assert _names(tmp_path) == ["file", "library.sqlite3"]


@pytest.mark.parametrize("name", ["new\0.bib", "new\ud800.bib", "none\0/new.bib"])
def test_what_is_no_name_of_a_file_is_told_before(tmp_path: Path, name: str) -> None:
    assert hindrance(tmp_path / name) == "that is no name of a file"
