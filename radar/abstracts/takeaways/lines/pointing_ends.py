"""Ends of a line that point at what an earlier sentence named: "a gait that mirrors this rhythm"."""

from __future__ import annotations

import re
from functools import partial

from radar.abstracts.takeaways.lines.borders import asks_for, balanced, hangs
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

POINTERS = (
    " this ", " these ", " those ", " such ", " both ", " all of ", "aforementioned ", " above ",
    " all three ",
)  # fmt: skip
"""One of these stands in all that is looked for."""
_POINTED = (
    r"(?:(?:(?:all )?(?:of )?(?:this|these|those|the aforementioned)|such(?: an?)?)"
    r" (?!(?:paper|work|study|article|letter|thesis|review|survey|report)\b)(?:[\w-]+ ){0,3}?[\w-]+"
    r"|the above (?:challenges?|issues?|limitations?|problems?)"
    r"|(?:both|all (?:two|three|four)) (?:aspects|assumptions|barriers|bottlenecks|challenges|concerns"
    r"|constraints|criteria|effects|fronts|gaps|goals|issues|limitations|needs|objectives|obstacles|problems"
    r"|questions|requirements|risks|shortcomings|tasks|weaknesses))"
)
_CLAUSE = pattern(
    r",? (?:(?:that|which) (?:\w+ly )?(?!(?:has|is|was|does|this)\b)[a-z]+s(?: (?:for|on|in|to|from|with))?"
    r"|(?:that|which) (?:can|(?:attempts|aims|seeks|helps|serves|is (?:able|designed)) to) (?:\w+ly )?[a-z]+"
    r"|(?P<to>to (?:\w+ly )?[a-z]+)|(?:\w+ly )?"
    r"(?:designed|developed|built|tailored|able|capable) (?:to|of) (?:\w+ly )?[a-z]+)"
    rf" {_POINTED}(?: (?:\w+ly|within a unified framework))?(?=\.?$)"
)
"""What a thing does, or is made to do, with what is named elsewhere."""
_PARTICIPLE = pattern(
    rf"(?:, (?:thus |thereby )?|,? while )(?:\w+ly )?[a-z]+ing (?:\w+ly )?{_POINTED}(?: \w+ly)?(?=\.?$)"
)
_ADJUNCT = pattern(
    r"(?<!ed),? (?:in|within|under|for|across|on|over|during) (?:both )?(?:(?:all )?(?:of )?"
    r"(?:this|these|those)|such(?: an?)?) (?:[\w-]+ ){0,2}[\w-]+(?=\.?$)"
)
_BY_GATES = (" by ", " through ", " via ", " using ", " and ")
_WE = ("We ", "we ")
_DOES_BY = pattern(
    r"(?P<comma>,?) (?P<that>that|which) (?:\w+ly )?(?!(?:has|is|was|does|this)\b)[a-z]+s"
    rf"(?: (?:for|on|in|to|from|with))? {_POINTED}"
    r"(?:(?: by (?!(?:string|existing|engineering|missing|varying|alternating)\b)"
    r"| (?:through|via) (?!(?:string|existing|engineering|missing|varying|alternating|training|learning"
    r"|sampling|understanding|reasoning|processing|matching|scaling)\b))(?=(?:\w+ly |first )?\w+ing )"
    r"|(?P<with> (?:through|via|using) (?=[A-Za-z][\w-]* ))"
    r"|(?P<also> and (?=(?:\w+ly )?[a-z]+[a-rt-z]s )))"
)
_IN_AN_ADJUNCT = pattern(r" (?:based on|using|with|via|through) (?:[\w-]+ ){0,2}[\w-]+$")
"""Behind this, a participle would tell of something else than what was made."""
_GOES_ON = pattern(r"\band (?:\w+ly )?[a-z]+[a-rt-z]s (?:the|an?|its|their|on|in|to|well|[a-z]+ly)\b")
"""A second verb that belongs to what is left out."""
_MEANT_BEFORE = pattern(r"\b(?:to \w+|against|that \w+|by) (?:it|them|each)\b")
"""What was named in what is left out."""
_ALSO_MAKES = pattern(
    rf"(?P<who>[Ww]e) (?:\w+ly |also |further |then )?[a-z]+ (?:{_POINTED}|this)"
    r"(?: [^,;:.\d]{0,90}?)?,? and "
    r"(?P<makes>(?:\w+ly |then |also )?(?:introduce|propose|present|develop|design|build) )"
)
_DEED = pattern(
    r"(?P<who>(?:[Ww]e|(?:[Tt]his|[Oo]ur) (?:paper|work|study|article|survey|review|research|thesis|report)"
    r"|[A-Z][\w+-]*[A-Z0-9][\w+-]*))"
    r" (?:(?:aims?|attempts?|seeks?|try|tries|takes? a step towards?|focus(?:es)?|sets? out)"
    r" (?:to |at |on )?)?"
    r"(?:\w+ly |also |further |then )?[a-z]+ (?:light on |to )?"
    rf"(?:{_POINTED}|this|it)(?: \w+ly)? by (?P<adverb>\w+ly )?(?P<gerund>[a-z]+ing) "
)
_AND_GERUND = pattern(
    r"(?P<and>(?:^|(?<!ing)(?P<space> ))and (?:\w+ly |then |by )?)(?!during\b|being\b)(?P<gerund>[a-z]+ing)\b"
    r"(?P<does> (?:the|an?|its?|their|our|how|whether|them|to|on|this|that|such|what|which) )?"
)
"""Where nothing tells that the second is a deed as well, it may describe a noun: "and dancing crabs"."""
_STEMS = word_set(
    "present develop design build construct train conduct establish learn adapt extend collect perform model "
    "show recast augment uncover study apply employ offer align embed adopt implement revisit review link "
    "test benchmark quantify modify"
)
_STEMS_IN_E = word_set(
    "introduc propos creat deriv provid combin us formulat releas evaluat analyz analys prov compar leverag "
    "integrat investigat explor examin reformulat curat describ devis optimiz generat fram estimat validat "
    "parameteriz decoupl replac incorporat harmoniz summariz systematiz restor formaliz coupl categoriz "
    "characteriz improv measur trac execut utiliz enhanc estimat fus"
)
"""What was made or done, before "ing"."""
_OPENING = pattern(
    r"(?:Aiming|Armed|Based|Building|Combining|Considering|Drawing|Driven|Encouraged|Equipped|Exploiting"
    r"|Following|Given|Grounded|Guided|Having|Informed|Inspired|Leveraging|Motivated|Prompted|Recogni[sz]ing"
    r"|Starting|Taking|Unlike|Using|With|By) (?:[a-z-]+ ){0,5}?(?:this|these|those|such)(?: [\w-]+){1,8}?,"
    r" ?(?:in this (?:paper|work|study|article), ?)?(?=(?:we|this (?:paper|work|study)) [a-z]+)"
)
_AIM = pattern(
    r"To [a-z]+ (?:with )?(?:this|these|those|such)(?: [\w-]+){0,3}?, ?"
    r"(?:in this (?:paper|work|study|article), ?)?(?=(?:we|this (?:paper|work|study)) [a-z]+)"
)
_ASKS_FOR_TO = pattern(
    r"\b(?:is|are|was|were|be|been|aims?|aimed|seeks?|attempts?|tries|able|ability|abilities|capacity|potential"
    r"|power|order|used|how|needed|necessary|required|way|ways|need|tendency|opportunity|failure|fails?|likely"
    r"|unlikely|unable|hard|difficult|easy|impossible|challenging|insufficient|sufficient|tend|tends|seems?|seem"
    r"|struggles?|refuses?|failing|failed|expected|compelled|crucial|essential|key|ill-equipped|too [\w-]+"
    r"|propose|proposes|continues?|helps?|efforts?|has|have|tools?|aiming|us|them|models?|agents?|humans?"
    r"|users?)$"
    r"|^(?:We|we) (?:\w+ )?(?:us|appl|employ|leverag|conduct|test|stud|collect|analy[sz])(?:e|y|ed|ied)?\b"
)
_REACH = 110
_MOST_NAMED, _CLAUSES = 16, (" that ", " which ")
_LEAST_LEFT = 8
"""So many words are left at least."""
_NAMES_NOTHING = pattern(
    r"\b(?:an?|novel|new|first|general|unified|simple|principled|effective|efficient|We|we|paper|work|study) "
    r"[\w-]+$|\b(?:is|are) (?:proposed|introduced|presented|developed|designed)$"
)
"""Without what it does, such a thing is not told at all."""
_ASKS = pattern(
    r"\b(?:\w+ly|necessary|needed|required|essential|critical|important|works?|operates?|functions?|performs?"
    r"|results|progress|understanding|frameworks?|methods?|approach|models?|systems?|algorithms?|solutions?)$"
)
"""Without where or for what, the last word tells nothing."""
_NOT_ALL = pattern(r"\b(?:first|only|no|none|not|nor|without|than|whether|how|any|every|all)\b")
"""What is said of those that do so would be said of all."""


def without_pointing_end(text: str) -> str:
    """Return a text without a last clause or adjunct that points at what only another sentence names."""
    if not any_of(POINTERS, text[-_REACH:]):
        return text
    start = max(0, len(text) - _REACH)
    for end in (_CLAUSE, _PARTICIPLE, _ADJUNCT):
        found = end.search(text, start)
        if found is None:
            continue
        head = text[: found.start()]
        if end is _CLAUSE and found["to"] and _says_what_for(text[: found.start()]):
            continue
        if (end is not _ADJUNCT or not _ASKS.search(head)) and _may_end(
            head, text, found.start() + len(found[0]) - len(found[0].lstrip(", "))
        ):
            return head + text[found.end() :]
    return text


def without_pointing_opening(text: str) -> str:
    """Return "we build a sieve" for "drawing from these rhythms, we build a sieve"."""
    found = _OPENING.match(text) or _AIM.match(text)
    return text[found.end() :] if found and text.count(" ", found.end()) + 1 >= _LEAST_LEFT else text


def without_pointing_deed(text: str) -> str:
    """Return "we build a sieve" for "we bridge this gap by building a sieve", also within a sentence."""
    if not any_of(_BY_GATES, text):
        return text
    if text.startswith(_WE) and (found := _ALSO_MAKES.match(text)):
        if _MEANT_BEFORE.search(text, found.end()):
            return text
        return f"{found['who']} {found['makes']}{text[found.end() :]}"
    if found := _DEED.match(text):
        return _done_by(found, text[found.end() :]) or text
    found = _DOES_BY.search(text)
    if found is None or _NOT_ALL.search(text, max(0, found.start() - _REACH), found.start()):
        return text
    if not found["also"] and (
        _IN_AN_ADJUNCT.search(text[: found.start()]) or _GOES_ON.search(text, found.end())
    ):
        return text
    how = found["with"]
    goes_on = (
        f" {found['that']} " if found["also"] else " using " if how == " using " else " with " if how else " "
    )
    return text[: found.start()] + found["comma"] + goes_on + text[found.end() :]


def _done_by(found: re.Match[str], rest: str) -> str:
    """Return "We build X and test Y" for "We bridge this by building X and testing Y", or nothing."""
    told = partial(_told_by, found["who"])
    base, further = _base(found["gerund"]), _AND_GERUND.search(rest)
    if further is not None:
        second = _base(further["gerund"])
        sure = further["does"] or further["space"] is None
        if not second or not sure or _AND_GERUND.search(rest, further.end()):
            return ""
        lead = further["and"].replace("by ", "")
        rest = f"{rest[: further.start()]}{lead}{told(second)}{rest[further.end('gerund') :]}"
    return f"{found['who']} {found['adverb'] or ''}{told(base)} {rest}" if base else ""


def _told_by(who: str, verb: str) -> str:
    return verb if who.lower() == "we" else _of_one(verb)


def _base(gerund: str) -> str:
    """Return the verb of a gerund, or nothing where it is none of those that say what was made or done."""
    stem = gerund.removesuffix("ing")
    return stem + "e" if stem in _STEMS_IN_E else stem if stem in _STEMS else ""


def _of_one(verb: str) -> str:
    """Return the third person of a verb."""
    if verb.endswith("y") and not verb.endswith("oy"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("sh", "ss")) else f"{verb}s"


def _says_what_for(head: str) -> bool:
    """Say whether what a purpose is of asks for it, or may be what a clause of many words tells."""
    return _ASKS_FOR_TO.search(head) is not None or (
        head.count(" ") >= _MOST_NAMED and any_of(_CLAUSES, head)
    )


def _may_end(head: str, text: str, rest: int) -> bool:
    """Say whether a text may end there: so that it tells something, and nothing that is not so."""
    return (
        head.count(" ") + 1 >= _LEAST_LEFT
        and balanced(head)
        and not hangs(head)
        and not _NAMES_NOTHING.search(head)
        and not _NOT_ALL.search(head[-_REACH:])
        and not asks_for(head, text, rest)
    )
