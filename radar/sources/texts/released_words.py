"""Whether the words of a link and their sentence speak of what a paper comes with.

In feeds links lead to encyclopedias, to places that share a page and to the blog itself as well.
"""

from __future__ import annotations

import re

from radar.sources.texts import released_words_abroad as abroad

SENTENCE_BREAK = "\n"
"""Parts two sentences that no full stop parts."""
_RELEASED = (
    r"\b(?:codes?|codebase|scripts?|notebooks?|software|packages?|librar(?:y|ies)|tool(?:s|kit|box)?"
    r"|implementations?|repositor(?:y|ies)|repo|data|data ?sets?|data ?bases?|corpus|corpora|benchmarks?"
    r"|models?|weights|checkpoints?|leaderboard|project|demos?|demonstrations?|web ?(?:site|page|server|app)"
    r"|homepage|supplement(?:s|al|ary)?|materials?|appendix|videos?|samples?|artifacts?)\b"
)
_WHAT = re.compile(_RELEASED, re.IGNORECASE)
_POINTS = re.compile(
    r"(?:(?:at|on|from|in|via|see|visit|click|this|the|following|our|an?|https?|publicly|freely|openly"
    r"|available|accessible|online|here|urls?|links?|pages?|sites?|address)(?: |$))+",
    re.IGNORECASE,
)
"""Words that say only that something is elsewhere; what, the sentence says."""
_LEADS_TO = re.compile(r"(?::|\b(?:at|on|from|via|in|see|visit))\W*\Z", re.IGNORECASE)
_AROUND = " ()[].,;:!?。、，"
_NEAR = 20
"""Characters before a link in which such a word stands."""
_GIVES = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|available|accessible|open[ -]sourc(?:e|es|ed|ing)|download\w{0,5}"
    r"|host(?:s|ed)|publicly)\b",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"\b(?:introduc|present|propos|develop|buil[dt]|creat|provid|publish|describ)\w{0,4}\b", re.IGNORECASE
)
_OF_THE_PAGE = re.compile(
    r"\b(?:appeared|published|posted) first (?:on|at|in|by)\b"
    r"|\b(?:first|originally) (?:appeared|published|posted)\b"
    r"|\bread (?:more|the full)\b|\bcontinue reading\b|\bsubscribe\b|\bnewsletter\b",
    re.IGNORECASE,
)
"""What programs write below the entries of feeds."""
_END = re.compile(rf"[.!?](?=\s|\Z)|[。！？]|{SENTENCE_BREAK}")


def tells_of_release(before: str, words: str, behind: str) -> bool:
    """Say whether the words of a link, or its sentence, speak of what a paper comes with.

    Args:
        before: what stands before the words; more than their sentence does no harm.
        behind: what stands behind them.
    """
    before, behind = _END.split(before)[-1], _END.split(behind, maxsplit=1)[0]
    sentence = f"{before}{words}{behind}"
    if _OF_THE_PAGE.search(sentence) or abroad.OF_THE_PAGE.search(sentence):
        return False
    return _told(before, words, sentence) or _told_abroad(words, sentence)


def _told(before: str, words: str, sentence: str) -> bool:
    if _WHAT.search(words):
        return True
    if _POINTS.fullmatch(words.strip(_AROUND)) or _LEADS_TO.search(before[-_NEAR:]):
        return bool(_WHAT.search(sentence))
    return bool(_GIVES.search(sentence) or (_PRESENTS.search(sentence) and _WHAT.search(sentence)))


def _told_abroad(words: str, sentence: str) -> bool:
    """Say the same in other languages, whose prepositions tell less: some are words of English too."""
    if abroad.WHAT.search(words):
        return True
    points = abroad.POINTS.fullmatch(words.strip(_AROUND)) or abroad.GIVES.search(sentence)
    return bool(points and abroad.WHAT.search(sentence))
