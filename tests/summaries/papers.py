"""Invented papers for the tests of summaries."""

from __future__ import annotations

from radar.abstracts.reading import read
from radar.papers.listed.paper import Paper, PaperId, clean_paper
from radar.papers.summaries.summary import Reading
from radar.summaries.checks.grounding import Grounded, ground
from radar.summaries.prompting.answer import Answer
from radar.summaries.prompting.prompt import load_prompt, paper_text

FOXES = (
    "Foxes in cities are hard to count. "
    "We introduce FoxCam, a network that counts foxes in pictures of 1,200 garden cameras. "
    "On the Garden-7 benchmark, FoxCam reduces the error from 33.25\\% to 12.5\\% "
    "and is 7-22% faster than DenNet. "
    "Our code is available at https://github.com/den/foxcam."
)
"""Four sentences: background, method, result, code."""


def paper(abstract: str = FOXES, title: str = "Counting Foxes with Cameras", id: str = "title:fox") -> Paper:
    return clean_paper(Paper(PaperId(id), title, ("Ada Reh",), abstract))


def reading_of(paper: Paper) -> Reading:
    return read(paper)


def grounded(answer: Answer, of: Paper | None = None) -> Grounded:
    """What is shown of an answer to the shipped prompt about a paper."""
    of = of or paper()
    return ground(answer, of, paper_text(of), reading_of(of), load_prompt())


def said(takeaway: str, of: Paper | None = None) -> Grounded:
    return grounded(Answer(takeaway, 0, 0), of)
