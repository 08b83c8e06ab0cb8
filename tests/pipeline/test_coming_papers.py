"""Papers of a run, read some at once."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.pipeline.coming_papers import ComingPapers, PaperAtHand
from radar.pipeline.paper_order import PaperOrder
from tests.pipeline.fakes import FakeSummariser, keys_of, paper

FAKE = FakeSummariser()
MAKER = (FAKE.name, FAKE.model, FAKE.prompt_digest)
NOBODY = 17


async def _summarised(library: Library, number: int) -> None:
    outcome = await FAKE.summarise(paper(number), read(paper(number)))
    library.save_summaries([outcome.summary])


def _all(ahead: ComingPapers, together: int) -> list[tuple[int, PaperAtHand | None]]:
    return [taken for taken in iter(lambda: ahead.take(together), None) if taken is not None]


@pytest.mark.parametrize("together", [1, 2, 64])
async def test_papers_come_in_their_order_with_what_the_library_holds_of_them(
    library: Library, reader: LibraryReader, together: int
) -> None:
    keys = keys_of(library, 5)
    await _summarised(library, 3)
    got = _all(ComingPapers(PaperOrder((*keys[:2], NOBODY, *keys[2:])), reader, MAKER), together)
    assert [key for key, _ in got] == [*keys[:2], NOBODY, *keys[2:]]
    papers = [at_hand for _, at_hand in got if at_hand is not None]
    assert [at_hand.key for at_hand in papers] == list(keys)
    assert [at_hand.paper.id for at_hand in papers] == [paper(each).id for each in range(5)]
    assert [at_hand.done for at_hand in papers] == [False, False, False, True, False]
    assert papers[0].reading == read(paper(0))
    assert dict(got)[NOBODY] is None


async def test_what_is_preferred_later_is_read_when_its_turn_comes(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 6)
    order = PaperOrder(keys)
    ahead = ComingPapers(order, reader, MAKER)
    assert ahead.take(3) is not None
    order.prefer((keys[5],))
    await _summarised(library, 5)
    got = _all(ahead, 3)
    assert [key for key, _ in got] == [keys[5], *keys[1:5]]
    assert [at_hand.done for _, at_hand in got if at_hand is not None] == [True, False, False, False, False]


def test_what_other_rules_read_is_not_taken_for_the_reading(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 2)
    library.database.run("UPDATE readings SET rules_version = rules_version - 1 WHERE id = ?", (keys[0],))
    got = [at_hand for _, at_hand in _all(ComingPapers(PaperOrder(keys), reader, MAKER), 2)]
    assert [at_hand is not None and at_hand.reading is not None for at_hand in got] == [False, True]


def test_the_rules_have_summarised_what_they_have_read(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 2)
    got = [at_hand for _, at_hand in _all(ComingPapers(PaperOrder(keys), reader, ("offline", "", "")), 2)]
    assert [at_hand is not None and at_hand.done for at_hand in got] == [True, True]
