"""Where a takeaway takes up what the title says of its scope: within it, at its end, or in front."""

from __future__ import annotations

from radar.abstracts.takeaways.scope.purposes import SPEAKERS
from radar.abstracts.takeaways.scope.scope_sense import of_another_thing
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.text.titles import PREPOSITIONS
from radar.abstracts.vocabulary.base_verbs import BASE_VERB
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of, has_digit, lowered, word_set

NOWHERE, TORN = -1, -2
"""There is no place in a line, or only one where a phrase would part what belongs together."""
_IN_FRONT = word_set("for in under within across towards toward")
TOWARDS = word_set("towards toward")
_BY_MEANS = word_set("via using through with")
_MEANS = (" by ", " via ", " using ", " through ", " with ")
_NOT_AT_THE_END = word_set("from on of")
_CLAUSES = (" that ", " which ", " while ", " where ", " whose ")
"""Behind one of these the end of a sentence belongs to a clause."""
_FAR = pattern(r" (?:that|which|while|where|whose|without|than|by) |, (?:\w+ly )?[a-z]+ing ")
_NEARER = (" for ", " in ", " on ", " across ", " over ", " into ", " at ", " under ")
"""Behind a clause, or one of these, "with" would belong to the last noun."""
_DEED = pattern(
    rf" (?:to (?:\w+ly )?{BASE_VERB}"
    r"|(?:for|of) (?:\w+ly )?(?!(?:learning|training|imaging|modeling)\b)[a-z]+ing) (?!and )"
)
"""What is done, by means that "with" names."""
_AWAY = pattern(
    r", (?!(?:call|nam|term|dubb|denot|coin)ed)(?:and )?(?:\w+ly )?"
    r"(?:[a-z]+(?:ing|ed)|built|drawn|given|driven) "
    r"|, (?:with|such as|as|from|in|by|on|e\.g\.,?) "
    r"| (?:as an?|inspired by|within|than|without|except|using|via|through|by (?:\w+ly )?[a-z]+ing) "
)
"""Behind one of these a phrase would belong to what stands there, and no more to what the authors did."""
_SUBJECTS = ("We ", "This ", "Our ", "The ", "A ", "An ", "It ", "Here ")
"""What a sentence begins with that another phrase may be put before."""
_DOES = EitherCase(
    r"(?:we|this (?:paper|work|study)) (?:\w+ ){0,2}?(?:propose|present|introduce|develop|describe|design"
    r"|study|studies|investigate|examine|explore|analy[sz]e|build|formulate|derive|consider|construct|devise"
    r"|establish|create|suggest|provide|offer|give)s?\b",
)
_TELLS = EitherCase(r"(?:[^,;\d]{3,80}, )?(?:we|this (?:paper|work|study)|our \w+) (?:\w+ ){0,2}?\w+\b")
"""Whatever else the authors tell of themselves; what is measured may hold for a part of the scope only."""
_IS_FOR_NOTHING = EitherCase(
    r"(?:it|(?:this|these|the above) (?!(?:\w+ )?(?:paper|work|study|article|survey|review|report|research"
    r"|thesis))\w+"
    r"|the (?:first|second|third|last|latter|former|other|same|actual|authors)"
    r"|our (?:findings?|results?|observations?|experiments?|analys[ie]s)"
    r"|(?:an?|the|one) (?:\w+ ){0,3}?(?:obstacle|challenge|bottleneck|limitation|barrier|difficulty|gap"
    r"|problem|issue|goal|aim|purpose|objective))\b"
)
"""What a line begins with that tells of an obstacle or of a part of the work: neither is for a purpose."""
_DOES_FOR_IT = EitherCase(
    r"(?:(?:the|an?) [^,;]{3,80} (?:is|are) (?:presented|proposed|introduced|developed)\b|(?:here,? )?(?:we"
    r"|this (?:\w+ )?(?:paper|work|study|article|thesis|letter)"
    r"|our (?:paper|work|study|(?:proposed )?(?:method|approach|framework|model|system|algorithm|pipeline))) "
    r"(?!(?:\w+ly |also |further |then |first |can |could |had |have )*"
    r"(?:find|found|observe|identif|detect|reveal|uncover|argue|show|report|demonstrate|discover|prove|ask"
    r"|do not|cannot|caution|warn|acknowledge|hope|believe"
    r"|test|wonder|expect|conclude|confirm|note|see|highlight|emphasi[sz]e|saw|hypothesi[sz]e|conjecture)))"
)
"""What authors do for what the title names; what they find or hold to be so is hardly ever for it."""
_HOLDS = pattern(
    r"(?:We|This (?:paper|work|study)) (?:\w+ )?(?:argue|posit|contend|propose|suggest|believe"
    r"|hypothesi[sz]e)s? that "
)
"""What is argued is not so by any means."""
_NAMES = (" called ", " named ", " termed ", " dubbed ", " denoted ", " coined ")
_NAMED = pattern(r",? (?:called|named|termed|dubbed|denoted|coined) (?=(?:the )?[A-Z“\"'‘])[^,;:]+$")
_KIND_AND_NAME = pattern(
    r" (?:framework|method|approach|model|system|benchmark|dataset|algorithm|pipeline|technique|strategy"
    r"|tool) [A-Z“\"'‘][\w-]*$"
)
_NAME = pattern(r"[A-Z][\w-]*|[“\"'‘][^,]{1,60}")
"""What a thing is called, at the end: what stood behind it would belong to the name."""
_PARTED = pattern(
    r",? (?:(?:which|that) )?(?:(?:is|are|we) )?(?:called|named|termed|dubbed|denoted|coined|call|term|name"
    r"|dub)\b"
    r"|(?:,| [-–—]) (?:(?:an?|the|our|one|i\.e\.,?|namely)\b|[A-Z])"
)
"""What belongs to the thing before it: its name, or what it is."""
_ASKS_FOR_MORE = pattern(
    r"(?:method|approach|framework|technique|strategy|procedure|mechanism|system|way|algorithm|pipeline)"
    r"(?:e?s)?(?: \([A-Z][\w-]*\))?$"
)
"""What "to" belongs to: it says what such a thing does."""
_CLOSES = ("”", "’", '"', "'")
_LAST_WORDS = 4
"""Among so many words before a phrase its noun would be said twice."""
_AFTER_WORD = ",.)s"
_ENDS_NOUN = PREPOSITIONS | word_set("to of")
_THING = pattern(
    r" (?:(?!(?:of|for|in|on|to|that|which|with|by|and|or|how|using|via|from|as|when|where)\b)"
    r"[\w’'-]+,? ){0,7}?"
    r"(?:method|approach|algorithm|framework|model|architecture|technique|procedure|system|scheme|strategy"
    r"|solution|mechanism|module|formulation|pipeline|objective|loss|paradigm|regulari[sz]er|toolkit|library"
    r"|platform|benchmark|dataset|data set|metric|network|protocol|methodology|heuristic|extension|variant)"
    r"(?:s|es)?(?: \([A-Z][\w-]*\))?"
    r"(?=(?: that| which| to (?!(?:this|these|the|that|such|an?)\b|[a-z]+ing\b)[a-z]+| based on| where"
    r"| whose| called| named| termed| by| using| with)\b|,|\.$|…$|;)"
)
"""What was made, where nothing says yet what it is for."""
_REST_OF_WORD = pattern(r"[\w-]*(?: \([A-Z][\w-]*\))?")
_MAY_FOLLOW = pattern(r"\.$|;| (?:that|which|to|by|using|where|based) |, ")
_LISTS_MORE = pattern(
    r", (?!(?:(?:in |for |by |on |from |of )?which|where|whose|while|with|also|and \w+ly|based|built|as"
    r"|without|to|along|alongside|together) |(?:\w+ly )?[a-z]+ing "
    r"|(?:\w+ly )?[a-z]+ed (?:by|to|from|in|as|on|for|with)\b)"
)
"""What is said beside the thing before it, or of what kind that is."""
_STEM, _LEAST_LETTERS = 6, 4
_LEAST_IN_FRONT = 2
"""What opens a line tells so many things."""


def behind_opening(line: str) -> int:
    """Return the end of "We propose" and the like, or -1 where a line does not speak of its authors' work."""
    end = _DOES.end(line)
    return end if end >= 0 or has_digit(line) else _TELLS.end(line)


def may_open(line: str, opening: int) -> bool:
    """Say whether a line can take up anything, behind its opening or in front of it."""
    return opening >= 0 or (_opens_plainly(line) and not has_digit(line))


def place_within(line: str, opening: int, words: list[str], before: str) -> int:
    """Return where a line takes up a phrase: behind the word that it follows in the title, or at an end.

    It is `TORN` where a phrase there would part what belongs together, and `NOWHERE` where there is none.

    Args:
        line: the takeaway.
        opening: where its "We propose" ends.
        words: the phrase, its preposition first.
        before: the word that stands before it in the title, or nothing.
    """
    body = line.partition(";")[0]
    first = words[0].lower()
    if opening < 0 or f" {first} " in body[opening:]:
        return NOWHERE
    place = _behind(body, opening, before)
    if place < 0 and first not in _NOT_AT_THE_END:
        if first == "for" and (thing := _THING.match(line, opening)) and not _does_the_same(line, words[1]):
            place = thing.end()
        elif before:
            place = _at_the_end(line, body, first, opening)
    if place < 0:
        return place
    if _says_noun(body[:place], words):
        return TORN if first == "for" and before else NOWHERE
    return TORN if _parts(body, place) or of_another_thing(body, place, words) else place


def _parts(body: str, place: int) -> bool:
    """Say whether a phrase would part a thing from its name, from what it is, or from what it does."""
    head = body[:place]
    if head.endswith(_CLOSES) or _PARTED.match(body, place) or _LISTS_MORE.match(body, place):
        return True
    if head.count("(") > head.count(")"):
        return True
    return body.startswith(" to ", place) and _ASKS_FOR_MORE.search(head) is not None


def _says_noun(head: str, words: list[str]) -> bool:
    """Say whether the noun of a phrase is among the words right before it."""
    noun = words[-1]
    for at, word in enumerate(words[1:]):
        if word.lower() in _ENDS_NOUN:
            noun = words[at]
            break
    stem = noun.lower().removesuffix("s")
    return stem in [word.lower().rstrip(_AFTER_WORD) for word in head.rsplit(" ", _LAST_WORDS)[1:]]


def _at_the_end(line: str, body: str, first: str, opening: int) -> int:
    if body.endswith("…") or ":" in body:
        return NOWHERE
    if first in _IN_FRONT and any_of(_CLAUSES, body) and _opens_plainly(line):
        return NOWHERE
    if _AWAY.search(body, opening):
        return NOWHERE
    if first == "with" and _is_far(body, opening):
        return NOWHERE
    if first in _BY_MEANS and (any_of(_MEANS, body) or (" that " in body and _HOLDS.match(body))):
        return NOWHERE
    if first in _BY_MEANS and body.startswith(f"{first.capitalize()} "):
        return NOWHERE
    body = body.rstrip(".")
    last = body.rfind(", ")
    if (last >= 0 and _NAME.fullmatch(body, last + 2)) or (any_of(_NAMES, body) and _NAMED.search(body)):
        return TORN
    if _KIND_AND_NAME.search(body):
        return TORN
    return len(body)


def _is_far(body: str, opening: int) -> bool:
    """Say whether what follows "with" would belong to a noun behind the thing that was made."""
    nearer = any_of(_NEARER, body[opening:]) and not _DEED.search(body, opening)
    return nearer or _FAR.search(body, opening) is not None


def place_in_front(line: str, opening: int, words: list[str], before: str = "", *, torn: bool = False) -> int:
    """Return 0 where a phrase may open a line, or -1; the arguments are those of `place_within`.

    A phrase that would part something within the line may open it even where its last word is told.
    """
    first = words[0].lower()
    if first not in _IN_FRONT or f" {first} " in line or not _opens_plainly(line):
        return NOWHERE
    if opening < 0 and (has_digit(line) or (first == "for" and _IS_FOR_NOTHING.begins(line))):
        return NOWHERE
    if first in TOWARDS and not line.startswith((*SPEAKERS, "This is ")):
        return NOWHERE
    if first == "for" and not before and not _DOES_FOR_IT.begins(line):
        return NOWHERE
    if first == "for" and opening > 0 and _does_the_same(_verb(line, opening), words[1]):
        return NOWHERE
    if first == "for" and words[1].endswith("ing") and " ".join(words[1:3]).lower() in line.lower():
        return NOWHERE
    if len(telling(" ".join(words))) < _LEAST_IN_FRONT or any(word.endswith(",") for word in words):
        return NOWHERE
    return 0 if torn or telling(words[-1]).isdisjoint(telling(line)) else NOWHERE


def _opens_plainly(line: str) -> bool:
    return line.startswith(_SUBJECTS)


def _behind(body: str, opening: int, before: str) -> int:
    """Return where a line ends a word that begins as another one does, and something new begins."""
    if len(before) < _LEAST_LETTERS:
        return NOWHERE
    lower, stem = lowered(body), f" {lowered(before).removesuffix('s')[:_STEM]}"
    place = lower.find(stem, opening)
    while place >= 0:
        word = _REST_OF_WORD.match(body, place + 1)
        end = word.end() if word else place + 1
        if _MAY_FOLLOW.match(body, end) and not (
            body.startswith(" to ", end) and " from " in body[opening : place + 1]
        ):
            return end
        place = lower.find(stem, end)
    return NOWHERE


def _verb(line: str, opening: int) -> str:
    """Return the last word of an opening behind a space: what its authors did."""
    return line[line.rfind(" ", 0, opening) : opening]


def _does_the_same(line: str, gerund: str) -> bool:
    """Say whether a line says already what a phrase says is done: "to train" and "for training"."""
    lower = gerund.lower()
    return lower.endswith("ing") and f" {lower.removesuffix('ing')}" in line.lower()
