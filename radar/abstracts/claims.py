"""Whether an abstract claims an outcome, with numbers or in words, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from radar.abstracts.figures.amounts_told import tells_an_amount
from radar.abstracts.figures.figures import Figure, best_figure
from radar.abstracts.figures.key_figures import key_figure
from radar.abstracts.outcomes.descriptive import describes_itself, describes_others, is_resource
from radar.abstracts.outcomes.hints import only_hints, only_praises
from radar.abstracts.outcomes.outcomes import gives_a_number, may_measure, measured, shows, stated
from radar.abstracts.outcomes.rare_findings import finds_rarely
from radar.abstracts.outcomes.relations import relates
from radar.abstracts.outcomes.speaking import name_in, where_it_speaks
from radar.abstracts.outcomes.state_of_the_art import claims_to_be_best
from radar.abstracts.outcomes.values_of_settings import only_of_settings
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.own_names import OwnNames
from radar.abstracts.text.sentences import Span
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set
from radar.papers.bases import Mutable
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, ResultClaim

_HINT = 0.95
"""A claim no stronger than this is a hint of an outcome, which a survey may drop in passing."""
_SPANS = 4
"""So many spans are kept as evidence."""


class SentenceClaim(Mutable):
    """What one sentence claims; offsets are into the text that holds the sentence."""

    sentence: Sentence
    claim: Claim = Claim.NONE
    strength: float = 0.0
    figure: Figure | None = None
    best: Span | None = None
    background: bool = False
    """The sentence speaks of others, or of the field."""


def sentence_claim(
    sentence: Sentence,
    *,
    opening: bool = False,
    early: bool = False,
    figures: bool = True,
    is_own: Callable[[str], bool] | None = None,
    begins_own: Callable[[str], bool] | None = None,
) -> SentenceClaim:
    """Return what a sentence claims.

    Args:
        sentence: the sentence.
        opening: whether nothing before it speaks of the paper itself, so that it may speak of others.
        early: whether the paper speaks of itself only later, so that even results before that are others'.
        figures: whether its figure is wanted, which costs as much as all else.
        is_own: says whether what holds the best result is the authors' own; without it, all is.
        begins_own: says whether a clause begins with the authors' own; given where the paper spoke of itself.
    """
    lower, has = sentence.lower, sentence.classes
    of_others = bool(sentence.words) and sentence.words[0] in words.BACKGROUND_FIRST
    granting = of_others and begins_own is not None and _grants(sentence, begins_own)
    if (opening and _of_the_field(sentence, early=early)) or (
        of_others and not granting and _background(sentence, spoken=begins_own is not None)
    ):
        return SentenceClaim(sentence, Claim.NONE, 0.0, None, None, True)
    claim, strength = Claim.NONE, 0.0
    if may_measure(sentence) and (strength := measured(sentence)):
        claim = Claim.QUANTIFIED
    elif has & _STATES and (strength := stated(sentence)):
        given = strength > _HINT and gives_a_number(sentence)
        claim = Claim.QUANTIFIED if given else Claim.QUALITATIVE
    figure = best_figure(lower, sentence.text) if figures and claim is Claim.QUANTIFIED else None
    best = _best(lower, has, is_own, granting) if has & _MAY_BE_BEST else None
    if best is None:
        return SentenceClaim(sentence, claim, strength, figure)
    if claim is Claim.NONE:
        claim = Claim.QUALITATIVE
    where = Span(sentence.start + best[0], sentence.start + best[1])
    return SentenceClaim(sentence, claim, max(strength, 1.0), figure, where)


_STATES = classes.FINDS_VERB | classes.STRONG_CLAIM | classes.WEAK_CLAIM | classes.TOLD
_PERHAPS_BEST = classes.BEATS_OTHERS | classes.BEST | classes.RANKED
_MAY_BE_BEST = _PERHAPS_BEST | classes.PERHAPS_BEST
"""Without these words, and without the signs beside them, the costly questions need not be asked."""


def _best(
    lower: str, has: int, is_own: Callable[[str], bool] | None, granting: bool
) -> tuple[int, int] | None:
    """Return where a sentence claims to be the best, asking the costly questions only where a sign stands."""
    if not (has & _PERHAPS_BEST or any_of(classes.BEST_SIGNS, lower)):
        return None
    return claims_to_be_best(
        lower,
        beats=has & classes.BEATS_OTHERS != 0,
        best=has & classes.BEST != 0,
        ranked=has & classes.RANKED != 0,
        is_own=is_own,
        granting=granting,
    )


def _of_the_field(sentence: Sentence, *, early: bool) -> bool:
    """Say whether a sentence before the paper speaks of itself has no word for the authors' own."""
    lower, has = sentence.lower, sentence.classes
    if early and not has & classes.SELF and not _tells_what_was_done(sentence):
        return True
    if has & classes.OWN:
        return False
    perhaps = has & classes.PERHAPS_OWN or "in this" in lower
    return not (perhaps and words.OWN.search(" " + lower))


def _tells_what_was_done(sentence: Sentence) -> bool:
    """Say whether a sentence tells of work or its outcome as authors do who do not say "we"."""
    first = sentence.words[:2]
    if first[:1] == ["the"]:
        first = first[1:]
    return not _OUTCOMES.isdisjoint(first) or any_of(_DONE, sentence.lower)


_OUTCOMES = word_set(
    "findings results experiments experimental resulting measured evaluation evaluations extensive"
)
"""What a sentence on an outcome begins with, maybe behind "the"."""
_DONE = (" was performed", " were performed", " carried out", " was conducted", " were conducted")


def _background(sentence: Sentence, *, spoken: bool) -> bool:
    """Say whether a sentence whose first word may say so speaks of others, and not of itself."""
    lower = sentence.lower
    if sentence.classes & classes.SELF or not words.BACKGROUND.match(lower):
        return False
    if spoken and sentence.words[0] in words.CONCEDES and _tells_beside(sentence):
        return False
    return words.ITSELF.search(lower) is None


def _tells_beside(sentence: Sentence) -> bool:
    """Say whether a sentence that concedes something, and nothing to others, tells of an outcome."""
    lower = sentence.lower
    if words.OF_OTHERS.search(lower[: lower.find(", ") + _SUBJECT] if ", " in lower else lower):
        return False
    if sentence.numbered and sentence.classes & classes.OUTCOME and measured(sentence):
        return True
    claims = sentence.classes & classes.STRONG_CLAIM
    return claims != 0 and sentence.words[0] in _CONTRASTS and stated(sentence) > _HINT


_SUBJECT = 50
"""So many characters behind the comma name who does what; others named behind them are compared with."""
_CONTRASTS = ("while", "although")
"""Words for a contrast that also stands between two findings of a paper's own."""


def _grants(sentence: Sentence, begins_own: Callable[[str], bool]) -> bool:
    """Say whether a sentence grants something before it tells of the own: "despite its size, CrabNet wins".

    Before a paper speaks of itself, such a sentence tells of the field.
    """
    if sentence.words[0] not in words.CONCEDES:
        return False
    return any(begins_own(clause) or clause.startswith(_TESTS) for clause in sentence.lower.split(", ")[1:])


_TESTS = (
    "experiments ", "extensive experiments", "experimental results", "results show", "results on ",
    "evaluations ", "empirical results", "extensive evaluations", "numerical results",
)  # fmt: skip
"""What begins a clause on the paper's own outcome."""


def read_claims(sentences: list[Sentence], title: str = "") -> tuple[SentenceClaim, ...]:
    """Return what each sentence of an abstract claims, in order.

    Args:
        sentences: of the abstract.
        title: of the paper; where it names a thing, as in "Sidestep: a gait", that thing is the authors' own.
    """
    claims: list[SentenceClaim] = []
    name = name_in(title)
    is_own = OwnNames(name, sentences)
    spoken = where_it_speaks(sentences, name)
    early = min(spoken, _EARLY * len(sentences)) if spoken < len(sentences) else 0
    for number, sentence in enumerate(sentences):
        opening = number < spoken
        claims.append(
            sentence_claim(
                sentence,
                opening=opening,
                early=number < early,
                is_own=is_own,
                begins_own=None if opening else is_own.begin,
            )
        )
    strongest = max([claim.strength for claim in claims], default=0.0)
    if strongest <= _HINT and all(not claim.strength or only_hints(claim.sentence) for claim in claims):
        if not strongest and spoken == len(sentences):
            again = [sentence_claim(sentence, is_own=is_own) for sentence in sentences]
            if any(claim.strength for claim in again):
                return tuple(again)
            return _of_last_resort(again, (spoken + 1) // 2, title)
        return _of_last_resort(claims, spoken + 1, title)
    return tuple(claims)


def _of_last_resort(claims: list[SentenceClaim], late: int, title: str) -> tuple[SentenceClaim, ...]:
    """Return the claims of an abstract in which only rarer words may tell of a finding.

    Args:
        claims: which claim nothing, or hint.
        late: from which of them on a sentence may tell of what the paper found; so may "we" just before.
        title: of the paper; what a survey or a plea finds in rarer words was found by others.
    """
    may_tell = [
        number >= late or (number == late - 1 and claim.sentence.classes & classes.WE != 0)
        for number, claim in enumerate(claims)
    ]
    told = _raised(claims, relates, may_tell)
    if any(claim.strength > _HINT for claim in told):
        return told
    if (describes_others(title) and not is_resource(title)) or describes_itself(_sentences(claims)):
        return told
    return _raised(claims, finds_rarely, may_tell)


def _sentences(claims: Iterable[SentenceClaim]) -> list[Sentence]:
    return [claim.sentence for claim in claims]


def _raised(
    claims: list[SentenceClaim], finds: Callable[[Sentence], bool], may_tell: list[bool]
) -> tuple[SentenceClaim, ...]:
    """Return claims with those of sentences that tell of a finding, where nothing else claims an outcome."""
    return tuple(
        [
            SentenceClaim(claim.sentence, Claim.QUALITATIVE, 1.0)
            if may and claim.strength <= _HINT and not claim.background and finds(claim.sentence)
            else claim
            for claim, may in zip(claims, may_tell, strict=True)
        ]
    )


_EARLY = 0.6
"""Where an abstract speaks of itself later than behind so much of it, results may stand before that."""


def result_claim(claims: tuple[SentenceClaim, ...], title: str = "") -> ResultClaim:
    """Return the flag that the claims of the sentences of an abstract add up to.

    Args:
        claims: one a sentence.
        title: of the paper; a survey or a resource needs more than a hint of an outcome.
    """
    quantified, stated, best = _parted(claims)
    sure = _sure(stated, title)
    if len(sure) < len(stated) and (
        describes_others(title) or (not quantified and not sure and describes_itself(_sentences(claims)))
    ):
        stated = sure
    if not quantified:
        stated = _asserted(stated, claims)
        if stated:
            quantified = _with_amounts(claims)
            told = {claim.sentence.start for claim in quantified}
            stated = [claim for claim in stated if claim.sentence.start not in told]
    value = _QUANTIFIED if quantified else _QUALITATIVE if stated else Claim.NONE
    quantified.sort(key=_weight, reverse=True)
    stated.sort(key=_STRENGTH, reverse=True)
    figure, told_by = key_figure([(claim.sentence, claim.figure) for claim in quantified])
    if told_by:
        # The first words that are quoted are those in which the figure beside them stands.
        quantified.insert(0, quantified.pop(told_by))
    return ResultClaim(
        value,
        best is not None,
        figure,
        tuple([_evidence(claim.sentence) for claim in (quantified + stated)[:_SPANS]]),
        _evidence(best) if best else None,
    )


def _parted(
    claims: tuple[SentenceClaim, ...],
) -> tuple[list[SentenceClaim], list[SentenceClaim], Span | None]:
    """Return the claims with numbers, those in words, and where the first to be the best stands.

    Where all numbers tell what was looked at, the sentences are asked again for what they say in words.
    """
    quantified: list[SentenceClaim] = []
    stated: list[SentenceClaim] = []
    best: Span | None = None
    for claim in claims:
        if claim.claim is _QUANTIFIED:
            quantified.append(claim)
        elif claim.claim is _QUALITATIVE:
            stated.append(claim)
        if best is None:
            best = claim.best
    if quantified and all(_only_of_settings(claim) for claim in quantified):
        return [], stated + _in_words(quantified), best
    return quantified, stated, best


def _sure(stated: list[SentenceClaim], title: str) -> list[SentenceClaim]:
    """Return those claims in words that nobody drops in passing; of a resource, all that tell a finding."""
    resource = bool(stated) and is_resource(title)
    return [
        claim
        for claim in stated
        if claim.strength > _HINT
        or _WE_FIND.search(claim.sentence.lower)
        or (resource and any(found(claim.sentence) for found in (shows, relates, finds_rarely)))
    ]


_WE_FIND = pattern(
    r"we (?:(?<=^we )|(?<=[^a-z\s] we )|(?<=\band we ))(?:\w+ly |also |further |then )?"
    r"(?:find|found|observed?|uncover(?:ed)?) (?!\d)"
)
"""A finding of the authors', which no survey drops in passing."""


def _asserted(stated: list[SentenceClaim], claims: tuple[SentenceClaim, ...]) -> list[SentenceClaim]:
    """Return those claims in words that assert something, where no better ones stand beside them."""
    told = [claim for claim in stated if claim.best or not only_praises(claim.sentence)]
    if any(claim.strength > _HINT for claim in told):
        return stated
    if len(told) < len(stated):
        return [] if describes_itself(_sentences(claims), _MAY_MEAN_MORE) else stated
    return [claim for claim in told if not only_hints(claim.sentence)]


def _with_amounts(claims: tuple[SentenceClaim, ...]) -> list[SentenceClaim]:
    """Return those claims, of which none is sure to give a number, whose sentences tell an amount."""
    return [claim for claim in claims if not claim.background and tells_an_amount(claim.sentence)]


def _only_of_settings(claim: SentenceClaim) -> bool:
    return only_of_settings(claim.sentence, claim.strength)


def _in_words(claims: list[SentenceClaim]) -> list[SentenceClaim]:
    """Return what claims whose numbers are no outcomes assert in words."""
    told = [(claim, stated(claim.sentence)) for claim in claims]
    return [
        SentenceClaim(claim.sentence, Claim.QUALITATIVE, strength or 1.0, None, claim.best)
        for claim, strength in told
        if strength or claim.best
    ]


def _evidence(stretch: Sentence | Span) -> Evidence:
    return Evidence(TextField.ABSTRACT, stretch.start, stretch.end)


_QUANTIFIED, _QUALITATIVE = Claim.QUANTIFIED, Claim.QUALITATIVE
_STRENGTH = attrgetter("strength")


_MAY_MEAN_MORE = ("position", "perspective", "chapter", "viewpoint")
"""Words for a paper that may also be a place or a way to look at things."""


def _weight(claim: SentenceClaim) -> float:
    return claim.strength + 2 * claim.figure.weight if claim.figure else claim.strength
