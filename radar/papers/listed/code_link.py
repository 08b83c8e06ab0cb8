"""What is known of the code link that a listing gives in a field of its own."""

from __future__ import annotations

from radar.papers.listed.paper import Paper
from radar.papers.text.plurals import plural

_ADDED_BY = {"auto": "added by the site, not by the authors", "author": "added by the authors"}


def code_link_notes(paper: Paper) -> tuple[str, ...]:
    """Return what stands behind that link: how many stars the repository has, and who gave the link."""
    by = paper.links.code_added_by
    stars = () if paper.stars is None else (plural(paper.stars, "star"),)
    return (*stars, _ADDED_BY.get(by, f"added by {by}")) if by else stars
