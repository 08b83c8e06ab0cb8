"""Which known paper a record speaks of.

A paper is known by its arXiv id, ACL id, DOI, and its normalised title with the family name of the first
author. Where one of two records lacks authors, the title alone decides if it is distinctive. Two records
with different arXiv ids (or ACL ids) are never one paper, whatever their titles say; nor are two with
different DOIs of one registrant, who gives a paper but one, unless they number versions of one work.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from radar.library.database.connection import Database
from radar.library.identity.recent_names import RECENT, move_on, upsert
from radar.library.records.removed import removed_among
from radar.library.records.rows import followed, in_json
from radar.papers.bases import Value, replace
from radar.papers.listed.identity import (
    acl_id,
    arxiv_id,
    doi_id,
    doi_registrant,
    doi_work,
    family_name,
    normalised_title,
)
from radar.papers.listed.paper import Paper, PaperId

if TYPE_CHECKING:
    from hashlib import blake2b

DISTINCTIVE_WORDS = 4
"""A title of fewer words ("Editorial", "Deep Learning") does not name a paper without its author."""

_ACL_DOI = "10.18653/v1/"
_WRITTEN = "written:"
"""Digest of title and first author, for a record with authors."""
_NAMELESS = "nameless:"
"""Digest of the title, for a record without authors."""
_BARE = "bare:"
"""Digest of the title, whether or not the record has authors."""
PAGE = "page:"
"""Digest of the page of an item of a feed."""
OWN_NAMES = (_WRITTEN, _NAMELESS, _BARE, PAGE)
"""How the names by title and by page begin, which nobody types."""
ID_SCHEMES = ("arxiv:", "acl:", "doi:")
"""How the ids begin that are typed without."""
_ONE_PER_PAPER = ("arxiv:", "acl:")
_DOI = "doi:"

ALIASED = followed("aliases.id")
"""The key that a row of aliases leads to: the paper may have become part of another one."""
NAME_TABLES = ("aliases", RECENT)
"""What holds names; in the second, names by title only, that are newer."""


class Names(Value):
    """What a record is known by."""

    ids: tuple[str, ...]
    """Its own id and every id in its links, in lower case."""
    kept: tuple[str, ...]
    """The names by title that lead to the paper."""
    sought: tuple[str, ...]
    """The names by title under which the same paper may be known, the surest first."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names to keep for the paper."""
        return self.ids + self.kept

    def joined(self, other: Names) -> Names:
        """Return these and the others."""
        return Names(
            tuple(dict.fromkeys(self.ids + other.ids)),
            tuple(dict.fromkeys(self.kept + other.kept)),
            tuple(dict.fromkeys(self.sought + other.sought)),
        )

    @property
    def looked_up(self) -> tuple[str, ...]:
        """All names to look a known paper up by."""
        return self.ids + self.sought


def canonical(text: str) -> PaperId | None:
    """Return the paper id that an id or a link names, or None where it names none."""
    if found := arxiv_id(text) or acl_id(text):
        return found
    doi = doi_id(text)
    if doi is None:
        return None
    number = doi.removeprefix("doi:")
    if number.startswith(_ACL_DOI):
        return PaperId("acl:" + number.removeprefix(_ACL_DOI))
    # The archive gives its own papers a DOI too.
    return arxiv_id(number) or doi


def alias_of(text: str) -> str:
    """Return the name under which an id or a link is looked up."""
    # An argument of a command may hold bytes that are no text, which SQLite cannot take.
    named = str(canonical(text) or text.strip()).casefold()
    return named if named.isascii() else named.encode(errors="replace").decode()


def names_of(paper: Paper) -> Names:
    """Return what a record is known by."""
    ids = [alias for alias in (alias_of(paper.id),) if alias]
    for text in (paper.doi, paper.links.landing, paper.links.pdf):
        found = canonical(text) if text else None
        if found and found.casefold() not in ids:
            ids.append(found.casefold())
    title = normalised_title(paper.title)
    distinctive = title.count(" ") + 1 >= DISTINCTIVE_WORDS
    digest = digest_of(title)
    bare, nameless = _BARE + digest, _NAMELESS + digest
    if not paper.authors:
        return Names(
            tuple(ids), (nameless, bare) if distinctive else (), (nameless, bare) if distinctive else ()
        )
    written = _WRITTEN + digest_of(f"{title}\n{family_name(paper.authors[0])}")
    if not distinctive:
        return Names(tuple(ids), (written,) if title else (), (written,) if title else ())
    return Names(tuple(ids), (written, bare), (written, nameless))


class Recogniser:
    """Recognises the records of one chunk, by what is stored and by what came earlier in the chunk.

    Args:
        stored: alias -> key, None where several papers share it.
        ids_of: gives every id that a stored key or a slot of this chunk (negative) is known by, its own
            first.
        now: gives the key or slot that one of them is part of by now.
    """

    def __init__(
        self,
        stored: dict[str, int | None],
        ids_of: Callable[[int], Sequence[str]],
        now: Callable[[int], int],
    ) -> None:
        self._keys = stored
        self._ids_of = ids_of
        self._now = now

    def find(self, names: Names) -> tuple[int, ...]:
        """Return the keys of the papers that these names speak of, the surest first.

        They are several where papers that were known apart are one. None of them contradicts the record, or
        another of them; a title that is not distinctive is not enough to make one paper of two.
        """
        found: list[int] = []
        distinctive = any(alias.startswith(_BARE) for alias in names.kept)
        for alias in names.looked_up:
            key = self._keys.get(alias)
            if key is None or (found and not distinctive and alias in names.sought):
                continue
            key = self._now(key)
            if key in found:
                continue
            # Its own id always leads a record to its paper, whatever other ids a site has put beside it.
            if alias in names.ids[:1] or not any(
                contradict(ids, self._ids_of(key)) for ids in (names.ids, *map(self._ids_of, found))
            ):
                found.append(key)
        return tuple(found)

    def holder(self, alias: str) -> int | None:
        """Return the key of the one paper that a name leads to by now."""
        key = self._keys.get(alias)
        return None if key is None else self._now(key)

    def free(self, names: Names, key: int) -> Names:
        """Return those of the names of a record of a paper that lead to no other one."""
        held = (self._keys.get(alias) for alias in names.ids)
        ids = tuple(
            alias
            for alias, other in zip(names.ids, held, strict=True)
            if other is None or self._now(other) == key
        )
        return names if ids == names.ids else replace(names, ids=ids)

    def learn(self, names: Names, key: int) -> None:
        """Let later records of the chunk find this one."""
        for alias in names.aliases:
            held = self._keys.get(alias)
            if alias not in self._keys:
                self._keys[alias] = key
            elif alias.startswith(_BARE) and held is not None and self._now(held) != key:
                self._keys[alias] = None


def stored_aliases(database: Database, aliases: Iterable[str]) -> dict[str, int | None]:
    """Return the keys of those aliases that are stored."""
    among, followed_id = in_json(aliases), ALIASED.replace("aliases.", "names.")
    found: dict[str, int | None] = {}
    for table in NAME_TABLES:
        question = (
            f"SELECT alias, {followed_id} FROM {table} names WHERE alias IN (SELECT value FROM json_each(?))"
        )
        for alias, key in database.rows(question, (among,)):
            if alias not in found:
                found[alias] = key
            elif alias.startswith(_BARE) and found[alias] != key:
                found[alias] = None
    return found


def store_aliases(database: Database, names: Iterable[tuple[Names, int]]) -> None:
    """Keep the names of papers; an id stays with the paper that had it first."""
    named = tuple(names)
    if not named:
        return
    kept = [(alias, key) for one, key in named for alias in one.kept]
    for table, rows in (
        ("aliases", [(alias, key) for one, key in named for alias in one.ids]),
        # In the order of the table, in which those of one page stand side by side.
        (RECENT, sorted(kept)),
    ):
        database.run_many(f"INSERT INTO {table} (alias, id) VALUES (?, ?) {upsert(table, _BARE)}", rows)
    move_on(database, _BARE)


def store_lost_aliases(database: Database, names: Iterable[tuple[Names, int]]) -> None:
    """Keep those names of papers that nobody has; all others stay as they are."""
    named = tuple(names)
    known = stored_aliases(database, {alias for one, _ in named for alias in one.aliases})
    lost = [
        (Names(_without(one.ids, known), _without(one.kept, known), ()), key)
        for one, key in named
        if not known.keys() >= set(one.aliases)
    ]
    store_aliases(database, lost)


def take_from_removed(database: Database, own: Mapping[str, int]) -> None:
    """Let ids that lead to removed papers lead to those that have them as their own by now."""
    for alias, key in own.items():
        database.run(
            f"UPDATE aliases SET id = ? WHERE alias = ? AND {ALIASED} IN (SELECT id FROM removed)",
            (key, alias),
        )


def _without(aliases: Sequence[str], known: Container[str]) -> tuple[str, ...]:
    return tuple(alias for alias in aliases if alias not in known)


def key_of(database: Database, text: str) -> int | None:
    """Return the key of the paper that an id or a link names, or None."""
    return keys_of(database, [text])[0]


def keys_of(database: Database, texts: Sequence[str]) -> list[int | None]:
    """Return the keys of the papers that ids or links name, None for each that names none that is there."""
    keys = named_keys(database, texts)
    gone = removed_among(database, (key for key in keys if key is not None))
    return [None if key in gone else key for key in keys]


def named_keys(database: Database, texts: Sequence[str]) -> list[int | None]:
    """Return the same, and the keys of removed papers too."""
    aliases = [alias_of(text) for text in texts]
    stored = stored_aliases(database, aliases)
    return [stored.get(alias) for alias in aliases]


def digest_of(text: str) -> str:
    """Return the short form in which a text stands in a name."""
    return _hash()(text.encode(), digest_size=8).hexdigest()


@cache
def _hash() -> type[blake2b]:
    # Imported where it is needed: the screen starts without it.
    from hashlib import blake2b

    return blake2b


def telling_apart(ids: Iterable[str]) -> tuple[str, ...]:
    """Return those ids of which a paper has one in each archive, or of each registrant."""
    return tuple(alias for alias in ids if alias.startswith((*_ONE_PER_PAPER, _DOI)))


def contradict(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether ids belong to different papers.

    They do where both have some of one archive, and none of it in common, or have no id in common and DOIs of
    one registrant.

    Args:
        one: ids of a record or paper, its own first, which counts more than what a link in it names.
        other: the same of another one.
    """
    for scheme in _ONE_PER_PAPER:
        if all(ids[:1] and ids[0].startswith(scheme) for ids in (one, other)):
            return one[0] != other[0]
    for scheme in _ONE_PER_PAPER:
        left = {alias for alias in one if alias.startswith(scheme)}
        right = {alias for alias in other if alias.startswith(scheme)}
        if left and right and not left & right:
            return True
    if not set(one).isdisjoint(other):
        return False
    left, right = ({doi_work(alias) for alias in ids if alias.startswith(_DOI)} for ids in (one, other))
    shared = {doi_registrant(work) for work in left} & {doi_registrant(work) for work in right}
    return bool(shared) and not left & right
