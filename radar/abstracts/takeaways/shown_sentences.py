"""The sentences of an abstract as they are shown, and as lines are made from them."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.findings.naming import may_be_named, name_in, named
from radar.abstracts.takeaways.lines.shortening import tidied
from radar.abstracts.text.tex import has_rubble, readable, readable_text


class ShownSentences:
    """The sentences of an abstract as they are shown."""

    def __init__(self, text: str, title: str) -> None:
        """Take the abstract as it came, and the title, which may name what was made."""
        self._text, self._title = text, title
        self._is_tex = has_rubble(text)
        self._whole = readable(text) if self._is_tex and "~" in text else None
        self._shown: dict[int, str] = {}
        self._tidied: dict[int, str] = {}

    def __call__(self, claim: SentenceClaim) -> str:
        """Return the sentence of a claim; what a tilde stands for is told by the whole abstract only."""
        sentence = claim.sentence
        if not self._is_tex:
            return sentence.text
        shown = self._shown.get(sentence.start)
        if shown is None:
            if self._whole is not None:
                start, end = self._whole.span(sentence.start, sentence.end)
                shown = self._whole.text[start:end]
            else:
                shown = readable_text(sentence.text)
            self._shown[sentence.start] = shown
        return shown

    def tidied(self, claim: SentenceClaim) -> str:
        """Return the sentence of a claim as lines are made from it."""
        start = claim.sentence.start
        found = self._tidied.get(start)
        if found is None:
            found = self._tidied[start] = tidied(self(claim))
        return found

    def named(self, claim: SentenceClaim) -> str:
        """Return the tidied sentence of a claim, "our method" at its beginning by the name in the title."""
        found = self.tidied(claim)
        if may_be_named(found) and (name := name_in(self._title, self._text)):
            return named(found, name, self._text)
        return found
