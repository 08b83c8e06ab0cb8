"""What the reader asks the library for, and what one row of the list shows."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from radar.papers.bases import Value
from radar.papers.summaries.standing import Standing, standing_of
from radar.papers.values import Claim, Release, TakeawayOrigin
from radar.papers.values import Mark as Mark

if TYPE_CHECKING:
    from datetime import date, datetime

    from radar.papers.listed.change import Change
    from radar.papers.listed.conflict import Conflict
    from radar.papers.listed.listing import Listing
    from radar.papers.listed.origin import Origin
    from radar.papers.listed.paper import Paper, PaperId
    from radar.papers.reader.closeness import Closeness
    from radar.papers.summaries.summary import Summary


class Order(StrEnum):
    """In which order papers are listed."""

    NEWEST = "newest"
    """By day listed, newest first."""
    OLDEST = "oldest"
    ADDED = "added"
    """What came into the library last first; of what came together, by day."""
    CLOSE = "close"
    """Closest to what the reader starred first; the same as newest where nothing is starred."""
    UPVOTES = "upvotes"
    STARS = "stars"
    """Stars of the code repository, most first."""
    TITLE = "title"
    MATCH = "match"
    """Best match of the words first; the same as newest where nothing is searched."""


class CodeFilter(StrEnum):
    """Which papers pass by their code flag."""

    ANY = "any"
    RELEASED = "released"
    PROMISED = "promised"
    """Released or promised."""


class ResultFilter(StrEnum):
    """Which papers pass by their result claim; each narrower than the one before."""

    ALL = "all"
    CLAIMED = "any"
    QUANTIFIED = "quantified"
    STATE_OF_THE_ART = "sota"


class PaperQuery(Value):
    """A question to the library; the default asks for everything, newest first."""

    text: str = ""
    """As typed, in the language that `papers.search` reads; the last word may be unfinished."""
    code: CodeFilter = CodeFilter.ANY
    data: bool = False
    """Only papers whose data are released."""
    results: ResultFilter = ResultFilter.ALL
    unread: bool = False
    starred: bool = False
    updated: bool = False
    """Only papers that changed since the reader could have seen them."""
    disputed: bool = False
    """Only papers on which rule and model contradict each other; not those where only one of them speaks."""
    tag: str = ""
    ids: tuple[PaperId, ...] = ()
    """Only these papers, where given."""
    added_after: datetime | None = None
    """Only papers that the library gained after this moment."""
    order: Order = Order.NEWEST

    @property
    def filters(self) -> bool:
        """Whether the query leaves any paper out."""
        return self != PaperQuery(order=self.order)


class PaperRow(Value):
    """One row of the list."""

    key: int
    """The library's key of the paper; larger keys are newer."""
    id: PaperId
    title: str
    takeaway: str
    takeaway_origin: TakeawayOrigin
    figure: str
    code: Release
    data: Release
    claim: Claim
    state_of_the_art: bool
    marks: Mark
    new: bool
    """Added since the reader last looked."""
    day: date
    """The day it is sorted under."""
    dated: bool
    """False where the day is only the day of the import."""
    error: str = ""
    """Why the last request for a summary failed; empty where none did."""
    code_guessed: bool = False
    """Only the site of a listing says that code is out, and found the link by itself."""
    standing: Standing = Standing()
    """How rule and model stand to each other."""
    instructs: bool = False
    """No model was asked, because the text speaks to one."""
    updated: bool = False
    """It changed since the reader could have seen it, and was not opened or marked read since."""
    withdrawn: bool = False
    noted: bool = False
    """The reader wrote a note on it."""


class PaperEntry(Value):
    """Everything the library holds of one paper, for the detail and for exports."""

    key: int
    paper: Paper
    summaries: tuple[Summary, ...]
    """All that are kept, the offline one first, then by time."""
    numbers: tuple[int, ...]
    """What each of `summaries` is chosen by: 0 the offline one; what a model makes anew has a new one."""
    shown: int
    """Index into `summaries` of the one that the list shows."""
    marks: Mark
    tags: tuple[str, ...]
    origins: tuple[Listing, ...]
    """Where it was listed, in the order of arrival."""
    added: datetime
    error: str = ""
    note: str = ""
    """The reader's own; empty for none."""
    closeness: Closeness | None = None
    """What brings it near to what is starred; None where nothing does, or nobody asked for it."""
    arrivals: tuple[Origin, ...] = ()
    """The same as `origins`, with when it came there and how it was announced."""
    updated: bool = False
    """Whether it changed since the reader could have seen it, and was not opened or marked read since."""
    changes: tuple[Change, ...] = ()
    """What became of it after the reader could have seen it, by time."""
    conflicts: tuple[Conflict, ...] = ()
    """What its listings say otherwise than what is shown."""
    outdated_summaries: int = 0
    """Summaries that models made of an earlier text of it, which are not shown any more."""

    @property
    def summary(self) -> Summary:
        """The summary that the list shows."""
        return self.summaries[self.shown]

    @property
    def standing(self) -> Standing:
        """How rule and model stand to each other."""
        return standing_of(self.summaries, self.summary)
