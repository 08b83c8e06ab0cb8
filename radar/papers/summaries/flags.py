"""What a paper's abstract says of its code, its data and its results."""

from __future__ import annotations

from enum import StrEnum

from radar.papers.bases import Value
from radar.papers.summaries.evidence import Evidence
from radar.papers.values import Claim as Claim
from radar.papers.values import Release as Release


class Basis(StrEnum):
    """Whose word a flag rests on."""

    ABSTRACT = "abstract"
    """The authors, in title or abstract."""
    COMMENT = "comment"
    """The authors, in the comment field of the listing."""
    LISTING = "listing"
    """A field of the listing of its own."""
    GUESS = "guess"
    """A field that the site filled in by itself: no word of the authors."""
    MODEL = "model"
    """A model read the abstract; the evidence is the sentence it pointed at."""


class CodeStatus(Value):
    """Whether the paper's own software is out."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT


class DataStatus(Value):
    """Whether the paper's data sets, annotations or model weights are out."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT


class ResultClaim(Value):
    """Whether the text claims an outcome, and how."""

    value: Claim = Claim.NONE
    state_of_the_art: bool = False
    figure: str = ""
    """The key figure as short text for the list, such as "-70 % length"; empty where there is none."""
    evidence: tuple[Evidence, ...] = ()
    """The spans that claim an outcome, the strongest first."""
    state_of_the_art_evidence: Evidence | None = None


class Flags(Value):
    """The three flags of a paper."""

    code: CodeStatus = CodeStatus()
    data: DataStatus = DataStatus()
    results: ResultClaim = ResultClaim()
