"""How sources stand and how far back-fills are, also where several radars note it at once."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import radar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.source_state import BackFill, SourceState
from radar.papers.listed.paper import Links
from radar.papers.reader.query import Mark
from tests.library.samples import LISTING, paper, read, with_code

MORNING = datetime(2026, 11, 26, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
STATE = SourceState("arxiv:cs.CL", "arXiv cs.CL", MORNING, MORNING, 12, 3, 1)
FAILED = replace(
    STATE,
    asked=MORNING + HOUR,
    succeeded=None,
    new=0,
    known=0,
    changed=0,
    error="the site asks to wait",
    hint="Try again later",
    again=MORNING + 2 * HOUR,
)
FILL = BackFill("arxiv:cs.CL", date(2026, 1, 1), "after:200", 200, 5_000, MORNING, MORNING)

NOTE = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from radar.library.library import Library
from radar.papers.jobs.source_state import SourceState

library = Library.open(Path(sys.argv[1]))
begin = datetime(2026, 11, 26, 7, tzinfo=UTC)
sys.stdin.readline()
for turn in range(60):
    asked = begin + timedelta(seconds=turn * 2 + int(sys.argv[2]))
    error = "" if turn % 3 else "no answer"
    library.note_source(SourceState("hf:daily", "", asked, None if error else asked, turn, error=error))
library.close()
"""


def test_a_source_stands_as_it_was_noted(library: Library, reader: LibraryReader) -> None:
    assert library.source_states() == ()
    library.note_source(STATE)
    library.note_source(SourceState("hf:daily"))
    assert library.source_states() == reader.source_states() == (STATE, SourceState("hf:daily"))


def test_a_failure_keeps_when_the_source_answered_last(library: Library) -> None:
    library.note_source(STATE)
    library.note_source(FAILED)
    assert library.source_states() == (replace(FAILED, succeeded=MORNING),)
    library.note_source(replace(STATE, asked=MORNING + 3 * HOUR, succeeded=MORNING + 3 * HOUR))
    (state,) = library.source_states()
    assert (state.error, state.hint, state.again) == ("", "", None)


def test_an_earlier_question_that_is_noted_later_changes_nothing_but_the_last_success(
    library: Library,
) -> None:
    library.note_source(FAILED)
    library.note_source(replace(STATE, label=""))
    assert library.source_states() == (replace(FAILED, succeeded=MORNING),)


def test_hostile_texts_of_sites_are_clean(library: Library) -> None:
    library.note_source(replace(FAILED, error="no\x1b[31m\nanswer" + "!" * 900, hint="\x07wait"))
    (state,) = library.source_states()
    assert state.error.startswith("no answer!!!") and len(state.error) == 500
    assert state.hint == "wait"


def test_two_processes_note_at_once_and_the_later_word_counts(path: Path) -> None:
    Library.open(path).close()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", NOTE, str(path), str(number)],
            cwd=Path(radar.__file__).parents[1],
            stdin=subprocess.PIPE,
        )
        for number in range(2)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
    assert [process.wait(120) for process in processes] == [0, 0]
    library = Library.open(path)
    (state,) = library.source_states()
    last = MORNING + timedelta(seconds=59 * 2 + 1)
    assert (state.asked, state.succeeded, state.new, state.error) == (last, last, 59, "")
    library.close()


def test_a_back_fill_goes_on_from_where_it_was_noted(library: Library) -> None:
    assert library.back_fill(FILL.source, FILL.since) is None
    library.note_back_fill(FILL)
    further = replace(FILL, resume="after:400", papers=400, touched=MORNING + HOUR)
    library.note_back_fill(further)
    assert library.back_fill(FILL.source, FILL.since) == further
    assert library.back_fill(FILL.source, date(2025, 1, 1)) is None
    assert library.back_fills() == (further,)


def test_a_back_fill_never_goes_back(library: Library) -> None:
    further = replace(FILL, resume="after:400", papers=400, touched=MORNING + HOUR)
    library.note_back_fill(further)
    library.note_back_fill(FILL)
    assert library.back_fill(FILL.source, FILL.since) == further
    ended = replace(further, resume="", touched=MORNING + 2 * HOUR, ended=MORNING + 2 * HOUR)
    library.note_back_fill(ended)
    library.note_back_fill(replace(further, touched=MORNING + 3 * HOUR))
    assert library.back_fill(FILL.source, FILL.since) == ended, "what has ended is not open again"
    anew = replace(FILL, resume="", papers=0, begun=MORNING + 4 * HOUR, touched=MORNING + 4 * HOUR)
    library.note_back_fill(anew)
    assert library.back_fill(FILL.source, FILL.since) == anew, "unless it is begun anew"


def test_what_was_noted_while_the_clock_was_wrong_gives_way(library: Library) -> None:
    ahead = MORNING + timedelta(days=700)
    library.note_source(replace(STATE, asked=ahead, succeeded=ahead))
    library.note_source(FAILED)
    assert library.source_states() == (FAILED,)
    library.note_back_fill(replace(FILL, begun=ahead, touched=ahead))
    further = replace(FILL, resume="after:400", touched=MORNING + HOUR)
    library.note_back_fill(further)
    assert library.back_fill(FILL.source, FILL.since) == further


def test_code_is_looked_for_where_a_star_is_and_no_code_the_longest_unasked_first(library: Library) -> None:
    chunk = [paper(1), paper(2), paper(3), with_code(4), paper(5)]
    keys = library.add_papers(chunk, LISTING, read).keys
    library.mark(keys[:4], Mark.STARRED, True)
    assert library.starred_without_code(10) == tuple(paper(number).id for number in (1, 2, 3))
    library.note_code_looked([paper(1).id, "arxiv:9999.99999"])
    library.note_code_looked(["https://arxiv.org/abs/2406.00002"])
    assert library.starred_without_code(2) == (paper(3).id, paper(1).id)
    library.note_code_looked([paper(3).id])
    assert library.starred_without_code(10) == tuple(paper(number).id for number in (1, 2, 3))
    library.add_papers([paper(1, links=Links(code="https://code.example/1"))], LISTING, read)
    assert library.starred_without_code(10) == (paper(2).id, paper(3).id)


def test_what_to_look_for_is_found_in_the_index_of_stars(library: Library) -> None:
    asked: list[str] = []
    library.database._connection.set_trace_callback(asked.append)
    library.starred_without_code(5)
    library.database._connection.set_trace_callback(None)
    plan = str(library.database.rows(f"EXPLAIN QUERY PLAN {asked[0]}"))
    assert "COVERING INDEX i_starred" in plan
    assert "SCAN papers" not in plan


def test_what_was_left_out_is_kept_for_each_source(library: Library) -> None:
    library.note_source(STATE)
    library.note_left_out(STATE.name, {"a", "b"})
    library.note_left_out("hf:daily", {"c"})
    assert library.left_out_before(STATE.name) == {"a", "b"}
    library.note_left_out(STATE.name, ())
    assert library.left_out_before(STATE.name) == frozenset()
    assert library.left_out_before("hf:daily") == {"c"}


def test_a_note_of_what_was_left_out_that_is_none_is_passed_over(library: Library) -> None:
    for stored in ("[", "7", "null", "[" * 50_000):
        library.database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", ("left out:hf:daily", stored))
        assert library.left_out_before("hf:daily") == frozenset()
