"""The numbers that may be the key figure, and the words beside them. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.vocabulary.claim_numbers import DIGIT
from radar.abstracts.vocabulary.patterns import pattern

_N = r"(?P<{0}>(?<![\d.,])\d{{1,9}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)"
_UNIT = (
    r"\s?\$?\s?(?P<unit>\\?%|\\,?\\%|per ?cent\b|percentage points?|pp\b|db\b"
    r"|[kmgt]i?b\b|ms\b|s\b|h\b|min\b|mm\b|cm\b|nm\b|seconds\b|minutes\b|hours\b|days\b|fps\b|[mk]?w\b)?\$?"
)
SHORT_UNITS = ("s", "h", "min", "mm", "cm", "nm")
FROM_TO = pattern(
    rf"\bfrom (?:an? (?:\w+ ){{1,2}}of |[a-z][\w-]{{0,30}}['’]s |\w+ )?\$?"
    rf"{_N.format('a')}{_UNIT.replace('unit', 'unit1')} (?:\([^)]{{0,30}}\) "
    rf"|(?:at|for|with|in|on|under|without|using) (?:(?!to\b)[a-z][\w'’-]* ){{1,5}})?to "
    rf"(?:(?!\d)\w+ )?\$?{_N.format('b')}"
    rf"(?![\d,.]*\s?[kmb]\b){_UNIT.replace('unit', 'unit2')}"
)
BETTER_HIGHER = ("accura", "f1", "precision", "recall", "auc", "success", "score", "psnr", "ssim")
ATTACKS = ("attack", "jailbreak", "asr")
"""What has the less success the better, to those who defend."""
BETTER_LOWER = ("error", "rmse", "mae", "mse", "loss", "perplexity", "wer", "latency", "hallucinat", "fid")
SUFFERS = ("suffer", "degrad", "worsen", "deteriorat")
"""Whoever does so, it is seldom what the authors made."""
SPAN_OF = pattern(
    r"\b(?:rang\w*|var(?:y|ies|ying|ied)|span\w*|scal\w*|siz\w+|models?|years?|ages?|aged|epochs?|grows?"
    r"|growing"
    r"|datasets?|lengths?|levels?|redshifts?|dates?|period)\W{0,3}(?:\w+\W{1,3}){0,2}$"
)
COUNTED = pattern(
    r"^\W{0,3}(?:years?|parameters?|layers?|languages|steps|tokens|frames|bits?|nodes|agents|samples"
    r"|images|shots"
    r"|tasks|classes|participants|hz|khz|mhz|ghz|kpc|mpc|pc)\b"
)
PERCENT = pattern(
    rf"(?P<a>{DIGIT}(?:(?<![\w.,@]\d)|(?<=[^\d]\\sim\d)"
    rf"|(?<=[^\d]\\approx\d))\d{{0,8}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)(?:\s?\$?(?:±"
    rf"|\\pm|\+/?-)\$?\s?[\d.]{{1,6}})?(?:\s?\\?%?\$?\s?(?:--?|–"
    rf"|to|~|\\sim)\s?\$?{_N.format('b')})?\s?\$?\s?(?P<unit>\\?%(?:-?p\b|[- ]?p(?:ts?|oints?|p)\b"
    rf"| percentage points?\b)|\\?%|\\,\\%|per ?cent\b|percentage points?\b"
    rf"|pp\b)"
)
BETWEEN = ("between ", "between $")
BETWEEN_AND = pattern(rf"\$? and [$~≈]*{_N.format('b')}\s?\$?\s?(?:\\?%|per ?cent\b)\$?")
"""A percentage that is the end of what begins with another behind a "between"."""
SIGN = pattern(r"(?:(?<![\w)}])[+\-−–]|\\sim\s?|~|≈|>)\Z")
"""Looked for where a percentage was found, because a pattern that begins with a digit is found faster."""
LONGEST_SIGN = 5
EITHER_WAY = ("+", "±", "\\pm", "\\pm$", "+/", "+-", "+/-", "+- ", "+/- ", "± ")
"""What makes a percentage how far something varies, where its sign or itself stands behind it."""
_END = (
    r"(?:(?:about|over|around|nearly|almost|only|just|more than|up to|as (?:high|much) as"
    r"|approximately) )*[$~≈]*"
)
_RANGING = (
    r"\b(?:rang|vary|vari|span)\w* (?:widely )?(?:from|between) (?:only |about |over |approximately "
    r"|roughly |nearly |around )*[$~≈]*"
)
RANGE_GATES = ("rang", "vary", "vari", "span")
RANGE_BEGINS = pattern(rf"{_RANGING}$")
RANGE_GOES_ON = pattern(rf"^[^.;\d]{{0,50}} (?:to|and) {_END}\d[\d.]{{0,6}}\s?\\?%")
RANGE_BEGUN = pattern(rf"{_RANGING}(?P<a>\d[\d.]{{0,6}})\s?\\?%\$?[^.;\d]{{0,50}} (?:to|and) {_END}$")
"""A percentage that is the end of a range whose beginning stands before it."""
RIVAL_FIRST = pattern(r"[^.;,]{0,12}, (?:our|ours|we)\b")
"""What stands behind the value of another, to which the authors' own is held."""
TIMES = pattern(
    rf"(?P<a>{DIGIT}(?<![\w.,]\d)\d{{0,8}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)(?:\s?(?:\$?\\times\$?|×"
    rf"|x)?\$?\s?(?:-|–|--"
    rf"|to)\s?\$?{_N.format('b')})?\s?(?:\$?\\times\$?(?!\$?\s?\d)|×(?!\s?\d|[a-z]_?\d)|x\b(?!\s?\d)"
    rf"|[- ]fold\b| times (?=faster|fewer|less|more|higher|lower|better|smaller|larger|speed"
    rf"|cheaper|deeper|tighter|steeper|stronger|wider|lighter|brighter|the))"
)
NOT_TIMES = pattern(
    r"^\W{0,3}(?:super-?resolution|sr\b|up-?(?:sampl|scal)\w*|down-?(?:sampl|scal)\w*|magnif\w*|zoom\w*"
    r"|upscal\w*|nvidia|rays?"
    r"|gpus?|[ahb]\d00|rtx|scaling factor|compression ratio|grid|binning|image)\b"
)
_SO_MANY = (
    r"(?:(?:up to|at least|about|over|roughly|approximately|around|nearly|more than|an average of|~|≈) ?)*"
)
FACTOR = pattern(
    rf"\bby (?:{_SO_MANY}an? )?factors? of {_SO_MANY}"
    rf"\$?{_N.format('a')}(?:\s?(?:-|–|--|to)\s?{_N.format('b')})?\$?(?!\d|[-–]\d|\s?\\times|\s?×|\^)"
)
BY_TIMES = pattern(
    rf"\bby {_SO_MANY}\$?{_N.format('a')}(?:\s?(?:-|–|--"
    rf"|to)\s?{_N.format('b')})?\$? times\b"
)
OF_TIMES = pattern(
    rf"\b(?:speed-?ups?|accelerations?|gains?|improvements?|increases?|reductions?|enhancements?)"
    rf"(?: factors?)? of {_SO_MANY}\$?{_N.format('a')}(?:\s?(?:-|–|--|to)\s?{_N.format('b')})?\$? times\b"
)
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10",
}  # fmt: skip
_IN_WORDS = "|".join(NUMBERS)
WORDED = pattern(
    rf"\b(?:(?:(?P<low>{_IN_WORDS})(?:-|[- ]?fold)?(?: (?:to|or) |[-–](?:to-)?))?(?P<fold>{_IN_WORDS})"
    rf"(?:[- ]?fold\b| times (?=faster|fewer|less|more|higher|lower|better"
    rf"|smaller"
    rf"|larger|cheaper|speed|the\b|as\b)|-times\b)|factors? of {_SO_MANY}(?P<factor>{_IN_WORDS})\b(?!-))"
)
"""A multiple in words: "threefold", "three times the speed", "a factor of three"."""
WORDED_GATES = ("fold", " times ", "-times", "factor")
BELOW_ONE = pattern(r"^(?:0(?:\.\d+)?(?:–0(?:\.\d+)?)?)×?$")
"""A multiple that is a part, or from a part to another."""
CHANGED_BY = pattern(r"\bby\b[^.;,]{0,20}$")
CHANGE_BEHIND = pattern(
    r"^[\s$}*\\)]*(?:[a-z-]+ )?(?:faster|slower|fewer|less|more|lower|higher|smaller|larger|shorter|longer"
    r"|greater|better|cheaper|speed-?ups?|accelerations?|reductions?|improvements?|gains?|increases?"
    r"|decreases?|savings?)\b"
)
"""Beside a part, nobody can tell what is meant by these: "0.3x less" may be a third or two thirds."""
POINTS = pattern(
    rf"(?P<sign>(?<![\w)])[+\-−])?(?<![\w.@]){_N.format('a')}(?:\s?(?:-|–|--|to"
    rf"|\$?\\sim\$?)\s?{_N.format('b')})?\$?(?:[ -]|(?=db\b))(?:absolute |relative |average |percentage[ -]"
    rf"|accuracy |macro-?)*(?P<unit>bleu|f1|rouge(?:-\w+)?|chrf|comet|db|elo|points?|pts)\b"
)
METRIC_POINTS = pattern(
    rf"(?P<sign>(?<![\w)])[+\-−])?(?<![\w.@]){_N.format('a')}(?:\s?(?:-|–|--|to)\s?{_N.format('b')})?"
    r"(?=[ -](?!(?:absolute|relative|average|percentage|percentile|accuracy|f1|bleu|rouge"
    r"|chrf|comet|db|elo|macro|points?|pts|data|grid|time|key|end|focal|k?pc|x|fold|percent|of|in|on|to"
    r"|and|or)\b)"
    r"[a-z][\w@./-]{1,11}[ -](?:(?P<points>points?|pts)|gains?)\b(?! (?:cloud|mass|source)))"
)
"""Points of a metric that is named between: "15.8 IoU points"."""
METRIC = pattern(
    r"\b(?<!\d \()(?P<name>accuracy|f1(?:[- ]scores?)?|bleu|auc|auroc|wer|cer|map(?<!-map)|miou|iou|psnr"
    r"|ssim|(?:mean )?average precision"
    r"|fid|recall|precision|kappa|mcc|ndcg|mrr|rmse|mae|spearman|pearson|perplexity|score(?<!1-score)"
    r"|correlation)(?:(?:(?<=re|on|uc|oc)s|(?<=auc)(?:roc|p))?(?![a-z])[^.;\d%]{0,24}?\b(?:of|is|was|to|at)"
    r"|\s?[=:(])? ?\$?(?:[^\s\d]{0,6}[=≈] ?)?(?P<a>(?<![\w-])\d*\.\d+)(?![\d\w]|-[a-z]|\s?\\?%)"
)
METRIC_BEHIND = pattern(
    r"(?<![\w.,+−-])(?P<a>0?\.\d{1,4})\$? (?:(?!(?:with|and|of|to|in|for|on|at|by|the|from|an?|or"
    r"|vs|against|over|under|as|than|when|while|is|was|are|were|[ckm]?m|m?s|px|deg|dex|mag|arcsec)\b)"
    r"[a-z][\w-]{0,15} ){0,2}?(?P<name>accuracy|auc|auroc|recall|(?:mean )?average precision"
    r"|precision|m?iou|map|ndcg|mrr|kappa|mcc"
    r"|correlation|ssim|wer|cer)\b(?!@|-| of\b)"
)
"""A metric behind its value: "0.93 balanced accuracy"."""
CORRELATION = pattern(
    r"\b(?:correlat\w+|spearman|pearson|kendall)\b[^.;\d]{0,45}?(?:\br|ρ|rho|τ|tau)\}?\$?\s?(?:=|≈"
    r"|\\approx)"
    r"\s?\$?(?P<a>[-−–]?\s?0?\.\d{1,4})"
)
"""How closely two things are correlated: "correlates with age (r = -0.86)"."""
METRIC_REST = pattern(
    r"\$?\s?(?P<how>-{1,2}>|→|to|–|--?)\s?\$?(?P<b>(?:0|\d{1,3})?\.\d{1,6})(?![\d\w]|\s?\\?%)"
)
"""What a metric ranges up to or came to behind its value: "AUC 0.81-0.92", "F1 0.52 to 0.85"."""
MEASURE_BEHIND = pattern(
    r"\s?(?:[kmgt]?hz|degrees?|°|[cm]?m|[μn]m|[kmgt]?ev|[kmg]?pc|mas|arcsec(?:onds?)?"
    r"|arcmin|dex|mag(?:nitudes?)?|m?s)\b"
)
"""Behind a number that is therefore no score: "the map at 4.8 GHz"."""
DOWN = pattern(
    r"\b(?:reduc\w*|decreas\w*|sav(?:e[sd]?|ings?)\b|cut(?:s|ting)?\b|lower(?:s|ed|ing)\b|drop\w*|fewer"
    r"|less|declin\w*"
    r"|degrad\w*|shrink\w*|shorten\w*|loss of|minimi[sz]\w*|fall\w*|fell|trim\w*|diminish\w*|suppress\w*"
    r"|collaps\w*|los(?:e[sd]?|ing|t)\b"
    r"|curb\w*|mitigat\w*|eliminat\w*)"
)
UP = pattern(
    r"\b(?:improv\w*|increas\w*|gain\w*|boost\w*|rais\w*|lift\w*|rise\w*|rose|outperform\w*|surpass\w*"
    r"|exceed\w*|enhanc\w*|inflat\w*|elevat\w*|surg(?:e[sd]?|ing)\b|soar\w*|climb\w*"
    r"|grow\w*|grew|beat(?:s|ing)?)\b"
)
_ABOUT = (
    r"(?:(?:up to|upto|at least|more than|as much as|an average of|over|about|approximately|around|nearly"
    r"|almost|roughly"
    r"|another|an additional|additional|averages? of|an? (?:[a-z]+ ){0,2}margins? of|margins? of"
    r"|a range of|a relative|an absolute|a|an|on average|~|≈"
    r"|\$?\\(?:sim|approx)(?![a-z])\$?) ?)*[$\s{~+\-−]*(?:\\(?:textbf|mathbf|bm|emph)\{)?$"
)
BY = pattern(
    r"\b(?:by|improv(?:es|ed|ing)(?! over\b)|sav(?:es|ed|ing)|reduc(?:es|ed|ing)|cut(?:s|ting)?"
    r"|decreas(?:es|ed|ing)|boost(?:s|ed|ing)|increas(?:es|ed|ing)) (?:[a-z]+ly )?" + _ABOUT
)
_GAIN_NOUN = (
    r"(?P<noun>improvements?|gains?|increases?|boosts?|rises?|reductions?|decreases?|drops?|savings?"
    r"|declines?|uplifts?)"
)
GAIN_NOUNS = (
    "improvement", "gain", "increase", "boost", "rise", "reduction", "decrease", "drop", "saving",
    "decline", "uplift",
)  # fmt: skip
GAIN_OF = pattern(
    rf"\b{_GAIN_NOUN} (?:(?:in|on|over|of) [a-z](?:(?!\b(?:improv|increas|reduc|decreas|rais|boost"
    rf"|lower|cut)[a-z]*\b)[\w\s-]){{1,40}}? )?(?:of |by |exceeding |reaching |averaging "
    r"|ranging from |between |\()?" + _ABOUT
)
GAIN_AFTER = pattern(
    r"^\s?(?:in (?=(?:[a-z][\w@.-]* ){1,3}(?:reduction|decrease|saving|decline)s?\b))?"
    r"(?:(?:relative|absolute|average|overall|total|mean|performance|accuracy|rank-1|f1|bleu|wer|error"
    r"|cost|token"
    r"|latency|memory|speed|energy|throughput|relative|macro-f1"
    r"|(?!(?:and|with|while|of|in|on|for|to|by|at|from|over|or|as|than|that|which|is|are|without|no)\b)"
    r"[a-z][\w@.-]*) ){0,3}?(?:\([^()]{1,12}\) )?" + _GAIN_NOUN + r"\b"
)
COMPARATIVE = pattern(
    r"^\s?(?:relative |absolute )?(?P<word>fewer|less|lower|smaller|shorter|more|higher|larger|greater"
    r"|additional|extra|improved|increased|reduced|decreased)\b"
)
SIZE = pattern(
    r"^\s?(?:of|in) (?:the |all |its |our |their )?(?:\w+ )?(?:data|samples|parameters"
    r"|annotations|training|examples|labels|labeled|papers|participants|dataset|corpus|tokens"
    r"|articles|respondents|cases|sentences|patients|population)\b"
)
EDGE = pattern(r"(?<!rank in )(?<!ranks in )(?<!ranked in )\bthe (?:top|bottom|first|last|remaining)[ -]$")
"""Before a percentage that says which part is spoken of."""
SPLIT = pattern(r"^(?:(?:\s?/\s?\d+\s?\\?%?){1,3}|\s?splits?\b)")
TIMES_SETTING = pattern(r"\b(?:with|at|from|of|a)\s(?:an? )?\$?$")
_DATA = r"(?:data|datasets?|corp(?:us|ora)|benchmarks?|datapoints|samples|examples|tokens)"
_SIZED = (
    rf"(?:{_DATA}|models?|[a-z]*l[lm]ms?|vlas?|networks?|baselines?|retrievers?|counterparts?|teachers?"
    r"|parameters)\b(?!-)"
)
SIZE_BEHIND = pattern(
    rf"^[\s$}}*\\)]*(?:(?:more|larger|bigger) (?:(?!than\b)[\w-]+ ){{0,2}}?{_SIZED}"
    rf"|(?:larger|bigger) than (?:[\w-]+ ){{0,4}}?{_DATA}\b|the (?:number of )?parameters\b)"
)
"""How many times as large the data or the models of others are, or data made: "10x more parameters"."""
LARGER_BEHIND = pattern(
    r"^[\s$}*\\)]*(?:larger|bigger)\b(?=\s?(?:[.,;:()$]|$)|\s(?:than|on|in|and|while|such|but|as)\b)"
)
SIZE_BEFORE = pattern(rf"\b{_SIZED}[^.;,]{{0,30}}$")
"""The same before the number: "models that are 10 times larger"."""
TIMES_GAIN = (
    "faster", "fewer", "less", "more", "speed", "higher", "lower", "better", "improv", "reduc", "accel",
    "compress", "throughput", "gain", "increase", "saving", "smaller", "larger", "cheaper", "greater",
    "enhance", "by a factor",
)  # fmt: skip
POINTS_IN_SPACE = pattern(r"^\s?(?:cloud|process|source)")
REACH = pattern(
    r"\b(?:span\w*|across|over|covering|covers?|rang\w+|within|vary\w*)\s"
    r"(?:(?:nearly|almost|about|roughly|more than|over|an?|one|the|several|many) ){0,2}$"
)
ABSOLUTE = pattern(r"\babsolute (?:(?:[\w-]+ ){0,2}?" + _GAIN_NOUN + r" (?:of |by )?)?" + _ABOUT)
"""Before a percentage that counts points."""
ABSOLUTELY = pattern(r"^\s?absolute\b(?! (?:\w+ ){0,2}errors?\b)")
"""The same behind it."""
EVEN = pattern(r"\beven (?:when|if|though|with|under) [^,;]*$|\bpreviously (?:\w+ ){0,3}[^,;a-z]*$")
"""Before a number that belongs to a condition, or to earlier work."""
EVEN_GATES = ("even ", "previously ")
SETTING = pattern(
    r"\b(?:using|with (?:only|just)|on|only|confidence|trained on|within|than|level of|at|under"
    r"|after|requir\w+|just|mere)\s(?:only |just "
    r"|less than |about |as little as |under |fewer than |a |the )*\$?$"
)
REACHED = pattern(
    r"\b(?:(?:achiev|attain|reach|obtain|yield|scor|solv|pass|resolv|answer)[a-z]* (?:an? )?(?:(?:more"
    r"|greater|better"
    r"|less) than )?"
    r"|(?:ceil|plateau|peak|saturat|top out|tops out|cap)[a-z]* at (?:about |around |approximately "
    r"|roughly |~)?"
    r"|(?:accurac|f1|rate|recall|precision|success|score)[a-z]* (?:of |is |was |are |were ))"
    r"(?:only |just |a mere |merely |an? |of ){0,3}\$?$"
)
"""Before what is reached, be it "only" so much: "achieves only 40%"."""
EXCEEDED = pattern(r"\b(?:surpassing|exceeding)\W{0,2}(?:(?!by\b)\w+ )?\$?$")
"""Before what another has, where no metric stands before that: "accuracies exceeding 80%" are own."""
EXCEEDED_GATES = ("surpassing", "exceeding")
LEVEL_EXCEEDS = pattern(
    r"\b(?:accurac|f1|auc|rate|recall|precision|success|score|gain|improvement|reduction|saving"
    r"|increase)[a-z-]* \w+ing \$?$"
)
RIVAL = pattern(
    r"(?:\b(?:compared (?:to|with)|versus|v\.?s\.?|baselines?|rather than|against|from|chance|human\w*"
    r"|instead of"
    r"|than (?:[\w-]{1,20} ){0,3}(?:trained|pre-?trained|fine-tuned|learned) (?:on|with|from)"
    r"|as opposed to|(?:outperform|surpass|exceed|beat)(?:ing|s|ed)? (?:the|its|their)"
    r"|while (?!\w+ing\b)\w+|whereas [\w\s]{1,30})\W{0,2}(?:(?!by\b|with\b"
    r"|\w+ing\b)\w+ )?(?:only "
    r"|at |the |of |is )?\$?)$"
)
WITH = pattern(r"\b(?:with|at|of|using|under) (?:an? )?$")
CONFIDENCE = pattern(
    r"^\$?\s?(?:\\?%?\s?)?(?:confidence|credib\w*|c\.?\s?l\b|ci\b|level|\(?\d+ ?sigma|(?:upper |lower"
    r" )?(?:limits?|bounds?)\b)"
)
HARMLESS = pattern(
    r"\b(?:only|less than|better than|to within|within|under|below|no more than|without|mere(?:ly)?|just"
    r"|negligible|minor|minimal|slight|marginal)\s"
    r"(?:an? |the |about |\w+ )?\$?$"
)
WITH_A_LOSS = pattern(
    r"\bwith (?:only |just )?an? (?:[a-z]+ ){0,2}(?:drop|loss|degradation|decrease|decline)\b[^.;,()]{0,40}$"
)
HARM = pattern(
    r"^\s?(?:(?!(?:while|with|and|but|compared|in|on)\b)\w+ ){0,3}?(?:errors?|loss|drop|degradation"
    r"|decrease|decline|overhead|increase|deviation)\b"
)
PRECISE = pattern(r"^\s?(?:(?!(?:while|with|and|but|compared)\b)\w+ ){0,3}?(?:accuracy|precision)\b")
"""Behind a percentage within which something is right, if it is not what is reached."""
LISTED = pattern(r"\d[\d.]*\s?\\?%?(?:,? (?:and|or) |, |/)[$+]?$")
"""Before a number that is not the first of those that share one unit."""
LIST_SO_FAR = pattern(r"(?:\d[\d.]{0,8}\s?\\?%?(?:,? and |,? or |, |/)){1,4}$")
REST_OF_LIST = pattern(r"^(?:(?:,| and|, and|,? or|/)\s?\$?[+\-−]?\d[\d.]{0,8}\s?\\?%?\$?){1,4}")
LIST_BEFORE = ("and ", "or ", ", ", "/", "\n")
LIST_GOES_ON = (",", " and", " or", "/")
"""What stands between the numbers of a list, so that most texts need not be asked for one."""
LEVEL_WORDS = ("accura", "rate", "score", "f1", "recall", "precision", "auc", "success", "error")
SIZE_BEGINS = (" of", " in", "of", "in")
EDGES = ("top ", "bottom ", "first ", "last ", "remaining ", "top-", "bottom-")
SPLIT_BEGINS = (" /", "/", " split", "split")
MEANS = ("average", "overall", "mean")
MEAN = pattern(r"\b(?:average|overall|mean|averaged)\b")
WORDS = (
    ((" half", "halv"), pattern(r"\b(?:by|to|nearly|almost|about) half\b|\bhalv\w+\b"), "½"),
    (
        ("doubl", "twice"),
        pattern(r"\b(?<!singles and )doubl(?:es|ing|ed)\b|\btwice (?:as(?: much| many)?|the)\b"),
        "2×",
    ),
)
_FEW = r"(?:\d|two|three|four|five|six)"
MAGNITUDE = pattern(
    rf"\b(?:one(?:\s?[-–]\s?| to | or ){_FEW} |{_FEW}(?:(?:\s?[-–]\s?| to | or ){_FEW})? )?orders?[ -]of["
    rf" -]magnitude\b"
)
IN_WORDS = pattern(rf"\b(?:one|{_IN_WORDS})\b(?=–| orders)")
SPAN_JOINT = pattern(r"\s?[-–]\s?(?=\d|two|three|four|five|six)| to ")
VALUE = pattern(
    rf"{_N.format('a')}\s?\$?\s?(?:\\pm|±|\+/?-)\s?\$?{_N.format('b')}(?!\s?\\times|\)?\s?×)"
    r"[\s~$\\,{}]{0,6}(?:(?:mathrm|rm|text"
    r"|,)[\s~{\\]{0,3})?(?P<unit>[kmg]?pc|[kmg]yr|[kmg]ev|tev|ev|k|dex|mag|km/s|km"
    r"|[kmg]?hz|nm|mm|cm|ms|db|days?|hours?|minutes?|seconds?|au)\b"
    r"(?![\\,~\s{}$]{0,5}(?:(?:rm|mathrm|text)?\W{0,2}(?:cm|km|m|s|yr|pc|[km]pc|sr|hz|deg|arcsec)\b|\^"
    r"|/|-))"
)
SIGMA = pattern(
    r"(?<![\d.–-])(?P<a>(?:[2-9]|\d{2})(?:\.\d{1,2})?|1\.\d{1,2})"
    r"(?:\$? ?(?:-|–|--|to) ?\$?(?P<b>\d{1,2}(?:\.\d{1,2})?))?[\s~${-]{0,3}(?:\\[,;:]\s?)?(?:σ|\\sigma\b"
    r"|sigma\b)(?!_|\s?=)"
    r"(?!\$? (?:direct )?(?:detection )?(?:threshold|upper|hint|limit))"
)
SIGMA_GATES = ("σ", "sigma")
SIGNIFICANT = pattern(
    r"\b(?P<stem>detect|significan|tension|evidence|discrepan|deviat|excess|prefer|exclu)(?:[a-z]*)\b"
)
SIGNIFICANCES = {
    "detect": "detection", "significan": "significance", "tension": "tension", "evidence": "evidence",
    "discrepan": "discrepancy", "deviat": "deviation", "excess": "excess", "prefer": "preference",
    "exclu": "exclusion",
}  # fmt: skip
BELOW_NOTHING = pattern(r"(?<![\w)}])\$?[-−–]\$?\Z")
"""The minus of a value, which is no value without it."""
OF_AN_OBJECT = pattern(
    r"\([^()]{0,24}\b(?:age|distance|redshift|period|d|z|t)\b[^()]{0,12}$|\b(?:current|existing|previous"
    r"|prior)\b[^.;,]{0,60}$"
)
"""Before a value that describes what is studied, or that others have."""
FAILS = pattern(r"\b(?:yet|but) (?:it )?(?:collapses?|fails?|struggles?|drops?|degrades?)\b[^.;]{0,60}$")
"""Before a value that is told as a failure: "yet collapses on sand, with a score of"."""
RATED = pattern(r"\brated\b[^.;]{0,40}$")
"""Before a mark on a scale of some points, which is no share that is right."""
OVERHEAD = pattern(r"^[\s$}]*(?:[a-z-]+ ){0,2}?(?:overhead|slow-?down)\b")
"""Behind a multiple that is a cost."""
RANK = pattern(
    r"\b(?<!in )(?:(?:ranks?|ranked|ranking|placed|won|wins?|achiev\w*|secur\w*|obtain\w*|came"
    r"|finish\w*) (?:\w+ ){0,3}?|the (?:(?!and\b)\w+ ){0,3}?)"
    r"(?P<a>\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth)"
    r"[ -](?:place|rank|position|out|overall|in|at|among|on)\b"
)
PERCENT_GATES = ("%", "percent", "per cent", "pp")
VALUE_GATES = ("\\pm", "±", "+-", "+/-")
TIMES_GATES = ("\\times", "×", "x", "fold", "times ")
_POINTS_UNITS = ("point", "pts", "bleu", "f1", "rouge", "chrf", "comet", "db", "elo", "macrof1")
POINTS_GATES = (*(joint + unit for unit in _POINTS_UNITS for joint in (" ", "-")), "db")
METRIC_POINTS_GATES = (" point", "-point", " pts", " gain")
METRIC_GATES = (
    "accuracy", "f1", "bleu", "auc", "roc", "wer", "cer", "map", "iou", "psnr", "ssim", "fid", "recall",
    "precision", "kappa", "mcc", "ndcg", "mrr", "rmse", "mae", "spearman", "pearson", "perplexity", "score",
    "correlat",
)  # fmt: skip
METRIC_CHANGE = pattern(
    r"\b(?:(?P<gain>(?:gain|improvement|increase|boost)s? of\b)|(?:gain|improvement|increase|boost|drop"
    r"|reduction|decrease|difference|degradation|decline|loss|gap)(?:e?s)?\b)"
)
"""How much a metric changed, which is not what it came to: "accuracy gains of 2.7"."""
METRIC_CHANGES = (
    "gain", "improvement", "increase", "boost", "drop", "reduction", "decrease", "difference",
    "degradation", "decline", "loss", "gap",
)  # fmt: skip
BASELINE_DOES = ("baseline achieves", "baseline reaches", "baseline attains", "baseline obtains")
DECIMAL = pattern(r"\.\d")
ORDINAL = pattern(r"\d(?:st|nd|rd|th)[ -]")
ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}
FIRST_ORDINALS = tuple(ORDINALS)
UNITS_AS_WRITTEN = {
    "kev": "keV", "mev": "MeV", "gev": "GeV", "tev": "TeV", "ev": "eV", "mpc": "Mpc", "gpc": "Gpc",
    "myr": "Myr",
    "gyr": "Gyr", "k": "K", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "hz": "Hz", "db": "dB",
}  # fmt: skip
