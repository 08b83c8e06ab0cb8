"""The offline takeaway: the sentence of an abstract that says most of what was done and found."""

from __future__ import annotations

from functools import partial
from operator import sub

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.choice.main_made import MainMade
from radar.abstracts.takeaways.choice.off_topic import all_off_topic
from radar.abstracts.takeaways.choice.outcomeless import outcomeless, tells_of_others
from radar.abstracts.takeaways.choice.promising import Candidate, promises, take_most_promising
from radar.abstracts.takeaways.choice.sentence_worth import Worth, worth
from radar.abstracts.takeaways.choice.side_details import side_detail
from radar.abstracts.takeaways.findings.announcing import announcement, tells_a_finding
from radar.abstracts.takeaways.findings.apposing import Outcomes
from radar.abstracts.takeaways.findings.fuller import fuller
from radar.abstracts.takeaways.findings.more_than_announced import MoreThanAnnounced
from radar.abstracts.takeaways.findings.standing import rather_standing
from radar.abstracts.takeaways.findings.turning import turned
from radar.abstracts.takeaways.findings.two_parts import TwoParts
from radar.abstracts.takeaways.findings.with_part import as_its_part
from radar.abstracts.takeaways.findings.workings import with_workings
from radar.abstracts.takeaways.lines.antecedents import told_before
from radar.abstracts.takeaways.lines.borders import balanced, never_begins
from radar.abstracts.takeaways.lines.loose_ends import without_loose_ends
from radar.abstracts.takeaways.lines.pointing import LONGER_POINTERS, may_point_back
from radar.abstracts.takeaways.lines.pointing_words import without_pointers
from radar.abstracts.takeaways.lines.referents import told_by_title
from radar.abstracts.takeaways.lines.shortening import Cut, Line
from radar.abstracts.takeaways.scope.odd_phrases import without_odd_phrase
from radar.abstracts.takeaways.scope.scope import Scope
from radar.abstracts.takeaways.shown_sentences import ShownSentences
from radar.abstracts.takeaways.takeaway_lines import begun, ended, lines_of, told_whole
from radar.abstracts.takeaways.telling_words import TellingWords, words_of
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.abbreviations import with_own_name, written_out
from radar.abstracts.text.hyphens import without_line_breaks
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.summaries.flags import Claim
from radar.papers.summaries.summary import TAKEAWAY_WORDS, Takeaway, TakeawayOrigin

_GENERIC = EitherCase(
    r"^(?:our|the) (?:proposed |new |resulting |overall )?(?:method|approach|model|system"
    r"|framework|algorithm|results"
    r"|technique|models|solution|experiments|methods|findings|work)\b|^(?:it|this|they|these"
    r"|that|those|both|such"
    r"|experiments|results)\b",
)
_REFERS_BACK = EitherCase(
    r"(?:it|this|they|these|that|those|such|both|he|she|its|their|doing so|in doing so"
    r"|the former|the latter|here|some"
    r"|others|another|all of these)\b(?! (?:paper|work|study|article|letter|thesis|survey|review|report"
    r"|research|project|perspective|dissertation|tutorial|note|manuscript))",
)

_REFERS_BACK_BEHIND = EitherCase(r"[^,;:]{3,90}, (?:(?:these|those)|both (?:issues|problems|challenges))\b")
"""Points back with the first words behind an opening."""


def takeaway(title: str, text: str, claims: tuple[SentenceClaim, ...]) -> Takeaway:
    """Return the takeaway of an abstract.

    Args:
        title: never repeated as the takeaway.
        text: the abstract.
        claims: what its sentences claim, one for each.
    """
    sentence_of, scope = ShownSentences(text, title), Scope(title, text)
    line, chosen = _line(title, text, claims, sentence_of, scope)
    if chosen is None:
        return Takeaway("", TakeawayOrigin.QUOTED)
    abstract = ReadAbstract(title, text, claims, sentence_of.tidied)

    def of_others(rest: tuple[SentenceClaim, ...]) -> tuple[str, SentenceClaim | None]:
        return _line(title, text, rest, sentence_of, scope)

    line, chosen = MoreThanAnnounced(abstract).line(line, chosen, of_others)
    line, chosen = rather_standing(line, chosen, title, claims, of_others)
    line = turned(line, chosen, abstract)
    if whole := told_whole(line, sentence_of.named(chosen), title):
        line = _named(
            written_out(whole, text, title, TAKEAWAY_WORDS), sentence_of.tidied(chosen), title, text
        )
    line = as_its_part(line)
    quoted = stands_in(line, sentence_of(chosen))
    if len(line) > _MOST_CHARACTERS:
        line = line[: _MOST_CHARACTERS - 1] + "…"
    return Takeaway(line, TakeawayOrigin.QUOTED if quoted else TakeawayOrigin.OFFLINE)


def _line(
    title: str, text: str, claims: tuple[SentenceClaim, ...], sentence_of: ShownSentences, scope: Scope
) -> tuple[str, SentenceClaim | None]:
    """Return the line that says most, and its first sentence, or None where no sentence says anything."""
    announced = announcement(claims)
    best, chosen = _best(title, claims, sentence_of, announced, scope)
    if chosen is None:
        return "", None
    if best.plain and (told := without_odd_phrase(best.text, best.plain)) != best.text:
        best = best._replace(text=told)
    best = begun(best, chosen, sentence_of.tidied(chosen))
    abstract = ReadAbstract(title, text, claims, sentence_of.tidied)
    parts = TwoParts(abstract)
    if announced is not None and tells_a_finding(chosen):
        line = parts.behind(announced, chosen)
    else:
        line, chosen = parts.line(best.plain or best.text, chosen)
    told = "" if line else _told(best, chosen, abstract)
    more = "" if line or told else _fuller(best, chosen, abstract)
    if not (line or told or more):
        best = ended(best, sentence_of.named(chosen), title)
    line = line or written_out(told or more or best.text, text, title, TAKEAWAY_WORDS)
    if line != best.text and not told:
        line = scope.added(line, TAKEAWAY_WORDS) or line
    return _named(line, sentence_of.tidied(chosen), title, text), chosen


def _named(line: str, sentence: str, title: str, text: str) -> str:
    """Return a finished line with names for what it points at, where it has room, and no loose ends."""
    line = without_loose_ends(with_own_name(line, sentence, title, TAKEAWAY_WORDS))
    line = told_before(told_by_title(line, title, text, TAKEAWAY_WORDS), text, TAKEAWAY_WORDS)
    return without_line_breaks(without_pointers(line, title), text, TAKEAWAY_WORDS)


def _told(best: Line, chosen: SentenceClaim, abstract: ReadAbstract) -> str:
    """Return what was made and what came of it, or else how it works, or nothing."""
    if not chosen.sentence.classes & classes.PROPOSES:
        return ""
    outcomes = Outcomes(best.text, chosen, abstract)
    told = (
        outcomes.told(figure=True) or outcomes.told(figure=True, further=True) or outcomes.told(figure=False)
    )
    line = best.plain or best.text
    return told or with_workings(line, chosen, abstract)


def _fuller(best: Line, chosen: SentenceClaim, abstract: ReadAbstract) -> str:
    """Return more of the sentence in the place of a line that only repeats the title, or nothing."""
    if not chosen.sentence.classes & classes.PROPOSES:
        return ""
    return fuller(best.plain or best.text, chosen, abstract, scoped=bool(best.plain))


def sentence_of_takeaway(title: str, text: str, claims: tuple[SentenceClaim, ...]) -> SentenceClaim | None:
    """Return the sentence chosen for a takeaway, before another is added or put in its place, or None.

    Args:
        title: as for `takeaway`, and so are the others.
        text: the abstract.
        claims: what its sentences claim, one for each.
    """
    return _best(title, claims, ShownSentences(text, title), announcement(claims), Scope(title, text))[1]


def _best(
    title: str,
    claims: tuple[SentenceClaim, ...],
    sentence_of: ShownSentences,
    announced: SentenceClaim | None,
    scope: Scope,
) -> tuple[Line, SentenceClaim | None]:
    """Return the best line and its sentence; a finding that fits goes before a line that breaks off."""
    model = worth()
    made = MainMade(title, claims)
    candidates = _candidates(claims, made.raised(_by_place(model, claims, announced)))
    best, best_score, chosen = Line("", Cut.BROKEN), -_NO_LINE / 2, None
    only = _lines_of_only(candidates, sentence_of, scope)
    if len(only) == 1 and len(only[0].text) <= _MOST_CHARACTERS:
        return (only[0], candidates[0][-1]) if _is_line(only[0].text, title) else (best, chosen)
    telling = TellingWords(title, claims, model.words)
    scored = promises(candidates, telling, model)
    asked = set[int]()
    for _ in scored[:_TRIED]:
        beside = _BROKEN_BESIDE_FINDING if best.cut is Cut.BROKEN else 0.0
        if scored[0][0] + _MARGIN + beside <= best_score:
            break
        expected, _, fixed, claim, counts = take_most_promising(
            scored, asked, partial(_pointing, sentence_of=sentence_of)
        )
        if expected + _MARGIN + beside <= best_score:
            break
        for line in only or lines_of(claim, sentence_of.named(claim), scope):
            bonus = _bonus(line, claim)
            told = counts if (words := words_of(line.text)) == claim.sentence.words else telling.counts(words)
            said = fixed + model.of_line(line.text, told, telling.share)
            scoped = _SCOPE_BONUS if line.plain else 0.0
            beside = _BROKEN_BESIDE_FINDING if bonus and best.cut is Cut.BROKEN else 0.0
            if said + (bonus + scoped) + beside <= best_score:
                continue  # flaws only take away
            flaws = _flaws(line, title, claim.sentence.lower) + made.lost(claim, line)
            score = said + (bonus - flaws + scoped)
            if score + beside > best_score:
                best, best_score, chosen = line, score, claim
    return best, chosen


def _lines_of_only(candidates: list[Candidate], sentence_of: ShownSentences, scope: Scope) -> list[Line]:
    """Return the lines of a sentence that there is no other to weigh against, or none."""
    if len(candidates) != 1:
        return []
    claim = candidates[0][-1]
    return lines_of(claim, sentence_of.named(claim), scope)


def _candidates(claims: tuple[SentenceClaim, ...], worths: list[float]) -> list[Candidate]:
    """Return the sentences that may be the best whatever their words, and those that tell a measurement.

    What counts against those that tell no outcome is taken off, and what stood behind them may be the best.
    """
    asked = set[int]()
    while True:
        least = max(worths, default=0.0) - _WORDS_AT_MOST
        found = [
            (number, value, claim)
            for number, (claim, value) in enumerate(zip(claims, worths, strict=True))
            if value >= least or (claim.claim is Claim.QUANTIFIED and not claim.background)
        ]
        new = [
            (number, outcomeless(claim) + side_detail(claim))
            for number, _, claim in found
            if number not in asked
        ]
        if not any(loss for _, loss in new):
            return found
        for number, loss in new:
            worths[number] -= loss
        asked.update(number for number, _ in new)


def _by_place(
    model: Worth, claims: tuple[SentenceClaim, ...], announced: SentenceClaim | None
) -> list[float]:
    """Return what each sentence is worth by where it stands and what it speaks of."""
    worths = list(map(sub, model.of_places(claims), all_off_topic(claims)))
    if announced is None:
        return worths
    return [value + _FOUND * tells_a_finding(claim) for value, claim in zip(worths, claims, strict=True)]


def _pointing(claim: SentenceClaim, sentence_of: ShownSentences) -> float:
    """Return what counts against trying a sentence that points at what an earlier one named."""
    sentence = claim.sentence
    if not (sentence.classes & classes.POINTS or any_of(LONGER_POINTERS, sentence.lower)):
        return 0.0
    points = may_point_back(sentence.lower) and may_point_back(sentence_of.tidied(claim).lower())
    return _MAY_POINT_OUT if points else 0.0


def stands_in(line: str, text: str) -> bool:
    """Say whether a line is a quotation from a readable text.

    White space, the case of the first letter, a last full stop and a last ellipsis are no difference.
    """
    kept = line.removesuffix("…").removesuffix(".")
    if kept in text:
        return True
    place = text.find(kept[1:])
    if place > 0 and text[place - 1] in (kept[:1].lower(), kept[:1].upper()):
        return True
    bare = "".join(kept.split())
    whole = "".join(text.split())
    return bare in whole or any(first + bare[1:] in whole for first in (bare[:1].lower(), bare[:1].upper()))


def _bonus(line: Line, claim: SentenceClaim) -> float:
    """Return what speaks for a finding with a number that fits whole and stands on its own."""
    stands = line.cut is Cut.WHOLE and claim.claim is Claim.QUANTIFIED and not claim.background
    return _FINDING_BONUS if stands and not _GENERIC.begins(line.text) else 0.0


_FINDING_BONUS = 0.02
_SCOPE_BONUS = 0.04
"""What speaks for a line that says what the work is for."""
_FOUND = 0.12
"""What speaks for a finding where the authors otherwise only announce what they study."""
_BROKEN_BESIDE_FINDING = 0.1
"""What counts against a line that breaks off beside a finding that fits."""
_WORDS_AT_MOST = 0.07
"""The words of one sentence are hardly ever worth so much more than those of another."""
_NO_LINE = 50.0
_MOST_CHARACTERS = 400
"""Lines of 25 words are hardly ever longer; text without spaces is."""
_MARGIN = 0.03
"""A line is worth at most so much more than its sentence promises."""
_CUT_FLAWS = {Cut.WHOLE: 0.0, Cut.BORDER: 0.0, Cut.BROKEN: 0.03}
_BACKWARD, _BACKWARD_INSIDE, _VAGUE, _IS_QUESTION = 0.15, 0.08, 0.02, 0.3
_NEVER_BEGINS = 0.1
_OF_OTHERS = 0.15
_MAY_POINT_OUT = 0.03
"""Less than what counts against a line, which may still leave out what points at others."""


_TRIED = 2
"""So many sentences are cut to a line, the best by score first."""
_PUNCTUATION = 20
"""A line and a title that differ in length by so many characters differ by more than punctuation."""
_LACKS_OBJECT = pattern(
    r"[.,;)](?=\s|$)(?:(?<=\ba[.,;)])|(?<=\ba [.,;)])|(?<=\b(?:of|by|to|an)[.,;)])"
    r"|(?<=\b(?:of|by|to|an) [.,;)])|(?<=\bthe[.,;)])|(?<=\bthe [.,;)])|(?<=\b(?:from|with|than)[.,;)])"
    r"|(?<=\b(?:from|with|than) [.,;)])|(?<=\bsuch as[.,;)])|(?<=\bsuch as [.,;)]))"
)
"""A word is missing; it begins with the mark, because such a pattern is found faster."""
_RUNS_ON = pattern(r"\. [a-z](?<=[a-z]{3}\. [a-z])")
_RUN_ON = pattern(r"\b(?!etc|approx|resp)[a-z]{3,}\. [a-z]")
"""Two sentences ran into one."""
_BARE_BRACKET = pattern(r"\(\s?(?:with|in|see|and)?\s?[.)]")


def _flaws(found: Line, title: str, lower: str) -> float:
    """Return what counts against a finished line, in what sentences are worth."""
    line = found.text
    if not _is_line(line, title):
        return _NO_LINE
    count = line.count(" ") + 1
    flaws = _CUT_FLAWS[found.cut] + (0.3 if count < 4 else 0.1 if count < 7 else 0.0)
    if not balanced(line) or _stumbles(line):
        flaws += 0.2
    if line.endswith("?"):
        flaws += _IS_QUESTION
    if found.cut is Cut.BROKEN and never_begins(line):
        flaws += _NEVER_BEGINS
    if line.startswith("We "):
        pass  # as most do; what follows has other words
    elif _REFERS_BACK.begins(line):
        flaws += _BACKWARD
    elif _GENERIC.begins(line):
        flaws += _VAGUE
    elif _REFERS_BACK_BEHIND.begins(line):
        flaws += _BACKWARD - _BACKWARD_INSIDE  # which is added below
    elif tells_of_others(line, lower):
        flaws += _OF_OTHERS
    return flaws + (_BACKWARD_INSIDE if may_point_back(line) else 0.0)


def _is_line(line: str, title: str) -> bool:
    """Say whether a line says something, and something else than the title."""
    if not any(map(str.isalpha, line)):
        return False
    return abs(len(line) - len(title)) >= _PUNCTUATION or _differ(line, title)


def _stumbles(line: str) -> bool:
    """Say whether a word is missing in a line, or two sentences ran into one."""
    if _LACKS_OBJECT.search(line) or ("(" in line and _BARE_BRACKET.search(line)):
        return True
    return _RUNS_ON.search(line) is not None and _RUN_ON.search(line) is not None


def _differ(line: str, title: str) -> bool:
    """Say whether two texts have other letters; most begin with others."""
    one, other = _letters(line[:8]), _letters(title[:8])
    return not (one.startswith(other) or other.startswith(one)) or _letters(line) != _letters(title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
