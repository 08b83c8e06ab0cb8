"""The links of a text."""

from __future__ import annotations

import pytest

from radar.abstracts.releases.links import LinkKind, kind_of, links, same_place


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("at https://github.com/crab/walk.", "https://github.com/crab/walk"),
        ("at https://crab.github.io/Walk+.", "https://crab.github.io/Walk+"),
        ("at github.com/crab/walk, and", "https://github.com/crab/walk"),
        (r"at \url{https://github.com/crab/walk}.", "https://github.com/crab/walk"),
        (r"\href{https://github.com/crab/walk}{here}", "https://github.com/crab/walk"),
        ("(https://github.com/crab/walk)", "https://github.com/crab/walk"),
        ("https://github.com/crab/walk.git", "https://github.com/crab/walk"),
        ("https://github.com/crab/walk/.", "https://github.com/crab/walk"),
        (r"https://github.com/crab\_lab/walk", "https://github.com/crab_lab/walk"),
        ("git@github.com:crab/walk.git", "https://github.com/crab/walk"),
        ("at https://github.com/ crab/walk.", "https://github.com/crab/walk"),
        ("at https://github.com/crab/ walk-fast.", "https://github.com/crab/walk-fast"),
        ("at https://github.com/crab/ walking.", "https://github.com/crab"),
        ("https: //github.com/crab/walk", "https://github.com/crab/walk"),
        ("https://github.com/crab/walk.We like", "https://github.com/crab/walk"),
        ("see crab.github.io/walk.", "https://crab.github.io/walk"),
        ("see www.crab.example.com/walk.", "https://www.crab.example.com/walk"),
        ("http://crab.example.org/a_(b)", "http://crab.example.org/a_(b)"),
        ("https://crab.example.org/x?y=1#z;", "https://crab.example.org/x?y=1#z"),
        ("at gitlab.crab.fr/walk/side, and", "https://gitlab.crab.fr/walk/side"),
        ("see crab.sourceforge.net.", "https://crab.sourceforge.net"),
        ("Zenodo (doi:10.5281/zenodo.123).", "https://doi.org/10.5281/zenodo.123"),
        ("OSF: 10.17605/OSF.IO/CRAB", "https://doi.org/10.17605/OSF.IO/CRAB"),
        ("at https://github. com/crab/walk.", "https://github.com/crab/walk"),
        ("at https:/crab.github.io/walk", "https://crab.github.io/walk"),
        (r"https://github.com/crab{\_}lab/walk", "https://github.com/crab_lab/walk"),
    ],
)
def test_a_link_is_found_and_written_in_full(text: str, url: str) -> None:
    assert [link.url for link in links(text)] == [url]


@pytest.mark.parametrize("between", [",", ";", "/", " and "])
def test_links_written_without_a_space_are_told_apart(between: str) -> None:
    found = links(f"https://github.com/crab/walk{between}https://github.com/crab/swim")
    assert [link.url for link in found] == ["https://github.com/crab/walk", "https://github.com/crab/swim"]


def test_an_archived_page_is_one_link() -> None:
    url = "https://web.archive.org/web/2020/https://crab.example.org/walk"
    assert [link.url for link in links(url)] == [url]


def test_a_link_in_markdown_is_found_on_both_sides() -> None:
    found = links("[https://github.com/crab/walk](https://github.com/crab/walk)")
    assert [link.url for link in found] == ["https://github.com/crab/walk"] * 2


def test_the_offsets_are_those_of_the_link_in_the_text() -> None:
    text = "Code: github.com/crab/walk. Data: https://zenodo.org/record/1."
    assert [text[link.start : link.end] for link in links(text)] == [
        "github.com/crab/walk",
        "https://zenodo.org/record/1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://crab:secret@evil.example.com/x",
        "ftp://crab.example.org/x",
        "javascript:alert(1)",
        "and/or and so.on",
        "http://",
        "https://localhost/x",
    ],
)
def test_what_is_no_safe_web_link_is_left_out(text: str) -> None:
    assert links(text) == ()


def test_a_broken_link_is_not_joined_with_the_next_sentence() -> None:
    assert [link.url for link in links("at https://github.com/crab/ We show more.")] == [
        "https://github.com/crab"
    ]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/a/b", LinkKind.REPOSITORY),
        ("https://gitlab.com/a/b", LinkKind.REPOSITORY),
        ("https://gitlab.crab.example.edu/a/b", LinkKind.REPOSITORY),
        ("https://bitbucket.org/a/b", LinkKind.REPOSITORY),
        ("https://codeberg.org/a/b", LinkKind.REPOSITORY),
        ("https://sourceforge.net/projects/a", LinkKind.REPOSITORY),
        ("https://anonymous.4open.science/r/a", LinkKind.REPOSITORY),
        ("https://zenodo.org/record/1", LinkKind.ARCHIVE),
        ("https://doi.org/10.5281/zenodo.1", LinkKind.ARCHIVE),
        ("https://osf.io/abc", LinkKind.ARCHIVE),
        ("https://dataverse.crab.edu/a", LinkKind.ARCHIVE),
        ("https://archive.softwareheritage.org/swh:1", LinkKind.ARCHIVE),
        ("https://figshare.com/a", LinkKind.ARCHIVE),
        ("https://huggingface.co/datasets/a/b", LinkKind.MODEL_HUB),
        ("https://a.github.io/b", LinkKind.PAGE),
        ("https://notgithub.com/a", LinkKind.PAGE),
        ("https://crab.example.org/github.com", LinkKind.PAGE),
    ],
)
def test_a_link_is_known_by_its_host(url: str, kind: LinkKind) -> None:
    assert kind_of(url) is kind


def test_scheme_case_and_git_make_no_other_place() -> None:
    assert same_place("http://www.github.com/A/b.git", "https://github.com/a/b/")
    assert not same_place("https://github.com/a/b", "https://github.com/a/c")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Data: 10.5281/zenodo.1234567.", "https://doi.org/10.5281/zenodo.1234567"),
        ("OSF (DOI: 10.17605/OSF.IO/AB1CD)", "https://doi.org/10.17605/OSF.IO/AB1CD"),
        ("doi:10.6084/m9.figshare.12345", "https://doi.org/10.6084/m9.figshare.12345"),
    ],
)
def test_the_doi_of_an_archive_is_a_link_without_its_site(text: str, url: str) -> None:
    (link,) = links(text)
    assert (link.url, link.kind) == (url, LinkKind.ARCHIVE)


def test_the_doi_of_an_article_is_no_link() -> None:
    assert links("Published as 10.1000/crab.2024, with 10.5 % more claws.") == ()


def test_a_competition_is_no_archive() -> None:
    assert kind_of("https://www.kaggle.com/competitions/crab") is LinkKind.PAGE
    assert kind_of("https://www.kaggle.com/datasets/crab") is LinkKind.ARCHIVE


def test_links_are_found_behind_letters_that_are_longer_in_lower_case() -> None:
    text = "İİİ crab.io www.crabs.org"
    assert [text[link.start : link.end] for link in links(text)] == ["www.crabs.org"]
