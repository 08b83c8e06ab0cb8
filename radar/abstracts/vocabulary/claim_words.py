"""The words and numbers by which abstracts claim an outcome. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import verb_forms, word_set

FROM_A_WORD = r"[^a-z0-9_](?<!\w)"
"""Begins a pattern of words that is only asked whether it matches: one set of characters is found faster."""
SELF = word_set("ours")
"""Always the authors; of "we", "our", "us" and "I", `pronouns` says whether they are."""
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
    r"|in recent|over the (?:past|last)|large language models|deep|modern|early(?! (?:results|experiments"
    r"|evaluations?|tests|evidence)\b)|motivation|background|context"
    r"|today|historically|earlier|unfortunately)\b"
)
BACKGROUND_FIRST = word_set(
    "recent recently existing previous prior traditional conventional current currently despite although "
    "while many most since however in over large deep modern early motivation background context today "
    "historically earlier unfortunately"
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
    "converge scale agree equal correspond overestimate underestimate dominate evolve peak solve"
) | word_set(
    "found shown proven inferred led won beaten fell fallen rose risen dropped dropping grew grows grown "
    "shrank preferred removed differed aligned aligns tighter speedup speedups speed-up speed-ups faster "
    "slower savings accuracy accuracies f1 f1-score error errors precision recall auc auroc bleu wer "
    "rouge psnr ssim fid map miou iou perplexity latency throughput overhead cost costs only most least "
    "up than versus vs improvement improvements reduction reductions results rate higher lower better "
    "smaller larger fewer less correlation constraints constraint reaching cutting winning beating won "
    "performance difference differences specificity removal"
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
    "support establish recover characterize underscore underline substantiate"
) - word_set(
    "supporting detecting deriving obtaining achieving reducing improving exposing reporting establishing "
    "recovering characterizing"
) | word_set("found shown proven")
"""Verbs of finding; a gerund of doing, as in "a net for detecting crabs", tells what something is for."""
FINDS_ALONE = (
    FINDS_VERBS - word_set("support supports supported") - verb_forms("showcase underscore underline")
)
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
    "uncovered support supports supported validate validates verify verifies prove proves corroborate "
    "corroborates substantiate substantiates"
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
    "resolves drop drops degradation captures captured equivalent agree agreement advantage advantages "
    "benefit benefits exists robustness generalizes generalises consistent par favorably favourably "
    "exceeded worsened persisted narrowed elicited underperform underperforms underperformed"
)
"""Words that claim an outcome where the sentence speaks of the paper's own work."""
QUALITIES = word_set(
    "effectively effective efficiently successfully accurately reliably robust accurate better faster stable "
    "optimal feasible correctly improved improving improve enhanced enhancing consistent"
)
"""Those of them that say how good a thing is, and so may only say how good it is meant to be."""
AIM = pattern(
    FROM_A_WORD + r"(?:aim(?:s|ing|ed)? (?:to|at)|goal|intend|in order to"
    r"|we (?:discuss|describe|review|survey|outline|argue|propose to|plan|hope)"
    r"|remains? (?:a |an )?(?:\w+ )?(?:challeng\w*|open|difficult|unclear|unexplored)|could|may"
    r"|might|will|future|potential(?:ly)?"
    r"|would|(?<=^ )(?:the )?expected (?:outcomes?|results?|benefits?|impacts?)"
    r"|hypothesi[sz]es?|promis(?:e|ing) (?:directions?|avenues?)|opportunit\w*"
    r"|challenges(?<!pose challenges)(?<!poses challenges)(?<!significant challenges)|need for"
    r"|can (?:then |also |further )?be used|(?:is|are) expected to (?:\w+ly )?(?:enhance|improve"
    r"|contribute|enable|provide|boost|advance|deliver|help|support|facilitate)|is intended|designed to"
    r"|essential|crucial)\b"
)
"""Words of intention, which claim nothing by themselves. To be asked of a sentence with a space before it."""
ASSERTING = word_set(
    "outperforms outperformed surpasses surpassed exceeds exceeded beats achieves achieved attains attained "
    "improves improved yields yielded reproduces exhibits reduces maintains produces matches generalizes "
    "generalises boosts"
)
ASSERTING_TOO = ASSERTING | word_set(
    "outperform superior promising robust effective better comparable greater higher strong that ability "
    "effectiveness efficiency feasibility accuracy superiority utility robustness significantly improvements "
    "gains reductions"
)
"""Without these words nothing is asserted."""
_ASSERTED = "|".join(sorted(ASSERTING))
ASSERTED = pattern(
    rf"{FROM_A_WORD}(?:(?:{_ASSERTED}|outperform|superior)\b"
    r"|(?:demonstrat|reveal|show|indicat|suggest)(?:s|ed|ing) (?:that|its ability|strong|greater|better"
    r"|higher)\b"
    r"|(?:(?:results?|experiments|evaluations?|tests|simulations|findings|we|work|study)"
    r" (?:\w+ly |have |has )?"
    r"(?:demonstrat|show|establish|confirm|reveal|validat|verif)(?:e|es|ed|s|y|ies|ied)?"
    r"|(?<=, )(?:demonstrat|show|confirm|validat)ing)"
    r" (?:(?!for|in|on|to|whether|if|how)[\w-]+,? ){0,3}?(?:effective|strong|superior|robust|better"
    r"|effectiveness|efficiency|feasibility|accuracy|superiority|utility|robustness)\b"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:promising|robust|effective|better|comparable)\b"
    r"|(?:shows?|showed) (?:promising|strong|competitive|encouraging) (?:results|performance)\b"
    r"|(?<!\bto )(?<!\bcan )(?<!ally )significantly (?:increas|reduc|improv|enhanc|lower|boost"
    r"|decreas)(?:es?|ed|s)\b)"
)
"""What claims an outcome, though an intention stands behind it: "outperforms, which shows its potential".

To be asked of a sentence with a space before it.
"""
ALSO_ASSERTED = pattern(
    rf"(?: (?:and|while|but) (?:it |they |\w+ly )?(?:{_ASSERTED})\b"
    r"|, (?:thereby |thus )?(?:leading to|resulting in|yielding|achieving) (?:significant|substantial"
    r"|consistent|notable) (?:[\w-]+ )?(?:improvements|gains|reductions) (?:over|in|of|compared)\b)"
)
"""The same beside an intention: "shows potential and achieves"."""
AIM_WORDS = word_set(
    "goal intend could may might will would future potential potentially challenges essential crucial "
    "hypothesize hypothesise hypothesizes hypothesises"
)
"""Those of them that are single words."""
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
_PLEADS = (
    r"(?:argues?|presents?|reviews?|discusses|examines|outlines|explores|summari[sz]es|surveys|advocates"
    r"|covers|considers|proposes|addresses)"
)
"""What a plea does, and a way to look at things does not."""
DESCRIBES = pattern(
    r"\b(?<!from )(?<!through )(?<!under )(?<!leveraging )(?<!using )(?<!adopting )"
    r"(?:this|in this|our) (?:[\w-]+ ){0,2}?"
    r"(?:survey|review|tutorial|primer|overview|roadmap|essay|commentary|chapter|vision paper|workshop"
    rf"|(?:position|perspective|viewpoint)(?: (?:paper|article|piece)|(?= {_PLEADS}\b)"
    r"|(?<=\bin this perspective)(?=,)|(?<=\bin this viewpoint)(?=,)))\b"
    r"(?! (?:data|of \d|targets|observed|detected|area))"
    r"|\b(?:paper|article|work|report|chapter) (?:surveys|reviews)\b"
    r"|\b(?:review|synthesi[sz]|survey|analy[sz]|consolidat|examin|summari[sz])(?:es?|ed|ing) "
    r"(?:more than |over |nearly |about |around |approximately )?\d[\d,]* (?:[\w-]+,? ){0,3}?"
    r"(?:papers|studies|articles|publications|references)\b"
)
"""What an abstract calls the paper that describes a field or pleads for something."""
DESCRIBES_GATES = (
    "survey", "review", "position", "perspective", "tutorial", "primer", "overview", "roadmap", "viewpoint",
    "essay", "commentary", "chapter", "vision paper", "workshop", " papers", " studies", " articles",
    " publications", " references",
)  # fmt: skip
BEATS = verb_forms("outperform surpass exceed beat improve") | word_set(
    "beating superior better best outperforms"
)
BEST_WORDS = word_set(
    "best highest lowest top top-1 leading unprecedented record winning next-best second-best strongest "
    "best-performing runner-up"
)
RANK_WORDS = word_set("first st first-place number")
"""A word loses the digits it begins with, so that "1st" is asked for as "st"."""
