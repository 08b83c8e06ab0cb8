"""What a paper's abstract says of its code, its data and its results."""

from __future__ import annotations

from dataclasses import dataclass, field

from radar.papers.evidence import Evidence
from radar.papers.values import Basis as Basis
from radar.papers.values import Claim as Claim
from radar.papers.values import Release as Release


@dataclass(frozen=True, slots=True)
class CodeStatus:
    """Whether the paper's own software is out."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT


@dataclass(frozen=True, slots=True)
class DataStatus:
    """Whether the paper's data sets, annotations or model weights are out."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT


@dataclass(frozen=True, slots=True)
class ResultClaim:
    """Whether the text claims an outcome, and how."""

    value: Claim = Claim.NONE
    state_of_the_art: bool = False
    figure: str = ""
    """The key figure as short text for the list, such as "-70 % length"; empty where there is none."""
    evidence: tuple[Evidence, ...] = ()
    """The spans that claim an outcome, the strongest first."""
    state_of_the_art_evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Flags:
    """The three flags of a paper."""

    code: CodeStatus = field(default_factory=CodeStatus)
    data: DataStatus = field(default_factory=DataStatus)
    results: ResultClaim = field(default_factory=ResultClaim)
