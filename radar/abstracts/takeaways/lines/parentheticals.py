"""What a sentence says in passing, which it can do without where it has no room for all that it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from radar.abstracts.takeaways.lines.condensing import NEGATED, condensed
from radar.abstracts.vocabulary.limiting import denies, limits
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_KNOWLEDGE = pattern(r",? to (?:the best of )?our (?:best )?knowledge,")
_FIRST = pattern(r"\b(?:first|only|sole|no|none|largest|most|best)\b")
"""A claim that is stronger than its authors' without "to our knowledge"."""
_LIMITED = (
    r"(?:non|not|un|only|except|without|but|if|when|where|assuming|given|weights?|under|with|especially|at|up"
    r"|less|more|in|on|for|[a-z]\)|[ivx]+\))\b"
)
_EXPANSION = pattern(r"(?<=[A-Z0-9]) \((?=[A-Z])[^()\d$:;=]*? [^()\d$:;=]*?[A-Za-z]\)(?=[ ,.;:]|$)")
"""What a short name stands for, in brackets behind it."""
_PLAIN = r"[^()$:;=<>≤≥≲≳~∼±%]*"
_LISTED = pattern(
    rf"(?<=[a-z]) \((?!{_LIMITED})(?:(?:Fig\.?|Figure|Table) \d+|[A-Za-z]{_PLAIN},{_PLAIN})\)(?=[ ,.;:]|$)"
)
"""Figures, and names that a noun before the bracket sums up."""
_DASHED = pattern(
    r"(?<=[\w)]) [–—] (?!not\b|but\b|only\b|if\b|when\b|and\b|[^–—]*\b\d)[^–—:;]{4,120}? [–—] (?=[a-z])"
    r"|(?<=[\w)]) - (?=(?:an?|the|such as|i\.e\.,|namely|including|which) )[^–—:;]{4,120}? - (?=[a-z])"
)
_GOES_ON = (
    r"(?:is|are|was|were|has|have|can|to|for|that|which|by|with|from|on|in(?! contrast| addition)|into|across"
    r"|using|via|through|under|within|between|against"
    r"|and (?:\w+ly )?\w+(?:e|s|t|y) (?:the|an?|its|their|how|that))"
)
_MADE = (
    r"(?:defined|known|designed|developed|proposed|introduced|referred|described|inspired|motivated|based|built"
    r"|derived|taken|represented|characteri[sz]ed|published|released|originating)"
)
_INSERTED = pattern(
    rf"(?<=[\w)]), (?:(?:\w+ly )?{_MADE}(?: as| by| on| for| from| in| to| with| of)? [^,;:]{{3,110}}"
    r"|(?:an?|one of the|namely(?! [A-Z])|i\.e\.,?|the (?:first|largest|most|leading|main)) [^,;:()]{3,90}),"
    rf" (?={_GOES_ON} )"
)
"""What a thing is or where it comes from, between two commas, before what goes on with the sentence."""
_INTRODUCED = pattern(
    r"\b(?:propos|introduc|present|develop|design|describ|releas|build|built|construct|call|term|nam|formulat"
    r"|defin|devis|creat)(?:e|es|s|ed|ing)?(?: (?!of |for |to |in |from |with |on )[^ ]+){1,12}$"
)
_WITH_ANOTHER = ("with ", "and ", "to ")
_GATHERS = pattern(
    r"\b(?:between|both|bridg|combin|compar|compris|connect|consist|contain|coupl|fus|includ|integrat|join|link"
    r"|merg|pair|unif)[a-z]*\b(?!.* with )[^;:]*$"
)
"""Behind one of these, what stands between two commas may be one of several things."""
_A_SUBJECT = 3
"""So few words at the beginning are what a sentence speaks of, and need what stands behind them."""
_AT_THE_END = pattern(r" \([^()]*\)$")
_REASON = pattern(
    r" (?P<lead>that|and|which), (?:since|as(?! (?:long|soon|far|much|many|well|few) )|unlike|rather than"
    r"|instead of|in contrast to|due to|inspired by|motivated by|based on|for the first time"
    r"|among other things|in turn|in particular)[^,;:\d]{0,110}, "
    r"(?!(?:an?|the|at|by|for|from|in|on|to|under|using|via|with|within|through|where|when|and|or) )"
)
"""Why, or in contrast to what, before the verb of a clause."""
_BOTH = pattern(
    r" both (?!(?:of|the|are|were|is|and|in|for|with|from|to|on|as|at|by|can|have|do) )(?=[^,;:]{3,60} and )"
    r"| both (?=(?:the|in|for|with|from|to|on) [^,;:]{3,60} and )"
)
_TOTAL = pattern(r"\ba total of (?=\d)")
_NO_ACT = (
    r"(?:and|or|but|at|as|in|to|by|with|for|on|yet|than|different|distinct|better|less|more|most|[a-z]+ed"
    r"|[a-z]+ly)"
)
_ADVERB = pattern(
    r"(?<=[a-z])(?<!\bbut)(?<!\bis)(?<!\bare) (?:systematically|comprehensively|rigorously"
    r"|carefully|thoroughly|seamlessly|effectively|efficiently|successfully|also|further|additionally|thereby"
    r"|explicitly) "
    rf"(?!{_NO_ACT} )(?=[a-z])"
)
"""How well something is done, or that it is done besides, before the verb that says what."""
_PRAISE = pattern(
    r"\b(?P<made>(?:propose|introduce|present|develop|design|describe|build|devise)s? )?(?P<article>[Aa])n? "
    r"(?P<praise>(?:(?:simple,? (?:yet|but|and) (?:\w+ly )?effective,?|simple,?|new,?|novel,?|comprehensive,?"
    r"|innovative,?|powerful,?|rigorous,?|extensive,?|thorough,?|detailed,?|principled,?|elegant,?|in-depth"
    r"|versatile,?|robust,?) (?:and |yet |but )?){1,3})(?=(?P<next>[a-z][a-z-]+))"
)
_PRAISED = pattern(
    r"[Aa]n? (?:simple|new|novel|comprehensive|innovative|powerful|rigorous|extensive|thorough|detailed"
    r"|principled|elegant|in-depth|versatile|robust)"
)
"""What stands wherever `_PRAISE` matches, and is found in a fifth of the time."""
_OF_A_FINDING = pattern(
    r"\b(?:new|robust|simple(?!,? (?:yet|but|and) )|rigorous|powerful|extensive|thorough|detailed|elegant)\b"
)
"""What is praise of what was made, and may be what was found."""
_SOUNDS_LIKE_A_CONSONANT = ("one", "once", "eu", "ew", "uni", "use", "ut", "us")
_SILENT = ("honest", "honor", "honour", "hour", "heir")
_SPELT_WITH_A_VOWEL = "AEFHILMNORSX"
"""The letters whose names begin with a vowel."""
_NO_NOUNS = ("in", "of", "for", "to", "and", "or", "but", "yet", "enough")


def without_parentheticals(text: str) -> Iterator[str]:
    """Return a sentence in fewer and fewer words: without brackets, insertions, and praise."""
    for shorter in condensed(text):
        yield shorter
        text = shorter
    for gates, step in _STEPS:
        if any_of(gates, text) and (shorter := step(text)) != text:
            yield shorter
            text = shorter


def without_both(text: str) -> str:
    """Leave out the first word of "both A and B", of which none may be cut off then."""
    return _BOTH.sub(" ", text) if " both " in text and not denies(text) else text


def _left_out(found: re.Pattern[str], kept: str = "") -> Callable[[str], str]:
    """Return what leaves out all that is found, but for what limits what is said beside it."""
    return lambda text: found.sub(lambda match: match[0] if limits(match[0]) else match.expand(kept), text)


def _without_knowledge(text: str) -> str:
    without = _KNOWLEDGE.sub("", text)
    return text if _FIRST.search(without) else without


def _without_insertions(text: str) -> str:
    return _INSERTED.sub(_left_of_insertion, text)


def _left_of_insertion(match: re.Match[str]) -> str:
    """Return nothing of an insertion, or all of it where it tells what a sentence speaks of."""
    before = match.string[: match.start()]
    if _RESPECTIVELY in match.string or limits(match[0]):
        return match[0]
    if match.string.startswith(_WITH_ANOTHER, match.end()) and _GATHERS.search(before):
        return match[0]
    return match[0] if before.count(" ") < _A_SUBJECT or is_introduced(before) else " "


def is_introduced(before: str) -> bool:
    """Say whether a name ends here that is told for the first time, so that what it is belongs to it."""
    before = _AT_THE_END.sub("", before)
    *_, last = before.split(" ")
    return any(map(str.isupper, last)) and _INTRODUCED.search(before) is not None


def _without_praise(text: str) -> str:
    return _PRAISE.sub(_article, text) if _PRAISED.search(text) else text


def _without_adverbs(text: str) -> str:
    return text if any_of(NEGATED, text) else _ADVERB.sub(" ", text)


def _article(match: re.Match[str]) -> str:
    """Return the article of a noun phrase without its praise; what was found may be "new" or "robust"."""
    following = match["next"]
    if following in _NO_NOUNS or (not match["made"] and _OF_A_FINDING.search(match["praise"])):
        return match[0]
    return f"{match['made'] or ''}{match['article']}{'n' if sounds_like_a_vowel(following) else ''} "


def sounds_like_a_vowel(word: str) -> bool:
    """Say whether "an" stands before a word, as its first letters tell."""
    if len(word) > 1 and word[:2].isupper():
        return word[0] in _SPELT_WITH_A_VOWEL
    small = word.lower()
    return small.startswith(_SILENT) or (
        small[0] in "aeiou" and not small.startswith(_SOUNDS_LIKE_A_CONSONANT)
    )


_RESPECTIVELY = "respectively"
"""Sets several things beside several others, none of which may go."""

_STEPS = (
    (("our ",), _without_knowledge),
    ((" (",), _left_out(_EXPANSION)),
    ((" (",), _left_out(_LISTED)),
    (("a total of ",), _left_out(_TOTAL)),
    ((" a ", " an ", "A "), _without_praise),
    (("ly ", " also ", " further ", " thereby "), _without_adverbs),
    ((" – ", " — ", " - "), _left_out(_DASHED, " ")),
    ((" that, ", " and, ", " which, "), _left_out(_REASON, r" \g<lead> ")),
    ((", ",), _without_insertions),
)
"""What goes, one after the other, and what stands wherever there is any of it."""
