"""The words and numbers by which abstracts claim an outcome. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.patterns import pattern
from radar.abstracts.words import verb_forms, word_set

FROM_A_WORD = r"[^a-z0-9_](?<!\w)"
"""Begins a pattern of words that is only asked whether it matches: one set of characters is found faster."""
SELF = word_set("ours")
OWN_WORDS = SELF | word_set("here herein proposed results findings experiments result evaluation")
OWN = pattern(
    FROM_A_WORD + r"(?:this (?:paper|work|study|article|letter|thesis|approach|method|framework|model"
    r"|survey|report|system)"
    r"|the (?:present|resulting|model|method|approach|system|framework|analysis)|in this"
    r"|these (?:observations|insights)"
    r"|extensive|simulations?|evaluated|tested|applied|theoretical|numerical|quantitative)\b"
)
"""To be asked of a sentence with a space before it."""
BACKGROUND = pattern(
    r"^\W*(?:recent|recently|existing|previous|prior|traditional|conventional|current"
    r"|currently|despite|although"
    r"|while|many|most|since|however, (?:existing|current|most|many|these|such|the|prior|previous|this|it)"
    r"|in recent|over the (?:past|last)|large language models|deep|modern|early|motivation|background|context"
    r"|today|historically|earlier)\b"
)
BACKGROUND_FIRST = word_set(
    "recent recently existing previous prior traditional conventional current currently despite although "
    "while many most since however in over large deep modern early motivation background context today "
    "historically earlier"
)
"""The first words of what `BACKGROUND` matches."""
CONCEDES = word_set("while although despite however most")
"""Those of them that may also grant something, behind which an outcome of the paper's own stands."""
OF_OTHERS = pattern(
    r"\b(?:existing|previous(?:ly)?|prior|current(?:ly)?|recent(?:ly)?|traditional|conventional|earlier|known"
    r"|remain(?:s|ed)? (?:open|unclear|unknown)|has been|have been|literature)\b"
)
"""What sentences name that grant something to others."""
ITSELF = pattern(r"\bthis (?:paper|work|study)\b|\bthe proposed\b")
OUTCOME = verb_forms(
    "outperform surpass exceed improve achieve reach attain obtain yield reduce decrease increase gain "
    "boost enhance accelerate save lower drop decline degrade halve double triple shrink compress close "
    "bridge retain preserve maintain match recover deliver raise rank place score correlate explain "
    "account detect identify measure estimate infer constrain report predict observe show demonstrate "
    "reveal prove establish confirm indicate suggest result lead compare find beat cut win bring secure "
    "discover require succeed fail reproduce generalize appear range rise fall contribute worsen vary "
    "corroborate support favor emerge verify perform satisfy extract determine calculate derive exhibit "
    "converge scale equal correspond overestimate underestimate dominate evolve peak"
) | word_set(
    "found shown proven led won beaten fell rose tighter speedup speedups speed-up speed-ups faster "
    "slower savings accuracy accuracies f1 f1-score error errors precision recall auc auroc bleu wer "
    "rouge psnr ssim fid map miou iou perplexity latency throughput overhead cost costs only most least "
    "up than versus vs improvement improvements reduction reductions results rate higher lower better "
    "smaller larger fewer less correlation constraints constraint reaching cutting winning beating won "
    "performance"
)
"""Words without which a number is no outcome."""
STRONG_CLAIM = verb_forms("outperform surpass") | word_set(
    "achieves achieved beats superior superiority competitiveness outperformance improves improvement "
    "improvements exceeds attains "
    "gains significantly consistently substantially boosts competitive yields reproduces "
    "provably converges settles sharpens sharpen"
)
"""Words that claim an outcome by themselves."""
FINDS_VERBS = verb_forms(
    "show find prove demonstrate observe discover reveal confirm verify establish conclude "
    "indicate suggest validate "
    "imply uncover corroborate showcase illustrate highlight expose derive detect obtain achieve reduce "
    "improve expose report "
    "support establish recover characterize"
) - word_set(
    "supporting detecting deriving obtaining achieving reducing improving exposing reporting establishing "
    "recovering characterizing"
) | word_set("found shown proven")
"""Verbs of finding; a gerund of doing, as in "a net for detecting crabs", tells what something is for."""
FINDS_ALONE = FINDS_VERBS - word_set("support supports supported") - verb_forms("showcase")
"""Those of them that find whatever their subject is: of the others only a result or the like does."""
SAYS_THAT = verb_forms(
    "show find prove demonstrate observe discover reveal confirm verify establish conclude indicate suggest "
    "imply"
) | word_set("found shown proven")
"""Those of them that have what was found behind "that", and hardly ever a thing before it."""
FINDS_SUBJECTS = SELF | word_set(
    "results result experiments experiment findings analysis analyses evaluation evaluations "
    "simulations simulation "
    "study studies observations tests comparisons ablations investigation assessment work "
    "paper experimentation enumeration calculation calculations computations comparison measurements "
    "examination inspection"
)
REPORTING = word_set(
    "results result experiments experiment findings evaluation evaluations validation analysis analyses "
    "simulations tests ablations comparisons investigation investigations observations measurements "
    "calculations computations numerics explorations experimentation interviews"
)
REPORTS = word_set(
    "show shows showed demonstrate demonstrates demonstrated reveal reveals "
    "revealed expose exposes exposed "
    "indicate indicates indicated confirm confirms confirmed suggest suggests suggested uncover uncovers "
    "uncovered support supports supported"
)
"""What the words of `REPORTING` do with an outcome."""
FOUNDED = word_set(
    "benchmark benchmarks baseline baselines foundation foundations framework dataset taxonomy"
)
"""What is established and is no finding."""
WEAK_CLAIM = word_set(
    "effectively effective efficiently successfully accurately reliably robust accurate beneficial "
    "comparable better faster worse stable optimal feasible promising correctly improved improving "
    "improve leads leading led reduces reduced reducing increases increased enhances enhanced mitigates "
    "eliminates overcomes exhibits guarantees impressive remarkable encouraging correlate correlated "
    "cannot fails performance higher lower yield yielding achieving attaining enhancing cancel forced "
    "resolves drop drops degradation captures captured equivalent agree advantage advantages benefit "
    "benefits exists robustness generalizes generalises consistent"
)
"""Words that claim an outcome where the sentence speaks of the paper's own work."""
QUALITIES = word_set(
    "effectively effective efficiently successfully accurately reliably robust accurate better faster stable "
    "optimal feasible correctly improved improving improve enhanced enhancing consistent"
)
"""Those of them that say how good a thing is, and so may only say how good it is meant to be."""
AIM = pattern(
    FROM_A_WORD + r"(?:aims? to|goal|aimed at|intend|in order to|we (?:discuss|describe|review|survey"
    r"|outline|argue|propose to|plan|hope)"
    r"|remains? (?:a |an )?(?:\w+ )?(?:challeng\w*|open|difficult|unclear|unexplored)|could|may"
    r"|might|will|future|potential(?:ly)?"
    r"|would|hypothesi[sz]e|promis(?:e|ing) (?:directions?|avenues?)|opportunit\w*"
    r"|challenges(?<!pose challenges)(?<!poses challenges)(?<!significant challenges)|need for"
    r"|can (?:then |also |further )?be used|is intended|designed to|essential|crucial)\b"
)
"""Words of intention, which claim nothing by themselves. To be asked of a sentence with a space before it."""
ASSERTING = word_set(
    "outperforms outperformed surpasses surpassed exceeds exceeded beats achieves achieved attains attained "
    "improves improved yields yielded reproduces exhibits reduces maintains produces matches generalizes "
    "generalises boosts"
)
ASSERTING_TOO = ASSERTING | word_set(
    "outperform superior promising robust effective better comparable greater higher strong that ability"
)
"""Without these words nothing is asserted."""
_ASSERTED = "|".join(sorted(ASSERTING))
ASSERTED = pattern(
    rf"{FROM_A_WORD}(?:(?:{_ASSERTED}|outperform|superior)\b"
    r"|(?:demonstrat|reveal|show|indicat|suggest)(?:s|ed|ing) (?:that|its ability|strong|greater|better"
    r"|higher)\b"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:promising|robust|effective|better|comparable)\b)"
)
"""What claims an outcome, though an intention stands behind it: "outperforms, which shows its potential".

To be asked of a sentence with a space before it.
"""
ALSO_ASSERTED = pattern(rf" (?:and|while|but) (?:\w+ly )?(?:{_ASSERTED})\b")
"""The same beside an intention: "shows potential and achieves"."""
AIM_WORDS = word_set(
    "goal intend could may might will would future potential potentially challenges essential crucial "
    "hypothesize hypothesise"
)
"""Those of them that are single words."""
_PERCENT = r"(?:[\s~]?(?:\{?\\?%|\$\\?%|\\,?\\?%)|[\s-]?(?:per ?cent(?:age)?\b|pp\b|percentage points?))"
DIGIT = "[0-9\x80-\U0010ffff](?<=\\d)"
"""A digit that begins a pattern: what is none is passed over faster by its code than by asking for digits."""
_DIGITS = (
    DIGIT + r"(?:(?<![\w.,]\d)|(?<=[mqx]\d)(?:(?<=[\\sr]sim\d)|(?<=prox\d)|(?<=[glm]eq\d)))"
    r"\d{0,8}+(?:,\d{3}){0,4}(?:\.\d{1,9}+)?(?:e\d{1,3}(?=[x× ]))?"
)
STRONG_NUMBER = pattern(
    rf"{_DIGITS}\}}?(?:\$?{_PERCENT}|\s?(?:\$?\\times\$?(?!\$?\s?\d|\s?10)|×(?!\s?\d)|x\b(?! \d)"
    r"|[- ]?fold\b|db\b)"
    r"|\s(?:[\w-]+@\w+ |absolute |relative |average |f1 |bleu |rouge |accuracy |elo |percentage |macro-?f1 )*"
    r"(?:points?|pts|bleu|db|elo|f1|rouge\w*|map|auc|accuracy|times)\b(?! (?:process|cloud"
    r"|set|source|mass|of (?:interest|view)))"
    r"| out of (?:the |all )?\d+ (?!points)| ?(?:/| of (?:the )?) ?\d+ (?:\w+ ){0,3}(?:tasks|datasets"
    r"|benchmarks|languages|settings|cases|metrics|environments|probes|clusters|systems|scenarios|conditions|categories"
    r"|domains|targets|instances|runs|trials|configurations|criteria|dimensions"
    r"|subtasks|directions|problems|pairs|games|models|test)"
    r"| (?:vs\.?|versus) [~$]?\d+\.\d"
    r"|-(?:percentage[- ])?point (?:[\w-]+ ){0,2}?(?:gain|improvement|increase|drop|lead|advantage"
    r"|reduction|boost|gap"
    r"|difference)|\.\d\d? ?/ ?(?:5|7|10|100)\b)"
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
    r"|(?:achiev|attain|obtain|scor)(?:e[sd]?|es|ed|s|ing)? (?:an? (?:[a-z]+ )?)?\d{1,3}\.\d{1,4}"
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
    r"[~$≈]{0,2}(?!(?:19|20)\d\d\b)\d{1,6}(?:\.\d+)?(?!\d*\s?[bmk]\b)[^;]{0,30}? to (?:only |about "
    r"|just )?[~$≈]{0,2}\d)"
)
"""To be asked of a sentence with a space before it."""
FACTOR_GATES = ("factor of", "factors of")
CHANGE_GATES = ("achiev", "reach", "attain", "scor", "by ", "factor", " from ", "+")
STRONG_SIGN = pattern(
    r"[\\±^p\d](?:(?<=±)|(?<=\\)pm|(?<=\^)\{\+|(?<=p)(?<!\wp) ?(?:[<≤]|\\lt|\\leq?) ?0?\.0"
    r"|(?<=\d)(?<![\d.]\d)(?:(?<=[2-9])|\d|\d?\.\d{1,2})[\s{$~-]{0,2}(?:σ|\\sigma\b(?!_)|sigma\b))"
)
STRONG_SIGN_GATES = ("\\", "±", "^", "<", "≤", "σ", "sigma")
STRONG_WORDS = word_set(
    "sub-per sub-percent orders-of-magnitude order-of-magnitude "
    "magnitude twice half halves halved halving doubles doubled doubling triples tripled "
    "third thirds quarter quarters "
    "fourth fifth tenth times fold two-fold threefold tenfold twofold rank ranks ranked "
    "ranking placed place won win wins winning "
    "second-best second-highest first-place points one-third one-fourth one-half one-fifth "
    "one-tenth two-thirds 1st 2nd second first point one-eighth one-sixth"
)
STRONG_PHRASE = pattern(
    FROM_A_WORD
    + r"(?:sub-per ?cent\b|orders?[ -]of[ -]magnitude\b(?! (?:more|larger) (?:\w+ )?(?:data|than existing"
    r"|examples))"
    r"|one-(?:half|third|fourth|fifth|sixth|eighth|tenth)\b|(?<=[a-z] )percentage points?\b|(?:two"
    r"|three|four|five|ten|several|\d+)[- ]?(?:times|fold)"
    r" (?:more|less|faster|fewer|higher|lower|better|larger|smaller|the|as|slower|cheaper|greater|improvement"
    r"|increase|reduction|speed)|(?:by|up to|nearly|almost|about|around|roughly|over|than) (?:two|three|four"
    r"|five|six|seven|eight|nine|ten|\d+)[- ](?:times|fold)\b|twice (?:as|the)\b|(?:by|to|nearly|almost|about"
    r"|only|than|over|around) half\b"
    r"|half (?:of|the|as)\b|halv(?:es|ing|ed)\b|(?<!quantum )(?<!singles and )doubl(?:es|ing|ed)\b"
    r"|tripl(?:es|ing|ed)\b|by (?:a third|two[- ]thirds|\w+ points)\b|(?:two[- ]thirds|one[- ]third|a third"
    r"|three[- ]quarters|a quarter) of\b)"
)
"""To be asked of a sentence with a space before it."""
RANGE_OF_MAGNITUDES = pattern(
    r"\b(?:(?:span\w*|cover(?:s|ing)?|across|(?<!by )over|ranging) (?:[\w-]+ ){1,4}?orders? of magnitude"
    r"|(?:the|same|similar|overall) order of magnitude)\b"
    r"(?! (?:\w+ ){0,2}?(?:\w+er|more|less|worse|improve\w*|reduc\w*|speed\w*|accelerat\w*|increas\w*"
    r"|decreas\w*|gains?)\b)"
)
"""A range that something holds in, or how large it is; "over two orders of magnitude faster" is neither."""
STRONG_PHRASE_GATES = (
    "magnitude", "half", "halv", "third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth", "point",
    "times", "fold", "twice", "doubl", "tripl", "sub-per",
)  # fmt: skip
COUNTS = word_set("two three four five six seven eight nine ten eleven twelve")
_COUNT = "|".join(sorted(COUNTS))
COUNT_OF = pattern(rf"{FROM_A_WORD}(?:{_COUNT}) (?:out )?of (?:the |all )?(?:{_COUNT})\b")
"""A count over a count in words: "five of seven". To be asked of a sentence with a space before it."""
RANK_PHRASE = pattern(
    r"\b(?<!in )(?:ranks?|ranked|ranking|placed|placing|came|won|wins?|winning|obtain\w*|achiev\w*"
    r"|secur\w*|finish\w*|took|takes"
    r"|the) (?:\w+ ){0,4}?(?:#?\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|\d+"
    r"|(?:top|best)(?=[- ](?:place|rank|position)))[- ]?(?:\(\w+\) )?"
    r"(?:place|rank|position|ranked|out of|overall|among|in (?:the )?(?:task|sub-?task|track"
    r"|semeval|english|\w+ track)"
    r"|at (?:semeval|the)|at \w+-20)|\b(?:second|third|fourth|first)[- ](?:highest|best|place|ranked)\b"
    r"|\branked? (?:\w+ ){0,3}(?:\d+(?:st|nd|rd|th)|first|second|third|\d+|number)\b"
)
RANK_GATES = (
    "place", "rank", "position", "out of", "overall", "among", " task", " track", "semeval", " english",
    " at ", "highest", "best",
)  # fmt: skip
METRIC = (
    r"(?:accurac(?:y|ies)|f1[- ]?(?:scores?|measure)?|f-?(?:score|measure)s?|macro[- ]?f1"
    r"|micro[- ]?f1|scores?|bleu|chrf|comet|rouge(?:-\w+)?|meteor|wer|cer|ter|per|eer|auc"
    r"|auroc|roc|auprc|map|ap|miou|iou|dice|psnr|ssim|lpips|fid|fvd|precision|recall|mae|rmse"
    r"|mse"
    r"|perplexity|correlation|spearman|pearson|kappa|mcc|ndcg(?:@\d+)?|mrr|hits?@\d+"
    r"|recall@\d+|pass@\w+|errors?|rates?|gain|improvements?|reduction|increase|decrease|drop"
    r"|speed-?up|latency|throughput|r\^?2|las|uas|elo|uncertainty|deviation|sensitivity"
    r"|specificity|r-?squared|threshold|ratio|exponent|agreement|alpha|α|ρ|κ|\\rho|\\kappa)"
)
_OF_SIZE = (
    r"(?![\w-])(?![\d,]*(?:k|m|b)?\s?(?:languages|datasets|tasks|models|images|samples|benchmarks|examples"
    r"|participants|categories|classes|domains|cases|types))(?!\s(?:[\w-]+\s){0,2}(?:stars|galaxies"
    r"|sources|objects"
    r"|bits|users|patients|papers|tokens|layers|parameters|methods|agents|steps|epochs|years"
    r"|systems)\b)(?! to \d+ bits)"
)
_GAP = r"(?![^.;\d]{0,40}\b(?:size|number|batch|types?|which)\b)[^.;\d\\$()]{0,40}?"
_ABOUT = r"(?:approximately |about |nearly |around |roughly |over |up to |only )?"
_METRIC_NUMBER = (
    rf"{METRIC}\b(?:(?:{_GAP}\b(?:of|is|was|are|were|to|reaching|≈)|\s?[=:~≈(]|\s)\s?"
    rf"(?:\$?(?:[^\s\d]{{0,12}}[=<>≈]|\\[a-z]{{2,8}})?\s?\{{?=?\}}?)?{_ABOUT}\$?[+\-−~]?\d*\.?\d++{_OF_SIZE}"
    rf"|{_GAP}\b(?:at|by|from|up to|about|only|over|above|below|under|exceeding|between)\s"
    rf"{_ABOUT}\$?[+\-−~]?(?:\d*\.\d++(?![\w-])|\d++\s?(?:ms|seconds?|minutes?|hours?|fps)\b))"
)
METRIC_NUMBER = pattern(r"\b" + _METRIC_NUMBER)
PLAIN_METRIC_NUMBER = pattern(FROM_A_WORD + _METRIC_NUMBER)
"""The same for a sentence without a backslash, to be asked with a space before it."""
NUMBER_METRIC = pattern(rf"{DIGIT}(?<![\w.,-]\d)\d*\.\d+\}}?\$?(?:\s(?:\w+[- ]){{0,2}}{METRIC}\b)")
VALUE = pattern(
    "[≈~\\\\0-9\x80-\U0010ffff](?<=[≈~\\\\\\d])"
    r"(?:(?:(?<=≈)|(?<=~)(?<![\w}]~)|(?<=\\)(?:sim|simeq|approx|lesssim|gtrsim)(?![a-z]))\s?\{?[-+−]?\d"
    r"|(?<=\d)(?=[.\s\\,;~$abcdefghjkmnprstuwyμσå°])"
    r"(?<![a-z]\d)(?:\.\d+)?\s?(?:\\?[,;~ ]|\$|\\mathrm\{|\\,)*\s?(?:[gmtk]?ev\b|[kmg]?pc\b|kms|km\b"
    r"|km/s|[nmμu]m\b|[kmg]?hz\b|m_\{?\\odot|m_\\odot|(?<=\s)[mμu]?k\b|[mμu]k\b|arcsec|mag\b|dex\b|gyr|myr"
    r"|yr\b|σ|\\sigma|sigma\b|ms\b|seconds?\b|minutes?\b|hours?\b|fps\b|mw\b|[mk]w\b|db\b|å"
    r"|\\aa|cm\b|mm\b|°|degrees?\b|deg\b"
    r"|frames (?:per |/)s|arcmin|mas\b|au\b|[mμu]?jy\b|[mkg]?pa\b|[km]g\b|(?<=\s)g\b|\\circ|joules?\b"
    r"|bits?\b|m☉|r_|days?\b|t\b)|(?<=\\)times ?10\^|(?<=1)0\^\{?-?\d)"
)
"""It begins with one set of characters, because such a pattern is found many times faster."""
BOUND = pattern(
    r"\$?(?:\\(?:tilde|widetilde|mathcal|mathrm)\s?\{?\\?(?:mathcal\{)?\{?)?(?<![a-z])o\}*\s?(?:\\left"
    r"|\\big)?\{?\((?!\d[-–\d]{0,4}(?: [mb]illion| thousand)?\))"
    r"|\((?:1|\$1) ?[-−–] ?1/e\b|\\omega\s?\(|\\theta\s?\(|\bω\(|\bθ\(|\bconvergence rates?\b.{0,30}\$"
)
FORMULA = pattern(
    r"\b(?:bounds?|complexity|regret|exponents?|ratio|guarantees?|capacity|value|factor) (?:of |is |are "
    r"|by |to "
    r"|as |at |equals |at most |at least |exactly ){0,3}(?:\$|\\\()\\?[\w({][^$]{0,40}?[\d^/+]"
    r"|\d\}?\$?-(?:approximat|competitive)|\bbounded (?:above |below )?by (?:\$|\\\()"
    r"|\b(?:scal(?:es|ing)|grows|decays) (?:as|like) (?:\$|\\\()"
    r"|\\propto\s?[^$]{0,40}?\^\{?\(?(?:\\sim\s?)?[-−]?\s?\d"
    r"|\b(?:orders?|rates?) (?:of )?\$\\?[^$\d]{0,12}?[a-z*]\^\{?\(?[-−]"
    r"|\brate (?:(?:is|of) \$|\$\\frac)"
    r"|\bequal(?:s|ling)? (?:to )?(?:exactly )?(?:\$|\\\()(?:\\frac|[\d(])"
)
FORMULA_GATES = (
    "bound", "complexity", "regret", "exponent", "approximat", "competitive", "capacity", "equal",
    "universal value", "propto", "order of $", "rate $", "rate is $", "rate of $", "rates of $", " as $",
    " like $", " as \\(", " like \\(",
)  # fmt: skip
FINDS = pattern(
    r"\b(?:we|our|this|these|results?|it|which|analysis|the|is|are|with|yielding|giving"
    r"|resulting|corresponding|obtained) (?:\w+ ){0,4}?(?:find|found|measure[ds]?"
    r"|obtain(?:ed)?|detect(?:ed)?|report|derive[ds]?|estimate[ds]?|infer(?:red)?"
    r"|determine[ds]?|constrain(?:ed|s|ing|t)?|yield(?:s|ed|ing)?|reach(?:es|ed)?|achiev\w+"
    r"|show|reveal[s]?|give[sn]?|identif(?:y|ied)|predict|exhibits?|calculated?"
    r"|characteriz\w+|prove|establish|improv\w+|demonstrat\w+|observe[d]?|confirm|indicates?"
    r"|discover\w*|result(?:s|ed|ing)?|present|require[sd]?|complet\w+|reduc\w+|increas\w+"
    r"|enabl\w+|recover(?:s|ed)?|has|have|span\w*|corroborat\w+)\b"
    r"|\b(?:achiev(?:es?|ed|ing)|reach(?:es|ed|ing)|yield(?:s|ed|ing)|reveal(?:s|ed|ing)|exceed(?:s|ed"
    r"|ing)?)\b"
)
SIZES = pattern(
    r"(?<![\d.,])\d[\d,.]{0,14}+\s?(?:k|m|b|million|billion|trillion"
    r"|thousand)?\+?[\s-](?:\w+[\s-]){0,2}?(?:languages?|datasets?|tasks?|models?|papers"
    r"|participants|patients|samples?|examples?|parameters?|params|tokens|images|videos"
    r"|sentences|documents|annotations|annotators|classes|categories|domains|gpus?|years"
    r"|words|questions|benchmarks|hours|utterances|speakers|subjects|instances|teams|pairs"
    r"|articles|users|tweets|layers|qubits|nodes|conversations|dialogues|posts|comments"
    r"|elements|galaxies|stars|sources|objects|quasars|clusters|hal(?:os|oes)|simulations|candidates|spectra"
    r"|records|studies|countries|cities|shots?|epochs?|steps?|bit|bits|dimension\w*|[dD]\b)"
)
SETTINGS = pattern(
    r"\bz\s?\$?\s?(?:~|≈|\\(?:sim|simeq|approx|lesssim|gtrsim)(?![a-z]))\s?\{?\d[\d.]{0,4}"
    r"|\bat (?:about )?(?:\$?~?\d[\d.]{0,5}(?:,| and|\s?[-–])? ?){1,3}[kmgt]?hz\b"
    r"|(?<![\d.])(?:1[\s{$~-]{0,2}(?:σ|\\sigma\b|sigma\b)|21[\s~-]?cm\b)"
)
"""Redshifts and frequencies that were looked at, and the width of error bars."""
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
PARENTHESIS = pattern(r"\((?<!\\\()(?![^()=]*[a-z}$] ?= ?[^()]*\d)[^()]{1,120}\)")
BOUND_GATES = ("1/e", "o(", "o}", "o (", "\\omega", "\\theta", "ω(", "θ(", "convergence rate")
METRIC_WORDS = word_set(
    "accuracy accuracies f f1 score scores measure measures fscore fscores bleu chrf comet rouge meteor wer "
    "cer ter per eer auc auroc roc auprc map ap miou iou dice psnr ssim lpips fid fvd precision recall mae "
    "rmse mse perplexity correlation spearman pearson kappa mcc ndcg ndcg@1 mrr error errors rate rates gain "
    "improvement improvements reduction increase decrease drop speed speedup latency throughput r r2 las uas "
    "elo uncertainty deviation sensitivity specificity rsquared threshold ratio exponent agreement alpha"
)
"""The words of `METRIC`, or the parts of them that hyphens join."""
METRIC_SIGNS = ("@", "α", "ρ", "κ", "\\", "^")
PURPOSE = pattern(
    r"to (?<!\wto )(?:further |better |then )?(?:determine|assess|evaluate|investigate|examine|study|test"
    r"|measure|quantify"
    r"|understand|explore|analy[sz]e|compare|inform|address|tackle|overcome|ensure|facilitate)\b"
)
"""What a sentence is for that examines or plans; a weak word behind it names the question, no answer."""
SHOWS = (
    "is shown", "are shown", "is found", "are found", "is proved", "is proven", "is observed to", " reveals ",
    " demonstrates ", " shows ", "demonstrated its ability", " revealed ", ", showcasing ", ", revealing ",
)  # fmt: skip
"""What finds without one of the `FINDS_SUBJECTS`: nobody, or what the authors made."""
SHOWS_THAT = (
    " suggests that ", " implies that ", " indicates that ", " suggesting that ", " indicating that ",
    " implying that ", "demonstrating that ", "showing that ", "revealing that ",
)  # fmt: skip
"""The same with a clause behind it."""
SUPPOSES = ("we hypothesi", "we posit", "we conjecture")
DESCRIBES = pattern(
    r"\b(?<!from )(?<!through )(?<!under )(?:this|in this|our) (?:[\w-]+ ){0,2}?"
    r"(?:survey|review|position paper|position|perspective|tutorial|primer"
    r"|overview|roadmap|viewpoint|essay|commentary|chapter|vision paper)\b(?! (?:data|of \d))"
)
"""What an abstract calls the paper that describes a field or pleads for something."""
DESCRIBES_GATES = (
    "survey", "review", "position", "perspective", "tutorial", "primer", "overview", "roadmap", "viewpoint",
    "essay", "commentary", "chapter", "vision paper",
)  # fmt: skip
