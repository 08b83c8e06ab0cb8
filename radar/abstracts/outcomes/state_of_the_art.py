"""Whether a sentence claims that the paper's own method is the best."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.vocabulary.patterns import AsciiFirst, pattern
from radar.abstracts.vocabulary.words import any_of

_SOTA = r"(?:state[- ]of[- ](?:the[- ])?arts?|sota|sotas)(?:\s?\((?:sota)\))?"
_VERBS = (
    r"(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing|en)?|improv\w+ (?:up)?on"
    r"|improv\w+ over|(?:improv|boost)\w+(?= (?:the |current |existing |previous )?(?:state|sota))"
    r"|superior to|better than|advanc\w+|push\w*|over|set\w*|achiev\w*"
    r"|obtain\w*|attain\w*|reach\w*|yield\w*|deliver\w*|establish\w*|demonstrat\w+|show\w*"
    r"|provid\w*|gain\w*|report\w*|produc\w*|match\w*|exhibit\w*|maintain\w*|giv\w*|realiz\w+"
    r"|offer\w*|defin\w+|redefin\w+|secur\w*|get\w*)"
)
_OBJECTS = (
    r"(?:performances?|results?|accurac\w+|scores?|success|quality|effectiveness|efficiency"
    r"|trade-?offs?|capabilit\w+|abilit\w+|consistency|robustness|generali[sz]ation|among|on|in|for|across"
    r"|with|by"
    r"|of|baseline|detection|recognition|reconstruction|segmentation|rates?|levels?"
    r"|compression|fidelity|precision|recall|solutions?)"
)
_WHICH = (
    r"(?:the |all |an? |previous |prior |existing |current |recent |other |various |several |multiple |both "
    r"|considered |compared |equivalent |(?:that|those) (?:of|from) )*"
    r"(?:(?!(?:is|are|was|were|has|have|on|in|of|for|from|by|using|with|without|at|to|as|than|when|while|which"
    r"|that|if|but|or|not|trained|based|derived|obtained|built|we|our|ours)\b)[\w/-]+ ){0,4}?"
)
"""Before what is set against the state of the art, or is it: "both the slow and the state-of-the-art"."""
_TO_THE = (
    r"(?:[^.;]|\.\d){0,100}?\b(?:than,?|beyond|relative to"
    r"|(?<!\bagainst )(?<!\bwith )(?<!\bto )(?<!\bon )(?<!\bof )(?<!\bby )over"
    r"|(?:compared|(?:in|through|by) comparisons?) (?:to|with)) "
)
_MULTIPLE = (
    r"(?<!\d\.)\d{1,4}(?:\.\d+)?[x×](?! (?:faster|slower|less|lesser|more|fewer|higher|lower|better|smaller"
    r"|greater|speed))"
)
"""How many times as much there is of something: "3× compression compared to"."""
_NO_VERB = (
    r"(?!(?:is|are|was|were|remains?|compar\w+|with|against|to|on|using|appl\w+|evaluat\w+|achiev\w+"
    r"|uses?)\b)"
)
_THINGS = (
    "methods?|models?|baselines?|approach|approaches|algorithms?|systems?|techniques?|llms?|networks?"
    "|architectures?"
)
_NAMED = pattern(
    r"(?<!\w)(?=\w)(?:"
    rf"compared (?:to|with|against) {_WHICH}{_SOTA}\b[^.;,]{{0,60}}, "
    r"(?:(?:we|our|the proposed)\b [^.;]{0,40}?|(?!while )[\w-]+ (?:\w+ly |can ){0,2})"
    r"(?:improv\w*|outperform\w*|surpass\w*|reduc(?:es|ed|ing)|enhanc(?:es?|ed|ing)"
    r"|(?:achiev|obtain|yield|attain|deliver|exhibit|provid|offer|show|demonstrat)\w* (?:[^.;,]|\.\d){0,30}"
    r"\b(?:higher|better|lower|best|superior\w*|faster|fewer|improvements?|gains?|reductions?))|"
    rf"compar(?:isons?|ative (?:\w+ )?(?:analys[ie]s|evaluations?|experiments|study|studies)) "
    rf"(?:with|against|to) {_WHICH}{_SOTA}\b[^.;]{{0,60}}? "
    r"(?:demonstrat|show|confirm|reveal|indicat)\w* [^.;]{0,60}?"
    r"\b(?:superior\w*|better|faster|improved|higher|lower|outperform\w*|surpass\w*)\b|"
    r"(?=[abdegilmoprsy])(?!(?:show\w*|demonstrat\w+|report\w*) (?:that|how|even)\b)"
    rf"{_VERBS} (?:a |an |the |both |new |competitive )*"
    r"(?:(?!of |such |alternatives? |benchmarking |to (?:assess|evaluate|test|study|review) )"
    r"[\w'-]+,? ){0,5}?"
    rf"{_SOTA}(?:[-\s]+(?:[\w@-]+,? ){{0,3}}?{_OBJECTS}\b"
    rf"|\s*[.,;()]|\s*$)"
    rf"|new (?:\w+ ){{0,2}}?{_SOTA}\b"
    r"|(?=[elr])(?:lead(?:s|ing)? to|led to|result(?:s|ed|ing)? in|enabl(?:es|ed|ing)|(?<!\bto )enable) "
    r"(?:a |an |the |our |new |overall |consistent |robust |improved |and |\w+ly )*"
    rf"{_SOTA}[-\s]+(?:[\w@-]+,? ){{0,3}}?{_OBJECTS}\b"
    rf"|(?=[befhilos])(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|superior to|better than"
    rf"|improv\w+ (?:up)?on|improv\w+ over|higher than|lower than|faster than"
    rf"|(?<!\bagainst )(?<!\bwith )(?<!\bto )(?<!\bon )(?<!\bof )(?<!\bby )over(?! \d)) (?:a |an "
    rf"|the |all |both |many |existing |current |previous |prior |recent |strong |other "
    rf"|open[- ]source |proprietary |published |latest |several )*(?:[\w-]+,? ){{0,3}}?{_SOTA}"
    r"|(?=[abegios])(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?"
    r"|(?:gains?|improvements?|advantages?) over"
    rf"|improv\w+ (?:up)?on) (?:{_NO_VERB}[\w/-]+,? ){{1,7}}?(?:and|as well as) (?:the |all |both |many "
    rf"|existing |current |previous |prior |other |strong |several )*{_SOTA}(?! \w+ (?:is|are)\b)"
    rf"|superior (?:[\w-]+ ){{0,3}}?to (?:that of )?{_WHICH}{_SOTA}"
    rf"|(?=[\dbcfghilmrs])(?:{_MULTIPLE}|highest|lowest|best|higher|lower\w*|better|superior\w*|faster"
    r"|more [\w-]+,?|fewer|less|greater|smaller"
    rf"|shorter|cheaper|improv\w+|gains?|boosts?|speed-?ups?|reduc\w+|savings|increase[sd]?)\)? "
    rf"{_TO_THE}{_WHICH}{_SOTA}"
    rf"|superior\w* [^.;]{{0,80}}?\bagainst {_WHICH}{_SOTA}"
    rf"|(?:outperform|surpass|beat)\w* (?:the |an? )?(?:(?!(?:with|using|on|in|when)\b)[\w-]+ ){{1,5}}?of "
    rf"{_WHICH}{_SOTA})"
    rf"|\b(?:to|achiev\w+|reach\w+|attain\w+|obtain\w+) an? (?:new )?{_SOTA} \d"
    rf"|{_SOTA} (?:is|was) (?:\w+ )?(?:achieved|obtained|reached|established)"
)
_NAMED_TOO = pattern(
    r"(?:(?:achiev|attain|obtain|deliver|yield)\w* (?:a |an |the |new |consistent |overall |consistently )*"
    rf"{_SOTA}[-\s]+(?!(?:[\w-]+ ){{0,3}}(?:{_THINGS})\b)\w"
    r"|(?:confirm|verif|validat|reveal|highlight|refresh)\w* "
    r"(?:(?:the|its|our|a|new|consistent|[\w-]+'s) )*(?:[\w-]+ and (?:the )?)?"
    rf"{_SOTA} (?:performance|results?|accurac\w+|quality|efficiency|effectiveness)\b"
    r"|(?:achiev|attain|obtain|deliver|yield|demonstrat|exhibit|contribut)\w* "
    r"(?:(?!(?:to|with|than|over|against|between|that|which|when|while|where|how)\b)[\w%.,()/-]+ ){1,14}?"
    rf"(?:and|along with|as well as|together with) (?:new |overall |the )*{_SOTA}[-\s]+(?:[\w-]+ ){{0,2}}?"
    r"(?:performances?|results?|accurac\w+|scores?|quality|efficiency)\b"
    rf"|(?:match(?:es|ing)|(?<!\bto )match) (?:the )?(?:(?:\w+ ){{1,2}}of )?(?:the |existing |current )*"
    rf"(?:[\w-]+ )?{_SOTA}"
    rf"|match(?:es|ing)?,? and (?:[\w-]+ ){{0,3}}(?:exceed|surpass|outperform)\w*, (?:the )?(?:\w+ of"
    rf" )?{_SOTA})"
)
_NAMED_GATES = (
    "achiev", "match", "confirm", "attain", "obtain", "deliver", "yield", "validat", "verif", "reveal",
    "highlight", "refresh", "demonstrat", "exhibit", "contribut",
)  # fmt: skip
"""One of these stands wherever `_NAMED_TOO` matches."""
_BEST_OTHER = (
    r"(?:best|leading|top|strongest)\b"
    r"(?:[ -](?:existing|previous|prior|available|current|known|published|reported|performing|competing"
    r"|baseline|other|overall|single(?!(?: |-)models?(?!s? \([^()]*\) and all))))?[ -]"
)
_METHODS = (
    r"approach\w*|models?|systems?|works?|baselines?|results?|techniques|algorithms|reported"
    r"|published|performing|solutions?|ones|records?|art|efforts|frameworks|alternatives?|benchmarks?|score"
)
_ALL_OTHERS = pattern(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|superior to|better than"
    r"|best among|improv\w+ (?:up)?on|improv\w+ over) (?:\w+ly )?(?:(?:that|those) of )?(?:all|any|every"
    r"|each of the) (?!(?:of )?(?:the |its |their )?(?:teacher|individual|single|ablat\w+|unimodal) )"
    r"(?:\w+[- ]){0,3}?(?:other|existing|previous|prior|published|competing"
    r"|compared|baselines?|competitors?|methods|approaches|models|systems|participants"
    r"|submissions|current|known|alternatives|the|state)\b"
    r"|\b(?:outperform\w*|surpass\w*|beat(?:s|ing)?|exceed\w*) (?:the |both |current "
    r"|significantly |current )*(?:(?:existing|previous|prior|earlier|current|previously)\b"
    rf"(?! (?:supervised|open|non|strong|competitive|several))[\w\s-]{{0,40}}?|{_BEST_OTHER})(?:methods?"
    rf"|{_METHODS})\b"
    r"|\b(?:outperforming|outperforms?"
    r"|outperformed) existing (?:\w+ )?(?:and \w+ )?(?:methods|approaches|models)"
)
_OVER_THE_BEST = pattern(
    r"\b(?:improv\w*|gains?|boosts?|increase[sd]?|reduc\w+|savings?|cut(?:s|ting)?|rais\w+|speed-?ups?"
    r"|advantage|leads?|margin|points"
    r"|higher|lower|better|faster|fewer|less|superior|[\d)]) (?:[^.;]|\.\d){0,80}?\b"
    r"(?:over|than|relative to|compared (?:to|with)) (?:the |its |their )?"
    r"(?!best[ -](?:performing )?single\b)"
    rf"(?:(?:next|second)[- ]best\b|runner-up\b|best prior\b|{_BEST_OTHER}(?:methods?|{_METHODS})\b)"
)
_PREVIOUS_BEST = pattern(
    r"\b(?:(?:outperform|surpass|exceed|beat|improv)\w* (?:(?:up)?on |over |against )?|match(?:es|ing)"
    r" )(?:the )?"
    r"(?:(?:previous(?:ly)?|prior)[- ]best(?! performing)|best[- ](?:known|prior|existing|previous(?:ly)?"
    r"|published"
    r"|reported))\b(?! (?:single|open|baseline))"
)
"""What beats or reaches the best before it: "improves on the previous best bound"."""
_PREVIOUS_BEST_GATES = (
    "previous best", "previous-best", "prior best", "previously best", "best known", "best-known",
    "best prior", "best existing", "best previous", "best published", "best reported",
)  # fmt: skip
_BEST = AsciiFirst(
    r"\b(?:is|are) the best (?:[\w-]+ )?(?:approach|method|model|system|performing)\b|"
    r"\b(?:achiev\w*|obtain\w*|attain\w*|reach\w*|yield\w*|show\w*|demonstrat\w+|deliver\w*"
    r"|has|have|with|get\w*|performs?|record\w*"
    r"|provid\w*) (?:\w+ ){0,2}?(?:the )?(?:overall )?(?:best|highest|lowest|top|leading"
    r"|unprecedented|record)(?: (?:overall|average|reported|published|known|performance"
    r"|results?|scores?|accuracy|f1\S*|macro\S*|test|final|ranking|rank|bleu|map|system"
    r"|to date|mean|trade-?offs?|performing|success|error|\w+ performance|\w+ accuracy"
    r"|\w+ results?|\w+ scores?|(?:\w+ )?(?:success|win) rates?))+"
    r"|\b(?:ranks?|ranked|ranking|placed|placing|place|came|won|wins?|winning|secur\w+|took"
    r"|takes|finish\w*|obtain\w*|achiev\w*|attain\w*) (?:\w+ ){0,3}?(?:the )?(?:#?1st|first"
    r"|number one|no\. ?1|top-?1|#1)\b(?! (?:stage|step|time|attempt|look|\w+ (?:to|that|framework|method"
    r"|model|dataset)\b))(?: \(\w+\))?(?: place| rank| position| prize| overall| among| in| on"
    r"| out of| of (?:all|the|\d)| at| for|[.,;]|$)"
    r"|(?<=\d[a-z][a-z] in )[\w -]{2,30}(?<= and )(?:first|1st) in [\w -]{2,30} (?:among|out of|of) all\b"
    r"|(?:(?<=[\d%)], )|(?<=[\d%)] )|(?<=-- )"
    r"|\b(?:achiev\w*|obtain\w*|yield\w*|represent\w*|mark\w*|are|is) )the (?:best|highest|lowest"
    r"|strongest) reported (?:(?:\w+ )?(?:results?|scores?|performance|accurac\w+|\w*ers?|rates?)\b|to date)"
    r"|\bset(?:s|ting)? (?:an? )?new (?:[\w-]+ ){0,2}records?\b"
    r"|\b(?<!in the )(?:first|1st)[- ](?:place|rank(?:ed|ing)?|prize|position)\b|\bthe winning (?:system"
    r"|submission|solution|entry)|\bbest[- ]performing (?:system|submission) (?:in|of|at"
    r"|among)"
    r"|\b(?:best|highest|lowest) (?:[\w-]+ ){1,4}?(?:of|among|across) (?:any|all) (?:of the )?"
    r"(?:(?:evaluated|tested|compared|considered|benchmarked|competing|published|other|existing|previous"
    r"|prior) )?(?:methods?|models?|approach(?:es)?|systems?|baselines?|techniques?|algorithms?)\b"
    r"|\b(?:best|highest|lowest) (?:[\w(),/-]+ ){0,10}?among (?:any|all) (?:of the |the )?"
    r"(?:evaluated|tested|compared|considered|benchmarked|competing|participating|examined|published"
    r"|existing) (?:\w+ )?(?:methods?|models?|approach(?:es)?|systems?|baselines?|techniques?|algorithms?"
    r"|metrics?|solvers?|detectors?|teams?|participants?|submissions?|entr(?:y|ies))\b"
    r"|\b(?:best|top) (?:overall )?(?:results?|performance|system|submission|scores?) (?:in"
    r"|at|on|among|of|for) (?:the )?(?:all|shared|task|sub-?task|track|competition|challenge"
    r"|leaderboard|official|\w+ (?:task|track|leaderboard))"
)
_AGAINST = pattern(
    r"\b(?:competitive with|comparable (?:to|with)|close to"
    r"|approach(?:es|ing)(?= (?:the|an?|to|that|those|all|current|existing|human)\b)|on par with"
    r"|similar to|near|compar\w+ (?:favou?rably )?(?:to|with|against)|rivals?|even|none of"
    r"|no (?:model|system|method)|fail\w*|cannot|(?:does |do )?not(?! only)|while|although|despite"
    r"|recent(?:ly)?|existing|current"
    r"|(?<!\bwe )have(?! (?:\w+ )?(?:shown|demonstrated|confirmed|verified|proven) that\b)"
    r"|has (?:achieved|shown(?! that\b))|had|aim\w* to|goal|such as|second|toward|most) "
    r"(?:the |all |to |of |a |an |recent |current |existing |\w+ ){0,3}$"
)
_KNOWN = (
    r"(?:gpt|convnext|mobilenet|efficientnet|inception|swin|modernbert|catboost|wav2vec|whisper|llama"
    r"|gemini|claude|qwen|mistral|deepseek|gemma|phi|bert|roberta|xlm|t5|bart|resnet|lenet"
    r"|lstm|svm"
    r"|xgboost|lightgbm|random forest|logistic regression|naive bayes|decision tree|yolo|vgg|densenet|tvae"
    r"|ctgan)"
)
_OWNED = pattern(r"\b(?:our|proposed|fine-?tuned|ensemble|submission)\b")
_KNOWN_MODEL = pattern(rf"\b{_KNOWN}[\w.-]*(?: [\w.-]+){{0,3}}?[\s)]*$")
_FROM_KNOWN = pattern(rf"^[^.;,]{{0,20}}?\b(?:from|by|for|with|using) {_KNOWN}")
_NO_MORE_THAN_EQUAL = pattern(
    r"^(?!.*\b(?:superior|better|exceed\w*|surpass\w*|outperform\w*|new)\b).*"
    r"(?:\b(?:is|are) (?:competitive |comparable )?(?:to|with)\b"
    r"|\b(?:comparable|similar|close|competitive) (?:\w+ )?(?:compared )?(?:to|with)\b"
    r"|\bnear(?: |-)(?:the )?s|\bbaseline results)"
)
"""Within what looks like a claim: being as good as the best is none."""
_OTHERS_SUBJECT = pattern(
    r"^\W*(?:recent|recently|existing|previous|prior|current|although|while|despite|though"
    r"|many|most|several|large language models|deep|transformers?|llms|pre-?trained(?! on\b)|neural"
    r"|modern|today|in recent|state[- ]of[- ]the[- ]art|these models|as a result, pipelined"
    r"|among these|even|such|over the|since|foundation"
    r"|large(?!-scale (?:\w+ ){0,2}(?:experiments|evaluations?|benchmarks|stud(?:y|ies)|tests"
    r"|simulations)\b))\b(?!.{0,200}\b(?:we|our"
    r"|the proposed|this paper|this work)\b)"
)


_TEAMS = pattern(
    r"\bthe (?:top|best|winning)(?:[- ](?:performing|ranked|ranking|scoring))?[- ]"
    r"(?:participating |submitted )?"
    r"(?:systems?|teams?|submissions?|participants?|entr(?:y|ies))\b"
)
"""Those who took part in a contest, of whom its organisers tell."""
_HUMANS = pattern(
    r"\bhumans?(?: (?:experts?|participants|annotators|players|raters|judges|answers"
    r"|deliverables|performance))? "
    r"(?:\w+ly |still |also )*(?:(?:reach|achiev|attain|scor|obtain)\w* [\d.\\]{1,6} ?%?,? )?\Z"
)
"""Those whom a model is held to: "humans reach 9 %, outperforming all models"."""
_DOING = pattern(r"\w+ing\b")
"""Behind "while" it goes on with what is claimed, where other verbs begin what is set against it."""
_RANKS = (
    "rank", "plac", "came", "won", "win", "secur", "took", "takes", "finish", "obtain", "achiev", "attain",
    "prize", "position",
)  # fmt: skip
_OTHERS = (
    " existing", " previous", " prior", " current", " best", " leading", " top", " strongest", " earlier",
    " all ", " any ", " every ", " each ",
)  # fmt: skip
"""One of these stands wherever `_ALL_OTHERS` matches."""


_COMPARED = (" over ", " than ", " relative to ", " compared to ", " compared with ")
"""One of these stands wherever `_OVER_THE_BEST` matches."""


def claims_to_be_best(
    lower: str,
    *,
    beats: bool,
    best: bool,
    ranked: bool,
    is_own: Callable[[str], bool] | None = None,
    granting: bool = False,
) -> tuple[int, int] | None:
    """Return where a sentence claims that its own method reaches or beats the state of the art.

    Args:
        lower: the sentence in lower case.
        beats: whether it has a word of `BEATS`.
        best: whether it has a word of `BEST_WORDS`.
        ranked: whether it has a word of `RANK_WORDS`.
        is_own: says whether what stands before a best result names the authors' own; without it, all do.
        granting: whether its first words, as in "despite its size", do not say that it speaks of others.
    """
    patterns = _naming(lower) if "state-of" in lower or "state of" in lower or "sota" in lower else []
    if beats and any_of(_OTHERS, lower):
        patterns.append(_ALL_OTHERS)
    if best and any_of(_PREVIOUS_BEST_GATES, lower):
        patterns.append(_PREVIOUS_BEST)
    if best and any_of(_COMPARED, lower):
        patterns.append(_OVER_THE_BEST)
    if best or ((ranked or "#1" in lower) and any_of(_RANKS, lower)):
        patterns.append(_BEST)
    if not patterns or (not granting and _OTHERS_SUBJECT.match(lower)):
        return None
    for claim in patterns:
        at = 0
        while match := claim.search(lower, at):
            at = _behind(match)
            if _of_a_contest_or_equal(lower, match) or (claim is _BEST and _of_others(lower, match, is_own)):
                continue
            before = lower[max(0, match.start() - 60) : match.start()]
            if not _AGAINST.search(before) or _goes_on(before, match[0]) or _own_beside(before, is_own):
                return match.span()
    return None


def _of_a_contest_or_equal(lower: str, match: re.Match[str]) -> bool:
    """Say whether what does best took part in a contest, is a human, or is only as good as the best."""
    return (
        _NO_MORE_THAN_EQUAL.search(match[0]) is not None
        or _TEAMS.search(lower, 0, match.start()) is not None
        or ("human" in lower and _HUMANS.search(lower, 0, match.start()) is not None)
    )


def _naming(lower: str) -> list[re.Pattern[str] | AsciiFirst]:
    """Return the patterns of claims that name the state of the art."""
    return [_NAMED, _NAMED_TOO] if any_of(_NAMED_GATES, lower) else [_NAMED]


def _goes_on(before: str, claimed: str) -> bool:
    """Say whether what seems set against others goes on with the claim, or offers more than equality."""
    return (
        before.endswith(" or ")
        or (_DOING.match(claimed) is not None and _WHILE.search(before) is not None)
        or _WHILE_DOING.search(before) is not None
        or (_EVEN.search(before) is not None and _BEATS_THEM.match(claimed) is not None)
    )


_WHILE = pattern(r"\bwhile (?:also |\w+ly )?$")
_WHILE_DOING = pattern(
    r"\bwhile (?:also |\w+ly )?(?:achiev|attain|reach|obtain|yield|deliver|provid|offer|show|demonstrat"
    r"|exhibit|produc|incurr|match|us|requir|maintain|preserv|reduc|improv|contribut|generat|consum)ing\b"
    r"(?! to\b)[^,;]*$"
)
"""What is done besides: "while achieving greatly" before "better results than"."""
_EVEN = pattern(r"(?<!\bnot )(?<!\bto )(?<!\bnor )(?<!\bcannot )\beven $")
_BEATS_THEM = pattern(r"(?:outperform|surpass|exceed|beat|improv|better|superior)")
"""What even the best are beaten by is more than they; "even state-of-the-art snails" are others."""
_WHILE_ONE = pattern(r"\bwhile ((?:(?!(?:not|no|none|even|near|to|as|is|are)\b)[^\s,;]+ ){1,3})$")


def _own_beside(before: str, is_own: Callable[[str], bool] | None) -> bool:
    """Say whether what does best behind "while" is the authors' own, set against nothing but their other."""
    beside = _WHILE_ONE.search(before) if is_own is not None and "while " in before else None
    return beside is not None and is_own is not None and is_own(" " + beside[1])


def _behind(match: re.Match[str]) -> int:
    """Return from where to look on: a claim may begin behind a comma within what only looks like one."""
    comma = match[0].rfind(", ")
    return match.start() + comma + 1 if comma > 0 else match.end()


_WITH = pattern(r"\bwith( (?:the |our )?[^\s,;](?:[^,;]{0,60}[^\s,;])?) $")
"""Before "achieving the best" stands who achieves it, whoever the results are."""
_WITH_REACH = 80
"""So many characters stand at most from that "with" to what is achieved."""
_SUBJECT_REACH = 1_000
"""So many characters before a claim may name whose it is; a text of claims alone is read once."""


def _of_others(lower: str, match: re.Match[str], is_own: Callable[[str], bool] | None) -> bool:
    """Say whether what does best is not the authors', or is a well-known model that is not called theirs."""
    start = match.start()
    if is_own is not None and (subject := _WITH.search(lower, max(0, start - _WITH_REACH), start)):
        return not is_own(subject[1] + " ")
    if is_own is not None:
        first = max(0, start - _SUBJECT_REACH)
        reported = max(first, lower.rfind(" that ", first, start), lower.rfind(": ", first, start))
        if not is_own(lower[reported : match.end()]):
            return True
    named = _KNOWN_MODEL.search(lower[max(0, match.start() - 45) : match.start()]) or _FROM_KNOWN.match(
        lower[match.end() : match.end() + 45]
    )
    return named is not None and _OWNED.search(lower) is None
