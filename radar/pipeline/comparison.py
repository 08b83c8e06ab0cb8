"""What several summarisers made of the same papers, counted and held against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from statistics import median

from radar.papers.bases import Value
from radar.papers.listed.paper import PaperId
from radar.papers.summaries.failed_checks import UNTOLD, unasked_because
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Agreement, Summary, TakeawayOrigin, Verdict
from radar.papers.text.safe_text import clean

_WORD = re.compile(r"[^\W_]+")


class Result(Value):
    """What one summariser made of one paper."""

    summary: Summary | None = None
    error: str = ""
    """Why there is no summary; empty where the paper was not asked about."""
    seconds: float | None = None
    """How long it took; None where it was not measured, as for a summary that was there already."""

    @property
    def code(self) -> str:
        """What it says of the code: the model's own word where it gave one, else the flag."""
        return _word(self.summary.verdicts.code, self.summary.flags.code.value) if self.summary else ""

    @property
    def claims(self) -> str:
        """What it says of the results, likewise."""
        return _word(self.summary.verdicts.results, self.summary.flags.results.value) if self.summary else ""

    @property
    def paid(self) -> bool:
        """Whether the library knows what it took: an answer out of the cache says nothing of that."""
        made = self.summary.provenance if self.summary else None
        return made is not None and bool(made.tokens_in or made.tokens_out or made.cost)


class ComparedPaper(Value):
    """One paper, and what each summariser made of it, in the order of the summarisers."""

    key: int
    paper_id: PaperId
    title: str
    rules: Flags
    """What the rules read."""
    results: tuple[Result, ...]


class Contender(Value):
    """Who was compared."""

    name: str
    """The name it is chosen by."""
    model: str
    """Empty for none."""
    stopped: str = ""
    """Why it did not get to the end; empty where it did."""


class Tally(Value):
    """What one summariser comes to; each paper counts once among the first five."""

    contender: Contender
    accepted: int
    """Takeaways in the model's own words."""
    trimmed: int
    """The model's words, cut by a rule."""
    quoted: int
    """The model's words did not hold, or there is no model: quoted from the abstract, or made by rule."""
    failed: int
    missing: int
    """Papers that were not asked about, because the run stopped."""
    words: float | None
    """Of a takeaway, the median; None without any."""
    code_otherwise: int
    """Papers of whose code it says something else than the rules."""
    claims_otherwise: int
    paid: int
    """Papers of which it is known what they took; tokens and money are theirs."""
    tokens_in: int
    tokens_out: int
    cost: float | None
    """US dollars; None where no price is known."""
    seconds: float | None
    """For one paper, the median of this run; None where all was there already."""
    timed: int
    """Papers that were timed."""
    reasons: tuple[tuple[str, int], ...]
    """Why a model's words were cut or replaced, and for how many papers, the most frequent first."""
    unasked: tuple[tuple[str, int], ...] = ()
    """Likewise, why papers were not put to the model at all."""

    @property
    def cost_of_thousand(self) -> float | None:
        """US dollars that a thousand such papers would cost; None where that is not known."""
        return self.cost / self.paid * 1000 if self.cost is not None and self.paid else None


class Pair(Value):
    """How two summarisers agree, over the papers of which both made a summary."""

    one: int
    other: int
    papers: int
    code: int
    """Papers of whose code both say the same."""
    claims: int
    takeaways: int
    """Papers that get the same takeaway from both, word for word."""


class Comparison(Value):
    """The same papers by several summarisers."""

    contenders: tuple[Contender, ...]
    papers: tuple[ComparedPaper, ...]

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """What each summariser comes to, in their order."""
        return tuple(
            _tally(contender, [(paper.rules, paper.results[place]) for paper in self.papers])
            for place, contender in enumerate(self.contenders)
        )

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """How each two of them agree."""
        return tuple(
            _pair(one, other, self.papers) for one, other in combinations(range(len(self.contenders)), 2)
        )

    def most_different(self, count: int) -> tuple[ComparedPaper, ...]:
        """Return the `count` papers that they differ most about; none that all agree on."""
        apart = [(difference(paper), paper) for paper in self.papers]
        ranked = sorted((one for one in apart if one[0]), key=lambda one: -one[0])
        return tuple(paper for _, paper in ranked[:count])


def difference(paper: ComparedPaper) -> float:
    """Return how far apart the summaries of a paper are; 0 where they say the same.

    Each further value of a flag counts 1, a summariser that failed where another did not counts 1, and the
    takeaways count between 0 and 1, by the words that they do not share.
    """
    made = [result for result in paper.results if result.summary]
    flags = sum(len({read(one) for one in made}) - 1 for read in _READS) if made else 0
    failed = sum(bool(result.error) for result in paper.results) if made else 0
    pairs = list(combinations((_words(one) for one in made), 2))
    apart = sum(1 - len(one & other) / (len(one | other) or 1) for one, other in pairs if one != other)
    return flags + failed + (apart / len(pairs) if pairs else 0.0)


_READS: tuple[Callable[[Result], str], ...] = (lambda one: one.code, lambda one: one.claims)


def _word(verdict: Verdict, shown: str) -> str:
    return str(verdict.said if verdict.said and verdict.agreement is not Agreement.UNASKED else shown)


def _words(result: Result) -> frozenset[str]:
    text = result.summary.takeaway.text if result.summary else ""
    return frozenset(_WORD.findall(text.casefold()))


def _tally(contender: Contender, results: Sequence[tuple[Flags, Result]]) -> Tally:
    made = [(rules, one, one.summary) for rules, one in results if one.summary]
    origins = [summary.takeaway.origin for _, _, summary in made]
    failed = sum(bool(one.error) for _, one in results)
    paid = [summary.provenance for _, one, summary in made if one.paid]
    costs = [provenance.cost for provenance in paid]
    seconds = [one.seconds for _, one in results if one.seconds is not None]
    accepted, trimmed = origins.count(TakeawayOrigin.MODEL), origins.count(TakeawayOrigin.TRIMMED)
    return Tally(
        contender=contender,
        accepted=accepted,
        trimmed=trimmed,
        quoted=len(made) - accepted - trimmed,
        failed=failed,
        missing=len(results) - len(made) - failed,
        words=_median(len(summary.takeaway.text.split()) for _, _, summary in made),
        code_otherwise=sum(one.code != rules.code.value for rules, one, _ in made),
        claims_otherwise=sum(one.claims != rules.results.value for rules, one, _ in made),
        paid=len(paid),
        tokens_in=sum(provenance.tokens_in for provenance in paid),
        tokens_out=sum(provenance.tokens_out for provenance in paid),
        cost=None if None in costs else sum(cost for cost in costs if cost is not None),
        seconds=_median(seconds),
        timed=len(seconds),
        reasons=_counted(
            why
            for _, _, one in made
            if not unasked_because(one)[0]
            for why in one.provenance.failed_checks
            if why != UNTOLD
        ),
        unasked=_counted(why for _, _, one in made if (why := unasked_because(one)[0])),
    )


def _pair(one: int, other: int, papers: Iterable[ComparedPaper]) -> Pair:
    both = [(paper.results[one], paper.results[other]) for paper in papers]
    both = [(mine, its) for mine, its in both if mine.summary and its.summary]
    return Pair(
        one,
        other,
        papers=len(both),
        code=sum(mine.code == its.code for mine, its in both),
        claims=sum(mine.claims == its.claims for mine, its in both),
        takeaways=sum(_words(mine) == _words(its) for mine, its in both),
    )


def _counted(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(map(clean, reasons)).most_common())


def _median(values: Iterable[float]) -> float | None:
    known = list(values)
    return float(median(known)) if known else None
