from __future__ import annotations

from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.schema.newest import is_newest


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 3",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 1",
        "CREATE TABLE sweeps (name TEXT)",
    ],
)
def test_only_a_library_with_nothing_to_be_brought_up_to_date_is_as_this_program_knows_it(
    tmp_path: Path, change: str
) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    assert is_newest(library.database)
    library.database.run(change)
    assert not is_newest(library.database)
    library.close()
