"""By what names an abstract calls the work of its authors."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_OWN = pattern(
    r"\b(?:we|us|our|ours|it|they|proposed|fine-?tuned|submi\w+|winning"
    r"|(?:this|the) (?:\w+ )?(?:paper|work|method|approach|system|framework|algorithm|architecture"
    r"|ensemble)|this (?:\w+ )?(?:methodology|solution|pipeline|strategy))\b"
)
_NAME = pattern(r"(?<=[\s(\"'“‘*{])[A-Za-z]?[\w.+]*[A-Z][\w.+-]*\w")
"""A word with a capital; the first of a sentence has no space before it."""

_APPOSED = pattern(r", ([A-Z][\w+-]*[A-Z][\w+-]*)(?=[,.])")
"""What may be the name, behind a comma, of what stands before it: "with a gait strategy, SideStep, which"."""
_MADE = word_set(
    "strategy framework method approach model algorithm system network architecture technique scheme "
    "pipeline agent"
)


class OwnNames:
    """The names that a title and the sentences of a proposal give to what the authors made."""

    __slots__ = ("_names", "_sentences", "_title")

    def __init__(self, title_name: str, sentences: list[Sentence]) -> None:
        """Take the name that the title begins with, or nothing, and the sentences of the abstract."""
        self._title, self._sentences = title_name, sentences
        self._names: frozenset[str] | None = None

    def __call__(self, lower: str) -> bool:
        """Say whether a stretch of a sentence in lower case speaks of the authors' own."""
        return _OWN.search(lower) is not None or any(name in lower for name in self._all())

    def begin(self, lower: str) -> bool:
        """Say whether a clause in lower case begins with a name of the authors' own, or a word and one."""
        words = lower.split(" ", 2)[:2]
        return not self._all().isdisjoint(words)

    def _all(self) -> frozenset[str]:
        if self._names is None:
            self._names = self._found()
        return self._names

    def _found(self) -> frozenset[str]:
        names = {self._title.strip().lower()} if self._title else set()
        for sentence in self._sentences:
            has = sentence.classes
            if has & classes.PROPOSES and has & (classes.WE | classes.PAPER):
                names.update(name.lower() for name in _NAME.findall(sentence.text))
            elif has & classes.WE:
                names.update(_apposed(sentence.text))
        return frozenset(names)


def _apposed(text: str) -> Iterator[str]:
    """Yield the names in lower case that stand behind what something made is."""
    for match in _APPOSED.finditer(text):
        if text[: match.start()].rpartition(" ")[2] in _MADE:
            yield match[1].lower()
