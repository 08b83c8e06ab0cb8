"""An unchecked answer turned into what a reader may see, each part held against the paper."""

from __future__ import annotations

import re

from radar.abstracts.reading import claim_of, code_status_of, data_status_of
from radar.abstracts.takeaways.lines.borders import clean_cut, cut_before_an_enumeration
from radar.abstracts.takeaways.lines.shortening import (
    Cut,
    finished,
    lines,
    tidied,
    without_any_preamble,
    without_asides,
)
from radar.abstracts.text.sentences import Span, sentences
from radar.abstracts.text.tex import readable_text
from radar.abstracts.vocabulary.words import any_of
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper
from radar.papers.summaries.failed_checks import UNTOLD
from radar.papers.summaries.flags import Flags, Release
from radar.papers.summaries.summary import TAKEAWAY_WORDS, Reading, Takeaway, TakeawayOrigin, Verdicts
from radar.papers.text.safe_text import clean
from radar.summaries.checks.broken_off import is_broken_off
from radar.summaries.checks.flag_verdicts import code_verdict, results_verdict
from radar.summaries.checks.form_checks import strange_characters
from radar.summaries.checks.takeaway_checks import (
    COPIED,
    Ground,
    cannot_be_told,
    failed_checks,
    failed_opinion_checks,
    ground_of,
    holds,
    is_copied,
)
from radar.summaries.prompting.answer import Answer
from radar.summaries.prompting.prompt import PaperText, Prompt, prompt_words

UNREAD_RELEASE = "a release that the abstract does not tell of"
"""The check that a takeaway fails which says more of code or data than the abstract."""
UNREAD_BEST = "a claim to be the best that the abstract does not make"
"""The check that a takeaway fails which boasts where the abstract compares nothing."""
_BEST_PIECES = ("state", "sota", "best", "outperform", "beat", "surpass")
_BEST = re.compile("|".join(_BEST_PIECES), re.IGNORECASE)
_COMPARES = re.compile(
    r"state[- ]of[- ]the[- ]art|\bsota\b|\bbest\b|outperform|superior|surpass|\bbeat|exceed|better"
    r"|improve[sd]? (?:up)?on|competitive|compar|\brecord\b|leading|advance|\bthan\b|first place|ranks",
    re.IGNORECASE,
)
"""Words of an abstract that may compare, loosely: who says less than these claims nothing of the kind."""
_RELEASE_PIECES = ("releas", "availab", "open-sourc", "opensourc", "public")
_RELEASES = re.compile("|".join(_RELEASE_PIECES), re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:sure|okay|certainly)[,!.]? *)?(?:here(?:'s| is) [^:]{0,40}: *)?"
    r"(?:(?:the )?(?:one-line )?(?:takeaway|summary)(?: is)? *: *)?",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r",? (?:and|to) (?:we )?(?:also )?(?:show|demonstrate|prove|find|argue|conclude|propose|show that)(?=\.$)"
)
"""What a cut leaves of a clause that has lost its object."""
_TAKES_BACK = re.compile(
    r"\b(?:but|although|though|however|except|unless|only|whereas|yet|if|not|no|never|without|provided"
    r"|cost of|despite|fails?|worse)\b",
    re.IGNORECASE,
)
"""Words in what is cut off without which the rest may say too much."""
_RESTRICTS = re.compile(r" (?:that|which|who|whom|whose|where|when|if)\b")
"""How what is cut off begins, without a comma, where it says which of the things before are meant."""
_TAIL_WORDS = 4
_EMPHASIS = re.compile(r"\*\*|__|`+")
_QUOTES = "\"'“”‘’*_` "


class Grounded(Value):
    """The takeaway and the flags of a summary."""

    takeaway: Takeaway
    flags: Flags
    failed_checks: tuple[str, ...] = ()
    """Which checks the model's own words failed."""
    verdicts: Verdicts = Verdicts()
    """What the model said of the flags, beside what the rules read."""
    relevance: str = ""
    """Why the paper may matter to the reader, as the model sees it."""


def ground(answer: Answer, paper: Paper, text: PaperText, reading: Reading, prompt: Prompt) -> Grounded:
    """Turn an answer into what may be shown.

    A model whose takeaway does not hold is believed in nothing else: who cannot say in a line what a paper
    is about cannot be trusted to have found the sentence either.

    Args:
        answer: what the model said.
        paper: the paper, with clean texts.
        text: what the model was given of it.
        reading: what the rules read; it holds where the model's word does not count.
        prompt: what the model was told.
    """
    shown = (paper.title, paper.abstract, readable_text(paper.title), readable_text(paper.abstract))
    against = ground_of(text.title, shown, prompt_words(prompt), prompt.language)
    takeaway, failed = _takeaway(answer, reading, against, shown[-1])
    if takeaway.origin not in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED):
        return Grounded(takeaway, reading.flags, failed)
    rule = reading.flags
    code, of_code = code_verdict(answer.code_sentence, answer.code_kind, paper, text, rule)
    results, of_results = results_verdict(
        answer.results_sentence, answer.results_kind, paper, text, rule.results
    )
    return Grounded(
        takeaway,
        Flags(code, rule.data, results),
        failed,
        Verdicts(of_code, of_results),
        _relevance(answer.relevance, text, shown, prompt),
    )


def _takeaway(
    answer: Answer, reading: Reading, against: Ground, abstract: str
) -> tuple[Takeaway, tuple[str, ...]]:
    failed = (*failed_checks(answer.takeaway, against), *_unread(answer.takeaway, reading, against))
    if not failed:
        untold = (UNTOLD,) if cannot_be_told(answer.takeaway, against) else ()
        return Takeaway(clean(answer.takeaway), TakeawayOrigin.MODEL), untold
    for shorter in _trimmed(answer.takeaway):
        if shorter == answer.takeaway:
            continue
        if not holds(shorter, against) or _unread(shorter, reading, against):
            continue
        if not _is_shortened(shorter, abstract):
            return Takeaway(shorter, TakeawayOrigin.TRIMMED), failed
        failed = tuple(dict.fromkeys((*failed, COPIED)))
    return reading.takeaway, failed


def _is_shortened(line: str, abstract: str) -> bool:
    """Say whether a line is a sentence of the authors, shortened as the rules for the model's words do.

    It stands nowhere word by word, and yet nothing in it is the model's.
    """
    for span in sentences(abstract):
        whole = tidied(abstract[span.start : span.end])
        forms = (whole, without_any_preamble(whole), without_asides(whole))
        shortened = ground_of("", (*forms, without_asides(forms[1])), "")
        if is_copied(line, shortened):
            return True
    return False


def _unread(takeaway: str, reading: Reading, against: Ground) -> tuple[str, ...]:
    """Return which claims of a takeaway the rules do not read: a release, be it promised, and to be the best.

    They are read in English alone.
    """
    failed: list[str] = []
    if _tells(_RELEASE_PIECES, _RELEASES, takeaway):
        out = {reading.flags.code.value, reading.flags.data.value}
        told = {code_status_of(takeaway).value, data_status_of(takeaway).value}
        failed += [UNREAD_RELEASE] if Release.RELEASED in told - out else []
    if _tells(_BEST_PIECES, _BEST, takeaway) and claim_of(takeaway).state_of_the_art:
        known = reading.flags.results.state_of_the_art or _COMPARES.search(against.plain)
        failed += [] if known else [UNREAD_BEST]
    return tuple(failed)


def _tells(pieces: tuple[str, ...], anywhere: re.Pattern[str], takeaway: str) -> bool:
    """Say whether one of the pieces stands in a takeaway, in whichever case."""
    if takeaway.isascii():
        return any_of(pieces, takeaway.lower())
    return anywhere.search(takeaway) is not None


def _trimmed(takeaway: str) -> tuple[str, ...]:
    """Return what rules make of a takeaway: without chatter, quotes and TeX, its first sentence alone, and
    that cut before an adjunct, as sentences of the authors are."""
    rows = takeaway.strip().splitlines()
    if not rows or strange_characters(" ".join(rows)):
        return ()
    bare = _EMPHASIS.sub("", _OPENING.sub("", clean(rows[0]).strip(_QUOTES))).strip(_QUOTES)
    bare = readable_text(bare)
    start = next(iter(sentences(bare)), Span(0, 0))
    first = bare[start.start : start.end]
    return tuple(dict.fromkeys((bare, first, *_cut(first))))


def _cut(sentence: str) -> tuple[str, ...]:
    """Return a long or unfinished sentence cut before an adjunct, unless what goes takes something back."""
    if len(sentence.split()) <= TAKEAWAY_WORDS:
        return _without_its_beginnings(sentence) if is_broken_off(sentence) else ()
    made = (line for line in lines(tidied(sentence), TAKEAWAY_WORDS, made=True) if line.cut is not Cut.BROKEN)
    heads = (_DANGLING.sub("", line.text) for line in made)
    return tuple(head for head in heads if head[-1:] != "?" and not _says_too_much(head, sentence))


def _without_its_beginnings(sentence: str) -> tuple[str, ...]:
    """Return a sentence that breaks off without the clause that it breaks off in, where the rest is whole."""
    text = sentence.rstrip(" .…")
    found = (clean_cut(text, TAKEAWAY_WORDS), cut_before_an_enumeration(text, TAKEAWAY_WORDS))
    heads = dict.fromkeys(finished(head) for head in found if head)
    return tuple(head for head in heads if not _says_too_much(head, sentence))


def _says_too_much(head: str, sentence: str) -> bool:
    """Say whether a line says too much without the rest of its sentence."""
    kept = head.rstrip(".")
    rest = sentence[sentence.find(kept) + len(kept) :] if kept in sentence else sentence
    # The line's beginning may be new, where something before it was left out.
    _, _, behind = sentence.rpartition(" ".join(kept.split()[-_TAIL_WORDS:]))
    return _TAKES_BACK.search(rest) is not None or _RESTRICTS.match(behind) is not None


def _relevance(said: str, text: PaperText, shown: tuple[str, ...], prompt: Prompt) -> str:
    """Return the line on why the paper may matter; empty unless it was asked for and holds."""
    if not prompt.profile or not said.strip():
        return ""
    against = ground_of(text.title, (*shown, prompt.profile), prompt_words(prompt), prompt.language)
    for line in (said, *_trimmed(said)):
        if not failed_opinion_checks(line, against):
            return clean(line)
    return ""
