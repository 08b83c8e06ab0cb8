"""One entry of a bibliography as a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from radar.papers.bases import Value
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.text.partial_dates import PartialDate, known_parts
from radar.papers.text.safe_text import clean
from radar.sources.bibtex.journal_macros import without_macro
from radar.sources.references.complaints import is_season, link_complaints, lost_of_day
from radar.sources.references.reference import PREPRINT, doi_of, is_field, short_doi_in
from radar.sources.texts.dates import day_of, is_not_dated, month_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.names import listed_by_commas, of_parts, without_others
from radar.sources.texts.tex_text import plain_link, plain_name, plain_text
from radar.sources.texts.web_links import SCHEMELESS, with_scheme

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ARXIV_IN_TEXT = re.compile(
    r"arxiv(?:\.org/abs/|\s*preprint)?[:\s/]*(?:arxiv:)?\s*(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.I
)
_CORR = re.compile(r"abs/(\d{4}\.\d{4,5}|[a-z-]+/\d{7})")
_ARXIVS_COMMENT = re.compile(r"\s*comments?:\s*(.+)", re.IGNORECASE | re.DOTALL)
_LONGEST_COMMENT = 10_000
_ARCHIVES = frozenset(["cs", "econ", "eess", "math", "nlin", "physics", "q-bio", "q-fin", "stat"])
"""What Better BibTeX takes for a category in "arXiv:2406.01234 [cs]"; each of them has several."""
_HEADING = re.compile(r"\s*abstract[:.]?[ \t]*\n\s*", re.IGNORECASE)
"""A line of its own, which Zotero brings along from pages of publishers."""
_NUMBERED = re.compile(r"(?<=\D) \d{4}$")
"""How DBLP tells people of one name apart: "Wei Li 0001"."""
_BEFORE_ITS_OWN = re.compile(
    r"(?:[\W_\d]|\bv\d{1,2}\b|\b(?:accepted|submitted|published|presented|under review|to appear)"
    r"(?: (?:at|to|by|for|in|as) [^.,;:]{1,80})?(?=[.,;:])"
    r"|\b(?:accessed|visited|retrieved|url|href|also|available|accessible|at|as|on|in|from|online|pre-?print"
    r"|e-?prints?|arxiv|version|full|extended|longer|technical|report|link|website|homepage|project|page)\b)*",
    re.IGNORECASE,
)
"""What may stand in a note before the paper's own link or number: "Accepted at X. Also available as"."""
# The links of Mendeley's papers with several stand with a line break between them that is written out.
_PATH = r"(?:(?!</|%(?:5Cn|0A)(?:https?:|\w+://))[^\s{}\"])"
_LINK = re.compile(rf"https?://{_PATH}+|{SCHEMELESS}(?:[/?#]{_PATH}*)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")
_WORD = re.compile(r"[A-Za-z]{3,}")
_DAY = re.compile(r"\d{1,2}")


class BibtexEntry(Value):
    """An entry as it is written, its values without quotes, names of fields in lower case."""

    key: str
    fields: Mapping[str, str]


def paper_of(entry: BibtexEntry) -> Paper | None:
    """Return the paper that an entry describes, or None where it has no title."""
    fields = entry.fields
    title = _title(fields)
    if not title:
        return None
    authors = people_in(fields.get("author", ""))
    link = _link(fields, "url") or _link(fields, "howpublished") or _link_of_note(fields)
    doi = _doi(fields.get("doi", "")) or doi_of(link)
    landing = link or short_doi_in([fields.get("doi", "")])
    id = _id(entry, link, doi) or title_id(title, clean(authors[0]) if authors else "")
    category = (fields.get("primaryclass") or fields.get("eprintclass") or "").strip("{} ")
    if category in _ARCHIVES:
        category = ""
    return Paper(
        id=id,
        title=title,
        authors=authors,
        abstract=abstract_without_markup(plain_text(_HEADING.sub("", fields.get("abstract", ""), count=1))),
        venue=_venue(fields),
        categories=(category,) if category else (),
        published=_published(fields),
        links=Links(landing=landing or landing_of(id), pdf=_link(fields, "pdf")),
        comment=_comment(fields),
        doi=doi,
    )


def _title(fields: Mapping[str, str]) -> str:
    """Return the title with the subtitle of biblatex, where the title does not say that already."""
    whole = fields.get("title") or _chapter(fields)
    title, rest = (clean(_plain(text)) for text in (whole, fields.get("subtitle", "")))
    if not (title and rest) or rest.lower() in title.lower():
        return title
    return f"{title} {rest}" if title[-1] in ":?!.–—" else f"{title}: {rest}"


def _chapter(fields: Mapping[str, str]) -> str:
    """Return the title that some programs give a paper in a book as its chapter, which mostly is a number."""
    chapter = fields.get("chapter", "")
    words = filter(_WORD.search, chapter[:500].split())
    return chapter if len(list(words)) > 1 else ""


def _plain(text: str) -> str:
    """Return a text without TeX, nor the tags and entities that exports of sites leave in."""
    return without_markup(plain_text(text))


def complaints_of(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with fields of an entry that say nothing radar can take, each with its text.

    That a paper is "in press" or without a year ("n.d.") is no mistake.
    """
    day, year, doi, url, month = (
        fields.get(name, "").strip("{} ") for name in ("date", "year", "doi", "url", "month")
    )
    if day and not _dated(day) and not is_not_dated(day):
        yield "the field date holds no day", day
    if year and not _dated(day) and not _YEAR.search(year) and not is_not_dated(year):
        yield "the field year holds no year", year
    if lost := lost_of_day(day.split("/")[0]):
        yield f"the field date {lost}", day
    dated = _published(fields)
    if month.strip("{} 0") and dated and len(known_parts(dated)) == 1 and not is_season(month):
        yield "the field month holds no month", month
    if (number := fields.get("day", "").strip("{} ")) and dated and len(known_parts(dated)) < 3:
        yield "the field day holds no day of a month that is told", number
    if doi and not (_doi(doi) or short_doi_in([doi])):
        yield "the field doi holds no DOI", doi
    if url and not _link(fields, "url"):
        for _ in link_complaints([("", plain_text(url))]):
            yield "the field url holds no link of the web", url


def _first_number(month: str) -> str:
    """Return the first of "10--12"."""
    found = _DAY.search(month)
    return found[0] if found else ""


def _dated(text: str) -> bool:
    start = text.split("/")[0]
    return bool(day_of(start) or _YEAR.search(start))


def people_in(text: str) -> tuple[str, ...]:
    """Return the names of "Doe, Jane and {The Kite Group} and others", each as "Given Family"."""
    names: list[str] = []
    for name in _split_at_and(" ".join(text.split())):
        corporate = name.startswith("{") and name.endswith("}") and "," not in name[:1]
        plain = _NUMBERED.sub("", clean(without_markup(plain_name(name))))
        parts = plain if corporate else of_parts(plain)
        names += [parts] if corporate or parts != plain else listed_by_commas(plain)
    return without_others(names)


def _split_at_and(text: str) -> list[str]:
    names: list[str] = []
    start = 0
    for found in _AND.finditer(text):
        before = text[start : found.start()]
        if before.count("{") <= before.count("}"):
            names.append(before)
            start = found.end()
    return [*names, text[start:]]


def _id(entry: BibtexEntry, link: str, doi: str) -> PaperId | None:
    fields = entry.fields
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip("{} ").lower()
    eprint = fields.get("eprint", "").strip("{} ")
    known = arxiv_id(eprint) if archive in ("", "arxiv") else None
    if known or (
        known := arxiv_id(link.split("?")[0]) or arxiv_id(f"10.48550/{doi[9:]}" if _is_datacite(doi) else "")
    ):
        return known
    if corr := _CORR.fullmatch(fields.get("volume", "").strip("{} ")):
        return arxiv_id(corr[1])
    for name in ("journal", "journaltitle", "note", "howpublished", "eprint"):
        text = fields.get(name, "")[:500].replace("{", "").replace("}", "")
        if (found := _ARXIV_IN_TEXT.search(text)) and (name != "note" or _is_its_own(text, found)):
            return arxiv_id(found[1])
    return acl_id(link) or (doi_id(doi) if doi else None)


def _is_datacite(doi: str) -> bool:
    return doi.startswith("10.48550/")


def _link(fields: Mapping[str, str], name: str) -> str:
    found = _LINK.search(plain_link(fields.get(name, "")))
    return with_scheme(found[0].rstrip(".,;>")) if found else ""


def _link_of_note(fields: Mapping[str, str]) -> str:
    text = plain_link(fields.get("note", ""))
    found = _LINK.search(text)
    return _link(fields, "note") if found and _is_its_own(text, found) else ""


def _is_its_own(note: str, found: re.Match[str]) -> bool:
    """Whether a note begins with a link or a number: amid other words it is that of another paper."""
    before = _BEFORE_ITS_OWN.match(note)
    return before is not None and before.end() >= found.start()


def _doi(text: str) -> str:
    return doi_of(plain_link(text).replace("{", "").replace("}", ""))


def _venue(fields: Mapping[str, str]) -> str:
    for name in (
        "booktitle",
        "journal",
        "journaltitle",
        "eventtitle",
        "school",
        "institution",
        "publisher",
        "howpublished",
    ):
        venue = without_macro(clean(_plain(fields.get(name, ""))))
        if venue and not _LINK.search(venue):
            return "" if PREPRINT.match(venue) else venue
    return ""


def _comment(fields: Mapping[str, str]) -> str:
    """Return the note, where it says more than a link or the number of a preprint does.

    It is the only one that a bibliography prints: annote, annotation and comment are the reader's own, but
    for what Zotero has taken there from arXiv.
    """
    note = fields.get("note", "")
    said = _ARXIVS_COMMENT.match(note[:_LONGEST_COMMENT])
    text = clean(_plain(said[1] if said else note))
    if text and not (_LINK.fullmatch(text) or PREPRINT.match(text) or is_field(text)):
        return text
    found = arxivs_comment(fields)
    return clean(_plain(found[1])) if found else ""


def arxivs_comment(fields: Mapping[str, str]) -> re.Match[str] | None:
    """Return where a note holds a comment of arXiv as Zotero files it: "Comment: 12 pages"."""
    return _ARXIVS_COMMENT.match(fields.get("annote", "")[:_LONGEST_COMMENT])


def _published(fields: Mapping[str, str]) -> date | None:
    """Return the day, or as much of it as is given."""
    stated = fields.get("date", "").strip("{} ").split("/")[0]
    if day := day_of(stated):
        return day
    year = _YEAR.search(fields.get("year", "") or stated)
    if not year:
        return None
    month = fields.get("month", "")
    name, number = _WORD.search(month), _DAY.search(month if _WORD.search(month) else fields.get("day", ""))
    try:
        first = PartialDate(int(year[0]), month_of(name[0] if name else _first_number(month)))
    except ValueError:
        return PartialDate(int(year[0]))
    number = number or _DAY.search(fields.get("day", ""))
    try:
        return date(first.year, first.month, int(number[0])) if number else first
    except ValueError:
        return first
