"""What the words before and behind a figure say that it measures."""

from __future__ import annotations

import re

from radar.abstracts.figures.figure_words import BY
from radar.abstracts.figures.measured_names import CHANGE, LEADS, LEVELS, STOP, WORD, bare
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

CHANGE_OF = pattern(
    rf"^\s?(?:[a-z-]+ ){{0,2}}?{CHANGE} (?:in|of) {LEADS}(?P<thing>{WORD}(?: {WORD}){{0,3}}?){STOP}"
)
_NAMED_CHANGE = pattern(rf"^\s?{LEADS}(?P<thing>{WORD}(?: {WORD}){{0,2}}?) {CHANGE}\b")
_LEVEL_CHANGE = pattern(rf"^\s?{LEADS}(?P<thing>(?:{WORD} ){{0,2}}?{LEVELS}) {CHANGE}\b")
_LEVEL_AFTER = pattern(rf"^\s?(?:in )?{LEADS}(?P<thing>(?:(?:{WORD}|relative) ){{0,2}}?{LEVELS})\b")
_HEAD_BEHIND = pattern(
    r" (?:gaps?|loss|degradations?|penalty|penalties|differences?|correction|detection|mitigation|disparity"
    r"|deficits?|tax|declines?|recovery|prediction|estimation|estimates?|measurements?|budgets?|thresholds?"
    r"|constraints?|access|output|variation)\b"
)
"""Behind the name of a level, what the figure is of instead: "an accuracy gap"."""
_FEWER = pattern(
    rf"^\s?(?:(?P<more>less|more|additional)|fewer|extra|lower|higher|smaller|larger|shorter|greater|better"
    rf"|reduced|increased|improved|decreased) {LEADS}"
    rf"(?P<thing>{WORD}(?: {WORD})??(?: (?!\w+ed\b){WORD})??){STOP}"
)
HALVED = pattern(rf"^\s?{LEADS}(?P<thing>{WORD}(?: {WORD}){{0,2}}?){STOP}")
BEHIND = pattern(
    rf"^\s?(?:(?:average|mean|overall|median|absolute) )*(?P<thing>{WORD}(?: {WORD}){{0,2}}?){STOP}"
)
_SHARE = pattern(
    rf"^\s?of (?:the |all |our |its |their |these |possible )*(?P<thing>{WORD}(?: {WORD}){{0,2}})"
)
_PLURAL = pattern(
    r"^(?:\S+(?= (?:aris|com|occur|originat|remain)(?:es|s)\b)"
    r"|(?:\S+ ){0,2}?(?:[a-z-]+[^s\W]s|data|flux|time|mass|energy|population|variance|budget)\b)"
)
_CHANGES = (
    r"reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|boost(?:s"
    r"|ed|ing)?"
    r"|lower(?:s|ed|ing)?|rais(?:e[sd]?|ing)|cut(?:s|ting)?|accelerat(?:e[sd]?|ing)|enhanc(?:e[sd]?|ing)"
    r"|speed(?:s|ing)? up|shrink(?:s|ing)?|inflat(?:e[sd]?|ing)|elevat(?:e[sd]?|ing)|sav(?:e[sd]?|ing)"
    r"|lift(?:s|ed|ing)?|bring(?:s|ing)?|shorten(?:s"
    r"|ed|ing)?"
    r"|degrad(?:e[sd]?|ing)|drop(?:s|ped|ping)?"
)
_CHANGED_BEFORE = pattern(
    rf"\b(?:{_CHANGES}) {LEADS}"
    rf"(?P<thing>{WORD}(?: {WORD}){{0,4}}?)(?: \([^()]{{1,20}}\))?"
    rf"(?: (?:and|as well as) {LEADS}(?P<last>(?!(?:{_CHANGES})\b){WORD}(?: {WORD}){{0,4}}?))?"
    r"(?: (?:in|on|across|of|for|over|between) [^,.;]{1,40}?)? (?:by|from|to) [^.;,]{0,24}$"
)
_ABOUT_SO = (
    r"[^a-z.;,]{0,6}(?:(?:up to|over|about|approximately|around|nearly|only|just|at least|more than"
    r"|less than"
    r"|below|under|to|as high as|as low as) ?)*[$~≈]*$"
)
_A_WORD = pattern(rf"{WORD}$")
_LEVEL_BEFORE = pattern(
    rf"(?<!\w)(?<!\w-)(?P<level>(?:[a-z]\w{{0,11}}-){{0,2}}{LEVELS})\)?(?: \([^()]{{1,20}}\))?"
    rf"(?: {CHANGE})?(?: (?:rates?|scores?|values?|levels?|ranging|ranges|increases|increased|drops"
    rf"|dropped|improved|consistently))? ?"
    r"(?:of|is|was|are|were|to|at|reaches|reached|reaching|from|by|up to|above|below|over|under"
    r"|exceeding|:|=|\(|,)"
    rf"{_ABOUT_SO}"
)
_LEVEL_OF = pattern(
    rf"(?<!\w)(?<!\w-)(?P<level>(?:[a-z]\w{{0,11}}-){{0,2}}{LEVELS}) (?:of|on|across|for|in|over|between|with"
    rf"|under) "
    r"[^.;,()\d]{1,60}?(?: (?:is|was|are|were|remains?|reache[sd]|exceeds?|of|below|above)\b"
    r"| \()" + _ABOUT_SO
)
_REACHES = (
    r"(?:achiev|attain|reach|obtain|yield|show|exhibit|deliver|demonstrat|provid|maintain|retain|report"
    r"|observ"
    r"|find|ensur|record|preserv|produc|enabl|caus|induc|incur|suffer|retriev|identif|sav)[a-z]* "
)
_REACHED = pattern(rf"\b{_REACHES}(?:an? )?{_ABOUT_SO}")
_NOUN_OF = pattern(
    rf"\b(?:an? |average |mean |overall |median |{_REACHES})(?P<thing>{WORD}(?: {WORD}){{0,2}}?)"
    rf"(?: \([^()]{{1,20}}\))? of {_ABOUT_SO}"
)
_CHANGE_BEFORE = pattern(
    rf"\b{CHANGE} (?:in|of|on) {LEADS}(?P<thing>{WORD}(?: {WORD}){{0,2}}?) ?\(?(?:of |by "
    rf"|from )?[^.;,a-z]{{0,6}}$"
)
_SUBJECT_MOVED = pattern(
    rf"(?:^|[,;] |['’]s |\b(?:and|while|with|that|although|whereas|where|when"
    rf"|because) ){LEADS}(?P<thing>(?:{WORD} ){{0,2}}?{WORD}) "
    r"(?:drops?|dropped|falls?|fell|rises?|rose|increase[sd]?|decrease[sd]?|improve[sd]?|declines?"
    r"|declined|grows|grew"
    r"|(?:is|are|was|were) (?:reduced|increased|improved|lowered|raised|cut|elevated|boosted)|reduced"
    r"|increased|dropping"
    r"|rising|increasing|decreasing|falling|declining)"
    r" (?:by|from|to) [^.;,]{0,24}$"
)


_LETTERS = bytes(code if 97 <= code <= 122 or 48 <= code <= 57 else 32 for code in range(256))
_LEVEL_WORDS = frozenset(
    b"accuracy accuracies success rate rates score scores f1 recall precision auc auroc roc map miou "
    b"iou dice bleu chrf comet rouge wer cer eer psnr ssim lpips fid mae rmse mse ndcg mrr hit hits "
    b"pass em perplexity correlation agreement coverage reliability consistency fidelity fidelities "
    b"throughput "
    b"latency speed overhead sensitivity specificity efficiency robustness performance error errors "
    b"loss losses cost costs time memory energy utilization utilisation sparsity compression distance "
    b"variance reward rewards return returns fairness similarity speedup speedups acceleration "
    b"diversity usability quality completeness reduction yield bandwidth power uncertainty bias".split()
)
"""The words of `LEVELS`, one of which stands wherever a pattern with levels matches."""
_CHANGE_NOUNS = frozenset(
    b"improvement improvements gain gains reduction reductions increase increases decrease decreases "
    b"boost boosts drop drops saving savings speed speedup speedups decline declines degradation loss "
    b"lift lifts rise rises enhancement enhancements advantage advantages cut cuts".split()
)
"""One of these stands wherever `_CHANGE_BEFORE` matches, `CHANGE` that is."""
_MOVES = frozenset(
    b"drop drops dropped fall falls fell rise rises rose increase increases increased decrease "
    b"decreases decreased improve improves improved decline declines declined grows grew reduced "
    b"lowered raised cut elevated boosted dropping rising increasing decreasing falling declining".split()
)
"""One of these stands wherever `_SUBJECT_MOVED` matches."""


def _words(text: str) -> list[bytes]:
    return text.encode(errors="replace").translate(_LETTERS).split()


_AFTER_LEVELS = (_LEVEL_CHANGE, CHANGE_OF, _FEWER, _LEVEL_AFTER, _NAMED_CHANGE)
_AFTER = (CHANGE_OF, _FEWER, _NAMED_CHANGE)


def thing_after(after: str) -> str:
    """Return what the words behind a figure say that it measures, or nothing."""
    levels = not _LEVEL_WORDS.isdisjoint(_words(after))
    for told in _AFTER_LEVELS if levels else _AFTER:
        match = told.match(after)
        if match is None or not (thing := bare(match["thing"])) or is_object(match["thing"], thing):
            continue
        if told is _LEVEL_AFTER and (head := _HEAD_BEHIND.match(after, match.end())):
            return bare(f"{thing}{head[0]}")
        if told is _FEWER and match["more"] and thing.count(" ") < match["thing"].count(" "):
            continue
        return thing
    return ""


def is_object(told: str, thing: str) -> bool:
    """Say whether a thing is what something is done with: "data" in "generating data"."""
    first = told.partition(" ")[0]
    return first in _DOING and not thing.startswith(first)


_DOING = word_set(
    "generating producing creating solving computing simulating rendering running finding obtaining "
    "performing handling building constructing making evaluating answering"
)


def share_after(after: str) -> str:
    """Return of what a percentage is the share, or nothing."""
    match = _SHARE.match(after)
    counted = _PLURAL.match(match["thing"]) if match else None
    return bare(counted[0]) if counted else ""


def noun_behind(before: str, after: str) -> str:
    """Return the noun that a percentage belongs to, whatever it is, as in "reaches 45% foraging"."""
    behind = BEHIND.match(after) if _REACHED.search(before) else None
    thing = bare(behind["thing"]) if behind else ""
    return "" if _NO_NOUN.search(thing) else thing


_BRACKETED = pattern(
    rf"\b(?:in|of|and|like|{_CHANGES}) {LEADS}(?P<thing>{WORD}(?: {WORD}){{0,2}}) \((?:by |up to |about "
    rf"|over )?[+−-]?[~$≈]*$"
)


def bracketed_before(before: str, after: str) -> str:
    """Return the noun before a bracket that holds a figure alone, as in "in foraging (+45%)"."""
    alone = after.lstrip("$}\\ ").startswith((")", ",", ";"))
    found = _BRACKETED.search(before) if alone else None
    thing = bare(found["thing"]) if found else ""
    return "" if thing.endswith("further") else thing


def noun_before(before: str) -> str:
    """Return the noun before a percentage that belongs to it, as in "an overlap of 45%"."""
    found = _NOUN_OF.search(before)
    return bare(found["thing"]) if found else ""


_NO_NOUN = pattern(rf"(?:ing|ed|ly|times)$|^{CHANGE}$|\bof|\bfurther|data$|intervals?$|samples$|level$")


_LEVEL_OF_GATES = (
    " is ", " was ", " are ", " were ", " remain", " reache", " exceed", " of ", " below ", " above ", "(",
)  # fmt: skip
_MOVED_GATES = (" by ", " from ", " to ")
_MOVED_REACH = 32
"""So many characters before a figure hold one of these where the other patterns match."""


def thing_before(before: str, listed: bool = False) -> str:
    """Return what the words before a figure say that it measures, or nothing.

    Args:
        before: the words before it.
        listed: whether it is the first of several figures, so that it belongs to the first of several things.
    """
    near, words = before[-_MOVED_REACH:], _words(before)
    moved, levels = any_of(_MOVED_GATES, near), not _LEVEL_WORDS.isdisjoint(words)
    for told, asked in (
        (_CHANGED_BEFORE, moved),
        (_LEVEL_BEFORE, levels),
        (_CHANGE_BEFORE, not _CHANGE_NOUNS.isdisjoint(words)),
        (_LEVEL_OF, levels and any_of(_LEVEL_OF_GATES, near)),
        (_SUBJECT_MOVED, moved and not _MOVES.isdisjoint(words)),
    ):
        if not asked:
            continue
        found = list(told.finditer(before))
        if found and (thing := bare(_named_by(found[-1], before, listed))):
            return thing
    return ""


def _qualifier(before: str) -> str:
    """Return the up to two words, each with a space behind it, that end a text and belong to a level's name.

    They are looked for once the level is found, which is faster.
    """
    qualifier = ""
    for word in reversed(before.rsplit(" ", 3)[-3:-1] if before.endswith(" ") else ()):
        bare_word = word.lstrip("([{$'\"~")
        if not _A_WORD.match(bare_word):
            break
        qualifier = f"{bare_word} {qualifier}"
        if bare_word != word:
            break
    return qualifier


def _named_by(found: re.Match[str], before: str, listed: bool) -> str:
    """Return the name that a pattern found: a level with the words before it, or one of two things."""
    groups = found.groupdict()
    if level := groups.get("level"):
        return f"{_qualifier(before[: found.start()])}{level}"
    first, last = groups["thing"], groups.get("last")
    if not listed or not last:
        return last or first
    shared = _SHARED_HEAD.search(last)
    return f"{first}{shared[0]}" if shared and " " in first and not _LEVEL_LAST.search(first) else first


_SHARED_HEAD = pattern(r" (?:errors?|losses|loss|rates?|scores?|accurac(?:y|ies))$")
"""Behind two things of which the first has no head: "crack area and spine length errors"."""
_LEVEL_LAST = pattern(rf"\b{LEVELS}$")


_OUTDONE = pattern(r"\b(?:outperform|surpass|exceed|beat|improv)[a-z]* [^.;,]{0,90}$")
_OUTDONE_GATES = ("outperform", "surpass", "exceed", "beat", "improv")
_REACH = 130
"""So many characters before others are outdone may tell in what."""
_HELD = (
    pattern(
        rf"(?<!\w)(?=[a-z])(?P<thing>(?:{WORD} ){{0,2}}?{LEVELS})(?: \([^()]{{1,20}}\))? "
        r"(?:of|is|was|to|at|=) "
        r"(?:[a-z]+ ){0,2}?[~$≈]*\d[\d.]*\s?\\?%[^.;]*$"
    ),
    pattern(rf"\d\s?\\?%\$? (?P<thing>(?:{WORD} ){{0,2}}?{LEVELS})\b[^.;]*$"),
)


def held_before(before: str) -> str:
    """Return in what others are outdone, which was named where its own value was told, or nothing."""
    near = before[-110:]
    outdone = _OUTDONE.search(near) if any_of(_OUTDONE_GATES, near) and BY.search(before[-40:]) else None
    if outdone is None:
        return ""
    at = len(before) - len(near) + outdone.start()
    told = before[max(0, at - _REACH) : at]
    if "%" not in told or _LEVEL_WORDS.isdisjoint(_words(told)):
        return ""
    for held in _HELD:
        if (match := held.search(told)) and (thing := bare(match["thing"])):
            return thing
    return ""


_COMPARED_BEFORE = (
    pattern(
        rf"(?:^|[,;:(] ?|\b(?:and|that|but|while|whereas|where) )(?:the |our |its |their |this )*"
        rf"(?P<thing>{WORD}(?: {WORD}){{0,2}}?)(?: \([^()]{{1,20}}\))?(?: (?:of|in|for|with|on"
        rf"|at) [^.;:]{{1,60}}?)? "
        rf"(?:is|are|was|were|remains?|being) {_ABOUT_SO}(?:a factor )?(?:of )?$"
    ),
    pattern(
        rf"(?<![\w.%-])\d[\d.,]*[kmb]? (?P<thing>{WORD}(?: {WORD}){{0,2}}?)(?: per \w+)?(?:,|--|—| \("
        rf"| -) ?(?:which (?:is|are) )?"
        rf"{_ABOUT_SO}$"
    ),
)
"""What is so many times more or less, told before a copula, or counted before a comma."""


def compared_before(before: str) -> str:
    """Return the noun that is so many times more or less, as in "its claws are 3x larger", or nothing."""
    for told in _COMPARED_BEFORE:
        if (found := told.search(before)) and (thing := bare(_UNIT_FIRST.sub("", found["thing"]))):
            return "" if _NO_COMPARED.search(thing) else thing
    return ""


_UNIT_FIRST = pattern(r"^(?:[kmgt]b|m?s) ")
_NO_COMPARED = pattern(
    r"^(?:it|they|we|he|there|which|that|this|these|those)\b|(?:ly|ing)$"
    r"|\b(?:accurac(?:y|ies)|scores?|[mkgt]?b|m?s|(?:milli)?seconds?|minutes?|hours?|days?|fps|mag|[cmk]?m"
    r"|[kmg]?pc|[kmgt]?hz|found|times)$"
)

_QUANTITY = pattern(
    rf"(?<!\w)(?P<thing>(?:{WORD} ){{0,2}}?(?:mass|age|distance|temperature|radius|period|velocity"
    rf"|energy|luminosity"
    r"|density|width|separation|lifetime|gap|thickness|constant|size|resolution|time|delay|lag|speed"
    r"|dispersion"
    r"|frequency|wavelength|diameter|depth|height|offset|shift|rate|length|inclination|scatter|bias|error"
    r"|magnitude|redshift|metallicity|abundance)(?:e?s)?)"
    r"(?: (?:of|is|was|are|were|to be|to|at))*[ ,:=(]*(?:\$?[a-z0-9_\\{},]{0,20}\$?\s?(?:=|\\sim"
    r"|\\approx|~|≈|:)\s?)?"
    r"[$({~≈\s]*(?:about |approximately |around |only )?\$?$"
)


def quantity_before(before: str) -> str:
    """Return of what the words before a measured value say that it is the value, or nothing."""
    found = _QUANTITY.search(before)
    return bare(found["thing"]) if found else ""
