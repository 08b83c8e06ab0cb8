"""What a percentage without a sign is of, where the words right beside it do not say so."""

from __future__ import annotations

from itertools import islice

from radar.abstracts.figures.bounds import bounded
from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.figure_percents import percents
from radar.abstracts.figures.figure_words import PERCENT_GATES
from radar.abstracts.figures.measured import LONGEST_FIGURE, as_written
from radar.abstracts.figures.measured_beside import share_after
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.figures.shares_done import share_done
from radar.abstracts.vocabulary.limiting import is_not_so
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_ABOUT = (
    r"(?:(?:only|just|merely|about|approximately|around|roughly|nearly|almost|over|up to|at most|at least"
    r"|as (?:low|high|much) as|more than|less than|below|above|under|an?|between|well) ?)*"
    r"[\s$~≈<>≤≥{]*(?:\\(?:sim|approx|simeq|textbf|mathbf|boldsymbol|geq?|leq?|gtrsim"
    r"|lesssim)(?![a-z])[\s${}]*)*"
)
_NAMED = pattern(
    r"(?:^|[\s(])(?:average|mean|overall )?(?:"
    r"(?P<acronym>[A-Z][A-Za-z]{0,5}[A-Z][\w@^-]{0,6}|[A-Z]\w{0,6}@\w{1,3})s?(?: scores?| rates?)?\)?"
    r" ?(?:=|:(?= ))"
    r"|(?P<known>[A-Z]\w{0,6}[@^]\w{1,3}|(?:mean )?(?:EER|TPR|TNR|FPR|FNR|NDS|ASR|PCK|HOTA|MOTA|MRR|DSC|AP"
    r"|AR|SPL"
    r"|SR|EM|WER|CER|PPV|NPV|MCC|PQ|OA)s?|[A-Z][a-z]+(?:Rate|Acc|Score))(?: scores?| rates?| values?)?\)?"
    r"(?: ?[=:]| (?:of|is|was|at|to|reaches|reached|reaching|exceeds|exceeding|stays|remains|ranges? from"
    r"|between|from)))"
    rf" ?(?:{_ABOUT})$"
)
"""An abbreviation before its value: "TNR = 93%", "Pass^3 stays below 60%"."""
_REACHES = pattern(rf"\b(?:achiev|reach|attain|scor|obtain|get|record|yield)[a-z]* {_ABOUT}$")
_ON_NAMED = pattern(
    r"^[\s$}]*on (?:the )?(?P<name>[A-Z][\w.+/-]*(?:[ -][A-Z0-9][\w.+/-]*){0,2})"
    r"(?=[.,;:()]|$| (?:--|—|–)| (?:and|with|while|in|for|by|but|to|as|using|after|from|over|compared"
    r"|surpassing|at"
    r"|benchmarks?|datasets?|test|which|under|when|vs|against)\b)"
)
_MOVES = (
    r"(?:reach(?:es|ed)|exceed(?:s|ed)|surpass(?:es|ed)|stay(?:s|ed)?|remain(?:s|ed)?|averag(?:es|ed)"
    r"|hit(?:s)?"
    r"|attain(?:s|ed)|peak(?:s|ed)|plateau(?:s|ed)|amount(?:s|ed))(?: (?:at|to|below|above|under|over))?"
)
_SUBJECT = pattern(
    r"(?:^|[,;:(] ?|\b(?:that|and|while|where|whereas|but|average|mean|overall) )(?:(?:the|its|their|our"
    r"|average|mean|overall) )*"
    rf"(?P<thing>(?:(?!(?:the|that|and|of|its|their|our)\b){WORD} ){{0,2}}?(?:[a-z-]+(?:ity|ness|ance|ence"
    rf"|tion|ment|age|ure|cy|ship)s?|"
    r"compliance|accuracy|optimality|precision|recall|coverage|agreement|completeness|purity|fidelity"
    r"|efficiency|rates?|uncertaint(?:y|ies)|errors?|success|leakage|overlap|adherence|visibility|yield"
    r"|probability|similarity|performance|reliability|consistency|bias|scatter|fraction|polari[sz]ation"
    r"|contamination|sensitivity|specificity|overhead|utili[sz]ation|prevalence|validity|correctness))"
    rf"(?: \([^()]{{1,24}}\))?(?: (?:of|for|on|in|across) [^.;,:()\d]{{1,40}}?)? {_MOVES} {_ABOUT}$"
)
"""What reaches so much: "compliance reaches 100%"."""
_NOUN = pattern(
    r"^[\s$}]*(?P<thing>(?:(?:overall|mean|average|strict|exact) )?(?:[a-z-]+ )?(?:preference|optimality"
    r"|compliance|adherence|pass\^\d|agreement|completeness|purity|fidelity|uptime|coverage|overlap"
    r"|contamination|identity|yield))(?=[.,;:()]|$| (?:over|with|on|in|of|for|to|at|across|and|compared|by"
    r"|against|from|between|under|while|rate|when)\b)"
)
_GOAL = pattern(r"\b(?:goals?|requirements?|targets?|required|aim(?:s|ed)?)\b")
_AND_ANOTHER = pattern(r"[\s$}\\%]*(?:,|,? and) [$~]{0,2}\d")
_AND_NAME = pattern(
    r"\band [^\s,;]+(?: scores?| rates?)?(?: (?:of|is|at|to|reach\w*|exceed\w*|was|were|are))? [^a-z]{0,4}$"
)
"""Two names before two numbers, of which the nearest are no pair."""
_KEPT = {
    "retain": "retained", "preserv": "preserved", "maintain": "kept", "recover": "recovered",
    "keep": "kept", "clos": "closed", "captur": "captured", "bridg": "bridged",
}  # fmt: skip
_STATES = pattern(
    r"^[\s$}]*(?P<thing>(?:[a-z]+ly )?(?:correct|accurate|identical|faithful|compliant|valid|unique"
    r"|ionized|neutral|pure|retrograde|harmful|executable|reproducible|sparse|efficient|confident"
    r"|consistent|successful"
    r"|safe|solvable|effective|polari[sz]ed))(?=[.,;:()]|$| (?:at|in|on|for|with|and|under|across|down"
    r"|when|while|to)\b)"
)
"""How something is to so many percent: "85% male"."""
_VERSUS = pattern(
    r"^\s?(?:ours )?(?:vs\.?|versus|compared (?:to|with)|against|over) (?:only"
    r" )?[$~≈]*(?P<b>\d[\d.]{0,5}\d|\d)\s?\\?%?"
)
_NOUN_BRACKET = pattern(
    rf"\b(?:in|of|on|and|higher|better|lower|improved|superior|achiev\w*) (?P<thing>(?:{WORD}"
    rf" ){{0,2}}{WORD}) \([$~≈]*$"
)
_KEEPS = pattern(rf"\b(?P<verb>{'|'.join(_KEPT)})(?:e?s|e?d|ing|e)? {_ABOUT}$")
_OF_WHOLE = pattern(
    r"^[\s$}]*of (?:the |its |their |all |an? )?(?:[\w'’.+-]+ ){0,4}?"
    r"(?P<thing>(?:quality |performance |accuracy |generalization |safety |knowledge |efficiency "
    r"|supervised |sim-to-real )?(?:performance|accuracy|capabilit(?:y|ies)|capacity|quality|gap|utility"
    r"|gains?"
    r"|improvements?|benefits?|lift|signal|information|knowledge|roofline|ceiling|limit|maximum|upper"
    r" bound|bound|peak|optimum|score|reward|advantage|power|speed|throughput))"
    r"(?=[.,;:()]|$| (?:of|on|in|with|while|at|between|across|from|for|and|after|under|using|that|over"
    r"|despite"
    r"|achieved|relative|to|by|even|when)\b)"
)
"""The whole of which a part is retained: "retains 83% of its original average accuracy"."""
_OF_NAMED = pattern(
    r"^[\s$}]*of (?:the |its |their |a )?(?P<whose>oracle|best|full|full-data|full-precision|vanilla"
    r"|teacher|expert|human"
    r"|optimal|peak|original|full-model|ideal|baseline|full-attention|fully-supervised|supervised"
    r"|theoretical|hardware|upper-bound)"
    r"(?: model| teacher)?(?:['’]s)? (?P<thing>performance|accuracy|utility|throughput|quality|score"
    r"|reward|bandwidth|gain|roofline|ceiling|limit|maximum|upper bound|bound|peak|optimum)\b"
)
"""Of whose it is a part that is reached: "89% of oracle utility"."""
_BETTER_IN = pattern(
    r"\b(?:outperform|surpass|beat|win|wins|better|improv|prefer|superior)[a-z]*\b[^.;:]{0,70}? "
    rf"(?:in|on|across) {_ABOUT}$"
)
_OF_TRIALS = pattern(
    r"^[\s$}]*of (?:the |all |our |its |evaluated |tested |test |its )*"
    r"(?P<thing>(?:[a-z-]+ )?(?:cases|trials|tasks|comparisons|datasets|settings|scenarios|instances|problems"
    r"|benchmarks|configurations|questions|categories|metrics|environments|runs|experiments|subjects|games"
    r"|matches))\b"
)
_LOSES = pattern(
    r"\b(?:not|never|fail\w*|no|(?<!more )(?<!less )than|worse|unable|cannot|comparable|equal"
    r"|match\w*|tied?)\b[^.;:,]*$"
    r"|\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:outperformed|surpassed|beaten)\b"
)
_OTHERS = pattern(r"\b(?:others?|competitors?|rivals?|humans) (?:\w+ly )?$")
_REACHED_IT = pattern(
    rf"\b(?:performance|accuracy|it|we|model|method|this|score|rate)s? (?:is|was|reaches|reached|achieves?"
    rf"|attains?|obtains?) {_ABOUT}$"
)


def named_level(figure: Figure, text: str, lower: str) -> str:
    """Return a percentage without a sign with what it is of, or nothing.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    if figure.kind is not Kind.PERCENT or figure.text[0] in "+−" or " %" not in figure.text:
        return ""
    start = max(0, figure.start - 110)
    before, after = lower[start : figure.start], lower[figure.end : figure.end + 110]
    if _GOAL.search(before) or is_not_so(before):
        return ""
    if both := _versus(figure, before, after):
        return both
    for read in (_kept, _better, _reached, _held):
        if thing := read(before, after, text[start : figure.start], text[figure.end : figure.end + 60]):
            shown = as_written(thing, text, lower, figure)
            whole = f"{figure.text} {_cased(shown, figure, lower, text) if shown[:3] == _OF else shown}"
            return whole if len(whole) <= LONGEST_FIGURE else ""
    return ""


def any_level(lower: str, written: str) -> str:
    """Return a percentage of a sentence that is of a whole or of trials, or a small loss, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    if not any_of(PERCENT_GATES, lower):
        return ""
    for figure in islice(percents(lower), _MOST):
        if figure.weight < _LEAST or figure.text[0] in "+−" or " %" not in figure.text:
            continue
        start = max(0, figure.start - 110)
        before, after = lower[start : figure.start], lower[figure.end : figure.end + 110]
        if is_not_so(before):
            continue
        for read in (_kept, _better):
            if thing := read(before, after, "", ""):
                whole = f"{bounded(figure.text, figure, lower)} {_cased(thing, figure, lower, written)}"
                return whole if len(whole) <= LONGEST_FIGURE else ""
        share = "" if _SUPPOSED.search(before) else share_after(after.lstrip("$}*\\)"))
        done = share_done(f"{figure.text} of {share}", figure, lower) if share else ""
        if done and (not done.endswith(_SPENT) or _SPENDING.search(before)):
            return bounded(_cased(done, figure, lower, written), figure, lower)
    return _small_harm(lower, written)


_OF = "of "


def _cased(thing: str, figure: Figure, lower: str, written: str) -> str:
    """Return words with the capitals that they have behind a figure in its sentence."""
    told = []
    for word in thing.split(" "):
        at = lower.find(f" {word}", figure.end, figure.end + 110) + 1
        told.append(written[at : at + len(word)] if at else word)
    return " ".join(told)


_SPENT = (" used", " trained", " pruned", " required", " needed", " updated", " consumed", " removed")
_SPENDING = pattern(rf"\b[a-z]+ing {_ABOUT}$")
"""What is done beside what is told, so that it is no mere setting: "matching it while using 4% of"."""
_SUPPOSED = pattern(r"\b(?:even|under|e\.g\.|when|if|attacks?|assuming|suppos\w*)(?!\w)[^.;]{0,60}$")
"""Before a share that is part of a condition."""
_HARM = pattern(
    r"\b(?P<thing>overheads?|errors?|loss(?:es)?|drops?|degradation|bias(?:es)?|deviations?"
    r"|uncertaint(?:y|ies)|discrepanc(?:y|ies)|residuals?|error rates?|positive rates?|leakage|contamination"
    r"|latency increase|violations?)"
    r"(?: \([^()]{1,20}\))? (?P<how>(?:of|is|are|was|were|stays?|remains?|typically|only|just|about"
    r"|approximately"
    r"|around|below|under|within|less than|smaller than|lower than|at most|up to|no more than|well) ?){1,4}"
    r"[\s$~≈<]*(?P<a>\d[\d.]*\d|\d)\s?(?:\\?%|per ?cent\b)(?! (?:of|conf|cred|c\.l)|\$? ?(?:c\.?l|conf|cred))"
)
_OF_WHAT = pattern(
    r"(?:(?!(?:an?|the|negligible|minimal|small|slight|minor|marginal|modest|maximum|low|average)\b)"
    rf"(?<![\w-]){WORD} ){{0,2}}$"
)
_HARMS = (
    "overhead", "error", "loss", "drop", "degradation", "bias", "deviation", "uncertain", "discrepanc",
    "residual", "positive rate", "leakage", "contamination", "latency increase", "violation",
)  # fmt: skip
_SMALL = pattern(r"\b(?:below|under|within|less than|smaller than|lower than|at most|no more than)\b|<")
_ACHIEVED = pattern(
    r"\b(?:achiev|yield|reach|incur|with|introduc|add|attain|maintain|show|keep|predict|recover|reproduc"
    r"|giv|produc|deliver"
    r"|find|result|caus|obtain|agree|while|has|have|having)[a-z]* [^.;:()]{0,60}$"
)


_HARM_BEHIND = pattern(
    r"\b(?:with|achiev\w*|incur\w*|only|introduc\w*|add\w*) (?P<how>(?:only|just|about|approximately|less"
    r" than|under|below|an?|at most"
    r"|a mere) ?){0,3}[\s$~≈<]*(?P<a>\d[\d.]*\d|\d)\s?\\?%\$? (?P<thing>(?:[a-z-]+ ){0,2}?(?:errors?"
    r"|overheads?|degradation"
    r"|accuracy loss|loss|drop))(?=[.,;:()]|$| (?:in|on|and|while|compared|with|for|over|relative)\b)"
)


def _small_harm(lower: str, written: str) -> str:
    """Return an overhead, an error or a loss that a sentence gives as small, with its bound, or nothing."""
    if not any_of(_HARMS, lower):
        return ""
    if (behind := _HARM_BEHIND.search(lower)) and (thing := bare(behind["thing"])):
        before = lower[max(0, behind.start() - 110) : behind.start()]
        if not is_others(before, setting=False):
            bound = "<" if _SMALL.search(lower[behind.start() : behind.start("a")]) else ""
            return f"{bound}{behind['a']} % {thing}"
    for found in _HARM.finditer(lower):
        before = lower[max(0, found.start() - 110) : found.start()]
        of_what = _OF_WHAT.search(before)
        thing = bare(f"{of_what[0] if of_what else ''}{found['thing']}")
        if (
            not thing
            or thing.startswith("square")
            or is_others(before, setting=False)
            or not _ACHIEVED.search(before + " ")
        ):
            continue
        between = lower[found.end("thing") : found.start("a")]
        at = lower.rfind(thing, 0, found.end())
        whole = f"{'<' if _SMALL.search(between) else ''}{found['a']} % {written[at : at + len(thing)]}"
        if len(whole) <= LONGEST_FIGURE:
            return whole
    return ""


_LEAST = 0.6
_MOST = 40
"""No sentence that tells something has more percentages."""


def _kept(before: str, after: str, written: str, behind: str) -> str:
    kept = _KEEPS.search(before)
    if kept and is_others(before[: kept.end()], setting=False):
        return ""
    whole = _OF_WHOLE.match(after) if kept or _REACHES.search(before) else None
    if kept and whole:
        return f"of {whole['thing']} {_KEPT[kept['verb']]}"
    named = _OF_NAMED.match(after) if whole else None
    return f"of {named['whose']} {named['thing']}" if named else ""


def _better(before: str, after: str, written: str, behind: str) -> str:
    won, trials = _BETTER_IN.search(before), _OF_TRIALS.match(after)
    if not won or not trials or _LOSES.search(before):
        return ""
    if "prefer" in won[0]:
        return f"of {trials['thing']} preferred"
    winner = before[: won.start()]
    others = is_others(winner, setting=False) or _OTHERS.search(winner)
    return "" if others else f"of {trials['thing']} better"


def _versus(figure: Figure, before: str, after: str) -> str:
    """Return a percentage in a bracket with the one that it is held to: "80 vs 52 % length"."""
    noun, other = _NOUN_BRACKET.search(before), _VERSUS.match(after)
    thing = bare(noun["thing"]) if noun and other else ""
    if not other or not thing:
        return ""
    whole = f"{figure.text.removesuffix(' %')} vs {other['b']} % {thing}"
    return whole if len(whole) <= LONGEST_FIGURE else ""


def _held(before: str, after: str, written: str, behind: str) -> str:
    if (found := _NOUN.match(after)) or (found := _SUBJECT.search(before)):
        return bare(found["thing"])
    if found := _STATES.match(after):
        return found["thing"]
    if _AND_ANOTHER.match(after) and _AND_NAME.search(before):
        return ""
    found = _NAMED.search(written)
    return found["acronym"] or found["known"] if found else ""


def _reached(before: str, after: str, written: str, behind: str) -> str:
    found = _ON_NAMED.match(behind) if _REACHES.search(before) or _REACHED_IT.search(before) else None
    return f"on {found['name'].rstrip('.')}" if found else ""
