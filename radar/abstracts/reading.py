"""Reading one paper: its flags with their evidence, and the offline takeaway."""

from __future__ import annotations

from radar.abstracts.claims import read_claims, result_claim, sentence_claim
from radar.abstracts.releases.code_and_data import code_and_data, statuses
from radar.abstracts.rules_version import RULES_VERSION as RULES_VERSION
from radar.abstracts.takeaways.takeaway import takeaway
from radar.abstracts.text.dollars import as_written, with_dollars
from radar.abstracts.text.noun_phrases import Thing
from radar.abstracts.text.sentences import Span, sentences
from radar.abstracts.text.text_units import units
from radar.abstracts.withdrawal import may_tell, notice_of, without_notices
from radar.papers.listed.paper import Links, Paper
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Flags, ResultClaim
from radar.papers.summaries.summary import Reading

_LONGEST = 12_000
"""So many characters of a text are read; no abstract is longer."""
_MOST_SENTENCES = 500
"""So many sentences of an abstract are read; none has more."""
_NO_LINKS = Links()


def read(paper: Paper) -> Reading:
    """Return the flags and the offline takeaway of a paper whose texts are clean."""
    return _read(paper.title, paper.abstract, paper.comment, paper.links)


def read_text(title: str, abstract: str, comment: str = "") -> Reading:
    """Return what `read` would return for a paper with these clean texts and no metadata."""
    return _read(title, abstract, comment, _NO_LINKS)


def code_status_of(sentence: str) -> CodeStatus:
    """Return what one sentence says of the release of code; its evidence counts from the sentence's start."""
    status = statuses("", sentence, units(sentence, (Span(0, len(sentence)),))).get(Thing.CODE)
    return CodeStatus(status.value, status.url, status.evidence, status.basis) if status else CodeStatus()


def data_status_of(sentence: str) -> DataStatus:
    """Return what one sentence says of the release of data; its evidence counts from the sentence's start."""
    status = statuses("", sentence, units(sentence, (Span(0, len(sentence)),))).get(Thing.DATA)
    return DataStatus(status.value, status.url, status.evidence, status.basis) if status else DataStatus()


def claim_of(sentence: str) -> ResultClaim:
    """Return what one sentence claims; its evidence counts from the sentence's start."""
    plain, dollars = with_dollars(sentence[:_LONGEST])
    (unit,) = units(plain, (Span(0, len(plain)),))
    return as_written(Flags(results=result_claim((sentence_claim(unit),))), dollars).results


def claim_value_of(sentence: str) -> Claim:
    """Return which kind of claim one sentence makes: the value of `claim_of`, for less."""
    plain, _ = with_dollars(sentence[:_LONGEST])
    (unit,) = units(plain, (Span(0, len(plain)),))
    return result_claim((sentence_claim(unit, figures=False),)).value


def _read(title: str, abstract: str, comment: str, links: Links) -> Reading:
    title, abstract, comment = title[:_LONGEST], abstract[:_LONGEST], comment[:_LONGEST]
    abstract, dollars = with_dollars(abstract)
    found = units(abstract, sentences(abstract)[:_MOST_SENTENCES])
    code, data = code_and_data(title, abstract, comment, links.code, links.code_added_by, found)
    claims = read_claims(found, title)
    flags = as_written(Flags(code, data, result_claim(claims, title)), dollars)
    if may_tell(abstract):
        line = notice_of(claims) or takeaway(title, abstract, without_notices(claims))
    else:
        line = takeaway(title, abstract, claims)
    return Reading(line, flags, RULES_VERSION)
