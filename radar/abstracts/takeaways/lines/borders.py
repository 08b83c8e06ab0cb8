"""Where a sentence may end early: before an adjunct whose loss changes nothing of what stays."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_PARTICIPLES = (
    "enabling|allowing|making|leading|resulting|providing|offering|highlighting|suggesting|indicating"
    "|demonstrating|showing|outperforming|achieving|yielding|improving|reducing|ensuring|facilitating"
    "|paving|establishing|surpassing|revealing|giving|opening|confirming|underscoring|emphasi[sz]ing"
    "|reaching|attaining|avoiding|eliminating|exceeding|helping|illustrating|rendering|preserving"
    "|maintaining|supporting|motivating|mitigating|producing|thereby|thus"
)
_DOES_NEXT = (
    "show|demonstrate|prove|find|evaluate|provide|discuss|propose|introduce|present|apply|validate|use"
    "|establish|derive|analy[sz]e|illustrate|report|study|compare|develop|describe|investigate|test|examine"
)
_BORDER = pattern(
    r"[;,–—]\s(?:(?<=;\s)|(?<!;\s)(?:(?P<clause>which|while|whereas|where)\b"
    rf"|(?P<participle>(?:\w{{1,20}}ly )?(?:{_PARTICIPLES}) |and (?:thereby|thus|hence) )"
    r"|(?P<main>and (?:we|our|they|it)\b)"
    rf"|(?P<verb>and (?:then |also |finally )?(?:{_DOES_NEXT}) )"
    r"|(?P<purpose>in order to |so that |so as to )"
    r"|(?:including|such as|e\.g\.|especially|particularly) ))"
)
_WAY = pattern(
    r"(?:, | )(?=(?:by (?:\w{1,20}ly )?\w{2,20}ing|using|via|through|leveraging|employing|utili[sz]ing"
    r"|based on|in order to|so that|so as to|where|which|that|whose)\b)"
)
"""Where a sentence goes on with how a thing works; such a beginning is found faster than ",? "."""
_ADJUNCT = pattern(
    r"(?:, | )(?=(?:for|across|from|with|on|in|through|over|via|under|by|within|during|along|using|between"
    r"|among|to [a-z]+) )"
)
"""Where a sentence goes on with what something is for, where, when or how it is done."""
_ENUMERATION = pattern(
    r"[ ,:](?:(?:(?<=,) |(?<= ))(?:featuring|comprising|containing|including|consisting of):\s|(?<=:)\s"
    r"|(?<=,)\s(?:(?=[a-z]+ing )"
    r"|(?=\w+ly [a-z]+ing )(?<!al, )(?<!ary, )(?<!ble, )(?<!ful, )(?<!ic, )(?<!ive, )(?<!ous, )))"
)
"""Where a sentence goes on with parts, or with what is done beside: not "massive, slowly cooling" stars."""
VERB = EitherCase(
    r"\b(?:is|are|was|were|has|have|had|can|may|might|could|must|will|do|does|did|remains?|becomes?|became"
    r"|achieves?|outperforms?|improves?|reduces?|increases?|decreases?|yields?|shows?|demonstrates?|reveals?"
    r"|indicates?|suggests?|uses?|learns?|provides?|offers?|enables?|allows?|requires?|presents?|proposes?"
    r"|introduces?|describes?|develops?|investigates?|explores?|examines?|addresses|studies|reports?"
    r"|exhibits?|leads?|depends?|plays?|relies|consists?|combines?|integrates?|outlines?|surpasses|exceeds?"
    r"|reaches|gains?|performs?|fails?|generali[sz]es?|scales?|holds?|exists?|contains?|comprises?|covers?"
    r"|makes?|gives?|takes?|finds?|proves?|aims?|focuses|considers?|supports?|captures?|generates?|predicts?"
    r"|affects?|arises?|constitutes?|converges?|correlates?|creates?|degrades?|determines?|differs?|dominates?"
    r"|drives?|emerges?|encodes?|evolves?|explains?|governs?|induces?|occurs?|originates?|prefers?|shapes?"
    r"|shifts?|stems?|var(?:y|ies))\b"
)
_SAYS_THAT = pattern(
    r"\b(?:show|shows|showed|shown|showing|demonstrat(?:es?|ed|ing)|finds?|found|finding|prov(?:es?|ed|ing)"
    r"|observed?|observing|reveal(?:s|ing)?|indicat(?:es?|ing)|suggest(?:s|ing)?|argu(?:es?|ing)|hypothesi[sz]e"
    r"|believe|conjecture|confirm(?:s|ing)?|ensur(?:es?|ing)|establish(?:ing)?|conclude|reports?|verify|validate"
    r"|discover|note|see|highlights?|evidence|claim|result|fact|posit(?:ing)?|propose|assum\w+|so|such)"
    r"(?: (?:both|and|\w{3,}ly))* that\b(?P<said>.*)$"
    r"|\b(?:whether|how|why|because|if|when|once)\b(?P<asked>.*)$"
)
_ASIDES = pattern(r", (?:which|who|whose|where)\b[^,]*(?:,|$)")
"""What is said in passing, whose verb is not that of its clause."""
_PAST = pattern(r"\w+ed\b")
_PAST_OF_A_CLAUSE = pattern(
    r"(?<![\w-])(?<!\bof )(?<!\bby )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bin )(?<!\bwith )(?<!ed )\w+ed\b"
)
"""What may be the verb of a clause, and does not describe the noun behind it: "of tide-based dried sand"."""
_SPEAKER = pattern(r"(?:^|[ ,])(?:we|i|this (?:paper|work|study|article|survey|thesis))\b", re.IGNORECASE)
_SUBORDINATE = word_set(
    "when while although though if as since because to by using with without despite for in on at from "
    "under given unlike through via across after before during whereas once based building following "
    "considering recognizing motivated driven inspired guided informed drawing starting"
)
_COMPARED = pattern(
    r"\b(?:than|more|less|fewer|compared|comparing|over|relative|relatively|versus|vs|against|baselines?"
    r"|better|worse|faster|slower|higher|lower|larger|smaller|reduction|increase|respectively)\b"
)
_GERUND_LIST = pattern(r", (?:\w+ly )?\w+ing\b[^;.]{0,160}?\b(?:and|or) (?:\w+ly )?\w+ing\b")
_GERUND = pattern(r" \w+ing\b")
_PAIR_OPEN = pattern(
    r"\b(?:both|between|either|neither|rather|whether)\b(?!.*\b(?:and|or|but|to|nor|than)\b)"
    r"|\bnot (?:only|just)\b(?!.*\b(?:but|also|rather)\b|.*; )"
)
_LEFT_OPEN = pattern(r"(?:\b(?:which|that|who), [^,]{0,40}|[–—] [^ ]{1,30}(?: [^ ]{1,30})?)$")
"""A clause without its verb, or one or two words behind a dash that were to be explained."""
DANGLING = word_set(
    "a an the of in on at for with and or to by from as that which while than via into onto our its their "
    "this these those is are be being been using over under between both not such can we it when where was "
    "were has have had more most less very up through across per no if but so about approximately only also "
    "without within e.g., i.e., e.g. i.e. including due according depending relative compared related "
    "respect order instead rather first several many other various any all each every some new nor "
    "against toward towards upon among during after before because since whether how why what who whose "
    "namely may might could will would should must does do did one two three whereas although though despite "
    "comparable similar equivalent superior inferior consistent capable able likely competitive sufficient "
    "subject prone equal identical close near different based given like unlike thereby thus further "
    "featuring comprising containing consisting "
    "approximate around roughly nearly almost even just still yet well better worse higher lower larger "
    "smaller faster vs. ≈ ∼ = < > ≤ ≥ ± × + - & / respectively novel large high low"
)
"""Words that ask for another one behind them."""
_BEFORE_WITH_OR_TO = (
    " in conjunction", " in combination", " in tandem", " in concert", " in accordance", " in comparison",
    " in response", " in relation", " in lieu", " in compliance", " in proportion", " with regard",
)  # fmt: skip
"""What says nothing without the preposition behind it."""
_LEAST_MADE = 10
_LEAST = 7
"""What stays has at least so many words."""
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("⟨", "⟩"))
_PLAIN_BRACKETS = 3
"""So many pairs of them are ASCII."""
_NO_BRACKETS = bytes(code for code in range(128) if chr(code) not in '()[]{}"$')
"""What is neither a bracket nor a quotation mark nor a dollar."""
_DIGIT = pattern(r"\d|%")
_SHORT_ITEM = 3


def clean_cut(text: str, limit: int) -> str:
    """Return the longest beginning of a sentence that ends at a border, or nothing."""
    for border in fitting(_BORDER, text, _LEAST, limit):
        head = text[: border.start()].rstrip()
        if _stays_true(head, text[border.start() :], border):
            return head
    return ""


def first_border(text: str, start: int) -> int:
    """Return the first place behind a start where a sentence may end early, or its end."""
    match = _BORDER.search(text, start)
    return match.start() if match else len(text)


def fitting(border: re.Pattern[str], text: str, least: int, limit: int) -> list[re.Match[str]]:
    """Return where a sentence may end with so many words, the last place first."""
    found = []
    for match in border.finditer(text):
        count = text.count(" ", 0, match.start()) + 1
        if count > limit:
            break
        if count >= least:
            found.append(match)
    return found[::-1]


def cut_before_the_way(text: str, limit: int, least: int = _LEAST_MADE) -> str:
    """Return the longest beginning of a sentence that says what was made, not how it works."""
    return longest_before(_WAY, text, limit, least)


def cut_before_an_adjunct(text: str, limit: int) -> str:
    """Return the longest beginning of a sentence that tells a deed without all that goes with it."""
    return longest_before(_ADJUNCT, text, limit, _LEAST_MADE)


def cut_before_an_enumeration(text: str, limit: int) -> str:
    """Return the longest beginning of a sentence before a colon or a participle, or nothing."""
    if ":" not in text and "ing " not in text:
        return ""
    head = longest_before(_ENUMERATION, text, limit, _LEAST)
    return "" if loses_measure(head, text[len(head) :]) else head


def longest_before(border: re.Pattern[str], text: str, limit: int, least: int = _LEAST_MADE) -> str:
    """Return the longest beginning of a sentence that a border parts from the rest, or nothing."""
    for match in fitting(border, text, least, limit):
        head = text[: match.start()]
        if (
            ": " not in head
            and not asks_for(head, text, match.end())
            and not _leaves_half(head)
            and is_whole(head)
            and not (_GERUND_LIST.match(text, match.start()) and _GERUND.search(head))
        ):
            return head
    return ""


def asks_for(head: str, text: str, rest: int) -> bool:
    """Say whether a verb near the end of a beginning asks for the preposition that the rest begins with."""
    asks = _ASKS_FOR.get(text[rest : text.find(" ", rest)])
    if asks is _FINDS_OUT and text.startswith(",", len(head)):
        return False  # which tells more of what is there
    return asks is not None and asks.search(head) is not None


_MAKES_DO = pattern(
    r"\b(?:enabl|allow|compel|forc|encourag|empower|want|teach|train|prompt|requir|help|caus|ask|instruct|guid|permit|incentiv)"
    r"\w*(?: [^ ]+){1,7}$"
)
"""Verbs behind which "to" says what is done, and not what for."""
_JOINS = pattern(
    r"\b(?:combin|integrat|coupl|compar|align|fus|pair|equip|replac|augment|interleav|unif|match|link|connect)"
    r"\w*(?: [^ ]+){0,10}$"
)
_RESTS = pattern(
    r"\b(?:bas|focus|rel|depend|train|tun|build|built|condition|operat|concentrat)\w*(?: [^ ]+){0,3}$"
)
_CONSISTS = pattern(
    r"\b(?:the|an?|this|such|in) (?:\w+ ){0,2}(?:assumption|belief|claim|conclusion|conjecture|fact"
    r"|hypothesis|idea|insight|intuition|notion|observation|perspective|possibility|premise|principle|sense|view|way)s?$"
    r"|\b(?:ensur|guarante|assum|hypothesi[sz]|conjectur|postulat|posit|requir|observ|recogni[sz]|argu|assert)"
    r"(?:e|es|ing|s)$"
)
"""What "that" says the whole of, and verbs that say nothing without it."""
_FINDS_OUT = pattern(
    r"\b(?:ask|choos|decid|determin|discover|explor|identif|infer|investigat|know|learn|predict|reveal|select|specif"
    r"|understand)(?:e|es|ed|s|y|ies|ied|ing)?$"
)
"""What is found out is told by a question: "a crab that decides / which sand is wet"."""
_ASKS_FOR = {
    "to": _MAKES_DO, "with": _JOINS, "on": _RESTS, "over": _RESTS, "that": _CONSISTS,
    "which": _FINDS_OUT, "where": _FINDS_OUT,
}  # fmt: skip
"""By preposition, or by what a clause begins with, the words that ask for it."""


def _leaves_half(head: str) -> bool:
    """Say whether a beginning ends within a list, within a range, or with what was done to a thing."""
    return in_a_list(head) or ends_halfway(head)


def in_a_list(head: str) -> bool:
    """Say whether so few words stand behind the last comma that another is to follow."""
    listed = head.rfind(", ")
    return listed >= 0 and head.count(" ", listed + 2) < _SHORT_ITEM


def ends_halfway(head: str) -> bool:
    """Say whether a beginning ends within a range, with one of two, or with what was done to a thing."""
    end = head[-_END:]
    return _may_be_half(end) and _HALF.search(end) is not None


def _may_be_half(end: str) -> bool:
    """Say whether the last words have what `_HALF` asks for, which hardly any have."""
    if "from " in end or "between " in end or end.endswith(_HALF_ENDS):
        return True
    last = end.rfind(" ")
    return end.endswith("and", 0, max(last, 0))


_END = 80
"""So many characters of a beginning hold its last words."""
_HALF_ENDS = (
    "ed", "interact", "interacts", "focus", "focuses", "rely", "relies", "depend", "depends", "consist",
    "consists", "result", "results", "deal", "deals", "differ", "differs", "lead", "leads", "effect",
    "effects", "impact", "influence",
)  # fmt: skip

_HALF = pattern(
    r"(?:\b(?:from|between)(?: [^ ]+){1,6}|\band [^ ]+"
    r"|(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bwas)(?<!\bwere) [a-z-]+ed"
    r"|\b(?:interacts?|focus(?:es)?|rely|relies|depends?|consists?|results?|deals?|differs?|leads?|effects?|impact|influence))$"
)


def never_begins(text: str) -> bool:
    """Say whether a text that breaks off leads up to a main clause that it never reaches."""
    return text.split(" ", 1)[0].lower() in _SUBORDINATE and _SPEAKER.search(text) is None


def is_whole(head: str) -> bool:
    """Say whether a beginning of a sentence is one itself: nothing in it is left open."""
    return (
        balanced(head)
        and not hangs(head)
        and _is_sentence(head)
        and not (any_of(_PAIR_GATES, head) and _PAIR_OPEN.search(head))
        and not (_may_be_left_open(head) and _LEFT_OPEN.search(head))
    )


_PAIR_GATES = ("both", "between", "either", "not ", "neither", "rather", "whether")
"""One of these stands wherever `_PAIR_OPEN` matches."""


def _may_be_left_open(head: str) -> bool:
    """Say whether a beginning has what `_LEFT_OPEN` begins with."""
    return "which, " in head or "that, " in head or "who, " in head or not head.isascii()


def balanced(text: str) -> bool:
    """Say whether every bracket and quotation mark that is opened is closed."""
    plain = text.isascii()
    if plain:
        text = text.encode("ascii").translate(None, _NO_BRACKETS).decode("ascii")
        if not text:
            return True
    for left, right in _BRACKETS[: _PLAIN_BRACKETS if plain else None]:
        if text.count(left) != text.count(right):
            return False
    return text.count('"') % 2 == 0 and text.count("$") != 1


def hangs(head: str) -> bool:
    """Say whether a beginning ends with a word that asks for another one."""
    return head.rsplit(None, 1)[-1].lower() in DANGLING or head.endswith(_BEFORE_WITH_OR_TO)


def loses_measure(head: str, tail: str) -> bool:
    """Say whether what a number is compared with stands in the part that goes."""
    return _DIGIT.search(head) is not None and _COMPARED.search(tail) is not None


def _stays_true(head: str, tail: str, border: re.Match[str]) -> bool:
    if not is_whole(head) or loses_measure(head, tail):
        return False
    if border["participle"] and _GERUND_LIST.match(tail) and _GERUND.search(head):
        return False
    if ": " in head:
        return False
    listed = head.rfind(", ")
    if listed >= 0 and head.count(" ", listed + 2) < _SHORT_ITEM and not border[0].startswith(";"):
        return False
    speaker = list(_SPEAKER.finditer(head))
    since = head[speaker[-1].end() :] if speaker else head
    if border["verb"] and (not speaker or ", " in since):
        return False
    return not (border["main"] and len(speaker) > 1)


_RELATIVES = ("which ", "who ", "whose ", "where ", "that ")


def _is_sentence(head: str) -> bool:
    """Say whether a beginning has a main verb, and so has each clause that it opens."""
    first = head.split(None, 1)[0].lower()
    if first in _SUBORDINATE and (not (main := head.partition(", ")[2]) or main.startswith(_RELATIVES)):
        return False
    asked = any_of(_SAYS_GATES, head) or ("if" in head and _IF.search(head) is not None)
    said = _SAYS_THAT.search(head) if asked else None
    if said and not has_a_verb(_ASIDES.sub(" ", said["said"] or said["asked"] or "")):
        return False
    if any_of(("We ", "we ", "This ", "this "), head) and _SPEAKER.search(head):
        return True
    return VERB.search(head) is not None or _PAST.search(head) is not None


def has_a_verb(clause: str) -> bool:
    """Say whether a clause has a word that may be its verb."""
    return VERB.search(clause) is not None or _PAST_OF_A_CLAUSE.search(clause) is not None


_SAYS_GATES = (" that", "when", "how", "whether", "why", "because", "once")
_IF = pattern(r"if(?<!\wif)\b")
"""One of these, or an "if", stands wherever `_SAYS_THAT` matches."""
