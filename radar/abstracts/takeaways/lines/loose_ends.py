"""What a cut leaves over: parts that are not named, the number of a lone item, a conclusion from nothing."""

from __future__ import annotations

from radar.abstracts.takeaways.lines.borders import asks_for, balanced, hangs
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_PARTS = (
    "advances", "advancements", "aspects", "axes", "challenges", "characteristics", "components",
    "contributions", "designs", "dimensions", "directions", "elements", "fact", "features", "finding",
    "findings", "idea", "ideas", "ingredients", "innovations", "insight", "insights", "layers", "levels",
    "mechanisms", "modules", "novelties", "observation", "observations", "parts", "perspectives", "phases",
    "pillars", "principle", "principles", "questions", "stages", "steps", "strategies", "techniques",
    "tiers",
)  # fmt: skip
"""What a thing is said to have so many of, before they are named."""
_UNNAMED = pattern(
    r",? (?=[abcfiltuvw])(?:and (?:\w+ly )?"
    r"(?:introduce|propose|present|design|develop|employ|use|report|reveal)s?"
    r"|with|across|covering|spanning|from"
    r"|featuring|comprising|containing|including|involving|incorporating|combining"
    r"|integrating|unifying|leveraging|using|consisting of|composed of|built (?:up)?on|based on|through|via"
    r"|(?:addressing|tackling|to (?:address|tackle|overcome))"
    r"|by (?:combining|employing|incorporating|integrating|introducing|leveraging|using)"
    r"|(?:that|which) (?:\w+ly )?(?:combines?|comprises?|consists? of|contains?|couples?|employs?|features?"
    r"|has|have|includes?|incorporates?|integrates?|introduces?|involves?|leverages?|relies on|rests on"
    r"|unif(?:y|ies)|uses?))"
    r" (?:only |just |its )?(?:the )?(?:following )?(?:two|three|four|five|six|several|an?|one)"
    r" (?P<which>[a-z -]+)$"
)
_UNNAMED_REACH = 110
_SAYS_NOTHING = word_set(
    "and basic central closely collaborative complementary conceptual coordinated core coupled critical "
    "crucial dedicated distinct distinctive effective essential foundational fundamental important "
    "innovative integrated interconnected interdependent interlocking interrelated intuitive key main major "
    "methodological modular mutually new novel original orthogonal powerful primary principal sequential "
    "significant simple single specialized strategic successive synergistic targeted technical technological "
    "tightly unique"
)
"""Other words tell what the parts are: "with two boundary components"."""
_LEAST_LEFT = 7
"""So many words are left at least."""
_ASK_FOR_PARTS = ("ed", " built", " focuses", " relies", " depends")
_BARE_VERB = pattern(r",? (?:that|which|who) (?:\w+ly )?[a-z]+s$")
_BARE_REACH = 40
_AND_THAT = " and that "
_BEHIND_A_POINTER = word_set(
    "of in for from with at on by is are was were has have had does do did can may might will would which one"
)
"""Before these, "that" is a thing: "the reach of crabs and that of gulls"."""
_FIRST_ITEMS, _SECOND_ITEMS = (" (1) ", " (i) ", " (a) "), ("(2)", "(ii)", "(b)")
_LABEL = pattern(r"\(?(1|i|a)\) (?=[A-Za-z])")
_NEXT = {"1": "2", "i": "ii", "a": "b"}
_BEFORE_A_VERB = ("that", "which", "and", "we", "paper", "work", "study")
_NUMBERED = (
    "case", "condition", "eq", "equation", "equations", "eqs", "expression", "formula", "inequality", "model",
    "one", "panel", "problem", "property", "section", "system", "type",
)  # fmt: skip
"""Behind these, a number in brackets is their name or repeats them."""
_FOLLOWS = (" therefore", " thereby ", " thus ", " hence ")
_FOLLOWS_REACH = 60
_CONCLUDES = pattern(
    r"(?P<who>(?:[\w’'()-]+ ){0,6}?[\w’'()-]+(?<!\band)(?<!\bor)(?<!\bbut))"
    r"(?:, (?:therefore|thereby|thus|hence),|(?<!,) (?:therefore|thereby|thus|hence))"
    r" (?!\w+ing\b|(?:an?|it|its|not|of|than|the|their|they|to|we)\b)(?=[a-z])"
)
"""What stands between a subject and its verb, and follows from a sentence that the line lacks."""


def without_loose_ends(line: str) -> str:
    """Return a finished line without any of what its cuts left over."""
    return without_conclusion(without_lone_that(without_lone_number(without_unnamed_parts(line))))


def without_unnamed_parts(text: str) -> str:
    """Return a text without a last "that combines three key components", which tells nothing by itself."""
    if not text.rstrip(".").endswith(_PARTS):
        return text
    bare = text.rstrip(".")
    found = _UNNAMED.search(bare, max(0, len(bare) - _UNNAMED_REACH))
    if found is None or not _SAYS_NOTHING.issuperset(found["which"].split()[:-1]):
        return text
    head = bare[: found.start()]
    if (
        head.count(" ") + 1 < _LEAST_LEFT
        or not balanced(head)
        or hangs(head)
        or head.endswith(_ASK_FOR_PARTS)
    ):
        return text
    behind = found.start() + len(found[0]) - len(found[0].lstrip(", "))
    return text if asks_for(head, bare, behind) else head + text[len(bare) :]


def without_bare_verb(head: str) -> str:
    """Return a beginning of a sentence without a last "that combines", whose list was cut off."""
    found = _BARE_VERB.search(head, max(0, len(head) - _BARE_REACH))
    return head[: found.start()] if found else head


def without_lone_number(line: str) -> str:
    """Return a line without the "(1)" of the only item that it has of a list.

    Behind a colon it stays, and where what was counted stands before it.
    """
    if ")" not in line:
        return line
    if (label := _LABEL.match(line)) and f"{_NEXT[label[1]]})" not in line:
        line = line[label.end()].upper() + line[label.end() + 1 :]
    for first, second in zip(_FIRST_ITEMS, _SECOND_ITEMS, strict=True):
        before, number, after = line.partition(first)
        if not number or second in line or first in f" {after}" or not after[:1].isalpha():
            continue
        if not _counts_what_stands_before(before):
            return f"{before} {after}"
    return line


def _counts_what_stands_before(before: str) -> bool:
    """Say whether a number in brackets names what stands before it, or begins a list announced there."""
    *_, former, last = ["", "", *before.lower().split()]
    if last.rstrip(".") in _NUMBERED or last.endswith(":"):
        return True
    return last.endswith("s") and former not in _BEFORE_A_VERB and not former.endswith("ly")


def without_lone_that(line: str) -> str:
    """Return "A walks, and B flies" for "A walks, and that B flies", whose first "that" is cut off."""
    before, found, after = line.partition(_AND_THAT)
    if not found or " that " in before or before.startswith("That "):
        return line
    return line if after.split(" ", 1)[0] in _BEHIND_A_POINTER else f"{before} and {after}"


def without_conclusion(line: str) -> str:
    """Return "We build a sieve" for "We, therefore, build a sieve", whose reason stands elsewhere."""
    if not any_of(_FOLLOWS, line[:_FOLLOWS_REACH]):
        return line
    found = _CONCLUDES.match(line)
    return f"{found['who']} {line[found.end() :]}" if found else line
