"""What authors call their own open-source program, and notes of a release that have no verb."""

from __future__ import annotations

from radar.abstracts.releases.governing import Clause, Found
from radar.abstracts.text.noun_phrases import Thing, nouns, object_of
from radar.abstracts.vocabulary import release_nouns
from radar.abstracts.vocabulary import release_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_HOST_GATES = ("github", "gitlab", "zenodo")
_OPEN_GATES = ("open-sourc", "open sourc", "opensourc", "public", "freely available")
_IS = pattern(r"[\W]*(?:[\w-]+ ){1,3}is ")


def open_own(clause: Clause) -> Found | None:
    """Return what a clause offers without saying so: "we present X, an open-source toolkit"."""
    return _note(clause) or _called_open(clause) or _open_subject(clause)


def _note(clause: Clause) -> Found | None:
    """Return what a note without a verb offers: "code on GitHub", "code release upon publication"."""
    text = clause.text
    install = words.INSTALL.search(text) if "install" in text else None
    on_host = words.ON_HOST.search(text) if any_of(_HOST_GATES, text) else None
    place = install or on_host
    if place:
        return Found({Thing.CODE: place.start()}, place.start(), place.end(), predicate="open")
    if "accompanied " in text and (given := words.ACCOMPANIED.search(text)):
        things, last = nouns(object_of("   " + given["what"]), False)
        if Thing.CODE in things:
            return Found(things, given.start(), given.start("what") - 3 + last, predicate="open")
    if " release" not in text:
        return None
    note = words.RELEASE_NOTE.match(text) or words.RELEASE_OF.search(text)
    things, _ = nouns(object_of(note["what"]), False) if note else ({}, 0)
    return Found(things, note.start(), note.end(), predicate="open") if note and things else None


def _open_subject(clause: Clause) -> Found | None:
    """Return the own open program that a sentence speaks of: "our open-source implementation enables ..."."""
    text = clause.text
    if not text.lstrip().startswith(_SUBJECTS) and "accompanied by " not in text:
        return None
    match = _OPEN_SUBJECT.search(text) if any_of(_SUBJECT_GATES, text) else None
    if match is None or words.OTHERS.search(match[0]):
        return None
    end = match.end("what") if match["what"] else match.end()
    return Found({Thing.CODE: match.start()}, match.start(), end, described=True)


_SUBJECTS = ("the ", "our ")
_SUBJECT_GATES = ("open-sourc", "open sourc", "opensourc", "released", "public")
_CALLED = r"(?:fully |freely |publicly )?(?:open[- ]?sourced?|released|publicly available)(?: and [\w-]+)?,?"
_OPEN_SUBJECT = pattern(
    rf"^\W*(?P<what>(?:(?:the|our) {_CALLED} (?:[\w-]+ ){{0,4}}?(?:codes?|codebase|implementations?)"
    rf"|our {_CALLED} (?:[\w-]+ ){{0,4}}?(?:software|toolkit|library|package|framework|pipeline|toolbox))"
    r"(?: and (?:[\w-]+ )?(?:data|datasets?|models?|weights|scripts|documentation|benchmark))?) "
    r"(?:can|provid|includ|enabl|allow|offer|support|is\b|are\b|makes?|will|facilitat|serves?|features?"
    r"|demonstrat|extend|reproduc|achiev|attain|reach|run|parse|process|perform|deliver|produc|outperform|combin"
    r"|integrat|reduc|comput|scale|handle|accept)"
    r"|\baccompanied by (?:our )?(?:fully )?(?:open[- ]?sourced?|public) (?:\w+ ){0,2}?"
    r"(?:codes?|implementations?|codebase|software|toolkit|library|package)\b"
)
"""The subject of a sentence, or what goes with it, is called open: "our open-source library enables ...".

Of others' programs authors say "the open-source toolkit"; of code and implementations hardly.
"""


def _called_open(clause: Clause) -> Found | None:
    """Return what the authors call their own open program or data."""
    match = words.OPEN_OWN.search(clause.text) if any_of(_OPEN_GATES, clause.text) else None
    if match is None:
        return None
    if words.OF_OTHERS.search(clause.text[max(0, match.start() - 12) : match.end()]):
        return None
    behind = object_of(clause.text[match.end() - 1 :])
    rest = behind[:60]
    public = "public" in match[0] or "available" in match[0]
    code = release_nouns.CODE.search(rest) or (None if public else release_nouns.SOFT.search(rest))
    data = release_nouns.DATA.search(rest)
    if not words.AUTHORS.search(clause.text) and not _IS.match(clause.text):
        return None
    first = min((m for m in (code, data) if m), key=lambda m: m.start(), default=None)
    if first is None or words.OTHERS.search(clause.text[match.start() : match.end()]):
        return None
    thing = Thing.CODE if first is code else Thing.DATA
    end = match.end() - 1 + first.end()
    return Found({thing: match.start()}, match.start(), end, predicate="open", described=True)
