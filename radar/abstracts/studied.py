"""Lines that tell only what is studied, or only what the title says, and the fewer words that tell it too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.announcing import announces, makes, repeats
from radar.abstracts.borders import asks_for, ends_halfway, in_a_list, is_whole
from radar.abstracts.findings import makes_data
from radar.abstracts.gated import any_found
from radar.abstracts.patterns import EitherCase, at_a_word, pattern
from radar.abstracts.pointing import may_point_back
from radar.abstracts.shortening import without_any_preamble, without_asides
from radar.abstracts.words import any_of, last_words

_TELLS_OF = EitherCase(
    r"(?:[^,;:.]{3,90}, )?(?:here )?"
    r"(?:we|i|this (?:paper|work|study|article|thesis|letter|survey|report|research|project|review)) "
    r"(?:have |has )?(?:\w+ly |also |then |first |further |here )?(?:(?:"
    r"quantif(?:y|ie)|forecast|measure|characteri[sz]e|stress[- ]test|audit|probe"
    r"|re-?(?:examine|visit|evaluate)|summari[sz]e|cross-calibrate|calculate|compute|track|map|monitor|inspect|scrutini[sz]e|trace"
    r"|entertain|initiate|systemati[sz]e|extend|look)(?:e?s|e?d)?"
    r"|(?:present|provide|offer|report|introduce|give|undertake|make)(?:s|ed)? (?:(?:an?|the|our|new) )?"
    r"(?:[\w<>-]+,? ){0,5}?(?:investigation|analys[ie]s|study|studies|overview|evaluation|comparison"
    r"|experiments?"
    r"|examination|assessment|characteri[sz]ation|audit|observations?|survey|census|forecasts?|measurements?"
    r"|search|results?|calculations?|simulations?|exploration|review|benchmarking|test|discussion"
    r"|description|treatment|look|summary|demonstration)\b"
    r"|(?:present|report)(?:s|ed)? (?:[\w-]+,? ){0,5}?(?:observations|results|measurements|simulations)\b)"
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
    r"\b(?:effects?|impacts?|influence|depend\w*|bounds?|constraints?|attack\w*|information|roles?"
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
_ASKING_WORDS, _ENDING_WORDS = 4, 6
"""So many last words hold what `_ASKS_FOR_IT` and `_ENDS_BADLY` match, a comma before them included."""
_FIRST = pattern(r"\b(?:first|only)\b")
"""What is the first of its kind may not be so without all that is said of it."""
_LEAST, _MOST = 5, 19
"""So many words at least, and at most, tell what is studied where a finding follows."""


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


def ever_shorter(line: str, sentence: str) -> Iterator[str]:
    """Yield a line in fewer and fewer words, without what may break off, and without its full stop.

    Args:
        line: tells what is studied.
        sentence: that it was made from.
    """
    heads = {} if line.endswith("…") else {line: True}
    whole = without_any_preamble(sentence)
    if not _FIRST.search(whole):
        for text in (line.rstrip("…"), whole):
            for match in _ADJUNCT.finditer(text):
                head = text[: match.start()]
                if head not in heads and _may_end(head, text, match):
                    heads[head] = True
    forms = {form.rstrip("."): None for head in heads for form in (head, without_asides(head))}
    for form in sorted(forms, key=len, reverse=True):
        if _LEAST <= form.count(" ") + 1 <= _MOST and not may_point_back(form.lower()):
            yield form


def _may_end(head: str, text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    if head.count(" ") + 1 < _LEAST or head.count(" ") >= _MOST or ": " in head or ". " in head:
        return False
    last, following = head.rsplit(" ", 1)[-1], rest.split(" ", 2)[1:2]
    if (
        last[:1].isupper()
        and following
        and following[0][:1].isupper()
        and not text.startswith(",", len(head))
    ):
        return False  # within a name
    if (
        rest.startswith(_ASKING)
        and not text.startswith(",", len(head))
        and _ASKS_FOR_IT.search(head, last_words(head, _ASKING_WORDS))
    ):
        return False
    return not (
        _ENDS_BADLY.search(head, last_words(head, _ENDING_WORDS))
        or asks_for(head, text, match.end())
        or ends_halfway(head)
        or in_a_list(head)
        or not is_whole(head)
    )
