from __future__ import annotations

from array import array

import pytest

from radar.library.background import Found
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from radar.tui.rows.asking import Asking, Shown

ALL = PaperQuery()
CODE = PaperQuery(code=CodeFilter.RELEASED)
WORDS = PaperQuery(text="tides")
NOTHING = PaperQuery(disputed=True)
CLOSE = PaperQuery(order=Order.CLOSE)
CLOSE_WORDS = PaperQuery(text="tides", order=Order.CLOSE)


class Library:
    """Answers in both ways, as told."""

    def __init__(self) -> None:
        self.answers: dict[PaperQuery, list[int]] = {
            ALL: list(range(90, 0, -1)),
            CODE: [80, 50, 7],
            WORDS: [77, 50],
            NOTHING: [],
            PaperQuery(order=Order.OLDEST): list(range(1, 91)),
            CLOSE: [40, 85, *range(39, 0, -1), *range(84, 40, -1), *range(90, 85, -1)],
            CLOSE_WORDS: [50, 77],
        }
        self.asked = 0
        self.called: list[str] = []
        self.asked_at_once: list[PaperQuery] = []
        self.first_wanted = False

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        self.called.append("first")
        self.asked_at_once.append(query)
        return self._first(query, limit)

    def _first(self, query: PaperQuery, limit: int) -> array[int]:
        return array("q", self.answers[query][:limit])

    def ask(self, query: PaperQuery, *, first: bool = False) -> int:
        self.called.append("ask")
        self.asked += 1
        self.first_wanted = first
        return self.asked

    def drop(self) -> None:
        self.called.append("drop")

    def begun(self, query: PaperQuery, limit: int = 60) -> Found:
        return Found(self.asked, query, first=self._first(query, limit))

    def found(self, query: PaperQuery) -> Found:
        return Found(self.asked, query, array("q", self.answers[query]))


def _asking() -> tuple[Library, Asking, list[Shown]]:
    library, shown = Library(), list[Shown]()
    return library, Asking(library, library, shown.append), shown


def test_the_first_screenful_comes_at_once_and_the_rest_without_moving_the_cursor() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    assert list(shown[-1].keys) == list(range(90, 30, -1))
    assert shown[-1].cursor_on == 90
    asking.arrived(library.found(ALL), 88)
    assert len(shown[-1].keys) == 90
    assert shown[-1].cursor_on == 88


def test_nothing_else_is_read_while_the_first_screenful_is() -> None:
    library, asking, _shown = _asking()
    asking.ask(ALL, None)
    assert library.called == ["drop", "first", "ask"]


def test_the_whole_answer_is_asked_for_also_where_the_first_screenful_fails() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    late = library.found(ALL)
    del library.answers[CODE]
    with pytest.raises(KeyError):
        asking.ask(CODE, 90)
    assert library.called[-3:] == ["drop", "first", "ask"]
    assert not asking.arrived(late, 90)
    library.answers[CODE] = [80, 50]
    assert asking.arrived(library.found(CODE), 90)
    assert list(shown[-1].keys) == [80, 50]


def test_an_answer_to_an_earlier_question_is_not_shown() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    late = library.found(ALL)
    asking.ask(CODE, 90)
    count = len(shown)
    asking.arrived(late, 80)
    assert len(shown) == count
    assert asking.answer is None


def test_an_order_that_puts_the_paper_far_down_still_finds_it() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask(PaperQuery(order=Order.OLDEST), 85)
    assert shown[-1].cursor_on == 1
    asking.arrived(library.found(asking.query), 1)
    assert shown[-1].cursor_on == 85


def test_a_cursor_that_was_moved_meanwhile_stays_where_it_was_moved_to() -> None:
    library, asking, shown = _asking()
    asking.ask(PaperQuery(order=Order.OLDEST), 85)
    asking.arrived(library.found(asking.query), 3)
    assert shown[-1].cursor_on == 3


def test_words_begin_at_the_top_and_dropping_them_returns_to_the_paper_before() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask(WORDS, 50)
    assert shown[-1].cursor_on == 77
    asking.arrived(library.found(WORDS), 77)
    asking.ask(ALL, 77)
    asking.arrived(library.found(ALL), shown[-1].cursor_on)
    assert shown[-1].cursor_on == 50


def test_a_paper_chosen_among_the_found_keeps_the_cursor_when_the_words_are_dropped() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask(WORDS, 85)
    asking.arrived(library.found(WORDS), 77)
    asking.ask(ALL, 50)
    asking.arrived(library.found(ALL), shown[-1].cursor_on)
    assert shown[-1].cursor_on == 50


def test_a_filter_that_leaves_nothing_keeps_the_place_for_when_it_is_dropped() -> None:
    for then in (ALL, CODE):
        library, asking, shown = _asking()
        asking.ask(ALL, None)
        asking.arrived(library.found(ALL), 90)
        asking.ask(NOTHING, 7)
        asking.arrived(library.found(NOTHING), None)
        asking.ask(then, None)
        asking.arrived(library.found(then), shown[-1].cursor_on)
        assert shown[-1].cursor_on == 7


def _answered(library: Library, asking: Asking, shown: list[Shown], query: PaperQuery, cursor: int) -> int:
    """Put a question and answer it; return where the cursor is then."""
    asking.ask(query, cursor)
    asking.arrived(library.found(query), shown[-1].cursor_on)
    on = shown[-1].cursor_on
    assert on is not None
    return on


def test_a_filter_that_leaves_a_paper_out_leads_back_to_it_when_it_is_dropped() -> None:
    oldest_code = PaperQuery(order=Order.OLDEST, code=CodeFilter.RELEASED)
    library, asking, shown = _asking()
    library.answers[oldest_code] = [7, 50, 80]
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    assert _answered(library, asking, shown, CODE, 12) == 80
    asking.ask_again()
    asking.arrived(library.found(CODE), 80)
    assert _answered(library, asking, shown, oldest_code, 80) == 80, "it stays on its paper"
    assert _answered(library, asking, shown, ALL, 80) == 12


@pytest.mark.parametrize("way", ["moved", "chosen"])
def test_a_paper_chosen_in_its_place_keeps_the_cursor_when_the_filter_is_dropped(way: str) -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    assert _answered(library, asking, shown, CODE, 12) == 80
    if way == "chosen":
        asking.chosen()
    cursor = 80 if way == "chosen" else 50
    assert _answered(library, asking, shown, ALL, cursor) == cursor


def test_a_filter_that_leaves_nothing_behind_one_that_left_a_paper_out_leads_back_to_it() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    assert _answered(library, asking, shown, CODE, 12) == 80
    asking.ask(NOTHING, 80)
    asking.arrived(library.found(NOTHING), None)
    assert _answered(library, asking, shown, ALL, 80) == 12


def test_a_paper_that_is_remembered_while_nothing_is_listed_was_not_chosen() -> None:
    for between in ([NOTHING], [NOTHING, NOTHING, CODE, NOTHING]):
        library, asking, shown = _asking()
        asking.ask(ALL, None)
        asking.arrived(library.found(ALL), 90)
        cursor = _answered(library, asking, shown, CODE, 12)
        for query in between:
            asking.ask(query, cursor)
            # The list has no paper; the one that was under the cursor stands for it.
            asking.arrived(library.found(query), shown[-1].cursor_on or cursor)
            cursor = shown[-1].cursor_on or cursor
        assert _answered(library, asking, shown, ALL, cursor) == 12


def test_words_typed_where_a_filter_leaves_nothing_return_to_the_place_before_it() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask(NOTHING, 7)
    asking.ask(WORDS, None)
    asking.arrived(library.found(WORDS), 77)
    asking.ask(ALL, 77)
    asking.arrived(library.found(ALL), shown[-1].cursor_on)
    assert shown[-1].cursor_on == 7


def test_a_question_before_the_cursor_is_back_on_its_paper_takes_it_there_too() -> None:
    for meanwhile in (NOTHING, WORDS):
        library, asking, shown = _asking()
        asking.ask(ALL, None)
        asking.arrived(library.found(ALL), 90)
        asking.ask(meanwhile, 7)
        asking.arrived(library.found(meanwhile), shown[-1].cursor_on)
        asking.ask(ALL, shown[-1].cursor_on)
        assert shown[-1].cursor_on == 90, "7 is not among the first"
        asking.ask(CODE, 90)
        asking.arrived(library.found(CODE), shown[-1].cursor_on)
        assert shown[-1].cursor_on == 7


def test_papers_that_come_in_leave_the_list_alone_until_the_answer_is_whole() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    count = len(shown)
    library.answers[ALL] = list(range(100, 0, -1))
    asking.ask_again()
    assert len(shown) == count
    asking.arrived(library.found(ALL), 40)
    assert shown[-1].keys[0] == 100
    assert shown[-1].cursor_on == 40


def test_papers_that_keep_coming_do_not_interrupt_the_question_each_time() -> None:
    library, asking, _ = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask_again()
    asked = library.asked
    asking.ask_again()
    asking.ask_again()
    assert library.asked == asked
    assert asking.arrived(library.found(ALL), 90)
    assert library.asked == asked + 1, "asked once more for what came meanwhile"
    asking.arrived(library.found(ALL), 90)
    assert library.asked == asked + 1


def test_a_question_that_failed_does_not_stand_in_the_way_of_the_next() -> None:
    library, asking, _ = _asking()
    asking.ask(ALL, None)
    asking.arrived(Found(library.asked, ALL, error="gone"), None)
    asked = library.asked
    asking.ask_again()
    assert library.asked == asked + 1


def test_a_first_screenful_that_takes_long_follows_and_what_was_listed_stays() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    asking.ask(CLOSE, 85)
    assert len(shown) == 2
    assert library.first_wanted
    assert not asking.begun
    asking.first_arrived(library.begun(CLOSE), 85)
    assert (list(shown[-1].keys)[:2], shown[-1].cursor_on) == ([40, 85], 85)
    assert asking.begun
    assert asking.answer is None
    asking.arrived(library.found(CLOSE), 85)
    assert (len(shown[-1].keys), shown[-1].cursor_on) == (90, 85)
    assert len(shown) == 4


def test_by_closeness_nothing_is_read_before_the_question_is_handed_on() -> None:
    library, asking, _ = _asking()
    for query in (CLOSE, CLOSE_WORDS, CLOSE):
        asking.ask(query, None)
        asking.first_arrived(library.begun(query), None)
        asking.arrived(library.found(query), None)
    assert library.asked_at_once == []
    asking.ask(ALL, None)
    assert library.asked_at_once == [ALL]
    assert not library.first_wanted


def test_the_paper_that_the_cursor_came_to_meanwhile_is_found_in_what_follows() -> None:
    library, asking, shown = _asking()
    asking.ask(CLOSE, 40)
    asking.first_arrived(library.begun(CLOSE, 30), 60)
    assert shown[-1].cursor_on == 40, "it is not among the first"
    asking.arrived(library.found(CLOSE), 40)
    assert shown[-1].cursor_on == 60


def test_words_begin_at_the_top_however_late_their_papers_come() -> None:
    for first_too in (True, False):
        library, asking, shown = _asking()
        asking.ask(CLOSE_WORDS, 77)
        if first_too:
            asking.first_arrived(library.begun(CLOSE_WORDS), 77)
            assert shown[-1].cursor_on == 50
        asking.arrived(library.found(CLOSE_WORDS), 50 if first_too else 77)
        assert shown[-1].cursor_on in (50, None), "the first one"


def test_a_first_screenful_of_an_earlier_question_is_not_shown() -> None:
    library, asking, shown = _asking()
    asking.ask(CLOSE, None)
    late = library.begun(CLOSE)
    asking.ask(ALL, None)
    asking.first_arrived(late, 90)
    assert list(shown[-1].keys)[:2] == [90, 89]
