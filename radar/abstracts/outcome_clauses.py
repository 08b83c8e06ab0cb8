"""What a finding says that came of what was made, as a clause without its subject: "outruns lobsters"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from radar.abstracts.borders import in_a_list, is_whole, loses_measure
from radar.abstracts.findings import stands_by_itself
from radar.abstracts.patterns import pattern
from radar.abstracts.shortening import whole_or_cut, without_asides
from radar.abstracts.words import any_of

_KINDS = (
    "method approach technique framework system algorithm model paradigm platform toolkit library pipeline "
    "network architecture scheme strategy agent tool estimator procedure mechanism"
)
KIND = f"(?:{'|'.join(_KINDS.split())})"
"""What may be made and named so."""
_OWN = pattern(
    r"(?P<whose>[Oo]ur|[Tt]he|[Tt]his) (?P<sure>(?:proposed )?)(?:new |resulting |overall |full )?"
    rf"(?P<noun>{KIND}) "
)
NUMBER = pattern(r"\d[\d.,]*")
_KIND_BEHIND = pattern(rf" {KIND} ")
_DOES = pattern(
    r"(?:\w+ly |also |further |often |even |not only )*"
    r"(?:(?:(?:achiev|align|alleviat|attain|avoid|balanc|beat|blend|boost|bring|captur|clos|compar|converg"
    r"|convert|correct|cut|decreas|defend|deliver|demonstrat|detect|discover|doubl"
    r"|eliminat|enhanc|establish|estimat|exceed|excel|exhibit|extend|find|generali[sz]|generat|halv|identif"
    r"|improv|increas|lead|learn|lift|locali[sz]|lower|maintain|match|maximi[sz]|minimi[sz]|mitigat|narrow"
    r"|obtain|operat|optimi[sz]|outperform|outrank|overcom|predict|preserv|prevent|produc|push|rais"
    r"|rank|reach|recogni[sz]|reconstruct|recover|reduc|remov|resist|retain|rival|run|sav|scal|secur|segment|set"
    r"|shorten|show|solv|speed|stabili[sz]|strengthen|succeed|suppress|surpass|tighten|transfer|tripl"
    r"|withstand|yield)(?:s|es|ies|ed|ied)|ran|won|led|found|cut) (?!(?:are|is|was|were|have|has|can|of)\b)"
    r"|(?:enables|facilitates|offers|provides) (?=[^,]*\d[\d.,]*(?: ?%|×|x\b|-fold))|scores (?:\d|an? )"
    r"|performs? (?:better|on par|well|\w+ly) "
    r"|is (?:\w+ly )?(?:up to|\d|twice|as|more|faster|competitive|comparable|robust|on par|(?:\w+ )?times) )"
)
"""What a thing does where something came of it."""
_WORKS = pattern(
    r"(?:\w+ly )*(?:align|blend|captur|convert|detect|estimat|find|generat|identif|lead|learn|locali[sz]"
    r"|operat|predict|produc|recogni[sz]|reconstruct|run|segment|set|transfer)(?:s|es|ies|ed|ied) "
)
"""What it does as well where it only works, so that what came of it may have been cut off."""
_ALSO = pattern(r"^(?:also|further) ")
_SETTING = pattern(
    r"(?:Across|Among|Applied|At|By|Compared|Despite|Evaluated|For|In|On|Over|Relative|Tested|Through|Throughout"
    r"|Under|Using|When|With|Within|Without) [^,:;–—]{3,110}, "
)
_TEST_BED = (
    r"(?:benchmarks?|datasets?|domains|environments|evaluations?|experiments?|models|scenarios|settings"
    r"|simulations?|suites?|tasks?|tests?)"
)
_MAY_GO = pattern(
    rf"By [^,\d]*, |(?:Across|In|On|Over|Through|Throughout) [^,\d]*?\b{_TEST_BED}(?: (?!\d)[^,]*)?, ",
)
"""A setting that is no condition, or says how a thing does what it does."""
_SHOWS = (
    r"\b(?:confirm|demonstrat|find|indicat|observ|prov|reveal|show|validat|verif)(?:e|es|ed|ied|ies|ing|s|y)?"
)
_TESTS = pattern(
    r"(?:[Ww]e (?:\w+ )?(?:appl|assess|benchmark|carr|compar|conduct|demonstrat|evaluat|find|perform|prov|run"
    r"|show|test|validat|verif)|(?:[\w-]+,? ){0,6}?(?:[Aa]nalys[ei]s|[Bb]enchmarks?|[Cc]omparisons?"
    r"|[Ee]valuations?|[Ee]xperiments?|[Rr]esults?|[Ss]imulations?|[Ss]tudies|[Tt]ests?)\b)"
    rf".*{_SHOWS} (?:(?:[^,;.]{{3,80}} )?that )?$"
)
"""What leads up to a finding: how it was tested."""
_TESTED = pattern(
    r"[Ww]e (?:\w+ )?(?:apply|assess|benchmark|evaluate|test|validate|verify) "
    rf"(?:the (?:effectiveness|performance) of )?(?:our (?:\w+ )?{KIND}|(?P<name>[\w.+-]+))\b"
    rf".*(?:, where|{_SHOWS} that) $"
)
"""What leads up to what "it" does that was tested."""
_GERUND = (
    r"(?P<verb>(?:accelerat|achiev|attain|boost|decreas|deliver|exceed|improv|increas|lower|obtain|outperform"
    r"|rais|reach|reduc|sav|surpass|yield)ing)"
)
_WORTH = (
    r"(?:advantages?|benefits?|effectiveness|efficacy|efficiency|performance|robustness|superiority"
    r"|validity)"
)
_PRAISED = pattern(
    rf"\b{_WORTH} of (?:(?P<own>our|the proposed) (?:\w+ )?(?P<noun>{KIND})|(?:the )?(?P<name>[\w.+-]+))"
    rf"(?: [^;,]{{0,100}})?, {_GERUND} "
)
"""What is praised for nothing, before what it does."""
_DENIES = (" no ", " not ", " cannot ", " little ", " hardly ", " whether ")
_BEFORE_A_NAME = ("proposed ", "our ", "Our ", "The ", "the ")
_PRAISES = pattern(
    r", (?:(?:\w+ly )?(?:advancing|confirming|demonstrating|emphasi[sz]ing|establishing|facilitating"
    r"|highlighting|illustrating|indicating|laying|making|marking|offering|opening|paving|positioning|proving"
    r"|providing|revealing|showcasing|showing|suggesting|supporting|underscoring|validating)|which)\b[^\d%]*$"
)
"""What is said of a finding behind it."""
_ALSO_DOES = pattern(
    rf", (?:consistently |further |notably |significantly |substantially )?{_GERUND} (?=[^,;]*\d)"
)
"""What it comes to, behind what it comes to in words."""
_IN_E = ("accelerat", "achiev", "decreas", "improv", "increas", "rais", "reduc", "sav")
_AND_DOING = pattern(r" and (?:\w+ly )?[a-z]+ing ")
"""What was done besides, told in the same way."""
_ENDS = pattern(
    r",? (?=(?:while|whereas) )|, (?=and (?:\w+ly )?[a-z]+(?:s|ed) (?:[a-z]+|\d)|(?:\w+ly )?[a-z]+ing "
    r"|with (?:particularly|especially|notably|the|an?|average) |and (?:by|in|on|over|up to) )"
)
"""Where a clause may end that has its number before it."""
_LISTS = pattern(r", (?:\w+ly )?(?:[a-z]{4,}(?<!s)s|[a-z]+ed) (?!.* and )")
"""Another deed behind a comma, with no "and" before the next."""
_POINTERS = (
    " both ",
    " these ",
    " those ",
    " this ",
    " such ",
    " all two ",
    " all three ",
    " all four ",
    " the two ",
)
_NOT_ALONE = (" our ", "respectively", " additional ", " us ", "for example", "for instance", ": ")
"""Words that mean something which is not told with the clause."""
_BARE = pattern(
    r"\. [a-z]|\b(?:achiev|attain|deliver|obtain|reach|show|yield)(?:s|es|ed) (?:an? |the )?"
    r"(?:(?:absolute|average|consistent|further|highest|mean|overall|relative|significant|substantial) )*"
    r"(?:gains?|improvements?|increases?|reductions?|scores?) of "
    r"(?:(?:up to|over|about|at least) )?[\d.,+%-]+$"
)
"""Two sentences that ran into one, or a number that is of nothing."""
_NAME = "Name "
_LONGEST = 1_000
"""No sentence of so many characters is asked for what it tells."""
SHORTEST = 5
"""So many words has a clause that was cut, at least."""


_MAY_BE_PRAISED = pattern(r" of [^;,]{1,160}, [a-z]{4,11}ing ")
_MAY_BE_OWN = pattern(
    rf"(?:[Oo]ur|[Tt]he|[Tt]his) (?:[a-z]+ )?{KIND} (?!of |for |is |to |that )[a-z]|^It | it "
)


class Outcome(NamedTuple):
    """What came of something."""

    setting: str
    """What stands before the clause, with its comma."""
    subject: str
    """What the clause is of."""
    done: str
    """The clause without its subject."""

    def settings(self) -> Iterator[str]:
        """Yield the setting, where it points at nothing, and none where the clause stands without it."""
        if not any_of(_POINTERS, self.setting):
            yield self.setting
        if self.setting and _MAY_GO.fullmatch(self.setting):
            yield ""


def may_tell_of(names: tuple[str, ...], kind: str, text: str) -> bool:
    """Say whether a sentence may tell what came of what was made, for less than it costs to find out.

    Args:
        names: of what was made.
        kind: what it is, or nothing where it is called by its names only.
        text: the sentence as it stands in the abstract.
    """
    if len(text) > _LONGEST:
        return False
    for name in names:
        place = text.find(f"{name} ")
        while place >= 0:
            end = place + len(name) + 1
            if _DOES.match(text, end) or _KIND_BEHIND.match(text, end - 1):
                return True
            place = text.find(f"{name} ", end)
    if "$" in text or "\\" in text or _MAY_BE_PRAISED.search(text):
        return True
    return kind != "" and _MAY_BE_OWN.search(text) is not None


def outcome_of(names: tuple[str, ...], made: str, text: str, *, near: bool) -> Outcome | None:
    """Return what a tidied sentence says that came of what was made, or None.

    Args:
        names: of what was made.
        made: the sentence that says so.
        text: the sentence.
        near: whether it is the next one, so that "it" is what was made.
    """
    for start, end, subject in sorted(_subjects(names, made, text, near=near)):
        if not _DOES.match(text, end):
            continue
        before, done = text[:start], _ALSO.sub("", text[end:])
        if done.startswith("not only ") and ", but " not in done and " but also " not in done:
            return None
        tested = _TESTS.match(before) or _TESTED.match(before)
        if not before or (tested and not any_of(_DENIES, before)):
            return Outcome("", subject, done)
        if before.endswith(", ") and _SETTING.fullmatch(before):
            return Outcome(before, subject, done)
        return None
    found = _PRAISED.search(text)
    if found is None or not (found["own"] or found["name"] in names):
        return None
    subject = found["name"] or f"our {found['noun']}"
    return Outcome("", subject, f"{_finite(found['verb'])} {text[found.end() :]}")


def _subjects(names: tuple[str, ...], made: str, text: str, *, near: bool) -> Iterator[tuple[int, int, str]]:
    """Yield where a text names what was made, where that ends, and how it is named."""
    for name in names:
        place = text.find(f"{name} ")
        while place >= 0:
            start = place
            for before in _BEFORE_A_NAME:
                if text.endswith(before, 0, start):
                    start -= len(before)
            kind = _KIND_BEHIND.match(text, place + len(name))
            yield start, kind.end() if kind else place + len(name) + 1, name
            place = text.find(f"{name} ", place + 1)
    for found in _OWN.finditer(text):
        whose, noun = found["whose"].lower(), found["noun"]
        if whose == "our" or found["sure"] or (f" {noun}" in made and (near or whose == "the")):
            yield found.start(), found.end(), f"{'our' if whose == 'our' else 'the'} {noun}"
    if near and text.startswith("It "):
        yield 0, len("It "), "it"
    place = text.find(" it ") + 1
    tested = _TESTED.match(text[:place]) if place else None
    if tested and (tested["name"] is None or tested["name"] in names):
        yield place, place + len("it "), tested["name"] or "our method"


def clause(forms: Iterable[str], room: int, number: str) -> str:
    """Return what came of something in so many words, or nothing.

    Args:
        forms: the clause without its subject in fewer and fewer words.
        room: in words.
        number: that it gives, or nothing.
    """
    for form in forms:
        text = whole_or_cut(_NAME + form, room + 1).text
        told = text.removeprefix(_NAME)
        if not text or any_of(_NOT_ALONE, told) or _BARE.search(told) or not _holds(told, number):
            continue
        if not number and len(told) < len(form) and _WORKS.match(told):
            continue
        if stands_by_itself(text, number):
            return told
    return ""


def forms_of(done: str, number: str, *, changed: bool) -> Iterator[str]:
    """Yield a clause in fewer and fewer words, all of them with its number.

    Args:
        done: the clause without its subject.
        number: that it gives, or nothing.
        changed: whether only what it comes to may be told, whose setting need not be the same.
    """
    bare = without_asides(_PRAISES.sub(".", done))
    yield bare
    forms = [bare]
    if number and changed and (also := _also_does(bare, number)):
        forms.append(also)
        yield also
    for text in forms:
        for border in reversed(list(_ENDS.finditer(text))):
            head = _without_half_a_list(text[: border.start()], text[border.start() :])
            if head.count(" ") + 1 >= SHORTEST and _holds(head, number) and _may_end(head, text[len(head) :]):
                yield f"{head}."


def _also_does(text: str, number: str) -> str:
    """Return "halves falls by 5%" for "outruns lobsters, halving falls by 5%", or nothing."""
    for found in _ALSO_DOES.finditer(text):
        before, rest = text[: found.start()], text[found.end() :]
        if _holds(rest, number) and not _holds(before, number):
            told = rest.partition(", and ")[0].rstrip(".")
            whole = told == rest.rstrip(".") or ", " not in told
            if whole and _holds(told, number) and not _AND_DOING.search(told):
                return f"{_finite(found['verb'])} {told}."
    return ""


def _without_half_a_list(head: str, tail: str) -> str:
    """Return a beginning without a list that would end before its last item, or nothing."""
    if not tail.lstrip(", ").startswith("and "):
        return head
    if listed := _LISTS.search(head):
        return head[: listed.start()]
    return "" if tail.startswith(",") and ", " in head else head


def _holds(text: str, number: str) -> bool:
    """Say whether a number stands in a text, and not within another."""
    place = text.find(number)
    while place > 0 and number and (text[place - 1].isdigit() or text[place - 1] in ".,"):
        place = text.find(number, place + 1)
    return place >= 0


def _may_end(head: str, tail: str) -> bool:
    return is_whole(_NAME + head) and not in_a_list(head) and not loses_measure(head, tail)


def _finite(gerund: str) -> str:
    """Return "reduces" for "reducing"."""
    stem = gerund.removesuffix("ing")
    return stem + ("es" if stem in _IN_E or stem.endswith(("ch", "ss")) else "s")
