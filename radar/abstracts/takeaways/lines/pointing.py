"""Adjuncts that point at what an earlier sentence named: "for that purpose", "in this setting"."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.claim_words import FROM_A_WORD
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_FIRST_WORDS = word_set(
    "to in within for toward towards using from through via with by building based on following given as "
    "drawing leveraging upon under alongside capitalizing capitalising addressing tackling overcoming "
    "bridging mitigating resolving alleviating"
)
_POINTERS = (
    " this", " these", " those", " such ", " it,", " that end", " that purpose", "aforementioned ", " above ",
    " both ", " all t", " all four ",
)  # fmt: skip
"""One of these stands in every adjunct that is looked for."""
_AT_THE_START = EitherCase(
    r"(?:(?:in order )?to (?:\w+ ){1,3}?|by (?:\w+ly )?\w+ing |as an? (?:\w+ )?\w+ (?:for|to|of) "
    r"|(?:building|based|drawing) (?:up)?on "
    r"|(?:in|within|under|alongside|for|towards?|using|from|through|via|with|on|upon|following|given|leveraging"
    r"|capitali[sz]ing on|addressing|tackling|overcoming|bridging|mitigating|resolving|alleviating) )"
    r"(?:this|these|those|that|such(?: an?)?|it)(?: [a-z-]+){0,3}(?:, | (?=we ))"
)
_AIM_FIRST = ("To ", "In order to ", "to ", "in order to ")
_AIM_POINTERS = (" this ", " these ", " those ")
_MADE = tuple(
    f"{who} {adverb}{verb}"
    for who in ("we", "this paper", "this work")
    for adverb in ("", "also ", "further ", "first ")
    for verb in ("propose", "introduce", "present", "develop", "design")
)
"""What was made stands by itself: "to unearth how this sand moves, we present a sieve"."""
_GOES_ON = word_set("we i our a an the this")
"""What a main clause begins with that stands by itself; so do names."""
_SUBJECTS = frozenset(("We", "we", "us", "paper", "work", "study", "They", "This", "It"))
"""Behind these, what stands between two commas parts a subject from its verb."""
_INSERTED = pattern(
    r",? (?:to (?:this|that) end|for (?:this|that) (?:purpose|reason|task)|based on (?:this|that|these)"
    r"|in (?:this|the present) (?:paper|work|study|article|letter|setting|context|case|way|regard)), "
)
_INSERTED_REACH = 40
_AT_THE_END = pattern(
    r"(?<!ed),? (?:in|within|under|for) (?:this|that|these|those|such(?: an?)?) (?:[a-z-]+ )?"
    r"(?:settings?|contexts?|regimes?|cases?|set-?ups?|scenarios?|situations?|landscape|frameworks?|tasks?"
    r"|challenges?|domains?|areas?|environments?|problems?|fields?|process|works?|papers?|studies|purposes?"
    r"|ways?)(?=\.?$)"
)
_END_REACH = 50
_PURPOSE_GATES = (
    "ddress", "ackl", "vercom", "bridg", " target", "itigat", "esolv", "lleviat", " solv", " fill", " clos",
    "ounter", " meet", "emedy",
)  # fmt: skip
_PURPOSE = pattern(
    r",? (?:(?P<says>(?P<that>that|which) (?:\w+ly )?(?:aims? to |seeks? to )?(?:\w+ly )?"
    r"|(?:\w+ly )?(?:designed|developed|built|aimed|intended|proposed|tailored) to (?:\w+ly )?"
    r"|(?:(?:aimed at|designed for) )?(?:\w+ly )?(?=[a-z]{3,9}ing ))|to (?:\w+ly )?)"
    r"(?:address|tackl|overcom|bridg|target|mitigat|resolv|alleviat|solv|fill|clos|counter|meet|remedy"
    r"|reconcil|circumvent)"
    r"(?:e?s|e|ing)? (?:(?:(?:all |both )?(?:of )?(?:this|these|those|such|the above|the aforementioned)"
    r"|(?:both|all (?:two|three|four))(?! (?:[a-z-]+ ){1,2}(?:and|or)\b))"
    r"(?: [a-z-]+){0,3}?(?: (?:gap|challenge|problem|issue|limitation|bottleneck|question|shortcoming|need"
    r"|obstacle|concern|drawback|barrier|constraint|weakness|difficulty|deficiency|trade-?off|impasse|tension"
    r"|dilemma|paradox|mismatch|conflict|hurdle|discrepancy|inconsistency|inefficiency|divide|conundrum"
    r"|failure mode|failure|restriction|pitfall|hindrance|task|front"
    r"|imbalance|bias|harm|burden|disparity|instability|ambiguity|blind spot)(?:e?s)?"
    r"| (?:defici|difficult|discrepanc|inconsistenc|inefficienc|disparit|instabilit|ambiguit)ies)"
    r"|this|these|it(?= by ))"
    r"(?: (?:effectively|jointly|simultaneously|directly|explicitly))?"
    r"(?:(?= by (?:\w+ly |first )?\w+ing )|(?=,? (?:using|leveraging) )|(?=, \w+ing )|(?=, which )|(?=\.?$)"
    r"|(?P<means> (?:through|via|with) (?P<many>(?:two|three|four|five|six|several) [a-z -]{0,40}?"
    r"(?:advances|components|contributions|designs|ideas|innovations|insights|mechanisms|modules|novelties"
    r"|parts|pillars|stages|steps|strategies|techniques)(?=\.?$))?(?=[a-z.]|$))"
    r"|(?P<more> and (?=\w+[a-rt-z]s ))|(?P<also> and (?=(?:achieve|build|enable|enhance|ensure|extend"
    r"|improve|increase|learn|maximi[sz]e|minimi[sz]e|optimi[sz]e|preserve|produce|provide|reduce"
    r"|support) )))"
)
"""What something is for that only an earlier sentence tells, before how that is done or the end."""
_BY = pattern(r" by (?:first )?(?=(?:\w+ly )?\w+ing )")
_THINGS = (
    " framework", " method", " approach", " model", " system", " pipeline", " algorithm", " technique",
    " strategy", " architecture", " benchmark", " paradigm",
)  # fmt: skip
"""A thing does so itself: "a framework leaning on the wind", not by it."""
_VERB_OF_IT = pattern(
    r"\b(?:is|are|was|were|be|been|aims?|aimed|seeks?|sought|attempts?|tries|tried|try|able|order|used|how|needed"
    r"|propose|proposes|continues?|helps?|likely|unlikely|ways?)$"
)
_LEADS = pattern(
    r"\b(?:about|and|are|as|at|be|but|by|for|from|in|is|likely|of|on|or|than|thereby|thus|to|towards?|was|were"
    r"|when|while|without)$"
)
"""What leads up to what something is for."""
_NAMES_NOTHING = pattern(r"\b(?:an?|novel|new|first|We|we|paper|work|study) [\w-]+$")
"""Behind this, what something is for tells more than the rest."""
_MOST_NAMED = 12
"""Behind more words than this, and a clause, what something is for may as well belong to the clause."""
_CLAUSES = (" that ", " which ")
_ONE_DOES = pattern(r"\b(?:that|which) (?:\w+ly )?[a-z]+[a-rt-z]s\b")
"""What the clause says of the one thing that was made, and so is for the same."""
_MAY_DO = pattern(
    r"\b(?:abilit(?:y|ies)|agents?|capacity|effective|effectively|fails?|how|humans?|LLMs|models?|opportunity"
    r"|potential|practitioners|researchers|struggles?|tend|them|us|users?|ways?|what)$"
)
"""Behind one of these, a purpose says what somebody does, and not what the whole is for."""
_ONLY_ONE = pattern(r"\b(?:the first|the only|first-ever)\b")
"""Without what it is for, it would be said to be the first of more than it is."""
_DENIES = pattern(
    r"\b(?:[Nn]o|[Nn]one|nor|not|[Nn]ever|[Nn]either|hardly|[Ff]ew(?!-)|fails?|failed|cannot|without)\b[^,;]{0,60}$"
)
"""What is said of none that does so is not said of none at all."""
_ONLY_REACH = 80
_LEAST_LEFT = 8
"""So many words are left at least."""
_INSIDE_GATES = (
    " they ", " them", " these ", " those ", " such ", " this ", " both ", " former", " latter", " second ",
    " presented ", " above ",
)  # fmt: skip
LONGER_POINTERS = (" them", " former", " latter")
"""Those of them that a longer word opens too; the others are whole words, with a class of their own."""
POINTING_WORDS = pattern(
    FROM_A_WORD + r"(?=[abfst])(?:(?P<named>they|them)\b|(?:these|those) \w"
    r"|such(?: an?)? (?:way|manner|gap|problem|issue|challenge|limitation|question|phenomen|effect|setting"
    r"|shortcoming|bottleneck|difficult|deficienc)|(?:address|tackle|fill|bridge)s? (?:this|it)\b"
    r"|this (?!(?:paper|work|study|article|letter|thesis|review|survey|report|tutorial|note|manuscript"
    r"|chapter|end|white|technical|systematic|comprehensive|research|project|perspective|dissertation|short)\b)[a-z]"
    r"|both (?:challenges|issues|problems|limitations|gaps|aspects|goals|questions|needs)\b"
    r"|the (?:former|latter|above|presented)\b"
    r"|the (?:first|second|third) (?:challenge|issue|problem|stage|step|question|task)\b)"
)
"""Words that point at what an earlier sentence named; they are looked for behind a space."""
_SEVERAL = pattern(r"\b(?!this\b|thus\b|does\b)\w{2,}[a-rt-z]s\b| and ")
"""What "they" may stand for."""


def without_pointing(text: str) -> str:
    """Return a sentence without the adjuncts that point back; its first letter is left as it is."""
    if not any_of(_POINTERS, text):
        return text
    if text.split(" ", 1)[0].lower() in _FIRST_WORDS and (end := _end_of_opening(text)) > 0:
        text = text[end:]
    text = _without_aim(text) if text.startswith(_AIM_FIRST) else text
    if any_of(_POINTERS, text[:_INSERTED_REACH]):
        text = _without_inserted(text)
    if any_of(_POINTERS, text[-_END_REACH:]):
        found = _AT_THE_END.search(text, max(0, len(text) - _END_REACH))
        if found and text.count(" ", 0, found.start()) + 1 >= _LEAST_LEFT:
            text = text[: found.start()] + text[found.end() :]
    return _without_purpose(text) if any_of(_PURPOSE_GATES, text) else text


def _without_purpose(text: str) -> str:
    """Return "a gait leaning on the wind" for "a gait that addresses this gap by leaning on the wind"."""
    found = _PURPOSE.search(text)
    head = text[: found.start()] if found else ""
    if found is None or _VERB_OF_IT.search(head):
        return text
    rest = text[found.end() :]
    if _DENIES.search(head):
        return text
    if found["more"]:
        comma = "," if found[0][0] == "," else ""
        return f"{head}{comma} {found['that']} {rest}" if found["that"] else text
    if len(rest) <= 1 and (_NAMES_NOTHING.search(head) or _is_far(found, head)):
        return text
    if _ONLY_ONE.search(head[-_ONLY_REACH:]) or _LEADS.search(head):
        return text
    if found["says"] is None and found["also"]:
        return f"{head} to {rest}"
    if found["says"] is None and head.endswith(_THINGS) and _BY.match(rest):
        return head + _BY.sub(" ", rest, count=1)
    if found["says"] is None:
        return head + ("" if found["many"] else found["means"] or "") + rest
    if found["means"]:
        return head + rest if found["many"] else f"{head} with {rest}"
    if found["also"]:
        return text
    comma = "," if found["that"] == "which" and found[0][0] == "," else ""
    return head + _BY.sub(comma + " ", rest, count=1)


def _is_far(found: re.Match[str], head: str) -> bool:
    """Say whether what a purpose is of may be what an earlier clause tells."""
    if found["says"] is not None or head.count(" ") < _MOST_NAMED or not any_of(_CLAUSES, head):
        return False
    return _ONE_DOES.search(head) is None or _MAY_DO.search(head) is not None


def _without_aim(text: str) -> str:
    """Return what the authors made without what it is for, where that points back."""
    aim, comma, rest = text.partition(", ")
    if not comma or not any_of(_AIM_POINTERS, aim) or rest.partition(", ")[0].count(" ") + 1 < _LEAST_LEFT:
        return text
    return rest if rest.lower().startswith(_MADE) else text


def _end_of_opening(text: str) -> int:
    """Return where the main clause begins behind an opening that points back, or -1 where none does."""
    end = _AT_THE_START.end(text)
    if end < 0 or text.count(" ", end) + 1 < _LEAST_LEFT:
        return -1
    first = text[end:].split(" ", 1)[0]
    return end if first.lower() in _GOES_ON or first[:1].isupper() else -1


def _without_inserted(text: str) -> str:
    """Return a sentence without what parts its subject from its verb and points back."""
    found = _INSERTED.search(text, 0, 2 * _INSERTED_REACH)
    if found is None or found.start() > _INSERTED_REACH:
        return text
    subject = text[: found.start()].rsplit(" ", 1)[-1]
    return f"{text[: found.start()]} {text[found.end() :]}" if subject in _SUBJECTS else text


def may_point_back(lower: str) -> bool:
    """Say whether a text in lower case points at what only an earlier sentence can have named."""
    return any_of(_INSIDE_GATES, lower) and _points_back(lower)


def _points_back(line: str) -> bool:
    """Say whether a line points at what only an earlier sentence can have named."""
    match = POINTING_WORDS.search(" " + line)
    return match is not None and not (match["named"] and _SEVERAL.search(line, 0, max(0, match.start() - 1)))
