"""Where a sentence that is too long for a line ends early and whole: before what only adds to it."""

from __future__ import annotations

import re
from collections.abc import Set

from radar.abstracts.takeaways.lines.borders import (
    VERB,
    asks_for,
    ends_halfway,
    fitting,
    has_a_verb,
    in_a_list,
    is_whole,
    loses_measure,
    never_begins,
)
from radar.abstracts.takeaways.lines.breaking_off import ASKING, HOLLOW, SAYS_THAT, is_adjective
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.patterns import AsciiFirst, EitherCase, pattern
from radar.abstracts.vocabulary.words import word_set

LEAST = 14
"""An ended line has so many words at least; a shorter one tells less than one that breaks off."""
_MEANS = word_set("by using via through leveraging employing utilizing utilising exploiting")
_ADDS = pattern(
    r"(?:, | )(?=(?P<word>by|using|via|through|leveraging|employing|utili[sz]ing|exploiting|for|across|from"
    r"|with|on|in|over|under|within|during|along|among|inside|beyond|at|against|while|where|which|that"
    r"|to|(?:re)?(?:developed|designed|consisting|comprising|containing|covering|spanning|incorporating"
    r"|combining|integrating|featuring|derived|obtained|motivated|inspired|trained|tailored|aimed|intended"
    r"|capable|based|and (?:then |also |finally |further )?(?:demonstrate|show|evaluate|apply|discuss|provide"
    r"|validate|test|use|compare|analy[sz]e|examine|investigate|study|report|propose|introduce|present|derive"
    r"|prove))) (?P<next>[^ ]+))"
    r"|(?P<colon>:) "
)
"""Where a sentence goes on with how, where, when or what for."""
_DEED = EitherCase(
    r"(?:(?:for|in|on|to|using|with|at) [^,]{3,90}, )?(?:in this (?:paper|work|study|article),? )?"
    r"(?:we|this (?:paper|work|study|article|survey|report|review|thesis)|i) (?:\w+ly |also |further |then )?"
    r"(?!find|found|show|demonstrate|prove|observe|report that|reveal|conclude|argue|suggest|note|believe"
    r"|establish|confirm|verify|can|could|may|might|will|should|do not|posit|contend|claim"
    r"|assume|expect|caution|warn)[a-z]"
)
"""Who did it and what, and not what was found."""
_FOUND = AsciiFirst(
    r"\b(?:show|shows|showed|shown|showing|demonstrat\w+|finds?|found|finding|prov(?:es?|ed|ing)|observed?"
    r"|reveal\w*|indicat\w+|suggest\w*|argu(?:es?|ing)|outperform\w*|conclude\w*|significant\w*|largest|only|if|unless"
    r"|except|without|no|not|never|cannot)\b|\d%|\d ?\\?%"
)
"""What is found, or denied, may be so only where, when and under what the rest says."""
_NO_VERBS = (
    "s", "al", "ar", "ic", "ed", "ous", "ive", "ing", "ly", "ity", "tion", "ment", "ary", "ance", "ence",
)  # fmt: skip
_VERBS_NONETHELESS = word_set(
    "access address appeal appear assess bypass compress cross deal discuss embed express feed focus guess "
    "heal hear bring mimic pass proceed process reveal signal speed steal stress survive unravel witness "
    "receive experience enhance balance advance sequence reference condition question position mention "
    "augment document experiment supplement implement clear near steer"
)
"""What looks like another word, and is a verb."""
_DETERMINERS = word_set(
    "the a an its their our his her each every both this that these those any all some which whom what how "
    "such another other many one two three real new novel human large small complex high low given existing"
)
"""Behind "to", one of these begins no verb, and what stands before asked for it."""
_ASKING_ENDS = ("ed", "ly")
_HOLLOW = HOLLOW | word_set("condition conditions manner phenomenon phenomena")
_BEFORE_A_VERB = word_set(
    "is are was were be remain remains become becomes that which who to can may could will must"
)
"""Behind one of these, a last word is a verb or what something is, and asks for what it goes on with."""
_RELATIVE = pattern(r" (?:that|which|who|whose|where|whether|how|to) ")
"""Behind one of these, what is joined may be what a thing does, and not what its authors do."""
_CLAUSE = pattern(
    r"\b(?:(?:in|on|for|under|with|by|from|to) which|where|whose|so that|such that"
    r"|so (?!far\b|on\b|long\b|much\b|many\b|called\b|as\b))\b(?P<said>.*)$"
)
_ASKED = pattern(r"\b(?:how|whether|why)\b(?P<said>.*)$")
"""What is asked has a verb of its own: "how crabs fed with salt" has none."""
_OPEN = pattern(
    r"\b(?:treat|regard|view|cast|formulat|refram|reformulat|recast)(?:s|es|e|ed|ing)?(?: (?!as )[^ ]+){1,9}$"
    r"|\b(?:endow|augment|balanc|enrich|imbu|infus|annotat|ground|synergi[sz]|reconcil|interleav|coupl"
    r"|combin|merg)(?:s|es|e|ed|ing)?"
    r"(?: (?!with |and |in )[^ ]+){1,10}$"
)
"""Verbs that say little without "as", "with" or "in"."""
_AS_WHAT = pattern(r" as an? [a-z]+$|\ban? [\w-]+-to-[\w-]+(?: \([^()]+\))?$")
"""What something is taken for, or does, says little without what is said of it: "as a model capable of"."""
_USES = pattern(
    r"\b(?:us|leverag|employ|utili[sz]|exploit|harness|adopt|apply|appli|combin)(?:e|es|s|ed|ing)?"
    r"(?: [^ ]+){1,20}$"
)
"""What is used tells little without what for."""
_AMOUNT = pattern(
    r"(?:no|up|about|around|roughly|nearly|almost|approximately|over|more|less|at|an?|half|two|three|.*\d.*)$"
)
_LISTED = pattern(r", (?:and|or) ")
_DEEDS_LISTED = EitherCase(
    r"(?!where|which|while|that|who|whose|as|such|including)[a-z]+s (?:the|an?|its|how|[a-z]+s)\b"
)
"""Behind a comma, a deed that stands beside others, of which the last is still to be named."""
_NEAR = 9
"""So many words behind a beginning may limit what it says."""
_GIVEN_UP = 4
"""To end whole, a deed gives up so many words at most where the title tells some of them."""
_ONLY_THERE = pattern(
    r",? (?:in|on|under|for) (?:(?!and\b)[\w-]+ ){0,4}?(?:domain|assumption|condition|regime|case|class"
    r"|restriction)(?:e?s)?\b"
)
"""A setting in which alone something is done."""
_RELATIVES, _BE_OR_HAVE = word_set("that which"), word_set("is are was were has have")
_THE_ONE = pattern(r"\bthe (?!.*\ban? )[^,]*$")
"""Which one "the" stands before is told by the clause behind it."""
_RATIO = pattern(r"\d ?(?:\\?%|[x×]\b)|\b(?:factor|times|fold|order)\b|[<>≤≥≲≳]")
_NOUN = pattern(r"(?:[^s]s|[ts]ion|ment|ness|ity|ism|[ae]nce|age|ure|ics|ing|[A-Z)\d]),?$")
_BEFORE_A_DEED = word_set("that which to can may We we and")
"""Behind one of these, words with "and" between them are what is done, whatever they look like."""
_RANGES = pattern(r",? ?(?:to|into|through|up|towards?|and|or)\b")
_END = 80
_BUT = pattern(r"\b(?:except|only|unless|excluding|without|no more than|at most)\b")
_NUMBERED = pattern(r"\((?:i|1|a)\)")
_FIRST = pattern(r"\b(?:[Ff]irst(?!-)|[Ff]irstly|initially)\b")
_SECOND = pattern(r"\b(?:second|secondly|then|next|finally)\b")
"""Of two steps, the first one alone is half of it."""
_UNIQUE = pattern(
    r"\bthe (?:(?:very|world's) )?(?:first|only|sole|most|best"
    r"|(?!(?:late|t|re|fore|gue|we|reque|intere|near|harve|conte|simpl)(?:st|est)\b)\w+est)\b"
)
"""What is the first of its kind is so only of the whole kind."""
_KNOWLEDGE = pattern(r"\bour (?:\w+ )?knowledge\b")
"""What is the first of its kind as far as the authors know is told with all that they say of it."""
_OF_WHAT = pattern(
    r"\b(?:for|of|to|that|which|in|on|from|across|with|between|under|at|within|among|into|using|by|where"
    r"|enabling|involving) "
)
_DONE_BY = _MEANS | word_set(
    "developed designed derived obtained motivated inspired trained based tailored to"
)
_OF_SO_MUCH = 2
"""What is said of so much to be the first of its kind may be told without a third."""
_ONE_THING = EitherCase(
    r"an? (?:[a-z-]+,? ){0,4}(?:that|which|for|to|of|in which|where|with|designed|using) "
)
_COUNTED = pattern(
    r"\b(?:two|three|four|five|six|several|both|following|contributions|components|stages|parts)\b"
)
_LEAST_BEHIND_COLON = 6
_LITTLE_BEHIND = pattern(r"(?: [-–—] |[–—])[^ ]+(?: [^ ]+){0,2}$")
"""Behind a dash, fewer words than four only begin to explain."""
_LAST_LISTED = pattern(r"(?:and|or) (?!(?:another|others?|so|more)\b)(?:[a-z]|[A-Z0-9][^ ]* [a-z])")
"""The last of several things, and no name that is told without what it is."""
_ASK_FOR_TO = pattern(
    r"\b(?:ability|abilities|able|access\w*|according|adapt\w*|addition|align\w*|alternatives?|appl(?:y|ied|ies|ication|ications)"
    r"|approach(?:es)?|attempts?|attention|barriers?|belong\w*|capacity|capabilit(?:y|ies)|close|closer|connect\w*"
    r"|contribut\w+|convert\w*|due|efforts?|extend\w*|extensions?|failure|have|has|how|keys?|lead\w*|limited|map\w*"
    r"|need\w*|opportunit(?:y|ies)|potential|prior|refer\w*|relat\w+|relevant|respect|respond\w*|responses?"
    r"|robustness|sensitiv\w+|similar|solutions?|subject|tend\w*|tendency|time|transfer\w*|translat\w+|tries|try|used"
    r"|ways?|what|where|when|whether|which|who|want\w*|fails?|seeks?|aims?|serves?|helps?|allows?|enables?|chance"
    r"|incentives?|challenges?|goals?|aim|objective|task|problem|decision|willingness|pressure|threats?|risks?"
    r"|mechanism|order|as|so|enough|too|designed|likely|hard|easy|difficult|possible|necessary|critical|essential"
    r"|important|impossible|crucial|sufficient|required|expected|known|shown|found|proven|believed|thought|said"
    r"|compar\w+|equivalent|analogous|identical|parallel|orthogonal|perpendicular|opposed|contrary|thanks|owing"
    r"|exposed?|exposure|resistan\w+|vulnerab\w+|generali[sz]\w+|reduc\w+|scal\w+|switch\w*|return\w*|commit\w*"
    r"|(?:ability|abilities|capacity|capabilit(?:y|ies)|willingness|tendency|failure) of [^,;:]{1,60}"
    r"|devoted|dedicated|introduction|guide|bound|invariant|priorit\w+|move[sd]?|shift\w*|grow\w*|up|down|back)$"
)
_ASK_FOR = {
    "in": pattern(
        r"\b(?:advances?|aid\w*|bias(?:es)?|challenges?|changes?|confidence|decreas\w+|deficits?|described|differen\w+"
        r"|differ|disparit\w+|embed\w*|encoded|engage\w*|errors?|evidence|expertise|fluctuations?|found|gains?|gaps?"
        r"|implicat\w+|improve\w*|increas\w+|inconsistenc\w+|interest\w*|invest\w*|involve\w*|is|are|limitations?|lies"
        r"|occur\w*|participat\w*|patterns?|persist\w*|play\w*|progress|reductions?|resid\w+|result\w*|roles?|seen"
        r"|shifts?|specializ\w+|steps?|success\w*|trends?|trust|used|uncertaint\w+|variab\w+|variation\w*|var(?:y|ies)"
        r"|wide|high|low|rich|poor|present|stored|available|common|difficulties|pitfalls|issues|vulnerabilit\w+"
        r"|heterogeneity|dynamics|role|phenomena|phenomenon|flaws?|weakness(?:es)?|strengths?)$"
    ),
    "for": pattern(
        r"\b(?:accounts?|adequate|allow\w*|argu\w+|available|basis|call\w*|case|critical|crucial|essential|evidence"
        r"|foundations?|groundwork|implications|important|look\w*|needs?|necessary|opportunit\w+|platform|potential"
        r"|requirements?|responsible|search\w*|stage|standard|substitutes?|suitable|support|test|useful|used|way|ways"
        r"|optimi[sz]ed|optimal|ideal|valid|vital|beneficial|account|compensat\w+|controll\w+|correct\w*|adjust\w*|tailored"
        r"|framework|approach|method|model|system|algorithm|architecture|benchmark|dataset|pipeline|paradigm|strategy"
        r"|technique|tool|theory|formula|criterion|criteria|conditions?|bounds?|limits?|constraints)$"
    ),
    "from": pattern(
        r"\b(?:aris\w+|away|benefit\w*|com(?:e|es|ing)|deriv\w+|differ\w*|distinct|draw\w*|drawn|emerg\w+|far|free|inform\w+"
        r"|isolat\w+|learn\w*|observations?|obtain\w+|originat\w+|prevent\w*|rang\w+|result\w*|separat\w*|shift\w*|stem\w*"
        r"|suffer\w*|transfer\w*|transition\w*|vary|varies|deviat\w+|depart\w*|data|results?|samples?|evidence|insights?"
        r"|extract\w*|inspiration|recover\w*|distinguish\w*|decoupl\w+|remov\w+|infer\w*|knowledge|feedback|directly|tak\w+)$"
    ),
    "with": pattern(
        r"\b(?:agree\w*|associat\w+|begin\w*|collaborat\w+|comply|compar\w+|consisten\w+|cope\w*|correlat\w+|deal\w*"
        r"|dop\w+|equip\w*|endow\w*|engag\w+|familiar|fill\w*|interact\w*|interfer\w+|join\w*|provid\w+|replac\w+|start\w*"
        r"|supply|tagged|together|along|work\w*|problems?|issues?|experience\w*|those|that|connections?|conversations?"
        r"|consistency|alignment|agreement|compatib\w+|correlations?|relationships?|people|individuals|patients|users"
        r"|systems|models|galaxies|stars|languages|tasks|is|are|be)$"
    ),
    "on": pattern(
        r"\b(?:act\w*|assumptions?|attention|bas\w+|bounds?|constraints?|depend\w*|effects?|forces?|emphasis|evidence|evaluat\w+|experiments"
        r"|focus\w*|impacts?|influences?|information|insights?|light|limits?|perspectives?|rel(?:y|ies|iance)|report\w*"
        r"|research|review|stud(?:y|ies)|survey|statistics|task|tasks|test\w*|train\w*|work|works|workshop|literature"
        r"|is|are|performance|accuracy|results|perform\w*|dependence|conference|opinions?|views?|data)$"
    ),
    "over": pattern(
        r"\b(?:advantages?|control|gains?|improve\w*|prefer\w+|superiority|averag\w+|rang\w+|integrat\w+)$"
    ),
    "at": pattern(r"\b(?:aim\w*|arriv\w+|excel\w*|good|look\w*|target\w*|better|is|are|peaks?)$"),
    "by": pattern(
        r"\b(?:left|broken|built|caused|chosen|driven|done|followed|found|given|held|known|led|made|met|run|seen|shown|taken"
        r"|taught|written|won|posed|understood|begun|hidden|spoken|is|are|step|side)$"
    ),
    "under": pattern(r"\b(?:is|are|fall\w*|hold\w*|behavio\w+|operat\w+)$"),
    "within": pattern(r"\b(?:is|are|lies?|fall\w*|operat\w+)$"),
    "through": pattern(r"\b(?:is|are|pass\w*|go(?:es)?|look\w*|cut\w*|mov\w+)$"),
    "against": pattern(
        r"\b(?:defen[cds]\w*|robust\w*|protect\w*|compar\w+|bias(?:es)?|evaluat\w+|discriminat\w+|attacks?)$"
    ),
}  # fmt: skip
"""By preposition, what says too little without what the preposition begins."""


def ended_early(
    text: str, limit: int, about: Set[str] = frozenset(), least: int = LEAST, told: int = 0
) -> str:
    """Return the longest beginning of a sentence that stands by itself without what follows, or nothing.

    Of what was found only the means may go: where, when and for what it holds belongs to it.

    Args:
        text: a tidied sentence.
        limit: in words.
        about: the beginnings of the words that the title tells; none of them is left in the words next to it,
            but for what a deed loses that tells hardly less than the line that breaks off.
        least: in words too.
        told: so many words tells the line that breaks off; 0 where there is none.
    """
    if never_begins(text):
        return ""
    deed = _DEED.begins(text)
    places = fitting(_ADDS, text, least, limit)
    found = _FOUND.search(text, 0, places[0].start()) if deed and places else None
    for place in places:
        word, head = place["word"] or ":", text[: place.start()].rstrip()
        is_found = found is not None and found.end() <= place.start()
        if lists_parts(head) or (word not in _MEANS and (is_found or not deed)):
            continue
        if word != ":" and not _says_of_what(head, word, text):
            continue
        if not _asks(head, text, place) and stands(head, text, place.end()):
            hardly_less = 0 < told <= head.count(" ") + 1 + _GIVEN_UP
            if deed and hardly_less and _only_adds(head, text, place):
                return head
            return "" if leaves_behind(about, head, text) else head
    return ""


def _says_of_what(head: str, word: str, text: str) -> bool:
    """Say whether a beginning tells of what a thing is the first, where it says that it is."""
    unique = _UNIQUE.search(head)
    if unique is None:
        return True
    if not text.startswith(",", len(head)) and _KNOWLEDGE.search(head):
        return False
    told = len(_OF_WHAT.findall(head, unique.end()))
    if word in _DONE_BY or text.startswith(",", len(head)):
        return told > 0
    return told >= _OF_SO_MUCH and not word.startswith("and ")


def _only_adds(head: str, text: str, place: re.Match[str]) -> bool:
    """Say whether a deed is told without the rest, if that does not say under what it is done."""
    if place["word"] == "where" and not place[0].startswith(","):
        return False
    if _ONLY_THERE.match(text, len(head)):
        return False
    if place["word"] in _RELATIVES and (place["next"] in _BE_OR_HAVE or _THE_ONE.search(head)):
        return False
    return not takes_back(head, text[len(head) :])


def _near(rest: str) -> str:
    return " ".join(rest.split()[:_NEAR])


def takes_back(head: str, rest: str) -> bool:
    """Say whether the rest of a sentence limits its beginning, or holds the second of two steps."""
    near = _near(rest)
    if is_deed(head) and not tells_a_find(head):
        near = near.replace("without", "")  # which praises what was made
    if _NUMBERED.search(head) or _BUT.search(near):
        return True
    return _FIRST.search(head) is not None and _SECOND.search(rest) is not None


def leaves_behind(about: Set[str], head: str, text: str) -> bool:
    """Say whether the words next to a beginning hold what the title speaks of, or take something back."""
    rest = text[len(head) :]
    near = _near(rest)
    if takes_back(head, rest):
        return True
    return not about.isdisjoint(telling(near) - telling(head)) if about else False


def loses_a_measure(head: str, rest: str) -> bool:
    """Say whether what a number is compared with is in the rest; how many things there are is no measure."""
    if not loses_measure(head, rest):
        return False
    return tells_a_find(head) or not is_deed(head) or _RATIO.search(head) is not None


def ends_half(head: str, rest: str) -> bool:
    """Say whether a beginning ends within a range, with one of two, or with what was done to a thing."""
    if not ends_halfway(head):
        return False
    end = head[-_END:]
    if " between " in end:
        both = end.rpartition(" between ")[2]
        return " and " not in both or both.endswith((" and", "ed"))
    *_, third, second, before, last = ["", "", "", "", *head.split()]
    if before == "and":
        known = _NOUN.search(last) and _NOUN.search(second)
        return not known or third in _BEFORE_A_DEED or third.endswith(",")
    return last.endswith("ed") or " from " not in end or _RANGES.match(rest) is not None


def lists_parts(head: str) -> bool:
    """Say whether a beginning holds a colon, and no more than the first of what stands behind it."""
    before, colon, behind = head.partition(": ")
    return bool(colon) and not (
        not _COUNTED.search(before) and _ONE_THING.begins(behind) and behind.count(" ") >= _LEAST_BEHIND_COLON
    )


def is_deed(text: str) -> bool:
    """Say whether a sentence tells who did what, and not what was found."""
    return _DEED.begins(text)


def tells_a_find(head: str) -> bool:
    """Say whether a beginning tells what was found, or denies something."""
    return _FOUND.search(head) is not None


def stands(head: str, text: str, rest: int) -> bool:
    """Say whether a beginning of a sentence is one itself, and loses no measure, no item and no verb."""
    return (
        is_whole(head)
        and not asks_for(head, text, rest)
        and not head.endswith(("'s", "’s"))
        and (not in_a_list(head) or _LAST_LISTED.match(head.rpartition(", ")[2]) is not None)
        and not ends_half(head, text[rest:])
        and not loses_a_measure(head, text[rest:])
        and not _LITTLE_BEHIND.search(head)
        and not (
            head.count(", ") > 1
            and " and " not in head.rpartition(", ")[2]
            and _LISTED.search(text[rest : rest + 100])
        )
        and not _DEEDS_LISTED.begins(head.rpartition(", ")[2] if ", " in head else "")
        and all(has_a_verb(clause["said"]) for clause in _CLAUSE.finditer(head))
        and all(VERB.search(asked["said"]) for asked in _ASKED.finditer(head))
    )


def _asks(head: str, text: str, place: re.Match[str]) -> bool:
    """Say whether the last words ask for what follows: a hollow noun, a verb, an adjective, "access to"."""
    word, following = place["word"] or ":", (place["next"] or "").rstrip(",;")
    if word.startswith("and "):
        return not text.startswith(",", len(head)) and _RELATIVE.search(head) is not None
    if place["next"] and place["next"][0].isupper() and head.rsplit(" ", 1)[-1][0].isupper() and word != "to":
        return not head.endswith(")")  # within a name
    *_, before, last = ["", *head.lower().rsplit(None, 2)]
    if before in _BEFORE_A_VERB or last in _HOLLOW or last in ASKING or last.endswith(_ASKING_ENDS):
        return True
    if (
        is_adjective(last)
        or _OPEN.search(head)
        or _AS_WHAT.search(head)
        or (word == "by" and _AMOUNT.match(following))
    ):
        return True
    if word == "that":
        return last in SAYS_THAT
    if word == "to":
        return (
            _begins_no_verb(following)
            or _USES.search(head) is not None
            or _ASK_FOR_TO.search(head) is not None
        )
    asks = _ASK_FOR.get(word)
    return asks is not None and asks.search(head) is not None


def _begins_no_verb(word: str) -> bool:
    """Say whether a word behind "to" is no verb, so that "to" belongs to what stands before."""
    if not word.islower() or word in _DETERMINERS:
        return True
    return word.endswith(_NO_VERBS) and word not in _VERBS_NONETHELESS
