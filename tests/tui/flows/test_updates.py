"""An updated paper on screen: what opening and marking make of it; rows that become one under the cursor."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.tui.flows.marking import Marking
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.flows.taken import done
from tests.tui.shelf import PAPERS

DAILY = Listing("hf:daily", "Hugging Face daily papers")
CODE = Links(code="https://github.com/shore/limpets", code_added_by="author")
SECOND = PAPERS[1]


def update(radar: Radar) -> None:
    """Let code of the second paper come out, after the reader has seen it."""
    library = Library.open(radar.path)
    library.looked(datetime.now(UTC) + timedelta(seconds=1))
    library.add_papers([replace(SECOND, links=CODE)], DAILY, read)
    library.close()


def test_a_paper_that_was_read_is_opened_anew_only_for_what_is_new_about_it(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = radar.reader.keys(PaperQuery())[1]
    done(marking.toggle(radar.reader.rows([key])[0], Mark.READ))
    update(radar)
    (row,) = radar.reader.rows([key])
    assert row.updated and row.marks == Mark.READ
    assert done(marking.read(row)) is not None
    (row,) = radar.reader.rows([key])
    assert not row.updated
    assert marking.read(row) is None


def test_to_mark_an_updated_paper_that_was_read_takes_the_sign_away_first(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = radar.reader.keys(PaperQuery())[1]
    done(marking.toggle(radar.reader.rows([key])[0], Mark.READ))
    update(radar)
    done(marking.toggle(radar.reader.rows([key])[0], Mark.READ))
    (row,) = radar.reader.rows([key])
    assert (row.updated, row.marks) == (False, Mark.READ)
    done(marking.toggle(row, Mark.READ))
    assert radar.reader.rows([key])[0].marks == Mark.NONE


def test_the_star_of_an_updated_paper_is_taken_away_at_once(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = radar.reader.keys(PaperQuery())[1]
    done(marking.toggle(radar.reader.rows([key])[0], Mark.STARRED))
    done(marking.toggle(radar.reader.rows([key])[0], Mark.READ))
    update(radar)
    (row,) = radar.reader.rows([key])
    assert row.updated and row.marks == Mark.STARRED | Mark.READ
    done(marking.toggle(row, Mark.STARRED))
    assert radar.reader.rows([key])[0].marks == Mark.READ


async def test_an_updated_paper_is_read_anew_and_the_next_one_comes(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True)
    key = radar.reader.keys(PaperQuery())[1]
    radar.library.mark((key,), Mark.READ, True)
    update(radar)
    async with seated(radar) as seat:
        await seat.press("j")
        row = seat.screen.paper_list.row
        assert row is not None and row.updated and row.marks & Mark.READ
        await seat.press("space")
        assert seat.screen.paper_list.cursor == 2
        (row,) = radar.reader.rows([key])
        assert (row.updated, row.marks) == (False, Mark.READ)
        await seat.press("k", "space")
        assert seat.screen.paper_list.cursor == 1, "who marks a paper unread stays with it"


async def test_an_update_shows_in_its_row_and_goes_when_the_paper_is_opened(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True)
    async with seated(radar) as seat:
        await seat.press("j")
        update(radar)
        await seat.until(lambda: "\u21bb" in seat.lines()[5], "the sign below that of a new paper")
        await seat.until(lambda: "UPDATED" in seat.text(), "the detail")
        assert "code is now out" in seat.text()
        await seat.press("N")
        assert seat.title() == SECOND.title
        await seat.press("N", "enter")
        await seat.until(lambda: "\u21bb" not in "".join(seat.lines()), "no sign")
        assert "CHANGES" in seat.text()


async def test_the_cursor_goes_with_its_paper_when_that_becomes_part_of_another(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(living=True)
    other = Library.open(radar.path)
    twin = replace(
        SECOND, id=PaperId("doi:10.1234/shore"), title="Of limpets and their rocks, again", links=Links(),
        listed=PAPERS[6].listed, doi="10.1234/shore",
    )  # fmt: skip
    other.add_papers([twin], DAILY, read)
    other.finish_bulk()
    async with seated(radar) as seat:
        seat.screen.paper_list.move_to_key(radar.reader.key_of(twin.id) or 0)
        await seat.settled()
        assert seat.title() == twin.title
        place = seat.screen.paper_list.cursor
        # As many papers as before: two become one, and another comes.
        more = replace(PAPERS[3], id=PaperId("arxiv:2602.00099"), title="Seaweed by post", links=Links())
        other.add_papers([replace(SECOND, doi="10.1234/shore"), more], DAILY, read)
        await seat.until(lambda: seat.title() == SECOND.title, "the paper that it became part of")
        assert seat.screen.paper_list.cursor != place
        await seat.until(lambda: "Seaweed by post" in "".join(seat.lines()), "the new one")
    other.close()
