"""Papers that are named by id, link or DOI."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing

from radar.abstracts.reading import read
from radar.errors import ListingError, NetworkError, RadarError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import Mark
from radar.pipeline.bringing import Asked, Bringer, Brought
from tests.pipeline.fakes import FakeSource, paper

CODE = Links(code="https://code.example/moss")


class Sites:
    """Sources by name, and which of them have the paper of a text."""

    def __init__(self, papers: dict[str, list[Paper]], failures: dict[str, RadarError] | None = None) -> None:
        self.papers = papers
        self.failures = failures or {}
        self.asked: list[str] = []

    def source(self, name: str) -> FakeSource:
        """Return the source of a name; one of several ids has the papers of each."""
        self.asked.append(name)
        head, slash, ids = name.partition("/")
        names = [f"{head}/{id}" for id in ids.split(",")] if slash else [name]
        found: list[Paper | NotUnderstood] = [paper for each in names for paper in self.papers.get(each, [])]
        return FakeSource(name, [found] if found else [], self.failures.get(names[0]))

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return arXiv and Hugging Face for numbers, Crossref for DOIs."""
        if text.startswith("10."):
            return (f"doi:{text}", f"openalex:{text}")
        return (f"arxiv:id/{text}", f"hf:paper/{text}") if text[:4].isdecimal() else ()


async def bring(
    library: Library, sites: Sites, texts: Sequence[str], *, tags: Sequence[str] = (), star: bool = False
) -> list[Brought]:
    async def close() -> None:
        return

    bringer = Bringer(library, sites.source, sites.sources_of, read, close, tags, star)
    async with aclosing(bringer.run(texts)) as events:
        return [event async for event in events if not isinstance(event, Asked)]


async def test_ids_of_one_site_are_asked_for_in_one_request_and_told_apart(
    library: Library, reader: LibraryReader
) -> None:
    sites = Sites({f"arxiv:id/2603.0000{number}": [paper(number)] for number in (1, 2)})
    one, two, three = await bring(library, sites, ["2603.00002", "2603.00001", "2603.00003"])
    assert sites.asked[0] == "arxiv:id/2603.00002,2603.00001,2603.00003"
    assert (one.title, one.line) == (paper(2).title, f"2603.00002: added: {paper(2).title}")
    assert two.paper_id == paper(1).id
    assert isinstance(three.error, ListingError)
    assert three.line == "2603.00003: no site that was asked has this paper"
    assert reader.counts().papers == 2


async def test_further_sites_add_what_they_know_and_their_failures_do_not_count(
    library: Library, reader: LibraryReader
) -> None:
    sites = Sites(
        {
            "arxiv:id/2603.00001": [paper(1)],
            "arxiv:id/2603.00002": [paper(2)],
            "hf:paper/2603.00001": [replace(paper(1), links=CODE)],
        },
        {"hf:paper/2603.00002": ListingError("not here")},
    )
    one, two = await bring(library, sites, ["2603.00001", "2603.00002"])
    assert (one.outcome, two.outcome, two.error) == ("added", "added", None)
    entry = reader.entry(one.key or 0)
    assert entry is not None
    assert entry.paper.links.code == CODE.code
    assert [origin.name for origin in entry.origins] == ["arxiv:id", "hf:paper"]


async def test_a_paper_that_the_best_site_does_not_give_is_asked_of_the_next(library: Library) -> None:
    sites = Sites({"openalex:10.1000/x": [paper(3)]}, {"doi:10.1000/x": NetworkError("did not answer")})
    (brought,) = await bring(library, sites, ["10.1000/x"])
    assert (brought.outcome, brought.title) == ("added", paper(3).title)
    (missing,) = await bring(library, Sites({}, sites.failures), ["10.1000/x"])
    assert missing.line == "10.1000/x: did not answer"


async def test_why_the_best_site_gave_nothing_is_told_where_no_other_site_has_the_paper(
    library: Library,
) -> None:
    failures: dict[str, RadarError] = {
        "doi:10.1000/x": NetworkError("did not answer"),
        "openalex:10.1000/x": ListingError("no such paper"),
    }
    (brought,) = await bring(library, Sites({}, failures), ["10.1000/x"])
    assert (brought.key, brought.line) == (None, "10.1000/x: did not answer")


async def test_what_is_known_is_completed_and_told_as_such(library: Library) -> None:
    sites = Sites({"arxiv:id/2603.00001": [paper(1)]})
    await bring(library, sites, ["2603.00001"])
    (again,) = await bring(library, sites, ["2603.00001"])
    assert again.outcome == "there already"
    richer = Sites({"arxiv:id/2603.00001": [replace(paper(1), links=Links(pdf="https://x.example/a.pdf"))]})
    (again,) = await bring(library, richer, ["2603.00001"])
    assert again.outcome == "there already, completed"


async def test_what_names_no_paper_is_told_and_asked_of_nobody(library: Library) -> None:
    sites = Sites({})
    (brought,) = await bring(library, sites, ["zzz\x1b[31m"])
    assert sites.asked == []
    assert brought.line == "zzz: this names no paper that radar can ask for"
    assert brought.error is not None
    assert "arXiv id" in brought.error.hint


async def test_papers_are_tagged_and_starred_whether_new_or_known(
    library: Library, reader: LibraryReader
) -> None:
    sites = Sites({f"arxiv:id/2603.0000{number}": [paper(number)] for number in (1, 2)})
    await bring(library, sites, ["2603.00001"])
    brought = await bring(library, sites, ["2603.00001", "2603.00002"], tags=["moss"], star=True)
    for each in brought:
        entry = reader.entry(each.key or 0)
        assert entry is not None
        assert entry.tags == ("moss",)
        assert entry.marks & Mark.STARRED


async def test_a_removed_paper_that_is_asked_for_by_name_comes_anew(
    library: Library, reader: LibraryReader
) -> None:
    sites = Sites({"arxiv:id/2603.00001": [paper(1)], "hf:paper/2603.00001": [replace(paper(1), links=CODE)]})
    (first,) = await bring(library, sites, ["2603.00001"])
    library.remove([first.key or 0])
    (again,) = await bring(library, sites, ["2603.00001"], star=True)
    assert (again.outcome, again.error) == ("added", None)
    assert reader.counts().starred == 1
    entry = reader.entry(again.key or 0)
    assert entry is not None
    assert entry.paper.links.code == CODE.code


async def test_a_text_is_done_when_all_sites_that_may_have_its_paper_were_asked(library: Library) -> None:
    sites = Sites({"hf:paper/2603.00001": [paper(1)]}, {"arxiv:id/2603.00001": NetworkError("gone")})

    async def close() -> None:
        return

    bringer = Bringer(library, sites.source, sites.sources_of, read, close)
    async with aclosing(bringer.run(["2603.00001", "2603.00002", "moss"])) as events:
        asked = [event async for event in events if isinstance(event, Asked)]
    assert asked[0] == Asked(1, 3, failed=1), "one names no paper, and for the others there is another site"
    assert asked[-1] == Asked(3, 3, new=1, failed=2)
