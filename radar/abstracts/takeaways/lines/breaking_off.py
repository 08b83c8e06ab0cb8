"""Where a sentence that is too long for a line, and cannot be cut, breaks off."""

from __future__ import annotations

from radar.abstracts.takeaways.lines.borders import (
    VERB,
    balanced,
    ends_halfway,
    hangs,
    in_a_list,
    loses_measure,
    never_begins,
)
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_AT_MOST = 24
"""A sentence is broken off behind so many words."""
_LEAST_LEFT = 4
_GIVEN_UP, _LEAST_WHOLE = 6, 14
"""To end with a phrase, a line gives up fewer words than this, as long as so many stay."""
_BEGINS_PHRASE = word_set(
    "and or but that which who while when where to of in on at for with from by into via using through under "
    "over across between within without as than because near along around during among against toward "
    "towards despite before after behind beyond inside outside upon"
)
_PHRASE_MARKS = (",", ";", ":")
_ASKS_FOR_MORE = ("ed", "ing", "focus")
ASKING = word_set(
    "aiming arising based belong belonging belongs built coming consist consisting consists corresponding "
    "depending differ differs drawn driven focus focuses focusing found given known leading made operating "
    "originating ranging referring rely relying resulting shown spanning stemming taken"
)
"""What asks for the preposition behind it."""
_ASKS_FOR_A_NOUN = ASKING | word_set(
    "both own least encompassing covering involving determines reveals requires delivers achieves provides "
    "enables allows ensures includes contains uses represents yields exhibits becomes become often "
    "always highest lowest largest smallest greatest strongest best"
)
"""What says nothing without what stands behind it."""
_DETERMINERS = word_set("the a an its their our his her each every both whether how")
"""Behind a verb, one of these begins what it is done to."""
_BEFORE_A_VERB = word_set("to can may could will must cannot should would that which")
SAYS_THAT = word_set(
    "argue assume conclude confirm demonstrate ensure establish estimate fact find found indicate know "
    "observe prove report reveal reveals sense show shows suggest suggests verify whether"
)
_DONE_BY = word_set("to by from as into on")
_PARTICIPLES = ("ing", "ed", "ly")
_NO_ADVERBS = word_set("anomaly assembly early family only supply")
_WHOSE = ("'s", "’s")
_ADJECTIVES = (
    "al", "ary", "ble", "ful", "ic", "ive", "less", "ous", "-aware", "-free", "-level", "-like", "-scale",
    "-specific", "-time", "-wise",
)  # fmt: skip
_COPULAS = word_set("is are be was were been being become becomes remain remains")
_NO_ADJECTIVES = word_set(
    "academic adversarial animal approval arrival boundary characteristic chemical clinic commentary corpus "
    "criminal cubic deal diary dictionary disciple double dynamic ensemble equal example february festival "
    "goal heuristic individual initiative interval january journal library logic manifold manual material "
    "metal metric music narrative numeral objective obstacle pandemic particle people perspective portal "
    "potential primitive principal principle professional proposal public rational removal retrieval reveal "
    "rival role rubric rule scale schedule signal statistic style summary survival table temple terminal "
    "title topic total traffic trial triple tutorial variable vehicle vocabulary"
)
_LAST_OF_A_LIST = ("and ", "or ")
_INSERTED = ("which ", "who ", "whose ", "where ", "i.e.", "e.g.", "such as ", "including ")
"""Behind such an insertion the sentence goes on, and few words are no item of a list."""
_HALF_A_PHRASE, _FEW_WORDS = 4, 2
"""Where no phrase ends, one that breaks off has so many words at most; fewer before a participle."""
HOLLOW = word_set(
    "ability absence accuracy advantages age aim amount analysis application applications array aspects "
    "behavior behaviour case cases challenge characteristics class classes collection combination "
    "complexity components concept consequences context core creation degree detection development "
    "dynamics effect effectiveness effects efficiency emergence evidence evolution existence expansion "
    "extent family field form formation forms foundations fraction framework function goal growth "
    "identification impact implications importance improvement influence integration introduction "
    "investigation kind kinds lack landscape level levels limitations majority mechanism mechanisms "
    "methods nature notion number numbers origin out outcomes pair pairs part parts performance piece "
    "portion possibility potential presence principles problem problems process production properties "
    "property quality quantity range ranges rate rates reconstruction regime regimes region relevance "
    "reliability result results rise risk risks role roles sample sense sensitivity sequence series set "
    "sets signatures significance size source sources stage stages state states strength strengths "
    "structure study subset sum terms theory topic total type types understanding use utility validity "
    "value values variety version view way ways weaknesses"
)
"""What such a thing is of tells more than the word."""
_ABLE = word_set("ability abilities capacity capability need needs potential tendency way ways opportunity")
_HOW = word_set("with in at via using under over across through within for against between along")
_SHORT_NOUN = 4
_CLAUSES = ("in which", "on which", "for which", "such that", "so that")
_ONLY_BEGUN = 5
"""Of a clause or a list behind a colon, fewer words than this tell nothing."""
_TRAILING = " ,;:—–-.!?。？！"
_NUMBER = pattern(r"\d")
_SUBORDINATE_CLAUSE = pattern(r"\b(?:where|when|if|because|while)\b[^,]*")
_LIKE_A_VERB = pattern(
    r"\b[a-z]{2,}(?:ed|ates|izes|ises|fies|ences|ects|ides|eeds|eals|ines|ains|ows|gests|uces|ances|ers|ges|ses|nes"
    r"|ens|ves|es|ts|ns)\b"
)
"""What may be a verb, though it may be another word too."""
_SOON = 8
"""What a number is compared with stands within so many words behind it."""


def breaks_before_its_verb(line: str) -> bool:
    """Say whether a line that breaks off has no verb behind the opening that leads up to what it says."""
    if not line.endswith("…") or ";" in line or not never_begins(line):
        return False
    main = _SUBORDINATE_CLAUSE.sub("", line.partition(", ")[2])
    return not (VERB.search(main) or _LIKE_A_VERB.search(main))


def is_adjective(word: str) -> bool:
    """Say whether a word in lower case looks like an adjective, which asks for its noun."""
    return word.endswith(_ADJECTIVES) and word not in _NO_ADJECTIVES


def broken_off(text: str, limit: int) -> str:
    """Return the beginning of a sentence with an ellipsis, behind a phrase of it where one ends late.

    No number loses what it measures. The sentence is longer than `limit` words.
    """
    words = text.split()
    limit = min(limit, _AT_MOST)
    end = _behind_a_phrase(words, limit) or _behind_a_word(words, limit)
    end = _before_what_only_begins(words, end)
    return " ".join(words[:end]).rstrip(_TRAILING) + "…"


def _behind_a_phrase(words: list[str], limit: int) -> int:
    """Return the last place where a phrase ends, or 0 where none ends late enough."""
    torn = 0
    for end in range(limit, max(limit - _GIVEN_UP, _LEAST_WHOLE - 1), -1):
        if words[end - 1] != "then" and _ends_a_phrase(words, end) and not _breaks_badly(words, end):
            if not _is_torn(words, end):
                return end
            torn = torn or end
    return torn


def _is_torn(words: list[str], end: int) -> bool:
    """Say whether what follows is the better half: "a new family / of gaits", "obtained / with a sieve"."""
    last, following = words[end - 1], words[end].lower()
    if following == "of":
        return last in HOLLOW
    if following == "to":
        return last in _ABLE
    return following == "between" or (following in _HOW and last.endswith("ed") and len(last) > _SHORT_NOUN)


def _ends_a_phrase(words: list[str], end: int) -> bool:
    last, following = words[end - 1], words[end].lower()
    head = " ".join(words[:end])
    if never_begins(head):
        return False
    if last.endswith(_PHRASE_MARKS):
        return True
    if following not in _BEGINS_PHRASE or last in ASKING:
        return False
    if last.endswith("ly") and last not in _NO_ADVERBS:
        return False
    *_, before, tail = ["", *head.split(", ")]
    if tail.startswith(_LAST_OF_A_LIST) or before.startswith(_INSERTED):
        return True
    return not in_a_list(head) and not ends_halfway(head)


def _behind_a_word(words: list[str], limit: int) -> int:
    """Return the last place that leaves no bracket open and no word that asks for the next."""
    end = limit
    while end > _LEAST_LEFT and _breaks_badly(words, end):
        end -= 1
    return _before_half_a_phrase(words, end)


def _before_half_a_phrase(words: list[str], end: int) -> int:
    """Return where a phrase begins that would break off behind its first words, or else the end."""
    if words[end - 1].endswith(_PHRASE_MARKS) or words[end].lower() in _BEGINS_PHRASE:
        return end
    ended = words[end].startswith("(") or words[end].endswith(_PARTICIPLES)
    longest = _FEW_WORDS if ended else _HALF_A_PHRASE
    for start in range(end - 1, max(end - longest, _LEAST_WHOLE) - 1, -1):
        if words[start].lower() not in _BEGINS_PHRASE or words[start - 1].endswith(_ASKS_FOR_MORE):
            continue
        if not _breaks_badly(words, start):
            return start
    return end


def _before_what_only_begins(words: list[str], end: int) -> int:
    """Return where a clause or a list begins of which only the first words would be left, or the end."""
    for start in range(end - 1, max(end - _ONLY_BEGUN, _LEAST_WHOLE) - 1, -1):
        if words[start - 1].endswith(":"):
            last = words[start - 1].rstrip(":") or words[start - 2]
            bad = last.endswith(_PARTICIPLES) or hangs(last) or _breaks_badly(words, start)
            return end if bad else start
        pair = f"{words[start - 1]} {words[start]}"
        if pair.endswith((" where", " whose")) or pair in _CLAUSES:
            before = start - (pair in _CLAUSES)
            return end if _breaks_badly(words, before) else before
    return end


def _breaks_badly(words: list[str], end: int) -> bool:
    head = " ".join(words[:end])
    late = " ".join(words[max(0, end - _SOON) : end])
    return (
        _NUMBER.search(words[end - 1]) is not None
        or not balanced(head)
        or hangs(head)
        or _asks_for_more(words[end - 2 : end], words[end])
        or loses_measure(late, " ".join(words[end : end + _SOON]))
    )


def _asks_for_more(last: list[str], following: str) -> bool:
    """Say whether what follows belongs to the last two words: a verb to its object, "both" to the two."""
    word, next_word = last[-1], following.lower()
    if word.endswith(_PHRASE_MARKS):
        return False
    if word.lower() in _ASKS_FOR_A_NOUN or next_word in _DETERMINERS:
        return True
    if word.endswith(_WHOSE):
        return True
    if next_word == "that":
        return word.lower() in SAYS_THAT
    if next_word in _DONE_BY:
        return word.endswith("ed")
    if next_word in _BEGINS_PHRASE or following.startswith("("):
        return False
    if is_adjective(word.lower()):
        return last[0] not in _COPULAS and not last[0].endswith("ly")
    return word.endswith(_PARTICIPLES) or last[0].lower() in _BEFORE_A_VERB
