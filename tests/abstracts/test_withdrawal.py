"""The takeaway of a paper that was withdrawn."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.summary import TAKEAWAY_WORDS, TakeawayOrigin

TITLE = "A paper on kites for language models"


@pytest.mark.parametrize(
    "notice",
    [
        "This paper has been withdrawn due to an error.",
        "This paper has been withdrawn by the authors due to a crucial error in Lemma 3.",
        "Withdrawn by the authors, who found an error in the second experiment.",
        "The authors have withdrawn this submission.",
    ],
)
def test_a_notice_is_said_as_it_is(notice: str) -> None:
    line = read_text(TITLE, f"{notice} We will submit a new version with new data.").takeaway
    assert (line.text, line.origin) == (notice, TakeawayOrigin.QUOTED)


def test_a_long_notice_is_broken_off() -> None:
    notice = "This paper has been withdrawn because " + "of an error and " * 20 + "more."
    text = read_text(TITLE, notice).takeaway.text
    assert notice.startswith(text.removesuffix("…"))
    assert text.endswith("…")
    assert len(text.split()) == TAKEAWAY_WORDS


def test_where_the_abstract_was_kept_the_takeaway_is_of_it() -> None:
    kept = "We let kites steer themselves by the tension of their lines over forty days of flights."
    line = read_text(TITLE, f"{kept} This paper has been withdrawn by the authors due to a crucial error.")
    assert line.takeaway.text == read_text(TITLE, kept).takeaway.text


def test_a_paper_about_withdrawals_is_none() -> None:
    text = "The drug was withdrawn from 40 markets. We study who took it after that, in ten countries."
    assert "ten countries" in read_text(TITLE, text).takeaway.text
    line = read_text(TITLE, "We study how withdrawn papers are cited, in 40 journals over ten years.")
    assert "cited" in line.takeaway.text
