"""The openings of a sentence that say nothing: "However,", "In this paper, we", "Experiments show that"."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_SAYING = (
    r"(?:clearly |consistently |empirically |theoretically |rigorously |further |also |first "
    r"|then |thus |thereby |experimentally |numerically )?"
    r"(?:show|shows|showed|demonstrate|demonstrates|demonstrated|find|found|prove|proved"
    r"|observe|observed|reveal|reveals|revealed|indicate|indicates|indicated"
    r"|confirm|confirms|confirmed|verify|verifies|validate|report"
    r"|conclude|establish|highlight|discover|discovered|note|see|illustrate|uncover)"
)
_AND_MORE = (
    r"(?:(?:, [^,.;:]{1,60}){1,4}?,? (?:and|or) [^,.;:]{1,60}"
    r"(?=, (?:in this \w+,? )?(?:we|i|this (?:paper|work|study))\b))?"
)
"""The rest of a list that begins in an opening: "motivated by crabs, shrimps, and lobsters, we"."""
(_LINKING, _IN_THIS, _HERE, _RESULTS_SAY, _WE_SAY, _BY_THIS_WE_SAY) = (
    EitherCase(
        r"^(?:however|moreover|further(?:more)?|additionally|in addition|also|besides|finally|lastly"
        r"|specifically|in particular|notably|interestingly|importantly|remarkably|surprisingly"
        r"|overall|subsequently|formally|even better|intuitively|technically|empirically|experimentally"
        r"|to our knowledge"
        r"|to the best of our knowledge|in essence|as such|in summary|in conclusion|to conclude"
        r"|as a result|consequently|therefore|thus"
        r"|hence|then|here|herein|now|second|third|next|first(?:ly)?|secondly|thirdly|concretely"
        r"|crucially|critically|strikingly|curiously|particularly|concurrently|ultimately|in short"
        r"|in contrast|by contrast|conversely|nevertheless|nonetheless"
        r"|meanwhile|similarly|likewise|accordingly|more specifically|more importantly"
        r"|more concretely|most importantly|especially|in details?|indeed|instead|in other words|together"
        r"|in our experiments|for example|for instance"
        r"|in fact|yet|still|eventually|initially|more (?:broadly|generally)"
        r"|as a (?:solution|first step|remedy)|to address both|in the paper"
        r"|and|but|so|methods?|results?|conclusions?|aims?|objective|background|purpose|findings"
        r"|main results|(?:methodology|objectives|context|introduction|motivation|discussion|contributions?"
        r"|goals?|summary|significance|novelty|approach)(?=:)"
        r"|to (?:this|that|these|those) ends?|in (?:this|that) regards?"
        r"|(?:to|in order to) (?:\w+ly )?(?:facilitate|achieve|enable|support|answer|evaluate|study|explore"
        r"|investigate|do|accomplish|realize|improve|assess|test|verify|examine|understand|counter|combat"
        r"|counteract|rectify|circumvent|remove|break|bypass|prevent|avoid|eliminate|transfer|highlight)"
        r" (?:this|these|it|that|such|so)\b[^,]{0,60}"
        r"|(?:with|given|driven by|guided by|based on) (?:this|these|that|those|such)\b[^,\d]{0,60}"
        r"|(?:based|building|drawing) on (?:our|the|its) (?:\w+ )?(?:analys[ie]s|critiques?|discover(?:y|ies)"
        r"|findings?|insights?|observations?)"
        r"|(?:addressing|tackling|overcoming|bridging|mitigating|resolving|alleviating|under"
        r"|capitali[sz]ing on) (?:this|these|that|those|such)\b[^,\d]{0,60}"
        r"|(?:to address (?:this|these|the)\b[^,]{0,60}|in order to address (?:this|these|the)\b[^,]{0,60}"
        r"|(?:to|in order to) (?:tackle|overcome"
        r"|bridge|fill|mitigate|solve|remedy|handle|alleviate|resolve|close|meet) [^,]{0,70}"
        r"|motivated by [^,]{0,70}|inspired by [^,]{0,70}|in light of [^,]{0,60}|in view of [^,]{0,60})"
        rf"{_AND_MORE}|with this in mind|in response(?: to [^,]{{0,50}})?|based on (?:this"
        r"|these) [^,]{0,50}|building on (?:this|these) [^,]{0,50}"
        r"|in (?:this|the present|our) (?:paper|work|study|article|letter|report|thesis|research"
        r"|contribution|manuscript|survey|note|context|setting|regard|direction|chapter"
        r"|technical report|tutorial|demo|case|perspective|project|review)|for th(?:is|at) purpose"
        r"|taken together|all in all|put together|along the way|at the same time"
        r"|on the other hand|on the one hand|rather|there|after that|at first)"
        r"(?:,\s+|:\s*| (?=we (?:propose|introduce|present|develop|design|show|find|derive|demonstrate)\b))",
    ),
    EitherCase(
        r"^in (?:this|the|our)(?: present| current)? (?:paper|work|study|article|letter|report|thesis|note"
        r"|survey|manuscript|contribution|technical report|perspective|project|review)(?:, ?| )"
        r"(?=(?:we|i|an?|the) )",
    ),
    EitherCase(r"^(?:here|herein|then|thus) (?=we\b)"),
    EitherCase(
        r"^(?:[a-z][a-z-]{1,20},? ){0,5}?"
        r"(?:results?|experiments?|evaluations?|analys[ie]s|findings|studies|simulations?"
        r"|experimentation|investigations?|comparisons?|tests|study|work|experimental results"
        r"|empirical results|ablations?|benchmarking|validations?|assessments?|calculations?"
        r"|visuali[sz]ations?)(?: \([^)]{1,40}\))?"
        rf"(?: (?:on|across|over|with|in|from|conducted|using|of|under|for|by"
        rf"|and) [^.;]{{1,130}}?)? {_SAYING} that,? ",
    ),
    EitherCase(
        rf"^(?:we|i|(?:this|the|our) (?:paper|work|study)|it is|it was|it has been) (?:have |has )?"
        rf"{_SAYING}n? that,? ",
    ),
    EitherCase(
        rf"^(?:through|via|using|by|with|based on|in|on|from) [^,]{{3,90}}, (?:we"
        rf"|our (?:\w+ )?(?:results|experiments|analysis|study|findings)) {_SAYING} that,? ",
    ),
)
_SUBORDINATE = pattern(
    r"(?:(?P<concedes>while|although|though|even though|whereas)|if|when|since|because|as|once|unless) ",
    re.IGNORECASE,
)
"""Behind what begins so the main clause follows: "while results show that sand is wet, we dig"."""
_ALSO = pattern(
    r"^(we|this paper|this work|this study) (?:also|further|then|additionally|first|finally"
    r"|thus|therefore) (?=[a-z])",
    re.IGNORECASE,
)
_LINKING_FIRST = word_set(
    "however moreover further furthermore additionally in also besides finally lastly specifically notably "
    "interestingly importantly remarkably surprisingly overall subsequently formally empirically "
    "experimentally even intuitively "
    "technically to as consequently therefore thus hence then here herein now second third first firstly "
    "secondly thirdly next concretely crucially by conversely nevertheless nonetheless meanwhile similarly "
    "critically strikingly curiously particularly concurrently ultimately drawing "
    "likewise accordingly more most indeed instead for yet and but so method methods result results "
    "conclusion conclusions aim aims objective background purpose findings main motivated inspired with "
    "based building along at on especially together methodology objectives context introduction motivation "
    "discussion taken all put "
    "still eventually initially addressing tackling overcoming bridging mitigating resolving alleviating "
    "under capitalizing capitalising rather there after "
    "contribution contributions goal goals summary significance novelty approach"
)
_PREPOSITIONS = word_set("through via using by with based in on from")
_SPEAKERS = word_set("we i this it the our")
_INSERTED = pattern(
    r"^(we),? in (?:this|the present|our) (?:paper|work|study|article|letter),? (?=[a-z])", re.IGNORECASE
)
_ADDRESS_GATES = (
    "ddress", "ackle", "fill", "ridge", "itigate", "esolve", "vercome", "lleviate", "solve", "answer",
    "close", "nvestigate", "xplore", "study th", "studies th", "hallenge", "xamine", "evisit",
)  # fmt: skip
_ADDRESS = pattern(
    r"^(we|(?:this|our) (?:paper|work|study|article|survey|thesis)"
    r"|our (?:proposed |novel |new )?(?:method|approach|framework|model|system)) "
    r"(?:propose to |aim to |seek to )?(?:address(?:es)?|tackles?|closes?|fills?"
    r"|(?P<asks>answers?|investigates?|explores?|study|studies|challenges?|examines?|revisits?)"
    r"|bridges?|mitigates?|resolves?|overcomes?|alleviates?|solves?) "
    r"(?:(?:all |both )?(?:of )?(?:this|these|those|such|the above|the aforementioned)(?: [^ ,;:.()]+){1,3}?"
    r"|(?:both|all (?:two|three|four))(?: (?!and\b)[^ ,;:.()]+)??|this|these|it|that)"
    r"(?: affirmatively| in the affirmative)?"
    r" (?:(?:by|with|through|via) (?:first |instead )?(?:(?P<how>\w+ly )?(?P<doing>[a-z-]{2,20}ing) "
    r"(?:and (?P<also>[a-z-]{2,20}ing) )?|(?=(?:an?|our|the) |(?-i:[A-Z])))"
    r"|and (?:then )?(?=(?P<does>propose|present|introduce|develop|design|outline|describe)s? ))",
    re.IGNORECASE,
)
_METHOD = pattern(r"(?:method|approach|framework|model|system)$")
_AND_PROPOSES = pattern(r",? and (?:we )?(?:then )?(?=(?:propose|present|introduce|develop|design)s? )")
_GOES_ON_DOING = pattern(r"\b(?:and|or) (?:\w+ly )?\w+ing\b")
"""How it is done goes on, so that its first verb cannot be changed alone."""
_VERBS = word_set(
    "introduce propose present develop use create build design construct provide combine learn train "
    "leverage formulate study apply model release extend add employ collect prove derive incorporate "
    "decompose reformulate reframe integrate adapt exploit augment generate investigate analyze examine "
    "evaluate analyse align assess benchmark characterize compare conceptualize conduct construct curate "
    "decouple define demonstrate disentangle distill embed encode enforce enhance enrich establish explore "
    "express fine-tune formalize frame fuse guide harmonize identify implement infer inject interleave "
    "manipulate model modify offer optimize organize quantify recast reconstruct redefine replace represent "
    "restore restructure review rewrite shift simplify simulate synthesize systematize train transcribe "
    "transform treat unify utilize validate view probe measure recover replicate treat combine present devise"
)
_DOING = {verb.removesuffix("e") + "ing": verb for verb in _VERBS} | {
    "inferring": "infer", "embedding": "embed", "mapping": "map", "splitting": "split"
}  # fmt: skip
"""What is done, from how it is done: "we address this by introducing" says "we introduce"."""
_ALSO_GATES = (
    " also ",
    " further ",
    " then ",
    " additionally ",
    " first ",
    " finally ",
    " thus ",
    " therefore ",
)
_ALSO_REACH = 30
_LABEL = pattern(
    r"(?:\[(?:abridged|abstract|aims?|approach|background|conclusions?|context|goals?|introduction|methods?"
    r"|motivation|objectives?|problem|purpose|results?|significance)\][:.]? "
    r"|\((?:\d|[ivx]{1,4}|[a-c])\) (?!.* \((?:\d|[ivx]{1,4}|[a-c])\) )"
    r"|(?:\d|[ivx]{1,4})\) (?!.* (?:\d|[ivx]{1,4})\) )"
    r"|(?:background|methods?|results?|conclusions?|objectives?|purpose|aims?|introduction|context|findings"
    r"|conclusions? and relevance)(?: ?[.:] | [–-] | )(?-i:(?=(?:We|This|The|In|Our|Here|To|These|A|An)\b)))",
    re.IGNORECASE,
)
"""The heading of a part of the abstract, or the number of an item of a list, where no other item follows."""
_LABEL_LETTERS = frozenset("[(123456789ivxIVXBbMmRrCcOoPpAaFf")
_LEAST_LEFT = 15
"""An opening stays where less than so many characters would be left."""
_ROUNDS = 3
_GOES_ON_WITH = ("which ", "that ", "where ", "who ", "whose ")
_AND_WE = pattern(
    r"and (?<!\wand )(?:then |also |further |thus |instead |finally )?(?:analy[sz]e|apply|construct|derive"
    r"|design|develop|discuss|employ|establish|exploit|explore|extend|formulate|identify|introduce|investigate|leverage"
    r"|present|propose|prove|quantify|study|utili[sz]e"
    r"|argue|conclude|confirm|emphasi[sz]e|highlight|illustrate|observe|outline|report|validate|verify"
    r"|(?:demonstrate|find|indicate|reveal|show|suggest) (?:how|that|why)) "
)
"""What its authors do besides: "we find that sand is wet and derive a gait"."""
_AND_THEY_SAY = pattern(
    r"and (?<!\wand )(?:also |further |thus )?(?:confirm|highlight|support|underscore|validate|verify"
    r"|(?:demonstrate|indicate|reveal|show|suggest) (?:how|that|why)) "
)
"""What results tell besides."""
_GOES_ON_TO, _TO_DO = ("and ", "or "), ("to ", "in ")
_SECOND_AIM = pattern(r"(?:and|or) [^,]{3,120}, (?=we |this (?:paper|work|study) )")
"""Stands behind the first: "to overcome this, and spare sand, we dig"."""
_MAIN_CLAUSES = (" we ", " We ", " this paper ", " this work ", " this study ")


def without_opening(text: str) -> str:
    """Return a sentence without its openings; its first letter is left as it is."""
    for _ in range(_ROUNDS):
        before = text
        if text[:1] in _LABEL_LETTERS and (label := _LABEL.match(text)):
            text = text[label.end() :]
        for opening in _openings(text):
            end = _behind(opening, text)
            if 0 <= end < len(text) - _LEAST_LEFT and not _swallows(opening, text, end):
                text = text[end:] if opening is not _RESULTS_SAY else _conceded(text, end)
        if text[:1] in _SPEAKER_LETTERS and any_of(_ALSO_GATES, text[:_ALSO_REACH]):
            text = _ALSO.sub(r"\1 ", text)
        if text == before:
            break
    if text[:1] not in _SPEAKER_LETTERS:
        return text
    text = _INSERTED.sub(r"\1 ", text) if " in " in text[:_ALSO_REACH] else text
    return _what_is_done(text) if any_of(_ADDRESS_GATES, text[:_ALSO_REACH]) else text


_SPEAKER_LETTERS = "wWtToO"
"""What "we", "this paper" and "our work" begin with."""


def _behind(opening: EitherCase, text: str) -> int:
    """Return where an opening ends, with a second aim where one follows, or -1 where there is none."""
    end = opening.end(text)
    if end < 0 or not text.startswith(_GOES_ON_TO, end) or text[:3].lower() not in _TO_DO:
        return end
    further = _SECOND_AIM.match(text, end)
    return further.end() if further else -1


def _swallows(opening: EitherCase, text: str, end: int) -> bool:
    """Say whether the main clause, or whose deed the rest tells of, would go with an opening."""
    if opening is _WE_SAY or opening is _BY_THIS_WE_SAY:
        return _AND_WE.search(text, end) is not None
    if opening is _RESULTS_SAY:
        return _AND_THEY_SAY.search(text, end) is not None
    if opening is not _LINKING:
        return False
    return text.startswith(_GOES_ON_WITH, end) or any_of(_MAIN_CLAUSES, text[:end])


def _conceded(text: str, end: int) -> str:
    """Return what results say; "while" stays before it, and "if they show it" stays whole."""
    subordinate = _SUBORDINATE.match(text)
    if subordinate is None:
        return text[end:]
    return f"{subordinate[0]}{text[end:]}" if subordinate["concedes"] else text


def _what_is_done(text: str) -> str:
    """Return "We introduce X" for "We address this gap by introducing X"; other texts as they are."""
    match = _ADDRESS.match(text)
    if match is None or _GOES_ON_DOING.search(text, match.end()):
        return text
    speaker, rest = match[1], text[match.end() :]
    if match["does"]:
        return f"{speaker} {rest}"
    if match["doing"] is None:
        if match["asks"]:
            return text  # with what a question is studied need not be the authors' own
        if (proposes := _AND_PROPOSES.search(rest)) and rest.startswith("the "):
            return f"{speaker} {rest[proposes.end() :]}"
        if not _METHOD.search(speaker):
            return f"{speaker} {_told_by(speaker, 'propose')} {rest}"
        return text if _OF_AN_OUTCOME.begins(rest) else f"{speaker} {_told_by(speaker, 'use')} {rest}"
    verbs = [_DOING.get(doing.lower()) for doing in (match["doing"], match["also"]) if doing]
    if not all(verbs):
        return text
    done = " and ".join(_told_by(speaker, verb) for verb in verbs if verb)
    return f"{speaker} {match['how'] or ''}{done} {rest}"


_OF_AN_OUTCOME = EitherCase(
    r"(?:an?|the|its|up to|over|at least|at most|about|only|nearly)? ?(?:[\w-]+ ){0,3}?"
    r"(?:\$?\d|(?:accurac(?:y|ies)|rates?|errors?|drops?|gains?|scores?|precision|recall|improvements?|reductions?"
    r"|speed-?ups?|overheads?"
    r"|costs?|success|performance)\b)"
)
"""What a method comes to is nothing that it uses."""


def _told_by(speaker: str, verb: str) -> str:
    """Return a verb as it follows who speaks."""
    if speaker.lower() == "we":
        return verb
    if verb.endswith("y"):
        return verb.removesuffix("y") + "ies"
    return verb + ("es" if verb.endswith("s") else "s")


def _openings(text: str) -> tuple[EitherCase, ...]:
    """Return the openings that a text with this first word may have."""
    first = text.split(" ", 1)[0].partition(":")[0].rstrip(",").lower()
    found: tuple[EitherCase, ...] = _LINKING_FORMS if first in _LINKING_FIRST else ()
    if " that" not in text:
        return found
    found += (_RESULTS_SAY,)
    if first in _SPEAKERS:
        found += (_WE_SAY,)
    return (*found, _BY_THIS_WE_SAY) if first in _PREPOSITIONS else found


_LINKING_FORMS = (_LINKING, _IN_THIS, _HERE)
