"""Acts on many papers: whole or not at all, and taken back exactly, in turn, by whoever may."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from radar.errors import LibraryBusy
from radar.library.database.failures import Interrupted
from radar.library.library import Library
from radar.library.marks import acts
from radar.library.marks.acts import Act
from radar.library.reader import LibraryReader
from radar.library.records.key_packs import SLICE, packed, unpacked
from radar.papers.reader.query import Mark
from tests.library.samples import LISTING, copies, papers, read


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers(papers(6), LISTING, read).keys


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """A radar in another process, as far as the library can see."""
    opened = Library.open(library.path)
    opened.reader = "another"
    yield opened
    opened.close()


@pytest.fixture
def all_keys(library: Library) -> list[int]:
    """More papers than one slice of an act."""
    return copies(library, SLICE + 500)


def unread(reader: LibraryReader, keys: Sequence[int]) -> list[int]:
    return [row.key for row in reader.rows(keys) if not row.marks & Mark.READ]


def tags(reader: LibraryReader, key: int) -> tuple[str, ...]:
    entry = reader.entry(key)
    assert entry is not None
    return entry.tags


def last(library: Library, *at_work: str) -> Act:
    act = library.last_act(lambda name: name in at_work)
    assert act is not None
    return act


def test_packed_keys_come_back_and_take_little_room() -> None:
    keys = [(day << 20) | number for day in (45_000, 45_001) for number in range(2_000)]
    assert list(unpacked(packed(reversed(keys)))) == keys
    assert len(packed(keys)) < len(keys) // 10
    assert list(unpacked(packed([]))) == []
    assert list(unpacked(packed([7]))) == [7]


def test_the_last_act_is_taken_back_first_and_then_the_one_before(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.mark(keys[:4], Mark.READ, True)
    library.tag(keys, ["soil"])
    assert last(library).label == "tag 6 papers"
    library.undo(last(library).number)
    assert tags(reader, keys[0]) == ()
    assert last(library).label == "read 4 papers"
    library.undo(last(library).number)
    assert unread(reader, keys) == list(keys)
    assert library.last_act(lambda name: False) is None


def test_an_act_outlives_a_closed_library(library: Library, keys: tuple[int, ...]) -> None:
    library.mark(keys, Mark.READ, True)
    library.close()
    again = Library.open(library.path)
    again.reader = "the next one"
    assert last(again).papers == 6
    assert again.undo(last(again).number)
    reader = LibraryReader.open(library.path)
    assert unread(reader, keys) == list(keys)
    reader.close()
    again.close()


def test_what_another_radar_at_work_has_done_is_not_taken_back_here(
    library: Library, other: Library, keys: tuple[int, ...]
) -> None:
    mine = library.mark(keys[:2], Mark.READ, True)
    theirs = other.mark(keys[2:], Mark.READ, True)
    assert last(library, "another").number == mine.number
    library.undo(mine.number)
    assert library.last_act(lambda name: name == "another") is None
    assert last(library).number == theirs.number, "it has ended"


def test_an_act_is_taken_back_once(library: Library, other: Library, keys: tuple[int, ...]) -> None:
    act = library.mark(keys, Mark.READ, True)
    assert other.undo(act.number)
    assert not library.undo(act.number)


def test_what_a_later_act_set_anew_stays_as_that_left_it(
    library: Library, other: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    act = library.mark(keys, Mark.READ, True)
    other.mark(keys[:2], Mark.READ, False)
    other.mark(keys[:1], Mark.READ, True)
    library.undo(act.number)
    assert unread(reader, keys) == list(keys[1:])


def test_what_a_later_act_left_of_an_act_is_told(
    library: Library, other: Library, keys: tuple[int, ...]
) -> None:
    tagged = library.tag(keys, ["soil"], ())
    other.tag(keys[:2], (), ["SOIL"])
    told = tagged.told_back(library.undo(tagged.number))
    assert told == "taken back: tag 6 papers, but for 2 changed again since"
    noted = library.set_note(keys[0], "mine")
    other.set_note(keys[0], "theirs")
    told = noted.told_back(library.undo(noted.number), ", of today")
    assert told == "not taken back: note on 1 paper, of today, changed again since"
    assert noted.told_back(library.undo(noted.number)) == "taken back already: note on 1 paper"
    marked = library.mark(keys, Mark.READ, True)
    other.mark(keys, Mark.STARRED, True)
    assert marked.told_back(library.undo(marked.number)) == "taken back: read 6 papers"


def test_a_tag_that_was_there_stays_as_it_was_typed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["Soil"])
    act = library.tag(keys[:3], ["soil", "light"])
    assert act.papers == 3
    assert tags(reader, keys[0]) == ("light", "Soil")
    library.undo(act.number)
    assert tags(reader, keys[0]) == ("Soil",)
    assert tags(reader, keys[1]) == ()


def test_tags_that_are_taken_away_come_back_as_each_was_typed(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.set_tags(keys[0], ["Soil"])
    library.set_tags(keys[1], ["SOIL", "light"])
    act = library.tag(keys, (), ["soil"])
    assert act.papers == 2
    assert tags(reader, keys[0]) == ()
    library.undo(act.number)
    assert [tags(reader, key) for key in keys[:3]] == [("Soil",), ("light", "SOIL"), ()]


def test_a_tag_that_a_later_act_took_away_stays_away_though_it_was_typed_in_other_letters(
    library: Library, other: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.tag(keys[:2], ["soil"])
    act = library.tag(keys[:2], (), ["soil"])
    other.tag(keys[:1], ["SOIL"])
    other.tag(keys[:1], (), ["soil"])
    library.undo(act.number)
    assert [tags(reader, key) for key in keys[:2]] == [(), ("soil",)]


def test_tags_are_named_by_use_without_a_look_at_every_paper(library: Library, all_keys: list[int]) -> None:
    library.tag(all_keys, ["Tides", "dunes"])
    library.tag(all_keys[:2], ["gulls"])
    library.tag(all_keys[:5], ["Foam"])
    assert library.tags_by_use() == ("dunes", "Tides", "Foam", "gulls")
    assert library.tags_by_use() == tuple(
        sorted(library.tags_by_use(), key=lambda tag: -dict(library.tag_counts())[tag])
    )


def test_old_acts_are_forgotten(library: Library, keys: tuple[int, ...]) -> None:
    numbers = [library.mark(keys[:1], Mark.STARRED, bool(turn % 2)).number for turn in range(1, 6)]
    first = numbers[0]
    assert library.act(first) is not None
    for turn in range(acts.ACTS_KEPT):
        library.mark(keys[:1], Mark.STARRED, bool(turn % 2))
    assert library.act(first) is None
    assert library.database.value("SELECT count(*) FROM acts") == acts.ACTS_KEPT
    assert library.database.value("SELECT count(DISTINCT act) FROM act_papers") == acts.ACTS_KEPT


def test_acts_that_take_up_too_much_room_are_forgotten_with_those_before_and_the_last_is_kept(
    library: Library, keys: tuple[int, ...]
) -> None:
    before = library.mark(keys[:1], Mark.READ, True).number
    large = library.mark(keys, Mark.STARRED, True).number
    library.database.run("UPDATE act_papers SET keys = zeroblob(33 << 20) WHERE act = ?", (large,))
    last = library.mark(keys[:1], Mark.READ, False).number
    assert [library.act(number) is not None for number in (before, large, last)] == [False, False, True]
    assert library.database.value("SELECT total(length(keys)) FROM act_papers") < 1 << 20


def test_an_act_on_more_papers_than_a_slice_tells_how_far_it_is(
    library: Library, reader: LibraryReader, all_keys: list[int]
) -> None:
    told: list[tuple[int, int]] = []
    act = library.mark(all_keys, Mark.READ, True, lambda done, total: told.append((done, total)))
    total = len(all_keys)
    assert act.papers == total
    assert told == [(SLICE, total), (total, total)]
    assert reader.counts().unread == 0
    library.undo(act.number)
    assert reader.counts().unread == total


def test_keys_may_come_twice_and_in_any_order(library: Library, all_keys: list[int]) -> None:
    twice = [*reversed(all_keys), *all_keys, 12345]
    assert library.mark(twice, Mark.READ, True).papers == len(all_keys)


class _Enough(Exception):
    pass


def test_an_act_that_is_given_up_changes_nothing(
    library: Library, reader: LibraryReader, all_keys: list[int]
) -> None:
    def give_up(done: int, total: int) -> None:
        raise _Enough

    acts_given_up: tuple[Callable[[], Act], ...] = (
        lambda: library.mark(all_keys, Mark.READ, True, give_up),
        lambda: library.tag(all_keys, ["soil"], (), give_up),
    )
    for act in acts_given_up:
        with pytest.raises(_Enough):
            act()
        assert reader.counts().unread == len(all_keys)
        assert library.tag_counts() == ()
        assert library.last_act(lambda name: False) is None


def test_an_act_that_is_stopped_amid_a_statement_changes_nothing(
    library: Library, reader: LibraryReader, all_keys: list[int]
) -> None:
    with pytest.raises(Interrupted):
        library.mark(all_keys, Mark.READ, True, lambda done, total: library.stop())
    library.database.resume()
    assert reader.counts().unread == len(all_keys)


def test_who_must_not_wait_is_told_at_once_that_another_writes_and_can_write_later(
    library: Library, other: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.wait_for_others(0)
    with other.database.transaction(), pytest.raises(LibraryBusy):
        library.mark(keys, Mark.READ, True)
    assert library.mark(keys, Mark.READ, True).papers == 6
    assert unread(reader, keys) == []


def test_a_reader_sees_all_of_an_act_or_nothing_of_it(
    library: Library, reader: LibraryReader, all_keys: list[int]
) -> None:
    seen: set[int] = set()
    library.mark(all_keys, Mark.READ, True, lambda done, total: seen.add(reader.counts().unread))
    assert seen == {len(all_keys)}
    assert reader.counts().unread == 0


def test_the_log_is_cut_down_after_an_act(library: Library, all_keys: list[int]) -> None:
    log = Path(f"{library.path}-wal")
    library.mark(all_keys, Mark.READ, True)
    assert log.stat().st_size
    library.tidy_log()
    assert log.stat().st_size == 0
