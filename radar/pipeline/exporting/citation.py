"""What a reference manager asks of a paper: its kind, its key, its link."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import Enum

from radar.abstracts.text.tex import readable_text
from radar.papers.listed.identity import family_name, normalised_title, short_id
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperEntry
from radar.papers.text.partial_dates import PartialDate, known_parts

_JOURNAL = re.compile(
    r"\b(journal|transactions|letters|review|magazine|annals|quarterly|nature)\b", re.IGNORECASE
)
_CONFERENCE = re.compile(
    r"\b(proceedings|proc\.|conferences?|conf\.|workshops?|symposi(?:um|a)|meeting|congress|colloquium|"
    r"convention|lecture notes|findings of|advances in neural|neural information processing systems|"
    r"learning representations|interspeech)(?!\w)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])[\w*-]{2,16}")
_ACRONYM_WITH_YEAR = re.compile(
    r"\b(?=\w*[A-Z]\w*[A-Z])(?P<name>[A-Za-z][\w*]{1,15}?)[\s-]?(?:['’]\s?\d\d|['’]?(?:19|20)\d\d)\b"
)
_HOUSE = re.compile(
    r"(?:the )?(?:technical |technische )?universit(?:y|ät|é|à|ad|ade|eit)(?: .*)?"
    r"|(?!(?:vestnik|bulletin|annals|acta|scientific)\b).{0,150}\buniversity(?: of [\w .-]+)?(?:, [\w .,-]+)?"
    r"|.{0,150}\b(?:press|verlag|e?books|institute of technology|publish(?:ers?|ing)(?: \w+)?)"
    r"|(?:springer|elsevier|prentice[ -]hall|o['’]reilly|addison[ -]wesley|(?:john )?wiley)"
    r"(?: (?:nature|media|bv|b\.v\.|& sons|and sons))?"
    r"|mit|epfl|inria|cern|nasa|nber|zenodo|figshare|dryad",
    re.IGNORECASE,
)
"""A school, a publisher or an archive, which stands in a venue's place for theses, books and data."""
_NO_CONFERENCES = frozenset(
    """AJ ApJ ApJL ApJS BMJ BioEssays CACM ChemBioChem ChemPhysChem ChemSusChem EBioMedicine GigaScience
    HardwareX IJCV IJRR JACM JACS JAIR JAMA JASA JCAP JGR JHEP JMLR JOSS MNRAS MethodsX NEJM NJP NeuroImage
    PASA PASJ PASP PLOS PLoS PNAS PRA PRB PRC PRD PRE PRL PRX PeerJ SSRN SoftwareX TACL TIP TIT TKDE TMLR
    TNNLS TOG TOIS TPAMI TSP TVCG ZooKeys""".split()
)
"""Journals and archives whose names look like those of meetings, by their letters."""
_ARXIV = re.compile(r"(?:arxiv\b|corr$)", re.IGNORECASE)
_LONGEST_NAME = 40
"""Characters of a name or a word in a key: what a listing gives as one may be of any length."""
_FILLING = frozenset(
    {"a", "an", "the", "on", "of", "in", "for", "to", "and", "is", "are", "do", "does", "how", "why"}
)


class Kind(Enum):
    """Where a paper came out."""

    PREPRINT = "preprint"
    CONFERENCE = "conference"
    JOURNAL = "journal"
    HOUSE = "house"
    """At a school, a publisher or an archive, as theses, books and data do."""


def kind_of(paper: Paper) -> Kind:
    """Return the kind of a paper by its venue and id.

    A venue that does not say what it is, such as the title of a feed, is a journal: meetings are called so,
    or go by their letters ("ICML", "Robots and KDD 2024"), and schools and publishers by theirs.
    """
    venue = venue_of(paper)
    if _JOURNAL.search(venue):
        return Kind.JOURNAL
    if paper.id.startswith("acl:") or _is_conference(venue):
        return Kind.CONFERENCE
    if _HOUSE.fullmatch(venue):
        return Kind.HOUSE
    return Kind.JOURNAL if venue else Kind.PREPRINT


def _is_conference(venue: str) -> bool:
    if _CONFERENCE.search(venue):
        return True
    if any(found["name"] not in _NO_CONFERENCES for found in _ACRONYM_WITH_YEAR.finditer(venue)):
        return True
    is_name = venue in _NO_CONFERENCES or _HOUSE.fullmatch(venue) is not None
    return _ACRONYM.fullmatch(venue) is not None and not is_name


def venue_of(paper: Paper) -> str:
    """Return the journal or the meeting; empty for arXiv, where a paper may come out whatever it is."""
    return "" if _ARXIV.match(paper.venue) else paper.venue


def day_of(paper: Paper) -> date | None:
    """Return the day a paper came out, as far as the listing says."""
    return paper.published or paper.listed


def date_parts(paper: Paper) -> tuple[int, ...]:
    """Return year, month and day of a paper, as many of them as a listing can be trusted to have given.

    Some listings write the first of January for a year alone, and the first of a month where no day is
    known; a bibliography without a day that was given is better than one with an invented day.
    """
    day = day_of(paper)
    if day is None:
        return ()
    if isinstance(day, PartialDate):
        return known_parts(day)
    if day.day > 1:
        return day.year, day.month, day.day
    return (day.year, day.month) if day.month > 1 else (day.year,)


def carries_id(entry: PaperEntry) -> bool:
    """Return whether an entry says which paper of radar it is.

    Its tags and notes are known for radar's by that; and a paper that is known by its title alone is known
    again, though its formulas are written otherwise than they stand.
    """
    paper = entry.paper
    rewritten = paper.id.startswith("title:") and readable_text(paper.title) != paper.title
    return bool(entry.tags or entry.note) or rewritten


def arxiv_number(paper: Paper) -> str:
    """Return the arXiv id without its prefix, or an empty string."""
    return paper.id.removeprefix("arxiv:") if paper.id.startswith("arxiv:") else ""


def link_of(paper: Paper) -> str:
    """Return where the paper can be read: the listing's link, or the one its id stands for."""
    scheme, _, number = paper.id.partition(":")
    homes = {"arxiv": "https://arxiv.org/abs/", "doi": "https://doi.org/", "acl": "https://aclanthology.org/"}
    return paper.links.landing or (homes[scheme] + number if scheme in homes else paper.links.pdf)


def pdf_of(paper: Paper) -> str:
    """Return where the paper's PDF is: the listing's link, or the one its id stands for; empty for none."""
    scheme, _, number = paper.id.partition(":")
    homes = {"arxiv": f"https://arxiv.org/pdf/{number}", "acl": f"https://aclanthology.org/{number}.pdf"}
    return paper.links.pdf or homes.get(scheme, "")


def key_of(paper: Paper) -> str:
    """Return `family<year><word>-<id>`: the same key in every export, and no other paper's."""
    author = _ascii(family_name(paper.authors[0])) if paper.authors else ""
    day = day_of(paper)
    words = [word for word in _ascii(normalised_title(paper.title)).split() if word not in _FILLING]
    family = author.replace(" ", "")[:_LONGEST_NAME] or "paper"
    word = words[0][:_LONGEST_NAME] if words else ""
    name = f"{family}{day.year if day else ''}{word}"
    return f"{name}-{short_id(paper.id)}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9 ]", "", plain.lower())
