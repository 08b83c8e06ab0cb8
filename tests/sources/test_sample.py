"""The sample shows every kind of flag and is clean."""

from __future__ import annotations

from radar.abstracts.reading import read
from radar.papers.listed.paper import clean_paper
from radar.papers.summaries.flags import Claim, Release
from radar.sources.sample import SAMPLE_NOTE, sample_papers


def test_the_sample_has_about_forty_papers_each_once() -> None:
    papers = sample_papers()
    assert 38 <= len(papers) <= 45
    assert len({paper.id for paper in papers}) == len({paper.title for paper in papers}) == len(papers)


def test_the_sample_is_clean_and_complete() -> None:
    for paper in sample_papers():
        assert clean_paper(paper) == paper
        assert paper.id.startswith("arxiv:")
        assert paper.authors
        assert len(paper.abstract) > 200
        assert paper.published is not None
        assert paper.links.landing == f"https://arxiv.org/abs/{paper.id.removeprefix('arxiv:')}"


def test_the_sample_shows_papers_with_and_without_code_data_and_claims() -> None:
    flags = [read(paper).flags for paper in sample_papers()]
    assert {flag.code.value for flag in flags} >= {Release.RELEASED, Release.NONE}
    assert {flag.data.value for flag in flags} >= {Release.RELEASED, Release.NONE}
    assert {flag.results.value for flag in flags} == set(Claim)
    assert {flag.results.state_of_the_art for flag in flags} == {True, False}


def test_the_sample_says_that_its_abstracts_are_paraphrases() -> None:
    assert "paraphrases" in SAMPLE_NOTE


def test_the_sample_shows_what_was_done_rather_than_what_is_asked_or_known() -> None:
    lines = {paper.title.split(":")[0]: read(paper).takeaway.text for paper in sample_papers()}
    assert not [line for line in lines.values() if line.endswith("?")]
    assert lines["BERT"].startswith("We pre-train")
