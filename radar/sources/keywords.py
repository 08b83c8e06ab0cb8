"""Tags and notes that stand with the papers of reference managers: whose they are, and what is taken of them.

What radar's own exports wrote comes back whole. Of other files the keywords become tags where the reader asks
for it: there they are mostly those of the publisher, hundreds of them. Notes of other programs are told and
not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from radar.papers.identity import short_id
from radar.papers.listing import FieldsLeftOut
from radar.papers.notes import note_in
from radar.papers.own_marks import OwnMarks
from radar.papers.paper import Paper
from radar.papers.query import Mark
from radar.sources.unknown_fields import own_words

_BETWEEN = re.compile(r"[;,\r\n]+")
_MOST = 200


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


def is_own_key(key: str, paper: Paper) -> bool:
    """Return whether an entry has the key that radar's exports give this paper, which ends in its id."""
    return bool(paper.title) and key.endswith(f"-{short_id(paper.id)}")
