"""The part of the main screen that goes from one listing to another: watches, their side bar, a step back."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events

from radar.errors import RadarError
from radar.tui.listing.messages import hand_over_counts
from radar.tui.words.filters import has_filters, without_filters

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from radar.library.watch_counts import WatchCounter
    from radar.papers.reader.watch import Watch
    from radar.pipeline.radar import Radar
    from radar.tui.flows.step import Say, Step, Write
    from radar.tui.lines.glyphs import Glyphs
    from radar.tui.listing.listing import Listing
    from radar.tui.listing.messages import WatchesCounted
    from radar.tui.listing.tag_round import TagRound
    from radar.tui.listing.watched import Watched
    from radar.tui.screens.last_look import LastLook
    from radar.tui.screens.talking_screen import TalkingScreen as _Screen
    from radar.tui.widgets.filter_line import FilterLine
    from radar.tui.widgets.paper_detail import PaperDetail
    from radar.tui.widgets.paper_list import PaperList
    from radar.tui.widgets.search_line import SearchLine
    from radar.tui.widgets.watch_bar import WatchBar
    from radar.tui.words.told import Told
else:
    # A part of a screen, no screen: Textual prepares a whole widget for each class that is one, and what it
    # dispatches is found here by its name.
    _Screen = object

READING = "-reading"
"""Class of the screen while a paper is being read; on a narrow one the detail covers the list."""
BESIDE = "-watches"
"""Class of the screen while the reader wants the side bar; only a wide one has room for it all the time."""
OVER = "-watching"
"""Class of the screen while the side bar has the focus; on a narrow one it then covers the list."""
AT_THE_END = 2.0
"""Seconds that what is noted when the screen is left waits for another writer."""
WATCH_ACTS = frozenset({"rename", "place(1)", "remove"})
"""What the footer offers only where the cursor of the side bar is on a watch."""


class WatchingPart(_Screen):
    """Lists watches and goes from one to the other.

    Handlers go by their names here: `@on` is collected in classes of Textual's own making only.
    """

    begun = False
    """Whether the first papers are on screen, and all the rest of it is there."""
    radar: Radar
    listing: Listing
    paper_list: PaperList
    detail: PaperDetail
    filter_line: FilterLine
    last_look: LastLook
    _told: Told
    _signs: Glyphs

    @cached_property
    def bar(self) -> WatchBar:
        """The side bar."""
        from radar.tui.widgets.watch_bar import WatchBar

        return WatchBar(self._signs, self.key_of)

    @cached_property
    def tag_round(self) -> TagRound:
        """The tags that one key goes through."""
        from radar.tui.listing.tag_round import TagRound

        return TagRound()

    @cached_property
    def search(self) -> SearchLine:
        """The line that words to search for are typed into."""
        from radar.tui.widgets.search_line import SearchLine

        return SearchLine(self._typed)

    def _typed(self, text: str) -> None:
        raise NotImplementedError

    @cached_property
    def watched(self) -> Watched:
        """Knows which watch is listed."""
        from radar.tui.listing.watched import Watched

        radar, failed = self.radar, partial(self.notice.say, failed=True)
        return Watched(
            radar.library, radar.reader, self._counter, self.bar, self.filter_line,
            lambda: self.last_look.before, failed, lambda step: self.talk.attempt(step),
        )  # fmt: skip

    @cached_property
    def _counter(self) -> WatchCounter:
        from radar.library.watch_counts import WatchCounter

        return WatchCounter(self.radar.path, hand_over_counts(self))

    def fit(self, width: int, height: int) -> None:
        """Take the shape that the terminal and the reader want, before anything is painted.

        Textual gives these classes only when the screen is there, so that the second picture would have them
        and the list would jump.
        """
        for dimension, steps in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            reached = [name for least, name in steps or () if dimension >= least]
            self.add_class(*reached[-1:], update=False)
        # What cannot be read is told when the watches are shown.
        with suppress(RadarError):
            self.set_class(self.radar.reader.watches_shown(), BESIDE, update=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        # Every widget takes its styles as it comes; at the first time that was a moment ago.
        event.refresh_styles &= self.begun

    def show_watches(self) -> None:
        """Show the watches where the reader left them on screen, and count what is new."""
        self.set_class(self._told.asked(self.radar.reader.watches_shown, False), BESIDE)
        self.watched.look()

    def end_watch(self) -> None:
        """Leave the watch that is listed, for the screen is left."""
        if "watched" in self.__dict__:
            self._counter.close()
            self.talk.leave()
            # There is no later.
            self.radar.library.wait_for_others(AT_THE_END)
            last = self.last_look.last
            self.watched.leave(None if last is None else last.shown)

    def show_watch_change(self, said: Say) -> None:
        """Show what became of the watches."""
        self.watched.look()
        if said.watch_back is not None and self.watched.numbered(said.watch_back):
            self.bar.go_to(said.watch_back)
        if said.watch is not None and said.made_of == self.listing.query:
            self.watched.begin(self.watched.numbered(said.watch))

    def on_search_line_left(self, message: SearchLine.Left) -> None:
        if message.dropped:
            self.search.hold(self.watched.text)
        self.paper_list.focus()

    def on_search_line_moved(self, message: SearchLine.Moved) -> None:
        self.paper_list.action_move(message.step)

    def on_watches_counted(self, message: WatchesCounted) -> None:
        self.watched.counted(message.counts)

    def note_focus(self, widget: Widget) -> None:
        """Lay the side bar over a narrow list as long as it has the focus."""
        if self.begun and widget in (self.bar, self.paper_list, self.search):
            self.set_class(widget is self.bar, OVER)
        if self.begun and widget is not self.search:
            self.listing.end_typing()

    def action_watches(self) -> None:
        """Go to the side bar, showing it first; hide it from there."""
        wanted = not self.bar.has_focus
        self.set_class(wanted, BESIDE, OVER)
        if wanted:
            self.bar.go_to(self.watched.shown.number if self.watched.shown else 0)
            self._bring_out(self.bar)
        else:
            self._to_the_papers()
        self.talk.attempt(partial(_showing_watches, self.radar, wanted))

    def action_watch(self, place: int) -> None:
        """List the papers of the watch with that number on the bar, or only its new ones; 0 is everything."""
        watch = self.watched.at(place)
        if place and watch is None:
            key = self.key_of("watch.save")
            self.talk.say(f"there is no watch {place}; {key} saves this search as one")
        elif watch is not None and watch == self.watched.shown and self.listing.query == watch.query:
            self._list_new(watch)
        else:
            self._enter(watch)

    def action_save_watch(self) -> None:
        """Save the search, its filters and its order as a watch."""
        self.talk.attempt(lambda: self._desk.of_watches.save(self.listing.query, self.watched.shown))

    def on_paper_detail_left(self) -> None:
        self.leave_detail()

    def leave_detail(self) -> None:
        """Go from the detail to the list."""
        self.remove_class(READING)
        self._bring_out(self.paper_list)

    def _bring_out(self, part: Widget) -> None:
        """Give the focus to a part of the screen, also where a class only now brought it out of hiding."""
        if not part.focusable:
            # At once: what still hides takes no focus, and what goes into hiding would leave it to another.
            self.app.stylesheet.update(self)
        self.set_focus(part)

    def action_back(self) -> None:
        """Go one step back: from the detail, to the watch as it is saved, from words and filters."""
        if self.detail.has_focus:
            self.leave_detail()
        elif self.watched.shown is not None:
            changed = self.listing.query != self.watched.shown.query
            self._enter(self.watched.shown if changed else None)
        elif self.listing.query.text:
            self.search.value = ""
        elif has_filters(self.listing.query):
            self.listing.ask(without_filters(self.listing.query))
        else:
            self.talk.say(f"this is the whole list; {self.key_of('radar.quit')} quits")

    def on_watch_bar_chosen(self, message: WatchBar.Chosen) -> None:
        self._enter(self.watched.numbered(message.number))

    def on_watch_bar_left(self) -> None:
        self._to_the_papers()

    def _to_the_papers(self) -> None:
        self.remove_class(OVER)
        self.leave_detail()

    def on_watch_bar_asked(self, message: WatchBar.Asked) -> None:
        flow = self._desk.of_watches
        steps: dict[str, Callable[[], Step]] = {
            "rename": partial(flow.rename, message.watch),
            "remove": partial(flow.remove, message.watch),
            "move": partial(flow.move, message.watch, message.step),
        }
        self.talk.attempt(steps[message.act])

    def on_watch_bar_no_watch(self) -> None:
        # With the papers the same letters filter, which is what a reader may be after.
        back = self.key_of("watches.leave")
        self.talk.say(f"everything is no watch to rename, move or remove; {back} goes back to the papers")

    def _list_new(self, watch: Watch) -> None:
        query = self.watched.only_new()
        if query is None:
            self.talk.say(f"nothing is new in {watch.name} since you last looked")
        else:
            self.listing.ask(query)
        self._to_the_papers()

    def _enter(self, watch: Watch | None) -> None:
        query = self.watched.enter(watch)
        if watch is not None or query != self.listing.query:
            self.paper_list.read_again()
            self.listing.ask(query)
            self.search.hold(query.text)
        else:
            self.talk.say(f"this is the whole list; {self.key_of('radar.quit')} quits")
        self._to_the_papers()


def _showing_watches(radar: Radar, wanted: bool) -> Write:
    """Return what notes whether the side bar is shown, for the next time."""
    from radar.tui.flows.step import Write

    return Write(partial(radar.library.show_watches, wanted))
