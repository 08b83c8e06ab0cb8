"""Two records of one paper meet under one identity."""

from __future__ import annotations

import random
from datetime import date

import pytest

from radar.papers.listed.identity import (
    acl_id,
    are_ids,
    arxiv_id,
    doi_id,
    family_name,
    ids_among,
    normalised_title,
    title_id,
)

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2406.01234",
        "2406.01234v3",
        "arXiv:2406.01234",
        "arxiv: 2406.01234v1",
        "https://arxiv.org/abs/2406.01234",
        "http://export.arxiv.org/abs/2406.01234v2",
        "https://arxiv.org/pdf/2406.01234v2.pdf",
        "https://huggingface.co/papers/2406.01234",
        "https://huggingface.co/papers/2406.01234.md",
        "https://www.alphaxiv.org/overview/2406.01234v2",
        "https://ar5iv.labs.arxiv.org/html/2406.01234",
        "https://ar5iv.org/abs/2406.01234/",
        "https://doi.org/10.48550/arXiv.2406.01234",
    ],
)
def test_every_way_to_write_an_arxiv_id_is_one_id(text: str) -> None:
    assert arxiv_id(text) == "arxiv:2406.01234"


@pytest.mark.parametrize(
    "text", ["hep-th/9901001", "arXiv:hep-th/9901001v2", "https://arxiv.org/abs/hep-th/9901001"]
)
def test_old_arxiv_ids_are_known(text: str) -> None:
    assert arxiv_id(text) == "arxiv:hep-th/9901001"


@pytest.mark.parametrize(
    "text", ["", "10.1145/1234", "2406.1", "about 2406.01234 papers", "https://example.org/2406.01234x"]
)
def test_other_numbers_are_no_arxiv_ids(text: str) -> None:
    assert arxiv_id(text) is None


@pytest.mark.parametrize(
    "text",
    ["10.1000/AbC", "doi:10.1000/abc", "https://doi.org/10.1000/abc", "http://dx.doi.org/10.1000/ABC."],
)
def test_every_way_to_write_a_doi_is_one_id(text: str) -> None:
    assert doi_id(text) == "doi:10.1000/abc"


def test_an_anthology_link_is_an_acl_id() -> None:
    assert acl_id("https://aclanthology.org/2024.acl-long.1/") == "acl:2024.acl-long.1"
    assert acl_id("https://aclanthology.org/2024.acl-long.1.pdf") == "acl:2024.acl-long.1"
    assert acl_id("https://example.org/2024.acl-long.1") is None


def test_titles_meet_without_case_accents_braces_and_punctuation() -> None:
    assert normalised_title("{B}ézier  Curves: A Primer!") == normalised_title("bezier curves — a primer")


def test_a_title_of_plain_letters_is_normalised_as_any_other() -> None:
    chance = random.Random(7)
    for _ in range(2_000):
        plain = "".join(chance.choices([*map(chr, range(128)), *"aBz09 {}$\\_-"], k=chance.randrange(40)))
        # An accent goes, and with it the title is not plain any more.
        assert normalised_title(plain) == normalised_title(plain + "\u0301"), plain


def test_the_same_title_by_another_first_author_is_another_paper() -> None:
    assert title_id("A Primer", "Ada Stone") == title_id("a primer.", "Stone, A.")
    assert title_id("A Primer", "Ada Stone") != title_id("A Primer", "Ben Hill")


def test_titles_of_signs_alone_are_told_apart_by_their_signs() -> None:
    assert len({title_id(title) for title in ("🙂🙂🙂", "🙃", "???", "")}) == 4
    assert title_id(" 🙃 ") == title_id("🙃")


def test_the_family_name_is_found_in_both_orders() -> None:
    assert family_name("María de la Cruz") == family_name("Cruz, María") == "cruz"
    assert family_name("") == ""


def test_a_few_ids_are_known_also_with_commas_between() -> None:
    assert are_ids("2611.01234, https://arxiv.org/abs/2611.01235;\n10.18653/v1/2024.acl-long.1")
    assert not are_ids("2611.01234, kites")
    assert not are_ids(" , ")


def test_ids_and_links_are_found_among_words_each_once() -> None:
    text = (
        "See (https://arxiv.org/abs/2611.01234v2), arXiv:2611.01234 and [this](https://doi.org/10.1000/kites);"
        " 10.1016/S0140(20)30183 too. In 2024, 3.5 of 12 kites fell."
    )
    assert ids_among(text, TODAY) == (
        "https://arxiv.org/abs/2611.01234v2",
        "https://doi.org/10.1000/kites",
        "10.1016/S0140(20)30183",
    )
    assert ids_among("kites fly", TODAY) == ()


@pytest.mark.parametrize("number", ["1234.56789", "1999.99999", "2400.12345", "0612.1234", "2712.00001v2"])
def test_a_number_among_words_is_an_id_only_if_it_begins_with_a_month_of_arxiv(number: str) -> None:
    assert ids_among(f"The kite rose by {number}, and 2611.01234.", TODAY) == ("2611.01234",)
    for named in (f"arXiv:{number}", f"https://arxiv.org/abs/{number}"):
        assert ids_among(f"as in ({named})", TODAY) == (named,)
    assert ids_among(f"as in arXiv: {number}", TODAY) == (number,)
