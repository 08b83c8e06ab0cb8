"""The cache on disk: what it keeps, what it refuses, and that it never stands in the way."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

import radar
from radar.net.cache import DiskCache

_NOBODY = 65534
"""A user without rights: nothing is read-only to root."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "answers"


@pytest.fixture
def cache(folder: Path) -> Iterator[DiskCache]:
    cache = DiskCache.open(folder)
    yield cache
    cache.close()


class Planted:
    """Creates a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.marker,)


def tamper(folder: Path, statement: str, *values: object) -> None:
    database = sqlite3.connect(folder / "cache.db")
    with database:
        assert database.execute(statement, values).rowcount > 0
    database.close()


@pytest.mark.parametrize("value", [{"a": [1, None, "ü"]}, "text", 3, 1.5, True, [], {}])
def test_what_is_kept_comes_back_after_reopening(folder: Path, value: object) -> None:
    first = DiskCache.open(folder)
    first.set("pages", "k", value)
    first.close()
    second = DiskCache.open(folder)
    assert second.get("pages", "k") == value
    assert second.get("completions", "k") is None
    assert second.warning == ""
    second.close()


def test_a_large_value_stays_in_its_row(cache: DiskCache, folder: Path) -> None:
    cache.set("pages", "k", "x" * 200_000)
    assert cache.get("pages", "k") == "x" * 200_000
    assert list(folder.rglob("*.val")) == []


def test_only_the_reader_may_enter_the_folder(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    DiskCache.open(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0, 1, 2, 3, 4, 99])
def test_d1_a_planted_pickle_is_not_executed(
    cache: DiskCache, folder: Path, mode: int, tmp_path: Path
) -> None:
    marker = tmp_path / "executed"
    cache.set("pages", "k", "value")
    tamper(
        folder,
        "UPDATE Cache SET mode = ?, value = ? WHERE key = 'pages:k'",
        mode,
        pickle.dumps(Planted(marker)),
    )
    assert cache.get("pages", "k") is None
    assert not marker.exists()
    cache.set("pages", "k", "again")
    assert cache.get("pages", "k") == "again"


def test_d1_a_planted_pickle_in_a_file_is_not_executed(
    cache: DiskCache, folder: Path, tmp_path: Path
) -> None:
    marker = tmp_path / "executed"
    (folder / "planted.val").write_bytes(pickle.dumps(Planted(marker)))
    cache.set("pages", "k", "value")
    tamper(folder, "UPDATE Cache SET mode = 4, value = NULL, filename = 'planted.val' WHERE key = 'pages:k'")
    assert cache.get("pages", "k") is None
    assert not marker.exists()


def test_d1_a_pickled_key_is_not_executed(cache: DiskCache, folder: Path, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    cache.set("pages", "k", "value")
    tamper(
        folder,
        "UPDATE Cache SET raw = 0, key = ? WHERE key = 'pages:k'",
        pickle.dumps(Planted(marker)),
    )
    assert cache.get("pages", "k") is None
    assert cache._cache is not None
    with pytest.raises(ValueError, match="key of another kind"):
        list(cache._cache)
    assert not marker.exists()


@pytest.mark.parametrize("name", ["../outside.json", "inside.json", "/etc/hostname"])
@pytest.mark.parametrize("mode", [1, 2, 3])
def test_d1_a_row_cannot_name_a_file(cache: DiskCache, folder: Path, name: str, mode: int) -> None:
    (folder / name).resolve().parent.mkdir(exist_ok=True, parents=True)
    for target in (folder / "inside.json", folder.parent / "outside.json"):
        target.write_text('"stolen"')
    cache.set("pages", "k", "value")
    tamper(folder, "UPDATE Cache SET mode = ?, filename = ? WHERE key = 'pages:k'", mode, name)
    assert cache.get("pages", "k") is None


def test_d1_overwriting_a_row_does_not_remove_the_file_it_names(cache: DiskCache, folder: Path) -> None:
    precious = folder.parent / "precious"
    precious.write_text("keep")
    cache.set("pages", "k", "value")
    tamper(folder, "UPDATE Cache SET filename = '../precious' WHERE key = 'pages:k'")
    cache.set("pages", "k", "new")
    assert precious.read_text() == "keep"
    assert cache.get("pages", "k") == "new"


@pytest.mark.parametrize("value", ['{"a": NaN}', "{", "[" * 100_000])
def test_a_row_that_is_no_json_is_a_miss(cache: DiskCache, folder: Path, value: str) -> None:
    cache.set("pages", "k", "value")
    tamper(folder, "UPDATE Cache SET value = ? WHERE key = 'pages:k'", value)
    assert cache.get("pages", "k") is None
    assert cache.warning == ""


def test_what_is_no_json_is_not_kept(cache: DiskCache) -> None:
    cache.set("pages", "k", object())
    cache.set("pages", "n", float("nan"))
    assert cache.get("pages", "k") is None
    assert cache.get("pages", "n") is None
    assert cache.warning == ""


def test_a_damaged_cache_is_moved_aside_and_said_once(folder: Path) -> None:
    first = DiskCache.open(folder)
    first.set("pages", "k", "value")
    first.close()
    (folder / "cache.db").write_bytes(b"no database at all " * 400)
    second = DiskCache.open(folder)
    assert "damaged" in second.warning
    assert str(folder) in second.warning
    second.set("pages", "k", "new")
    assert second.get("pages", "k") == "new"
    second.close()
    third = DiskCache.open(folder)
    assert third.warning == ""
    third.close()
    (aside,) = folder.parent.glob("answers.broken-*")
    assert (aside / "cache.db").read_bytes().startswith(b"no database")


def test_no_file_of_what_is_set_aside_stays_open(folder: Path) -> None:
    DiskCache.open(folder).close()
    (folder / "cache.db").write_bytes(b"no database at all " * 400)
    opened = DiskCache.open(folder)
    (aside,) = folder.parent.glob("answers.broken-*")
    still_open = {os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()}
    opened.close()
    assert str(folder / "cache.db") in still_open
    assert str(aside / "cache.db") not in still_open


def test_damage_that_shows_only_later_is_met_then(folder: Path) -> None:
    first = DiskCache.open(folder)
    for number in range(400):
        first.set("pages", str(number), "x" * 2000)
    first.close()
    path = folder / "cache.db"
    content = bytearray(path.read_bytes())
    middle = len(content) // 3
    content[middle:] = b"\xff" * (len(content) - middle)
    path.write_bytes(content)
    second = DiskCache.open(folder)
    found = [second.get("pages", str(number)) for number in range(400)]
    second.set("pages", "k", "new")
    assert set(found) <= {None, "x" * 2000}
    assert second.get("pages", "k") == "new"
    assert "damaged" in second.warning
    second.close()


def test_settings_that_were_tampered_with_do_not_stop_it(folder: Path) -> None:
    DiskCache.open(folder).close()
    tamper(folder, "INSERT INTO Settings VALUES ('disk_nonsense', 1)")
    cache = DiskCache.open(folder)
    cache.set("pages", "k", 1)
    assert cache.get("pages", "k") == 1
    cache.close()


def test_d2_without_a_place_to_write_it_goes_on_without_a_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = DiskCache.open(tmp_path / "file" / "cache")
    cache.set("pages", "k", 1)
    assert cache.get("pages", "k") is None
    assert "without its cache" in cache.warning
    cache.close()


def test_d2_a_full_disk_ends_the_cache_and_not_the_program(cache: DiskCache) -> None:
    assert cache._cache is not None
    pages = cache._cache._sql("PRAGMA page_count").fetchone()[0]
    cache._cache._sql(f"PRAGMA max_page_count = {pages}").fetchall()
    for number in range(50):
        cache.set("pages", str(number), "x" * 4000)
    assert "full" in cache.warning
    assert cache.get("pages", "1") is None


def test_d2_two_processes_keep_answers_in_one_cache_at_once(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from radar.net.cache import DiskCache; sys.stdin.readline()\n"
        "cache = DiskCache.open(Path(sys.argv[1]))\n"
        "for number in range(100): cache.set('pages', f'{sys.argv[2]}-{number}', 'x' * 500)\n"
        "sys.exit(cache.warning or 0)"
    )
    root = Path(radar.__file__).parents[1]
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(folder), name], cwd=root, stdin=subprocess.PIPE)
        for name in ("one", "other")
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
    assert [process.wait(60) for process in processes] == [0, 0]
    cache = DiskCache.open(folder)
    assert all(cache.get("pages", f"{name}-{number}") for name in ("one", "other") for number in range(100))
    cache.close()


def test_d2_a_read_only_folder_means_no_cache(folder: Path) -> None:
    first = DiskCache.open(folder)
    first.set("pages", "k", 1)
    first.close()
    if os.geteuid() == 0:
        for path in (*folder.iterdir(), folder):
            os.chown(path, _NOBODY, _NOBODY)
        for parent in takewhile(lambda parent: parent != Path(tempfile.gettempdir()), folder.parents):
            parent.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o400)
    folder.chmod(0o500)
    code = (
        "import os, sys; from pathlib import Path; from radar.net.cache import DiskCache\n"
        f"if os.geteuid() == 0: os.setuid({_NOBODY})\n"
        "cache = DiskCache.open(Path(sys.argv[1])); cache.set('pages', 'n', 2)\n"
        "print(cache.get('pages', 'n'), cache.warning); cache.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=Path(radar.__file__).parents[1],
        capture_output=True,
        check=True,
        text=True,
    )
    folder.chmod(0o700)
    assert done.stdout.startswith(f"None radar works without its cache in {folder} ("), done


def test_why_there_is_no_cache_is_told_without_what_only_python_says(tmp_path: Path) -> None:
    (tmp_path / "caches").write_text("no folder")
    folder = tmp_path / "caches" / "radar"
    cache = DiskCache.open(folder)
    assert cache.warning == f"radar works without its cache in {folder} (Not a directory)"
    cache.close()


def test_a_closed_cache_knows_nothing(cache: DiskCache) -> None:
    cache.set("pages", "k", 1)
    cache.close()
    cache.set("pages", "k", 2)
    assert cache.get("pages", "k") is None
