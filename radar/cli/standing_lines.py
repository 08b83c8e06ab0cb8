"""How rules and model stand to each other, as `radar list` tells it."""

from __future__ import annotations

from radar.papers.reader.query import PaperRow
from radar.papers.summaries.flags import Claim, Release
from radar.papers.summaries.summary import Agreement

STANDING_LEGEND = (
    "below: = rules and model agree, r only the rules, m only the model, ≠ they contradict each other"
)
_SIGNS = {Agreement.BOTH: "=", Agreement.RULE: "r", Agreement.MODEL: "m", Agreement.DISPUTED: "≠"}
_WORDS = {
    Agreement.BOTH: "agreed",
    Agreement.RULE: "rules-only",
    Agreement.MODEL: "model-only",
    Agreement.DISPUTED: "disputed",
}


def standing_words(row: PaperRow) -> list[str]:
    """Return how both stand as words of a list of flags: "code-agreed", "results-disputed".

    That both find nothing is left out, as is nothing else that is not stated.
    """
    claims = row.state_of_the_art or row.claim is not Claim.NONE
    flags = (
        ("code", row.standing.code, row.code is not Release.NONE),
        ("results", row.standing.results, claims),
    )
    words = [
        f"{name}-{_WORDS[agreement]}"
        for name, agreement, stated in flags
        if agreement in _WORDS and (stated or agreement is not Agreement.BOTH)
    ]
    return [*words, "instructs-models"] if row.instructs else words


def standing_note(row: PaperRow) -> str:
    """Return what to know at once of a row: withdrawn, a text that instructs, or a contradiction."""
    if row.withdrawn:
        return "withdrawn"
    flags = (("code", row.standing.code), ("claims", row.standing.results))
    disputed = [name for name, agreement in flags if agreement is Agreement.DISPUTED]
    if row.instructs:
        return "instructs models"
    return f"disputed: {', '.join(disputed)}" if disputed else ""


def standing_signs(row: PaperRow, unicode: bool) -> tuple[str, str]:
    """Return the signs below code and claims, as the screen has them; a blank where no model was asked."""
    signs = (_SIGNS.get(one, " ") for one in (row.standing.code, row.standing.results))
    code, results = signs if unicode else (sign.replace("≠", "x") for sign in signs)
    return code, results
