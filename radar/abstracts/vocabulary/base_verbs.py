"""Verbs of deeds in their base form, as they stand behind "to" and behind several who do something."""

from __future__ import annotations

BASE_VERB = (
    r"(?:achieve|address|adapt|align|allow|analy[sz]e|apply|argue|assess|bridge|build|capture|classify|combine"
    r"|compare|compute|conclude|conduct|confirm|construct|control|create|decide|demonstrate|derive|describe"
    r"|design|detect|develop|discover|discuss|employ|enable|enhance|ensure|establish|estimate|evaluate|examine"
    r"|explore|extract|facilitate|filter|find|focus|generate|guide|handle|highlight|identify|illustrate|improve"
    r"|incorporate|infer|integrate|introduce|investigate|learn|leverage|locali[sz]e|maintain|manage|measure"
    r"|mitigate|model|optimi[sz]e|organi[sz]e|outperform|perform|plan|predict|present|preserve|produce|propose"
    r"|prove|provide|quantify|reason|reconstruct|recover|reduce|refine|release|report|restore|retrieve|select"
    r"|show|simulate|solve|study|suppress|support|synthesi[sz]e|tackle|test|track|train|transfer|update|use"
    r"|utili[sz]e|validate|verify)"
)
"""What several do, or what is done behind "to", as it stands in abstracts."""
