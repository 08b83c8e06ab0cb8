"""Names by title that wait beside the table of all names lead to their papers as if they stood in it."""

from __future__ import annotations

import pytest

from radar.library.identity.identities import Names, names_of, store_aliases, stored_aliases
from radar.library.identity.recent_names import MOST
from radar.library.library import Library
from tests.library.samples import LISTING, paper, papers, read

_TITLES = ("written:", "bare:", "nameless:")


def _held(library: Library, table: str) -> set[str]:
    return {alias for (alias,) in library.database.rows(f"SELECT alias FROM {table}")}


def _crowd(library: Library) -> None:
    """Let so many names wait that the next ones push others on."""
    library.database.run(
        "INSERT OR IGNORE INTO recent_names WITH RECURSIVE turns (turn) AS "
        "(SELECT 0 UNION ALL SELECT turn + 1 FROM turns WHERE turn < ? - 1) "
        "SELECT printf('written:%016x', turn * 140737488355327), -1 - turn FROM turns",
        (MOST,),
    )


def _move_all(library: Library) -> None:
    """Let all names move on."""
    number = 0
    while any(alias.startswith("bare:") for alias in _held(library, "recent_names")) or not number:
        _crowd(library)
        with library.database.transaction():
            fillers = tuple(f"written:{number}-{turn}" for turn in range(2_000))
            store_aliases(library.database, [(Names((), fillers, ()), -1)])
        number += 1


def _names(library: Library, count: int) -> dict[str, int | None]:
    found = [names_of(one) for one in papers(count)]
    return stored_aliases(library.database, [alias for named in found for alias in named.aliases])


def test_names_by_title_wait_and_ids_do_not(library: Library) -> None:
    library.add_papers(papers(20), LISTING, read)
    waiting, others = _held(library, "recent_names"), _held(library, "aliases")
    assert len(waiting) == 40
    assert all(alias.startswith(_TITLES) for alias in waiting)
    assert not [alias for alias in others if alias.startswith(_TITLES)]


def test_a_paper_is_found_again_by_its_title_wherever_the_name_stands(library: Library) -> None:
    keys = library.add_papers(papers(4), LISTING, read).keys
    again = [paper(number, id=f"doi:10.1234/a{number}", comment="9 pages") for number in range(1, 5)]
    assert library.add_papers(again[:2], LISTING, read).keys == keys[:2]
    _move_all(library)
    assert not [alias for alias in _held(library, "recent_names") if alias.startswith("bare:")]
    assert library.add_papers(again[2:], LISTING, read).keys == keys[2:]


def test_a_name_leads_to_the_same_before_and_after_it_moves_on(library: Library) -> None:
    library.add_papers(papers(60), LISTING, read)
    before = _names(library, 60)
    assert len(before) == 180
    assert None not in before.values()
    _move_all(library)
    assert _names(library, 60) == before


@pytest.mark.parametrize("moved", [False, True], ids=["both wait", "one has moved on"])
def test_a_title_that_two_papers_share_names_neither_by_itself(library: Library, moved: bool) -> None:
    library.add_papers([paper(1)], LISTING, read)
    if moved:
        _move_all(library)
    other = paper(1, id="arxiv:2501.00009", authors=("Grace Other",))
    library.add_papers([other], LISTING, read)
    (bare,) = (alias for alias in names_of(other).kept if alias.startswith("bare:"))
    assert stored_aliases(library.database, [bare]) == {bare: None}
    _move_all(library)
    assert stored_aliases(library.database, [bare]) == {bare: None}


def test_a_stretch_moves_on_with_each_chunk_and_the_turn_begins_again(library: Library) -> None:
    _crowd(library)
    names = [f"written:{number:08x}" for number in range(0, 1 << 32, 1 << 21)]
    for start in range(0, len(names), 256):
        with library.database.transaction():
            store_aliases(library.database, [(Names((), tuple(names[start : start + 256]), ()), 7)])
        assert len(_held(library, "recent_names")) <= MOST + 256
    waiting, others = _held(library, "recent_names"), _held(library, "aliases")
    assert not waiting & others
    assert len(waiting | others) == MOST + len(names)
    assert len(others) > len(names) // 2
    _crowd(library)
    _move_all(library)
    assert stored_aliases(library.database, names) == dict.fromkeys(names, 7)


def test_names_that_wait_follow_papers_that_become_one(library: Library) -> None:
    first = library.add_papers([paper(1)], LISTING, read).keys[0]
    other = paper(2, id="doi:10.1234/b", doi="10.1234/b", listed=None)
    second = library.add_papers([other], LISTING, read).keys[0]
    joined = library.add_papers([paper(1, doi="10.1234/b")], LISTING, read)
    assert joined.joined == 1
    (stays,) = joined.keys
    assert stays in (first, second)
    kept = [*names_of(paper(1)).kept, *names_of(other).kept]
    ids: dict[str, int] = dict(library.database.rows("SELECT alias, id FROM recent_names"))
    assert [ids[alias] for alias in kept] == [stays] * 4


def test_a_name_that_waits_and_leads_nowhere_is_mended(library: Library) -> None:
    library.add_papers(papers(5), LISTING, read)
    library.database.run("INSERT INTO recent_names VALUES ('bare:nothing', 12)")
    parts = {mended.part: mended.amiss for mended in library.mend()}
    assert parts["names"] == 1
    assert len(_held(library, "recent_names")) == 10


def test_what_is_rolled_back_moves_nothing(library: Library) -> None:
    _crowd(library)
    before = _held(library, "recent_names"), _held(library, "aliases")
    with pytest.raises(ValueError, match=r"^$"), library.database.transaction():
        store_aliases(library.database, [(Names((), ("written:a", "bare:b"), ()), 7)])
        assert _held(library, "aliases")
        raise ValueError
    assert (_held(library, "recent_names"), _held(library, "aliases")) == before


def test_names_that_led_to_their_papers_already_are_not_stored_again(library: Library) -> None:
    library.add_papers(papers(4), LISTING, read)
    _move_all(library)
    before = _held(library, "recent_names")
    assert library.add_papers(papers(3), LISTING, read).known == 3
    assert _held(library, "recent_names") == before
    other = paper(4, id="doi:10.1234/c")
    assert library.add_papers([other], LISTING, read).known == 1
    assert set(names_of(other).kept) <= _held(library, "recent_names"), "they come with a new one"
