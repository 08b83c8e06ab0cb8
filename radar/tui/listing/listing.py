"""What the list lists: puts a question, shows its answer, and follows what others write."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from radar.errors import RadarError
from radar.library.background import Found
from radar.papers.reader.query import PaperQuery
from radar.tui.listing.staying import Staying
from radar.tui.rows.asking import Asking, FirstAnswer, FullAnswer, Shown
from radar.tui.widgets.filter_line import FilterLine
from radar.tui.widgets.paper_list import PaperList
from radar.tui.words.told import in_words, with_help

if TYPE_CHECKING:
    from radar.papers.search.nodes import Mistake, Search, Words


_NO_ANSWER = ("", "no answer: the last line says why")


class Listing:
    """Brings question, list and filter line together."""

    _left: int | None = None
    """Where the cursor was when nothing was left to list."""
    _anew = False
    """Whether what is shown answers the question that was answered before."""
    _acted = False
    """Whether the reader had something done to all in view, of which the answer is still to come."""
    _back: tuple[int, int | None, Callable[[], None]] | None = None
    """The paper that comes back, where the cursor was then, and what tells that it is hidden."""
    _typing = False
    """Whether the words are still being typed, so that the last of them may only be unfinished."""

    def __init__(
        self,
        paper_list: PaperList,
        filter_line: FilterLine,
        first: FirstAnswer,
        full: FullAnswer,
        instead: Callable[[PaperQuery, Found | None], tuple[str, ...]],
        failed: Callable[[str], None],
        advise: Callable[[str, bool], None],
        now_at: Callable[[int], int] = lambda key: key,
        passing: Callable[[PaperQuery, Sequence[int]], Collection[int]] = lambda _query, keys: keys,
        waiting: Callable[[], frozenset[int]] = frozenset,
        is_read: Callable[[], bool] = lambda: False,
        changing: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin with nothing listed.

        Args:
            instead: what to show where nothing is listed, from the question and its answer, if that is there.
            failed: told why there is no answer.
            advise: told what helps with the words searched for, and whether something in them is wrong.
            passing: tells which of some papers that passed a question still do, by what the reader decided.
            waiting: gives the papers of which something that the reader decided is not written yet.
            is_read: tells whether the paper under the cursor is being read.
            changing: called before another question is put.
            now_at: gives the key that a paper has now, which may have become part of another one.
        """
        self._paper_list = paper_list
        self._filter_line = filter_line
        self._instead = instead
        self._failed = failed
        self._advise = advise
        self._changing = changing
        self._now_at = now_at
        self._staying = Staying(paper_list, now_at, passing, waiting, is_read)
        self._asking = Asking(first, full, self._show)
        self._unanswered = ""
        self._then: Callable[[], None] | None = None

    @property
    def query(self) -> PaperQuery:
        """The question that is being answered."""
        return self._asking.query

    @property
    def words(self) -> tuple[Words, ...]:
        """What is searched for."""
        return _read(self.query.text).sought if self.query.text else ()

    @property
    def complete(self) -> bool:
        """Whether the whole answer is there."""
        return self._asking.answer is not None

    @property
    def papers(self) -> array[int]:
        """All papers in view; raises RadarError where only the first of them are known."""
        if self.counting:
            raise RadarError("the papers in view are still being counted", "Try again in a moment")
        if not self.complete:
            raise RadarError(f"the papers in view are not known: {self._unanswered}")
        return self._paper_list.pages.keys

    @property
    def counting(self) -> bool:
        """Whether the whole answer is still to come."""
        return not (self.complete or self._unanswered)

    def when_counted(self, then: Callable[[], None]) -> None:
        """Call back once the whole answer is there, or nothing more comes; the last one who asks for it."""
        if self.counting:
            self._then = then
        else:
            then()

    def ask(self, query: PaperQuery, *, typing: bool = False) -> None:
        """List what answers a question.

        Args:
            typing: its words are still being typed.
        """
        self._typing = typing
        if query != self.query:
            self._changing()
        narrowed, cursor = self.query.filters, self._paper_list.key
        if cursor is None:
            cursor = self._left
        self._filter_line.query_shown = query
        self._unanswered = ""
        self._back = self._left = None
        self._acted = False
        self._staying.begin()
        self._explain(query.text)
        try:
            self._asking.ask(query, cursor)
            if not self._asking.begun:
                self._await_first()
        except RadarError as error:
            self._failed(in_words(error))
        if query.filters != narrowed:
            self._paper_list.screen.refresh_bindings()

    def _await_first(self) -> None:
        """Leave what is listed until the first screenful is there."""
        self._filter_line.count(None)
        if self._paper_list.key is None:
            self._paper_list.say_instead(self._instead(self.query, None))

    def follow(self, *, papers: bool) -> None:
        """Follow what others wrote; what is listed stays until the answer is there.

        Args:
            papers: whether papers came or went. Marks and tags alone change a list only where nothing
                matched, and something may now.
        """
        if self._paper_list.key is not None:
            if papers:
                self._asking.ask_again()
        elif papers:
            self.ask(self.query, typing=self._typing)
        else:
            self._asking.ask_again()

    def marked(self, keys: Sequence[int]) -> None:
        """Note that single papers were marked: they stay listed until something is done to all in view.

        The row that a key marks would otherwise go from under the cursor.
        """
        self.chosen()
        if self.query.filters:
            self._staying.mark(keys)
        if self._staying.cut and self._paper_list.key is None:
            self._asking.ask_again()

    def chosen(self) -> None:
        """Note that the reader does something with the paper under the cursor: other lists keep to that."""
        self._asking.chosen()

    def renew(self) -> None:
        """Let go of papers that were marked one by one and do not pass any more; others are done with all.

        The one that is being read stays: it would be taken from before the reader's eyes.
        """
        if self.complete and (gone := self._staying.let_go(self.query)):
            self._anew = True
            self._asking.leave_out(gone, self._paper_list.key)
            if self._paper_list.key is None:
                # What helps is told by the answer to the same question.
                self._paper_list.say_instead(self._instead(self.query, None))
                self._asking.ask_again()

    def bring_back(self, key: int | None, hidden: Callable[[], None] = lambda: None) -> None:
        """List anew what an act put in or out; where it is about one paper that is listed, all stays.

        Args:
            key: the paper that the act was about, to which the cursor then goes.
            hidden: called where the filters hide that.
        """
        key = None if key is None else self._now_at(key)
        listed = key is not None and self._paper_list.pages.index_of(key) is not None
        if (self.query.filters or key is not None) and not listed:
            self._back = None if key is None else (key, self._paper_list.key, hidden)
            self._acted = True
            self._asking.ask_again()

    def arrived(self, found: Found) -> None:
        """Show the whole answer."""
        if found.error:
            if self._asking.awaits(found):
                self._unanswered = found.error
                self._filter_line.give_up_counting()
                if self._paper_list.key is None:
                    self._paper_list.say_instead(_NO_ANSWER)
            self._asking.arrived(found, None)
            self._failed(with_help(found.error))
        elif found.first is not None:
            self._asking.first_arrived(found, self._paper_list.key)
        elif found.size is not None:
            if self._asking.awaits(found):
                self._filter_line.count(found.size)
        else:
            cursor = self._paper_list.key
            self._anew = self.complete
            if self._asking.begun and self._asking.is_latest(found):
                found = self._staying.answer(found, anew=self._anew, acted=self._acted)
            self._asking.arrived(found, self._left if cursor is None else cursor)
            self._acted &= self._asking.under_way
            self._go_back(cursor)
        if not self.counting and self._then is not None:
            then, self._then = self._then, None
            then()

    def _go_back(self, cursor: int | None) -> None:
        """Go to the paper that came back, unless the reader has gone elsewhere, or tell that it is hidden."""
        back, whole = self._back, self.complete and not self._asking.under_way
        listed = back is not None and self._paper_list.pages.index_of(back[0]) is not None
        if back is None or not (listed or whole):
            return
        self._back = None
        if not listed and self.query.filters:
            back[2]()
        elif back[1] == cursor:
            self._paper_list.move_to_key(back[0])

    def end_typing(self) -> None:
        """Take what was typed as finished: what is wrong at its end is wrong from here on."""
        if self._typing:
            self._typing = False
            self._explain(self.query.text)

    def _explain(self, text: str) -> None:
        """Say what is wrong with the words; what may only be unfinished is said more quietly."""
        from radar.papers.search.nodes import told

        mistakes = _mistakes(text, typing=self._typing) if text else ()
        wrong = [mistake for mistake in mistakes if not (mistake.unfinished and self._typing)]
        self._filter_line.mistake = "; ".join(dict.fromkeys(mistake.message for mistake in wrong))
        self._advise(told(wrong or mistakes[:1]), bool(wrong))

    def _show(self, shown: Shown) -> None:
        answer, was_empty = self._asking.answer, self._paper_list.key is None
        self._filter_line.count(None if answer is None else len(answer.keys))
        if not shown.keys:
            self._paper_list.say_instead(self._instead(self.query, None if self._staying.cut else answer))
            self._left = self._paper_list.key or self._left
        cursor_on = None if shown.cursor_on is None else self._now_at(shown.cursor_on)
        if self._anew and cursor_on is not None and cursor_on == self._paper_list.key:
            cursor_on = self._paper_list.pages.nearest(self._paper_list.cursor, shown.keys)
        self._paper_list.show(shown.keys, self.words, cursor_on=cursor_on, complete=answer is not None)
        if was_empty != (self._paper_list.key is None):
            # Where no paper is listed, other keys do something.
            self._paper_list.screen.refresh_bindings()


def _mistakes(text: str, *, typing: bool) -> tuple[Mistake, ...]:
    """Return what is wrong with a text; what only begins one is that once it is not typed any more."""
    from radar.papers.search.nodes import Mistake
    from radar.papers.search.parsing import NOTHING_TO_LOOK_FOR

    search = _read(text)
    begins = typing or search.parts or search.mistakes
    return search.mistakes if begins else (Mistake(0, len(text), NOTHING_TO_LOOK_FOR),)


def _read(text: str) -> Search:
    from radar.papers.search.parsing import parse

    return parse(text, date.today())
