"""What a figure measures, in the words of its sentence: "accuracy", "training time", "parameters"."""

from __future__ import annotations

import re

from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.figure_words import BELOW_ONE, BY, LISTED
from radar.abstracts.figures.measured_beside import (
    BEHIND,
    CHANGE_OF,
    HALVED,
    bracketed_before,
    compared_before,
    held_before,
    is_object,
    noun_before,
    noun_behind,
    quantity_before,
    share_after,
    thing_after,
    thing_before,
)
from radar.abstracts.figures.measured_names import HALF_A_NAME, LEVELS, LONGEST, STOP, WORD, bare
from radar.abstracts.figures.measured_senses import conceded, improved, less_is_better, lower_by, more_of
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

LONGEST_FIGURE = 34
"""A figure with its unit and what it measures has so many characters at most."""
_REDUCES = pattern(
    r"\b(?:reduc\w*|decreas\w*|lower(?:s|ed|ing)"
    r"|(?<!improves )(?<!improve )(?<!improving )(?<!increases )"
    r"cut(?:s|ting)?|shrink\w*|sav(?:es|ed|ing)|drop\w*)\b"
    r"(?!.*\b(?:accelerat|improv|increas|boost|speed))"
)
_SPEED_UP = pattern(
    r"\b(?:speed-?ups?|acceleration) (?:of|by|up to|=|≈|\$?\\approx|\$?~"
    r"|factor of) (?:[a-z]+ ){0,3}[^a-z]{0,4}$"
)
_SPEED_UP_OF = pattern(r"^\s?(?:[a-z-]+ ){0,2}?(?:speed-?ups?|accelerations?) (?:in|of) ")
_TIME = word_set("time times latency runtime runtimes duration")
"""What is less where something is faster."""
_ACCELERATES = pattern(
    r"\b(?:accelerat(?:e[sd]?|ing)|speed(?:s|ing)? up) (?:(?!(?:and|while|reduc|improv"
    r"|increas)[a-z]*\b)[\w'’/-]+ )"
    r"{1,8}by [^.;,]{0,24}$"
)
_LESSENS = pattern(r"^\s?(?:[a-z-]+ )?(?:reduc|decreas|sav|cut|drop|declin)")
_BETTERS = pattern(r"^\s?(?:[a-z-]+ )?(?:improv|gain|boost|enhanc)")
_RAISES = pattern(r"\b(?:increas|enhanc|boost|improv|rais|amplif|elevat|exceed)\w* [^.;]*$")
_DIRECT = pattern(
    r"\b(?:reduc(?:es|ed|ing)|cut(?:s|ting)?|decreas(?:es|ed|ing)|sav(?:es|ed|ing)|increas(?:es|ed|ing))"
    r" (?:up to |about |over |approximately |nearly )*[\s$~≈]*$"
)
"""Right before an amount, whose noun stands behind it."""
_REDUCTION_OF = pattern(r"\b(?:reductions?|decreases?|savings?) (?:of|by) [^.;,]{0,20}$")
_REDUCTION_BEHIND = pattern(r"^ (?:reductions?|decreases?|savings?|cuts?)\b")
_SPED = pattern(r"(?:tion|ing|ence|decode|prefill|pass|search|setup|simulations?|evaluations?)$")
"""What is done, and so is done faster."""
_ACRONYM = re.compile(r"^[\s$}*\\)]*(?:in )?([A-Z][\w@.-]*[A-Z][\w@-]*)(?=[\s.,;)]|$)")
_MORE_OR_LESS = pattern(
    r"^\s?(lower|fewer|less|smaller|shorter|cheaper|higher|greater|larger|longer"
    r"|more)\b"
)
_SIZED = pattern(r"^\s?(shorter|longer|smaller|larger|cheaper|greater)\b")
"""How large something is, which no sign tells: what is 10 % shorter is not 10 % less of it."""
_FURTHER = (
    "deeper", "tighter", "steeper", "stronger", "weaker", "wider", "lighter", "heavier", "brighter",
    "fainter",
    "denser", "thinner", "finer", "harder", "longer", "narrower", "hotter", "colder", "safer",
)  # fmt: skip
_COMPARED = pattern(
    rf"^\s?(?P<how>(?:faster|slower|fewer|less|more|lower|higher|smaller|larger|greater|better|cheaper"
    rf"|shorter|{'|'.join(_FURTHER)})"
    rf"(?: (?!than\b)(?:{WORD} )??{WORD})??|(?:[a-z-]+ )?(?:speed-?ups?|accelerations?|reductions?"
    rf"|improvements?|gains?"
    rf"|increases?|compression|throughput|savings?)){STOP}"
)
_WHERE = pattern(
    r"^\s?(?:(?:absolute |relative |average )*(?:improvements?|gains?|increases?|reductions?|boosts?"
    r"|speed-?ups?|savings?) )?"
    r"(?P<how>on|over|in) (?:the |its |our |an? )?"
    r"(?:(?:notable|challenging|popular|standard|difficult|well-known|widely[- ]used|official|recent|new)"
    r" (?=[A-Z]))?(?P<what>[A-Za-z][\w.+-]*(?: [A-Za-z][\w.+-]*){0,3}?)" + STOP
)
_ON_BEFORE = pattern(
    r"\bon (?:the )?(?P<what>[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*){0,2}) \((?:(?:up to|over|about"
    r"|by) ?)?[~$+≈]*$"
)
_STATE_OF_THE_ART = "state-of-the-art"
"""Which says enough without the word for whatever is at that state."""
_NOWHERE = word_set(
    "total terms average some most order both all many cases general comparison particular this these "
    "those "
    "our which each every other others two three four five six seven eight nine ten several multiple "
    "various different existing previous prior time times "
    "relative experiments performance simulation simulations practice addition recent same redshift"
)
"""What says nothing of where a figure holds."""
_COORDINATED = pattern(
    r"^(?:(?:,| and|, and| to|/)\s?\$?[+\-−]?\d[\d.]*\s?(?:\\?%|x\b|×|\\times\b)?\$?){1,4}"
)
_SPEED = pattern(r"^\s?(?P<word>faster|slower|better|cheaper|worse)\b")


def named_figure(figure: Figure, text: str, lower: str) -> str:
    """Return a figure with what it measures, where the words beside it say so.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    if figure.named:
        return figure.named
    if figure.kind is Kind.VALUE:
        thing = quantity_before(lower[max(0, figure.start - 90) : figure.start])
        return joined(figure.text, as_written(thing, text, lower, figure)) if thing else figure.text
    if figure.kind in (Kind.METRIC, Kind.RANK, Kind.SIGNIFICANCE):
        return _which_score(figure, text) if figure.text.startswith(_SCORE) else figure.text
    before = lower[max(0, figure.start - 90) : figure.start]
    behind = lower[figure.end : figure.end + 80].lstrip("$}*\\)")
    after = _COORDINATED.sub("", behind)
    listed = after != behind
    if figure.kind in (Kind.TIMES, Kind.WORD):
        number, thing = _multiple(
            figure.text, before + "by " * lower.startswith("by ", figure.start), after, listed
        )
    elif figure.kind is Kind.PERCENT and (speed := _SPEED.match(after)):
        return joined(figure.text.lstrip("+−"), speed["word"])
    elif figure.kind is Kind.POINTS and "point" not in figure.text:
        return figure.text
    else:
        near = text[figure.end : figure.end + 40]
        number, thing = _amount(figure, before + "from " * (figure.kind is Kind.CHANGE), after, near, listed)
    if not thing and number[0] in _SIGNS:
        thing = held_before(lower[: figure.start]) or _before_sign(figure, text)
    if thing and not _is_system(thing):
        whole = as_written(f"{thing}{_ratio(number, thing, after)}", text, lower, figure)
        return figure.text if whole.endswith(_HALF) else joined(number, whole)
    if number.endswith(_OF):
        return figure.text
    where = _where(text, figure)
    return f"{number} {where}" if where and len(number) + len(where) < LONGEST_FIGURE else number


_SCORE = "score "
_BEFORE_SCORE = re.compile(
    r"(?:^|[^\w-])([A-Za-z][\w@/-]{1,17})(?: \((?:(?P<short>[A-Z]{2,8})|[^()]{2,30})\))? $"
)
_SCORES_BEFORE = re.compile(r"(?:^|[^\w-])([A-Z][\w@/-]{1,17}) scores?\b")
_NO_SCORE = word_set(
    "a an the of and or in its their our average mean overall final total high highest best top maximum "
    "median "
    "lowest low low-scoring performance similar composite aggregate public private evaluation test "
    "test-set with "
    "achieves achieving reaches reaching official weighted combined winning raw max min perfect "
    "leaderboard this "
    "that each per human automatic model models scores strong competitive state-of-the-art new remarkable "
    "good "
    "impressive better worse corresponding respective global baseline maximal minimal normalized absolute "
    "single "
    "obtained higher lower these both those also were was is are only just by to from for at on as than we us"
)
"""Words before "score" that do not tell which one it is."""


def _which_score(figure: Figure, text: str) -> str:
    """Return a score with the word before it that tells which one it is, where one does."""
    found = _BEFORE_SCORE.search(text[max(0, figure.start - 56) : figure.start])
    if found is None or found[1].lower() in _NO_SCORE:
        told = list(_SCORES_BEFORE.finditer(text[: figure.start]))
        found = told[-1] if told else found
    is_name = found is not None and found[1][0].isupper() and text.startswith("S", figure.start)
    if found is None or found[1].lower() in _NO_SCORE or (found[1].endswith(_NO_NOUN) and not is_name):
        on = _ON_BEHIND.match(text, figure.end)
        named = f"{figure.text} {on[0].strip('$ ').replace(' the ', ' ')}" if on else figure.text
    else:
        named = f"{found.groupdict().get('short') or found[1]} {figure.text}"
    return named if len(named) <= LONGEST_FIGURE else figure.text


_NO_NOUN = ("ing", "ly", "ed")
_ON_BEHIND = re.compile(r"\$? on (?:the )?[A-Z][\w+/-]*[A-Z\d][\w+/-]*(?=[.,;:()]|$| )(?!\.\d)")
"""On what a score was reached, by the name of it, which alone tells which score it is."""


def _where(text: str, figure: Figure) -> str:
    """Return on what data, over what or in what a figure holds that names nothing else, or nothing."""
    if LISTED.search(text[max(0, figure.start - 12) : figure.start]):
        return ""
    if in_brackets := _ON_BEFORE.search(text[max(0, figure.start - 60) : figure.start]):
        return f"on {in_brackets['what']}"
    match = _WHERE.match(_COORDINATED.sub("", text[figure.end : figure.end + 90].lstrip("$}*\\)")))
    what = match["what"].rstrip(".").removesuffix(" such") if match else ""
    if match is None or what.split(" ", 1)[0].lower() in _NOWHERE or HALF_A_NAME.search(what):
        return ""
    rest = text[figure.end : figure.end + 120].partition(what)[2].lstrip()
    if rest.startswith("$") and what.islower() and " " not in what:
        return ""
    if what.startswith(_STATE_OF_THE_ART):
        what = _STATE_OF_THE_ART
    return f"{match['how']} {what}"


def _multiple(number: str, before: str, after: str, listed: bool) -> tuple[str, str]:
    """Return a multiple, with "lower" where it divides, and what it measures.

    A part of something is never "lower": what is reduced to 0.4× is 0.4 times as much.
    """
    lower = "" if BELOW_ONE.match(number) else " lower"
    if _SPEED_UP.search(before):
        return number, "speedup"
    changed = CHANGE_OF.match(after)
    if changed and (thing := bare(changed["thing"])) and not is_object(changed["thing"], thing):
        return _changed(number, thing, lower, after), thing
    how = _COMPARED.match(after)
    if how and len(how["how"]) <= LONGEST + 8:
        if how["how"] not in _NEEDS_A_NOUN:
            return number, how["how"]
        thing = compared_before(before)
        return (f"{number} {how['how']}", thing) if thing else (number, "")
    if thing := thing_after(after):
        compared = _MORE_OR_LESS.match(after)
        reduced = not compared and (
            _REDUCTION_OF.search(before) or _REDUCTION_BEHIND.match(after.partition(thing)[2])
        )
        return f"{number} {compared[1]}" if compared else number + lower * bool(reduced), thing
    if number == "½" or after.startswith((" the ", "the ")):
        halved = HALVED.match(after)
        if halved and (thing := bare(halved["thing"])):
            return number, thing
    if number == "½" and (share := share_after(after)):
        return number + " of", share
    thing = thing_before(before, listed) or noun_before(before)
    if thing and number[0].isdigit() and _ACCELERATES.search(before):
        return f"{number} faster", thing
    reduced = (thing or number[0].isalpha()) and _REDUCES.search(before)
    raised = thing and "magnitude" in number and not reduced and _RAISES.search(before)
    if raised and (_MAGNITUDE.match(number) or len(f"{number} higher {thing}") <= LONGEST_FIGURE):
        return f"{number} {more_of(thing)}", thing
    return f"{number}{lower and lower_by(thing)}" if reduced else number, thing


def _changed(number: str, thing: str, lower: str, after: str) -> str:
    """Return a multiple by which something changed, with the word for how where it is none for more."""
    sped_up, timed = _SPEED_UP_OF.match(after) is not None, not _TIME.isdisjoint(thing.split())
    if sped_up and not timed and _SPED.search(thing):
        return f"{number} faster"
    lessens = _LESSENS.match(after) or (_BETTERS.match(after) and less_is_better(thing.split()[-1]))
    return number + lower * bool((sped_up and timed) or lessens)


def _amount(figure: Figure, before: str, after: str, near: str, listed: bool) -> tuple[str, str]:
    """Return a percentage, points or a change, with "better" where less is meant, and what it measures."""
    number = figure.text
    signed = number[0] in "+−"
    acronym, thing = _acronym(near), thing_after(after)
    if not thing.startswith(acronym):
        thing = acronym
    if not thing and signed and _DIRECT.search(before) and (direct := BEHIND.match(after)):
        thing = bare(direct["thing"])
    apposed = before.endswith(", ") and BEHIND.match(after)
    if not thing and not apposed and (signed or not BY.search(before)):
        thing = thing_before(before, listed)
    sized = _SIZED.match(after) if thing and signed and figure.kind is Kind.PERCENT else None
    if sized:
        return f"{number[1:]} {sized[1]}", thing
    if not thing and number[0] == "−" and figure.kind is Kind.PERCENT and (share := share_after(after)):
        return number, share
    if not thing and not signed and figure.kind is Kind.PERCENT and (share := share_after(after)):
        return number + " of", share
    if not thing and figure.kind is Kind.PERCENT:
        thing = noun_behind(before, after) or (
            bracketed_before(before, near) if signed else noun_before(before)
        )
    return improved(number, thing, before + after[:40]), thing


def compared_only(figure: Figure, lower: str) -> str:
    """Return a multiple with the word that compares, where nothing says of what it is: "4× smaller".

    Args:
        figure: the multiple.
        lower: its sentence in lower case.
    """
    if figure.kind is not Kind.TIMES:
        return ""
    how = _COMPARED.match(lower[figure.end : figure.end + 80].lstrip("$}*\\)"))
    told = (
        how is not None
        and how["how"] not in _FURTHER
        and " " not in how["how"]
        and not conceded(lower[: figure.start])
    )
    return f"{figure.text} {how['how']}" if how and told else ""


_OF, _HALF = " of", " per"
_PER = pattern(r"( per) [a-z]+(?=[.,;:()]|$| (?:than|in|on|for|at|of|with|while|and|by|over|compared)\b)")
"""Behind a name of which it is a part."""
_SYSTEM = pattern(
    r"(?:chat)?(?:gpt|qwen|llama|mistral|gemini|claude|deepseek|gemma|roberta|resnet|llava|internvl|smollm"
    r"|olmo)"
    r"|(?:[a-z][\w.]*-)*\d[\d.]*[bm](?:-[a-z]+)?$|[a-z][\w.]*-\d[\d.]*[bm]\b"
)
"""What was improved, but is no measure of it."""
_LEVEL = pattern(LEVELS)


def _is_system(thing: str) -> bool:
    """Say whether what was improved is a model by its name."""
    last = thing.split()[-1]
    return (_SYSTEM.match(thing) or _SYSTEM.match(last)) is not None and _LEVEL.fullmatch(last) is None


def _ratio(number: str, thing: str, after: str) -> str:
    """Return per what a thing is counted, as far as there is room, and half of that where that must stand."""
    found = None if number.endswith(_OF) else _PER.match(after.partition(thing)[2])
    if found is None or len(f"{number} {thing}{found[0]}") <= LONGEST_FIGURE:
        return found[0] if found else ""
    return found[1] if thing.endswith("s") else ""


_SIGNS = ("+", "−")
_WRITTEN_SIGNS = ("+", "-", "−", "–")
_NAMED_BEFORE = re.compile(r"(?:^|[\s(])([A-Z][\w@.-]*[A-Z0-9][\w@-]*):? ?\$?$")


def _before_sign(figure: Figure, text: str) -> str:
    """Return the abbreviation that stands before the sign of a change, as in "(MMLU +8.1%)", or nothing."""
    if not text.startswith(_WRITTEN_SIGNS, figure.start):
        return ""
    named = _NAMED_BEFORE.search(text[max(0, figure.start - 24) : figure.start])
    return named[1].lower() if named else ""


def _acronym(after: str) -> str:
    match = _ACRONYM.match(after)
    return match[1].lower() if match and len(match[1]) <= LONGEST else ""


def joined(number: str, thing: str) -> str:
    """Return a figure with what it measures, in as many words as there is room for."""
    words = thing.split()
    while words:
        whole = f"{number} {' '.join(words)}"
        if len(whole) > LONGEST_FIGURE and (magnitude := _MAGNITUDE.match(number)):
            whole = f"{_AS_TIMES[magnitude['n'] or '']}{number[magnitude.end() :]} {' '.join(words)}"
        if len(whole) <= LONGEST_FIGURE:
            return whole
        words = words[:-1] if words[0] in _MORE_OR_LESS_WORDS else words[1:]
    return number


_AS_TIMES = {
    "": "~10×", "one": "~10×", "two": "~100×", "2": "~100×", "three": "~1000×", "3": "~1000×",
    "four": "~10⁴×",
    "4": "~10⁴×", "five": "~10⁵×", "5": "~10⁵×", "six": "~10⁶×", "6": "~10⁶×",
    "one–two": "~10–100×", "1–2": "~10–100×", "two–three": "~100–1000×", "2–3": "~100–1000×",
}  # fmt: skip
_MAGNITUDE = pattern(
    rf"(?:(?P<n>{'|'.join(sorted(filter(None, _AS_TIMES), key=len, reverse=True))}) orders|order) of"
    rf" magnitude\b"
)
"""What is told in fewer letters where what it measures has no room."""
_NEEDS_A_NOUN = frozenset(_FURTHER) | word_set(
    "fewer less more lower higher smaller larger greater shorter longer improvement improvements gain gains "
    "increase increases reduction reductions savings"
)
_MORE_OR_LESS_WORDS = frozenset(_FURTHER) | word_set(
    "faster slower fewer less more lower higher smaller larger greater better cheaper shorter"
)
"""What must stay where the rest of a name has no room."""


def as_written(thing: str, text: str, lower: str, figure: Figure) -> str:
    """Return the thing with the capitals it has in the sentence, save that of the sentence's first word."""
    at = lower.find(thing, figure.end)
    if at < 0 or at > figure.end + 80:
        at = lower.rfind(thing, 0, figure.start)
    written = text[at : at + len(thing)] if at >= 0 else thing
    return written[:1].lower() + written[1:] if at == 0 and written[1:2].islower() else written
