"""The main screen: it wires the widgets to the library and to the flows, and holds no flow itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from radar.library.background import BackgroundReader, Found
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.reader.query import PaperQuery
from radar.papers.text.safe_text import clean
from radar.tui.keys.keymap import SCREEN
from radar.tui.lines.glyphs import glyphs
from radar.tui.lines.live_lines import SLASH, SLASH_CELLS, SOUGHT
from radar.tui.lines.wrapping import wrap
from radar.tui.listing.following import Following
from radar.tui.listing.listing import Listing
from radar.tui.listing.messages import FoundArrived, hand_over
from radar.tui.screens.footer_keys import is_idle, rank
from radar.tui.screens.last_look import LastLook
from radar.tui.screens.newest_size import NewestSize
from radar.tui.screens.reading_part import ReadingPart
from radar.tui.screens.talking_screen import TalkingScreen
from radar.tui.screens.watching_part import BESIDE, READING
from radar.tui.terminal.quick_compositor import QuickCompositor
from radar.tui.widgets.counts_line import CountsLine
from radar.tui.widgets.filter_line import FilterLine
from radar.tui.widgets.footer_line import FooterLine
from radar.tui.widgets.grounds import Ground
from radar.tui.widgets.notice_line import NoticeLine
from radar.tui.widgets.paper_detail import PaperDetail
from radar.tui.widgets.paper_list import PaperList
from radar.tui.words.filters import FILTERS, with_text
from radar.tui.words.states import Instead, instead_of_papers, shorter_standing, standing
from radar.tui.words.told import Told

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar
    from radar.tui.flows.desk import Desk
    from radar.tui.flows.step import Say
    from radar.tui.widgets.job_status import JobStatus


class RadarScreen(
    NewestSize, ReadingPart, TalkingScreen, Screen[None], inherit_bindings=False, inherit_css=False
):
    """List, detail, and the lines around them."""

    # Half of the rules of Textual's screens do not hold here, and a start reads each of them.
    COMPONENT_CLASSES: ClassVar[set[str]] = Screen.COMPONENT_CLASSES
    AUTO_FOCUS = "PaperList"
    BLANK: ClassVar[bool] = True
    # To mypy those of Textual are of an instance, which a class variable may not take the place of.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = list(SCREEN)

    def __init__(self, radar: Radar, *, ascii_only: bool, key_of: Callable[[str], str]) -> None:
        """Make the screen; `key_of` gives the key of an action by its id."""
        super().__init__(key_of)
        self._compositor = QuickCompositor()
        self.radar = radar
        signs = self._signs = glyphs(ascii_only)
        self.notice = NoticeLine(signs.ellipsis, classes="whole")
        self.footer = FooterLine(partial(is_idle, self), partial(rank, self))
        self._fail = partial(self.notice.say, failed=True)
        self._brought = ""
        """What was said last of papers that came."""
        self._told = Told(radar.reader, self._fail)
        self.paper_list = PaperList(self._told.rows, signs, lambda: self._following.moved())
        self.detail = PaperDetail(ascii_only=ascii_only, waits=True)
        self._following = Following(
            self.paper_list,
            self.detail,
            lambda key: self._told.entry(key, self.listing.query.order),
            partial(_shows_detail, self),
            self.call_later,
        )
        self.filter_line = FilterLine(signs.dot, signs.ellipsis)
        self.counts = CountsLine(signs.dot)
        self.last_look = LastLook(lambda: self.counts.latest)
        self._background = BackgroundReader(
            radar.path, hand_over(self), radar.reader.since, waits=True, log=radar.log
        )

        self.instead = _instead(self)
        self.listing = Listing(
            self.paper_list, self.filter_line, radar.reader, self._background, self.instead, self._fail,
            self.notice.advise, lambda key: self._told.asked(lambda: radar.reader.now_at(key), key),
            self.passing, lambda: self.decided.papers, self.is_reading, self.uncover,
        )  # fmt: skip

    @cached_property
    def _desk(self) -> Desk:
        return _desk_of(self)

    def compose(self) -> ComposeResult:
        at_work = (self.job_status,) if self.at_work() else ()
        yield Ground(self.counts, *at_work, id="head", classes="whole")
        yield Ground(_before_search(self), self.filter_line, id="question", classes="whole")
        watches = (self.bar,) if self.has_class(BESIDE) else ()
        yield Ground(*watches, self.paper_list, self.detail, id="papers", classes="whole")
        # Together, so that a question changes nothing outside: a screen counts what stands behind a widget.
        yield Ground(self.footer, self.notice, id="bottom")
        if self.has_class("-tiny") or self.has_class("-flat"):
            yield _too_small()

    async def on_mount(self) -> None:
        self._count()
        self.counts.changed()
        self.paper_list.expect(self.counts.papers)
        self.listing.ask(PaperQuery())
        if self.has_class(BESIDE):
            self.watched.look()
        if self.empty and not self.active:
            await self._begin()
            self.action_add()
        else:
            self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        """Do what the first papers on screen did not need."""
        from radar.tui.screens.completing import complete

        await complete(self)
        self.begun = True
        self.show_watches()
        self.last_look.note()
        self.ready()
        # Behind the keys that wait.
        self.call_later(self._go_on)

    def _go_on(self) -> None:
        from radar.tui.screens.completing import begin_looking

        self._background.begin()
        self.detail.begin()
        self._show_detail()
        begin_looking(self)
        self.begin_asking()
        problems: tuple[str, ...] = self._told.asked(self.radar.problems, ())
        if wrong := "; ".join((*self.warnings(), *problems)):
            self._fail(wrong)

    def on_unmount(self) -> None:
        self._background.close()
        self.end_watch()

    # What the library says

    def _typed(self, text: str) -> None:
        # A space at the end says that the last word is whole.
        words = clean(text)
        query = with_text(self.listing.query, words + " " * (words != "" and text[-1:] == " "))
        if query != self.listing.query:
            with self._following.behind():
                self.listing.ask(query, typing=True)

    @on(FoundArrived)
    def _take_answer(self, message: FoundArrived) -> None:
        self.listing.arrived(message.found)
        self.coming.listed()
        self.detail.words = self.listing.words
        self._show_detail()
        self.watched.answered(message.found, self.listing.complete)
        self._point_up()

    def _count(self) -> None:
        if (counts := self._told.counts()) is None:
            return
        was_empty, self.empty = self.empty, not counts.papers
        if self.begun and was_empty != self.empty:
            # Filters may list nothing as before, and yet other keys do something.
            self.refresh_bindings()
        self.counts.show(counts.new, counts.papers, counts.with_code, counts.latest)
        self.filter_line.papers, self.filter_line.starred = counts.papers, counts.starred > 0
        line = partial(standing, self.radar, counts.latest, self.key_of, self.active)
        self.notice.standing = self._told.asked(line, "")
        self.notice.shorter = shorter_standing(self.active, self.key_of, self.notice.standing)

    def on_job_status_library_changed(self) -> None:
        self._count()
        self.paper_list.read_again()
        self._show_detail()
        # As many may be others: two became one, and another came.
        self.listing.follow(papers=self.counts.changed())
        self.watched.look()

    def on_job_status_ended(self, message: JobStatus.Ended) -> None:
        job = message.job
        if not self.came(job):
            return
        from radar.tui.words.job_words import end_line

        failed = job.state in (JobState.FAILED, JobState.LOST)
        # Why a job was stopped short, what goes on with it and what to know of its model stand at the end.
        told = end_line(job)
        self.notice.say(told, failed=failed, lasting=failed or job.progress.failed > 0)
        brought = job.kind in (JobKind.REFRESH, JobKind.IMPORT) and job.progress.new
        self._brought = told if brought and not failed else ""
        self._point_up()

    def _point_up(self) -> None:
        """Say how to get to what came above the papers on screen: the cursor stays on its own."""
        if self._brought and self._brought == self.notice.text and _has_new_above(self.paper_list):
            self.notice.say(f"{self._brought}; {self.key_of('list.top')} goes up to what is new")
            self._brought = ""

    # Reading

    def catch_up(self) -> None:
        """Show what was put off while a key was held."""
        self._following.catch_up()

    def _show_detail(self) -> None:
        self._following.again()

    def _show_change(self, said: Say) -> None:
        if said.changed:
            self.paper_list.read_again(said.changed)
            self.listing.marked(said.changed)
            self._show_detail()
        if said.changed or said.standing:
            self._count()
        if said.changed and "job_status" in self.__dict__:
            self.job_status.written()
        if said.cursor_on is not None:
            self.paper_list.move_to_key(said.cursor_on)
        if said.back or said.cursor_on is not None:
            self.listing.bring_back(said.cursor_on, partial(_say_hidden, self))
        self.show_watch_change(said)

    def on_resize(self) -> None:
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self._show_detail()
        if self.focused is None and not self.has_class("-tiny", "-flat"):
            # What a terminal too small hid has lost the focus, and nobody would hear a key.
            (self.detail if self.has_class(READING) else self.paper_list).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if self.begun and event.widget in (self.paper_list, self.search, self.detail):
            self.set_class(event.widget is self.detail, READING)
        self.note_focus(event.widget)

    # Doing

    def action_view(self, name: str) -> None:
        """Do something with all papers in view, or with the radar."""
        self.talk.attempt(partial(self._desk.of_view.take, name))

    def action_search(self) -> None:
        """Type words to search for, in the place of those that stand there."""
        self.search.begin()

    def action_filter(self, name: str) -> None:
        """Narrow the list, widen it again, or list in another order."""
        if name in FILTERS:
            self.listing.ask(FILTERS[name](self.listing.query))
            return
        self.talk.attempt(partial(_next_tag, self))

    @on(FilterLine.Clicked)
    def _filter_clicked(self, message: FilterLine.Clicked) -> None:
        self.action_view("order") if message.name == "order" else self.action_filter(message.name)

    def on_job_status_clicked(self) -> None:
        self.action_jobs()

    def action_jobs(self) -> None:
        """Show running and past jobs."""
        from radar.pipeline.asking_again import ask_again
        from radar.tui.screens.jobs_screen import JobsScreen

        radar, again = self.radar, partial(ask_again, self.radar)
        self.app.push_screen(JobsScreen(radar, self._signs, radar.asking.standings, radar.stuck, again))

    @on(PaperDetail.SummaryChosen)
    def _show_summary(self, message: PaperDetail.SummaryChosen) -> None:
        self.talk.attempt(partial(self._desk.of_paper.show_summary, message.key, message.number))

    @on(PaperDetail.LinkChosen)
    def _open_chosen(self, message: PaperDetail.LinkChosen) -> None:
        self.talk.attempt(partial(self._desk.of_paper.open_link, message.url))


def _instead(screen: RadarScreen) -> Instead:
    """Return what knows what stands in the list where no paper does."""

    def lines(query: PaperQuery, found: Found | None) -> tuple[str, ...]:
        return instead_of_papers(query, found, screen.active, screen.key_of, empty=screen.empty)

    return Instead(lines, lambda: screen.paper_list.size.width)


def _say_hidden(screen: RadarScreen) -> None:
    """Say behind what was done that the paper which came back does not pass the filters."""
    told = f"{screen.notice.text}; " if screen.notice.text else ""
    screen.talk.say(f"{told}the filters hide it, {screen.key_of('watch.none')} lists everything")


def _shows_detail(screen: RadarScreen) -> bool:
    """Whether the detail stands beside the list, or over it; it waits until the first papers are there."""
    return screen.begun and (screen.has_class(READING) or not screen.has_class("-narrow"))


def _has_new_above(papers: PaperList) -> bool:
    """Whether the first of all papers is new, and out of sight."""
    row = papers.pages.row(0) if len(papers.pages) else None
    return row is not None and row.new and row.key not in papers.in_sight


def _desk_of(screen: RadarScreen) -> Desk:
    """Return the flows, which the first page does without."""
    from radar.tui.flows.browser import open_or_copy
    from radar.tui.flows.desk import desk

    return desk(
        screen.radar,
        key_of=screen.key_of,
        listing=screen.listing,
        clipboard=screen.clipboard,
        open_link=lambda url: open_or_copy(url, screen.clipboard, screen.radar.browser),
        stop_work=lambda: screen.talk.stop_work(),
        set_up=lambda then: screen.set_up_endpoint(then),
        expect=lambda job: screen.coming.expect(job),
    )


def _next_tag(screen: RadarScreen) -> Say | None:
    """Narrow the list to the next tag of the round, or return why there is none."""
    from radar.tui.flows.step import Say

    tags = screen.radar.library.tags_by_use()
    if not tags:
        return Say(f"no paper has a tag; {screen.key_of('paper.tags')} writes them")

    def own() -> tuple[str, ...]:
        key = screen.paper_list.key
        entry = None if key is None else screen.radar.reader.entry(key)
        return entry.tags if entry else ()

    def lists(query: PaperQuery) -> bool:
        reader = screen.radar.reader
        # The first answer is bounded: that it is empty does not show that there is none.
        return bool(reader.first(query, 1) or reader.keys(query))

    query = screen.tag_round.next(screen.listing.query, tags, own, lists)
    if query is None:
        if screen.paper_list.key is None:
            return Say("no paper is listed here")
        return Say(f"this paper has no tag; {screen.key_of('paper.tags')} writes them")
    screen.listing.ask(query)
    return None


def _before_search(screen: RadarScreen) -> Static:
    """Return the sign of the search, with what the line behind it shows, as wide as both will be."""
    room = max(1, (screen.app.size.width - SLASH_CELLS) * 2 // 5)
    # The line folds its text at a cell more than it has.
    start, end = wrap(SOUGHT, room + 1)[0]
    words = SOUGHT[start:end][:room], "dim" if screen.app.native_ansi_color else ""
    sign = Static(Content.assemble((SLASH, "bold $row-primary"), " ", words), id="slash")
    sign.styles.width = SLASH_CELLS + room
    return sign


def _too_small() -> Widget:
    from radar.tui.widgets.too_small import TooSmall

    return TooSmall()
