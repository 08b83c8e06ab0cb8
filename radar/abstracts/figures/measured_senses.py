"""Which way a figure tells of something better, and the words that say so."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_LESS_IS_BETTER = pattern(
    r"(?:^|/)(?:errors?|loss(?:es)?|(?:[cmdt]?c?p?)(?:wer|cer)|eer|latency|perplexity|[gr]?fid|fvd|lpips|mae"
    r"|n?rmse|n?mse|s?mape"
    r"|ece|epe|ade|fde|costs?|time|overhead|memory|runtime|energy|hallucinations?|bias|delays?|drift"
    r"|emissions?"
    r"|crossings|regret|leakage|forgetting)$"
)
"""Of what less is better, whatever is put before it: "tcpWER"."""
_LESS_OF_BOTH = pattern(
    r"\b(?:(?:chamfer|hausdorff|fr[eé]chet|inception) distances?|intervals? (?:length|width)s?|toxicity"
    r"|fpr\d*|fnr"
    r"|(?:failure|collision|rejection|false[- ](?:positive|negative|alarm)) rates?)$"
)
"""Of what less is better by the last of its words together."""
_CONCEDED = pattern(r"\b(?:although|though|while(?! [a-z]+ing\b)|despite|albeit|even if)\b[^,;]*$")
_IMPROVES = pattern(
    r"\b(?:improv\w*|enhanc\w*|outperform\w*|surpass\w*|better|boost\w*|gains?|state-of-the-art|superior)\b"
    r"(?!.*\b(?:reduc|decreas"
    r"|increas))"
)
_COUNTABLE = pattern(
    r"\b(?:parameters|tokens|samples|steps|evaluations|calls|queries|iterations|operations|flops|events"
    r"|runs|gates|qubits"
    r"|candidates|regions|mergers|mistakes|violations|failures|rounds|nodes|frames|images|labels|updates"
    r"|messages|layers"
    r"|epochs|primitives|simulations|shots|episodes|measurements|trainable parameters|galaxies|stars"
    r"|sources|lines)$"
)


def lower_by(thing: str) -> str:
    """Return the word behind a multiple by which something fell: "lower", or "fewer" of what is counted."""
    return " fewer" if is_counted(thing) else " lower"


def more_of(thing: str) -> str:
    """Return the word behind a multiple by which something rose: "higher", "more" of things, "better"."""
    if _EITHER_WAY.search(thing):
        return "better"
    return "more" if is_counted(thing) else "higher"


_EITHER_WAY = pattern(r"\b(?:bounds?|limits?|constraints?|sensitivit(?:y|ies)|precision|resolution)$")
"""What is improved by being lower as well as by being higher."""


def is_counted(thing: str) -> bool:
    """Say whether there are more or fewer of what is measured, and no higher or lower ones."""
    return _COUNTABLE.search(thing) is not None


def conceded(before: str) -> bool:
    """Say whether what follows is admitted, and no result: "although it has a mass"."""
    return _CONCEDED.search(before[-90:]) is not None


def improved(number: str, thing: str, around: str) -> str:
    """Return a figure, with "better" for its plus where less is meant.

    Args:
        number: the figure.
        thing: what it measures.
        around: the words that say whether that got better.
    """
    less = number[0] == "+" and less_is_better(thing)
    return f"{number[1:]} better" if less and _IMPROVES.search(around) else number


def less_is_better(thing: str) -> bool:
    """Say whether what is measured is the better the less there is of it, as errors and costs are."""
    return _LESS_OF_BOTH.search(thing) is not None or any(map(_LESS_IS_BETTER.search, thing.split()))
