"""What changed of papers, on the command line."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from radar.abstracts.reading import read
from radar.cli import main
from radar.library.library import Library
from radar.library.records.rows import microseconds
from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links
from radar.papers.reader.query import Mark
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs
from tests.cli.seeding import PROMISING, seed, settings
from tests.terminal import Terminal

ARCHIVE = Listing("arxiv:cs.RO", "arXiv cs.RO")
NEWER = replace(
    PROMISING,
    version=2,
    updated=date(2025, 12, 1),
    announced=Announced.REPLACED_CROSS,
    links=Links(code="https://github.com/slug/walk", code_added_by="author"),
    venue="Journal of Dry Land",
    site_summary="Slugs climb.",
    site_summary_by="Leaf",
)


@pytest.fixture
def updated() -> None:
    """A library in which code of the second paper came out after it was read."""
    keys = seed().keys
    library = Library.open(settings().library)
    library.mark([keys[1]], Mark.READ, True)
    library.add_papers([replace(PROMISING, venue="Slug Letters")], Listing("file:garden.txt"), read)
    library.add_papers([NEWER], ARCHIVE, read)
    library.close()


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("words", [["--updated"], ["is:updated"], ["slugs", "is:updated"]])
def test_updated_papers_are_listed(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(["list", *words]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(PROMISING.id) and ",updated" in lines[0]


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize(("encoding", "signs"), [("utf-8", UNICODE), ("ascii", ASCII)])
def test_a_person_sees_the_signs_of_the_screen_and_what_they_mean(encoding: str, signs: Glyphs) -> None:
    assert main(["mark", "star", PROMISING.id]) == 0
    environment = {"PYTHONIOENCODING": encoding}
    with Terminal(["list", "--updated"], columns=160, environment=environment) as terminal:
        text = terminal.wait_for(f"{signs.updated} updated since")
        assert terminal.wait_for_end() == 0
    assert any(line.startswith(f"{signs.starred}{signs.updated}C ") for line in text.splitlines())
    assert f"{signs.starred} starred" in text and f"{signs.state_of_the_art} state of the art" in text


@pytest.mark.usefixtures("updated")
def test_a_paper_tells_what_changed_and_what_listings_contradict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", PROMISING.id]) == 0
    text = capsys.readouterr().out
    assert "version 2" in text
    assert "listed in file:garden.txt, arxiv:cs.RO (replace-cross)" in text
    assert "code is now out: github.com/slug/walk" in text
    assert "differs   arXiv cs.RO says: venue Journal of Dry Land" in text
    assert "site says Leaf: Slugs climb." in text


@pytest.mark.usefixtures("updated", "far_east")
def test_the_day_of_a_change_is_that_of_calendars_here(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    changed = microseconds(datetime(2026, 3, 1, 22, 30, tzinfo=UTC))
    library.database.run("UPDATE changes SET happened = ?", (changed,))
    library.close()
    assert main(["show", PROMISING.id]) == 0
    assert "changed   2026-03-02 code is now out" in capsys.readouterr().out


@pytest.mark.usefixtures("updated")
def test_json_holds_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--updated", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["is_updated"] is True
    assert (record["version"], record["updated"], record["withdrawn"]) == (2, "2025-12-01", False)
    assert (record["site_summary"], record["site_summary_by"]) == ("Slugs climb.", "Leaf")
    assert record["announced"] == {"arxiv:cs.RO": "replace-cross"}
    kinds = {change["kind"]: change for change in record["changes"]}
    assert kinds["code-out"]["after"] == "https://github.com/slug/walk"
    assert kinds["code-out"]["listing"] == "arxiv:cs.RO"
    assert record["conflicts"] == [
        {
            "field": "venue",
            "shown": "Slug Letters",
            "other": "Journal of Dry Land",
            "listing": "arxiv:cs.RO",
        }
    ]
