"""Tags and notes that stand with the papers of reference managers: whose they are, and what is taken of them.

What radar's own exports wrote comes back whole. Of other files the keywords become tags where the reader asks
for it: there they are mostly those of the publisher, hundreds of them. Notes of other programs are told and
not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from radar.papers.bases import replace
from radar.papers.listed.identity import TITLE_ID, short_id
from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.notes import note_in
from radar.papers.reader.own_marks import OWN_FIELD, OwnMarks
from radar.papers.reader.query import Mark
from radar.sources.records.unknown_fields import own_words

_BETWEEN = re.compile(r"[;,\r\n]+")
_MOST = 200
# Blanks of its own line: those of empty lines before would be read again from each of them.
_MARKER_IN_NOTE = re.compile(rf"^[^\S\n]*(?:tex\.)?{OWN_FIELD}\s*[:=]\s*\S", re.MULTILINE)
_LOOKED_AT = 2_000
_OWN_KEY = re.compile(r"[a-z0-9]+")


class TakesTags:
    """A format whose papers may have keywords beside them.

    Args:
        takes_tags: whether those of other programs than radar become tags.
    """

    def __init__(self, *, takes_tags: bool = False) -> None:
        self._takes_tags = takes_tags

    def beside(
        self, paper: Paper, keywords: Mapping[str, Iterable[str]], others: Mapping[str, object]
    ) -> Iterator[OwnMarks | Paper | FieldsLeftOut]:
        """Yield a paper, before it the keywords that are taken, and behind it what is not.

        Args:
            keywords: the texts of fields that hold keywords, by the name of each.
            others: fields of the reader's own that are not taken.
        """
        tags = tags_of(text for texts in keywords.values() for text in texts) if self._takes_tags else ()
        if tags:
            yield OwnMarks(tags=tags, asked=True)
        yield paper
        left = {} if self._takes_tags else {name: any(texts) for name, texts in keywords.items()}
        yield from own_words({**left, **others})


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords in texts, parted by commas, semicolons or lines."""
    parts = (part.strip() for text in texts for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(filter(None, parts)))[:_MOST]


def own_marks(tags: str, note: str, marks: Mark = Mark.NONE) -> Iterator[OwnMarks]:
    """Yield what radar's own export wrote beside a paper, if anything."""
    own = OwnMarks(marks, tags_of([tags]), note_in(note))
    if own != OwnMarks():
        yield own


def is_own(key: str, marker: str, notes: Iterable[str], paper: Paper) -> bool:
    """Return whether an entry of a bibliography is one that radar's exports wrote.

    They say so themselves; those of before said it by their key alone, `kite2024strings-<id>`.

    Args:
        key: by which the entry is cited.
        marker: what the entry has in `OWN_FIELD`; empty for nothing.
        notes: texts of the entry in which Zotero keeps fields that it does not know.
    """
    if marker.strip() or any(_MARKER_IN_NOTE.search(text[:_LOOKED_AT]) for text in notes):
        return True
    name, _, id = key.partition("-")
    year = str(paper.published.year) if paper.published else ""
    return id == short_id(paper.id) and _OWN_KEY.fullmatch(name) is not None and year in name


def with_own_id(paper: Paper, marker: str) -> Paper:
    """Return a paper without any other id under that of the library which its entry was exported from.

    It is one of its title, which a bibliography writes otherwise where TeX stands in it.
    """
    id = marker.strip()
    named = TITLE_ID.fullmatch(id) and paper.id.startswith("title:")
    return replace(paper, id=PaperId(id)) if named else paper
