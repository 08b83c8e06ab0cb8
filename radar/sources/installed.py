"""Sites of other packages, kept from taking a run down with them.

Whatever such a site raises or returns, radar goes on: what it fails at is told by the name of its package.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, cast

from radar.errors import ListingError, RadarError
from radar.papers.bases import Value, replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.site import Means, Site
from radar.sources.source import Parsed, Source, not_understood

_ASK = "Ask whoever makes the package"
_SHOWN = 200
_END: object = object()
_METHODS = {"site": ("source", "sources_of"), "source": ("pages", "parse")}
_TEXTS = ("id", "title", "abstract", "venue", "comment", "doi", "site_summary", "site_summary_by")
_LINKS = ("landing", "pdf", "code", "code_added_by", "project")


class Maker(Value):
    """Who made a site, as errors name it."""

    prefix: str
    package: str

    def __str__(self) -> str:
        """Return "the site NAME of the package PACKAGE"."""
        return f"the site {clean(self.prefix)} of the package {clean(self.package)}"

    def lacks(self, what: str) -> ListingError:
        """Return the error of something that the site should have and does not."""
        return ListingError(f"{self} {what}", _ASK)


class InstalledSite:
    """A site of another package."""

    def __init__(self, maker: Maker, site: object) -> None:
        """Take what the package names as its site.

        Raises:
            ListingError: it is none.
        """
        self.prefix = maker.prefix
        self._maker = maker
        _require(maker, site, "site")
        self._site = cast("Site", site)
        with guarded(maker):
            forms = getattr(site, "forms", ())
            self.forms = _forms(maker, forms)

    def source(self, name: str, means: Means) -> Source:
        """Return its source of a name.

        Raises:
            SettingsError: the site has no such source.
            ListingError: the site fails, or makes something that is no source.
        """
        with guarded(self._maker):
            made: object = self._site.source(name, means)
            return InstalledSource(self._maker, name, made)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return names of its sources for one paper.

        Raises:
            ListingError: the site fails, or returns something that is no name of its own.
        """
        with guarded(self._maker):
            names: object = self._site.sources_of(text)
            if not isinstance(names, list | tuple) or not all(map(self._is_own, names)):
                raise self._maker.lacks("names sources that are not its own")
            return tuple(names)

    def _is_own(self, name: object) -> bool:
        return isinstance(name, str) and name.startswith(f"{self.prefix}:") and clean(name) == name


class InstalledSource:
    """A source of another package; its pages and papers are listed under its name and no other."""

    def __init__(self, maker: Maker, name: str, source: object) -> None:
        self._maker = maker
        _require(maker, source, "source")
        self._source = cast("Source", source)
        own = getattr(source, "name", None)
        self.name = clean(own) if isinstance(own, str) and own.startswith(f"{maker.prefix}:") else name
        label = getattr(source, "label", None)
        self.label = clean(label) if isinstance(label, str) and clean(label) else self.name
        self.goes_back = getattr(source, "goes_back", False) is True

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch its pages.

        Raises:
            ListingError: the package fails, or yields something that is no page.
            RadarError: whatever it raises of radar's own errors.
        """
        with guarded(self._maker):
            pages = aiter(self._source.pages(since, resume))
        try:
            while True:
                with guarded(self._maker):
                    page: object = await anext(pages, _END)
                if page is _END:
                    return
                yield self._page(page)
        finally:
            close = getattr(pages, "aclose", None)
            if close is not None:
                with guarded(self._maker):
                    await close()

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield its papers, and a report where the package fails or yields something else; raises nothing."""
        try:
            with guarded(self._maker):
                items: Iterator[object] = iter(self._source.parse(page))
            while True:
                with guarded(self._maker):
                    item = next(items, _END)
                    if item is _END:
                        return
                    read = self._item(item)
                yield read
        except RadarError as error:
            yield not_understood(1, error.message)

    def _page(self, page: object) -> ListingPage:
        if not (
            isinstance(page, ListingPage)
            and isinstance(page.text, str)
            and isinstance(page.resume, str)
            and (page.total is None or type(page.total) is int)
        ):
            raise self._maker.lacks("returned something that is no page of a listing")
        retrieved = page.retrieved
        aware = isinstance(retrieved, datetime) and retrieved.tzinfo is not None
        return replace(
            page,
            listing=Listing(self.name, self.label),
            retrieved=retrieved.astimezone(UTC) if aware else datetime.now(UTC),
        )

    def _item(self, item: object) -> Parsed:
        if isinstance(item, NotUnderstood):
            return not_understood(int(item.line), str(item.reason), str(item.text))
        if isinstance(item, Paper) and _is_whole(item) and clean(item.title):
            return clean_paper(_of_texts_alone(item))
        return not_understood(1, f"{self._maker} returned something that is no paper")


@contextmanager
def guarded(maker: Maker) -> Iterator[None]:
    """Run code of another package; whatever it raises becomes a ListingError that names the package."""
    try:
        yield
    except RadarError as error:
        # Its words come from the package, or from a site that the package has read.
        error.message, error.hint = clean(str(error.message)), clean(str(error.hint))
        raise
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise _failed(maker, error) from error
    except (Exception, SystemExit) as error:
        raise _failed(maker, error) from error


def _failed(maker: Maker, error: BaseException) -> ListingError:
    try:
        reason = f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - an error of another package may fail at telling what it is
        reason = type(error).__name__
    return ListingError(f"{maker} failed ({clean(reason[:_SHOWN])})", _ASK)


def _require(maker: Maker, made: object, kind: str) -> None:
    with guarded(maker):
        missing = [name for name in _METHODS[kind] if not callable(getattr(made, name, None))]
    if missing:
        raise maker.lacks(f"made no {kind}: it lacks {' and '.join(missing)}")


def _forms(maker: Maker, forms: object) -> tuple[str, ...]:
    if not isinstance(forms, Sequence) or isinstance(forms, str):
        raise maker.lacks("names no forms of its sources")
    return tuple(
        clean(form) for form in forms if isinstance(form, str) and form.startswith(f"{maker.prefix}:")
    )


def _is_whole(paper: Paper) -> bool:
    """Return whether every field holds what it should; the library would stumble over anything else."""
    return (
        all(isinstance(getattr(paper, name), str) for name in _TEXTS)
        and ":" in paper.id
        and all(_is_texts(values) for values in (paper.authors, paper.categories))
        and isinstance(paper.links, Links)
        and all(isinstance(getattr(paper.links, name), str) for name in _LINKS)
        and all(_is_day(day) for day in (paper.published, paper.listed, paper.updated))
        and all(number is None or _is_count(number) for number in (paper.stars, paper.upvotes))
        and _is_count(paper.version)
        and isinstance(paper.announced, Announced)
        and type(paper.withdrawn) is bool
    )


def _of_texts_alone(paper: Paper) -> Paper:
    """Return a paper whose texts are nothing more: those of some parsers hold the page they are from."""
    alone = str.__str__
    texts: dict[str, Any] = {name: alone(getattr(paper, name)) for name in _TEXTS}
    links: dict[str, Any] = {name: alone(getattr(paper.links, name)) for name in _LINKS}
    return replace(
        paper,
        authors=tuple(map(alone, paper.authors)),
        categories=tuple(map(alone, paper.categories)),
        links=replace(paper.links, **links),
        **texts,
    )


def _is_texts(values: object) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, str) for value in values)


def _is_count(number: object) -> bool:
    return type(number) is int and 0 <= number < 1 << 53


def _is_day(day: object) -> bool:
    return day is None or (isinstance(day, date) and not isinstance(day, datetime))
