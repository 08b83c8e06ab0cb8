"""How rule and model stand to each other, in the rows and in a filter."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from radar.library.database.connection import open_writer
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema import migrations
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from radar.papers.summaries.flags import CodeStatus, Flags, Release
from radar.papers.summaries.standing import Standing
from radar.papers.summaries.summary import Agreement, Summary, Verdict, Verdicts
from tests.library.samples import LISTING, paper, papers, read, summary, with_code

ONE = with_code(1)
DISPUTE = Verdict(Agreement.DISPUTED, "promised")
UNASKED = Verdict()
AGREE = Verdict(Agreement.BOTH, "released")


def judged(one: Paper, code: Verdict, results: Verdict = UNASKED, model: str = "small") -> Summary:
    return replace(summary(one, model=model), verdicts=Verdicts(code, results))


def standing(reader: LibraryReader, key: int) -> Standing:
    return reader.rows([key])[0].standing


@pytest.fixture
def key(library: Library) -> int:
    return library.add_papers([ONE], LISTING, read).keys[0]


@pytest.mark.parametrize("code", list(Agreement))
@pytest.mark.parametrize("results", list(Agreement))
def test_a_row_holds_the_verdict_on_each_flag(
    library: Library, reader: LibraryReader, key: int, code: Agreement, results: Agreement
) -> None:
    # The rules read code and a claim, so that only a model's word alone is out of place here.
    flags = read(ONE).flags
    made = judged(ONE, Verdict(code, "x"), Verdict(results, "y"))
    unruled = Flags(
        flags.code if code is not Agreement.MODEL else CodeStatus(),
        results=flags.results if results is not Agreement.MODEL else type(flags.results)(),
    )
    library.save_readings([(ONE.id, replace(read(ONE), flags=unruled))])
    library.save_summaries([made])
    asked = Agreement.UNASKED in (code, results) and code is results
    expected = Standing() if asked else Standing(code, results)
    assert standing(reader, key) == expected
    library.show_summary(key, 0)
    assert standing(reader, key) == expected, "whichever of the two is shown"
    entry = reader.entry(key)
    assert entry is not None
    assert entry.standing == expected, "row and detail say the same"


def test_each_model_summary_has_its_own_verdict_and_the_shown_one_counts(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.save_summaries([judged(ONE, AGREE, model="small")])
    library.save_summaries([judged(ONE, DISPUTE, model="large")])
    assert standing(reader, key).disputed
    assert list(reader.keys(PaperQuery(disputed=True))) == [key]
    library.show_summary(key, 1)
    assert standing(reader, key).code is Agreement.BOTH
    assert list(reader.keys(PaperQuery(disputed=True))) == []


def test_new_rules_are_held_against_what_the_model_said(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.save_summaries([judged(ONE, DISPUTE)])
    promised = replace(read(ONE).flags, code=CodeStatus(Release.PROMISED))
    library.save_readings([(ONE.id, replace(read(ONE), flags=promised, rules_version=2))])
    assert standing(reader, key).code is Agreement.BOTH


def test_a_text_that_speaks_to_a_model_is_known_in_the_row(
    library: Library, reader: LibraryReader, key: int
) -> None:
    made = summary(ONE)
    reason = ("instruction in the abstract: ignore all previous instructions",)
    library.save_summaries([replace(made, provenance=replace(made.provenance, failed_checks=reason))])
    assert reader.rows([key])[0].instructs
    assert standing(reader, key) == Standing(), "nobody was asked"
    library.save_summaries([summary(ONE, model="large")])
    assert not reader.rows([key])[0].instructs


def test_the_filter_keeps_contradictions_and_not_where_only_one_speaks(
    library: Library, reader: LibraryReader
) -> None:
    added = [paper(1), with_code(2), with_code(3), paper(4), with_code(5)]
    keys = library.add_papers(added, LISTING, read).keys
    both = Verdict(Agreement.BOTH, "none")
    for one, agreement in zip(added, Agreement, strict=True):
        library.save_summaries([judged(one, Verdict(agreement, "released"), both)])
    disputed = [keys[list(Agreement).index(Agreement.DISPUTED)]]
    for order in Order:
        query = PaperQuery(disputed=True, order=order)
        assert list(reader.keys(query)) == list(reader.first(query)) == disputed
    narrow = PaperQuery("tomato", disputed=True, code=CodeFilter.RELEASED)
    assert list(reader.keys(narrow)) == disputed
    assert narrow.filters


def test_a_dispute_filter_that_hides_papers_is_named(library: Library, reader: LibraryReader) -> None:
    library.add_papers(papers(3), LISTING, read)
    assert reader.without(PaperQuery("tomato", disputed=True)) == (("disputed", 3),)


def _as_schema_three(path: Path, old: Path) -> None:
    """Copy a library into one that the radar before the migration had made."""
    database = open_writer(old)
    migrations.migrate(database, migrations.MIGRATIONS[:3])
    database.close()
    with sqlite3.connect(old) as connection:
        connection.execute("ATTACH ? AS today", (str(path),))
        for table in ("papers", "readings", "summaries", "aliases", "counts"):
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
        # That radar knew no other standing than a difference of flags.
        connection.execute("UPDATE main.papers SET flags = flags & 8191")
    connection.close()


def test_a_library_of_the_schema_before_learns_how_rule_and_model_stand(tmp_path: Path) -> None:
    stored = _fill(tmp_path / "today.db")
    old = tmp_path / "old.db"
    _as_schema_three(tmp_path / "today.db", old)
    Library.open(old).close()
    reader = LibraryReader.open(old)
    told = {name: standing(reader, key).code for name, key in stored.items()}
    assert told == {
        "untouched": Agreement.UNASKED,
        "same": Agreement.UNASKED,
        "silent": Agreement.RULE,
        "dispute": Agreement.DISPUTED,
        "older dispute": Agreement.UNASKED,
        "judged": Agreement.BOTH,
        "pointed": Agreement.UNASKED,
    }
    assert list(reader.keys(PaperQuery(disputed=True))) == [stored["dispute"]]
    assert [row.takeaway for row in reader.rows([stored["same"]])] == ["A model says that tomatoes grow."]
    assert reader.counts().with_code == 5, "all but the one whose shown summary has none"
    reader.close()


def _fill(path: Path) -> dict[str, int]:
    """Add a paper for each case."""
    names = ("untouched", "same", "silent", "dispute", "older dispute", "judged", "pointed")
    added = dict(zip(names, [*map(with_code, range(1, 7)), paper(7)], strict=True))
    promised = replace(read(ONE).flags, code=CodeStatus(Release.PROMISED))
    silent = replace(read(ONE).flags, code=CodeStatus())
    library = Library.open(path)
    keys = library.add_papers(list(added.values()), LISTING, read).keys
    library.save_summaries([summary(added["same"])])
    library.save_summaries([summary(added["silent"], flags=silent)])
    library.save_summaries([summary(added["dispute"], flags=promised)])
    library.show_summary(keys[3], 0)
    library.save_summaries([summary(added["older dispute"], flags=promised, model="small")])
    library.save_summaries([summary(added["older dispute"], model="large")])
    library.save_summaries([judged(added["judged"], AGREE)])
    library.save_summaries([judged(added["pointed"], AGREE)])
    library.close()
    return dict(zip(names, keys, strict=True))


def test_a_paper_nobody_was_asked_about_has_no_standing(library: Library, reader: LibraryReader) -> None:
    key = library.add_papers([paper(9)], LISTING, read).keys[0]
    assert standing(reader, key) == Standing()
