"""Which known paper a record speaks of.

A paper is known by its arXiv id, ACL id, DOI, and its normalised title with the family name of the first
author. Where one of two records lacks authors, the title alone decides if it is distinctive. Two records
with different arXiv ids (or ACL ids) are never one paper, whatever their titles say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from radar.library.connection import Database
from radar.library.records import in_json
from radar.papers.identity import acl_id, arxiv_id, doi_id, normalised_title, title_id
from radar.papers.paper import Paper, PaperId

DISTINCTIVE_WORDS = 4
"""A title of fewer words ("Editorial", "Deep Learning") does not name a paper without its author."""

_ACL_DOI = "10.18653/v1/"
_BARE = "bare:"
_ONE_PER_PAPER = ("arxiv:", "acl:")

Known = Callable[[int], Paper]


@dataclass(frozen=True, slots=True)
class Names:
    """What a record is known by."""

    ids: tuple[str, ...]
    """Its own id and every id in its links, in lower case."""
    title: str
    """Title with the first author's family name; empty where the title has no letters."""
    bare: str
    """The title alone, for a distinctive title; else empty."""
    authored: bool

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names to keep for the paper."""
        return tuple(name for name in (*self.ids, self.title, self.bare) if name)

    @property
    def looked_up(self) -> tuple[str, ...]:
        """All names to look a known paper up by, the surest first."""
        return (*self.ids, *self.title_names)

    @property
    def title_names(self) -> tuple[str, ...]:
        """The names by title, the surest first."""
        without_author = self.bare.replace(_BARE, "title:", 1)
        names = (self.title, without_author) if self.authored else (self._own_title, self.bare)
        return tuple(name for name in names if name)

    @property
    def _own_title(self) -> str:
        return self.title if self.bare else ""


def canonical(text: str) -> PaperId | None:
    """Return the paper id that an id or a link names, or None where it names none."""
    if found := arxiv_id(text) or acl_id(text):
        return found
    doi = doi_id(text)
    if doi and doi.removeprefix("doi:").startswith(_ACL_DOI):
        return PaperId("acl:" + doi.removeprefix("doi:" + _ACL_DOI))
    return doi


def alias_of(text: str) -> str:
    """Return the name under which an id or a link is looked up."""
    return str(canonical(text) or text.strip()).casefold()


def names_of(paper: Paper) -> Names:
    """Return what a record is known by."""
    ids = [alias_of(paper.id)]
    for text in (paper.doi, paper.links.landing, paper.links.pdf):
        found = canonical(text) if text else None
        if found and found.casefold() not in ids:
            ids.append(found.casefold())
    words = normalised_title(paper.title).split()
    author = paper.authors[0] if paper.authors else ""
    title = str(title_id(paper.title, author)) if words else ""
    distinctive = len(words) >= DISTINCTIVE_WORDS
    bare = _BARE + title_id(paper.title).removeprefix("title:") if distinctive else ""
    return Names(tuple(ids), title, bare, bool(author))


class Recogniser:
    """Recognises the records of one chunk, by what is stored and by what came earlier in the chunk.

    Args:
        stored: alias -> key, None where several papers share it.
        known: gives the paper of a stored key or of a slot of this chunk (negative).
    """

    def __init__(self, stored: dict[str, int | None], known: Known) -> None:
        self._keys = stored
        self._known = known

    def find(self, names: Names) -> int | None:
        """Return the key of the paper that these names speak of, or None."""
        for alias in names.ids:
            if (key := self._keys.get(alias)) is not None:
                return key
        for alias in names.title_names:
            key = self._keys.get(alias)
            if key is not None and not _contradict(names, names_of(self._known(key))):
                return key
        return None

    def learn(self, names: Names, key: int) -> None:
        """Let later records of the chunk find this one."""
        for alias in names.aliases:
            if alias not in self._keys:
                self._keys[alias] = key
            elif alias.startswith(_BARE) and self._keys[alias] != key:
                self._keys[alias] = None


def stored_aliases(database: Database, aliases: Iterable[str]) -> dict[str, int | None]:
    """Return the keys of those aliases that are stored."""
    question = "SELECT alias, id FROM aliases WHERE alias IN (SELECT value FROM json_each(?))"
    return dict(database.rows(question, (in_json(aliases),)))


def store_aliases(database: Database, names: Iterable[tuple[Names, int]]) -> None:
    """Keep the names of papers; an id stays with the paper that had it first."""
    database.run_many(
        "INSERT INTO aliases (alias, id) VALUES (?, ?) ON CONFLICT (alias) DO UPDATE SET id = NULL "
        f"WHERE alias LIKE '{_BARE}%' AND id != excluded.id",
        ((alias, key) for named, key in names for alias in named.aliases),
    )


def key_of(database: Database, text: str) -> int | None:
    """Return the key of the paper that an id or a link names, or None."""
    found = database.value("SELECT id FROM aliases WHERE alias = ?", (alias_of(text),))
    return None if found is None else int(found)


def _contradict(one: Names, other: Names) -> bool:
    for scheme in _ONE_PER_PAPER:
        left = {alias for alias in one.ids if alias.startswith(scheme)}
        right = {alias for alias in other.ids if alias.startswith(scheme)}
        if left and right and not left & right:
            return True
    return False
