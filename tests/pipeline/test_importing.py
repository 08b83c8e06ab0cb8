"""Files into a real library."""

from __future__ import annotations

import gc
import gzip
import io
from contextlib import closing
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, Flags, ResultClaim
from radar.papers.summaries.summary import Reading, Takeaway, TakeawayOrigin
from radar.pipeline.events import (
    Finishing,
    Imported,
    ImportEnded,
    ImportEvent,
    ImportFailed,
    ImportStarted,
)
from radar.pipeline.exporting.export_file import write_export
from radar.pipeline.exporting.reading import entries
from radar.pipeline.importing import Importer
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.ris import Ris
from tests.pipeline.fakes import write_listing


def _importer(library: Library, stdin: io.BytesIO | None = None) -> Importer:
    return Importer(library, (JsonLines(),), read, stdin)


def _at_a_glance(paper: Paper) -> Reading:
    spans = tuple(Evidence(TextField.ABSTRACT, at, at + 9) for at in (100, 200, 300))
    flags = Flags(results=ResultClaim(Claim.QUANTIFIED, True, "-7 % moss", spans, spans[0]))
    return Reading(Takeaway(paper.title, TakeawayOrigin.QUOTED), flags, rules_version=1)


def _only(events: list[ImportEvent], kind: type[ImportEvent]) -> list[ImportEvent]:
    return [event for event in events if isinstance(event, kind)]


def test_a_file_is_recognised_read_and_committed(
    library: Library, reader: LibraryReader, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(1, 4))
    started, imported, finishing, ended = _importer(library).run([path])
    assert started == ImportStarted(started.listing, "JSON lines", path.stat().st_size)  # type: ignore[union-attr]
    assert isinstance(imported, Imported)
    assert (imported.papers, imported.new, imported.position) == (3, 3, path.stat().st_size)
    assert isinstance(ended, Finishing)
    assert isinstance(finishing, ImportEnded)
    assert finishing.line == "3 papers: 3 new, 0 known"
    entry = reader.entry(reader.key_of("arxiv:2603.00002") or 0)
    assert entry is not None
    assert [origin.name for origin in entry.origins] == ["file:moss.jsonl"]
    assert entry.summary.takeaway.text


def test_importing_twice_changes_nothing_and_says_so(library: Library, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(66))
    list(_importer(library).run([path]))
    (ended,) = _only(list(_importer(library).run([path])), ImportEnded)
    assert isinstance(ended, ImportEnded)
    assert ended.line == "66 papers: 0 new, 66 known"


def test_long_files_are_committed_in_chunks_with_their_position(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "moss.jsonl.gz"
    path.write_bytes(gzip.compress(write_listing(tmp_path / "moss.jsonl", range(600)).read_bytes()))
    chunks = [event for event in _importer(library).run([path]) if isinstance(event, Imported)]
    assert [chunk.papers for chunk in chunks] == [256, 512, 600]
    assert chunks[-1].position == chunks[-1].size == path.stat().st_size


def test_a_long_run_commits_more_at_a_time_and_counts_over_its_files(
    library: Library, tmp_path: Path
) -> None:
    paths = [
        write_listing(tmp_path / "moss.jsonl", range(2_000)),
        write_listing(tmp_path / "fern.jsonl", range(2_000, 4_000)),
    ]
    chunks = [event.papers for event in _importer(library).run(paths) if isinstance(event, Imported)]
    assert chunks == [*range(256, 1_793, 256), 2_000, 256, 1_280, 2_000]


def test_papers_that_come_newest_first_fill_the_pages_of_the_file(library: Library, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(12_288))
    list(Importer(library, (JsonLines(),), _at_a_glance, processes=0).run([path]))
    pages = "SELECT sum(payload), sum(pgsize) FROM dbstat WHERE name = ?"
    try:
        filled = {table: library.database.rows(pages, (table,))[0] for table in ("readings", "papers")}
    except LibraryError:
        pytest.skip("this SQLite does not tell how full pages are")
    assert {table: held / size > 0.7 for table, (held, size) in filled.items()} == {
        "readings": True,
        "papers": True,
    }, filled


def test_what_is_not_understood_is_reported_with_its_line(library: Library, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(2))
    path.write_text(path.read_text(encoding="utf-8") + '{"id": broken\n', encoding="utf-8")
    events = list(_importer(library).run([path]))
    (bad,) = [event for event in events if isinstance(event, NotUnderstood)]
    assert bad.line == 3
    (ended,) = [event for event in events if isinstance(event, ImportEnded)]
    assert ended.line == "2 papers: 2 new, 0 known, 1 line not understood"


def test_a_paper_that_comes_without_one_of_its_fields_is_no_line_that_was_left_out(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "kites.ris"
    path.write_text("TY  - JOUR\nTI  - Kites\nDO  - in print\nER  - \n", encoding="utf-8")
    (ended,) = _only(list(Importer(library, (Ris(),), read, None).run([path])), ImportEnded)
    assert isinstance(ended, ImportEnded)
    assert (ended.papers, ended.not_understood, ended.unread_fields) == (1, 0, 1)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(library: Library, tmp_path: Path) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text("Dear diary, today I weighed moss.\n", encoding="utf-8")
    good = write_listing(tmp_path / "good.jsonl", range(2))
    events = list(_importer(library).run([tmp_path / "missing.jsonl", prose, good]))
    failed = [event for event in events if isinstance(event, ImportFailed)]
    assert [event.listing.label for event in failed] == ["missing.jsonl", "prose.txt"]
    assert "missing.jsonl cannot be read" in failed[0].error.message
    assert "prose.txt: this is in no format" in failed[1].error.message
    assert [event.new for event in events if isinstance(event, ImportEnded)] == [2]


def test_a_file_without_papers_is_an_error(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    path.write_text("[]\n", encoding="utf-8")
    (failed,) = [event for event in _importer(library).run([path]) if isinstance(event, ImportFailed)]
    assert "none.json holds no papers" in failed.error.message


def test_standard_input_is_a_file_without_a_size(library: Library, tmp_path: Path) -> None:
    stdin = io.BytesIO(write_listing(tmp_path / "moss.jsonl", range(2)).read_bytes())
    events = list(_importer(library, stdin).run([None]))
    started = events[0]
    assert isinstance(started, ImportStarted)
    assert (started.listing.name, started.size) == ("file:standard input", None)


def test_a_name_that_could_move_the_cursor_is_cleaned(library: Library, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a\x1b[2Jb\n.jsonl", range(1))
    started = next(_importer(library).run([path]))
    assert isinstance(started, ImportStarted)
    assert started.listing.name == "file:ab .jsonl"


def test_an_interrupted_import_keeps_what_was_committed_and_can_be_searched(
    library: Library, reader: LibraryReader, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(5000))
    with closing(_importer(library).run([path])) as events:
        for event in events:
            if isinstance(event, Imported) and event.papers >= 2560:
                break
    assert reader.counts().papers == 3072
    assert library.index_behind == 0
    assert len(reader.keys(PaperQuery(text="weighing moss"))) == 3072


def test_an_index_that_was_left_behind_is_finished_by_the_next_import(
    library: Library, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(3000))

    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    importer = Importer(library, (JsonLines(),), read, finishing=give_up)
    with pytest.raises(KeyboardInterrupt):
        list(importer.run([path]))
    assert library.index_behind > 0
    events = list(_importer(library).run([path]))
    assert not [event for event in events if isinstance(event, Finishing)]
    assert library.index_behind == 0


def test_the_search_index_reports_how_far_it_is(library: Library, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write_listing(tmp_path / "moss.jsonl", range(3000))
    importer = Importer(
        library, (JsonLines(),), read, finishing=lambda done, total: told.append((done, total))
    )
    list(importer.run([path]))
    assert told
    assert told[-1][0] == told[-1][1]


def test_cycles_are_looked_for_less_often_while_papers_come_in(library: Library, tmp_path: Path) -> None:
    before = gc.get_threshold()
    run = _importer(library).run([write_listing(tmp_path / "moss.jsonl", range(3))])
    next(run)
    assert gc.get_threshold()[0] > before[0]
    run.close()
    assert gc.get_threshold() == before


def test_an_export_brings_marks_tags_and_notes_to_papers_that_are_new_and_to_no_others(
    library: Library, reader: LibraryReader, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(1, 4))
    first, second, third = _keys(library, reader, path)
    library.mark([first, second], Mark.READ, True)
    library.mark([first], Mark.STARRED, True)
    library.tag([first, third], ["Wet", "for later"])
    library.set_note(second, "of this library alone")
    library.set_note(third, "dig here")
    exported = tmp_path / "own.jsonl"
    written = entries(reader, [first, second, third], lambda done, total: None)
    write_export(written, "jsonl", exported)
    assert library.last_act(lambda name: False) is not None
    with closing(Library.open(tmp_path / "other.sqlite3")) as other:
        known = write_listing(tmp_path / "one.jsonl", range(2, 3))
        list(_importer(other).run([known]))
        (ended,) = _only(list(_importer(other).run([exported])), ImportEnded)
        assert isinstance(ended, ImportEnded)
        assert ended.line == (
            "3 papers: 2 new, 1 known, 2 with marks, tags or notes, "
            "marks, tags or notes of 1 known not taken: your own stay"
        )
        assert other.last_act(lambda name: False) is None, "undo takes back what the reader did here"
        with closing(LibraryReader.open(other.path)) as theirs:
            there = [theirs.entry(theirs.key_of(f"arxiv:2603.0000{at}") or 0) for at in (1, 2, 3)]
            assert [(entry.marks, entry.tags, entry.note) for entry in there if entry is not None] == [
                (Mark.READ | Mark.STARRED, ("for later", "Wet"), ""),
                (Mark.NONE, (), ""),
                (Mark.NONE, ("for later", "Wet"), "dig here"),
            ]
            assert (theirs.counts().unread, theirs.counts().starred) == (2, 1)
        (again,) = _only(list(_importer(other).run([exported])), ImportEnded)
        assert isinstance(again, ImportEnded)
        assert again.line == (
            "3 papers: 0 new, 3 known, marks, tags or notes of 3 known not taken: your own stay"
        )
        (plain,) = _only(list(_importer(other).run([path])), ImportEnded)
        assert isinstance(plain, ImportEnded)
        assert plain.line == "3 papers: 0 new, 3 known"


def _keys(library: Library, reader: LibraryReader, path: Path) -> list[int]:
    list(_importer(library).run([path]))
    return [reader.key_of(f"arxiv:2603.0000{at}") or 0 for at in (1, 2, 3)]


def test_what_is_left_out_of_each_paper_is_told_once(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "kites.ris"
    records = [f"TY  - JOUR\nTI  - Kite number {at}\nKW  - lines\nER  - \n" for at in range(3)]
    path.write_text("".join(records))
    (ended,) = _only(list(Importer(library, (Ris(),), read, None).run([path])), ImportEnded)
    assert isinstance(ended, ImportEnded)
    assert ended.left_out == FieldsLeftOut((("KW", 3),))
