"""How long a site is left alone between two requests, and who says so."""

from __future__ import annotations

from collections.abc import Mapping

from radar.net.addresses import host_of, is_loopback
from radar.papers.bases import Value

USUAL_GAP = 1.0
"""Seconds for a site that says nothing: no more than one request a second is what crawlers are asked for."""

_ARXIV = "arxiv.org"
_GAPS = {
    # "No more than one request every three seconds, and limit requests to a single connection at a time",
    # over all machines under one's control and all of arXiv's interfaces: info.arxiv.org/help/api/tou.html
    _ARXIV: 3.0,
    # 500 API requests in five minutes for who is not logged in: huggingface.co/docs/hub/rate-limits
    "huggingface.co": 0.6,
    # One request a second with a key; without one everybody shares a pool:
    # www.semanticscholar.org/product/api
    "semanticscholar.org": 1.0,
    # Five a second in the public pool, one at a time:
    # www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/
    "crossref.org": 0.2,
    # 100 a second (developers.openalex.org/api-reference/authentication), of which a tenth is plenty.
    "openalex.org": 0.1,
    # Nothing is said; its two interfaces are one site.
    "openreview.net": USUAL_GAP,
}


class PacedSite(Value):
    """All hosts that are asked one after the other."""

    name: str
    gap: float
    """Seconds from the end of an answer to the next request."""
    alone: bool = True
    """Whether it gets one request at a time, from all radars of a reader together."""


def site_of(url: str, gaps: Mapping[str, float] | None = None) -> PacedSite:
    """Return the site that an address belongs to.

    This machine is asked without a pace, for nobody else is served by it.

    Args:
        url: an http(s) address.
        gaps: seconds by host, with the port where it is written; they count before those of radar.
    """
    host = host_of(url)
    if gaps is not None and host in gaps:
        return PacedSite(host, gaps[host])
    if is_loopback(url):
        return PacedSite(host, 0.0, alone=False)
    bare = host.partition(":")[0].rstrip(".") if not host.startswith("[") else host
    for name, gap in _GAPS.items():
        if bare == name or bare.endswith(f".{name}"):
            return PacedSite(name, gap)
    return PacedSite(host, USUAL_GAP)
