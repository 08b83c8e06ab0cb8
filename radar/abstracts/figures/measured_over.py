"""Over whom, or on what, a figure gains of which nothing else tells what it measures."""

from __future__ import annotations

import re

from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_further import HELD_TO
from radar.abstracts.figures.measured_names import SO_MANY
from radar.abstracts.figures.measured_senses import less_is_better
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_OUTDONE = pattern(
    r"\b(?P<verb>outperform|surpass|exceed|beat|outscor|improv\w* (?:up)?on|improv\w* over|improv)(?:e?s"
    r"|ed|ing|en)? "
    rf"(?P<others>[^.;,:()\d][^.;:()]{{1,70}}?)(?: \([^()]{{1,40}}\))?(?:,? (?:on|in|across|for)"
    rf" [^.;()]{{1,60}}?)?"
    rf"(?: by|,? (?:with|achieving|yielding) (?:[a-z-]+ ){{0,4}}?(?:improvements?|gains?)(?: of| reaching|"
    rf" exceeding)?) {SO_MANY}$"
)
_GAIN = (
    r"(?:(?:relative|absolute|average|overall|mean|performance|percentage|maximum|accuracy|points?) )*"
    r"(?:improvements?|gains?|increases?|boosts?|advantages?|lifts?|higher|better)"
)
_COMPARED = pattern(
    rf"^[\s$}}*\\)%]*(?:points?)?(?:(?:,|,? and|/)\s?\+?\d[\d.]*\s?\\?%?)*[\s\\%$]*{_GAIN}?(?: (?:on|in"
    rf"|across|for) [^.;,:()]{{1,50}}?)? "
    r"(?:over|compared (?:to|with)|relative to|against|versus|vs\.?|than)"
    r" (?P<others>[^.;,:()\d][^.;,:()]{1,60}?)"
    r"(?=[.,;:()]|$| (?:on|in|across|for|while|and|with|at|by|when|under|as|without|from|to|using|that"
    r"|which|respectively)\b)"
)
_ABOVE = pattern(
    r"^[\s$}]*(?:above|ahead of|better than|higher than|over) (?P<others>[^.;,:()\d][^.;,:()]{1,60}?)"
    r"(?=[.,;:()]|$| (?:on|in|across|for|while|and|with|at|by|when|under|as|without|from|to|using|that"
    r"|which)\b)"
)
_ACROSS = pattern(
    rf"^[\s$}}*\\)%]*(?:points?)?(?:(?:,|,? and|/)\s?\+?\d[\d.]*\s?\\?%?)*[\s\\%$]*(?:{_GAIN})?(?: on"
    rf" average)? "
    r"(?P<how>on|across|over|in) (?:the |all |both |our |its |these |a |an )*"
    r"(?P<many>(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|multiple|diverse|various"
    r"|different|challenging|standard|public) )*"
    r"(?P<what>[a-z][\w@.+-]*(?: [a-z0-9][\w.+-]*){0,2}?)"
    r"(?=[.,;:()]|$| (?:over|compared|while|with|at|by|when|under|as|without|from|to|using|that|which"
    r"|respectively|relative|in|on|of|for|across)\b)"
)
_DENIED = pattern(
    r"\b(?:not(?! only\b)|never|no|neither|nor|cannot|fail(?:s|ed|ing)?|unable|without)\b[^.;:,()]*$"
)
_LEADS = pattern(
    r"^(?:(?:the|a|an|all|both|other|its|our|their|several|various|many|corresponding|respective) )+"
)
_KIND = (
    r"(?:baselines?|methods?|approach(?:es)?|models?|systems?|competitors?|counterparts?|techniques?"
    r"|algorithms?|alternatives?|agents?|networks?|m?llms?|vlms?)"
)
_OTHERS = pattern(rf"{_KIND}$")
_WEAK = pattern(r"baselines?$")
_STATE_OF_THE_ART = pattern(r"\b(?:state[- ]of[- ]the[- ]arts?|sota)\b")
_OF_A_KIND = pattern(
    rf"^(?P<short>(?:[\w-]+ ){{0,2}}{_KIND})(?: (?:in|on|for|across|that|trained|such|like|including"
    rf"|of)\b.*| [a-z][\w-]*\d[\w.-]*)?$"
)
_LAST = pattern(
    rf"(?P<short>(?:strongest|best|best-performing|leading|top|second-best|strong|competitive|vanilla"
    rf"|standard) (?:[\w-]+ )?{_KIND})$"
)
_NAME = pattern(
    r"(?:[A-Z][\w.+-]*|[a-z]*[A-Z0-9][\w.+-]*)(?: (?:[A-Z0-9][\w.+-]*|[a-z]+[A-Z][\w.+-]*)){0,2}$"
)
_NAMED_FIRST = pattern(r"(?P<short>[A-Z][\w.+-]*[A-Z0-9][\w.+-]*) (?:on|in|for|across) ")
_NO_OTHERS = pattern(
    r"\b(?:by|and|while|performance|accuracy|results?|it|them|that|which|those|this|these)\b"
)
_NOWHERE = word_set(
    "average total terms average all both most some each every other others time times experiments"
    " practice addition seed seeds run runs trial trials fold folds"
    " general case cases settings setting simulation comparison baseline baselines previous prior existing"
)


def named_over(figure: Figure, text: str, lower: str) -> str:
    """Return a rise or a fall that nothing else names, with on what it holds or over whom it is, or nothing.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    if figure.kind not in (Kind.PERCENT, Kind.POINTS):
        return ""
    after = lower[figure.end : figure.end + 130]
    start = max(0, figure.start - 150)
    if _DENIED.search(lower[start : figure.start]):
        return ""
    if figure.kind is Kind.POINTS and "point" in figure.text and (above := _ABOVE.match(after)):
        return _over(figure, text, figure.end, above)
    if figure.text[0] != "+":
        return ""
    if (found := _COMPARED.match(after)) and (whole := _over(figure, text, figure.end, found)):
        return whole
    found = None if HELD_TO.match(after) else _OUTDONE.search(lower[start : figure.start])
    if found and (whole := _over(figure, text, start, found)):
        return whole
    found = _ACROSS.match(after)
    what = found["what"].rstrip(".") if found else ""
    if (
        found is None
        or not _NOWHERE.isdisjoint(what.split())
        or (found["how"] == "over" and (found["many"] or not _OTHERS.search(what)))
        or what.endswith(("ing", "ly", "ed"))
        or less_is_better(what)
        or (what[-1:].isdigit() and text.startswith(",", figure.end + found.end("what")))  # within a number
    ):
        return ""
    at = figure.end + found.start("what")
    whole = f"{figure.text} {found['how']} {text[at : at + len(what)]}"
    if len(whole) > LONGEST_FIGURE:
        whole = _TASKS.sub("", whole)
    return whole if len(whole) <= LONGEST_FIGURE else ""


_TASKS = pattern(r" (?:tasks|benchmarks|datasets|problems|settings)$")


def _over(figure: Figure, text: str, offset: int, found: re.Match[str]) -> str:
    told = text[offset + found.start("others") : offset + found.end("others")].strip()
    verb = found.groupdict().get("verb") or ""
    best = "" if verb.startswith("improv") else _best_of(told)
    others = _short(told) or best
    if verb == "improv" and not (others == "state-of-the-art" or _WEAK.search(others.lower())):
        return ""
    while others:
        whole = f"{'+' if figure.text[0] != '+' else ''}{figure.text} over {others}"
        if len(whole) <= LONGEST_FIGURE or len(whole := _EARLIER.sub("prior ", whole)) <= LONGEST_FIGURE:
            return whole
        others = others.partition(" ")[2]
        if " " not in others and not _WEAK.search(others):
            whole = f"{'+' if figure.text[0] != '+' else ''}{figure.text} over {best}"
            return whole if others and best and len(whole) <= LONGEST_FIGURE else ""
    return ""


def _best_of(others: str) -> str:
    """Return the best of some others without what tells them apart: "best model"."""
    found = _BEST_KIND.match(_LEADS.sub("", others.lower()))
    return f"{found['best']} {found['kind']}" if found and not _OF_SOME.search(found["which"]) else ""


_EARLIER = pattern(r"(?:existing|previous) (?=[a-z]+$)")
_BEST_KIND = pattern(
    r"(?:(?:previous|prior|current|existing|next) )*(?P<best>strongest|best|leading|top)(?:-performing)? "
    rf"(?P<which>[^,;:()]{{0,60}}?)\b(?P<kind>{_KIND})\b"
)
_OF_SOME = pattern(r"\d|\b(?:open|public\w*|free\w*|small\w*|single|simple|linear|non)\b")
"""Of others beside these the best may be better."""


def _short(others: str) -> str:
    """Return who is outdone in few words, or nothing where that cannot be told in few."""
    others = _LEADS.sub("", others.strip(" $~").replace("\\", ""))
    if _STATE_OF_THE_ART.search(others.lower()):
        return "state-of-the-art"
    if _NO_OTHERS.search(others.lower()):
        return ""
    if _NAME.match(others):
        return others
    for told in (_OF_A_KIND, _LAST):
        found = told.search(others.lower())
        if found and (" " in found["short"] or _WEAK.search(found["short"])):
            return others[found.start("short") : found.end("short")]
    named = _NAMED_FIRST.match(f"{others} in ")
    return named["short"] if named else ""
