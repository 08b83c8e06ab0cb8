"""Lines that tell only what is studied, or only what the title says, and the fewer words that tell it too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from radar.abstracts.takeaways.findings.announcing import announces, makes, repeats
from radar.abstracts.takeaways.findings.findings import makes_data
from radar.abstracts.takeaways.lines.borders import asks_for, ends_halfway, in_a_list, is_whole
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.shortening import without_any_preamble, without_asides
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.gated import any_found
from radar.abstracts.vocabulary.patterns import EitherCase, at_a_word, pattern
from radar.abstracts.vocabulary.words import any_of, last_words

_TELLS_OF = EitherCase(
    r"(?:[^,;:.]{3,90}, )?(?:here )?"
    r"(?:we|i|this (?:paper|work|study|article|thesis|letter|survey|report|research|project|review)) "
    r"(?:have |has |will )?(?:\w+ly |also |then |first |further |here )?(?:(?:"
    r"quantif(?:y|ie)|implement|incorporat|adopt|tackle|validat|attempt|delve|generali[sz]|leverag|forecast"
    r"|measure|characteri[sz]e|stress[- ]test|audit|probe|re-?(?:examine|visit|evaluate)|summari[sz]e"
    r"|cross-calibrate|calculate|compute|track|map|monitor|inspect|scrutini[sz]e|trace|entertain|initiate|systemati[sz]e|extend|look)(?:e?s|e?d|e)?"
    r"|(?:present|provide|offer|report|introduce|give|undertake|make)(?:s|ed)? (?:(?:an?|the|our|new) )?"
    r"(?:[\w<>-]+,? ){0,5}?(?:investigation|analys[ie]s|study|studies|overview|evaluation|comparison"
    r"|experiments?"
    r"|examination|assessment|characteri[sz]ation|audit|observations?|survey|census|forecasts?|measurements?"
    r"|search|results?|calculations?|simulations?|exploration|review|benchmarking|test|discussion"
    r"|description|treatment|look|summary|demonstration)\b"
    r"|(?:present|report)(?:s|ed)? (?:[\w-]+,? ){0,5}?(?:observations|results|measurements|simulations)\b"
    r"|(?:investigate|study|explore|examine|compare|evaluate|analy[sz]e|assess)\b)"
    r"|(?:[^,;:.]{3,90}, )?our (?:[\w-]+ ){0,2}?(?:goal|aim|objective|assessment|evaluation|study|focus)"
    r" (?:is|was|focus|aim)"
)
"""Beside what announces: deeds that say nothing of their outcome, and the study itself that is presented."""
_IS_STUDIED = pattern(
    r"\b(?:is|are|was|were) (?:\w+ly )?(?:analy[sz]ed|studied|investigated|examined|discussed|explored"
    r"|considered|presented|compared|evaluated|provided|reviewed|reported|addressed|revisited)"
    r"(?: (?:in|for|with|using|by|at|within|from|through|on|under|via) [^,;:]*)?\.?$"
)
_COPULAS = (" is ", " are ", " was ", " were ")
_TELLS_AN_OUTCOME = (
    pattern(
        at_a_word(
            "show", "find", "found", "prov", "demonstrat", "reveal", "conclud", "establish", "indicat",
            "suggest", "confirm", "discover", "argu",
        ) + r"(?:e|s|es|ing|ed)? (?:that|how|why)\b"
    ),
    pattern(
        at_a_word(
            "showing", "finding", "revealing", "demonstrating", "proving", "introducing", "proposing",
            "achieving", "outperforming", "yielding",
        ) + r"\b"
    ),
    pattern(
        r"(?:and(?<!\wand)|,) (?:\w+ly |also |then |we )*(?:propose|introduce|develop|show|find|prove"
        r"|demonstrate|derive|identify|establish|design|reveal|obtain|achieve|construct|discover)"
        r"(?:s|d|ed|ing)?\b"
    ),
)  # fmt: skip
"""A line that begins as an announcement tells besides what was made or what came of it."""
_AN_AIM = (
    r"(?:understand|evaluate|assess|determine|identify|measure|examine|investigate|study|explore|improve|support"
    r"|enhance|better|test|address|facilitate|enable|inform|quantify|analy[sz]e|characteri[sz]e|explain|find"
    r"|obtain|predict|estimate|see|provide|compare|uncover|reveal|search|gain|shed)"
)
_ADJUNCT = pattern(
    r"(?:, | )(?!in the (?:presence|absence)\b)(?=(?:for|across|from|with|on|in|through|over"
    r"|via|by|within|during|along|using|among|at"
    rf"|leveraging|employing|based on|to {_AN_AIM}|and (?:we|then|compare|evaluate|assess)"
    r"|taking|aiming|focusing|considering|including|such as|revealing|spanning"
    r"|consisting|comprising|containing|featuring|subject to|defined) )"
    r"|, (?=(?:an?|the|one|defined as|i\.e\.,|observed|identified|found|where|which|that|whose) )"
)
"""Where a line goes on with what is read in the title, or need not be known to know what was found."""
_ASKS_FOR_IT = pattern(
    r"\b(?:effects?|impacts?|influence|assumptions?|depend\w*|bounds?|constraints?|attack\w*|information|roles?"
    r"|interaction\w*|interplay|appl\w+|problems?|issues?|use|uses|how|whether|extent|degree|ways?|aims?"
    r"|seeks?|abilit\w+|potential|relat\w*"
    r"|respon\w+|transition\w*|compar\w+|associat\w+|correl\w+|explanations?|capacit\w+|tendency|efforts?|needs?"
    r"|attempts?|mapp?ing|map|from|between|both|evidence|means|value|case|challenges?|opportunit\w+"
    r"|questions?|suitab\w+|applicab\w+|using|perform\w*|methods?|techniques?|strateg\w+|framework|study|analysis"
    r"|evaluation|investigation|comparison|systems?|algorithms?|models?|approach\w*|based|rel(?:y|ies)|focus\w*|perspective"
    r"|light|work\w*|differ\w*|synergy|search\w*|look\w*|class|family|conditions?|data|dataset|benchmark|lens"
    r"|concentrat\w*|participat\w*|conver\w+|chang\w+|shift\w*|adapt\w*|transfer\w*|gap|trade-?offs?)"
    r"(?: [\w-]+){0,3}$"
)
"""Words that say little without the adjunct behind them."""
_ASKING = (
    "on ", "for ", "to ", "from ", "with ", "in ", "between ", "at ", "under ", "over ", "that ", "where ",
    "which ",
)  # fmt: skip
_ENDS_BADLY = pattern(
    r"\b(?:suggest|demonstrat|show|reveal|indicat|find|found|prov|argu|aim|seek|investigat|examin|assess"
    r"|evaluat|use|us|identif|design|develop|introduc)(?:e|es|ies|y|s|ing|ed|ied)?$"
    r"|\b(?:contexts?|settings?|scenarios?|cases?|conditions|environments?|problems?|class|family|ways?"
    r"|regimes?|results|approach|method|framework|study|analysis|data|models?|impact|tasks?|tools?|\w+ed|\w+ly"
    r"|(?:who|that|which) \w+)$|, (?:which|who|where) (?:\w+ ){0,3}\w+$"
)
"""Words that a line is not left at."""
_NO_THING = pattern(
    r"\b(?:abilit(?:y|ies)|capacit(?:y|ies)|capabilit(?:y|ies)|progress|advances?|performance|impacts?|effects?"
    r"|influence|roles?|behaviou?rs?|use|potential|quality|efficacy|effectiveness)$"
)
"""Is asked of what: "the impact"."""
_PRESENTS_A_STUDY = pattern(
    r"(?P<who>(?:[^,;:.]{3,90}, )?(?:[Ww]e|[Tt]his (?:paper|work|study|article|report))) "
    r"(?:\w+ly |also |then |first |here )?"
    r"(?P<does>present|provide|conduct|perform|report|offer|undertake|carry out)(?P<ending>s|ed)? "
    r"(?:an?|the|our) (?:(?!(?:of|on|for|to|in) )[\w-]+,? ){0,5}?"
    r"(?P<study>(?:study|analysis|investigation|evaluation|examination|exploration|assessment"
    r"|characteri[sz]ation|comparison) (?:of|into)) (?=\w)"
)
"""A study that is presented, with words on what kind of study it is."""
_TO_WHAT = pattern(
    r"\b(?:extend|generali[sz]e|adapt|map|convert|transfer|translate|relate|link|compare)s? (?!.* to )"
)
"""What is done to a thing in view of another."""
_FURTHER = pattern(
    r"(?:, | )(?=(?:for|across|from|with|on|in|through|over|via|by|within|during|along|using|among|at|under"
    r"|to|that|which|where|when|without|throughout|leveraging|employing|based on|taking|aiming|focusing"
    r"|considering|including|such as|revealing|spanning|consisting|comprising|containing|featuring"
    r"|subject to|defined) )"
)
"""Where a line goes on with what else there is to say of what is studied."""
_ASKING_WORDS, _ENDING_WORDS = 4, 6
"""So many last words hold what `_ASKS_FOR_IT` and `_ENDS_BADLY` match, a comma before them included."""
_FIRST = pattern(r"\b(?:first|only)\b")
_FIRST_GATES = ("first", "only")
"""What is the first of its kind may not be so without all that is said of it."""
_FEWEST, _LEAST, _MOST = 4, 5, 19
"""So many words at least beside the main finding, beside another, and at most, tell what is studied."""


def only_tells_of(line: str, title: str) -> bool:
    """Say whether a line tells only what is studied, or nothing that the title does not."""
    if ";" in line or ": " in line:
        return False
    tells = (
        (makes(line) and makes_data(line))
        or announces(line)
        or _TELLS_OF.begins(line)
        or (any_of(_COPULAS, line) and _IS_STUDIED.search(line) is not None)
        or repeats(line, title)
    )
    return tells and not any_found(_TELLS_AN_OUTCOME, line)


def only_studies(line: str) -> bool:
    """Say whether a line that tells no outcome tells only what is studied."""
    return announces(line) or _TELLS_OF.begins(line) or _IS_STUDIED.search(line) is not None


def ever_shorter(line: str, sentence: str) -> Iterator[str]:
    """Yield a line in fewer and fewer words, without what may break off, and without its full stop.

    Args:
        line: tells what is studied.
        sentence: that it was made from.
    """
    heads = {} if line.endswith("…") else {line: True}
    whole = without_any_preamble(sentence)
    for text in (line.rstrip("…"), whole, plainly(whole)):
        if any_of(_FIRST_GATES, text) and _FIRST.search(text):
            continue
        for match in _ADJUNCT.finditer(text):
            head = text[: match.start()]
            if head not in heads and _may_end(head, text, match):
                heads[head] = True
    forms = {form.rstrip("."): None for head in heads for form in (head, without_asides(head))}
    for form in sorted(forms, key=len, reverse=True):
        if _LEAST <= form.count(" ") + 1 <= _MOST and not may_point_back(form.lower()):
            yield form


def plainly(text: str) -> str:
    """Return a text that begins as the presentation of a study in fewer words, or as it is."""
    found = _PRESENTS_A_STUDY.match(text)
    if found is None:
        return text
    rest, study = text[found.end() :], found["study"]
    if study == "study of" and found["who"].lower().endswith("we"):
        return f"{found['who']} study {rest}"
    article = "an" if study[0] in "aeiou" else "a"
    return f"{found['who']} {found['does']}{found['ending'] or ''} {article} {study} {rest}"


def in_fewest_words(line: str, known: AbstractSet[str]) -> Iterator[str]:
    """Yield what is left of a line that tells what is studied where its first words say what that is.

    Args:
        line: tells what is studied.
        known: the beginnings of the words that tell what the title is about.
    """
    text = plainly(line.rstrip("…").rstrip("."))
    ends = [(text[: match.start()], match) for match in _FURTHER.finditer(text)]
    heads = [head for head, match in ends if _may_end(head, text, match, _FEWEST, known)]
    forms = {form: None for head in heads for form in (head, without_asides(head))}
    for form in sorted((*forms, *(() if line.endswith("…") else (text,))), key=len, reverse=True):
        if not may_point_back(form.lower()) and not _FIRST.search(form):
            yield form


def _may_end(
    head: str, text: str, match: re.Match[str], least: int = _LEAST, known: AbstractSet[str] = frozenset()
) -> bool:
    rest = text[match.end() :]
    if head.count(" ") + 1 < least or head.count(" ") >= _MOST or ": " in head or ". " in head:
        return False
    last, following = head.rsplit(" ", 1)[-1], rest.split(" ", 2)[1:2]
    if (
        last[:1].isupper()
        and following
        and following[0][:1].isupper()
        and not text.startswith(",", len(head))
    ):
        return False  # within a name
    if rest.startswith("to ") and (head.endswith("ing") or _TO_WHAT.search(head)):
        return False
    is_named = (
        bool(known) and not _NO_THING.search(head) and not telling(head.rsplit(" ", 2)[-2]).isdisjoint(known)
    )  # "crab methods" of the title
    if (
        not is_named
        and rest.startswith(_ASKING)
        and not text.startswith(",", len(head))
        and _ASKS_FOR_IT.search(head, last_words(head, _ASKING_WORDS))
    ):
        return False
    return not (
        (not is_named and _ENDS_BADLY.search(head, last_words(head, _ENDING_WORDS)))
        or asks_for(head, text, match.end())
        or ends_halfway(head)
        or in_a_list(head)
        or not is_whole(head)
    )
