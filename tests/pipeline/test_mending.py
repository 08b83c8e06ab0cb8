"""What the doctor says when it mends a library."""

from __future__ import annotations

from pathlib import Path

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.listed.listing import Listing
from radar.pipeline.doctor import Verdict
from radar.pipeline.mending import rebuilding_checks
from tests.pipeline.fakes import paper


def test_a_sound_library_is_said_to_be_sound_and_its_index_is_made_anew(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    library.add_papers([paper(1), paper(2)], Listing("hf:daily"), read)
    told: list[str] = []
    checks = list(rebuilding_checks(library, lambda label, done, total: told.append(label)))
    assert [(check.part, check.verdict) for check in checks] == [
        ("indexes", Verdict.OK),
        ("counts", Verdict.OK),
        ("names", Verdict.OK),
        ("search", Verdict.OK),
    ]
    assert "making the search index anew" in told
    library.close()


def test_what_was_mended_is_said(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    library.add_papers([paper(1), paper(2)], Listing("hf:daily"), read)
    library.database.run("UPDATE counts SET papers = 17")
    library.database.run("DELETE FROM aliases WHERE alias LIKE 'arxiv:%'")
    _, counts, names, _ = rebuilding_checks(library, lambda label, done, total: None)
    assert (counts.verdict, counts.message) == (
        Verdict.WARN,
        "1 did not agree with the papers, mended: 2 papers",
    )
    assert (names.verdict, names.message) == (
        Verdict.WARN,
        "2 did not agree with the papers, mended: 2 were missing, 0 led nowhere",
    )
    library.close()
