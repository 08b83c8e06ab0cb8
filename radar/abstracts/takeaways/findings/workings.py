"""How what was made works, told behind a line that says little more than the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.lines.borders import cut_before_the_way, longest_before
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.shortening import finished, whole_or_cut, without_any_preamble
from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.vocabulary.patterns import at_a_word, pattern
from radar.abstracts.vocabulary.words import any_of, word_set
from radar.papers.summaries.summary import TAKEAWAY_WORDS

_REPEATS, _HARDLY_NEW = 4, 2
"""A line with so few telling words that the title lacks says little more than it, or hardly more."""
_LEAST_NEW, _LEAST_GAIN = 4, 3
"""What is added has so many telling words at least, and the whole so many more than the line had."""
_REACH, _NEAR = 3, 2
"""So many sentences behind what was made may say how it works, and what else was done for it."""
_BARE_NAME, _LATER = 2, 2
"""What counts against a name without its kind, and against what stands behind another, in telling words."""
_KINDS = (
    "method approach technique framework system algorithm model paradigm platform benchmark dataset toolkit "
    "library pipeline network architecture scheme strategy agent tool estimator procedure mechanism"
)
_KIND = f"(?:{'|'.join(_KINDS.split())})"
_IS_KIND = word_set(_KINDS)
_MADE = r"(?:propose|present|introduce|develop|design|build|create|devise)(?:s|d|ed)?"
_NAMED = pattern(
    rf"(?:We|This (?:paper|work|study|article|report)) (?:\w+ )?{_MADE} "
    r"(?P<name>(?:the )?[A-Z][\w.+-]*(?: (?:(?:of|and|for|with|via|in) )?[A-Z][\w.+-]*)*)"
    rf"(?: \((?P<short>[^()]{{2,80}})\))?(?P<kind>[,:] an? (?:[\w-]+,? ){{0,6}}?{_KIND}(?!\w))?"
    r"(?=,|\.?$|: | (?:for|that|which|to|based|using|via|by|with|in|designed|tailored)\b)"
)
"""What was made by its name, and of what kind it is."""
_SHORT = pattern(
    rf"\b{_MADE} (?:(?!(?:for|in|on|via|with|through|using|to|that|which)\b)[\w.+/-]+ ){{2,12}}?"
    r"\(([\w.+-]{2,20})\)"
)
_CALLED = pattern(
    at_a_word("named", "called", "termed", "dubbed", "namely")
    + r" [\"“]?([\w.+-]{2,40}+)(?! (?:with|and|of) [A-Z])"
)
_DOES = pattern(
    r"(?:^|, )(?P<subject>(?P<own>(?:[Oo]ur|[Tt]he|[Tt]his) (?:(?:proposed|new|resulting|overall) )?)?"
    r"(?P<noun>[A-Za-z][\w.+-]*)) (?:also |thus |further |then )?"
    r"(?P<rest>(?:first |then |jointly |\w+ly )?(?P<verb>[a-z]+) )"
)
_MAY_WORK = pattern(
    "|".join(
        rf"{whose}(?<!\w{whose}) (?:(?:proposed|new|resulting|overall) )?{_KIND} "
        for whose in ("our", "the", "this")
    )
    + r"|idea(?<!\widea)\b|insight(?<!\winsight)\b|ingredient(?<!\wingredient)\b"
    r"|innovation(?<!\winnovation)\b"
)
_AUTHORS_DO = word_set(
    "adopt build cast combine construct decompose derive design develop employ encode exploit extend "
    "formulate incorporate integrate introduce learn leverage model propose reformulate replace represent "
    "train use utilise utilize"
)
_IDEA = pattern(
    r"(?P<subject>(?:The|Our) (?:key|main|core|central) (?:idea|insight|ingredient|innovation)) "
    r"(?:(?:behind|of) (?:[\w-]+ ){1,5}?)?(?P<rest>is (?:to|that|the) )"
)
_PRAISES = word_set(
    "achieves addresses advances aims attains begins boosts bridges charts cuts delivers demonstrates does "
    "emphasizes enhances ensures exceeds exhibits facilitates generalizes has improves is makes mitigates "
    "fails lacks outperforms overcomes reaches reduces remains serves sets shows solves starts suffers "
    "supports surpasses tackles was yields"
)
"""Verbs of what a thing is good for, behind which it is not said how it works."""
_OF_NOBODY = word_set("appears arises costs follows happens requires seems takes turns")
"""Verbs whose "it" may be nothing at all: "it turns out that"."""
_IS_NOUN = pattern(r"(?<!parti)(?<!condi)(?<!posi)(?<!func)[ts]ions$|(?<!ple)(?<!aug)ments$")
_PLURALS = word_set(
    "agents algorithms approaches experiments frameworks images layers methods models modules "
    "networks results samples scores systems tasks tokens users variants"
)
"""Nouns that look like verbs of one thing."""
_LISTS = word_set(
    "combines comprises consists contains features includes incorporates integrates introduces involves "
    "unifies"
)
"""Behind these, half of a list would be told for the whole."""
_OPENS = (
    "At ", "Based ", "Beyond ", "Building ", "By ", "Compared ", "Concretely", "Contrary ", "During ", "For ",
    "Further", "Given ", "In ", "Inspired ", "Instead ", "Leveraging ", "Motivated ", "Rather ",
    "Specifically", "Through ", "To ", "Unlike ", "Using ", "While ", "With ",
)  # fmt: skip
"""What leads up to a main clause, and may be left out."""
_OPENING = 200
"""An opening has so many characters at most."""
_AND_DOES = pattern(r", (?=and (?:then |also |further |thus |subsequently )?(?:\w+ly )?[a-z]+[a-rt-z]s\b)")
"""Where a sentence goes on with what else a thing does."""
_WAY = pattern(
    r"(?:, | )(?=(?:by (?:\w{1,20}ly )?\w{2,20}ing|using|via|through|leveraging|employing|utili[sz]ing"
    r"|based on|in order to|so that|so as to|which|that)\b)"
)
"""Where it goes on with the way in which, or with what tells more of a thing."""
_AND_MORE = pattern(r", (?!thus )(?:\w+ly )?[a-z]+s (?!.*, and )")
"""A deed behind a comma that is not the last of a list."""
_LEAST_DONE = 6
"""So many words, with a subject, tell what a thing does."""
_OF_IT = pattern(r"(?:\w+ly )?[a-z]+ (?:it|them|its|their|this|these|those|such)\b")
_UNNAMED = pattern(
    r"\b(?:two|three|four|five|six|several|key|core|main)(?: [\w-]+){0,3} (?:advantages"
    r"|aspects|capabilit(?:y|ies)|properties|tasks|components?|contributions?|designs?|ideas?|innovations?|layers|modules|parts|phases|pillars|stages"
    r"|steps|strateg(?:y|ies)|techniques|ways)(?:\.?$| (?!that|which))"
)
"""Parts that are counted and not named."""
_BEST = pattern(r"\b(?:state[- ]of[- ]the[- ]art|SOTA|performance)\b")
"""What comes of a thing, and not how it works."""
_LONGEST_DEED, _SHORTEST_DEED, _LEAST_DEED = 15, 4, 3
"""Where what was made is cut, it has so many words at most and at least, and so many that tell something."""
OF_MANY = word_set(
    "ai bert cnn dnn gan gnn gpt kg llm lm lstm mdp ml mllm mlp moe nlp nn pde pinn pomdp qa rag rl rlhf "
    "rlvr rnn sae sft ssl svm vae vla vlm vqa"
)
"""Names in brackets of what a thing is made of, and not of the thing."""
_RUN_ON = pattern(r"[a-z]{3}\. [a-z]")
_OFFERS = pattern(
    r"(?:\w+ly )?(?:allows|builds|enables|forms|induces|offers|paves|presents|provides|reflects|represents)"
    r" (?![^.]*\d)"
)
"""What is said of a thing without saying how it works, but for counts of what it holds."""
_MARKS = (":", ";", "–", "—")
_WHICH, _IT = ", which", "; it"
_IDEAS = ("idea", "insight", "ingredient", "innovation")
_AUTHOR = "We "


class _Deed(NamedTuple):
    """What was made, in a few words."""

    text: str
    link: str
    """What joins to it what the thing does."""


class _Working(NamedTuple):
    """How what was made works."""

    subject: str
    rest: str
    lists: bool = False
    """Whether its parts are listed."""


def with_workings(line: str, chosen: SentenceClaim, abstract: ReadAbstract) -> str:
    """Return what was made and how it works, or nothing where a line tells enough or no sentence says how.

    Args:
        line: the takeaway that tells what was made.
        chosen: the sentence that it was made from.
        abstract: whose next sentences may say how it works.
    """
    title, _, claims, tidied = abstract
    known = telling_compounds(title)
    new = len(telling_compounds(line) - known)
    if new > _REPEATS:
        return ""
    done = without_any_preamble(tidied(chosen))
    place = claims.index(chosen) + 1
    names = _names(done, title)
    behind = claims[place : place + _REACH]
    workings = (
        _working(tidied(claim), done, names, near=not number) if _may_work(claim, names) else None
        for number, claim in enumerate(behind)
    )
    found = list(filter(None, workings))
    told = _told(line, done, found, known, new)
    if not told and new <= _HARDLY_NEW:
        others = filter(None, map(_of_authors, map(tidied, behind[:_NEAR])))
        told = _told(line, done, list(others), known, new)
    if told or not found:
        return told
    return _alone(found, done, title, known, new)


def _may_work(claim: SentenceClaim, names: set[str]) -> bool:
    """Say whether a sentence may say how what was made works, for less than it costs to find out."""
    text, lower = claim.sentence.text, claim.sentence.lower
    if "$" in text or "\\" in text or any(name in lower for name in names):
        return True
    return " it " in lower or lower.startswith("it ") or _MAY_WORK.search(lower) is not None


def _told(line: str, done: str, found: list[_Working], known: frozenset[str], new: int) -> str:
    """Return in the words that tell most what was made and how it works, or nothing."""
    deeds = list(_deeds(line, done)) if found else []
    best, most = "", new + _LEAST_GAIN - 1
    for number, working in enumerate(found):
        for deed in deeds:
            both = _joined(deed, working)
            told = telling_compounds(both)
            gain = len(told - known) - _BARE_NAME * (deed.link == _WHICH) - _LATER * number
            if gain > most and len(told - known - telling_compounds(deed.text)) >= _LEAST_NEW:
                best, most = both, gain
    return best


def _alone(found: list[_Working], done: str, title: str, known: frozenset[str], new: int) -> str:
    """Return how what was made works, in the words that tell most, by its name, or nothing."""
    name = _name(done, title)
    best, most = "", new + _LEAST_GAIN - 1
    for number, working in enumerate(found if name else ()):
        if working.subject.endswith(_IDEAS) or _OFFERS.match(working.rest):
            continue
        told = _cut(working.rest.removeprefix("first "), TAKEAWAY_WORDS - 1, lists=working.lists)
        fresh = len(telling_compounds(told) - known)
        if fresh - _LATER * number > most and fresh >= _LEAST_NEW and not _RUN_ON.search(told):
            best, most = f"{name} {told}", fresh - _LATER * number
    return best


def _name(done: str, title: str) -> str:
    """Return the one word by which what was made is called, or nothing."""
    named, called = _NAMED.match(done), _CALLED.search(done)
    for found in (
        title.partition(":")[0].strip(),
        (named["short"] or named["name"]) if named else "",
        called[1] if called else "",
        called_short(done),
    ):
        name = found.strip('"“”').rstrip(".")
        if " " in name or name not in done or name.lower().removesuffix("s") in OF_MANY:
            continue
        if any(sign.isupper() for sign in name[1:]):
            return name
    return ""


def _deeds(line: str, done: str) -> Iterator[_Deed]:
    """Return what was made in several forms: by its name, with its kind, as the line has it, and cut."""
    if named := _NAMED.match(done):
        end = max(named.end("name"), named.end("short") + 1)
        if named["kind"]:
            yield _Deed(f"{done[:end]},{named['kind'][1:]}", " that")
        yield _Deed(done[:end], _WHICH)
    if not line.endswith("…") and ";" not in line:
        yield _Deed(line.removesuffix("."), _IT)
    short = cut_before_the_way(done, _LONGEST_DEED, _SHORTEST_DEED)
    if len(telling_compounds(short)) >= _LEAST_DEED:
        yield _Deed(short, _IT)


def says_no_more(text: str) -> bool:
    """Say whether a text ends with parts that are counted and not named."""
    return _UNNAMED.search(text) is not None


def called_short(text: str) -> str:
    """Return what a text calls in brackets what was made, or nothing."""
    match = _SHORT.search(text) if "(" in text else None
    return match[1] if match else ""


def _names(done: str, title: str) -> set[str]:
    """Return the names that what was made has, in lower case."""
    found = {title.partition(":")[0].strip()}
    if named := _NAMED.match(done):
        found.update((named["name"], named["short"] or ""))
    called = _CALLED.search(done)
    found.update((called_short(done), called[1] if called else ""))
    return set(filter(None, (name.rstrip(".").lower() for name in found)))


def _working(sentence: str, done: str, names: set[str], *, near: bool) -> _Working | None:
    """Return what a tidied sentence says of how what was made works, or None.

    Args:
        sentence: behind the one that says what was made.
        done: that one.
        names: of what was made.
        near: whether it is the next sentence, so that "it" is what was made.
    """
    near = near and not sentence.startswith("While ")  # another thing's, which "it" may mean
    for found in _main_clauses(sentence):
        noun, own, verb = found["noun"].lower(), (found["own"] or "").lower(), found["verb"]
        opening = sentence[: found.start("subject")].lower()
        if any(name in opening for name in names) or (noun == "it" and verb in _OF_NOBODY):
            return None
        sure = near and (own != "the " or (not opening and noun in done.lower()))
        if _is_what_was_made(noun, own, names, near=sure) and _is_deed(verb):
            subject = found["subject"][0].lower() + found["subject"][1:] if own else "it"
            return _Working(subject, sentence[found.start("rest") :], lists=verb in _LISTS)
    idea = _IDEA.match(sentence)
    return _Working(idea["subject"].lower(), sentence[idea.start("rest") :]) if idea else None


def _of_authors(sentence: str) -> _Working | None:
    """Return what else a tidied sentence says that the authors did, or None."""
    for found in _main_clauses(sentence):
        if found["subject"].lower() == "we" and found["verb"] in _AUTHORS_DO:
            return _Working("we", sentence[found.start("rest") :])
    return None


def _main_clauses(sentence: str) -> Iterator[re.Match[str]]:
    """Return where a sentence may say what somebody or something does, openings left out."""
    clauses = _DOES.finditer(sentence, 0, _OPENING)
    return (found for found in clauses if not found.start("subject") or sentence.startswith(_OPENS))


def _is_what_was_made(noun: str, own: str, names: set[str], *, near: bool) -> bool:
    if own:
        return noun in _IS_KIND and (near or own not in ("this ", "the "))
    return near if noun == "it" else noun in names


def _is_deed(verb: str) -> bool:
    is_verb = verb.endswith("s") and not (verb.endswith("us") or verb in _PLURALS or _IS_NOUN.search(verb))
    return is_verb and verb not in _PRAISES


def _joined(deed: _Deed, working: _Working) -> str:
    """Return a deed and how the thing works, or nothing where that cannot be cut to the room."""
    link = deed.link
    if link == _IT:
        link = f"; {working.subject}"
    elif working.subject == "we" or working.subject.endswith(_IDEAS):
        return ""
    room = TAKEAWAY_WORDS - deed.text.count(" ") - 1 - link.count(" ")
    told = _cut(working.rest, room, lists=working.lists)
    return f"{deed.text}{link} {told}" if told else ""


def _cut(rest: str, room: int, *, lists: bool) -> str:
    """Return what a thing does in so many words, or nothing.

    It is cut as the deed of an author is, whose subject is sure.
    """
    own = _AUTHOR + rest
    line = whole_or_cut(own, room + 1).text
    if not line and not lists:
        heads = [longest_before(end, own, room + 1, _LEAST_DONE) for end in (_AND_DOES, _WAY)]
        line = finished(next((head for head in heads if head and not _AND_MORE.search(head)), ""))
    told = line.removeprefix(_AUTHOR)
    points = _OF_IT.match(told) or may_point_back(told.lower())
    return "" if points or any_of(_MARKS, told) or _UNNAMED.search(told) or _BEST.search(told) else told
