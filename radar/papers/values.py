"""What a flag, a claim, a takeaway and a mark can be; light to import, for the first page needs it."""

from __future__ import annotations

from enum import IntFlag, StrEnum


class Release(StrEnum):
    """Whether something can be had now, later, or is not said to be."""

    RELEASED = "released"
    PROMISED = "promised"
    NONE = "none"


class Claim(StrEnum):
    """How strongly a text claims an outcome."""

    QUANTIFIED = "quantified"
    QUALITATIVE = "qualitative"
    NONE = "none"


class TakeawayOrigin(StrEnum):
    """How the words of a takeaway came about."""

    MODEL = "model"
    """A model wrote it and every check passed."""
    TRIMMED = "trimmed"
    """A model wrote it; a rule cut it so that every check passes."""
    QUOTED = "quoted"
    """A sentence of the abstract word for word, perhaps without its opening or its end."""
    OFFLINE = "offline"
    """Put together by rule from the words of the abstract."""


class Agreement(StrEnum):
    """How the word of a model on a flag stands to what the rules read.

    A model points at a sentence and says of which kind it is. Its word counts only where the sentence
    carries the words for it: software and how to have it, or an outcome. What it says of a sentence that
    carries none is kept in the verdict, so that a reader can see it, but counts as if it had pointed at
    nothing: it is no dispute, for nothing in the text speaks for it.
    """

    UNASKED = "unasked"
    """No model was asked, or nothing of its answer can be held against the rules."""
    BOTH = "both"
    """Both say the same, that there is nothing among it; the kinds are the same where both tell them."""
    RULE = "rule"
    """Only the rules find something; the model points at no sentence, or at one without the words."""
    MODEL = "model"
    """Only the model finds something, in a sentence that carries the words."""
    DISPUTED = "disputed"
    """Both speak and say different things: the kinds differ, or the model takes for software of the authors
    what the rules, with the whole abstract in view, read as data or as someone else's."""


class Mark(IntFlag):
    """What the reader has done with a paper."""

    NONE = 0
    READ = 1
    STARRED = 2
