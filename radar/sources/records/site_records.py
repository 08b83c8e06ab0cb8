"""What sites write into their answers, where it is shaped otherwise than in a file of plain JSON objects.

Such answers are saved as files: works of OpenAlex (docs.openalex.org/api-entities/works/work-object) and
papers of Semantic Scholar (api.semanticscholar.org/api-docs/graph).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.papers.listed.identity import doi_id
from radar.papers.text.safe_text import clean
from radar.sources.texts.dates import day_of

_WORK = re.compile(r"https?://openalex\.org/W\d+", re.IGNORECASE)
_IDS = "externalIds"
_PDF = "openAccessPdf"
_JOURNAL = "journal"
_ARXIV = re.compile(r"arxiv", re.IGNORECASE)
TAKEN_OF_A_WORK = frozenset(
    """id ids doi title display_name authorships abstract_inverted_index publication_date publication_year
    primary_location best_oa_location locations is_retracted""".split()
)
"""The fields of a work that a paper is made of, or that say what these say."""


def is_work(record: dict[str, object]) -> bool:
    """Return whether an object is a work as OpenAlex writes it, by its id."""
    id = record.get("id")
    return isinstance(id, str) and _WORK.fullmatch(id.strip()) is not None


def complaints_of_work(work: dict[str, object]) -> Iterator[str]:
    """Yield which fields of a work hold something that radar cannot take."""
    for name, read, what in (("doi", doi_id, "DOI"), ("publication_date", day_of, "day")):
        value = work.get(name)
        if value and not (isinstance(value, str) and read(clean(value))):
            yield f"the field {name} holds no {what}"


def flattened(record: dict[str, object]) -> dict[str, object]:
    """Return an object with what Semantic Scholar keeps in objects of their own: ids, a PDF, a journal.

    What is left in them is left there, to be told; that arXiv were a venue is not taken over.
    """
    ids, pdf, journal = (record.get(name) for name in (_IDS, _PDF, _JOURNAL))
    given: dict[str, object] = {}
    left: dict[str, object] = {}
    if isinstance(ids, dict):
        given |= {"arxiv_id": ids.get("ArXiv"), "doi": ids.get("DOI")}
        if isinstance(acl := ids.get("ACL"), str) and not ids.get("ArXiv"):
            given["id"] = f"acl:{acl}"
        left[_IDS] = {name: id for name, id in ids.items() if name not in ("ArXiv", "DOI", "ACL")}
    if isinstance(pdf, dict):
        given["pdf_url"] = pdf.get("url")
        left[_PDF] = {} if isinstance(pdf.get("url"), str | None) else pdf
    if isinstance(ids, dict) and isinstance(journal, dict):
        given["venue"] = journal.get("name")
        left[_JOURNAL] = None
    texts = {name: text for name, text in given.items() if isinstance(text, str) and not record.get(name)}
    whole = {**record, **texts, **left}
    venue = whole.get("venue")
    if isinstance(ids, dict) and isinstance(venue, str) and _ARXIV.match(venue):
        del whole["venue"]
    return whole
