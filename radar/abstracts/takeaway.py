"""The offline takeaway: the sentence of an abstract that says most of what was done and found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radar.abstracts import word_classes as classes
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.patterns import pattern
from radar.abstracts.shortening import shortened, tidied
from radar.abstracts.words import present, word_set
from radar.papers.flags import Claim
from radar.papers.summary import TAKEAWAY_WORDS, Takeaway, TakeawayOrigin

_TOKEN = pattern(r"[a-z][a-z0-9@-]*")
_STOP = word_set(
    "the and for with from that this are our can via using towards toward into over under "
    "based than its their how what "
    "why when not paper work study approach method methods model models new novel learning "
    "analysis a an of in on to by"
)
_SELF = (
    "this paper", "this work", "this study", "this article", "this letter", "this thesis", "this survey",
    "this review",
)  # fmt: skip
_GENERIC = pattern(
    r"^(?:our|the) (?:proposed |new |resulting |overall )?(?:method|approach|model|system"
    r"|framework|algorithm|results"
    r"|technique|models|solution|experiments|methods|findings|work)\b|^(?:it|this|they|these"
    r"|that|those|both|such"
    r"|experiments|results)\b",
    re.IGNORECASE,
)
_REFERS_BACK = pattern(
    r"(?:it|this|they|these|that|those|such|both|he|she|its|their|doing so|in doing so"
    r"|the former|the latter|here|some"
    r"|others|another|all of these)\b(?! (?:paper|work|study|article|letter|thesis|survey|review|report))",
    re.IGNORECASE,
)
_BACK_FIRST = word_set(
    "it this they these that those such both he she its it-s their doing in the here some others another all"
)
_TO_ADDRESS = pattern(
    r"we (?:\w+ ){0,2}(?:address|tackle|fill|bridge) (?:this|these|them|it)\b", re.IGNORECASE
)
_RELEASE = pattern(
    r"\b(?:code|dataset|data|models?|implementation|software|project|benchmark|demo"
    r"|resources?|weights)\b.{0,60}\b(?:available"
    r"|released|found|accessed|open-source\w*)\b|https?:|github|\bwill be (?:made|released"
    r"|publicly)|project page"
    r"|\bwe (?:also |publicly |further |have |will )*(?:release|open-source)\b"
)
_RELEASE_GATES = (
    "availab",
    "releas",
    "http",
    "github",
    "open-sourc",
    "can be found",
    "project page",
    "accessed",
)
_WARNINGS = ("warning", "disclaimer", "caution", "may contain", "offensive", "reader discretion")
_WARNING = pattern(
    r"\b(?:warning|disclaimer|trigger|caution)\b.{0,80}\b(?:contain\w*|offensive|harmful"
    r"|content|disturbing|examples?|toxic"
    r"|explicit|may)\b|\bmay contain\b.{0,40}\b(?:offensive|harmful|toxic|disturbing)|\breader discretion\b"
    r"|\b(?:paper|work|article) contains (?:\w+ ){0,4}(?:offensive|harmful|toxic|disturbing|upsetting)"
)
_OUTLOOKS = (
    "future work", "future research", "future direction", "future studies", "pave", "opens up", "open up",
    "opens the", "opens new", "we hope", "hope that", "call for", "further research", "organized as follows",
    "organised as follows", "we discuss", "discusses", "implications", "will help", "will enable",
    "will serve", "potential applications",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Gates:
    """Which telling phrases an abstract has at all."""

    own: tuple[str, ...]
    release: tuple[str, ...]
    warnings: tuple[str, ...]
    outlooks: tuple[str, ...]

    @classmethod
    def of(cls, lower: str) -> _Gates:
        """Look for every phrase in a lower-case abstract."""
        return cls(*(present(phrases, lower) for phrases in (_SELF, _RELEASE_GATES, _WARNINGS, _OUTLOOKS)))


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: str
    score: float


def takeaway(title: str, text: str, claims: tuple[SentenceClaim, ...]) -> Takeaway:
    """Return the takeaway of an abstract.

    Args:
        title: never repeated as the takeaway.
        text: the abstract.
        claims: what its sentences claim, one for each.
    """
    title_words = frozenset(_TOKEN.findall(title.lower())) - _STOP
    same = _letters(title)
    gates = _Gates.of(text.lower())
    candidates = [
        _Candidate(claim.sentence.text, _score(claim, number / len(claims), title_words, gates))
        for number, claim in enumerate(claims)
    ]
    candidates.sort(key=lambda candidate: -candidate.score)
    best, best_score, best_sentence = "", -99.0, ""
    for candidate in candidates[:_TRIED]:
        if candidate.score <= best_score:
            break
        line = shortened(tidied(candidate.sentence), TAKEAWAY_WORDS)
        score = candidate.score - _flaws(line, same)
        if score > best_score:
            best, best_score, best_sentence = line, score, candidate.sentence
    finding = _finding_for(best, best_sentence, text, claims, gates)
    if finding:
        return Takeaway(f"{best.rstrip('.')}; {finding}", TakeawayOrigin.OFFLINE)
    return Takeaway(best, TakeawayOrigin.QUOTED)


def _finding_for(
    line: str, sentence: str, text: str, claims: tuple[SentenceClaim, ...], gates: _Gates
) -> str:
    """Return a finding with a number that fits behind a short line of what was done, or nothing."""
    room = TAKEAWAY_WORDS - len(line.split())
    if room < _SHORTEST_FINDING or not _ONLY_DOES.match(line):
        return ""
    for claim in sorted(claims, key=lambda one: -one.strength):
        found = claim.sentence.text
        if (
            claim.claim is not Claim.QUANTIFIED
            or found == sentence
            or _off_topic(claim.sentence.lower, gates)
        ):
            continue
        finding = shortened(tidied(found), room)
        if len(finding.split()) >= _SHORTEST_FINDING and _reads_on(finding, tidied(found)):
            return _continued(finding, text)
    return ""


def _continued(finding: str, text: str) -> str:
    """Return a finding in lower case where its first word is no name."""
    first = finding.split(None, 1)[0]
    ordinary = first[1:].islower() and f" {first.lower()} " in text
    return finding[0].lower() + finding[1:] if ordinary or _LOWERED.match(finding) else finding


def _reads_on(finding: str, whole: str) -> bool:
    """Say whether a finding still has its number and was not cut in the middle of a thought."""
    if finding == whole:
        return True
    behind = whole[len(finding) - 1 :] if whole.startswith(finding[:-1]) else ""
    return bool(re.search(r"\d", finding)) and behind[:1] in (",", ";", ":")


_SHORTEST_FINDING = 6
_ONLY_DOES = pattern(
    r"(?:we|this (?:paper|work|study)) (?:\w+ ){0,2}?(?:propose|present|introduce|develop"
    r"|describe|design)s?\b",
    re.IGNORECASE,
)
_LOWERED = pattern(
    r"(?:Our|The|We|It|This|These|In|On|An?|When|With|Using|Compared|By|For|Across|Both|They"
    r"|Its|At)\b"
)
_TRIED = 6
"""So many sentences are cut to a line, the best by score first."""


def _flaws(line: str, same: str) -> float:
    """Return what counts against a finished line."""
    if not line or _letters(line) == same:
        return 50.0
    count = len(line.split())
    back = 0.6 if _GENERIC.match(line) else 0.5 if _TO_ADDRESS.match(line) else 0.0
    return back + (3.0 if count < 4 else 1.0 if count < 7 else 0.0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _score(claim: SentenceClaim, position: float, title_words: frozenset[str], gates: _Gates) -> float:
    sentence = claim.sentence
    lower, has = sentence.lower, sentence.classes
    score = 3.0 * len(title_words.intersection(sentence.words)) / (len(title_words) or 1)
    contributes = has & classes.DOES and (has & classes.WE or present(gates.own, lower))
    score += 1.6 if contributes else 0.0
    if not claim.background and has & classes.PROPOSES:
        score += 0.5
    score += {Claim.QUANTIFIED: 0.9, Claim.QUALITATIVE: 0.5, Claim.NONE: 0.0}[claim.claim]
    if claim.background or (claim.claim is not Claim.QUANTIFIED and has & classes.PROBLEM):
        score -= 1.0
    if position == 0 and not contributes:
        score -= 0.8
    if sentence.words and sentence.words[0] in _BACK_FIRST and _REFERS_BACK.match(sentence.text):
        score -= 1.2
    length = sentence.text.count(" ") + 1
    score -= 1.5 if length < 7 or length > 55 else 0.0
    return score - _off_topic(lower, gates) - 0.1 * abs(position - 0.55)


def _off_topic(lower: str, gates: _Gates) -> float:
    """Return what counts against a sentence because it speaks of files, of the future, or warns."""
    penalty = 0.0
    if gates.release and present(gates.release, lower) and _RELEASE.search(lower):
        penalty += 2.5
    if gates.warnings and _WARNING.search(lower):
        penalty += 30.0
    if gates.outlooks and present(gates.outlooks, lower):
        penalty += 0.9
    return penalty
