"""What came of the thing that was made, as "it" behind a line that says no more of it than the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.findings import makes_data
from radar.abstracts.takeaways.findings.found_clauses import plain_clause
from radar.abstracts.takeaways.findings.studied import ever_shorter
from radar.abstracts.takeaways.lines.borders import balanced
from radar.abstracts.takeaways.lines.unnamed import names_all
from radar.abstracts.takeaways.telling_words import telling, telling_compounds
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_SURE = 0.95
"""What is claimed no more surely is a hint."""
_THING = (
    r"(?:methods?|approach|framework|models?|system|algorithm|pipeline|network|technique|architecture|scheme"
    r"|solution|strategy|estimator|attack|agent|tool|formulation|mechanism|module|design|protocol)"
)
_IT_DOES = pattern(
    rf"(?:(?P<opening>[^,;:]{{3,90}}), )?(?:[Ww]e (?:find|show|observe|demonstrate) that )?"
    rf"(?:(?:[Oo]ur|[Tt]he)(?: (?:proposed|new|novel|resulting|presented|final|full))?(?: (?P<kind>[\w-]+))??"
    rf" {_THING}(?: \([^() ]+\))?|(?P<name>[A-Za-z][\w.+-]*[A-Z\d+][\w.+*-]*))"
    r" (?P<does>(?:(?:\w+ly|also|further) )*(?:[a-z]{2,}(?<!ss)(?<!us)s|can [a-z]{3,}|had|achieved"
    r"|outperformed|improved|reduced|surpassed|reached|attained|yielded|increased) (?!that\b|to be\b))"
)
"""What is said of "our method", of one of its kind, or of what was made by its name."""
_ONE = EitherCase(
    r"[^;]*?(?:\b(?:propose|introduce|present|develop|design|build|construct|devise|describe)s? |, )"
    r"(?:an?|the|our) (?:(?!(?:of|in|for|on|with|to|that|which|from|by|via|using|and) )[\w-]+,? ){0,9}?"
    + _THING
    + r"\b(?!-)"
)
"""What was made is one thing of which this can be said."""
_IS_SHOWN = pattern(r"\b(?:show|demonstrat|find|reveal|indicat)\w* (?:that )?(?=(?:our|the proposed) )")
"""What leads to what is said of the authors' own within a sentence."""
_BY_NAME = pattern(r"\b(?:propose|introduce|present|develop)s? (?:(?:an?|the) )?(?:novel |new )?[A-Z][\w-]+")
_IN_PASSING = EitherCase(
    r"(?:evaluated|tested|validated|through|in (?:our |extensive )?(?:experiments|evaluations|tests)|notably"
    r"|overall|extensive|as a result|compared|across (?:multiple|various|diverse|several))\b"
)
"""Openings that a finding is true without."""
_SHOWS = pattern(
    r"^(?:demonstrates|shows|validates|confirms|highlights|consists|takes|uses|employs|leverages|does)\b"
)
_PRAISES = pattern(
    r"\b(?:effectiveness|promis\w+|potential\w*|may|might|could|would|should|insights?|effective|viable"
    r"|feasib\w+|important|crucial|foundation|complementary|significance|practical|powerful|future"
    r"|usefulness|and we)\b"
    r"|\b(?:achieve|demonstrate|deliver|show|attain)s? (?:\w+ )?(?:state-of-the-art|competitive|outstanding"
    r"|superior|strong|excellent|robust) (?:\w+ )?(?:performance|results)\.?$"
    r"|\boutperforms? (?:the |all )?(?:\w+ )?(?:state-of-the-art|existing|other|competing|baseline)"
    r" (?:methods|baselines|approaches|models)\.?$"
)
"""Hints and praise that say nothing of how well it does."""
_GOES_ON = pattern(r"[ ,]+(?:to|in|for|with|from|on|over|under|and|or|of|than|as) ")
"""Where it is told with what, or of what, a finding is so."""
_MOST_TOLD = 2
"""So many telling words that the title lacks has a line at most that says little more than it."""
_LEAST_NEW, _MOST_LOST = 3, 1
"""So many has what came of it at least, and so many of the line may go."""
_OF_TITLE = 2
"""So many telling words has what was made in common with the title."""


class FoundOfMade:
    """The sentences of one abstract that say of "our method" what came of it."""

    __slots__ = ("_claims", "_text", "_tidied", "_title")

    def __init__(self, abstract: ReadAbstract) -> None:
        """Take an abstract."""
        self._title, self._text, self._claims, self._tidied = abstract

    def joined(self, line: str, chosen: SentenceClaim) -> str:
        """Return a line that tells what was made, and what came of it behind a semicolon, or nothing."""
        own = len(telling_compounds(line) - telling_compounds(self._title))
        if own > _MOST_TOLD or ";" in line or line.endswith("…") or makes_data(line) or not _names_one(line):
            return ""
        deeds = [deed for deed in ever_shorter(line, self._tidied(chosen)) if self._is_named(deed)]
        for claim in self._claims if deeds else ():
            if claim.strength < _SURE or claim.background or claim.sentence.start <= chosen.sentence.start:
                continue
            if off_topic(claim, 1):
                continue
            forms = list(_forms(self._tidied(claim)))
            for deed in deeds:
                for found in (self._finding(form, deed) for form in forms):
                    if found and self._fits(found, deed, line):
                        return f"{deed}; {found}"
        return ""

    def _is_named(self, deed: str) -> bool:
        """Say whether what was done tells of one thing, and the title of the same."""
        return _names_one(deed) and len(telling(deed) & telling(self._title)) >= _OF_TITLE

    def _fits(self, found: str, deed: str, line: str) -> bool:
        """Say whether a finding tells something new, and of named things, and little of the line is lost."""
        beside = f"{self._title} {deed}"
        lost = telling_compounds(line) - telling_compounds(f"{beside} {found}")
        if len(lost) > _MOST_LOST or len(telling_compounds(found) - telling_compounds(beside)) < _LEAST_NEW:
            return False
        what = found.removeprefix("it ")
        return balanced(found) and names_all(what, beside, self._text, common=True)

    def _finding(self, text: str, deed: str) -> str:
        """Return what a sentence says of what was made, or nothing."""
        room = TAKEAWAY_WORDS - deed.count(" ") - 1
        does = _IT_DOES.match(text)
        if does is None or not _is_it(does, deed):
            return ""
        rest = text[does.start("does") :]
        if _SHOWS.match(rest):
            return ""
        opening = does["opening"]
        if opening and not _IN_PASSING.begins(opening):
            return ""
        found = plain_clause(f"It {rest}", room, praise=_PRAISES)
        if not found or _GOES_ON.match(rest, len(found.rstrip(".")) - len("It ")):
            return ""
        return found[0].lower() + found[1:]


def _forms(text: str) -> Iterator[str]:
    """Yield a sentence, and what it says to be shown."""
    yield text
    if shown := _IS_SHOWN.search(text):
        yield text[shown.end() :]


def _names_one(deed: str) -> bool:
    """Say whether what tells what was made names one thing."""
    return _ONE.begins(deed) or _BY_NAME.search(deed) is not None


def _is_it(does: re.Match[str], deed: str) -> bool:
    """Say whether what a sentence speaks of is what was made."""
    if name := does["name"]:
        return f" {name}" in deed.replace("(", "").replace("“", "")
    kind = does["kind"]
    return kind is None or kind.lower() in deed.lower()
