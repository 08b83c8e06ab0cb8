"""Bringing papers and sources that the reader names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from radar.errors import NoListing, SettingsError
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.pipeline.source_desk import NamedSource
from radar.tui.flows.bringing import Bringing
from radar.tui.flows.step import Ask, Say
from radar.tui.keys.keymap import key_label
from radar.tui.words.nothing_named import nothing_named
from tests.pipeline.fakes import NOON
from tests.tui.flows.taken import replied

JOB = Job(1, JobKind.ADD, "add", "{}", JobState.QUEUED, JobProgress(), NOON)


_LISTED = {"https://kites.example/list": "kites:all"}
"""Sources by the link of what they list."""


_PAGE = "https://kites.example/events/2026"
"""A page of a site that is known, which is no listing."""


class Asking:
    """Knows numbers as papers, names with a colon as sources, and what one link lists."""

    def __init__(self) -> None:
        self.added: list[list[str]] = []
        self.followed: list[str] = []
        self.refreshed: list[tuple[str, ...]] = []
        self.looked_at = 0
        self.unnamed: tuple[str, ...] = ()

    def papers_of(self, text: str) -> tuple[str, ...]:
        """Return a source for a number."""
        self.looked_at += 1
        return (f"arxiv:id/{text}",) if text.replace(".", "").isdecimal() else ()

    def source_of(self, text: str) -> NamedSource:
        """Return the source of a name."""
        if text == _PAGE:
            raise NoListing("this is a page", "The nearest is kites:2026")
        listed = _LISTED.get(text, text)
        if ":" not in listed or listed.startswith("http"):
            raise SettingsError("there is no such source", "The nearest is hf:daily")
        return NamedSource(listed, f"all of {listed}")

    def follows(self, source: NamedSource) -> bool:
        """Return whether it was followed."""
        return source.name in self.followed

    def written_along(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return what was asked before, but those."""
        return tuple(name for name in self.unnamed if name not in names)

    def follow(self, source: NamedSource) -> None:
        """Remember it."""
        self.followed.append(source.name)

    def add(self, texts: list[str]) -> Job:
        """Remember them."""
        self.added.append(texts)
        return replace(JOB, number=len(self.added))

    def refresh(self, names: tuple[str, ...]) -> Job:
        """Remember them."""
        self.refreshed.append(names)
        return JOB


@pytest.fixture
def asking() -> Asking:
    return Asking()


@pytest.fixture
def expected() -> list[Job]:
    return []


@pytest.fixture
def bringing(asking: Asking, expected: list[Job]) -> Bringing:
    return Bringing(asking, "~/config.toml", expected.append, key_label)


def test_an_id_is_asked_for_and_the_cursor_told_of_it(
    bringing: Bringing, asking: Asking, expected: list[Job]
) -> None:
    asked = bringing.start()
    assert asked.purpose == "bring"
    assert replied(asked, " 2406.01234 ") == Say("asked for: 2406.01234")
    assert asking.added == [["2406.01234"]]
    assert [job.number for job in expected] == [1]


def test_several_ids_are_one_job_and_one_that_is_none_stops_them_all(
    bringing: Bringing, asking: Asking
) -> None:
    assert replied(bringing.start(), "2406.01234 2406.05678") == Say("asked for: 2 papers")
    again = replied(bringing.start(), "2406.01234 zz")
    assert isinstance(again, Ask)
    assert again.question == "“zz” names no paper, so that none was added. Once more:"
    assert again.value == "2406.01234 zz"
    assert asking.added == [["2406.01234", "2406.05678"]]


def test_of_a_long_text_that_is_no_list_only_the_beginning_is_looked_at(
    bringing: Bringing, asking: Asking
) -> None:
    text = "A kite is flown by a line. " * 1_000
    again = replied(bringing.start(), text)
    assert isinstance(again, Ask)
    assert again.question.startswith("“A kite is flown by a line. ")
    assert "names no paper and no source" in again.question and len(again.question) < 200
    assert asking.looked_at < 300


def test_a_source_is_followed_after_saying_where_that_is_written(bringing: Bringing, asking: Asking) -> None:
    asked = replied(bringing.start(), "arxiv:cs.CL")
    assert isinstance(asked, Ask)
    assert asked.question == ("follow arxiv:cs.CL (all of arxiv:cs.CL)? that writes it into ~/config.toml")
    assert asking.followed == []
    assert replied(asked, "y") == Say("arxiv:cs.CL is followed, and asked now")
    assert (asking.followed, asking.refreshed) == (["arxiv:cs.CL"], [("arxiv:cs.CL",)])
    again = replied(bringing.start(), "arxiv:cs.CL")
    assert isinstance(again, Ask)
    assert again.question == "arxiv:cs.CL is followed already"


def test_what_is_written_beside_a_source_is_named_in_the_question(bringing: Bringing, asking: Asking) -> None:
    asking.unnamed = ("hf:daily", "kites:all")
    asked = replied(bringing.start(), "arxiv:cs.CL")
    assert isinstance(asked, Ask)
    told = "that writes it into ~/config.toml, and hf:daily, kites:all with it, which you asked before"
    assert asked.question == f"follow arxiv:cs.CL (all of arxiv:cs.CL)? {told}"


def test_a_demo_follows_for_itself_and_says_so(asking: Asking) -> None:
    asked = replied(Bringing(asking, "", lambda _job: None, key_label).start(), "arxiv:cs.CL")
    assert isinstance(asked, Ask)
    told = "for this demo? your settings stay as they are"
    assert asked.question == f"follow arxiv:cs.CL (all of arxiv:cs.CL) {told}"
    assert replied(asked, "y") == Say("arxiv:cs.CL is followed for this demo, and asked now")


def test_a_source_can_be_asked_once_without_being_followed(bringing: Bringing, asking: Asking) -> None:
    asked = replied(bringing.start(), "arxiv:cs.CL")
    assert replied(asked, "o") == Say("asked: arxiv:cs.CL")
    assert (asking.followed, asking.refreshed) == ([], [("arxiv:cs.CL",)])


def test_an_address_that_is_no_paper_is_offered_as_a_feed(bringing: Bringing) -> None:
    asked = replied(bringing.start(), "https://kites.example/feed")
    assert isinstance(asked, Ask)
    assert "follow feed:https://kites.example/feed" in asked.question


def test_a_page_of_a_known_site_is_not_offered_as_a_feed(bringing: Bringing) -> None:
    again = replied(bringing.start(), _PAGE)
    assert isinstance(again, Ask)
    assert again.question == f"“{_PAGE}” names no paper and no source. The nearest is kites:2026. Once more:"


def test_the_link_of_a_listing_is_offered_as_the_source_that_reads_it(bringing: Bringing) -> None:
    asked = replied(bringing.start(), "https://kites.example/list")
    assert isinstance(asked, Ask)
    assert "follow kites:all" in asked.question


def test_commas_between_ids_are_no_part_of_them(bringing: Bringing, asking: Asking) -> None:
    assert replied(bringing.start(), "2406.01234, 2406.05678;") == Say("asked for: 2 papers")
    assert asking.added == [["2406.01234", "2406.05678"]]


def test_what_names_nothing_stays_to_be_corrected_with_the_nearest(
    bringing: Bringing, asking: Asking
) -> None:
    again = replied(bringing.start(), "daily")
    assert isinstance(again, Ask)
    elsewhere = "Files come in by I, words are searched for by /"
    told = f"“daily” names no paper and no source. The nearest is hf:daily. {elsewhere}. Once more:"
    assert again.question == told
    assert again.value == "daily"
    follow = replied(again, "hf:daily")
    assert isinstance(follow, Ask)
    assert follow.purpose == "bring.follow"
    assert replied(bringing.start(), "  ") == Say("nothing was added")
    assert asking.added == []


def test_every_word_among_papers_that_names_none_is_quoted(bringing: Bringing, asking: Asking) -> None:
    for typed, told in {
        "blue 2406.01234 kites": "“blue” and “kites” name",
        "a 2406.01234 b c": "“a”, “b” and “c” name",
        "a b c d e 2406.01234": "“a”, “b”, “c” and 2 more name",
        "2406.01234 " * 300 + "kites": "“kites” names",
    }.items():
        again = replied(bringing.start(), typed)
        assert isinstance(again, Ask)
        assert again.question == f"{told} no paper, so that none was added. Once more:"
    assert asking.added == []


@pytest.mark.parametrize("typed", ["kites over shells", "~/f/odd.bib", "papers/odd.ris", "odd.jsonl.gz"])
def test_words_and_files_are_told_where_they_belong_by_the_keys_that_are_set(
    asking: Asking, typed: str
) -> None:
    keys = {"radar.add": "f2", "search.start": "f3"}
    bringing = Bringing(asking, "~/config.toml", lambda _job: None, lambda id: key_label(id, keys))
    again = replied(bringing.start(), typed)
    assert isinstance(again, Ask)
    told = f"“{typed}” names no paper and no source. Files come in by f2, words are searched for by f3"
    assert again.question == f"{told}. Once more:"


@pytest.mark.parametrize("typed", [r"C:\odd\x.bib", "d:/odd/x.bib"])
def test_a_file_below_a_drive_is_told_the_key_by_which_files_come_in(typed: str) -> None:
    told = f"“{typed}” names no paper and no source. Files come in by f2, words are searched for by f3"
    assert nothing_named(typed, "Sources look like arxiv:cs.CL", "f2", "f3") == told


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (
            "https://github.com/kite/line.git",
            ". The releases of a repository are one: https://github.com/kite/line/releases.atom",
        ),
        ("https://www.github.com/kite", ""),
        ("https://gitlab.com/kite/line", ""),
        ("https://gitlab.com/kite/line?file=lines.xml", ""),
        ("https://huggingface.co/datasets/kite/feed-of-lines", ""),
    ],
)
def test_a_page_of_a_site_of_code_is_not_offered_as_a_feed(bringing: Bringing, link: str, told: str) -> None:
    again = replied(bringing.start(), link)
    assert isinstance(again, Ask)
    no_feed = "is no feed that radar knows of, and names no paper"
    assert again.question == f"“{link}” {no_feed}{told}. Once more:"


@pytest.mark.parametrize(
    "link",
    [
        "https://github.com/kite/line/releases.atom",
        "https://github.com/kite/line/releases.atom?x=1",
        "https://gitlab.com/kite/line/feed/#top",
        "https://gitlab.com/kite/line/-/tags?format=atom",
        "https://huggingface.co/blog/feed.xml",
        "https://kite.github.io/line",
    ],
)
def test_a_feed_of_a_site_of_code_is_offered(bringing: Bringing, link: str) -> None:
    asked = replied(bringing.start(), link)
    assert isinstance(asked, Ask)
    assert f"follow feed:{link}" in asked.question
