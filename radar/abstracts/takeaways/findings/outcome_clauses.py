"""What a finding says that came of what was made, as a clause without its subject: "outruns lobsters"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from radar.abstracts.takeaways.findings.clause_forms import GERUND, finite
from radar.abstracts.takeaways.findings.tested_outcomes import shown_by_tests
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

KINDS = (
    "method approach technique framework system algorithm model paradigm platform toolkit library pipeline "
    "network architecture scheme strategy agent tool estimator procedure mechanism"
).split()
KIND = f"(?:{'|'.join(KINDS)})"
"""What may be made and named so; the next two begin with letters, because such patterns are found faster."""
_OWN = pattern(
    r"(?P<whose>Our|our|The|the|This|this) (?P<sure>(?:proposed )?)(?:new |resulting |overall |full )?"
    rf"(?P<noun>{KIND}) "
)
_OWN_SUCH = pattern(rf"(?:Our|our|The|the) (?:proposed )?(?P<such>(?:[\w-]+ ){{1,3}}?)(?P<noun>{KIND}) ")
"""The same with words of what it is."""
NUMBER = pattern(r"\d[\d.,]*")
_KIND_BEHIND = pattern(rf" {KIND} ")
_DOES = pattern(
    r"(?:\w+ly |also |further |often |even |not only )*"
    r"(?:(?:(?:accelerat|achiev|align|alleviat|attain|avoid|balanc|beat|blend|boost|bring|captur|clos|compar"
    r"|converg|convert|correct|cut|decreas|defend|deliver|demonstrat|detect|discover|doubl"
    r"|eliminat|enhanc|establish|estimat|exceed|excel|exhibit|extend|find|generali[sz]|generat|halv|identif"
    r"|improv|increas|lead|learn|lift|locali[sz]|lower|maintain|match|maximi[sz]|minimi[sz]|mitigat|narrow"
    r"|obtain|operat|optimi[sz]|outperform|outrank|overcom|predict|preserv|prevent|produc|push|rais"
    r"|rank|reach|recogni[sz]|reconstruct|recover|reduc|remov|resist|retain|rival|run|sav|scal|secur|segment|set"
    r"|shorten|show|solv|speed|stabili[sz]|strengthen|succeed|suppress|surpass|tighten|transfer|tripl"
    r"|withstand|yield)(?:s|es|ies|ed|ied)|ran|won|led|found|cut) (?!(?:are|is|was|were|have|has|can|of)\b)"
    r"|(?:enables|facilitates|offers|provides) (?=[^,]*\d[\d.,]*(?: ?%|×|x\b|-fold))|scores (?:\d|an? )"
    r"|(?:consum|need|requir|tak|us)es (?:only |just |up to )*(?:\d|fewer |less )"
    r"|can (?:\w+ly )?(?:achieve|cut|improve|increase|outperform|reach|reduce|save|speed) (?=.*\d)"
    r"|performs? (?:better|on par|well|\w+ly) "
    r"|is (?:\w+ly )?(?:up to|\d|twice|as|more|faster|competitive|comparable|robust|on par|(?:\w+ )?times) )"
)
"""What a thing does where something came of it."""
_ALSO = pattern(r"^(?:also|further) ")
_SETTING = pattern(
    r"(?:Across|Among|Applied|At|Benchmarked|By|Compared|Deployed|Despite|Evaluated|For|In|On|Over|Relative"
    r"|Tested|Through|Throughout|Trained|Under|Using|Validated|When|With|Within|Without) [^,:;–—]{3,110}, "
)
_FURTHER_SETTING = pattern(
    r"(?:Across|Evaluated|For|In|On|Over|Tested|Under)"
    r"(?: (?!that\b|which\b|where\b|while\b)[^ ,:;–—]+,?){2,24}, "
)
"""One with commas: several, or one that lists."""
_TEST_BED = (
    r"(?:benchmarks?|datasets?|domains|environments|evaluations?|experiments?|models|scenarios|settings"
    r"|simulations?|suites?|tasks?|tests?)"
)
_MAY_GO = pattern(
    r"By [^,\d]*, |(?:(?:Across|In|On|Over) (?:(?:[A-Z][\w./+-]*|[^A-Z\d, ][^\d, ]*),? )*?"
    rf"|(?:Across|In|On|Over|Through|Throughout) [^,\d]*?\b){_TEST_BED}(?: (?!\d)[^,]*)?, "
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
_WORTH = (
    r"(?:advantages?|benefits?|effectiveness|efficacy|efficiency|performance|robustness|superiority"
    r"|validity)"
)
_PRAISED = pattern(
    rf"\b{_WORTH} of (?:(?P<own>our|the proposed) (?:\w+ )?(?P<noun>{KIND})|(?:the )?(?P<name>[\w.+-]+))"
    rf"(?: [^;,]{{0,100}})?, {GERUND} "
)
"""What is praised for nothing, before what it does."""
_DENIES = (" no ", " not ", " cannot ", " little ", " hardly ", " whether ")
_BEFORE_A_NAME = ("proposed ", "our ", "Our ", "The ", "the ")
_POINTERS = (
    " both ",
    " these ",
    " those ",
    " this ",
    " such ",
    " the same ",
    " all two ",
    " all three ",
    " all four ",
    " the two ",
)
_LONGEST = 1_000
"""No sentence of so many characters is asked for what it tells."""
_MAY_BE_PRAISED = pattern(r" of [^;,]{1,160}, [a-z]{4,11}ing ")
_MAY_BE_OWN = pattern(
    rf"(?:Our|our|The|the|This|this) (?:[\w-]+ ){{0,4}}?{KIND} (?!of |for |is |to |that )[a-z]"
)
_MAY_BE_SHOWN = pattern(
    r"(?:xperiments|xperimental results|valuations?|esults|imulations?|ests|rials)\b[^;:]*? "
    r"(?:show|demonstrat|yield|achiev)"
)


class Outcome(NamedTuple):
    """What came of something."""

    setting: str
    """What stands before the clause, with its comma."""
    subject: str
    """What the clause is of; nothing where tests show it."""
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
    if not kind:
        return False
    if " it " in text or text.startswith("It "):
        return True
    return _MAY_BE_OWN.search(text) is not None or _MAY_BE_SHOWN.search(text) is not None


def may_point(text: str) -> bool:
    """Say whether a sentence has what may be what was just spoken of: "it", or "this" of a kind."""
    return text.startswith("It ") or ", it " in text or "his " in text


def outcome_of(names: tuple[str, ...], made: str, text: str, *, near: bool, measured: bool) -> Outcome | None:
    """Return what a tidied sentence says that came of what was made, or None.

    Args:
        names: of what was made.
        made: the sentence that says so.
        text: the sentence.
        near: whether nothing else was spoken of since, so that "it" is what was made.
        measured: whether it gives a number, so that it is worth more to find whom it is of.
    """
    subjects = [*_subjects(names, made, text, near=near)]
    if measured:
        subjects += _further_subjects(made, text, near=near)
    for start, end, subject in sorted(subjects):
        if not _DOES.match(text, end):
            continue
        before, done = text[:start], _ALSO.sub("", text[end:])
        if done.startswith("not only ") and ", but " not in done and " but also " not in done:
            return None
        tested = _TESTS.match(before) or _TESTED.match(before)
        if not before or (tested and not any_of(_DENIES, before)):
            return Outcome("", subject, done)
        is_setting = before.endswith(", ") and (
            _SETTING.fullmatch(before) or (measured and _FURTHER_SETTING.fullmatch(before))
        )
        if is_setting:
            return Outcome(before, subject, done)
        return None
    found = _PRAISED.search(text)
    if found and (found["own"] or found["name"] in names):
        subject = found["name"] or f"our {found['noun']}"
        return Outcome("", subject, f"{finite(found['verb'])} {text[found.end() :]}")
    return Outcome("", "", shown) if measured and (shown := shown_by_tests(text)) else None


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


def _further_subjects(made: str, text: str, *, near: bool) -> Iterator[tuple[int, int, str]]:
    """Yield the same where it is called by some of what it is, or "it" behind a setting."""
    for found in _OWN_SUCH.finditer(text):
        if all(word in made for word in found["such"].split()):
            yield found.start(), found.end(), f"our {found['noun']}"
    if near and (behind := text.find(", it ")) > 0:
        yield behind + len(", "), behind + len(", it "), "it"
