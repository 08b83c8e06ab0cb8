"""When two records are one paper."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.paper import Links, Paper, PaperId
from tests.library.samples import LISTING, paper, read

LONG = "On the patience of tomatoes in winter"
SHORT = "On tomatoes"


def record(name: str, title: str = LONG, author: str = "", **changes: object) -> Paper:
    return paper(
        1, id=PaperId(name), title=title, authors=(author,) if author else (), listed=None, **changes
    )


def same(library: Library, one: Paper, other: Paper) -> bool:
    added = library.add_papers([one], LISTING, read)
    again = library.add_papers([other], LISTING, read)
    return added.keys == again.keys


@pytest.mark.parametrize(
    "other",
    [
        record("doi:10.48550/arxiv.2406.01234", "Another title altogether, of some length"),
        record("hf:x", "Another title", links=Links(landing="https://huggingface.co/papers/2406.01234")),
        record("hf:x", "Another title", links=Links(pdf="https://arxiv.org/pdf/2406.01234v3.pdf")),
        record("arxiv:2406.01234v2", "Another title"),
    ],
    ids=["arxiv-doi", "landing-link", "pdf-link", "version"],
)
def test_one_arxiv_id_in_any_form_is_one_paper(library: Library, other: Paper) -> None:
    assert same(library, record("arxiv:2406.01234", author="Ada Åberg"), other)


def test_an_acl_id_and_its_doi_are_one_paper(library: Library) -> None:
    assert same(
        library,
        record("acl:P19-1001", doi="", author="A B"),
        record("x:1", "Other", doi="10.18653/v1/p19-1001"),
    )


def test_one_doi_is_one_paper_whatever_its_case(library: Library) -> None:
    assert same(
        library,
        record("x:1", doi="10.1234/ABC.7", author="A B"),
        record("x:2", "Other", doi="https://doi.org/10.1234/abc.7"),
    )


@pytest.mark.parametrize("title", [LONG, SHORT])
def test_the_same_title_and_first_author_are_one_paper(library: Library, title: str) -> None:
    assert same(
        library,
        record("arxiv:2406.00001", title, "Ada Åberg"),
        record("bib:x", title.upper() + "!", "Aberg, A."),
    )


def test_the_same_title_by_others_is_another_paper(library: Library) -> None:
    assert not same(
        library, record("arxiv:2406.00001", author="Ada Åberg"), record("bib:x", author="Ben Builder")
    )


@pytest.mark.parametrize("named_first", [True, False])
def test_a_distinctive_title_is_enough_where_one_record_lacks_authors(
    library: Library, named_first: bool
) -> None:
    named, nameless = record("arxiv:2406.00001", author="Ada Åberg"), record("title:00")
    assert same(library, *((named, nameless) if named_first else (nameless, named)))


@pytest.mark.parametrize("named_first", [True, False])
def test_a_short_title_is_not_enough_where_one_record_lacks_authors(
    library: Library, named_first: bool
) -> None:
    named, nameless = record("arxiv:2406.00001", SHORT, "Ada Åberg"), record("title:00", SHORT)
    assert not same(library, *((named, nameless) if named_first else (nameless, named)))


def test_a_title_that_two_papers_share_does_not_tell_whose_a_nameless_record_is(library: Library) -> None:
    library.add_papers(
        [record("arxiv:2406.00001", author="Ada Åberg"), record("arxiv:2406.00002", author="Ben Builder")],
        LISTING,
        read,
    )
    assert library.add_papers([record("title:00")], LISTING, read).new == 1


def test_a_title_that_papers_share_tells_nothing_within_one_file_either(library: Library) -> None:
    of_others = [
        record("arxiv:2406.00001", author="Ada Åberg"),
        record("arxiv:2406.00002", author="B. Builder"),
    ]
    assert library.add_papers([*of_others, record("title:00")], LISTING, read).new == 3


@pytest.mark.parametrize("scheme", ["arxiv:2406.0000", "acl:2024.acl-long."])
def test_two_papers_of_one_archive_are_two_whatever_their_titles(library: Library, scheme: str) -> None:
    one, other = record(f"{scheme}1", author="Ada Åberg"), record(f"{scheme}2", author="Ada Åberg")
    assert not same(library, one, other)
    again = library.add_papers([one, other], LISTING, read)
    assert (again.new, len(set(again.keys))) == (0, 2)


@pytest.mark.parametrize("author", ["", "Ada Åberg"])
def test_two_dois_of_one_registrant_are_two_papers_whatever_their_titles(
    library: Library, author: str
) -> None:
    one, other = record("doi:10.5555/ed.8", author=author), record("doi:10.5555/ed.9", author=author)
    assert not same(library, one, other)
    again = library.add_papers([one, other], LISTING, read)
    assert (again.new, len(set(again.keys))) == (0, 2)
    together = [record(f"doi:10.5555/preface.{at}", "Preface of all the editors") for at in range(3)]
    assert len(set(library.add_papers(together, LISTING, read).keys)) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10.1016/j.kite.7", "10.2139/ssrn.7"),
        ("10.21203/rs.3.rs-12/v1", "10.21203/rs.3.rs-12/v2"),
        ("10.1101/2020.01.02.123456v1", "10.1101/2020.01.02.123456v3"),
        ("10.26434/chemrxiv-2021-abc", "10.26434/chemrxiv-2021-abc-v2"),
        ("10.7554/elife.12345", "10.7554/elife.12345.2"),
        ("10.12688/f1000research.123456.1", "10.12688/f1000research.123456.2"),
    ],
)
def test_dois_of_two_registrants_or_of_two_versions_may_be_one_paper(
    library: Library, one: str, other: str
) -> None:
    assert same(library, record(f"doi:{one}", author="Ada Åberg"), record(f"doi:{other}", author="Ada Åberg"))


def test_a_doi_that_another_record_gave_a_paper_tells_it_from_others_too(library: Library) -> None:
    of_journal, of_server = record("doi:10.1016/j.kite.7"), record("doi:10.2139/ssrn.7")
    assert same(library, of_journal, of_server)
    assert library.add_papers([record("doi:10.2139/ssrn.8")], LISTING, read).new == 1


def test_one_archives_id_is_one_paper_though_a_registrant_gave_it_two_dois(library: Library) -> None:
    links = Links(landing="https://arxiv.org/abs/2406.01234")
    one, other = (record(f"hf:{at}", doi=f"10.1016/j.kite.{at}", links=links) for at in (1, 2))
    assert same(library, one, other)


def test_a_title_without_letters_names_nothing(library: Library) -> None:
    assert not same(library, record("x:1", "???", "Ada Åberg"), record("x:2", "!!!", "Ada Åberg"))


def test_a_paper_is_found_by_every_name_it_ever_had(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([record("title:00")], LISTING, read).keys
    library.add_papers([record("arxiv:2406.01234", author="Ada Åberg", doi="10.1234/Ab")], LISTING, read)
    names = (
        "title:00",
        "arxiv:2406.01234",
        "2406.01234v2",
        "https://arxiv.org/abs/2406.01234",
        "huggingface.co/papers/2406.01234",
        "10.1234/AB",
        "https://doi.org/10.1234/ab",
    )
    assert [reader.key_of(name) for name in names] == [key] * len(names)
    assert reader.key_of("2406.99999") is None
    assert reader.key_of("") is None
    assert reader.key_of("bytes \udcff that are no text") is None
