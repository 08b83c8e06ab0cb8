"""Libraries that are not as this radar leaves them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from radar.cli import main
from radar.library import schema
from radar.library.connection import open_writer
from radar.library.reader import LibraryReader
from tests.cli.running import radar
from tests.cli.seeding import settings


def _make_older(migrations: Sequence[schema.Migration] = schema.MIGRATIONS[:-1]) -> None:
    database = open_writer(settings().library)
    schema.migrate(database, migrations)
    database.close()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list"], 0),
        (["list", "--json"], 0),
        (["export", "--format", "jsonl"], 1),
        (["show", "2511.00123"], 1),
        (["watch"], 0),
        (["usage"], 0),
        (["jobs"], 0),
        (["mark", "read", "--all"], 1),
    ],
)
def test_a_library_of_an_older_radar_is_brought_up_to_date_by_what_reads_it(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    _make_older()
    assert main(arguments) == code
    told = " ".join(capsys.readouterr().err.split())
    assert "is of an older radar; it is brought up to date first, with all that it holds" in told
    LibraryReader.open(settings().library).close()
    main(arguments)
    assert "older" not in capsys.readouterr().err


def test_a_library_that_was_left_half_way_is_brought_to_the_end() -> None:
    _make_older()
    database = open_writer(settings().library)
    database.run(
        "CREATE TABLE sweeps (name TEXT PRIMARY KEY, at INTEGER, done INTEGER NOT NULL, "
        "total INTEGER NOT NULL) WITHOUT ROWID"
    )
    database.run("INSERT INTO sweeps VALUES ('8', NULL, 0, 0)")
    database.close()
    done = radar("list")
    assert (done.returncode, done.stdout) == (0, "")
    assert "it is brought up to date first" in done.stderr
    LibraryReader.open(settings().library).close()


def test_the_doctor_looks_at_a_library_of_an_older_radar_and_leaves_it_as_it_is() -> None:
    _make_older()
    done = radar("doctor")
    assert "radar list brings it up to date" in done.stdout + done.stderr
    database = open_writer(settings().library)
    assert schema.version_of(database) == schema.MIGRATIONS[-2].number
    database.close()
