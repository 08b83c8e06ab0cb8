"""Hugging Face and arXiv as sites."""

from __future__ import annotations

from dataclasses import dataclass

from radar.papers.identity import arxiv_id
from radar.sources import arxiv_api, hf_daily
from radar.sources.site import Means
from radar.sources.source import Source


@dataclass(frozen=True, slots=True)
class _HuggingFace:
    prefix: str = "hf"
    forms: tuple[str, ...] = hf_daily.FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a name."""
        return hf_daily.HuggingFaceDaily(name, means.fetch, means.home or hf_daily.BASE_URL)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return nothing: the daily papers are asked for by day."""
        return ()


@dataclass(frozen=True, slots=True)
class _Arxiv:
    prefix: str = "arxiv"
    forms: tuple[str, ...] = arxiv_api.FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a name."""
        return arxiv_api.ArxivCategory(name, means.fetch, means.home or arxiv_api.BASE_URL)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the name that brings one paper."""
        id = arxiv_id(text)
        return (f"arxiv:id/{id.removeprefix('arxiv:')}",) if id else ()


HUGGING_FACE = _HuggingFace()
ARXIV = _Arxiv()
