"""What a figure measures that its sentence names elsewhere: what was raised, or has its own value there."""

from __future__ import annotations

import re

from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.figures import last_match
from radar.abstracts.figures.measured import LONGEST_FIGURE, as_written, joined
from radar.abstracts.figures.measured_names import CHANGE, LEVELS, SO_MANY, WORD, bare
from radar.abstracts.figures.measured_senses import conceded, improved, less_is_better, lower_by
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_METRICS = (
    r"(?:[a-z]*(?:auc|auroc|auprc|f1|miou|iou|map|wer|cer|bleu|dice|rmse|mape)(?:[@_-]?\d[\d.:-]*\d)?"
    r"|(?:auc|roc|pr|macro|micro|weighted)-(?:auc|roc|pr|f1)|(?:[a-z]{1,3}-)?(?:ssim|psnr|lpips|fid|fvd)"
    r"|r2|pcc|mcc|dsc|hota|mota|idf1|ndcg|mrr|ece|epe|ade|fde|snr|si-sdr|pesq|stoi|map@\d+|p@\d|r@\d+"
    r"|(?:recall|hits?|pass|precision|ndcg|map|rank|p|r|mrr)@(?:\d+|k)|rank-1|ap(?:50|75)?|asr|ppl|kappa"
    r"|coefficients?|throughputs?"
    r"|likelihoods?|probability|fraction|share|runtime|lifetime|length|footprint|capacity|f-scores?)"
)
_MEASURE = rf"(?P<thing>(?:{WORD} ){{0,3}}?(?:{LEVELS}|{_METRICS}))(?![\w@-])"
_LIST = r"(?:(?:,|,? and|,? or|/)\s?[$~+\-−≈]*\d[\d.,]*\d?\s?(?:\\?%|pp|points?|x|×|db)?\$?){0,4}"
_CHANGED = (
    rf"(?: (?:absolute|relative|average|overall|mean|performance|percentage|significant)){{0,2}}(?:"
    rf" {CHANGE})?"
)
_OVER = r"(?: (?:over|compared (?:to|with)|relative to|against|versus) [^.;,:()\d]{1,60}?)?"
_BEHIND = pattern(
    rf"^[\s$}}*\\)%]*(?:points?)?{_LIST}{_CHANGED}{_OVER},?"
    rf"(?: respectively,?)?(?: on average)? (?:in terms of|in|of|on(?= (?:the )?[a-z-]+@)) (?:the |both "
    rf"|its |their )?{_MEASURE}"
)
_BEHIND_ON = pattern(
    rf"^[\s$}}*\\)%]*(?:points?)?{_LIST}{_CHANGED}{_OVER} on (?:the |3d )?{_MEASURE}"
    r"(?=[.,;:()]|$| (?:and|on|over|for|in|while|with|compared|across|at)\b)"
)
_BEHIND_IN = pattern(
    rf"^[\s$}}*\\)%]*(?:points?)?{_LIST}{_CHANGED}{_OVER},?(?: on average)? (?:in terms of|in) (?:the "
    rf"|both |its |their )?"
    rf"(?P<thing>(?:{WORD} ){{0,2}}?(?:[a-z-]+(?:tion|ment|ity|ance|ence|ness|cy)|speed|reasoning"
    rf"|understanding|planning))"
    r"(?=[.,;:()]|$| (?:over|compared|on|in|for|across|while|and|with|at|by|when|under|as|without|tasks?"
    r"|respectively|than)\b)"
)
"""Behind a figure: "by 3.1% in top-1 accuracy", "gains of 3% over baselines in terms of F1"."""
_VALUE = (
    r"[\s$~≈]*(?:\\[a-z]+\{)?[-−]?\d[\d.,]*\}?\$?(?:\s?\\?%|\s?±\s?[\d.]+|"
    r" ?[μu]?[a-z]{1,3}(?:/[a-z]{1,2}\d?)?)?\$?"
)
_GAP = (
    r"(?:\s?\(\s?(?:an? )?|\s?(?:,|--+|—|–) ?(?:(?:an?|the|yielding|achieving|representing|which is"
    r"|corresponding to|marking|with|for|i\.e\.,?) )*|, (?:outperform|surpass|exceed|improv|beat)[a-z]*"
    r" [^.;,:()\d]{1,60} by )"
    r"(?:an? )?(?:(?:absolute|relative|average|over|about|nearly|up to|an average of) )*[\s$~≈+−-]*$"
)
_HELD = pattern(
    rf"(?<![\w-]){_MEASURE}\)?(?: scores?| values?)? ?(?:of|is|was|to|at|=|:|\()\s?(?:about |only"
    rf" )?{_VALUE}{_GAP}"
)
_HELD_BEHIND = pattern(rf"(?<![\w.]){_VALUE} {_MEASURE}{_GAP}")
"""Named beside its own value, before its change: "an AUC of 0.79, a 3% improvement"."""
_VERB = (
    r"(?:improv|enhanc|boost|increas|rais|lift|reduc|decreas|lower|degrad|shorten|push|bring|advanc|elevat"
    r"|extend|cut|drop|shrink|accelerat|trim|narrow)(?:e?s|ed|ing|e|ting|ping|ming|med)?"
)
_OTHER_DEED = (
    r"outperform\w*|surpass\w*|exceed\w*|slash\w*|beat|but|while|whereas|by|validated|evidenced|confirmed"
    r"|judged|enabling|allowing|supported"
)
_OBJECT = pattern(
    rf"(?<!\bwith )(?<!\bof )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bunder )(?<!\bfor )\b(?P<verb>{_VERB}) "
    rf"(?P<object>(?:(?!\b(?:{_VERB}|{_OTHER_DEED})\b)[^;:]){{3,150}}?),? "
    r"(?P<how>by|from|achieving|with|yielding)\b[^.;,:\d]{0,60}"
    r"(?:\d[\d.]*\s?(?:\\?%)?\$?(?:, and|,| and|/)\s?[$+~−-]*)*$"
)
_ITS_MEASURE = pattern(
    rf"(?<![\w-]){_MEASURE}(?!/)(?! (?:variance|ratios?|stability|gaps?|errors?|rates?|variation"
    rf"|deviations?)\b)"
)
_HEAD_ENDS = pattern(
    r"[,($]|\s(?:on|in|of|for|across|over|with|at|under|by|when|per|against|among|between|from|to|while"
    r"|within"
    r"|using|via|without|during|through|as)\s"
)
_IMPROVED = pattern(
    rf"\b(?:improved|better|higher|superior) {_MEASURE},? (?:outperform|surpass|exceed|beat)\w*"
    rf" [^.;:()\d]{{1,80}}? by {SO_MANY}$"
)
"""As in "in terms of improved accuracy, outperforming others by"."""
_OUTDONE_IN = pattern(
    rf"\b(?:outperform|surpass|exceed|beat)\w* [^.;:]{{1,80}}? in (?:terms of |the )*"
    rf"(?P<thing>(?:{WORD} ){{0,2}}?(?:[a-z-]+(?:ity|ness|ance|ence|tion|ment|cy)|speed)) by {SO_MANY}$"
)
_IS_NAME = pattern(r"[A-Z].*(?:\d|[a-z])")
_RANGED = pattern(
    rf"(?<![\w-]){_MEASURE} (?:[a-z]+ly )?(?:rang|vary|vari)\w* (?:from|between) (?:[^.;]|\.(?=\d)){{1,80}}$"
)
_EXAMPLE = pattern(r"\((?:e\.g|i\.e|such as)(?![^()]*\))|fold\b")
_UP = pattern(r"improv|enhanc|boost|increas|rais|lift|advanc|elevat")
_HOW = ("by", "achieving", "yielding")
_STEPS = ("by", "from")
_MORE_OR_LESS = pattern(
    r"^[\s$}*\\)]*(fewer|less|lower|smaller|shorter|more|higher|larger|greater|longer)"
    r"(?=[.,;:()$]|$| (?:than|for|in|at|on|over|compared|relative|while|and|as)\b)"
)
_NOUN_TIMES = pattern(
    rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}?(?:{LEVELS}|{_METRICS}|density|densities|mass(?:es)?|rate"
    rf"|size|ratio|number|abundance|frequency"
    r"|temperature|resolution|luminosity|sensitivity|flux|fluxes|volume|amplitude|lifetime|magnitude"
    r"|intensity|constant|area|pressure"
    r"|consumption|requirements?|factors?|strength|conductivity|mobility|population|risk|complexity))(?:"
    r" (?:of|for|in) [^.;,:()\d]{1,40}?)?"
    r"(?:,| (?:that|which) (?:is|are|can be)| is| are| was| were| being| of)? "
    r"(?:(?:about|approximately|around|roughly|nearly|almost|over|up to|only|at least|more than|an?|as"
    r" much as|well over|on average) ?)*[\s$~≈]*$"
)
_SHORT = pattern(r"(?!(?:over|on|upon|under|in|with|against)\b)\S+(?: \S+){0,3}")
"""What is raised or lowered where it is no known measure."""
_FAR = pattern(
    r"(?:the |its |their |an? )?(?!(?:[\w-]+ )?(?:amount|number|degree|level|use|need|share|range|set)\b)"
    r"(?:[\w-]+ ){1,4}(?:between|of|across|for|in|during) (?!which\b)[^,;:()\d]{3,90}$"
)
"""The same where what it is of, or where, is told behind it."""
_OUTDOES = pattern(r"(?:over|upon|on) ")
"""Behind "improves", before who is outdone: what is measured stands behind an "in" or another "on"."""
_IN_OR_ON = pattern(r"^.*? (?:in|on) |^.*")
_NOUNS = pattern(r"(?:[a-z][a-z-]* ){0,5}[a-z][a-z-]+$")
_ON_NAMED = pattern(r"(?:^|\s)on (?:the )?(?=[a-z])")
_NAMED = pattern(r"[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2}")
_MOVED = (
    r"(?:drops?|dropped|falls?|fell|rises?|rose|increase[sd]?|decrease[sd]?|improve[sd]?|declines?"
    r"|declined|grows?|grew"
    r"|climb(?:s|ed)?|surg(?:e[sd]?|ing)|soar(?:s|ed)?|jump(?:s|ed)?|more than doubles?|doubles?|degrades?"
    r"|collapses?|shrinks?|goes|went|changes?"
    r"|(?:is|are|was|were) (?:reduced|increased|improved|lowered|raised|cut|elevated|boosted)"
    r"|dropping|rising|increasing|decreasing|falling|declining|improving|growing)"
)
_SUBJECT = pattern(
    rf"(?<![\w-]){_MEASURE}(?: \([^()]{{1,40}}\)| \$[^$]{{1,40}}\$)?"
    rf"(?: (?:on|in|of|for|across|at|among|under) (?:(?!\b{_MOVED}\b)[^,;:.\d]){{1,70}}?)?,? (?:[a-z]+ly"
    rf" )?{_MOVED} "
    r"(?:[a-z]+ly )?(?:by|from|to)\b[^.;,:\d]{0,24}$"
)
_HIGHER = pattern(
    rf"(?<![\w-]){_MEASURE}(?: (?:is|was|that is|are))? (?:(?:an average of|on average|about|over|up to"
    rf"|nearly) )*[\s$~≈]*$"
)
_COMPARATIVE = pattern(r"^[\s$}\\)]*(?:higher|lower|better|greater|smaller|shorter|less|more) than\b")
_SHARED = pattern(
    rf"^[\s$}}*\\)%]*{_LIST}{_CHANGED} in (?:the )?[a-z]+-(?:level|wise) and (?:{WORD} )?"
    rf"(?P<thing>{WORD})(?=[.,;:()]|$| (?:on|in|for|of|over|respectively|compared)\b)"
)
_CHANGE_OF = pattern(
    rf"\b{CHANGE} (?:in|of) (?:the |its |their )?(?P<thing>{WORD}(?: {WORD}){{0,3}}?)(?: \([^()]{{1,20}}\))?"
    rf"(?: (?:on|in|for|across) [^.;,:\d]{{1,50}}?)? (?:by|of) {SO_MANY}$"
)
_SIGNS = ("+", "−")
_LOSS = pattern(
    r"^[\s$}\\)]*(?:(?:relative|absolute|performance) )?(?:drop|loss|decrease|degradation|decline)"
)
"""A harm, of which what suffers it is no outcome that is told."""
_DECIBELS = pattern(
    r"(?<![\w-])(?P<thing>(?:ws-|pp-|bd-)?psnr|si-sdri?|sinr|snr|gsnr|nmse|signal-to-noise ratio|evm|acpr"
    r"|sir|sdr)s?(?![\w-])"
)
_LISTED = pattern(rf"^{_LIST}")
_ANOTHER = pattern(r"\d\s?\$?\s?db\b")


def named_around(figure: Figure, text: str, lower: str) -> str:
    """Return a figure with what it measures, where its sentence names that at some distance, or nothing.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    before, after = lower[max(0, figure.start - 210) : figure.start], lower[figure.end : figure.end + 130]
    if figure.kind is Kind.POINTS and "point" not in figure.text:
        thing = _of_decibels(before, after) if figure.text.endswith("dB") else ""
    elif figure.kind is Kind.CHANGE:
        before += "from "
        thing = _object(before, whole=True) or _held(_SUBJECT, before)
        if not thing or _is_name(thing, as_written(thing, text, lower, figure)):
            return _on_named(figure, text, before)
    elif figure.kind in (Kind.TIMES, Kind.WORD):
        return _times(figure, text, lower, before, after)
    elif figure.text.startswith(_SIGNS):
        fall = figure.text[0] == "−"
        thing = _amount(before, after, fall=fall)
        if fall and _LOSS.match(after) and not less_is_better(thing):
            return ""
        if _is_name(thing, as_written(thing, text, lower, figure)):
            return ""
    else:
        thing = _held(_RANGED, before) if "–" in figure.text else ""
    if not thing:
        return ""
    number = improved(figure.text, thing, before + after[:40])
    named = joined(number, as_written(thing, text, lower, figure))
    return "" if named == number else named


def _times(figure: Figure, text: str, lower: str, before: str, after: str) -> str:
    """Return a multiple with its comparative and the noun before: "at a cost 3 times lower", or nothing."""
    how, noun = _MORE_OR_LESS.match(after), _NOUN_TIMES.search(before)
    thing = bare(noun["thing"]) if how and noun else ""
    if not how and figure.kind is Kind.TIMES and not conceded(before):
        return _times_by(figure, text, lower, before)
    if not how or not thing or thing.endswith("costs") or conceded(before):
        return ""
    number = f"{figure.text} {how[1]}"
    named = joined(number, as_written(thing, text, lower, figure))
    return "" if named == number else named


def _times_by(figure: Figure, text: str, lower: str, before: str) -> str:
    """Return a multiple with what was raised or lowered by it, however far before it stands, or nothing."""
    before = before.replace(" (by ", " by ") + "by " * lower.startswith("by ", figure.start)
    by = _OBJECT.search(before)
    found = by or _SHORT_OBJECT.search(before)
    if found is None or _PUT_IN.search(found["object"]):
        return ""
    if by:
        thing = _object(before) if by["how"] == "by" else ""
    else:
        thing = "" if _AS.match(lower, figure.end) else bare(found["object"].partition(" of ")[0])
    if not thing or _is_name(thing, as_written(thing, text, lower, figure)):
        return ""
    less = _DOWN.match(found["verb"]) or (_UP.match(found["verb"]) and less_is_better(thing.split()[-1]))
    number = f"{figure.text}{lower_by(thing)}" if less else figure.text
    named = joined(number, as_written(thing, text, lower, figure))
    return "" if named == number else named


_AS = pattern(r"[\s$]*(?:as |more |the )")
_SHORT_OBJECT = pattern(
    rf"\b(?P<verb>{_VERB}) (?P<object>(?:the |its |their )?(?:{WORD} ){{0,4}}?{WORD}(?: of (?:the"
    rf" )?(?:{WORD} ){{0,2}}{WORD})?) "
    r"(?:by |up to |about |approximately |over |nearly )*[\s$~≈]*$"
)
_DOWN = pattern(r"reduc|decreas|lower|shorten|cut|drop|shrink|trim|narrow")
_PUT_IN = pattern(r"\b(?:initial|input|assumed|adopted)\b")
_NEAR = 130
_A_DIGIT = pattern(r"\d")
_CHANGE_GATES = (
    "improv", "gain", "reduc", "creas", "boost", "drop", "saving", "speed", "declin", "degrad", "loss",
    "lift", "rise", "enhanc", "advantage", "cut",
)  # fmt: skip
"""One of these stands before a figure that is the amount of a change."""


def _amount(before: str, after: str, *, fall: bool) -> str:
    """Return what a percentage or points measure, or nothing."""
    for told in (_BEHIND, _BEHIND_ON, _BEHIND_IN, _SHARED):
        if (found := told.match(after)) and (thing := bare(found["thing"])):
            return thing
    near = before[-_NEAR:]
    for told, asked in (
        (_CHANGE_OF, any_of(_CHANGE_GATES, near)),
        (_HELD, has_value := _A_DIGIT.search(near) is not None),
        (_HELD_BEHIND, has_value),
    ):
        if asked and (thing := _held(told, before)):
            return thing
    if _COMPARATIVE.match(after) and (thing := _held(_HIGHER, before)):
        return thing
    return (
        _object(before, fall=fall)
        or _held(_SUBJECT, before)
        or _held(_OUTDONE_IN, before)
        or _held(_IMPROVED, before)
    )


def _is_name(thing: str, written: str) -> bool:
    """Say whether what was raised is a system by its name, and no measure."""
    return _IS_NAME.search(written) is not None and not _ITS_MEASURE.search(thing)


def _held(told: re.Pattern[str], before: str) -> str:
    """Return the name that a pattern finds last in the words before a figure, or nothing."""
    found = last_match(told, before)
    return bare(found["thing"]).removeprefix("art ") if found else ""


def _object(before: str, *, whole: bool = False, fall: bool = False) -> str:
    """Return what a verb before a figure says is raised or lowered, or nothing.

    Args:
        before: the words before the figure.
        whole: whether it may be any noun, and no known measure alone.
        fall: whether the figure is one, which what is told to be improved is not.
    """
    found = _OBJECT.search(before)
    if found is None:
        return ""
    told = found["object"]
    if _OUTDOES.match(told):
        told = _IN_OR_ON.split(told, maxsplit=1)[-1]
    if _EXAMPLE.search(told) or (fall and found["how"] not in _STEPS and _UP.match(found["verb"])):
        return ""
    if (measure := _ITS_MEASURE.search(told)) and (thing := bare(measure["thing"])):
        return thing
    far = not whole and not (found["how"] == "by" and _FAR.match(told))
    if found["how"] != "from" if whole else found["how"] not in _HOW or (far and not _SHORT.fullmatch(told)):
        return ""
    head = _HEAD_ENDS.split(f"{told} ")[0].replace("s' ", "'s ").rpartition("'s ")[2].strip()
    return bare(head) if _NOUNS.match(head) else ""


def _on_named(figure: Figure, text: str, before: str) -> str:
    """Return a change with the data on which something that has no other name improved, or nothing."""
    found = _OBJECT.search(before)
    on = last_match(_ON_NAMED, found["object"]) if found else None
    if found is None or on is None:
        return ""
    at = figure.start - len(before) + len("from ") + found.start("object") + on.end()
    named = _NAMED.match(text, max(0, at))
    whole = f"{figure.text} on {named[0]}" if named else ""
    return whole if len(whole) <= LONGEST_FIGURE else ""


def _of_decibels(before: str, after: str) -> str:
    """Return what is measured in decibels: the name nearest behind, or the last one before."""
    after = _LISTED.sub("", after)
    behind = _DECIBELS.search(_ANOTHER.split(after)[0])
    if behind and not _OTHER_CLAUSE.search(after[: behind.start()]):
        return behind["thing"]
    found = last_match(_DECIBELS, before)
    return found["thing"] if found and not _OTHER_CLAUSE.search(before[found.end() :]) else ""


_OTHER_CLAUSE = pattern(
    r"[;:]|, (?!and\b|notably\b|[a-z]+ing\b)|\b(?:while|whereas|but|although|when|with|at(?! least| most)"
    r"|under)\b"
)
