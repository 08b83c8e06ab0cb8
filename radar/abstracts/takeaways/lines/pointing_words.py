"""Words that point at another sentence, left out where a text says by itself what is meant."""

from __future__ import annotations

import re

from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.limiting import denies
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, is_plural, word_set

_DEED_GATES = (" this ", " these ", " those ", " such ")
_WE = ("We ", "we ")
_USES = pattern(
    r"(?P<who>[Ww]e) (?:\w+ly |then |further |also )?(?:apply|build (?:up)?on|capitali[sz]e on|combine"
    r"|draw (?:up)?on|employ|exploit|follow|harness|leverage|operationali[sz]e|take advantage of|translate"
    r"|use|utili[sz]e) (?:this|these|those|such) (?:(?!to\b)[\w-]+ ){1,6}?to (?P<makes>(?:\w+ly )?(?:build"
    r"|construct|create|derive|design|develop|devise|formulate|introduce|present|propose|prove|show) )"
)
"""By what means something was made that the sentence tells as well."""
_FINDS = pattern(
    r"(?P<who>[Ww]e) (?:\w+ly |also |further |then )?[a-z]+ that (?:this|these|such)\b[^;:.\d]{3,110}?,? and "
    r"(?P<makes>(?:\w+ly |then |also )?(?:introduce|propose|present|develop|design|build) )"
)
"""What was seen of a thing named before, and then what was made."""
_SHOWS = pattern(
    r"(?P<who>[Ww]e) (?:\w+ly |also |further |then )?[a-z]+ (?:on |upon )?(?:this|these|such)"
    r"(?: [\w-]+){1,8},? and (?P<makes>(?:\w+ly |then |thus )?(?:argue|demonstrate|find|prove|show) that )"
)
"""What a thing named before was asked, and then what was found."""
_MEANT_BEFORE = pattern(r"\b(?:it|them|they|each)\b")
_LEAST_LEFT = 8
"""So many words are left at least."""
_INSTEAD = " instead "
_DOES_INSTEAD = pattern(r"(?<=\w) instead(?= (?!of\b)[a-z])")
_CONTRAST = pattern(
    r"\b(?:not?|none|never|cannot|rather|away|depart\w*|discard\w*|drop\w*|eschew\w*|alternatives?|without"
    r"|avoid\w*|only|but|and|or|than|replac\w*|forgo\w*|bypass\w*|reject\w*)\b|n['’]t\b"
)
"""Behind one of these, "instead" has its reason in the sentence itself."""
_LEADS = ("And ", "But ", "Hence ", "So ", "Thus ", "Yet ")
_LEAD = pattern(
    r"(?:And|But|Hence|So|Thus|Yet) (?!yet\b|far\b|another\b|do\b|does\b|did\b|is\b|are\b|too\b|for\b)"
    r"(?=[a-z])"
)
_GATES = (
    " this ", " these ", " those ", " such ", "These ", "Those ", "This ", "aforementioned ", " above",
)  # fmt: skip
_RESULTS_FIRST = ("These ", "Those ", "This ")
_RESULTS = pattern(
    r"(?:These|Those|This) (?=(?!(?:work|paper|study|article)\b)(?:\w+ )?(?:results?|findings?|analys[ie]s"
    r"|experiments?|observations?|insights|simulations|considerations)\b)"
)
_ENDS = (
    r"(?=[,.;:…]| (?:and|are|as|at|between|by|can|could|during|for|from|has|have|in|into|is|may|of|on|or"
    r"|across|over|through|to|under|using|via|was|were|when|where|which|while|will|with|within|without|that)\b)"
)
_AFOREMENTIONED = pattern(
    r"\b(?P<article>the|these) (?:aforementioned|afore-mentioned|above-?mentioned|above) "
    rf"(?P<phrase>[a-z][\w-]*(?: [a-z][\w-]*){{0,3}}?){_ENDS}(?P<of> of )?"
)
_SINGULAR = pattern(
    rf"(?<=[\w),] )this (?P<which>(?:[A-Za-z][\w-]+ ){{1,3}})(?P<noun>[a-z-]{{3,}})(?<!ly)"
    rf"(?:(?<!s)|(?<=ss)|(?<=us)|(?<=is)){_ENDS}"
)
_PLURAL = pattern(
    rf"(?:(?<=[\w),] )these|^These) (?P<which>(?:[A-Za-z][\w-]+ ){{1,3}})"
    rf"(?P<noun>[a-z-]{{3,}}s)(?<!ss)(?<!us){_ENDS}"
)
_BARE = pattern(
    r"(?<=[\w),] )(?:these|such) (?P<noun>[a-z-]{4,}s)(?<!ss)(?<!us)"
    r"(?=[,.;:…]| (?:and|as|at|by|for|from|in|into|on|or|through|to|under|using|via|when|while|with|within"
    r"|without|across|during|between)\b)"
)
_NO_KINDS = word_set(
    "a across additional after all also among an and another any are as at be before both but by can case "
    "cases certain challenging chronic class common complex conduct context corresponding could critical "
    "crucial current decade despite different direction diverse do does during each emerging end entire "
    "every exciting existing extra few first five for former foundational four framework from fundamental "
    "further general given good great growing has have important in interesting into intriguing is its "
    "key kind kinds large last latter line long-standing longstanding main major many may more most much "
    "my need new newly next no not novel observed of on one only open or other our over overall own paper "
    "particular per persistent point popular possible practical pressing previous primary problem "
    "promising proposed recent recently regime related release relevant resulting same second series "
    "setting several shared significant similar simple since single so some sort specific standard study "
    "such than that the their these third this those three through time to together traditional two type "
    "types typical under unexplored unique unprecedented unresolved until up using various very via was "
    "way ways well well-known were what when where which while whole whose will with within without work "
    "works year yet"
)
"""Beside these, another word before the noun says which is meant."""
_OF_THE_PAPER = word_set(
    "article book chapter contribution dissertation edition essay letter manuscript note paper papers "
    "perspective project report research review series study survey thesis tutorial volume work works"
)
_GENERIC = word_set(
    "abilities advances algorithms applications approaches areas aspects assumptions attributes barriers "
    "behaviors behaviours bottlenecks capabilities cases challenges characteristics circumstances classes "
    "components concepts concerns conditions constraints contexts criteria datasets deficiencies "
    "descriptions designs details devices differences difficulties dimensions directions documents does "
    "domains drawbacks effects efforts elements environments events examples experiments factors features "
    "fields findings frameworks functions gaps goals groups hurdles ideas improvements inputs insights "
    "instances issues items limitations materials means measurements measures mechanisms methods metrics "
    "models modules needs networks numbers objectives objects observables observations obstacles "
    "operations outputs pairs papers parameters parts patterns phases phenomena points principles "
    "problems procedures processes properties quantities questions regimes regions relations "
    "relationships representations requirements resources results rules samples scenarios scores settings "
    "shortcomings shows signals situations solutions sources spaces stages states steps strategies "
    "structures studies suggests systems tasks techniques tensions terms texts theories things thus tools "
    "topics towards trade-offs tradeoffs traits trends types values variables variants views weaknesses "
    "words works years"
)
"""What of these is meant, the noun alone does not tell."""
_TELLS = pattern(
    r"(?:[^,]{3,70}, )?(?:we|this (?:paper|work|study|article|thesis|review))(?: \w+ly)? "
    r"(?!(?:show|find|prove|argue|demonstrate|observe|reveal|conclude|confirm|establish|claim|believe|note"
    r"|suggest|report|identify|identifie|discover|hypothesi[sz]e|posit|contend|estimate|measure|detect"
    r"|compare|test|evaluate|analy[sz]e|examine)s?\b)[a-z]+ ",
    re.IGNORECASE,
)
"""What was made or done; what was found of these need not be so of others."""
_COUNTS = pattern(
    r"\b(?:one|each|all|any|none|both|some|most|many|two|three|four|which|whether|how|no)(?: of)? $"
    r"|\b(?:first|only)\b"
)
_GIVES_A_NAME = pattern(
    r"\b(?:call|coin|consider|denote|deem|dub|label|name|refer to|term|regard)(?:s|d|ed)? $"
)
"""Behind one of these, "this" itself may be what gets a name."""
_RIDS = pattern(
    r"\b(?:avoid|bypass|circumvent|discard|drop|eliminat|exclud|filter|fix|forbid|ignor|omit|prevent|reject|remov"
    r"|resolv|skip|solv|suppress|overcom)[a-z]*(?: [^ ]+){0,2} $"
)
_DONE_IN = pattern(r"(?:ed|used|built|made|done|found) (?:in|on|for|with|by|from|at|to|of|within) $")
_COMMON = 5
"""So many letters of a word stand for its forms."""


def without_pointing_words(text: str) -> str:
    """Return a tidied sentence without words that only join it to another one."""
    if text.startswith(_LEADS) and (lead := _LEAD.match(text)):
        text = text[lead.end()].upper() + text[lead.end() + 1 :]
    if _INSTEAD in text:
        found = _DOES_INSTEAD.search(text)
        if found and not _CONTRAST.search(text, 0, found.start()):
            text = text[: found.start()] + text[found.end() :]
    if text.startswith(_WE) and any_of(_DEED_GATES, text):
        found = _USES.match(text) or _FINDS.match(text)
        if (
            found
            and text.count(" ", found.end()) >= _LEAST_LEFT
            and not _MEANT_BEFORE.search(text, found.end())
        ):
            text = f"{found['who']} {found['makes']}{text[found.end() :]}"
    return text


def without_pointers(line: str, title: str) -> str:
    """Return a finished line whose "this" and "these" are an article, or nothing, where it says itself which.

    Args:
        line: the takeaway.
        title: what its words name needs no pointing at.
    """
    if not any_of(_GATES, line):
        return line
    if line.startswith(_RESULTS_FIRST):
        line = _RESULTS.sub("The ", line)
    if "mentioned " in line or " above" in line:
        line = _without_above(line)
    if line.startswith(_WE) and (found := _SHOWS.match(line)) and not _MEANT_BEFORE.search(line, found.end()):
        line = f"{found['who']} {found['makes']}{line[found.end() :]}"
    line = _SINGULAR.sub(_definite, _PLURAL.sub(_definite, line))
    if (" these " in line or " such " in line) and _TELLS.match(line):
        named = telling(title)
        line = _BARE.sub(lambda found: _bare(found, named), line)
    return line


def _without_above(line: str) -> str:
    found = _AFOREMENTIONED.search(line)
    if found is None or not (found["article"] == "these" or found["of"] or " " in found["phrase"]):
        return line
    return f"{line[: found.start()]}{found['article']} {line[found.start('phrase') :]}"


def _definite(found: re.Match[str]) -> str:
    """Return "the dry season" for "this dry season", where a word beside the noun says which is meant."""
    which = found["which"].lower().split()
    if not _NO_KINDS.isdisjoint(which) or not _OF_THE_PAPER.isdisjoint((*which, found["noun"])):
        return found[0]
    if any(word.endswith("ly") or word in _VERBS for word in which) or is_plural(which[0]):
        return found[0]
    before = found.string[: found.start()]
    if _COUNTS.search(before) or _GIVES_A_NAME.search(before):
        return found[0]
    article = "The" if found[0][0] == "T" else "the"
    return f"{article} {found['which']}{found['noun']}"


_VERBS = word_set("allows affects includes improves leads makes means yields reveals shows suggests gives")


def _bare(found: re.Match[str], named: set[str]) -> str:
    """Return "crabs" for "these crabs" where nothing but the noun need say which are meant."""
    before, noun = found.string[: found.start()], found["noun"]
    if _COUNTS.search(before) or denies(before) or _RIDS.search(before) or _DONE_IN.search(before):
        return found[0]
    if noun[:_COMMON] in before.lower():
        return found[0]
    if noun in _GENERIC or telling(noun).isdisjoint(named):
        return found[0]
    return noun
