"""Which paper a DOI names, where the DOI is one of arXiv's or of the ACL Anthology's."""

from __future__ import annotations

import re

from radar.papers.listed.identity import acl_id, arxiv_id, doi_id
from radar.papers.listed.paper import PaperId

_ACL_DOI = re.compile(r"doi:10\.(?:18653|3115)/v1/([a-z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)")
_OLD_ACL = re.compile(r"[a-z]\d{2}-\d{4}")


def id_of_doi(text: str) -> PaperId | None:
    """Return the id of the paper that a DOI or a link to one names, None for anything else.

    DOIs below 10.48550/arXiv are arXiv's ids; those below 10.18653/v1 and 10.3115/v1 are ids of the ACL
    Anthology (aclanthology.org/info/ids).
    """
    doi = doi_id(text)
    if doi is None:
        return None
    if found := _ACL_DOI.fullmatch(doi):
        return acl_id(f"acl:{acl_case(found[1])}")
    return arxiv_id(doi.removeprefix("doi:")) or doi


def acl_case(id: str) -> str:
    """Return an id of the ACL Anthology as it is written there: old ones begin with a capital letter."""
    return id.upper() if _OLD_ACL.fullmatch(id.lower()) else id.lower()


def best_id(*ids: PaperId | None) -> PaperId | None:
    """Return the first id that there is, one of arXiv before all others."""
    known = [id for id in ids if id is not None]
    return next((id for id in known if id.startswith("arxiv:")), known[0] if known else None)
