"""What a pasted text is said to be."""

from __future__ import annotations

import pytest

from radar.papers.text.safe_text import clean_layout
from radar.pipeline.pasted import Pasted, look_at_pasted
from radar.wiring.listings import build_formats
from tests.sources.feeds.test_opml import LIST
from tests.sources.hostile import hostile_texts
from tests.test_formats import TEXTS


def look(text: str) -> Pasted:
    return look_at_pasted(text, build_formats())


@pytest.mark.parametrize("name", TEXTS)
def test_a_listing_in_any_format_is_named_with_its_papers(name: str) -> None:
    found = look(clean_layout(TEXTS[name]).strip("\n"))
    assert (found.line, found.is_listing) == (f"1 paper as {name}", True)


def test_lines_that_are_not_understood_are_counted() -> None:
    found = look(TEXTS["RIS"] * 11 + "TY  - JOUR\nAU  - Kite, A\nER  - \n")
    assert found.line == "11 papers as RIS, 1 line not understood"


def test_papers_with_a_field_that_is_not_understood_are_counted_apart() -> None:
    found = look(TEXTS["RIS"] + "TY  - JOUR\nTI  - On Moss\nDO  - moss\nER  - \n")
    assert found.line == "2 papers as RIS, 1 paper with a field not understood"


@pytest.mark.parametrize(
    "text",
    [
        "2401.00001",
        "https://arxiv.org/abs/2401.00001",
        "10.1000/kites",
        "arXiv:2401.00001v2",
        "  ",
        "moss",
    ],
)
def test_what_names_one_paper_is_no_listing(text: str) -> None:
    found = look(text)
    assert not found.is_listing
    assert found.line


def test_a_list_of_feeds_is_named_and_is_no_listing_of_papers() -> None:
    found = look(LIST)
    assert (found.line, found.is_listing) == ("3 feeds as OPML, no papers", False)


def test_of_a_long_text_only_the_beginning_is_read() -> None:
    found = look(TEXTS["RIS"] * 2_000)
    assert found.is_listing
    assert not found.whole and found.left_out == 0
    assert found.line.startswith("more than ") and found.line.endswith(" papers as RIS")


def test_hostile_texts_never_raise() -> None:
    for text in hostile_texts(300):
        assert isinstance(look(text).line, str)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("https://arxiv.org/abs/2601.00003 and 2601.99991", "2 papers named by id or link"),
        ("moss\n2601.00001", "1 paper named by id or link"),
        ("- [Moss](https://arxiv.org/abs/2601.00003)\n", "1 paper named by id or link"),
    ],
)
def test_a_text_that_names_papers_amid_words_says_how_many(text: str, line: str) -> None:
    found = look(text)
    assert (found.is_listing, found.line) == (False, line)
