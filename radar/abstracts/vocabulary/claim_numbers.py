"""Which numbers, and words for numbers, are outcomes, and which are sizes and settings."""

from __future__ import annotations

from radar.abstracts.vocabulary.claim_words import FROM_A_WORD
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_PERCENT = r"(?:[\s~]?(?:\{?\\?%|\$\\?%|\\,?\\?%)|[\s-]?(?:per ?cent(?:age)?\b|pp\b|percentage points?))"
DIGIT = r"[^\x00-/:-\x7f](?<=\d)"
"""A digit that begins a pattern: what is none is passed over faster by its code than by asking for digits.

Told by what it is not: a set that names what lies beyond ASCII takes ten milliseconds to compile.
"""
_DIGITS = (
    DIGIT + r"(?:(?<![\w.,]\d)|(?<=[mqx]\d)(?:(?<=[\\sr]sim\d)|(?<=prox\d)|(?<=[glm]eq\d)))"
    r"\d{0,8}+(?:,\d{3}){0,4}+(?:\.\d{1,9}+)?+(?:e\d{1,3}(?=[x× ]))?+"
)
STRONG_NUMBER = pattern(
    rf"{_DIGITS}\+?+\}}?+(?:\$?{_PERCENT}|\s?(?:\$?\\times\$?(?!\$?\s?\d|\s?10)|×(?!\s?\d)"
    r"|(?<!\+)(?<!\+ )x\b(?! \d)"
    r"|[- ]?fold\b|db\b|\$?\\(?:text|mathrm)\{ ?[x×]\})"
    r"|\$ times (?=[a-z]+er\b|more\b|less\b|longer\b|as\b|the\b)"
    r"|(?<!top[- ]\d)(?<!top[- ]\d\d)\s(?:[\w-]+@\w+ |absolute |relative |average "
    r"|f1 |bleu |rouge |chrf |accuracy |elo |percentage "
    r"|percentile |human |macro-?f1 )*"
    r"(?:points?|pts|bleu|db|elo|f1|rouge\w*|map|auc|accuracy|times)\b(?! (?:process|cloud"
    r"|set|source|mass|of (?:interest|view)))"
    r"| out of (?:the |all )?\d+ (?!points)"
    r"|(?<!-\d)(?<!-\d\d) ?(?:/| of (?:the )?) ?\d+ (?:[\w-]+ ){0,3}(?:tasks|datasets|benchmarks"
    r"|languages|settings|cases|metrics|environments|probes|clusters|systems|scenarios|conditions|categories"
    r"|domains|targets|instances|runs|trials|configurations|criteria|dimensions"
    r"|subtasks|directions|problems|pairs|games|models|test)"
    r"|(?<!-\d)(?<!-\d\d)(?<!-\d\d\d) of (?:the |all )?\d{1,4} (?:[a-z-]+ ){0,2}[a-z-]+s\b"
    r"|\$?(?: ?(?:[μm]?s|[kcmμ]?m|px|pixels?|seconds?|minutes?|hours?|days?|°|degrees?|k?hz|w|[kmg]b))?"
    r" (?:vs\.?|versus) [~$]{0,2}\d+\.\d"
    r"| (?:faster|slower|higher|lower|better|cheaper|smaller|larger) than\b"
    r"|-(?:percentage[- ])?point (?:[\w-]+ ){0,2}?(?:gain|improvement|increase|drop|lead|advantage"
    r"|reduction|boost|gap"
    r"|difference)|(?:(?<=\.\d)|(?<=\.\d\d)) ?/ ?(?:5|7|10|100)\b)"
)
CHANGE = pattern(
    FROM_A_WORD
    + r"(?=[abcdfgilmors])(?:(?<!\bcc )by (?:up to |over |about |at least |more than |roughly |nearly "
    r"|approximately |an average of )?"
    r"[~+$]{0,2}(?:\d{1,6}\.\d+(?![\d.]*\s?(?:b|m|billion|million)\b)"
    r"|(?:x|×|\\times) ?\d(?![\d.]* ?(?:x|×|\\times)))"
    r"|(?:achiev|reach|attain|scor)(?:e[sd]?|es|ed|s|ing)? (?:only |just |about |over "
    r"|up to )?\+?\$?\+?\d{1,3}\.\d{1,3}"
    r" (?:on|in|for|vs|versus|against|compared|exact)\b"
    r"|(?:achiev|attain|obtain|scor|reach)(?:e[sd]?|es|ed|s|ing)? (?:an? (?:[a-z]+ )?)?\d{1,3}\.\d{1,4}"
    r" (?!(?:billion|million|thousand|[a-z]?hz|[mgkt]?ev|[kmg]?pc|hours?|h|days?|years?|weeks?|m|km|cm|mm|nm"
    r"|um|meters?|gpcs?|bits?|bytes?|[kmgt]b|[bkm]|to|and|or|m?\^|frames|pages|times|deg2|models?|x)\b)[a-z]{2}"
    r"|(?:achiev|reach|attain|obtain)\w* an? (?:[\w-]+ ){1,4}of \$?\d{1,4}\.\d"
    r"|(?:avg\.?|average|averaging|mean) (?:of )?\$?\+\d"
    r"|(?:by|of|a) factors? (?:of )?(?:[a-z]+ ){0,2}?(?:[$~≈\s{]|\\\(|\\(?:sim|approx|gtrsim|lesssim"
    r"|geq?)\b){0,4}"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|rais(?:es|ed)|lower(?:s|ed|ing)?|drop(?:s|ped|ping)?"
    r"|falls?"
    r"|fell|falling|ris(?:es?|ing)|rose|increase[sd]|decreas(?:e[sd]?|ing)|cut(?:s|ting)?|declin(?:e[sd]?"
    r"|ing)"
    r"|grows|grew|boost(?:s|ed|ing)?|climb(?:s|ed)|brings|brought|shrinks|degrade[sd])\b[^.;]{0,80}? from "
    r"(?:[a-z][\w-]{0,30}['’]s )?[~$≈]{0,2}(?!(?:19|20)\d\d\b)\d{1,6}(?:\.\d+)?(?!\d*\s?[bmk]\b)"
    r"[^;]{0,30}? to (?:only |about |just )?[~$≈]{0,2}\d)"
)
"""To be asked of a sentence with a space before it."""
FACTOR_GATES = ("factor of", "factors of")
WHOLE_CHANGE_GATES = ("factor", " from ", "+", "×", "\\times", " x", "~x", "$x")
CHANGE_GATES = ("achiev", "reach", "attain", "obtain", "scor", "by ", "factor", " from ", "+")
"""Without one of these `CHANGE` is not asked; in a text without decimals, it needs one of those before."""
STRONG_SIGN = pattern(
    r"[\\±^p\d](?:(?<=±)|(?<=\\)pm|(?<=\^)\{\+"
    r"|(?<=p)(?<!\wp) ?(?:[<≤]|\\lt|\\leq?) ?0?\.0"
    r"|(?<=\d)(?<![\d.]\d)(?:(?<=[2-9])|\d|\d?\.\d{1,2})[\s{$~-]{0,2}(?:σ|\\sigma\b(?!_)|sigma\b))"
)
STRONG_SIGN_GATES = ("\\", "±", "^", "<", "≤", "σ", "sigma")
PLUS_MINUS = pattern(r"\+(?:(?<=\d\+)|(?<=\d \+))/?- ?\d")
_IN_WORDS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_TIMES = "|".join(sorted(_IN_WORDS - {"one"}))
STRONG_WORDS = {f"{number}-percent" for number in _IN_WORDS} | word_set(
    "sub-per sub-percent orders-of-magnitude order-of-magnitude "
    "percent few-percent magnitude twice half halves halved halving doubles doubled doubling triples tripled "
    "third thirds quarter quarters "
    "fourth fifth tenth times fold two-fold threefold tenfold twofold fourfold fivefold sixfold "
    "three-fold four-fold five-fold rank ranks ranked "
    "ranking placed place won win wins winning "
    "second-best second-highest first-place points one-third one-fourth one-half one-fifth "
    "one-tenth two-thirds st nd rd second first point one-eighth one-sixth"
)
STRONG_PHRASE = pattern(
    FROM_A_WORD
    + r"(?:sub-per ?cent\b|orders?[ -]of[ -]magnitude\b(?! (?:more|larger) (?:\w+ )?(?:data|than existing"
    r"|examples))"
    r"|one-(?:half|third|fourth|fifth|sixth|eighth|tenth)\b|(?<=[a-z] )percentage points?\b"
    rf"|(?:{_TIMES}|several|hundred|\d+)[- ]?(?:times|fold)"
    r" (?:more|less|faster|fewer|higher|lower|better|larger|smaller|the|as|slower|cheaper|greater|improvement"
    rf"|increase|reduction|speed)|(?:by|up to|nearly|almost|about|around|roughly|over|than) (?:{_TIMES}|\d+)"
    r"[- ](?:times|fold)\b|twice (?:as|the)\b|(?:by|to|nearly|almost|about"
    r"|only|than|over|around) half\b"
    r"|(?<!latter )(?<!first )(?<!second )(?<!upper )(?<!lower )(?<!other )half (?:of|the|as)\b"
    r"|(?<!successive )halv(?:es(?! of\b)|ing|ed)\b"
    r"|(?<!quantum )(?<!singles and )(?<!singles, )(?<!tennis )doubl(?:es|ing|ed)\b"
    r"|(?:improv|enhanc|increas|reduc|decreas)(?:es|ed|ing) (?:[a-z]+ )?"
    r"(?:two|three|four|five|six|ten)-?fold\b"
    r"|(?:" + "|".join(sorted(_IN_WORDS)) + r")[- ]per ?cent\b"
    r"(?! (?:of (?:the |all )?(?:\w+ ){0,2}?(?:data|samples?|budget|parameters|tokens|labels)"
    r"|samples?|survey|per)\b)"
    r"|(?:than|within|by|below|by only|just|at the) a few[- ]per ?cent\b|at the few[- ]per ?cent\b"
    r"|tripl(?:ing|ed|es (?:the|its|their|both|throughput|accuracy|speed|performance))\b"
    r"|(?:it|nearly|almost|roughly|about|than) triples\b"
    rf"|by (?:a third|two[- ]thirds|(?:{_TIMES}|several|a few) points)\b"
    r"|(?:two[- ]thirds|one[- ]third|a third|three[- ]quarters|a quarter) (?:of|meet|met|have|had|were"
    r"|show(?:ed)?|fail(?:ed)?)\b)"
)
"""To be asked of a sentence with a space before it."""
RANGE_OF_MAGNITUDES = pattern(
    r"\b(?:(?:span\w*|cover(?:s|ing)?|across|(?<!by )over|ranging) (?:[\w-]+ ){1,4}?orders? of magnitude"
    r"|(?:the|same|similar|overall|(?:is|are|be) of an) order of magnitude)\b"
    r"(?! (?:\w+ ){0,2}?(?:\w+er|more|less|worse|improve\w*|reduc\w*|speed\w*|accelerat\w*|increas\w*"
    r"|decreas\w*|gains?)\b)"
)
"""A range that something holds in, or how large it is; "over two orders of magnitude faster" is neither."""
STRONG_PHRASE_GATES = (
    "magnitude", "half", "halv", "third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth", "point",
    "times", "fold", "twice", "doubl", "tripl", "sub-per", "few", "percent", "per cent",
)  # fmt: skip
COUNTS = word_set("two three four five six seven eight nine ten eleven twelve")
_COUNT = "|".join(sorted(COUNTS))
COUNT_OF = pattern(rf"{FROM_A_WORD}(?:{_COUNT}) (?:out )?of (?:the |all )?(?:{_COUNT})\b")
"""A count over a count in words: "five of seven". To be asked of a sentence with a space before it."""
METRIC = (
    r"(?:accurac(?:y|ies)|f1[- ]?(?:scores?|measure)?|f-?(?:score|measure)s?|macro[- ]?f1"
    r"|micro[- ]?f1|scores?|bleu|chrf|comet|rouge(?:-\w+)?|meteor|wer|cer|ter|per|eer|auc"
    r"|auroc|roc|auprc|map|ap|miou|iou|dice|psnr|ssim|lpips|fid|fvd|precision|recall|mae|rmse"
    r"|mse"
    r"|perplexity|correlation|spearman|pearson|kappa|mcc|ndcg(?:@\d+)?|mrr|hits?@\d+"
    r"|recall@\d+|pass@\w+|errors?|rates?|gains?|improvements?|reductions?|increase|decrease|drop"
    r"|speed-?up|latency|throughput|r\^?2|las|uas|elo|uncertainty|deviations?|sensitivity"
    r"|specificity|ind(?:ex|ices)|slopes?|r-?squared|threshold|ratio|exponent|agreement|alpha|α|ρ|κ|\\rho|\\kappa)"
)
_OF_SIZE = (
    r"(?![\w-])(?![\d,]*(?:k|m|b)?\s?(?:languages|datasets|tasks|models|images|samples|benchmarks|examples"
    r"|participants|categories|classes|domains|cases|types))(?!\s(?:[\w-]+\s){0,2}(?:stars|galaxies"
    r"|sources|objects"
    r"|bits|users|patients|papers|tokens|layers|parameters|methods|agents|steps|epochs|years"
    r"|systems)\b)(?! to \d+ bits)(?!:\d)"
)
_GAP = r"(?![^.;\d]{0,40}\b(?:size|number|batch|types?|which)\b)[^.;\d\\$()]{0,40}?"
_ABOUT = r"(?:approximately |about |nearly |around |roughly |over |up to |only )?"
_METRIC_NUMBER = (
    rf"{METRIC}\b(?: \([\w@-]{{2,12}}\))?(?:(?:{_GAP}\b(?:of|is|was|are|were|to|reaching|≈)|\s?[=:~≈(]|\s)\s?"
    rf"(?:\$?(?:[^\s\d]{{0,12}}[=<>≈]|\\[a-z]{{2,8}})?\s?\{{?=?\}}?)?{_ABOUT}\$?[+\-−~]?\d*\.?\d++{_OF_SIZE}"
    rf"|{_GAP}\b(?:at|by|from|up to|about|only|over|above|below|under|exceeding|between|within)\s"
    rf"{_ABOUT}\$?[+\-−~]?(?:\d*\.\d++(?![\w-])|\d++\s?(?:ms|seconds?|minutes?|hours?|fps)\b))"
)
METRIC_NUMBER = pattern(r"\b" + _METRIC_NUMBER)
PLAIN_METRIC_NUMBER = pattern(FROM_A_WORD + _METRIC_NUMBER)
"""The same for a sentence without a backslash, to be asked with a space before it."""
NUMBER_METRIC = pattern(rf"{DIGIT}(?<![\w.,-]\d)\d*\.\d+\}}?\$?(?:\s(?:\w+[- ]){{0,2}}{METRIC}\b)")
VALUE = pattern(
    r"[^\x00-/:-\[\]-}\x7f](?<=[≈~\\\d])"
    r"(?:(?:(?<=≈)|(?<=~)(?<![\w}]~)|(?<=\\)(?:sim|simeq|approx|lesssim|gtrsim)(?![a-z])\$?)\s?\{?[-+−]?\d"
    r"|(?<=\d)(?=[.\s\\,;~$abcdefghjkmnprstuwyμσå°])"
    r"(?<![a-z]\d)(?<!\^\d)(?:\.\d+)?\s?(?:\\?[,;~ ]|\$|\\mathrm\{|\\,)*\s?(?:[gmtk]?ev\b|[kmg]?pc\b|kms|km\b"
    r"|km/s|[nmμu]m\b|[kmg]?hz\b|m_\{?\\odot|m_\\odot|(?<=\s)[mμu]?k\b|[mμu]k\b|arcsec|mag\b|dex\b|gyr|myr"
    r"|yr\b|σ|\\sigma|sigma\b|ms\b|(?:milli)?seconds?\b|minutes?\b|hours?\b|fps\b|mw\b|[mk]w\b|db\b|å"
    r"|\\aa|cm\b|mm\b|°|degrees?\b(?!.of.freedom)|deg\b"
    r"|frames (?:per |/)s|arcmin|mas\b|au\b|[mμu]?jy\b|[mkg]?pa\b|[km]g\b|(?<=\s)g\b|\\circ|joules?\b"
    r"|bits?\b|m☉|r_|days?\b|(?<=[\s~])t\b)|(?<=\\)times ?10\^|(?<=1)0\^\{?-?\d)"
)
"""It begins with one set of characters, because such a pattern is found many times faster."""
BOUND = pattern(
    r"\$?(?:\\(?:tilde|widetilde|mathcal|mathrm)\s?\{?\\?(?:mathcal\{)?\{?)?(?:(?<![a-z])|(?<=\\c))o\}*\s?(?:\\left"
    r"|\\bigg?[lr]?)?\{?\((?!\d[-–\d]{0,4}(?: [mb]illion| thousand)?\))"
    r"|\((?:1|\$1) ?[-−–] ?1/e\b|\\omega\s?\(|\\theta\s?\(|\bω\(|\bθ\(|\bconvergence rates?\b.{0,30}\$"
)
FORMULA = pattern(
    r"\b(?:bounds?|complexity|regret|exponents?|ratio|guarantees?|capacity|value|factor) (?:of |is |are "
    r"|by |to "
    r"|as |at |equals |at most |at least |exactly ){0,3}(?:\$|\\\()"
    r"(?:\\?[\w({][^$]{0,40}?[\d^/+]|[^$]{0,20}?\\(?:sqrt|frac|log)\b)"
    r"|\b(?:bounds?|complexity|regret|rates?)\b[^.;$]{0,60}? takes? the form (?:\$|\\\()"
    r"|\d\}?\$?-(?:approximat|competitive)|\bbounded (?:above |below )?by (?:\$|\\\()"
    r"|\b(?:scal(?:es?|ing)|grows?|decays?) (?:as|like) (?:\$|\\\()"
    r"|\\propto\s?[^$]{0,40}?\^\{?\(?(?:\\sim\s?)?[-−]?\s?\d"
    r"|\b(?:orders?|rates?) (?:of )?\$\\?[^$\d]{0,12}?[a-z*]\^\{?\(?[-−]"
    r"|\brate (?:(?:is|of) \$|\$\\frac)"
    r"|\bequal(?:s|ling)? (?:to )?(?:exactly )?(?:\$|\\\()(?:\\frac|[\d(])"
)
SETS_IN = pattern(
    r"\b(?:occurs?|occurring|emerges?|appears?|disappears?|vanish(?:es)?|breaks? down|sets? in|saturates?"
    r"|crossover|transitions?|threshold|boundary|changes?|critical [a-z]+)\b (?:[a-z]+ ){0,2}?"
    r"(?:at|above|below|near|around|when|of) "
    r"(?:about |approximately |around )?\$(?!z)[^$]{1,30}?"
    r"(?:[=<>≈]|\\(?:sim|approx|simeq|lesssim|gtrsim)) ?[-−]?(?!0\b(?!\.))\d"
)
"""Where something sets in, which is the finding: "the crossover occurs at $s = 2$"."""
FORMULA_GATES = (
    "bound", "complexity", "regret", "exponent", "approximat", "competitive", "capacity", "equal",
    "universal value", "guarantee of $", "propto", "order of $", "rate $", "rate is $", "rate of $",
    "rates of $", " as $", " like $", " as \\(", " like \\(",
)  # fmt: skip
FINDS = pattern(
    r"\b(?:we|our|this|these|results?|experiments|evaluations?|tests|it|which|analysis|the|is|are|with|yielding|giving"
    r"|resulting|corresponding|obtained) (?:\w+ ){0,4}?(?:finds?|found|measure[ds]?"
    r"|obtain(?:ed)?|detect(?:s|ed)?|report(?:s|ed)?|derive[ds]?|estimate[ds]?|infer(?:red)?"
    r"|determine[ds]?|constrain(?:ed|s|ing|t)?|yield(?:s|ed|ing)?|reach(?:es|ed)?|achiev\w+"
    r"|show(?:s|ed|n)?|reveal(?:s|ed)?|give[sn]?|identif(?:y|ies|ied)|predict(?:s|ed)?|exhibits?|calculated?"
    r"|characteriz\w+|prove|establish|improv\w+|demonstrat\w+|observe[ds]?|confirm(?:s|ed)?|indicate[ds]?"
    r"|discover\w*|result(?:s|ed|ing)?|present|require[sd]?|complet\w+|reduc\w+|increas\w+"
    r"|enabl\w+|recover(?:s|ed)?|has|have|span\w*|corroborat\w+)\b"
    r"|\b(?:data|observations|measurements) (?:\w+ly |further |also )?"
    r"(?:constrain|reveal|show|yield|imply|indicate|suggest|favou?r)(?:s|ed)?\b"
    r"|\b(?:achiev(?:es?|ed|ing)|reach(?:es|ed|ing)|yield(?:s|ed|ing)|reveal(?:s|ed|ing)|exceed(?:s|ed"
    r"|ing)?)\b"
)
QUANTITY = pattern(
    r"\b(?:ages?|(?<!for )(?<!halo )(?<!minimum )mass(?:es)?|luminosit(?:y|ies)|velocit(?:y|ies)"
    r"|distances?|temperatures?|densit(?:y|ies)|abundances?|magnetization|timescales?|lifetimes?"
    r"|(?<!brightness )limits?|amplitudes?|rates?"
    r"|periods?|radi(?:us|i)|energy|gap|rotation|background|shift)\b[^.;,()]{0,40}? (?:of|is|are|was|were"
    r"|by|between) "
    r"(?:about |approximately |up to |only |roughly |around |order |the level of ){0,2}"
    r"(?:[~≈]|\$[^$\d]{0,30}\\(?:sim|approx|simeq|lesssim|gtrsim)|\$\\?(?:sim|approx|simeq|lesssim|gtrsim"
    r"|mathcal)|\$?\d[\d.]* ?(?:\\times|×|x) ?10)"
)
"""Something that is measured and what it comes to, said without a verb of finding."""
_UNIT = (
    r"\s?(?:\\?[,;~ ]|\$|\\,|\\(?:rm|mathrm|text) ?\{?|\{|~)*\s?(?:[gmtk]?ev\b|[kmg]?pc\b"
    r"|km\b|kms|m_?\{?\\odot|mag\b|dex\b"
    r"|[gmk]?yr\b|k\b|mk\b|[nμm]m\b|[mμ]?jy\b|[kmg]?hz\b|au\b|arcsec|arcmin|mas\b|å|db\b|[mkg]?pa\b)"
)
RANGED = pattern(
    r"\b(?:peak(?:s|ed)? (?:at|around|near|between)|rang(?:es?|ed) (?:from|between)"
    r"|(?:is|are|was|were) (?:found )?(?:between|around|above|below|within)) "
    r"[^.;,()\d]{0,24}?[~≈$]{0,2}\d[\d.]{0,8}(?:\s?(?:[-–]|to|and)\s?\d[\d.]{0,8})?" + _UNIT
)
"""Where something measured peaks or within what it lies: "periods range from 3 to 9 Myr"."""
BRACKETED = pattern(
    r"\b(?:ages?|mass(?:es)?|luminosit(?:y|ies)|velocit(?:y|ies)|distances?|temperatures?"
    r"|densit(?:y|ies)|time-?scales?|lifetimes?|amplitudes?|periods?|radi(?:us|i)|energ(?:y|ies)"
    r"|gaps?|shifts?|separations?|lengths?|widths?|hot|cold|cool"
    r"|short-lived|deviations?|offsets?|uncertaint(?:y|ies)|tensions?|scatter|mobility|fields?) "
    r"\((?!up to)[$\\a-z_{} ]{0,14}(?:[~≈≲≳≤≥]|[<>]=?|\\(?:sim|simeq|approx|lesssim|gtrsim|leq?|geq?)\b)"
    r"\s?\$?\s?[\d.]{1,8}[^()]{0,24}\)"
    r"(?! (?:prob|studi|cover|explor|consider|survey|sampl)ed\b)"
    r"|\((?:[^()]{0,40}[,;] )?(?:median|mean|average|avg\.?)(?: (?!ages?\b)[a-z-]+){0,2}"
    r"(?::| of| =)? ?[~$≈<]{0,2} ?\d"
)
"""Something measured with what it comes to about in brackets: "the inferred age (~ 4 Myr)"."""
GIVEN_IN_BRACKETS = pattern(
    r"\((?:[^()]{0,40}[,;] )?"
    r"(?:(?!(?:[nkztε]|alpha|beta|gamma|delta|lambda|epsilon|sigma|tau|temperature|step|size)\b)"
    r"[a-z][\w@./-]{0,11} ?[:=] ?)?"
    r"\$?(?:[+−]\d{1,3}(?:\.\d{1,4})?|-?(?:\d{2,3}\.\d{1,4}|\d\.\d{2,4}))(?!\d)"
    r"(?! ?(?:degrees?|°|[kmgt]?hz|[μu]m|nm|[kmgt]?b|[km]|t|million|billion|hours?|years?|days?)\b)"
    r"|\((?:[~<>≈] ?)?\d{1,4}(?:\.\d{1,2})? ?(?:fps|ms)\b"
)
"""A number in brackets in a sentence that claims an outcome in words: "wins on Reef (92.98)"."""
DECIMAL_POINT = pattern(r"\.\d")
GIVEN = pattern(
    FROM_A_WORD
    + r"(?:(?:results?|scores?|averages? of|up to|performance of|means? of|reaching|achieving|attaining) "
    r"[~$≈]{0,2}\d{2}\.\d{1,2}(?!\d)(?=\$? (?:on|for|in|and|vs\.?)\b|[,;)]|\.?$)"
    r"|1/\d{1,2}(?:th)? of (?:the|its|their|all)\b|(?:an|the) average of [~$≈]{0,2}\d{1,3}\.\d"
    r"|\d{1,4} (?:[\w$>=.-]+ ){1,6}?out of (?:the |all |a total of )?\d{1,4}\b)"
)
"""The same beside words: "3 crabs out of 6". To be asked of a sentence with a space before it."""
GIVEN_GATES = ("1/", "out of")
"""One of these, or a decimal point, stands wherever `GIVEN` matches."""
QUANTITY_GATES = ("~", "≈", "\\", "×", "x10", "x 10")
SIZES = pattern(
    r"(?<![\d.,])\d[\d,.]{0,14}+(?:\$?\s?(?:k|m|b|million|billion|trillion"
    r"|thousand))?\+?[\s-](?:\w+[\s-]){0,2}?(?:languages?|datasets?|tasks?|models?|llms|papers"
    r"|participants|patients|samples?|examples?|parameters?|params|tokens|images|videos"
    r"|sentences|documents|annotations|annotators|classes|categories|domains|gpus?|years"
    r"|words|questions|benchmarks|hours|utterances|speakers|subjects|instances|teams|pairs"
    r"|articles|users|tweets|layers|qubits|nodes|conversations|dialogues|posts|comments"
    r"|elements|galaxies|stars|sources|objects|quasars|clusters|hal(?:os|oes)|simulations|candidates|spectra"
    r"|queries|prompts|templates|items|scenes|clips|captions|trajectories|episodes|scenarios|issues|commits"
    r"|repositories|files|reviews|messages|respondents|volunteers|individuals|molecules|compounds|proteins"
    r"|records|studies|countries|cities|shots?|epochs?|steps?|bit|bits|dimension\w*|[dD]\b)"
)
SETTINGS = pattern(
    r"\b(?:(?:up to|limit of)[^.;,]{0,40}?\\sim\$\s?\d[\d.,]*"
    r"|z\s?\$?\s?(?:~|≈|\\(?:sim|simeq|approx|lesssim|gtrsim)(?![a-z]))\s?\{?\d[\d.]{0,4})"
    r"|\bat (?:about )?(?:\$?~?\d[\d.]{0,5}(?:,| and|\s?[-–])? ?){1,3}[kmgt]?hz\b"
    r"|\bat (?:about )?\$?~?\d[\d.]{0,5}\s?(?:nm|tesla|t)\b"
    r"|(?<![\d.])\d[\d.]{0,5}(?:\s?[-–]\s?\d[\d.]{0,5})?[\s~-]{0,2}(?:[kmgt]?ev|[kmgt]?hz|[μu]m|nm)"
    r" (?:energy )?(?:bands?|ranges?|channels?|masers?|lines?|continuum|windows?"
    r"|survey|observations|data|images?|imaging)\b"
    r"|(?<![\d.])(?:1[\s{$~-]{0,2}(?:σ|\\sigma\b|sigma\b)|21[\s~-]?cm\b|360[\s~-]?(?:°|degrees?\b|deg\b)"
    r"|360\$?\^\{?\\circ)"
    r"|\b(?:wavelength|frequency|spectral) (?:range|interval|window|regime|band)s? (?:of |between |from )?"
    r"\$?\d[\d.]{0,5}\s?(?:å|[kmgt]?hz|[μu]m|nm)?\$?\s?(?:[-–]|to|and)\s?\$?\d[\d.]{0,5}"
    r"\s?(?:å|[kmgt]?hz|[μu]m|nm)\b"
    r"|\bat \$?~?\d[\d.]{0,5}\$?[\s~-]?[kmg]?pc (?:scales?|resolution)\b"
)
"""Redshifts, frequencies and scales that were looked at, the width of error bars, and a full turn."""
STUDIED = pattern(
    r"^\W*(?:using|based on|with|over|across|for|from|in|on)\b[^;]{1,200}?, (?=(?:our|the) (?:results"
    r"|findings|analys[ie]s|experiments|evaluations?|simulations)\b)"
    r"|\bresults (?:were|are) (?:calculated|computed|obtained) (?:using|with|for|by|from)\b.*"
)
"""What was studied and how, said in the sentence that tells what came of it."""
STUDIED_GATES = (
    ", our result", ", the result", " findings", " analys", " experiments", " evaluation", " simulations",
    "results were ", "results are ",
)  # fmt: skip
FRAME_RATE = pattern(
    r"\b(?:runs?|running|operat\w+|perform\w*|maintain\w*|support\w*|deliver\w*|track\w*|render\w*|real-time"
    r"|process\w*|reconstruct\w*|scaling|inference)\b[^.;]{0,80}? (?:at|with|of) "
    r"(?:over |up to |about |approximately |nearly |around |more than )?[~$\\a-z ]{0,6}"
    r"\d{1,4}(?:\.\d{1,2})?\+? ?(?:fps|frames per second|frames/s)\b"
)
"""How fast something made runs."""
TIME = pattern(
    r"\b(?:in|within|takes?|taking|needs?|requires?|of|to|under|at) (?:an average of )?"
    r"(?:just |only |a mere |under |less than |below |as little as |about |around |approximately |roughly "
    r"|approx\. |nearly |an average of |[~≈])+(?:[~≈$ ]|\\sim ?){0,3}\d[\d.,]*\$?[ -](?:ms|milliseconds?"
    r"|seconds?"
    r"|minutes?|hours?)\b"
    r"(?!-| of (?:[\w-]+ ){0,3}?(?:data|speech|audio|videos?|recordings?|footage|music|interactions?"
    r"|demonstrations?|training|driving|operation)\b)"
)
"""How long something made takes: "in just 5 minutes"."""
_SHORT_TIME = (
    r"(?:(?:an average of|just|only|about|around|approximately|roughly|nearly|over|under|less than"
    r"|as little as|below|up to|several|[~≈<≲$]|\\(?:sim|approx|lesssim|leq?)\b)\s?){0,3}"
    r"\d{1,6}(?:[.,]\d{1,6})?\$?(?:\s?(?:[-–]|to) ?\d{1,4}(?:\.\d{1,4})?)?[\s~]?"
    r"(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?)\b"
)
TIME_TAKEN = pattern(
    r"\b(?:(?:inference|training|comput(?:ation|ational|ing)|processing|execution|run(?:ning)?|wall-?clock"
    r"|reconstruction|generation|optimi[sz]ation|response|solution|solving|prediction|simulation|sampling"
    r"|decoding|encoding|rendering|planning|compilation|verification|adaptation) (?:times?|latenc(?:y|ies)) ?"
    rf"(?:of|is|are|was|were|:|=) {_SHORT_TIME}"
    rf"|(?:takes?|taking) {_SHORT_TIME} (?:to|for|per|on) "
    r"|(?:converts?|process(?:es|ed|ing)?|runs?|running|complet(?:es?|ed|ing)|generat(?:es?|ed|ing)"
    r"|reconstruct(?:s|ed|ing)?|render(?:s|ed|ing)?|optimi[sz](?:es?|ed|ing)|adapt(?:s|ation)?|execut(?:es?|ed|ing)"
    r"|solv(?:es?|ed|ing)|handles?|operat(?:es?|ing)|locat(?:es?|ed)|travers(?:es?|ing))\b"
    rf"[^;()]{{0,120}}? (?:in|within|under|at) {_SHORT_TIME}"
    r"(?! (?:of|long|lead|time|horizons?|intervals?|windows?|clips?|videos?|audio|segments?|ahead"
    r"|resolution)\b)"
    r"|(?:fast|faster|efficiently|quickly|speed|efficiency)\b"
    rf"[^();]{{0,40}}? \((?:[a-z]+ ){{0,3}}{_SHORT_TIME})"
)
"""How long something made takes, said of what it does: "takes 3 s to walk", "walks a mile within 20 min"."""
TIME_WORDS = word_set(
    "ms millisecond milliseconds s sec secs second seconds min mins minute minutes hour hours"
)
PARENTHESIS = pattern(r"\((?<!\\\()(?![^()=]*[a-z}$] ?= ?[^()]*\d)[^()]{1,120}\)")
BOUND_GATES = (
    "1/e",
    "o(",
    "o}",
    "o (",
    "o\\left",
    "o\\big",
    "\\omega",
    "\\theta",
    "ω(",
    "θ(",
    "convergence rate",
)
METRIC_WORDS = word_set(
    "accuracy accuracies f f1 score scores measure measures fscore fscores bleu chrf comet rouge meteor wer "
    "cer ter per eer auc auroc roc auprc map ap miou iou dice psnr ssim lpips fid fvd precision recall mae "
    "rmse mse perplexity correlation spearman pearson kappa mcc ndcg ndcg@1 mrr error errors rate rates gain "
    "gains reductions improvement improvements reduction increase decrease drop speed speedup latency "
    "throughput r r2 las uas elo uncertainty deviation deviations sensitivity specificity rsquared "
    "threshold ratio exponent agreement alpha index indices slope slopes"
)
"""The words of `METRIC`, or the parts of them that hyphens join."""
METRIC_SIGNS = ("@", "α", "ρ", "κ", "\\", "^")
