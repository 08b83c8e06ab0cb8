"""Papers that the reader names by an id, a link or a DOI, brought from the sites that have them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import aclosing, suppress
from itertools import groupby
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from radar.errors import ListingError, NetworkError, NoListing, RadarError, SettingsError
from radar.papers.bases import Mutable, Value
from radar.papers.listed.identity import arxiv_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import Mark
from radar.papers.summaries.summary import Read
from radar.papers.text.safe_text import clean
from radar.pipeline.feed_links import is_feed_address, releases_of, says_feed
from radar.pipeline.merging import merged
from radar.pipeline.source_course import pages_of

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.sources.source import Source

_MANY = "arxiv:id/"
"""Begins the names of sources that bring several papers at once, their ids divided by commas."""
_AT_ONCE = 100
_SITES = {
    "arxiv": "arXiv",
    "hf": "Hugging Face",
    "acl": "ACL Anthology",
    "doi": "Crossref",
    "s2": "Semantic Scholar",
    "openalex": "OpenAlex",
    "openreview": "OpenReview",
}
_SHOWN = 80
_A_PAPER = "Name a paper by its arXiv id, DOI, ACL id or link"
_NO_PAPER = f"{_A_PAPER}; radar sources add follows a source, such as hf:daily"


class Brought(Value):
    """What came of one text."""

    text: str
    """As the reader wrote it, clean."""
    paper_id: PaperId | None = None
    """The paper, under the id that its site gave; None where it did not come."""
    key: int | None = None
    title: str = ""
    new: bool = False
    completed: bool = False
    """It was known, and gained something."""
    updated: bool = False
    """It was known, and something changed that the reader could have seen."""
    error: RadarError | None = None
    """Why it did not come."""

    @property
    def outcome(self) -> str:
        """What came of it in a word or two."""
        if self.error is not None:
            return self.error.message
        if self.new:
            return "added"
        if self.updated:
            return "there already, updated"
        return "there already, completed" if self.completed else "there already"

    @property
    def line(self) -> str:
        """The same with the text in front and the title behind: "2406.01234: added: Slugs Climb"."""
        return ": ".join(part for part in (self.text, self.outcome, self.title) if part)


class Asked(Value):
    """How far it is: of which texts all sites were asked, and what came until now."""

    done: int
    total: int
    new: int = 0
    """Texts whose papers came and are new, also where further sites are still to be asked."""
    known: int = 0
    failed: int = 0
    """Of those done: texts whose papers did not come."""


BringEvent = Brought | Asked


class _Wish(Mutable):
    """A text on its way to a paper."""

    text: str
    names: tuple[str, ...]
    """Sources that have it, best first."""
    asked: int = 0
    """How many of them were asked."""
    brought: Brought | None = None
    error: RadarError | None = None

    def take(self, brought: Brought) -> None:
        """Put what a site gave to what another one gave before."""
        before = self.brought
        if before is None:
            self.brought = brought
            return
        self.brought = Brought(
            self.text,
            before.paper_id,
            before.key,
            before.title,
            before.new,
            before.completed or brought.completed,
            before.updated or brought.updated,
        )


class Bringer(Value):
    """Asks the best source of each paper for it, and further ones for what they add."""

    library: Library
    source: Callable[[str], Source]
    sources_of: Callable[[str], Sequence[str]]
    """Names the sources that bring the paper of a text, best first; none where it names none."""
    read: Read
    close: Callable[[], Awaitable[None]]
    tags: Sequence[str] = ()
    """Given to every paper that comes or is there."""
    star: bool = False

    async def run(self, texts: Iterable[str]) -> AsyncGenerator[BringEvent, None]:
        """Bring the papers and yield what came of each text, in their order, when all sites were asked.

        A paper that the best source does not give is asked of the next one. What is known is completed.
        """
        wishes = [self._wish(text) for text in dict.fromkeys(map(clean, texts)) if text]
        for turn in range(max((len(wish.names) for wish in wishes), default=0)):
            wanted = [(wish.names[turn], wish) for wish in wishes if turn < len(wish.names)]
            by_site = groupby(sorted(wanted, key=_site), key=_site)
            flows = [self._ask_site(tuple(group)) for _, group in by_site]
            async with aclosing(merged(flows)) as events:
                async for _ in events:
                    yield _so_far(wishes)
        self._mark([wish.brought.key for wish in wishes if wish.brought and wish.brought.key is not None])
        for wish in wishes:
            yield _outcome(wish)

    async def aclose(self) -> None:
        """Let go of connections."""
        await self.close()

    def _wish(self, text: str) -> _Wish:
        wish = _Wish(text[:_SHOWN], tuple(self.sources_of(text)))
        if not wish.names:
            wish.error = ListingError("this names no paper that radar can ask for", self._elsewhere(text))
        return wish

    def _elsewhere(self, text: str) -> str:
        """Return what to do about a text that names no paper: it may be a file or a source."""
        # A name that is too long, or that may not be seen, is no file to read either.
        with suppress(OSError, ValueError):
            if Path(text).is_file():
                return f"It is a file: radar import {quote(text)}"
        try:
            name = self._source_named(text) if ":" in text else ""
        except NoListing:
            return _NO_PAPER
        feed = self._source_named(f"feed:{text}") if not name and is_feed_address(text) else ""
        if name or (feed and says_feed(text)):
            return f"To follow it as a source: radar sources add {quote(name or feed)}"
        if releases := releases_of(text):
            return f"{_A_PAPER}; to follow its releases: radar sources add {quote(f'feed:{releases}')}"
        return f"{_A_PAPER}; if it is a feed: radar sources add {quote(feed)}" if feed else _NO_PAPER

    def _source_named(self, text: str) -> str:
        """Return the name of the source that a text names; empty where it names none.

        Raises:
            NoListing: it is a page of a site, and nobody's feed.
        """
        try:
            return self.source(text).name
        except NoListing:
            raise
        except (ListingError, SettingsError):
            return ""

    async def _ask_site(self, wanted: Sequence[tuple[str, _Wish]]) -> AsyncGenerator[int, None]:
        """Ask one site for papers, and yield how many texts each question was about."""
        for name, wishes in _questions(wanted):
            try:
                await self._ask(name, wishes)
            except (NetworkError, ListingError, SettingsError) as error:
                if isinstance(error, ListingError) and len(wishes) > 1:
                    # It names all that were missing, and each of them is told by itself.
                    error = ListingError(f"not found at {_listing(name).label}", error.hint)
                for wish in wishes:
                    wish.error = wish.error or error
            for wish in wishes:
                wish.asked += 1
            yield len(wishes)

    async def _ask(self, name: str, wishes: Sequence[_Wish]) -> None:
        source = self.source(name)
        listing = _listing(name)
        async with aclosing(pages_of(source)) as pages:
            async for page in pages:
                for paper in source.parse(page):
                    if isinstance(paper, Paper):
                        self._keep(paper, wishes, listing)

    def _keep(self, paper: Paper, wishes: Sequence[_Wish], listing: Listing) -> None:
        same = [wish for wish in wishes if len(wishes) == 1 or _number(wish) == paper.id]
        if not same:
            return
        # Asked for by name, it comes though it was removed.
        added = self.library.add_papers([paper], listing, self.read, anew=True)
        new, completed, updated = bool(added.new), bool(added.changed), bool(added.updated)
        for wish in same:
            wish.take(Brought(wish.text, paper.id, added.keys[0], paper.title, new, completed, updated))

    def _mark(self, keys: Sequence[int]) -> None:
        if keys and self.tags:
            self.library.tag(keys, self.tags, ())
        if keys and self.star:
            self.library.mark(keys, Mark.STARRED, True)


def _so_far(wishes: Sequence[_Wish]) -> Asked:
    over = [wish for wish in wishes if wish.asked == len(wish.names)]
    came = [wish.brought for wish in wishes if wish.brought is not None]
    new, failed = sum(brought.new for brought in came), sum(wish.brought is None for wish in over)
    return Asked(len(over), len(wishes), new, len(came) - new, failed)


def _outcome(wish: _Wish) -> Brought:
    if wish.brought is not None:
        return wish.brought
    missing = ListingError("no site that was asked has this paper", "Compare it with the paper's page")
    return Brought(wish.text, error=wish.error or missing)


def _questions(wanted: Sequence[tuple[str, _Wish]]) -> Iterator[tuple[str, tuple[_Wish, ...]]]:
    """Yield what to ask of a site and for whom: papers that one question can bring together in one."""
    together = [(name, wish) for name, wish in wanted if name.startswith(_MANY)]
    for start in range(0, len(together), _AT_ONCE):
        some = together[start : start + _AT_ONCE]
        ids = ",".join(name.removeprefix(_MANY) for name, _ in some)
        yield f"{_MANY}{ids}", tuple(wish for _, wish in some)
    for name, wish in wanted:
        if not name.startswith(_MANY):
            yield name, (wish,)


def _number(wish: _Wish) -> PaperId | None:
    named = next((name for name in wish.names if name.startswith(_MANY)), "")
    return arxiv_id(named.removeprefix(_MANY))


def _site(wanted: tuple[str, _Wish]) -> str:
    return wanted[0].partition(":")[0]


def _listing(name: str) -> Listing:
    """Return where a paper comes from that was asked for by itself: the site, without the paper's id."""
    prefix, _, rest = name.partition(":")
    kind, slash, _ = rest.partition("/")
    named = f"{prefix}:{kind}" if slash and kind.isalpha() else prefix
    return Listing(named, _SITES.get(prefix, prefix))
