"""The part of the main screen that reads papers: opens them, marks them read, goes on to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from radar.papers.reader.query import Mark, PaperQuery
from radar.tui.screens.bringing_part import BringingPart
from radar.tui.screens.watching_part import BESIDE, READING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from radar.tui.flows.decided import Decided
    from radar.tui.flows.step import Later, Say


class ReadingPart(BringingPart):
    """Goes from the list into a paper and back."""

    _told_of: tuple[str, int] = ("", 0)
    """What was said to be lost by leaving, so that the next time leaves."""

    def _show_detail(self) -> None:
        raise NotImplementedError

    @property
    def decided(self) -> Decided:
        """What the reader has decided of papers and is not written yet."""
        from radar.tui.flows.decided import Decided

        return self._desk.of_paper.decided if "_desk" in self.__dict__ else Decided()

    def holds_back(self) -> bool:
        """Say, once, what would be lost if the reader left now; return whether that was said."""
        self.talk.leave_half_typed()
        typed = self._desk.of_paper.typed if "_desk" in self.__dict__ else ("", 0)
        left = (self.talk.unfinished, 0) if self.talk.unfinished else typed
        if not left[0] or left == self._told_of:
            return False
        self._told_of = left
        while self.app.screen is not self:
            self.app.pop_screen()
        self.talk.say(f"not done yet: {left[0]}; {self.key_of('radar.quit')} again leaves without it")
        return True

    def passing(self, query: PaperQuery, keys: Sequence[int]) -> Collection[int]:
        """Return which of some papers that passed a question still do, by what the reader decided.

        Where the library cannot be read, none is let go.
        """
        decided = self.decided
        return self._told.asked(lambda: decided.passing(query, keys, self.radar.reader.passing), keys)

    def is_reading(self) -> bool:
        """Whether a paper is being read, also while something is asked or the terminal lies behind others."""
        return self.has_class(READING)

    def uncover(self) -> None:
        """Go back to the list where a paper covers it, for it changes and the reader would not see it."""
        if self.is_reading() and self.has_class("-narrow"):
            self.leave_detail()
            self.talk.say(f"back in the list, which has changed; {self.key_of('paper.open')} opens the paper")

    def on_paper_list_opened(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Read the paper under the cursor; that marks it read."""
        if self.detail.has_focus:
            self.talk.say(f"this paper is open; {self.key_of('detail.leave')} goes back to the list")
        self._open()

    def _open(self) -> None:
        if self.paper_list.row is not None:
            self.listing.chosen()
            self.add_class(READING)
            self._show_detail()
            self._bring_out(self.detail)
        self.action_paper("opened")

    def action_leave(self) -> None:
        """Go from the detail back to the list."""
        self.leave_detail()

    def action_left(self) -> None:
        """Go from the list to the side bar of watches, where that is shown."""
        if self.has_class(BESIDE) and self.bar.display:
            self.bar.focus()
        else:
            self.talk.say(
                f"nothing stands to the left of the list; {self.key_of('watches.show')} shows the watches"
            )

    def action_unread(self, step: int) -> None:
        """Go to the next unread paper, or the one before; read on where one is being read."""
        place = self.unread_place(step)
        if place is None:
            self.talk.attempt(partial(_no_unread, self, step))
            return
        self.paper_list.move_to(place)
        if self.detail.has_focus:
            self._open()

    def action_neighbour(self, step: int) -> None:
        """Read the next paper of the list, or the one before; that marks it read."""
        place = self.paper_list.cursor + step
        if 0 <= place < len(self.paper_list.pages):
            self.paper_list.move_to(place)
            self._open()
        else:
            self.talk.attempt(partial(_no_neighbour, self, step))

    def unread_place(self, step: int) -> int | None:
        """Return where the next unread paper is listed, or with -1 the one before; None where none is."""
        from radar.tui.listing.next_unread import next_unread

        keys, cursor, order = self.paper_list.pages.keys, self.paper_list.cursor, self.listing.query.order
        find = partial(next_unread, self.radar.reader, keys, order, cursor, step)
        return self._told.asked(find, None)

    def action_paper(self, name: str) -> None:
        """Do something with the paper under the cursor."""
        self.talk.attempt(partial(self._desk.of_paper.take, name, self.paper_list.row))

    def action_read(self) -> None:
        """Mark the paper read and go on to the next one, or mark it unread."""
        row = self.paper_list.row
        self.action_paper("read")
        if row is not None and (row.updated or not row.marks & Mark.READ) and self.paper_list.has_focus:
            self.paper_list.action_move(1)


def _no_neighbour(screen: ReadingPart, step: int) -> Later | Say:
    """Return what happens at either end of what is listed: more may be listed in a moment."""
    from radar.tui.flows.step import Later, Say

    if step > 0 and screen.listing.counting:
        return Later("looking further", screen.listing.when_counted, partial(screen.action_neighbour, step))
    if not len(screen.paper_list.pages):
        return Say("no paper is listed here")
    return Say(f"this is the {'last' if step > 0 else 'first'} paper listed")


def _no_unread(screen: ReadingPart, step: int) -> Later | Say:
    """Return what happens where no paper listed is unread: more may be listed in a moment."""
    from radar.tui.flows.step import Later, Say
    from radar.tui.listing.next_unread import none_unread, none_unread_at_all

    if screen.listing.counting:
        return Later("looking further", screen.listing.when_counted, partial(screen.action_unread, step))
    pages, cursor, order = screen.paper_list.pages, screen.paper_list.cursor, screen.listing.query.order
    if not len(pages):
        return Say("no paper is listed here")
    if screen.unread_place(-step) is None:
        return Say(none_unread_at_all(order, len(pages), cursor))
    other = screen.key_of("unread.previous" if step > 0 else "unread.next")
    return Say(f"{none_unread(order, len(pages), cursor, step)}; {other} looks the other way")
