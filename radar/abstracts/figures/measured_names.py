"""The names of what figures measure: their words, and what is no part of them."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import verb_forms, word_set

LONGEST = 22
"""A thing that is measured is named in so many characters at most."""
_MOST_WORDS = 3
_NO_THING = (
    r"(?:and|or|with|to|than|by|from|on|in|of|for|while|respectively|when|as|is|are|at|over|without"
    r"|versus|vs"
    r"|relative|compared|where|which|that|it|they|we"
    r"|among|against|across|between|within|during|after|under|via|due|depending)"
)
WORD = rf"(?!{_NO_THING}\b(?!-))[a-z][\w@+/-]*(?:(?<=@\d)\.\d{{1,3}})?"
LEVELS = (
    r"(?:(?:mean )?average precision|accurac(?:y|ies)"
    r"|success(?: rates?)?|rates?|scores?|f1(?:[- ]scores?)?|macro[- ]f1|micro[- ]f1"
    r"|recall"
    r"|precision|auc|auroc|auc-roc|roc-auc|map|miou|iou|dice|bleu|chrf|comet|rouge(?:-\w+)?|wer|cer|eer"
    r"|psnr|ssim"
    r"|lpips|fid|mae|rmse|mse|ndcg(?:@\d+)?|mrr|hits?@\d+|recall@\d+|pass@\d+|em|perplexity|correlation"
    r"|agreement|coverage|reliability|consistency|fidelit(?:y|ies)|throughput|latency|speed|overhead"
    r"|sensitivity"
    r"|specificity|efficiency|robustness|performance|errors?|losses|loss|costs?|time|memory|energy"
    r"|utili[sz]ation"
    r"|sparsity|compression|distance|variance|rewards?|returns?|fairness|similarity|speed-?ups?"
    r"|acceleration|diversity|usability|quality|completeness|reduction|yield|bandwidth|power|uncertainty"
    r"|bias)(?:(?<=error) rates?| efficiency| overhead)?"
)
LEADS = (
    r"(?:(?:the|its|their|our|overall|average(?! precision)"
    r"|mean(?! average precision)|total|both|an?|relative(?! to\b)|absolute|up|to"
    r"|state-of-the-art"
    r"|in|this|that|these|those|baseline|existing|final|significant|additional|further|corresponding"
    r"|respective|numbers? of|amounts? of) )*"
)
CHANGE = (
    r"(?:improvements?|gains?|reductions?|increases?|decreases?|boosts?|drops?|savings?|speed-?ups?"
    r"|declines?"
    r"|degradation|loss|lifts?|rises?|enhancements?|advantages?|cuts?)"
)
SO_MANY = (
    r"(?:(?:an?|the|up to|over|about|approximately|around|nearly|roughly|almost|more than|at least|as much"
    r" as|average|mean|maximum|relative|absolute|large|wide|significant|substantial|further|another|of"
    r"|on average|margins?|notable|total|impressive|and|or) ?|\d[\d.,]*+\s?(?:\\?%|points|percent)?\$?\s?|/)*"
    r"[\s$~≈+−-]*"
)
"""What may stand between a "by" and a figure, other figures of its list among it."""
STOP = (
    r"(?=\s?(?:[,.;:()$\\]|$)|\s(?:by|from|to|on|in|of|for|with|over|across|at|and|or|while|when|than"
    r"|compared|relative"
    r"|without|under|using|via|versus|vs|is|are|was|were|between|among|against|as|but|after|during|per|due"
    r"|that|which"
    r"|through|within|respectively|where|because|thereby|depending)\b)"
)
_EMPTY = word_set(
    "upto factor it them they this that these those which we our us performance results result model models "
    "method "
    "methods baseline baselines approach approaches state-of-the-art sota work ones one than "
    "respectively others other average up by to the and or best previous prior existing improvement "
    "improvements gain gains reduction more less over only all both its their is are was were of in on "
    "at with for as not but also has have had can improves reduces achieves using while when strong "
    "competitive absolute relative practice points percent value values respect state significant "
    "significantly setup setups"
)
_LONG_FLOPS = "floating point operations"
_AVERAGE, _ONE_WORD = "average precision", "average_precision"
"""A metric by that name, whose first word is no adjective of the precision; told apart from that."""
_NO_EDGE = word_set(
    "drastic gradual state-of-the-art "
    "s upto approximately roughly nearly around obtained achieved attained reached number "
    "the a an of in on and or to by its their our with for up over is are was at from than as via while "
    "when that which average mean overall absolute relative more less about only also both achieving "
    "achieves reaching reaches attaining obtaining obtains yields yielding new maximum minimum average. "
    "significant significantly improved reduced substantial remarkable impressive high higher lower "
    "best strong top highest lowest largest smallest worst respective metric metrics lifting raising "
    "pushing driving key having gives shows shown see sees "
    "ranging has have attains exhibits delivers delivering maintains maintaining retains retaining exceeds"
    " had"
) | verb_forms(
    "reduce improve increase decrease boost lower raise enhance cut save accelerate lift drop achieve "
    "reach yield attain obtain show give surpass outperform compare inflate degrade elevate preserve retain"
)


HALF_A_NAME = pattern(r"-(?:level|wise|based|aware|related|specific|setting|like|time|only)$")
_HEAD = pattern(r" (?:per|of|in|for|on|over|across) ")


def bare(thing: str) -> str:
    """Return a name without the little words at its ends, or nothing where no name is left."""
    if _LONG_FLOPS in thing:
        thing = thing.replace(_LONG_FLOPS, "FLOPs")
    words = _HEAD.split(thing)[0].replace(_AVERAGE, _ONE_WORD).split()
    for at in range(len(words) - 2, 0, -1):
        if words[at] in _NO_EDGE:
            words = words[at + 1 :]
            break
    while words and words[0] in _NO_EDGE:
        words = words[1:]
    while words and words[-1] in _NO_EDGE:
        words = words[:-1]
    while len(words) > 1 and (len(words) > _MOST_WORDS or len(" ".join(words)) > LONGEST):
        words = words[1:]
    name = " ".join(words).replace(_ONE_WORD, _AVERAGE)
    if len(words) == 1 and (name.endswith("ly") or HALF_A_NAME.search(name)):
        return ""
    if not words or len(name) > LONGEST or (len(words) == 1 and name in _EMPTY):
        return ""
    return name if not _EMPTY.intersection(words) or words[-1] not in _EMPTY else ""


def unjudged(thing: str) -> str:
    """Return a noun without an adjective that an adverb goes before, as it only judges the value."""
    short = _JUDGED.sub("", thing)
    return "" if _DEGREE.match(short) else short


_DEGREES = (
    r"(?:very|too|quite|rather|fairly|extremely|relatively|remarkably|unusually|exceptionally|surprisingly"
    r"|highly|significantly|slightly|comparatively)"
)
_JUDGED = pattern(rf"^(?:[\w-]+ )?{_DEGREES} [\w-]+ (?=\w)")
_DEGREE = pattern(rf"(?:[\w-]+ )?{_DEGREES}\b")
