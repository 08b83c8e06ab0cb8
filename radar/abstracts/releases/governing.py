"""Which nouns a predicate of release governs: what is released, by whom, in one clause."""

from __future__ import annotations

import re

from radar.abstracts.releases.links import Link
from radar.abstracts.text.noun_phrases import Thing, last_phrase, main_clause, nouns, object_of
from radar.abstracts.vocabulary import release_nouns
from radar.abstracts.vocabulary import release_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.bases import Mutable


class Clause(Mutable):
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
    beside: tuple[Link, ...] = ()
    """The links that stand right behind this one: "at A and B"."""


class Found(Mutable):
    """Nouns that a predicate governs."""

    things: dict[Thing, int]
    start: int
    end: int
    resource: bool = False
    predicate: str = ""
    subject: int = 0
    """Where the subject may begin."""
    described: bool = False
    """The noun is only called open or public."""


_PREDICATES = 6
"""So many predicates of a clause are tried, from its end."""
_PASSIVE_GATES = (
    "availab", "releas", "open", "publi", " be ", "provided", "shared", "hosted", "accessible", "download",
    "distributed", "maintained", "included", "given", "located", "linked", "deposited", "archived", "install",
    "mirrored",
    "free software", "coming soon", "is here", "are here", "is at", "are at", "is in", "are in",
)  # fmt: skip
"""One of these stands wherever `words.PASSIVE` matches."""
_ACTIVE_GATES = (
    "releas", "open", "publish", "shar", "provid", "mak", "made", "offer", "distribut", "contribut",
)  # fmt: skip
"""One of these stands wherever `words.ACTIVE` matches."""


def governed(clause: Clause) -> Found | None:
    """Return the nouns that the last release predicate of the clause governs, or None without one."""
    nameless = None
    for gates, predicates, read in _READERS:
        if not any_of(gates, clause.text):
            continue
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
    if _says_no_release(clause, match):
        return None
    rest, offset = _offered(clause, match)
    if not rest:
        return None
    antecedent = _antecedent(clause.text[: match.start()], rest)
    if antecedent:
        beside = release_nouns.RESUMES.search(rest)
        if beside:
            more, _ = nouns(object_of(rest[beside.end() :]), False)
            antecedent = {**{thing: match.end() for thing in more}, **antecedent}
        return Found(antecedent, min(antecedent.values()), match.end("verb"), predicate="active")
    if rest.startswith(" to ") or not match[0].endswith(" "):
        return None
    things, last = nouns(object_of(rest), verb.startswith(("releas", "open", "mak", "made")))
    needs_noun = verb.startswith(("shar", "publish", "provid", "contribut", "distribut"))
    if not things and needs_noun and not clause.link:
        return None
    start = match.start() if _SUBJECT.match(match[0]) else match.start("verb")
    named_end = offset + min(len(object_of(rest)[:_NAME_REACH].split("(")[0].rstrip()), _NAME_REACH)
    resource = bool(release_nouns.RESOURCE.search(rest[:60]))
    return Found(things, start, offset + last if last else named_end, resource, "active")


def _says_no_release(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether the verb is denied, is an adjective, or has another sense."""
    verb, text = match["verb"], clause.text
    if words.DENIED.search(text[max(0, match.start() - 12) : match.end()]):
        return True
    if verb in ("open-source", "open source", "opensource"):
        return not (
            words.WE_OPEN.search(match[0])
            or words.OBJECT.match(text, match.end() - 1)
            or words.VERB_AND.search(text[: match.start("verb")][-_USED:])
        )
    past = verb.endswith("ed") and match[0].startswith(_NO_SUBJECT) and not words.ADVERB.search(match[0])
    if past and clause.link is None and not words.GIVEN_OBJECT.match(text, match.end() - 1):
        return True
    if ")" in match[0] and not verb.startswith(("re", "open", "publish")):
        return True
    return verb.startswith("shar") and words.SHARED_PARTS.match(text, match.end() - 1) is not None


def _offered(clause: Clause, match: re.Match[str]) -> tuple[str, int]:
    """Return the object of the verb with its offset; it is empty when the verb states no release."""
    verb, offset = match["verb"], match.end() - 1
    rest = clause.text[offset:]
    if verb.startswith(("mak", "made")):
        made = words.MADE.search(rest)
        if made is None or made.start() > _MADE_REACH:
            return "", offset
        if verb.startswith("mak") and not _is_given_away(clause, match, rest, made[0]):
            return "", offset
        before, after = rest[: made.start()], rest[made.end() :]
        if made.start() >= _AT_ONCE and words.ATTRIBUTE.match(after):
            return "", offset
        return before + after if made.start() < _AT_ONCE else before, offset
    if verb.startswith(("provid", "offer", "contribut")):
        provided = words.PROVIDED.match(rest.lstrip())
        behind = rest.lstrip()[provided.end() if provided else 0 :]
        listed = words.RESOURCES_INCLUDING.match(behind)
        if listed:
            behind = behind[listed.end() - 1 :]
            return behind, len(clause.text) - len(behind)
        if provided is not None and "open access to " in provided[0]:
            behind = rest.lstrip()[provided.end() - 1 :]
            return behind, len(clause.text) - len(behind)
        available = provided is not None and "available" in provided[0]
        offered = clause.link or available or release_nouns.CODE.match(behind[:40])
        return rest if offered else "", offset
    if not words.AUTHORS_DO.search(match[0]) and not _is_own_deed(clause, match):
        return "", offset
    return words.NEXT_DEED.split(rest, maxsplit=1)[0], offset


_AT_ONCE = 3
"""Where "available" stands right behind "make", the object follows."""
_MADE_REACH = 160
"""So many characters may stand between "make" and "available"."""


_NO_SUBJECT = ("and ", "to ", ", ")
"""Behind these, a verb has no subject of its own."""


def _is_given_away(clause: Clause, match: re.Match[str], rest: str, made: str) -> bool:
    """Say whether what is made available is told to be the authors', or to be so for all."""
    return (
        clause.link is not None
        or words.AUTHORS_DO.search(match[0]) is not None
        or words.ADVERB.search(made) is not None
        or words.GIVEN_OBJECT.match(rest) is not None
    )


def _is_own_deed(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether a verb without "we" before it tells what the authors do."""
    before = clause.text[: match.start()].strip()
    begins = match[0].startswith(("by ", "through ")) and not before
    begins = begins or (match[0].startswith("and ") and before.startswith("by ") and "," not in before)
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


def _passive(clause: Clause, match: re.Match[str]) -> Found | None:
    subject = _without_purpose(clause.text[: match.start()])
    verb = match["verb"] or match["can"] or "here"
    if verb.endswith("sourcing") and match["be"] in ("are ", "is ", "am "):
        return None
    if verb == "public" and words.ATTRIBUTE.match(clause.text, match.end()):
        return None
    if verb == "provided" and words.BY_DOING.match(clause.text, match.end()):
        return None
    if verb in words.BARE_STATES and words.MEANT.search(subject[-_HEAD:]):
        return None
    if verb in words.BARE_STATES and clause.link is None and _only_possible(clause, match):
        return None
    if words.DENIED.search(subject[-40:] + match[0]) or clause.text[match.end() :].startswith("-"):
        return None
    if not match["be"] and not match["can"] and verb != "here" and not _bare_predicate(clause, match):
        return None
    if subject.endswith("that ") and not clause.link and not words.INTRODUCES.search(subject[-_ANTECEDENT:]):
        return None
    main = main_clause(subject)
    heads = object_of("   " + main)[3:]
    things = _subjects(clause, subject, heads, match)
    if not clause.link and not _is_own(subject, heads, match, verb, clause.text[match.end() :][:30], things):
        return None
    if (
        not clause.link
        and not things
        and verb == "released"
        and words.EMITTED.match(clause.text, match.end())
    ):
        return None
    if match["can"] and not clause.link and (not things or words.BY_MEANS.match(clause.text, match.end())):
        return None
    if not things and (match["be"] or "").startswith(("was ", "were ")) and not words.OWN.search(clause.text):
        return None
    start = _with_article(clause.text, min([*things.values(), match.start()]))
    predicate = verb if verb in words.WEAK_PREDICATES else "released"
    border = len(main) - len(main.lstrip())
    return Found(things, start, match.end(), bool(release_nouns.RESOURCE.search(heads)), predicate, border)


def _only_possible(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether a thing is only said to be able to be public: "queries can be public"."""
    return words.POSSIBLE.search(clause.text[: match.start("verb")][-_HEAD:]) is not None


def _without_purpose(subject: str) -> str:
    """Return a subject with the purpose before it blotted out: "to help readers of maps, the code"."""
    purpose = words.PURPOSE_FIRST.match(subject) if subject.startswith(_PURPOSES) else None
    return " " * purpose.end() + subject[purpose.end() :] if purpose else subject


_PURPOSES = ("to ", "in order to ")


def _subjects(clause: Clause, subject: str, heads: str, match: re.Match[str]) -> dict[Thing, int]:
    """Return what the subject of a passive predicate names, and what is named "along with" it behind."""
    things, _ = nouns(last_phrase(heads), True)
    if not things and ", " in subject:
        tail = subject.rfind(", ") + 2
        things, _ = nouns(" " * tail + object_of(subject[tail:]), True)
    as_what = None if things else words.AS_WHAT.match(clause.text, match.end())
    if as_what:
        named, _ = nouns(object_of(as_what["what"]), True)
        things = dict.fromkeys(named or ((Thing.CODE,) if "sourc" in as_what["what"] else ()), match.start())
    holds = words.HOLDS_BESIDE.search(subject) or (None if things else words.HOLDS.search(subject))
    if holds:
        held, _ = nouns(object_of(subject[holds.end() :]), False)
        things = {**things, **dict.fromkeys(held, holds.start())}
    trailing = release_nouns.RESUMES.search(clause.text, match.end())
    if trailing:
        more, _ = nouns(object_of(clause.text[trailing.start() :]), False)
        if match["verb"] == "released" and words.TOOL_BESIDE.match(clause.text, trailing.start()):
            more = {**more, Thing.CODE: trailing.start()}
        things = {**{thing: match.end() for thing in more}, **things}
    return things


def _plain(heads: str) -> str:
    """Return the heads of a subject behind the last colon, without what stands in brackets."""
    last = heads.rstrip(" :").split(": ")[-1]
    return " ".join((words.IN_BRACKETS.sub("", last) if "(" in last else last).split())


def _is_own(
    subject: str, heads: str, match: re.Match[str], verb: str, after: str, things: dict[Thing, int]
) -> bool:
    """Say whether a statement without a link speaks of the paper's own things."""
    owned = (
        words.OWN.search(subject) is not None
        or words.PLAIN_SUBJECT.match(_plain(heads)) is not None
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
    if verb not in words.VAGUE_PREDICATES or words.ON_REQUEST.match(after):
        return True
    if release_nouns.CODE.search(heads) and (verb == "provided" or subject.endswith(("will ", "to "))):
        return True
    return words.ONLINE.match(after) is not None or words.ADVERB.search(match[0]) is not None


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
    return not after.strip(" .") and match["verb"] in ("available", "released", "coming soon")


_NOUN = 12
"""So many characters a noun has at most, about."""
_HEAD = 30
"""So many characters before a verb belong to it."""
_USED = 40
"""So many characters before a participle may say that the thing is used only."""


def _with_article(text: str, start: int) -> int:
    opening = _ARTICLE.search(text[:start])
    return opening.start() if opening else start


_ARTICLE = pattern(r"(?:(?:our|the|all|source|full|and|its|this|we|a|an|training|evaluation|[\w-]+) ){1,3}$")
_READERS = ((_PASSIVE_GATES, words.PASSIVE, _passive), (_ACTIVE_GATES, words.ACTIVE, _active))
