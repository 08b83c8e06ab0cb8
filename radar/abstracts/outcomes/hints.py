"""Whether a word that may claim an outcome only tells what a thing is meant to be, or what was looked at."""

from __future__ import annotations

from radar.abstracts.outcomes.outcomes import shows
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, verb_forms, word_set

_ALSO = r"(?:\w+ly,? |also |further |then |first |next )?"
_DOES = pattern(
    r"^\W*(?:[^,;]{1,80}, )?(?:we|i|(?:this|the|our) (?:\w+ )?(?:paper|work|study|article|letter|thesis"
    rf"|report|chapter|contribution|note|dissertation)) {_ALSO}"
    r"(?:propos|present|introduc|develop|design|provid(?!\w* results)|offer|describ|stud(?:y|ies)"
    r"|investigat|analy[sz]|examin|evaluat|assess|explor|consider|address|us(?:e[sd]?|ing)\b|employ|conduct"
    r"|compar|integrat|adopt|apply|applies|perform|benchmark|review|focus|build|built|construct|creat|prefer|advocat|argue|call|formulat"
    r"|implement|leverag|extend|combin|outlin|discuss|survey|aim|advanc|contribut|synthesi[sz]|ensembl)\w*\b"
)
"""What authors do, and did not find."""
_INSIGHT = pattern(
    r"\b(?:provid|offer|giv|yield|gain|present|ha(?:ve|s)\b|shed|open)\w* (?:[\w-]+ ){0,3}?"
    r"(?:insights?|baselines?|understanding|guidance|foundations?|frameworks?|implications|perspectives?|light"
    r"|overview|snapshot|avenues?|applications)\b"
)
"""What findings are good for, and not what they are."""
_IN_THE_WAY = pattern(
    r"(?:(?:however|still|yet|here), )?(?:(?:an?|one|the|another)(?: [\w-]+){0,3}? (?:obstacle|challenge"
    r"|bottleneck|barrier|difficulty|hurdle|first step|prerequisite)\b[^,;]{0,80}?"
    r"|(?:foremost|chief|first) among (?:them|these)) (?:is|are|lies|remains) "
)
"""What is hard or comes first, and not what was reached."""
_WITH_SUCCESS = pattern(
    r", (?:\w+ly |thus |thereby )?(?:achieving|attaining|obtaining|reaching|yielding|demonstrating|showing"
    r"|showcasing|exhibiting) (?:[\w-]+ ){0,3}?(?:performances?|results|accurac\w+|generali[sz]ation"
    r"|robustness|effectiveness|superiority|agreement)\b"
)
"""What came of what the authors did, behind a comma."""
_TERM = pattern(
    r"\b(?:stable (?:models?|matching|diffusion|marriage|isotopes?|distributions?|baselines)|faster r-?cnn"
    r"|leading(?:[- ](?:orders?|directions?|terms?|edge|order|method\w*|model\w*|cause|eigen\w+)|,)"
    r"|(?:strongly |spatially |temporally )?correlated (?:[\w-]+ ){0,2}?(?:electrons?|systems?|matter"
    r"|variables?|noise|materials?|states?|data|features?|errors?|phases?|physics)"
    r"|optimal (?:controls?|transport|stopping)|quantum advantage|tak(?:es?|ing) advantage"
    r"|robust optimi[sz]ation|guarantees? (?:the|that|for)\b|forced photometry|evidence lower bound"
    r"|(?:lower|higher)[- ](?:levels?|layers?|scales?|orders?|dimension\w*|structures?|categor\w+|education"
    r"|temperatures?|redshifts?)\b(?! than)"
    r"|effective (?:[a-z]+ )?(?:fields?|mass(?:es)?|potentials?|hamiltonians?|theor(?:y|ies)|operators?"
    r"|action|modes?|models?|number|radius|temperature|medium|dimension|description)"
    r"|best of (?:our|my) knowledge"
    r"|leads? to (?:an? |the )?(?:\w+ )?(?:discussion|question|notion|definition)"
    r"|equivalent stress|reduced (?:to (?:an?|the)|space|order|spectra|mass|density|model\w*)"
    r"|increased (?:by|demand|attention|interest|risks?)|degrad(?:ation|ed) (?:images?|data)"
    r"|(?:signal|image|synthetic|various) degradations?"
    r"|accurate (?:[\w-]+ )?(?:annotations?|labels)"
    r"|an? (?:[\w-]+,? (?:and )?){0,3}?"
    r"(?:robust|accurate|effective|stable|consistent|optimal|feasible|promising|better)"
    r"(?:,? (?:and |yet |but )?[\w-]+){0,3}?,? (?:solution|framework|approach|methodology|foundation|platform"
    r"|basis|tool|resource|pipeline|architecture|mechanism|environment|testbed|strategy|toolkit|infrastructure)\b)"
)
"""Names of things that hold a word of praise, and things made that are praised and not tested."""
_MEANT = pattern(
    r"\b(?<!\bable )(?<!\bshown )(?<!\bfound )(?<!\bseen )(?<!\bobserved )(?<!\bproven )(?<!\bproved )"
    r"(?:to (?:(?:\w+ly )?[a-z]+ (?:[\w-]+ ){1,6}?and )?|for |of |in |at |by )"
    r"(?:\w+ly |further |better )?(?:improve|(?:improv|achiev|attain|enhanc|reduc|yield)ing)\b"
    r"|\bfor (?:\w+ly |more )?"
    r"(?:better|improved|enhanced|higher|faster|lower|optimal|robust|reliable|accurate|effective)\b"
)
"""What something is for, and not what it came to."""
_PRAISED = word_set(
    "good strong excellent high great satisfactory solid outstanding superior remarkable impressive robust "
    "enhanced improved comparable similar better worse best poor weak low lower higher competitive "
    "promising favorable favourable reliable greater stronger exhibited matches match matching fewer "
    "maintains maintaining retains retaining preserves preserving degrades"
)
"""Beside a performance, they say how good it is."""


def only_hints(sentence: Sentence) -> bool:
    """Say whether the words of a sentence that may claim an outcome claim none."""
    lower, has = sentence.lower, sentence.classes
    if has & classes.STRONG_CLAIM or any_of(_ASSERTS, lower) or shows(sentence):
        return False
    if has & classes.FINDS_VERB and has & classes.FINDS_SUBJECT and _finds(sentence.words):
        return False
    if _DOES.match(lower) or _INSIGHT.search(lower):
        return _WITH_SUCCESS.search(lower) is None
    if _IN_THE_WAY.match(lower):
        return True
    said = _MEANT.sub(" ", _TERM.sub(" ", lower)).split()
    claimed = words.WEAK_CLAIM.intersection(word.strip("(),.;:") for word in said)
    if not any_of(_CLAIMED, lower):
        claimed -= _IN_PASSING
    if not claimed.isdisjoint(_EFFECTS) and not has & classes.SELF and _ILL.search(lower):
        claimed -= _EFFECTS | _LOOKED_AT
    if claimed & _QUALITIES and not _TELLS.search(" " + lower):
        claimed -= _QUALITIES
    if not claimed <= _LOOKED_AT:
        return False
    return not claimed or (
        _PRAISED.isdisjoint(said) and not (has & classes.FINDS_VERB and _finds(sentence.words))
    )


def only_praises(sentence: Sentence) -> bool:
    """Say whether a sentence asserts something without telling of a finding, as a plea or a survey does."""
    has = sentence.classes
    if not has & classes.STRONG_CLAIM:
        return False
    return not (has & _OF_A_FINDING and not words.SAYS_THAT.isdisjoint(sentence.words))


def _finds(said: list[str]) -> bool:
    """Say whether a verb of finding is one: not in "a report", "derived from", "the established way"."""
    for place, verb in enumerate(said):
        if verb not in words.FINDS_ALONE or _no_finding(said, place, verb):
            continue
        if verb == "established" and not (place and _is_told_of(said[place - 1])):
            continue
        if not verb.endswith("ed") or not _FINITE.isdisjoint(said[max(0, place - 2) : place]):
            return True
        if verb in _KNOWN and said[place - 1 : place] != ["and"]:
            continue
        before = said[place - 1] if place else "the"
        if before not in _ATTRIBUTES and _BY_WHAT.isdisjoint(said[place + 1 : place + 3]):
            return True
    return False


def _is_told_of(before: str) -> bool:
    return before in _FINITE or before.endswith("ly")


def _no_finding(said: list[str], place: int, verb: str) -> bool:
    """Say whether a verb of finding is a noun, points something out, or has no finding behind it."""
    if place and said[place - 1] in _NO_VERB:
        return True
    if place and verb.endswith("ing") and said[place - 1] in (_HOW if verb in _LOOKING else _WHAT_FOR):
        return True
    if verb in _WHAT_IT_DOES and said[place - 1 : place] == ["that"]:
        return True
    if verb.startswith("characteriz") and "we" not in said[max(0, place - 3) : place]:
        return True
    if verb == "reports" and _REPORTERS.isdisjoint(said[max(0, place - 2) : place]):
        return True
    if verb in _SHOWS_A_THING and (_only_a_thing(said, place + 1) or _shows_how_to(said, place + 1)):
        return True
    if verb in _SHOWS_NOW and said[place + 1 : place + 2] in _BY_EXAMPLE:
        return True
    if verb.startswith("derive") and not _DEVISED.isdisjoint(said[place + 1 : place + 5]):
        return True
    if verb in _FOUNDS and not _LAID.isdisjoint(said[place + 1 : place + 6]):
        return True
    if verb in _NOUN_OR_STEP and place and said[place - 1] not in _WHO_REPORTS:
        return True
    after = said[place + 1] if place + 1 < len(said) else ""
    if verb in _PROPOSES and after in _SUGGESTED and words.REPORTING.isdisjoint(said[:place]):
        return True
    if verb.startswith("report") and after == "on" and _NEWS.isdisjoint(said):
        return True
    if verb in _POINTS_OUT:
        told = said[place + 1 : place + 4]
        return words.REPORTING.isdisjoint(said[:place]) and after not in _CLAUSE and _PRAISE.isdisjoint(told)
    return verb.startswith("achiev") and after in _THIS


def _only_a_thing(said: list[str], start: int) -> bool:
    """Say whether what is shown is the work itself: "we demonstrate our approach on a crane"."""
    for place in range(start, min(start + _THING_REACH, len(said))):
        word = said[place]
        if word in _THINGS or (place == start and word in _IT):
            return said[place + 1 : place + 2] == [] or said[place + 1] in _WHERE
        if place == start and word not in _THE:
            return _is_name(word) and said[place + 1 : place + 2] in _AT_WORK
    return False


def _shows_how_to(said: list[str], start: int) -> bool:
    """Say whether what is shown is how a thing is done: "how to walk", "how it can be used"."""
    if "how" not in said[start : start + _HOW_REACH]:
        return False
    told = said[start : start + _WAY_REACH]
    way = told[told.index("how") + 1 :]
    if way[:1] in _TO_DO:
        return True
    return any(word == "can" and "be" in way[place + 1 : place + 3] for place, word in enumerate(way))


_HOW_REACH = 3
_TO_DO = (["to"], ["we"])
_WAY_REACH = 16


def _is_name(word: str) -> bool:
    """Say whether a word may be what something made is called, and none for how good it is."""
    return word not in _HOW_GOOD and not word.endswith(_OF_QUALITY)


_AT_WORK = (["in"], ["on"])
_SHOWS_NOW = word_set("demonstrate demonstrates illustrate illustrates show shows")
_BY_EXAMPLE = (["with"], ["on"], ["using"], ["through"], ["via"])
_HOW_GOOD = word_set(
    "how that why what where gains success potential promise convergence transfer superior strong it them "
    "better progress control growth emergence use both success such up interference"
)
_OF_QUALITY = (
    "ness", "ity", "ment", "tion", "sion", "ance", "ence", "ing", "s", "cy", "ed", "al",
)  # fmt: skip
"""Words for qualities and events end so."""
_SHOWS_A_THING = verb_forms("demonstrate illustrate showcase report") | word_set("show shows showed showing")
_FOUNDS = ("establish", "establishes", "establishing")
_LAID = words.FOUNDED | word_set("basis standard groundwork correspondences paradigm")
"""What is established and found by nobody."""
_DEVISED = word_set(
    "framework structure taxonomy taxonomies typology typologies pipeline recommendations implications "
    "insights guidelines requirements principles lessons notion hypotheses questions categories"
)
"""What is derived and made so, and found by nobody."""
_NOUN_OR_STEP = ("report", "detect")
_WHO_REPORTS = word_set("we i and also here authors results then now they finally further to")
"""Before them, "report" is no noun, as in "report generation", and "detect" none of a list of steps."""
_PROPOSES = ("suggest", "suggests", "suggested")
_SUGGESTED = word_set("a an one two three some using to new novel several")
"""What is suggested and not found, where no result suggests it: "we suggest a method"."""
_NEWS = word_set("discovery detection identification observation evidence finding findings")
"""What is reported on and found."""
_THING_REACH = 4
_THE = word_set("our the this these its their a an experimental numerical preliminary initial comparative")
_THINGS = word_set(
    "approach approaches method methods system systems technique techniques framework tool tools pipeline "
    "algorithm algorithms use usage application applications workflow implementation prototype platform "
    "toolkit concept concepts procedure methodology formalism process construction constructions package "
    "software library architecture theory results experiments idea ideas model models "
    "way ways insights statistics"
)
"""What is shown by applying it, without a word of how well it does."""
_IT = ("it", "them")
_WHERE = word_set(
    "on in with through for using via by across over at and of from as within during to under both when "
    "designed based built"
)
_OF_A_FINDING = classes.FINDS_SUBJECT | classes.THAT
_NO_VERB = word_set("to be this the a an our technical no")
_WHAT_FOR = word_set("for of including")
"""Before a gerund, they tell what something is for: "a tool for revealing"."""
_HOW = _WHAT_FOR | word_set("by from in and automatically")
_LOOKING = word_set("observing finding verifying validating discovering")
"""What is done by these is a step: "by observing crabs", where "by proving" tells what was proved."""
_WHAT_IT_DOES = word_set("detects recovers derives discovers finds observes")
"""Behind "that" they tell what a thing made is for: "a test that detects"."""
_REPORTERS = word_set("paper study work letter article it analysis")
"""What reports; other reports are texts."""
_KNOWN = word_set("established reported detected")
"""Without a verb before them, they say that a thing is known."""
_BY_WHAT = word_set("by from using through via with in for")
_POINTS_OUT = verb_forms("highlight illustrate")
"""They say what is looked at or shown by example, where no result does so and no clause follows."""
_CLAUSE = ("that", "how", "why")
_PRAISE = word_set("benefits effectiveness efficacy superiority")
_THIS = ("this", "these", "it")
_ATTRIBUTES = word_set(
    "newly recently previously its their these those with of in for the over on from by through into behind "
    "at between under without within via using across after before than or as only highly"
)
"""Before a participle, they say of what kind a thing is, and not what was done."""
_FINITE = word_set("we i is are was were been have has results result experiments also it they")
"""Before what looks like a participle, they make it a verb."""
_ASSERTS = (
    "good agreement", "excellent agreement", "close agreement",
    "theorem", "conclusion that", "conclude", "evidence that", "come near", "comes near", "came near",
    "come close to", "comes close to", "came close to",
)  # fmt: skip
_EFFECTS = word_set(
    "leads leading led reduced reducing reduces degradation drop drops lower higher increases worse"
)
_ILL = pattern(
    r"\b(?:leads?|leading|led|results?|resulting|causes?|causing) (?:to|in)? ?(?:\w+ly )?(?:\w+ and )?"
    r"(?:poor|suboptimal|degraded|limited|reduced|unreliable|inefficien\w+|inconsisten\w+|unstable|instabilit\w+"
    r"|errors|incorrect|fragmented|redundan\w+|overfitting|low"
    r"|insufficient|excessive|significant challenges)\b"
)
"""An ill effect, which is the problem and not the outcome where nothing else says so."""
_LOOKED_AT = word_set("performance robustness agreement")
"""What may be good, or just be looked at."""
_IN_PASSING = word_set(
    "yield yielding reducing leading led captures captured cannot exists benefit benefits advantages"
)
_CLAIMED = ("advantages over", "captures a significant", "captures most")
"""Words that as often tell how a thing works, or what there is."""
_QUALITIES = word_set(
    "accurate robust effective stable consistent optimal better feasible efficiently effectively reliably "
    "correctly"
)
_SAYS_SO = (
    r"(?:is|are|was|were|be|been|remain(?:s|ed)?|proves?|proved|performs?|performed|works?|operates?|behaves?|becomes?"
    r"|delivers?|delivered|provides?|produces?|produced|yields|exhibits?|displays?|shows?|demonstrates?|gives?|offers?"
    r"|generates?|approximates?|converg(?:es|ing)|attains?|achieves?|reach(?:es|ed)?|achieving|demonstrating"
    r"|showcasing|showing|can|able"
    r"|discovers?|finds?|recovers?|predicts?|identif(?:y|ies|ied)|a(?= more| better))"
)
_TELLS = pattern(
    rf"{words.FROM_A_WORD}(?:{_SAYS_SO} (?:[\w-]+,? ){{0,4}}?"
    r"(?:accurate|robust|effective|stable|consistent|optimal|better|feasible|efficiently|effectively|reliably"
    r"|correctly)\b|consistent with\b|(?:reliably|correctly) \w+ed\b|results? in (?:significant|substantial)"
    r"|(?:efficiently|effectively|reliably|correctly)\b(?! \w+(?:s|ing|ed|e)\b))"
)
"""Says of what was made that it is good."""
