"""Some forty well-known papers, so that radar can be tried without a listing and without a network."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from typing import Any

from radar.papers.listed.identity import arxiv_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper

SAMPLE = Listing("sample", "sample of radar")
SAMPLE_NOTE = "abstracts of the sample are paraphrases written for radar"


def sample_papers() -> tuple[Paper, ...]:
    """Return the papers of the sample: all but the abstracts are facts, those are paraphrases."""
    text = resources.files("radar.sources").joinpath("sample.json").read_text(encoding="utf-8")
    return tuple(clean_paper(_paper(record)) for record in json.loads(text)["papers"])


def _paper(record: dict[str, Any]) -> Paper:
    number = record["id"]
    return Paper(
        id=arxiv_id(number) or PaperId(f"arxiv:{number}"),
        title=record["title"],
        authors=tuple(record["authors"]),
        abstract=record["abstract"],
        venue="arXiv",
        categories=tuple(record["categories"]),
        published=date.fromisoformat(record["published"]),
        links=Links(landing=f"https://arxiv.org/abs/{number}", pdf=f"https://arxiv.org/pdf/{number}"),
    )
