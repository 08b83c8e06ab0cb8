"""An index or a ratio that all know by its name, with its value: "Gini 0.84", "Mach number 0.45"."""

from __future__ import annotations

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.vocabulary.limiting import is_not_so
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_INDEX = pattern(
    r"(?<![\w-])(?P<name>(?:adjusted |pooled |median |mean |average )?(?:odds ratio|hazard ratio|risk"
    r" ratio|relative risk"
    r"|gini(?: coefficient| index)?|cohen['’]s d|hedges['’] g|cramér['’]s v|icc|intraclass correlation(?:"
    r" coefficient)?"
    r"|cosine similarity|jaccard similarity|effect size|cronbach['’]s (?:alpha|α)|krippendorff['’]s"
    r" (?:alpha|α)"
    r"|jain['’]s (?:fairness )?index|silhouette(?: score)?|system usability scale|sus(?: score)?"
    r"|coefficients? of determination"
    r"|mach number|signal-to-noise ratios?|cohen['’]s (?:kappa|κ)|(?:a?or|a?hr|rr)(?=\)? ?[=:]))"
    r")(?: \([^()]{1,20}\))?\$?,? ?(?P<link>=|:|≈|\(|of|is|was|reaches|reached|reaching|up to|above"
    r"|exceeding|at)? ?"
    r"(?P<up>up to |above |about |approximately |~|≈|> ?)?\$?(?P<value>[-−]?\d{0,3}\.\d{1,4}|\d{1,3}(?=,?"
    r" (?:\(|for|with|in|and|to)))"
    r"(?!\d|\.\d|\s?\\?%|[-–]\d)"
)
_INDEX_GATES = (
    "ratio", "risk", "gini", "'s", "’s", "icc", "correlation", "similarity", "effect size", "coefficient",
    "silhouette", "sus", "mach", "or ", "or=", "hr", "rr", "index", "usability",
)  # fmt: skip
_LONG = {
    "or": "odds ratio", "aor": "odds ratio", "hr": "hazard ratio", "ahr": "hazard ratio", "rr": "risk ratio",
    "icc": "ICC", "sus": "SUS", "sus score": "SUS", "coefficient of determination": "R²",
    "coefficients of determination": "R²", "cohen's kappa": "Cohen's κ", "cohen’s kappa": "Cohen's κ",
}  # fmt: skip


def told_index(lower: str, written: str) -> str:
    """Return a known index or ratio of a sentence with its value, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    for found in _INDEX.finditer(lower) if any_of(_INDEX_GATES, lower) else ():
        before = lower[max(0, found.start() - 110) : found.start()]
        if (
            is_others(before)
            or is_not_so(before)
            or (not found["link"] and not found["up"] and not _STATED.search(lower[: found.start()][-90:]))
        ):
            continue
        of_what = ""
        if found["name"] in _OF_SOMETHING:
            told = _BRACKETED.search(lower[: found.start()][-90:])
            of_what = bare(told["thing"]) if told else ""
            if not of_what:
                continue
        name = _LONG.get(found["name"]) or written[found.start("name") : found.end("name")]
        name = (
            name[0].upper() + name[1:] if name.lower().startswith(("cohen", "gini", "jain", "mach")) else name
        )
        more = (found["up"] and found["up"].strip() in ("above", ">")) or found["link"] in (
            "above",
            "exceeding",
        )
        most = found["link"] == "up to" or (found["up"] or "").startswith("up to")
        value = found["value"].replace("-", "−")
        whole = f"{name} {'>' if more else 'up to ' if most else ''}{value}"
        if of_what:
            whole = f"{_SHORTER.get(found['name'], name)} {value} {of_what}"
        if len(whole) <= LONGEST_FIGURE:
            return whole
    return ""


_OF_SOMETHING = ("or", "aor", "hr", "ahr", "rr", "odds ratio", "hazard ratio", "risk ratio", "relative risk")
_SHORTER = {
    "odds ratio": "OR", "or": "OR", "aor": "OR", "hazard ratio": "HR", "hr": "HR", "ahr": "HR",
    "risk ratio": "RR", "rr": "RR", "relative risk": "RR",
}  # fmt: skip
_BRACKETED = pattern(rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}{WORD}) \([^()]{{0,30}}$")
"""Of what something is a ratio: "problem complexity (OR = 1.6)"."""
_STATED = pattern(
    r"\([^()]{0,30}$|\b(?:ha[sv]e|show|reach|achiev|yield|obtain|find|attain|report|measur)[a-z]*"
    r" [^.;,]{0,40}$"
)
