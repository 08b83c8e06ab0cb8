"""Where papers were listed."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value


class Listing(Value):
    """A place that lists papers, named as the reader names it: "hf:daily", "arxiv:cs.CL", "file:name"."""

    name: str
    label: str = ""


class ListingPage(Value):
    """The text of a listing as retrieved."""

    listing: Listing
    text: str
    retrieved: datetime
    resume: str = ""
    """What the source goes on from after this page; empty after the last one."""
    total: int | None = None
    """How many papers there are on all pages, where the listing says so."""


class NotUnderstood(Value):
    """A line of a listing that was left out, and why."""

    line: int
    """Number of the line in the file, counted from 1."""
    reason: str
    text: str = ""
    """The beginning of the line, clean and at most 80 characters."""
