"""A reference as managers of literature keep it, and the paper that it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from radar.papers.bases import Mutable
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.partial_dates import PartialDate, known_parts
from radar.papers.text.safe_text import clean
from radar.sources.texts.dates import day_of, month_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.names import without_others
from radar.sources.texts.web_links import holds_link, is_link, links_in

_NUMBER = (
    r"arxiv(?:\.org/(?:abs|pdf|html)/|\s*e?-?(?:preprint|prints?))?[:\s/]*(?:arxiv:)?\s*"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v(?P<version>\d{1,3}))?\b"
)
_ARXIV_IN_TEXT = re.compile(rf"\b{_NUMBER}", re.IGNORECASE)
_ARXIV_IN_NOTE = re.compile(
    rf"^[^\S\n]*(?:(?:number|eprint|report number|arxiv id|https?)\s*:[\s/]*)?{_NUMBER}",
    re.IGNORECASE | re.MULTILINE,
)
_CATEGORY = re.compile(r"\[(?P<name>[a-z-]+\.[A-Za-z-]{2,})\]")
PREPRINT = re.compile(r"(?:arxiv\b|corr$|arxiv e-prints)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"arxiv:\S+(?:\s*\[[\w.,\s-]*\])?(?:\s*version:\s*\d+)?", re.IGNORECASE)
_FIELD_OF_EXTRA = re.compile(
    r"(?:tex\.\S+|bibtex\S*|citation key|citation-key|publisher|pmc?id|type|doi|is[bs]n|_?eprint\w*|"
    r"original-date|original date|event[- ]\w+|place|status|genre|licen[cs]e|adsbibcode|arxiv id|z?scc\w*|"
    r"container-title|number|s2id|mag id|version|accessed|read_status\w*)\s*[:=].*",
    re.IGNORECASE,
)
"""Lines by which Zotero keeps fields that it has no place for ("Citation Key: kite2024"), in "extra"."""
_LABEL = re.compile(r"comments?:\s*", re.IGNORECASE)
_NO_ABSTRACT = re.compile(r"\s*\[(?:no abstract available|abstract not available)\.?\]\s*$", re.IGNORECASE)
"""Scopus writes so where there is none."""
_DOI_IN_NOTE = re.compile(
    r"^[^\S\n]*(?=doi|https?://|dx\.)(?:doi\s*[:=]\s*)?(?:(?:https?://)?(?:dx\.)?doi\.org/)?"
    r"(10\.\d{4,9}/\S+)",
    re.IGNORECASE | re.MULTILINE,
)
_SHORT_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?)?(10/[a-z0-9]{2,12})", re.IGNORECASE)
_VERSION_AT_END = re.compile(r"v(\d{1,3})(?:\.pdf)?$")
_YEAR_FIRST = re.compile(r"(?<!\d)(1[5-9]\d\d|2[01]\d\d)(?:[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2})(?!\d))?)?")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/.](?:(\d{1,2})[-/.])?(1[5-9]\d\d|2[01]\d\d)(?!\d)")
_REST_OF_DAY = re.compile(r"(\d{1,2})/(\d{1,2})?/")
"""What EndNote leaves of the days of RIS, "2024/06/03/", where it keeps the year by itself."""
_MONTH_NAME = re.compile(r"[A-Za-z]{3,}")
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LOOKED_AT = 2_000
"""Characters of a note that are searched for numbers."""

BELONG_TO_OTHERS = frozenset({"attachment", "note", "annotation"})
"""Zotero's kinds of items that are no papers, but parts of one."""


class Reference(Mutable):
    """What a format found of one entry, each text as it is written; the first of several counts most."""

    title: str = ""
    authors: tuple[str, ...] = ()
    """Each as "Given Family"."""
    abstract: str = ""
    venues: tuple[str, ...] = ()
    dois: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    pdfs: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """Where it may say when the paper came out, in any way that `published_in` reads."""
    numbers: tuple[str, ...] = ()
    """Where the number of a preprint may stand: "2406.01234", "arXiv:2406.01234 [cs.CL]"."""
    notes: tuple[str, ...] = ()
    """What the paper's record says besides; the number of a preprint may stand here too."""


def paper_of(reference: Reference) -> Paper | None:
    """Return the paper that an entry describes, or None where it has no title."""
    title = clean(without_markup(reference.title))
    if not title:
        return None
    authors = without_others(clean(without_markup(name)) for name in reference.authors)
    links = links_in(reference.links)
    doi = _doi(reference, links)
    id, version = _arxiv(reference, links, doi)
    known = id or _acl(links) or (doi_id(doi) if doi else None)
    known = known or title_id(title, authors[0] if authors else "")
    pdf = next((link for link in (*links_in(reference.pdfs), *links) if _is_pdf(link)), "")
    landing = next((link for link in links if link != pdf), "")
    return clean_paper(
        Paper(
            id=known,
            title=title,
            authors=authors,
            abstract=_abstract(reference.abstract),
            venue=_venue(reference.venues),
            categories=_categories(reference) if id else (),
            published=published_in(reference.dates),
            links=Links(landing=landing or landing_of(known) or short_doi_in(reference.dois), pdf=pdf),
            comment=_comment(reference.notes),
            doi=doi,
            version=version,
        )
    )


def _abstract(text: str) -> str:
    return "" if _NO_ABSTRACT.match(text) else abstract_without_markup(text)


def published_in(texts: Iterable[str]) -> date | None:
    """Return the day that one of the texts says most exactly, all of the year that the first says.

    "2024-06-03", "2024/06/03/", "2024//", "3 June 2024", "06/2024", and "JUN 3" beside a year, are read.
    """
    year: int = 0
    best: date | None = None
    for text in texts:
        text = text[:64]
        found = _day_in(text, year)
        if found is None or (year and found.year != year):
            continue
        if best is None or len(known_parts(found)) > len(known_parts(best)):
            best, year = found, year or found.year
    return best


def _day_in(text: str, year: int) -> date | None:
    if day := day_of(text):
        return day
    if rest_of_day := _REST_OF_DAY.fullmatch(text.strip()) if year else None:
        return _dated(year, rest_of_day[1], rest_of_day[2] or "", "")
    found = _YEAR_FIRST.search(text)
    if last := _YEAR_LAST.search(text) if found and not found[2] else None:
        return _day_last(int(last[3]), int(last[1]), int(last[2]) if last[2] else 0)
    if found:
        rest = text[: found.start()] + " " + text[found.end() :]
        return _dated(int(found[1]), found[2] or "", found[3] or "", rest)
    return _dated(year, "", "", text) if year else None


def _day_last(year: int, one: int, other: int) -> date:
    """Return the day of "31/12/2024" or "12/31/2024", of "03/06/2024" the year, of "06/2024" the month.

    Which of two numbers is the month depends on the country, unless one of them can be none.
    """
    if not other:
        return _dated(year, str(one), "", "") or PartialDate(year)
    if min(one, other) > 12 or (max(one, other) <= 12 and one != other):
        return PartialDate(year)
    return _dated(year, str(min(one, other)), str(max(one, other)), "") or PartialDate(year)


def _dated(year: int, month: str, number: str, rest: str) -> date | None:
    name = _MONTH_NAME.search(rest)
    try:
        first = PartialDate(year, month_of(month or (name[0] if name else "")))
    except ValueError:
        return PartialDate(year) if year else None
    beside = _DAY_NUMBER.search(rest) if name and not month else None
    number = number or (beside[0] if beside else "")
    try:
        return date(first.year, first.month, int(number))
    except ValueError:
        return first


def _is_pdf(link: str) -> bool:
    path = link.split("?")[0].split("#")[0].lower()
    return path.endswith(".pdf") or "arxiv.org/pdf/" in path


def _doi(reference: Reference, links: tuple[str, ...]) -> str:
    """Return the DOI; amid a line of a note another paper is spoken of."""
    for text in (*reference.dois, *links):
        if found := doi_of(text):
            return found
    for text in reference.notes:
        plain = without_markup(text[:_LOOKED_AT])
        if (said := _DOI_IN_NOTE.search(plain)) and (found := doi_of(said[1].rstrip(".,;)"))):
            return found
    return ""


def doi_of(text: str) -> str:
    """Return the DOI that a field says, as "10.1/x", "doi:10.1/x" or a link to it; else nothing."""
    words = clean(without_markup(text)).split(" ")
    word = words[1] if words[0].lower() in ("doi", "doi:") and len(words) > 1 else words[0]
    found = doi_id(word.rstrip(".,;"))
    return found.removeprefix("doi:") if found else ""


def short_doi_in(texts: Iterable[str]) -> str:
    """Return the link of the first short form of a DOI, as Zotero has it made ("10/abc12"); else nothing.

    It stands for a DOI that only its site knows.
    """
    found = next(filter(None, (_SHORT_DOI.fullmatch(text.strip()) for text in texts)), None)
    return f"https://doi.org/{found[1].lower()}" if found else ""


def holds_doi(text: str) -> bool:
    """Return whether a field holds a DOI, or the short form of one."""
    return bool(doi_of(text) or short_doi_in([text]))


def _arxiv(reference: Reference, links: tuple[str, ...], doi: str) -> tuple[PaperId | None, int]:
    """Return the number of the preprint and its version, where one is said.

    A number without the word is one only where the venue is arXiv: "2024.1234" is also how reports are
    numbered. In a note it stands at the beginning of a line; elsewhere another paper is spoken of.
    """
    for text in (*reference.dois, *links, doi):
        if known := _numbered(text):
            return known
    at_arxiv = any(PREPRINT.match(venue.strip()) for venue in reference.venues)
    for text in (*reference.numbers, *reference.venues):
        plain = text.strip()
        if at_arxiv and (known := _numbered(plain.removeprefix("abs/"))):
            return known
        if found := _ARXIV_IN_TEXT.search(text[:_LOOKED_AT]):
            return arxiv_id(found["id"]), int(found["version"] or 0)
    for text in reference.notes:
        if found := _ARXIV_IN_NOTE.search(without_markup(text[:_LOOKED_AT])):
            return arxiv_id(found["id"]), int(found["version"] or 0)
    return None, 0


def _numbered(text: str) -> tuple[PaperId, int] | None:
    word = text.strip().split("?")[0].split("#")[0]
    known = arxiv_id(word)
    said = _VERSION_AT_END.search(word)
    return (known, int(said[1]) if said else 0) if known else None


def _acl(links: tuple[str, ...]) -> PaperId | None:
    return next((known for known in map(acl_id, links) if known), None)


def _categories(reference: Reference) -> tuple[str, ...]:
    for text in (*reference.numbers, *reference.notes):
        if found := _CATEGORY.search(text[:_LOOKED_AT]):
            return (found["name"],)
    return ()


def _venue(texts: Iterable[str]) -> str:
    for text in texts:
        venue = clean(without_markup(text))
        if venue and not holds_link(venue):
            return "" if PREPRINT.match(venue) else venue
    return ""


def _comment(texts: Iterable[str]) -> str:
    """Return arXiv's comment, which reference managers file as a note that begins so: "Comment: 12 pages".

    Any other note is the reader's own, and no word of the authors.
    """
    for text in texts:
        lines = _words_of_note(text)
        begun = next((place for place, line in enumerate(lines) if _LABEL.match(line)), len(lines))
        if said := _LABEL.sub("", " ".join(lines[begun:]), count=1):
            return said
    return ""


def is_own_note(text: str) -> bool:
    """Return whether a note is the reader's own: it is not arXiv's comment, and holds more than fields."""
    return bool(_words_of_note(text)) and not _comment((text,))


def _words_of_note(text: str) -> list[str]:
    kept = (clean(without_markup(line)) for line in text[: _LOOKED_AT * 5].splitlines())
    return [line for line in kept if line and not is_field(line)]


def is_field(line: str) -> bool:
    """Return whether a line of a note is a field of its own, as Zotero keeps those it has no place for."""
    parts = (_ONLY_NUMBER, _FIELD_OF_EXTRA)
    return is_link(line) or any(part.fullmatch(line) for part in parts) or bool(doi_of(line))
