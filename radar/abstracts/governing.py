"""Which nouns a predicate of release governs: what is released, by whom, in one clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from radar.abstracts import release_words as words
from radar.abstracts.links import Link
from radar.abstracts.patterns import pattern
from radar.abstracts.words import any_of


class Thing(Enum):
    """What is released."""

    CODE = "code"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with at most one link at its end, as the patterns read it."""

    text: str
    """Lower case, links masked, from the start of the clause up to the link."""
    original: str
    start: int
    """Offset of the clause in the sentence."""
    after: str
    """What follows the link up to the end of the clause."""
    link: Link | None
    second: bool = False
    """Another link stands before this one in the same clause."""


@dataclass(frozen=True, slots=True)
class Found:
    """Nouns that a predicate governs."""

    things: dict[Thing, int]
    start: int
    end: int
    resource: bool = False
    predicate: str = ""
    subject: int = 0
    """Where the subject may begin."""


_PREDICATES = 6
"""So many predicates of a clause are tried, from its end."""


def governed(clause: Clause) -> Found | None:
    """Return the nouns that the last release predicate of the clause governs, or None without one."""
    nameless = None
    for predicates, read in ((words.PASSIVE, _passive), (words.ACTIVE, _active)):
        for match in reversed(list(predicates.finditer(clause.text))[-_PREDICATES:]):
            found = read(clause, match)
            if found is not None and (found.things or found.resource):
                return found
            nameless = nameless or found
    return nameless


_SUBJECT = pattern(r"(?:we|i|authors|this|our|the)\b")
_NAME_REACH = 60
"""So many characters behind a verb may hold the name of what it releases."""


def _active(clause: Clause, match: re.Match[str]) -> Found | None:
    verb = match["verb"]
    rest = clause.text[match.end() - 1 :]
    offset = match.end() - 1
    if words.DENIED.search(clause.text[max(0, match.start() - 12) : match.end()]):
        return None
    if verb in ("open-source", "open source", "opensource") and not (
        re.search(r"\b(?:we|i|authors|will|plan to|intend to)\b", match[0])
        or words.OBJECT.match(rest)
        or words.VERB_AND.search(clause.text[: match.start("verb")][-_USED:])
    ):
        return None
    if match[0][0] in "ivx0123456789" and ")" in match[0] and not verb.startswith(("re", "open", "publish")):
        return None
    if verb.startswith("shar") and words.SHARED_PARTS.match(rest):
        return None
    if verb.startswith(("mak", "made")):
        made = words.MADE.search(rest)
        if made is None or made.start() > 160:
            return None
        rest = rest[: made.start()] + rest[made.end() :] if made.start() < 3 else rest[: made.start()]
    elif verb.startswith(("provid", "offer", "contribut")):
        provided = words.PROVIDED.match(rest.lstrip())
        behind = rest.lstrip()[provided.end() if provided else 0 :]
        listed = words.RESOURCES_INCLUDING.match(behind)
        if listed:
            rest = rest[len(rest) - len(behind) + listed.end() - 1 :]
            offset = len(clause.text) - len(rest)
        elif clause.link is None and not words.CODE.match(behind[:40]):
            return None
    elif not re.search(
        r"\b(?:we|i|authors|paper|work|article|project|team|group)\b", match[0]
    ) and not _is_own_deed(clause, match):
        return None
    antecedent = _antecedent(clause.text[: match.start()], rest)
    if antecedent:
        return Found(antecedent, min(antecedent.values()), match.end("verb"), predicate="active")
    if rest.startswith(" to "):
        return None
    things, last = nouns(object_of(rest), verb.startswith(("releas", "open", "mak", "made")))
    resource = bool(words.RESOURCE.search(rest[:60]))
    if (
        not things
        and verb.startswith(("shar", "publish", "provid", "contribut", "distribut"))
        and not clause.link
    ):
        return None
    start = match.start() if _SUBJECT.match(match[0]) else match.start("verb")
    named_end = offset + min(len(object_of(rest)[:_NAME_REACH].split("(")[0].rstrip()), _NAME_REACH)
    return Found(things, start, offset + last if last else named_end, resource, "active")


def _is_own_deed(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether a verb without "we" before it tells what the authors do."""
    begins = match[0].startswith("by ") and not clause.text[: match.start()].strip()
    if begins and match["verb"].endswith("ing"):
        return True
    if match["verb"].startswith("shar") and not words.ADVERB.search(match[0]):
        return words.OWN_OBJECT.match(clause.text, match.end() - 1) is not None
    return words.OWN.search(clause.text) is not None


def _antecedent(before: str, rest: str) -> dict[Thing, int]:
    """Return what stands before "which we release", "that we release" or "and make it public"."""
    if not before.endswith(("which ", "that ")) and not words.PRONOUN.fullmatch(rest):
        return {}
    start = max(before.rfind(". "), before.rfind("; "), len(before) - _ANTECEDENT) + 1
    phrase = before[start : before.rstrip(" ").rfind(" ")].rstrip(" ,")
    if words.OUTER_VERB.search(phrase[-30:]):
        return {}
    found, _ = nouns(phrase, True)
    return {thing: start + place for thing, place in found.items()}


_ANTECEDENT = 90
"""So many characters before "which we release" are read."""


def object_of(text: str) -> str:
    """Return the object of a verb without its modifiers, which may name other things, at the same length."""
    cut = words.PREPOSITION.search(text, 3)
    while cut is not None and cut[0] == " of " and words.QUANTITY.search(text[max(0, cut.start() - 30) : cut.start()]):
        cut = words.PREPOSITION.search(text, cut.end())
    if cut is None:
        return text
    kept = text[: cut.start()]
    resumed = words.RESUMES.search(text, cut.start())
    if resumed:
        kept += "," + " " * (resumed.end() - cut.start() - 1) + object_of(text[resumed.end() :])
    return kept


def nouns(text: str, with_soft: bool) -> tuple[dict[Thing, int], int]:
    """Return what the nouns of a phrase name, where each first stands, and where the last one ends."""
    things: dict[Thing, int] = {}
    last = 0
    for match in words.CODE.finditer(text):
        if not words.NO_CODE.search(text[max(0, match.start() - 24) : match.end()]):
            things.setdefault(Thing.CODE, match.start())
            last = max(last, match.end())
    for match in words.DATA.finditer(text):
        things.setdefault(Thing.DATA, match.start())
        last = max(last, match.end())
    if with_soft and Thing.CODE not in things:
        for match in words.SOFT.finditer(text):
            if not things or words.JOINED.search(text, max(0, match.start() - 30), match.start()):
                things[Thing.CODE] = match.start()
                last = max(last, match.end())
    return things, last


def _passive(clause: Clause, match: re.Match[str]) -> Found | None:
    subject = clause.text[: match.start()]
    verb = match["verb"] or match["can"] or "here"
    if words.DENIED.search(subject[-40:] + match[0]) or clause.text[match.end() :].startswith("-"):
        return None
    if not match["be"] and not match["can"] and verb != "here" and not _bare_predicate(clause, match):
        return None
    if subject.endswith("that ") and not clause.link and not words.INTRODUCES.search(subject[-_ANTECEDENT:]):
        return None
    main = _main_clause(subject)
    heads = object_of("   " + main)[3:]
    things = _subjects(clause, subject, heads, match)
    if not clause.link and not _is_own(subject, heads, match, verb, clause.text[match.end() :][:30], things):
        return None
    if match["can"] and not clause.link and (not things or words.BY_MEANS.match(clause.text, match.end())):
        return None
    if not things and (match["be"] or "").startswith(("was ", "were ")) and not words.OWN.search(clause.text):
        return None
    start = _with_article(clause.text, min([*things.values(), match.start()]))
    predicate = verb if verb in words.WEAK_PREDICATES else "released"
    border = len(main) - len(main.lstrip())
    return Found(things, start, match.end(), bool(words.RESOURCE.search(heads)), predicate, border)


def _subjects(clause: Clause, subject: str, heads: str, match: re.Match[str]) -> dict[Thing, int]:
    """Return what the subject of a passive predicate names, and what is named "along with" it behind."""
    things, _ = nouns(_last_phrase(heads), True)
    if not things and ", " in subject:
        tail = subject.rfind(", ") + 2
        things, _ = nouns(" " * tail + object_of(subject[tail:]), True)
    as_what = None if things else words.AS_WHAT.match(clause.text, match.end())
    if as_what:
        named, _ = nouns(object_of(as_what["what"]), True)
        things = dict.fromkeys(named or ((Thing.CODE,) if "sourc" in as_what["what"] else ()), match.start())
    holds = None if things else words.HOLDS.search(subject)
    if holds:
        held, _ = nouns(object_of(subject[holds.end() :]), False)
        things = dict.fromkeys(held, holds.start())
    trailing = words.RESUMES.search(clause.text, match.end())
    if trailing:
        more, _ = nouns(object_of(clause.text[trailing.start() :]), False)
        things = {**{thing: match.end() for thing in more}, **things}
    return things


def _is_own(
    subject: str, heads: str, match: re.Match[str], verb: str, after: str, things: dict[Thing, int]
) -> bool:
    """Say whether a statement without a link speaks of the paper's own things."""
    owned = (
        words.OWN.search(subject) is not None
        or words.PLAIN_SUBJECT.match(" ".join(heads.split(": ")[-1].split())) is not None
        or words.IN_OUR.search(match[0] + after) is not None
    )
    first = min(things.values(), default=len(subject))
    near = subject if first > match.start() else f"{subject[: first + _NOUN]} {subject[-_HEAD:]}"
    if not owned or words.OTHERS.search(near + match[0] + after) or words.ONCE.search(subject):
        return False
    if words.AS_OPEN.match(after):
        return True
    if verb in words.BARE_STATES and not words.ADVERB.search(match[0]):
        return len(subject) < 120 and words.STATED_SUBJECT.search(subject) is not None
    if verb not in words.VAGUE_PREDICATES:
        return True
    if words.CODE.search(heads) and (verb == "provided" or subject.endswith(("will ", "to "))):
        return True
    return words.ONLINE.match(after) is not None or words.ADVERB.search(match[0]) is not None


def _main_clause(subject: str) -> str:
    """Return a subject with what stands before a conjunction blotted out: "robust, as new data"."""
    if not any_of(_CONJUNCTION_GATES, subject):
        return subject
    borders = [match.end() for match in words.CONJUNCTION.finditer(subject)]
    if not borders or not subject[borders[-1] :].strip():
        return subject
    return " " * borders[-1] + subject[borders[-1] :]


_CONJUNCTION_GATES = (" as ", " since ", " because ", " once ", " etc. ")


def _bare_predicate(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether a participle without "is" states a release: "Code available at ...", "code released"."""
    before = clause.text[: match.start()].rstrip()
    if words.MAKES.search(before[-_ANTECEDENT:]):
        return False
    if clause.link is None and words.USES.search(before[-_USED:]):
        return False
    after = clause.text[match.end() :].lstrip()
    if clause.link is not None and words.TOWARDS_LINK.fullmatch(after):
        return True
    if words.PLACE.match(after):
        return words.BARE_SUBJECT.search(before) is not None
    return not after.strip(" .") and match["verb"] in ("available", "released")


_NOUN = 12
"""So many characters a noun has at most, about."""
_HEAD = 30
"""So many characters before a verb belong to it."""
_USED = 40
"""So many characters before a participle may say that the thing is used only."""


def _last_phrase(subject: str) -> str:
    """Return the end of the subject: what stands before the last relative clause does not belong to it."""
    parts = re.split(r"(?:\.\s|: |; | that | which | where )", subject)
    return " " * (len(subject) - len(parts[-1])) + parts[-1] if len(parts[-1].strip()) > 3 else subject


def _with_article(text: str, start: int) -> int:
    opening = re.search(
        r"(?:(?:our|the|all|source|full|and|its|this|we|a|an|training|evaluation|[\w-]+) ){1,3}$",
        text[:start],
    )
    return opening.start() if opening else start


_HOST_GATES = ("github", "gitlab", "zenodo")
_OPEN_GATES = ("open-sourc", "open sourc", "opensourc", "public", "freely available")


def open_own(clause: Clause) -> Found | None:
    """Return what the authors call their own open-source program: "we present X, an open-source toolkit"."""
    install = words.INSTALL.search(clause.text) if "install" in clause.text else None
    if install:
        return Found({Thing.CODE: install.start()}, install.start(), install.end(), predicate="open")
    note = words.RELEASE_NOTE.match(clause.text) if " release" in clause.text else None
    if note:
        things, _ = nouns(note["what"], False)
        return Found(things, 0, note.end(), predicate="open") if things else None
    on_host = words.ON_HOST.search(clause.text) if any_of(_HOST_GATES, clause.text) else None
    if on_host:
        return Found({Thing.CODE: on_host.start()}, on_host.start(), on_host.end(), predicate="open")
    match = words.OPEN_OWN.search(clause.text) if any_of(_OPEN_GATES, clause.text) else None
    if match is None:
        return None
    if words.OF_OTHERS.search(clause.text[max(0, match.start() - 12) : match.end()]):
        return None
    behind = object_of(clause.text[match.end() - 1 :])
    rest = behind[:60]
    public = "public" in match[0] or "available" in match[0]
    code = words.CODE.search(rest) or (None if public else words.SOFT.search(rest))
    data = words.DATA.search(rest)
    if not words.AUTHORS.search(clause.text) and not re.match(r"[\W]*(?:[\w-]+ ){1,3}is ", clause.text):
        return None
    first = min((m for m in (code, data) if m), key=lambda m: m.start(), default=None)
    if first is None or words.OTHERS.search(clause.text[match.start() : match.end()]):
        return None
    thing = Thing.CODE if first is code else Thing.DATA
    return Found({thing: match.start()}, match.start(), match.end() - 1 + first.end(), predicate="open")
