"""What became of a paper after the reader could have seen it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from radar.papers.bases import Value
from radar.papers.listed.listing import Listing

_SCHEMES = ("https://", "http://")


class ChangeKind(StrEnum):
    """What changed; the values stand in libraries and never change."""

    VERSION = "version"
    """A new version is out."""
    CODE_OUT = "code-out"
    """The code is out, which it was not before, by the authors' or a listing's word."""
    CODE_LINK = "code-link"
    """A link to code that was not there before: another one, the first one, or one that a site has found."""
    TITLE = "title"
    ABSTRACT = "abstract"
    WITHDRAWN = "withdrawn"


class Change(Value):
    """One thing that changed."""

    when: datetime
    """When radar learned of it; aware, UTC."""
    kind: ChangeKind
    before: str
    """A number of a version, a link or a title; empty where there was none, none is told, or
    for abstracts."""
    after: str
    listing: Listing
    """Who told."""

    @property
    def words(self) -> str:
        """What changed, for people, without the link that it is about: "code is now out", "version 3"."""
        match self.kind:
            case ChangeKind.VERSION:
                return f"version {self.after}" if self.after else "a new version"
            case ChangeKind.CODE_OUT:
                return "code is now out"
            case ChangeKind.CODE_LINK:
                return "another link to its code" if self.before else "a link to code"
            case ChangeKind.TITLE:
                return _with("a new title, before", self.before)
            case ChangeKind.ABSTRACT:
                return "the abstract was changed"
            case ChangeKind.WITHDRAWN:
                return "withdrawn"

    @property
    def link(self) -> str:
        """The link that it is about; empty where it is about none."""
        return self.after if self.kind in (ChangeKind.CODE_OUT, ChangeKind.CODE_LINK) else ""

    @property
    def line(self) -> str:
        """What changed, for people: "code is now out: github.com/x/y", "version 3"."""
        return _with(self.words, _written(self.link))


def _with(said: str, what: str) -> str:
    return f"{said}: {what}" if what else said


def _written(url: str) -> str:
    """Return a link as people write it."""
    for scheme in _SCHEMES:
        url = url.removeprefix(scheme)
    return url.rstrip("/")
