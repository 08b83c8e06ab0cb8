"""An abstract as it has been read so far, from which the parts of a line are taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from radar.abstracts.claims import SentenceClaim


class ReadAbstract(NamedTuple):
    """A title and an abstract, with what its sentences claim."""

    title: str
    """What it says need not be said again."""
    text: str
    """The whole abstract."""
    claims: tuple[SentenceClaim, ...]
    """Of all the sentences that a line may be made from."""
    tidied: Callable[[SentenceClaim], str]
    """Returns the sentence of a claim as lines are made from it."""
