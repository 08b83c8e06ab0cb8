from __future__ import annotations

from array import array

from radar.library.background import Found
from radar.papers.query import CodeFilter, Order, PaperQuery
from radar.tui.asking import Asking, Shown

ALL = PaperQuery()
CODE = PaperQuery(code=CodeFilter.RELEASED)
WORDS = PaperQuery(text="tides")
LONG = PaperQuery(order=Order.CLOSE)
WORDS_LONG = PaperQuery(text="tides", order=Order.CLOSE)


class Library:
    """Answers in both ways, as told."""

    def __init__(self) -> None:
        self.answers: dict[PaperQuery, list[int]] = {
            ALL: list(range(90, 0, -1)),
            CODE: [80, 50, 7],
            WORDS: [77, 50],
            PaperQuery(order=Order.OLDEST): list(range(1, 91)),
            LONG: [40, 30, 85, *range(20, 0, -1)],
            WORDS_LONG: [50, 77],
        }
        self.asked = 0
        self.first_wanted = False

    def at_once(self, query: PaperQuery) -> array[int] | None:
        return None if query.order is Order.CLOSE else array("q", self.answers[query][:60])

    def ask(self, query: PaperQuery, *, first: bool = False) -> int:
        self.asked += 1
        self.first_wanted = first
        return self.asked

    def found(self, query: PaperQuery) -> Found:
        return Found(self.asked, query, array("q", self.answers[query]))

    def first_found(self, query: PaperQuery, limit: int = 10) -> Found:
        return Found(self.asked, query, array("q", self.answers[query][:limit]), first=True)


def _asking() -> tuple[Library, Asking, list[Shown]]:
    library, shown = Library(), list[Shown]()
    return library, Asking(library, library, shown.append), shown


def test_the_first_screenful_comes_at_once_and_the_rest_without_moving_the_cursor() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    assert shown[-1].keys == array("q", range(90, 30, -1))
    assert shown[-1].cursor_on == 90
    asking.arrived(library.found(ALL), 88)
    assert len(shown[-1].keys or ()) == 90
    assert shown[-1].cursor_on == 88


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


def test_papers_that_come_in_leave_the_list_alone_until_the_answer_is_whole() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    asking.arrived(library.found(ALL), 90)
    count = len(shown)
    library.answers[ALL] = list(range(100, 0, -1))
    asking.ask_again()
    assert len(shown) == count
    asking.arrived(library.found(ALL), 40)
    assert shown[-1].keys == array("q", range(100, 0, -1))
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


def test_what_takes_long_leaves_the_list_as_it_is_until_its_first_papers_come() -> None:
    library, asking, shown = _asking()
    asking.ask(ALL, None)
    assert not library.first_wanted
    asking.arrived(library.found(ALL), 90)
    asking.ask(LONG, 85)
    assert library.first_wanted
    assert shown[-1] == Shown(None, 85)
    asking.first_arrived(library.first_found(LONG), 85)
    assert shown[-1] == Shown(array("q", library.answers[LONG][:10]), 85)
    assert asking.answer is None
    asking.arrived(library.found(LONG), 85)
    assert shown[-1] == Shown(array("q", library.answers[LONG]), 85)


def test_a_paper_that_is_not_among_the_first_gets_the_cursor_when_all_are_there() -> None:
    library, asking, shown = _asking()
    asking.ask(LONG, 3)
    asking.first_arrived(library.first_found(LONG), 3)
    assert shown[-1].cursor_on == 40
    asking.arrived(library.found(LONG), 40)
    assert shown[-1].cursor_on == 3


def test_a_cursor_that_was_moved_before_the_first_papers_came_stays_on_its_paper() -> None:
    library, asking, shown = _asking()
    asking.ask(LONG, 85)
    asking.first_arrived(library.first_found(LONG), 30)
    assert shown[-1].cursor_on == 30
    asking.arrived(library.found(LONG), 30)
    assert shown[-1].cursor_on == 30


def test_words_that_take_long_begin_at_the_top_whichever_part_of_the_answer_comes_first() -> None:
    for with_first in (True, False):
        library, asking, shown = _asking()
        asking.ask(WORDS_LONG, 77)
        if with_first:
            asking.first_arrived(library.first_found(WORDS_LONG), 77)
            assert shown[-1].cursor_on == 50
        asking.arrived(library.found(WORDS_LONG), 50 if with_first else 77)
        assert shown[-1].cursor_on in (50, None), "None is the first one"


def test_first_papers_that_nobody_waits_for_are_not_shown() -> None:
    library, asking, shown = _asking()
    asking.ask(LONG, 85)
    late = library.first_found(LONG)
    asking.ask(ALL, 85)
    count = len(shown)
    asking.first_arrived(late, 85)
    asking.arrived(library.found(ALL), 85)
    asking.first_arrived(library.first_found(ALL), 85)
    assert len(shown) == count + 1, "the whole answer alone"
    asking.ask_again()
    asking.first_arrived(library.first_found(ALL), 85)
    assert len(shown) == count + 1
