"""A JSON object that describes a paper, under the names that sites and data sets use for its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeGuard

from radar.papers.listed.identity import TITLE_ID, acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.records.openalex_work import paper_of
from radar.sources.records.own_marks import is_summarised
from radar.sources.records.record_version import day_of_first, version_in, version_named
from radar.sources.records.site_records import TAKEN_OF_A_WORK, complaints_of_work
from radar.sources.records.unknown_fields import UnknownFields
from radar.sources.texts.dates import day_of, year_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.names import names_in, turned, without_others
from radar.sources.texts.web_links import is_link, with_scheme

Record = Mapping[str, object]

_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "abstract": ("abstract", "summary"),
    "id": ("id", "arxiv_id", "arxivId", "arxiv", "paper_id"),
    "doi": ("doi", "DOI"),
    "authors": ("authors_parsed", "authors", "author"),
    "categories": ("categories", "category", "primary_category"),
    "published": (
        "published",
        "publishedAt",
        "published_date",
        "publication_date",
        "publicationDate",
        "date",
        "year",
    ),
    "versions": ("versions",),
    "listed": ("listed", "submittedOnDailyAt", "listed_at"),
    "venue": ("venue", "journal-ref", "journal_ref", "journal", "booktitle"),
    "comment": ("comment", "comments"),
    "landing": ("url", "link", "landing", "abs_url", "landing_page", "entry_id"),
    "pdf": ("pdf", "pdf_url", "pdfUrl", "url_pdf"),
    "code": ("github", "githubRepo", "code_url", "github_url", "code", "repository", "url_code"),
    "added_by": ("github_added_by", "githubRepoAddedBy", "code_added_by"),
    "project": ("project", "projectPage", "project_page", "project_url"),
    "stars": ("stars", "githubStars"),
    "upvotes": ("upvotes",),
    "site_summary": ("ai_summary",),
    "withdrawn": ("withdrawnAt", "withdrawn"),
    "version": ("version",),
    "updated": ("updated",),
}
"""The fields of a paper, and the names they go by; the first that is filled counts."""

OWN_FIELDS = frozenset(
    {"data", "data_url", "results", "sota", "figure", "evidence", "provenance", "agreement", "verdicts"}
    | {"relevance", "tags", "read", "starred", "origins", "announced", "is_updated", "changes", "conflicts"}
    | {"note", "added", "error", "closeness", "site_summary", "site_summary_by"}
)
"""What radar's own lines hold beside the fields above: known, and of the library that they come from."""
_OWN_MARK = "takeaway"
_OWN_ANSWERS = ("read", "starred")
_WRAPPED = "paper"
_KNOWN = frozenset(name for names in _FIELDS.values() for name in names) | {_WRAPPED}
_KNOWN_OF_OWN = _KNOWN | OWN_FIELDS | {_OWN_MARK}
_MAX_SHAPES = 512
_PLAIN_ARXIV = re.compile(r"\d{4}\.\d{4,5}")
_GIVEN_BY = {"user": "author", "author": "author", "auto": "auto"}
_REPOSITORY = re.compile(r"https?://(?:www\.)?github\.com/[\w.-]+/[\w.-]+/?", re.IGNORECASE)
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:[^\s:]", re.IGNORECASE)
_HOME = re.compile(r"\s*(arxiv|doi):", re.IGNORECASE)
_NAMED = {"arxiv": "id of arXiv", "doi": "DOI"}
"""What an id says it is, by what it begins with."""
_SUMMARISER = "Hugging Face"
"""Whose field ai_summary is (https://huggingface.co/docs/hub/papers)."""


class RecordReader:
    """Reads one record after another; what it could not use of the last one is in `complaints`.

    Args:
        unknown: counts the fields of papers that radar does not know.
    """

    def __init__(self, unknown: UnknownFields | None = None) -> None:
        self.complaints: list[str] = []
        self._unknown = unknown
        self._names: dict[str, tuple[str, ...]] = {}
        self._shapes: dict[tuple[bool, tuple[str, ...]], dict[str, tuple[str, ...]]] = {}

    def paper(self, record: Record) -> Paper | None:
        """Return the paper, or None where there is no title; fields of unknown shape are left empty.

        Where the object holds another called "paper", as Hugging Face's daily papers do, the fields of
        that one come first.
        """
        self.complaints = []
        inner = record.get(_WRAPPED)
        if isinstance(inner, dict):
            record = {**record, **{name: value for name, value in inner.items() if value not in (None, "")}}
        own = is_own(record)
        self._names = self._names_used_by(record, own)
        title = clean(self._words(record, "title"))
        if title:
            if self._unknown is not None:
                self._unknown.count(record, _KNOWN_OF_OWN if own else _KNOWN)
                self._unknown.summaries += own and is_summarised(record)
            return clean_paper(self._paper(record, title))
        if not self.complaints:
            self.complaints.append("there is no title")
        return None

    def paper_of_work(self, work: dict[str, object]) -> Paper | None:
        """Return the paper that a work of OpenAlex is, or None where there is no title."""
        paper = paper_of(work)
        self.complaints = list(complaints_of_work(work)) if paper else ["there is no title"]
        if paper and self._unknown is not None:
            self._unknown.count(work, TAKEN_OF_A_WORK)
        return paper

    def _paper(self, record: Record, title: str) -> Paper:
        authors = self._authors(record)
        doi = self._doi(record)
        landing = self._text(record, "landing")
        id = self._id(record, landing, doi) or title_id(title, clean(authors[0]) if authors else "")
        site_summary = self._text(record, "site_summary")
        return Paper(
            id=id,
            title=title,
            authors=authors,
            abstract=self._words(record, "abstract"),
            venue=self._text(record, "venue"),
            categories=self._categories(record),
            published=self._day(record, "published") or self._first_day(record),
            listed=self._day(record, "listed"),
            links=self._links(record, self._web_page(record, landing) or landing_of(id)),
            comment=self._text(record, "comment"),
            doi=doi,
            stars=self._number(record, "stars"),
            upvotes=self._number(record, "upvotes"),
            site_summary=site_summary,
            site_summary_by=_SUMMARISER if site_summary else "",
            version=self._version(record, id),
            updated=self._day(record, "updated"),
            withdrawn=any(bool(record[name]) for name in self._names["withdrawn"]),
        )

    def _names_used_by(self, record: Record, own: bool) -> dict[str, tuple[str, ...]]:
        """Return for each field the names that occur; records of a file mostly share one answer."""
        shape = own, tuple(record)
        names = self._shapes.get(shape)
        if names is None:
            names = {
                field: tuple(name for name in known if name in record) for field, known in _FIELDS.items()
            }
            if own:
                # In radar's own lines code_url is what a summary says, not what the listing gave.
                names["code"] = tuple(name for name in names["code"] if name != "code_url")
            if len(self._shapes) < _MAX_SHAPES:
                self._shapes[shape] = names
        return names

    def _text(self, record: Record, field: str) -> str:
        for name in self._names[field]:
            value = record[name]
            if value:
                if isinstance(value, str):
                    return value
                self._complain(name, value)
        return ""

    def _words(self, record: Record, field: str) -> str:
        """Return a text without the markup of publishers; what radar wrote is held to be read already."""
        text = self._text(record, field)
        if is_own(record):
            return text
        return abstract_without_markup(text) if field == "abstract" else without_markup(text)

    def _id(self, record: Record, landing: str, doi: str) -> PaperId | None:
        for name in self._names["id"]:
            value = record[name]
            if isinstance(value, str):
                if id := known_id(value):
                    return id
                if home := _HOME.match(value):
                    self.complaints.append(f"the field {name} holds no {_NAMED[home[1].lower()]}")
            elif value:
                self._complain(name, value)
        return (known_id(landing) if landing else None) or (known_id(doi) if doi else None)

    def _version(self, record: Record, id: PaperId) -> int:
        for name in self._names["version"]:
            value = record[name]
            if found := version_in(value):
                return found
            if value:
                self._complain(name, value)
        ids = (record[name] for field in ("id", "landing") for name in self._names[field])
        return version_named(ids) if id.startswith("arxiv:") else 0

    def _doi(self, record: Record) -> str:
        text = self._text(record, "doi")
        if not text:
            return ""
        found = doi_id(clean(text).split(" ")[0])
        if found is None:
            self.complaints.append("the field doi holds no DOI")
            return ""
        return found.removeprefix("doi:")

    def _authors(self, record: Record) -> tuple[str, ...]:
        for name in self._names["authors"]:
            value = record[name]
            if isinstance(value, list) and value:
                return without_others(self._each_author(name, value))
            if isinstance(value, str):
                return names_in(value)
            if value:
                self._complain(name, value)
        return ()

    def _each_author(self, field: str, values: list[object]) -> Iterator[str]:
        for value in values:
            if isinstance(value, str):
                yield turned(value) if "," in value else value
            elif isinstance(value, dict):
                if value.get("hidden") is not True:
                    yield self._name(field, value)
            elif field == "authors_parsed" and _is_parsed(value):
                yield _parsed_name(value)
            else:
                self._complain(field, value)

    def _name(self, field: str, author: dict[str, object]) -> str:
        for keys in (("name",), ("fullname",), ("literal",), ("given", "family"), ("first", "last")):
            parts = [author.get(key) for key in keys]
            if any(parts):
                return " ".join(part for part in parts if isinstance(part, str))
        self._complain(field, author)
        return ""

    def _categories(self, record: Record) -> tuple[str, ...]:
        for name in self._names["categories"]:
            value = record[name]
            if isinstance(value, str):
                return tuple(value.replace(",", " ").replace(";", " ").split())
            if isinstance(value, list):
                texts = [category for category in value if isinstance(category, str)]
                if len(texts) < len(value):
                    self._complain(name, next(part for part in value if not isinstance(part, str)))
                return tuple(" ".join(texts).split())
            if value:
                self._complain(name, value)
        return ()

    def _day(self, record: Record, field: str) -> date | None:
        for name in self._names[field]:
            value = record[name]
            stated = value if isinstance(value, str) else str(value) if type(value) is int else ""
            if day := day_of(stated) or year_of(stated):
                return day
            if value:
                self.complaints.append(f"the field {name} holds no day")
        return None

    def _first_day(self, record: Record) -> date | None:
        versions = record.get("versions")
        if (day := day_of_first(versions)) is None and versions:
            self.complaints.append("the field versions does not tell the day of the first one")
        return day

    def _links(self, record: Record, landing: str) -> Links:
        code, project = self._link(record, "code"), self._link(record, "project")
        added_by = _GIVEN_BY.get(self._text(record, "added_by"), "") if code else ""
        if not code and _REPOSITORY.fullmatch(project):
            # Some have no page for the project but a repository, and give that.
            code, project = project, ""
        return Links(
            landing=landing,
            pdf=self._link(record, "pdf"),
            code=code,
            code_added_by=added_by,
            project=project,
        )

    def _web_page(self, record: Record, landing: str) -> str:
        """Return the link to a paper, which may be an id instead; what is neither is told."""
        if not landing.strip() or _is_web(landing):
            return landing.strip()
        if is_link(landing.strip()):
            return with_scheme(landing.strip())
        if known_id(landing) is None:
            name = next(name for name in self._names["landing"] if record[name] == landing)
            self.complaints.append(f"the field {name} holds no link")
        return ""

    def _link(self, record: Record, field: str) -> str:
        # A field called "code" may hold a link or a flag: what is no link of any kind is passed over.
        others = []
        for name in self._names[field]:
            value = record[name]
            if isinstance(value, str):
                if _is_web(value):
                    return value
                if is_link(value.strip()):
                    return with_scheme(value.strip())
                if _SCHEME.match(value):
                    others.append(f"the field {name} holds no link of the web")
        self.complaints += others
        return ""

    def _number(self, record: Record, field: str) -> int | None:
        for name in self._names[field]:
            value = record[name]
            if type(value) is int and 0 <= value < 1 << 53:
                return value
            if value is not None:
                self._complain(name, value)
        return None

    def _complain(self, name: str, value: object) -> None:
        kind = _KINDS.get(type(value), "something")
        complaint = f"the field {name} holds {kind} that radar does not understand"
        if complaint not in self.complaints:
            self.complaints.append(complaint)


def _is_web(text: str) -> bool:
    return text.lower().lstrip().startswith(("https://", "http://"))


def _is_parsed(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and len(value) > 1 and all(isinstance(part, str) for part in value)


def _parsed_name(parts: list[str]) -> str:
    """Return the name of [family, given, suffix, affiliation ...]."""
    return " ".join(part for part in (parts[1], parts[0], *parts[2:3]) if part)


def is_own(record: Record) -> bool:
    """Return whether radar wrote a record, also where much of it was taken out since.

    That shows by its takeaway, or by an id as radar writes them beside the answer whether the paper was read
    or starred. Tags alone do not show it: others call other things so.
    """
    if _OWN_MARK in record:
        return True
    if not any(isinstance(record.get(name), bool) for name in _OWN_ANSWERS):
        return False
    id = record.get("id")
    return isinstance(id, str) and ":" in id and known_id(id) == id


def known_id(text: str) -> PaperId | None:
    """Return the id that an id, a DOI or a link stands for, else None."""
    if _PLAIN_ARXIV.fullmatch(text):
        return PaperId(f"arxiv:{text}")
    text = clean(text)
    if TITLE_ID.fullmatch(text):
        return PaperId(text)
    return arxiv_id(text.split("#")[0].split("?")[0]) or acl_id(text) or doi_id(text)


_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    int: "a number",
    float: "a number",
    bool: "true or false",
    str: "a text",
    type(None): "null",
}
