"""Findings in rarer words: what tests show, what is set above others, what agrees, what a theory gives."""

from __future__ import annotations

from radar.abstracts.outcomes.told import meant
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.gated import Gated, first_found
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_HOW = r"(?:\w+ly |also |further |then |thus |here |even |all )?"
_TESTS = (
    r"(?:results?|findings|outcomes|experiments?|experimentation|evaluations?|analys[ei]s|simulations?|tests"
    r"|checks|trials|case[- ]stud(?:y|ies)|stud(?:y|ies)|surveys|interviews|comparisons?|ablations?"
    r"|benchmarking|calculations|computations|measurements|assessments?|validations|demonstrations?)"
)
_OUR_TESTS = (
    r"(?:^ |, |: |; |\band )(?:(?!(?:we|i|it|they|to|by|of|for|that|which|with|from|using|both|recent"
    r"|previous|prior|these|is|are)\b|\w+s\b)[\w-]+ |these |both ){0,4}?"
    rf"(?<!recent )(?<!previous )(?<!prior ){_TESTS}"
    r"(?: (?:on|of|with|in|across|from|for|using|over|under|by|between|against|through) [^;:.]{3,110}?)?,? "
)
"""Tests as the subject, maybe with what they are of."""
_NOTHING_FOUND = (
    r"(?!(?:(?:the|an?|its|their|our|this|these|both|new|several|two|three|four|key|important|valuable|practical"
    r"|critical|crucial|essential|great|growing|broad|wide|further|initial|early|actionable|useful|clear|first"
    r"|real-world|existing|current|major|only) |\w+ly |[\w-]+['’]s? )*"
    r"(?:needs?|importance|potentials?|promise|promising|roles?|necessity|relevance|how|where|why|what|when"
    r"|whether|insights?|trends?|frameworks?|foundations?|foundational|groundwork|baselines?|benchmarks?"
    r"|utility|us(?:e|es|age|ability)|applications?|applicability|reference|ways?|opportunit\w+|possibilit\w+"
    r"|directions?|guidance|taxonom\w+|range|urgency|value|impact|areas|concepts?|versatility|flexibility"
    r"|capabilit\w+|approach\w*|methods?|systems?|process|design|challenges|questions|progress|performance"
    r"|characteristics|development|future|significance|research|studies|work|steps?|examples?|each|one"
    r"|different|various|viewpoints?|perspectives?|pipelines?|scenarios?|workflows?|identity|integrity)\b)"
)
"""Needs, uses, ways and what was made are shown as well, and are no findings."""
_GOOD = (
    r"(?:effectiveness|efficacy|efficiency|feasibility|viability|superiority|robustness|accuracy|ability"
    r"|scalability|advantages?|benefits?|usefulness|soundness|equivalence)"
)
_SHOWN = (
    rf"{_OUR_TESTS}{_HOW}(?:(?:(?:exhibit|demonstrate|reveal|confirm|show|prove|surface|corroborate"
    rf"|showcase)(?:s|d|ed)?|point(?:s|ed)? to) {_NOTHING_FOUND}"
    rf"|(?:validate[sd]?|(?:verif|justif)(?:y|ies|ied)) (?:the |its |their |our )(?:[\w-]+ ){{0,3}}?{_GOOD}\b"
    r"|(?:supports?|supported) (?:(?:our|the|this|these) |[\w-]+ and )(?:[\w-]+['’]? ){0,4}?"
    r"(?:hypothes[ie]s|theor(?:y|ies)|insights|claims?|predictions?|conclusions?|findings)\b)"
)
_SHOWING = (
    rf"\b{_TESTS}(?: (?!that\b|which\b)[^ ;:.]+){{0,12}}?,? {_HOW}(?:demonstrating|confirming|validating"
    rf"|verifying|proving) (?:the|its|their|our) (?:[\w-]+ ){{0,3}}?{_GOOD}\b"
)
_SHOWN_TOO = (
    rf"\b(?:and|we) {_HOW}(?:demonstrate|validate|verify|confirm)s? (?:the|its|their|our) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{_GOOD}|impact|influence)\b"
    r"|\bas (?:\w+ly )?(?:demonstrated|shown|confirmed|evidenced|validated|verified|corroborated|proven)"
    r" (?:by|in|through|via|on|with|from) (?:(?!studies\b|previous\b|prior\b|recent\b)[\w-]+,? (?:and )?)"
    r"{0,7}?(?:experiments|simulations?|results|evaluations?|metrics|tests|case stud(?:y|ies)|analys[ei]s"
    r"|benchmarks?|trials|comparisons?|measurements)\b"
    r"|(?<!\bno)(?<!\bof) (?:empirical|experimental|theoretical|numerical|conclusive|strong|first|further"
    r"|direct|clear|preliminary|initial|early|compelling|observational|spectroscopic)"
    r" (?:evidence|support|validation) (?:for|of|that|in favou?r of) "
)
_LIGHT = r"(?:reveal|uncover|expos|discover|confirm|demonstrat|highlight|observ)ing"
_CAME_TO_LIGHT = (
    r"(?:differences?|variations?|weakness(?:es)?|gaps?|trade-?offs?|failures?|failure modes?|correlations?"
    r"|discrepanc(?:y|ies)|disparit(?:y|ies)|bias(?:es)?|asymmetr(?:y|ies)|sharpness|limitations of"
    r"|vulnerabilit(?:y|ies)|room for improvement|deficienc(?:y|ies)|regimes?|sensitivity|dependenc(?:y|ies))"
)
_FROM_TESTS = (
    r"\bwe (?:\w+ (?:and )?)?(?:evaluate|benchmark|compare|validate|test|examine|assess|apply|conduct|run"
    rf"|analy[sz]e|quantify|deploy)\b[^.;]{{5,200}}, (?:thereby |thus |and )?{_LIGHT} "
    rf"(?!research\b)(?:(?!potential\b|need\b|importance\b)[\w-]+,? ){{0,4}}?{_CAME_TO_LIGHT}\b"
    rf"|\bwe {_HOW}identif(?:y|ied) (?!(?:and|research|the need|open|existing|current)\b)"
    rf"(?:(?!(?:and|that|in|of|for|research|literature)\b)[\w-]+,? ){{0,4}}?(?!gaps\b){_CAME_TO_LIGHT}\b"
    r"(?![^.;]* (?:existing|current|prior|previous|literature|today['’]s|field|research|frameworks)\b)"
    r"|, (?:thereby |thus |and )?identifying (?:[\w-]+,? (?:and )?){1,8}?as (?:(?:an?|the|one) )?"
    r"(?:[\w-]+ ){0,2}?(?:bottlenecks?|causes?|drivers?|factors?|sources?|reasons?|determinants?)\b"
    r"|\bit turns out (?:that|to)\b|\bturns? out to be\b"
)
_MORE = (
    r"(?:more|less|fewer|better|worse|higher|lower|faster|slower|larger|smaller|greater|stronger|weaker"
    r"|cheaper|smoother|cleaner|sharper|tighter|richer|deeper|easier|shorter|simpler|finer|closer)"
)
_ABOVE = (
    r"^ (?:when )?(?:compared (?:with|to|against)|relative to|in comparison (?:to|with)) [^;]{4,120}, "
    rf"(?!(?:this|these|in|i)\b)[^.;,]{{3,90}}? (?:{_MORE}|best|lowest|highest|most|fewest|superior)\b"
    rf"|(?:(?<!rather )(?<!other )\bthan|\b(?:{_MORE}|effectiveness|increas\w+|improv\w+|reduc\w+|superior)"
    r" [^.;]{0,100}?(?<!is )(?<!are )(?<!was )(?<!were )compared (?:to|with)) (?:(?:that|those) of )?"
    r"(?:previous|prior|existing|traditional|conventional|standard|classical|state-of-the-art"
    r"|baseline|purely|vanilla|other) (?:[\w-]+,? ){0,4}?(?:alternatives?|procedures?|systems?|frameworks?"
    r"|schemes?|formulations?|strateg(?:y|ies)|solutions?|designs?|architectures?|tools?|networks?|works?"
    r"|ones|pipelines?|prompting|protocols?|estimators?|approach(?:es)?|methods?|baselines?|models?)\b"
    r"|\bamong (?:all |the )?(?:[\w-]+ ){0,5}?(?:analy[sz]ed|tested|considered|compared|evaluated|examined"
    rf"|studied|investigated), [^.;]{{3,110}}? (?:{_MORE}|best|lowest|highest|most|fewest)\b"
    r"|\b(?:overtakes?|outstrips?|outclass(?:es)?|outscores?|outdoes|outranks?) "
)
_AGREES = (
    r"\b(?<!to )(?<!can )closely (?:match|mirror|track|reproduc|approximat|agree|align)\w* (?:with )?"
    r"(?:(?:real|human|experimental|observed|expected|the|that|those|published) )"
    r"|\b(?<!to )(?<!can )align(?:s|ed)? (?:well |closely )?with (?:expected|known|published|observed"
    r"|previous|theoretical|experimental) (?:[\w-]+ ){0,2}?(?:patterns|results|values|trends|findings"
    r"|predictions|data)\b"
    r"|\bin (?:\w+ )?agreement with (?:the |previous |prior |earlier |published )?(?:[\w-]+ ){0,2}?"
    r"(?:values?|results?|literature|measurements?|predictions?|observations?|experiments?|data|theory)\b"
)
_THEORY = (
    rf"(?:\bwe|\band|\bto|\bwork|\bpaper) {_HOW}(?:derive|establish|prove|obtain|deduce)(?:s|d)? "
    r"(?!(?:of|for|on|to|with)\b)(?:(?!(?:of|for|on|to|with|that|from|by|in|via|using|under)\b)"
    r"[\w$\\{}^()-]+,? ){0,6}?(?:bounds?|inequalit(?:y|ies)|theorems?|converses?|identit(?:y|ies)"
    r"|(?:sufficient|necessary|optimality|stability|existence|uniqueness) conditions?|convergence"
    r"|limits on)\b"
    rf"|\bwe {_HOW}(?:give|present|provide) (?:an? |the )?(?:new |novel )?(?:[\w-]+-type )?"
    r"(?:(?:sufficient|necessary)(?: and (?:sufficient|necessary))? conditions?|identit(?:y|ies)"
    r"|inequalit(?:y|ies))\b"
    r"|\b(?:effects?|regimes?|transitions?|correlations?|signals?|phenomen(?:on|a)|peaks?|excess|anomal(?:y|ies)"
    r"|sequence|channels|oscillations|enhancement) (?!(?:that|which)\b)[^.;,]{0,60}?(?:is|are|was|were) "
    r"(?:\w+ly |also |not |thus )?(?:observed|found|revealed|discovered|uncovered|detected)\b"
)
"""What a theory comes to, and what is seen."""
RARE: tuple[Gated, ...] = (
    (
        ("exhibit", "demonstrate", "reveal", "confirm", "show", "prove", "surface", "corroborate", "point",
         "validate", "verif", "justif", "support"),
        pattern(_SHOWN),
    ),
    (("demonstrating", "confirming", "validating", "verifying", "proving"), pattern(_SHOWING)),
    (
        ("demonstrate", "validat", "verif", "confirm", "shown", "evidence", "corroborated", "proven",
         "support"),
        pattern(_SHOWN_TOO),
    ),
    (
        ("revealing", "covering", "exposing", "confirming", "demonstrating", "highlighting", "observing",
         "identif", "turn"),
        pattern(_FROM_TESTS),
    ),
    (
        ("than", "compared", "relative to", "in comparison", "among", "overtake", "outstrip", "outclass",
         "outscore", "outdoes", "outrank"),
        pattern(_ABOVE),
    ),
    (("closely ", "align", "agreement with"), pattern(_AGREES)),
    (
        ("derive", "establish", "prove", "obtain", "deduce", "condition", "identit", "inequalit", "observed",
         "found", "revealed", "covered", "detected"),
        pattern(_THEORY),
    ),
)  # fmt: skip
"""To be asked of a sentence with a space before it."""
_SIGNS = word_set(
    "demonstrate demonstrates validate validates verify verifies confirm confirms among justify "
    "justifies justified results result findings outcomes experiments experiment experimentation "
    "evaluations evaluation analysis analyses simulations simulation tests checks trials studies study "
    "surveys interviews comparisons comparison ablations ablation benchmarking calculations "
    "computations measurements assessments assessment validations demonstrations demonstration "
    "case-study case-studies metrics benchmark benchmarks evidence support validation revealing "
    "uncovering exposing discovering confirming demonstrating highlighting observing identify "
    "identified identifying turns than compared relative comparison overtakes overtake outstrips "
    "outstrip outclass outclasses outscores outscore outdoes outranks outrank closely align aligns "
    "aligned agreement derive derives derived establish establishes established prove proves proved "
    "obtain obtains obtained deduce deduces deduced condition conditions identity identities "
    "inequality inequalities observed found revealed discovered uncovered detected"
)
"""One of these stands wherever the pattern matches."""


def finds_rarely(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a finding in rarer words, before any intention."""
    if _SIGNS.isdisjoint(sentence.words):
        return False
    lower = " " + sentence.lower
    told = first_found(RARE, lower)
    return told is not None and not meant(lower, told.end() - 1, told.end())
