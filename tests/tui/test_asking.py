from __future__ import annotations

from array import array

from radar.library.background import Found
from radar.papers.query import CodeFilter, Order, PaperQuery
from radar.tui.asking import Asking, Shown

ALL = PaperQuery()
CODE = PaperQuery(code=CodeFilter.RELEASED)
WORDS = PaperQuery(text="tides")


class Library:
    """Answers in both ways, as told."""

    def __init__(self) -> None:
        self.answers: dict[PaperQuery, list[int]] = {
            ALL: list(range(90, 0, -1)),
            CODE: [80, 50, 7],
            WORDS: [77, 50],
            PaperQuery(order=Order.OLDEST): list(range(1, 91)),
        }
        self.asked = 0

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        return array("q", self.answers[query][:limit])

    def ask(self, query: PaperQuery) -> int:
        self.asked += 1
        return self.asked

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
