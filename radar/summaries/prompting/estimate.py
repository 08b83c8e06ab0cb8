"""How many tokens texts have, and what summaries would cost, without a tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from math import ceil
from typing import Protocol

from radar.papers.bases import Value
from radar.papers.listed.paper import Paper
from radar.papers.summaries.not_sent import NotSent

_TEMPLATE_TOKENS, _SCHEMA_TOKENS = 25, 90
OVERHEAD = _TEMPLATE_TOKENS + _SCHEMA_TOKENS
"""Tokens that a request is charged for besides its messages."""
PROMPT_TOKENS = 555
"""Tokens of a request besides title and abstract, with the prompt that comes with radar: it, its example, the
schema, the template. Counted in o200k."""
ANSWER_TOKENS = 90
"""Tokens of an answer."""
THOUGHT_TOKENS = 4 * 256 - ANSWER_TOKENS
"""Tokens that a model which reasons may think for a paper, hidden and paid for like an answer: as many as
leave an answer, for its limit, 256 where nothing else is set, is four times as much then."""
RESERVED = 1.10
"""So many times the tokens counted are reserved for a request before it is sent: other vocabularies than the
one that is counted with need a little more."""
ANSWER_LIMIT = 256
"""Tokens that an answer may have where nothing else is set."""
_BELOW, _ABOVE = 0.9, 1.25
"""How far a request may be from its estimate, in English: makers differ by -8 to +6 %, servers add 3 to
8 % of their own, and some endpoints charge for the schema."""
_WIDE_BELOW, _WIDE_ABOVE = 0.5, 1.5
"""The same in other scripts, where vocabularies differ by half."""
_SENTENCE_TOKENS = 4
"""The number before a sentence."""
_CHARACTERS_A_SENTENCE = 160
_COUNTED = 64
"""Papers counted word by word; the others are judged by their length."""
_PIECES = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])|(?P<kana>[\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af])"
    r"|(?P<word>[^\W\d_\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+)"
    r"|(?P<digits>\d{1,3})|(?P<mark>[^\w\s]|_)"
)
_PLAIN_WORD = 6
"""Letters that a common word has; longer ones fall into more tokens."""
_BEYOND_LATIN = "\u02af"
"""The last of the Latin letters."""
_THINKING = re.compile(
    r"(?:^|/)(?:gpt-[5-9]|o[1-9](?:-|$)|gpt-oss|gemini-(?:2\.5|[3-9])|qwen3|qwq|magistral|grok-[34]|glm-[4-9]"
    r"|kimi-k2|minimax-m)|deepseek-r|reason|think",
    re.IGNORECASE,
)
_NOT_THINKING = re.compile(r"instruct|non-?think|non-?reason|-chat", re.IGNORECASE)


def estimate_tokens(text: str) -> int:
    """Estimate the tokens of a text in OpenAI's o200k vocabulary.

    A regression over words, their length, groups of digits and marks, within 7 % for 95 of 100 English
    abstracts; Chinese, Japanese and Korean characters are counted one by one.
    """
    total = 0.0
    for piece in _PIECES.finditer(text):
        kind = piece.lastgroup
        if kind == "word":
            word = piece[0]
            total += 0.977 + 0.068 * max(0, len(word) - _PLAIN_WORD)
            if not word.isascii():
                total += 0.08 * sum(character > "\x7f" for character in word)
        elif kind == "digits":
            total += 1.839
        elif kind == "mark":
            total += 0.912
        else:
            total += 0.6 if kind == "han" else 0.8
    return round(total)


class Located(Protocol):
    """Something that runs on this machine or elsewhere."""

    @property
    def local(self) -> bool:
        """Whether it runs on this machine."""
        ...


class Terms(Protocol):
    """Where papers would be sent, and for what price."""

    @property
    def endpoint(self) -> Located | None:
        """The endpoint; None where none is set."""
        ...

    @property
    def price_in(self) -> float | None:
        """US dollars a million tokens sent; None where unknown."""
        ...

    @property
    def price_out(self) -> float | None:
        """US dollars a million tokens answered; None where unknown."""
        ...


class Estimate(Value):
    """What summaries would take."""

    papers: int
    """How many would be asked for."""
    tokens_in: int
    tokens_out: int
    cost: float | None
    """US dollars; None where no price is known."""
    local: bool
    """Whether they are made on this machine."""
    low: float | None = None
    """US dollars that it may be as little as; None where no price is known."""
    high: float | None = None
    """US dollars that it may be as much as, hidden reasoning among it."""
    thought: int = 0
    """Tokens of hidden reasoning a paper that `high` has room for; 0 for a model that is not known for it."""
    other_prompt: int = 0
    """Of the papers: those that the same model has summarised with another prompt."""
    passed_over: int = 0
    """Papers that would not be asked for, because they have such a summary."""
    not_sent: NotSent = NotSent()
    """Papers that no model would be asked about, as far as that was looked at."""
    held_before: NotSent = NotSent()
    """Of those passed over: papers that no model was asked about either, which their summary says."""
    at_most: bool = False
    """Whether some of the papers may have such a summary too, or may not be sent, which was not looked up."""
    lacking: tuple[int, ...] = ()
    """The keys of the papers that would be asked for, where they were looked up one by one."""
    reserved: int = 0
    """Tokens that have to be left of a budget for a paper to be asked about: the most that the request for
    the first may take."""
    reserved_cost: float | None = None
    """The same in US dollars; None where no price is known."""
    thought_cost: float | None = None
    """US dollars for `thought`; None where no price is known."""

    @property
    def have_one(self) -> int:
        """How many of those passed over have the summary of a model."""
        return self.passed_over - self.held_before.papers

    @property
    def not_sent_at_all(self) -> NotSent:
        """Papers that no model would be asked about, those among them whose summary says so already."""
        return self.not_sent + self.held_before


def estimate(
    papers: Iterable[Paper],
    terms: Terms,
    total: int | None = None,
    model: str = "",
    usual_answer: int | None = None,
    prompt_tokens: int = PROMPT_TOKENS,
    answer_limit: int = ANSWER_LIMIT,
) -> Estimate:
    """Estimate what summaries would take, at the prices of `terms` and for answers of `answer_limit` tokens.

    Args:
        papers: the papers, or an even sample of them.
        total: how many papers there are, where `papers` is a sample.
        model: who is asked; some are known to reason in secret, for which there is room then.
        usual_answer: how many tokens its answers had so far, where known; it leaves no room for reasoning.
        prompt_tokens: of a request besides title and abstract.
    """
    seen = _paper_tokens(papers)
    count = seen.papers if total is None else total
    of_papers = (seen.tokens / seen.papers if seen.papers else 0.0) * count
    tokens_in, tokens_out = round(of_papers) + prompt_tokens * count, (usual_answer or ANSWER_TOKENS) * count
    thought = THOUGHT_TOKENS if usual_answer is None and reasons(model) else 0
    most = (ceil(RESERVED * (seen.first + prompt_tokens)), answer_limit) if count else (0, 0)
    lowest, highest = _bounds(tokens_in, of_papers * seen.foreign, tokens_out, thought * count)
    prices = terms.price_in, terms.price_out
    return Estimate(
        count,
        tokens_in,
        tokens_out,
        cost_of(tokens_in, tokens_out, *prices),
        terms.endpoint is not None and terms.endpoint.local,
        low=cost_of(*lowest, *prices),
        high=cost_of(*highest, *prices),
        thought=thought,
        reserved=sum(most),
        reserved_cost=cost_of(*most, *prices),
        thought_cost=cost_of(0, thought, *prices),
    )


def _bounds(
    tokens_in: float, wide: float, tokens_out: float, thought: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the fewest and the most tokens sent and received; `wide` of those sent are in other scripts."""
    plain = tokens_in - wide
    lowest = plain * _BELOW + wide * _WIDE_BELOW, tokens_out * _BELOW
    return lowest, (plain * _ABOVE + wide * _WIDE_ABOVE, tokens_out * _ABOVE + thought)


def reasons(model: str) -> bool:
    """Say whether a model is known, by its name, to think before it answers unless it is kept from it."""
    return bool(_THINKING.search(model)) and not _NOT_THINKING.search(model)


def cost_of(
    tokens_in: float, tokens_out: float, price_in: float | None, price_out: float | None
) -> float | None:
    """Return US dollars for tokens at prices a million, or None where a price is unknown."""
    if price_in is None or price_out is None:
        return None
    return (tokens_in * price_in + tokens_out * price_out) / 1_000_000


class _Seen(Value):
    """What the texts of papers come to."""

    papers: int
    tokens: float
    first: float
    """Tokens of the first of them."""
    foreign: float
    """The share of the letters that are not Latin."""


def _paper_tokens(papers: Iterable[Paper]) -> _Seen:
    papers = iter(papers)
    count, characters, tokens, first, letters, foreign = 0, 0, 0.0, 0.0, 0, 0
    for paper in islice(papers, _COUNTED):
        text = f"{paper.title} {paper.abstract}"
        sentences = len(paper.abstract) / _CHARACTERS_A_SENTENCE
        tokens += estimate_tokens(text) + _SENTENCE_TOKENS * sentences
        characters += len(text) - 1
        count += 1
        first = first or tokens
        if not text.isascii():
            foreign += sum(character > _BEYOND_LATIN and character.isalpha() for character in text)
        letters += len(text)
    a_character = tokens / characters if characters else 0.0
    for paper in papers:
        tokens += a_character * (len(paper.title) + len(paper.abstract))
        count += 1
    return _Seen(count, tokens, first, foreign / letters if letters else 0.0)
