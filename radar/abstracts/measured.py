"""What a figure measures, in the words of its sentence: "accuracy", "training time", "parameters"."""

from __future__ import annotations

import re

from radar.abstracts.figure_words import BELOW_ONE, BY, LISTED
from radar.abstracts.figures import Figure, Kind
from radar.abstracts.patterns import pattern
from radar.abstracts.words import any_of, verb_forms, word_set

LONGEST = 22
"""A thing that is measured is named in so many characters at most."""
_MOST_WORDS = 3
_NO_THING = (
    r"(?:and|or|with|to|than|by|from|on|in|of|for|while|respectively|when|as|is|are|at|over|without|versus|vs"
    r"|relative|compared)"
)
_WORD = rf"(?!{_NO_THING}\b)[a-z][\w@+/-]*(?:(?<=@\d)\.\d{{1,3}})?"
_LEVELS = (
    r"(?:(?:mean )?average precision|accurac(?:y|ies)"
    r"|success(?: rates?)?|rates?|scores?|f1(?:[- ]scores?)?|macro[- ]f1|micro[- ]f1"
    r"|recall"
    r"|precision|auc|auroc|auc-roc|roc-auc|map|miou|iou|dice|bleu|chrf|comet|rouge(?:-\w+)?|wer|cer|eer"
    r"|psnr|ssim"
    r"|lpips|fid|mae|rmse|mse|ndcg(?:@\d+)?|mrr|hits?@\d+|recall@\d+|pass@\d+|em|perplexity|correlation"
    r"|agreement|coverage|reliability|consistency|fidelity|throughput|latency|speed|overhead|sensitivity"
    r"|specificity|efficiency|robustness|performance|errors?|losses|loss|costs?|time|memory|energy"
    r"|utili[sz]ation"
    r"|sparsity|compression|distance|variance|rewards?|returns?|fairness|similarity|speed-?ups?"
    r"|acceleration|diversity|usability|quality|completeness|reduction|yield|bandwidth|power|uncertainty"
    r"|bias)(?:(?<=error) rates?| efficiency| overhead)?"
)
_LEADS = (
    r"(?:(?:the|its|their|our|overall|average(?! precision)"
    r"|mean(?! average precision)|total|both|an?|relative(?! to\b)|absolute|up|to"
    r"|state-of-the-art"
    r"|in|this|that|these|those|baseline|existing|final|significant|additional|further|corresponding"
    r"|respective) )*"
)
_CHANGE = (
    r"(?:improvements?|gains?|reductions?|increases?|decreases?|boosts?|drops?|savings?|speed-?ups?|declines?"
    r"|degradation|loss|lifts?|rises?|enhancements?|advantages?|cuts?)"
)
_STOP = (
    r"(?=\s?(?:[,.;:()$\\]|$)|\s(?:by|from|to|on|in|of|for|with|over|across|at|and|or|while|when|than|compared|relative"
    r"|without|under|using|via|versus|vs|is|are|was|were|between|among|against|as|but|after|during|per|due"
    r"|that|which"
    r"|through|within|respectively|where|because|thereby|depending)\b)"
)
_CHANGE_OF = pattern(
    rf"^\s?(?:[a-z-]+ ){{0,2}}?{_CHANGE} (?:in|of) {_LEADS}(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?){_STOP}"
)
_NAMED_CHANGE = pattern(rf"^\s?{_LEADS}(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?) {_CHANGE}\b")
_LEVEL_AFTER = pattern(rf"^\s?(?:in )?{_LEADS}(?P<thing>(?:{_WORD} ){{0,2}}?{_LEVELS})\b")
_FEWER = pattern(
    rf"^\s?(?:lower|higher|fewer|less|more|smaller|larger|shorter|greater|better|additional|extra) "
    rf"{_LEADS}(?P<thing>{_WORD}(?: {_WORD}){{0,1}}?){_STOP}"
)
_HALVED = pattern(rf"^\s?{_LEADS}(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?){_STOP}")
_SHARE = pattern(
    rf"^\s?of (?:the |all |our |its |their |these |possible )*(?P<thing>{_WORD}(?: {_WORD}){{0,2}})"
)
_PLURAL = pattern(
    r"^(?:\S+(?= (?:aris|com|occur|originat|remain)(?:es|s)\b)"
    r"|(?:\S+ ){0,2}?(?:[a-z-]+[^s\W]s|data|flux|time|mass|energy|population|variance|budget)\b)"
)
_CHANGED_BEFORE = pattern(
    r"\b(?:reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|boost(?:s"
    r"|ed|ing)?"
    r"|lower(?:s|ed|ing)?|rais(?:e[sd]?|ing)|cut(?:s|ting)?|accelerat(?:e[sd]?|ing)|enhanc(?:e[sd]?|ing)"
    r"|speed(?:s|ing)? up|shrink(?:s|ing)?|sav(?:e[sd]?|ing)|lift(?:s|ed|ing)?|bring(?:s|ing)?|shorten(?:s"
    r"|ed|ing)?"
    rf"|degrad(?:e[sd]?|ing)|drop(?:s|ped|ping)?) {_LEADS}"
    rf"(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?)(?: (?:in|on|across|of|for|over"
    rf"|between) [^,.;]{{1,40}}?)? (?:by|from|to) [^.;,]{{0,24}}$"
)
_LEVEL_BEFORE = pattern(
    rf"(?<!\w)(?=[a-z])(?P<thing>(?:{_WORD} ){{0,2}}?{_LEVELS})(?: \([^()]{{1,20}}\))?"
    rf"(?: {_CHANGE})?(?: (?:rates?|scores?|values?|levels?|ranging|ranges|increases|increased|drops"
    rf"|dropped|improved|consistently))? ?"
    r"(?:of|is|was|are|were|to|at|reaches|reaching|from|by|up to|above|below|over|under|exceeding|:|=|\(|,)"
    r"[^a-z.;,]{0,6}(?:(?:up to|over|about|approximately|around|nearly|only|at least|more than|to|as high as"
    r"|as low as) ?)*\$?$"
)
_CHANGE_BEFORE = pattern(
    rf"\b{_CHANGE} (?:in|of|on) {_LEADS}(?P<thing>{_WORD}(?: {_WORD}){{0,2}}?) ?\(?(?:of |by "
    rf"|from )?[^.;,a-z]{{0,6}}$"
)
_SUBJECT_MOVED = pattern(
    rf"(?:^|[,;] |\band |\bwhile |\bwith |\bthat ){_LEADS}(?P<thing>(?:{_WORD} ){{0,2}}?{_WORD}) "
    r"(?:drops?|dropped|falls?|fell|rises?|rose|increase[sd]?|decrease[sd]?|improve[sd]?|declines?"
    r"|declined|grows|grew"
    r"|(?:is|are|was|were) (?:reduced|increased|improved|lowered|raised|cut)|reduced|increased|dropping"
    r"|rising|increasing|decreasing|falling|declining)"
    r" (?:by|from|to) [^.;,]{0,24}$"
)
_EMPTY = word_set(
    "upto it them they this that these those which we our us performance results result model models method "
    "methods baseline baselines approach approaches state-of-the-art sota work ones one than "
    "respectively others other average up by to the and or best previous prior existing improvement "
    "improvements gain gains reduction more less over only all both its their is are was were of in on "
    "at with for as not but also has have had can improves reduces achieves using while when strong "
    "competitive absolute relative points percent value values respect state significant significantly"
)
_AVERAGE, _ONE_WORD = "average precision", "average_precision"
"""A metric by that name, whose first word is no adjective of the precision; told apart from that."""
_NO_EDGE = word_set(
    "s upto approximately roughly nearly around obtained achieved attained reached number "
    "the a an of in on and or to by its their our with for up over is are was at from than as via while "
    "when that which average mean overall absolute relative more less about only also both achieving "
    "achieves reaching reaches attaining obtaining obtains yields yielding new maximum minimum average. "
    "significant significantly improved reduced substantial remarkable impressive high higher lower "
    "best strong top respective metric metrics lifting raising pushing driving key having gives shows "
    "has have attains exhibits delivers delivering maintains maintaining retains retaining exceeds had"
) | verb_forms(
    "reduce improve increase decrease boost lower raise enhance cut save accelerate lift drop achieve "
    "reach yield attain obtain show give surpass outperform compare"
)


def thing_after(after: str) -> str:
    """Return what the words behind a figure say that it measures, or nothing."""
    for told in (_CHANGE_OF, _FEWER, _LEVEL_AFTER, _NAMED_CHANGE):
        match = told.match(after)
        if match and (thing := _bare(match["thing"])):
            return thing
    return ""


def share_after(after: str) -> str:
    """Return of what a percentage is the share, or nothing."""
    match = _SHARE.match(after)
    counted = _PLURAL.match(match["thing"]) if match else None
    return _bare(counted[0]) if counted else ""


_NOT_MOVED = (_LEVEL_BEFORE, _CHANGE_BEFORE)
_MOVED_GATES = (" by ", " from ", " to ")
_MOVED_REACH = 32
"""So many characters before a figure hold one of these where the other patterns match."""


def thing_before(before: str) -> str:
    """Return what the words before a figure say that it measures, or nothing."""
    moved = any_of(_MOVED_GATES, before[-_MOVED_REACH:])
    for told in (_CHANGED_BEFORE, _LEVEL_BEFORE, _CHANGE_BEFORE, _SUBJECT_MOVED) if moved else _NOT_MOVED:
        found = [match["thing"] for match in told.finditer(before)]
        if found and (thing := _bare(found[-1])):
            return thing
    return ""


_HALF_A_NAME = pattern(r"-(?:level|wise|based|aware|specific|setting|like|time|only)$")
_HEAD = pattern(r" (?:per|of|in|for|on|over|across) ")


def _bare(thing: str) -> str:
    """Return a name without the little words at its ends, or nothing where no name is left."""
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
    if len(words) == 1 and (name.endswith("ly") or _HALF_A_NAME.search(name)):
        return ""
    if not words or len(name) > LONGEST or (len(words) == 1 and name in _EMPTY):
        return ""
    return name if not _EMPTY.intersection(words) or words[-1] not in _EMPTY else ""


LONGEST_FIGURE = 34
"""A figure with its unit and what it measures has so many characters at most."""
_LOWER_IS_BETTER = word_set(
    "error errors loss losses wer cer eer latency perplexity fid lpips mae rmse mse cost costs time overhead "
    "memory runtime energy hallucination hallucinations bias"
)
_IMPROVES = pattern(
    r"\b(?:improv\w*|enhanc\w*|outperform\w*|surpass\w*|better|boost\w*|gains?)\b(?!.*\b(?:reduc|decreas"
    r"|increas))"
)
_REDUCES = pattern(
    r"\b(?:reduc\w*|decreas\w*|lower(?:s|ed|ing)|cut(?:s|ting)?|shrink\w*|sav(?:es|ed|ing)|drop\w*)\b"
)
_SPEED_UP = pattern(r"\b(?:speed-?ups?|acceleration) (?:of|by|up to|factor of) (?:[a-z]+ ){0,3}[^a-z]{0,4}$")
_LESSENS = pattern(r"^\s?(?:[a-z-]+ )?(?:reduc|decreas|sav|cut|drop|declin)")
_ACRONYM = re.compile(r"^[\s$}*\\)]*(?:in )?([A-Z][\w@.-]*[A-Z][\w@-]*)(?=[\s.,;)]|$)")
_MORE_OR_LESS = pattern(r"^\s?(lower|fewer|less|smaller|shorter|cheaper|higher|greater|larger|longer|more)\b")
_COMPARED = pattern(
    rf"^\s?(?P<how>(?:faster|slower|fewer|less|more|lower|higher|smaller|larger|greater|better|cheaper"
    rf"|shorter)"
    rf"(?: (?!than\b)(?:{_WORD} )??{_WORD})??|(?:[a-z-]+ )?(?:speed-?ups?|accelerations?|reductions?"
    rf"|improvements?|gains?"
    rf"|increases?|compression|throughput|savings?)){_STOP}"
)
_WHERE = pattern(
    r"^\s?(?:(?:improvements?|gains?|increases?|reductions?|boosts?|speed-?ups?|savings?) )?"
    r"(?P<how>on|over|in) (?:the |its |our |an? )?(?P<what>[A-Za-z][\w.+-]*(?: [A-Za-z][\w.+-]*){0,3}?)"
    + _STOP
)
_NOWHERE = word_set(
    "total terms average some most order both all many cases general comparison particular this these those "
    "our which each every other others two three four five six seven eight nine ten several multiple "
    "various different existing previous prior time times "
    "relative experiments performance simulation simulations practice addition recent"
)
"""What says nothing of where a figure holds."""
_COORDINATED = pattern(
    r"^(?:(?:,| and|, and| to|/)\s?\$?[+\-−]?\d[\d.]*\s?(?:\\?%|x\b|×|\\times\b)?\$?){1,4}"
)
_SPEED = pattern(r"^\s?(?P<word>faster|slower|better|cheaper|worse)\b")


def named_figure(figure: Figure, text: str, lower: str) -> str:
    """Return a figure with what it measures, where the words beside it say so.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    if figure.kind in (Kind.METRIC, Kind.RANK, Kind.VALUE):
        return figure.text
    before = lower[max(0, figure.start - 90) : figure.start]
    after = _COORDINATED.sub("", lower[figure.end : figure.end + 80].lstrip("$}*\\)"))
    if figure.kind in (Kind.TIMES, Kind.WORD):
        number, thing = _multiple(figure.text, before + "by " * lower.startswith("by ", figure.start), after)
    elif figure.kind is Kind.PERCENT and (speed := _SPEED.match(after)):
        return _joined(figure.text.lstrip("+−"), speed["word"])
    elif figure.kind is Kind.POINTS and "point" not in figure.text:
        return figure.text
    else:
        near = text[figure.end : figure.end + 40]
        number, thing = _amount(figure, before + "from " * (figure.kind is Kind.CHANGE), after, near)
    if thing:
        return _joined(number, _as_written(thing, text, lower, figure))
    return _joined(number, where) if (where := _where(text, figure)) else number


def _where(text: str, figure: Figure) -> str:
    """Return on what data, over what or in what a figure holds that names nothing else, or nothing."""
    if LISTED.search(text[max(0, figure.start - 12) : figure.start]):
        return ""
    match = _WHERE.match(_COORDINATED.sub("", text[figure.end : figure.end + 90].lstrip("$}*\\)")))
    what = match["what"].rstrip(".").removesuffix(" such") if match else ""
    if match is None or what.split(" ", 1)[0].lower() in _NOWHERE or _HALF_A_NAME.search(what):
        return ""
    return f"{match['how']} {what}"


def _multiple(number: str, before: str, after: str) -> tuple[str, str]:
    """Return a multiple, with "lower" where it divides, and what it measures.

    A part of something is never "lower": what is reduced to 0.4× is 0.4 times as much.
    """
    lower = "" if BELOW_ONE.match(number) else " lower"
    if _SPEED_UP.search(before):
        return number, "speedup"
    changed = _CHANGE_OF.match(after)
    if changed and (thing := _bare(changed["thing"])):
        return number + lower * (_LESSENS.match(after) is not None), thing
    how = _COMPARED.match(after)
    if how and len(how["how"]) <= LONGEST + 8:
        return number, how["how"]
    if thing := thing_after(after):
        compared = _MORE_OR_LESS.match(after)
        return f"{number} {compared[1]}" if compared else number, thing
    if number == "½":
        halved = _HALVED.match(after)
        if halved and (thing := _bare(halved["thing"])):
            return number, thing
        if share := share_after(after):
            return number + " of", share
    thing = thing_before(before)
    return number + lower * bool(thing and _REDUCES.search(before)), thing


def _amount(figure: Figure, before: str, after: str, near: str) -> tuple[str, str]:
    """Return a percentage, points or a change, with "better" where less is meant, and what it measures."""
    number = figure.text
    signed = number[0] in "+−"
    acronym, thing = _acronym(near), thing_after(after)
    if not thing.startswith(acronym):
        thing = acronym
    if not thing and (signed or not BY.search(before)):
        thing = thing_before(before)
    if not thing and not signed and figure.kind is Kind.PERCENT and (share := share_after(after)):
        return number + " of", share
    less = thing and number[0] == "+" and not _LOWER_IS_BETTER.isdisjoint(thing.split())
    if less and _IMPROVES.search(before + after[:40]):
        return number[1:] + " better", thing
    return number, thing


def _acronym(after: str) -> str:
    match = _ACRONYM.match(after)
    return match[1].lower() if match and len(match[1]) <= LONGEST else ""


def _joined(number: str, thing: str) -> str:
    whole = f"{number} {thing}"
    return whole if len(whole) <= LONGEST_FIGURE else number


def _as_written(thing: str, text: str, lower: str, figure: Figure) -> str:
    """Return the thing with the capitals it has in the sentence, save that of the sentence's first word."""
    at = lower.find(thing, figure.end)
    if at < 0 or at > figure.end + 80:
        at = lower.rfind(thing, 0, figure.start)
    written = text[at : at + len(thing)] if at >= 0 else thing
    return written[:1].lower() + written[1:] if at == 0 and written[1:2].islower() else written
