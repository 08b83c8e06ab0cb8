"""Where a line that breaks off may end whole instead: before what its sentence says in addition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from radar.abstracts.takeaways.lines.borders import fitting, has_a_verb, never_begins
from radar.abstracts.takeaways.lines.breaking_off import is_adjective
from radar.abstracts.takeaways.lines.briefer import briefer
from radar.abstracts.takeaways.lines.early_ends import (
    LEAST,
    ended_early,
    is_deed,
    lists_parts,
    loses_a_measure,
    stands,
    takes_back,
    tells_a_find,
)
from radar.abstracts.takeaways.lines.first_listed import first_listed
from radar.abstracts.takeaways.lines.parentheticals import is_introduced, without_both, without_parentheticals
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.limiting import says_half
from radar.abstracts.vocabulary.patterns import AsciiFirst, EitherCase, pattern
from radar.abstracts.vocabulary.words import word_set

_LEAST, _FEWEST = 12, 9
"""So many words tell a deed at least, or a finding; fewer where a line that breaks off tells no more."""
_SOONER, _NEW = 8, 3
"""A deed may give up so many words where it tells so much that the title does not."""
_GIVEN_UP = 3
"""To end whole, a line gives up so many words at most of what it tells before it breaks off."""
_DETERMINED = (
    r"(?:the|an?|its|their|our|each|every|all|both|this|these|those|that|how|whether|it|them|new|novel"
    r"|multiple)"
)
_NO_VERBS = (
    r"(?:for|with|from|into|onto|over|under|across|through|within|without|between|among|against|during|via"
    r"|upon|toward|towards|along|around|about|after|before|behind|beyond|despite|like|near|than|that|when"
    r"|where|while|which|whose|how|whether|both|also|then|thus|hence|not|even|only|all|because|since|until"
    r"|off|out|per|as|at|by|in|of|on|to|if|is|are|was|were)"
)
_JOINED = (
    rf"(?:then |also |\w+ly )?(?:(?!{_NO_VERBS} )(?!\w+(?:ing|ly) )[a-z-]{{3,}} {_DETERMINED} "
    r"|(?:achiev|aggregat|allow|appl|address|captur|characteri[sz]|combin"
    r"|compar|comput|construct|demonstrat|deriv"
    r"|discuss|employ|enabl|enhanc|ensur|estimat|evaluat|examin|explor|generat|identif|improv|incorporat|infer|integrat"
    r"|investigat|leverag|maintain|optimi[sz]|outperform|predict|produc|prov|provid|reduc|requir|show|stud|support|us|utili[sz])"
    r"(?:e|y|s|es|ies)? )"
)
"""A verb, told by what stands behind it, or by itself."""
_MAKING = EitherCase(
    r"and (?:then |also |\w+ly )?(?:propos|introduc|present|develop|design|build|releas)(?:e|es|s)? "
)
_PLACE = pattern(
    r"(?:, | )(?=(?P<examples>(?:including|such as|e\.g\.,?|for example|for instance|particularly|especially"
    r"|notably|most notably|in particular) )"
    rf"|(?P<verb>and {_JOINED})|(?<=, )(?:(?P<apposed>an? [^ ]+ )"
    r"|(?P<named>(?:one of the|namely|specifically|i\.e\.,?|that is,) )"
    r"|(?P<doing>(?:thereby |thus |\w+ly )?[a-z]{2,}ing )"
    r"|(?P<done>(?:\w+ly )?[a-z]{2,}ed (?:by|in|from|to|as|with|on|for|at|using|via|within|through) )"
    r"|(?P<clause>(?:which|whose|where|while|whereas|both of which|(?:in|from|on|for|under|by) which) )"
    r"|(?P<beside>(?:with|alongside|followed by|as (?:opposed|manifested|evidenced|shown|reflected)) )))"
)
"""Where a sentence goes on with what a thing is, with examples, or with what is done beside."""
_LIMITS = EitherCase(
    r"(?:\w+ly )?(?:compared|limited|restricted|confined|conditioned|assuming|considering|excluding|requiring"
    r"|depending|using|varying|neglecting|ignoring|given|lacking|failing|limiting|restricting|conditioning"
    r"|excepting|training|learning|understanding)\b"
)
"""Such a participle says under what a thing holds, or what it is compared with, or is a noun."""
_LISTED = pattern(r", (?:and|or|but also) |(?<=[a-z]) (?:and|or) ")
_NEXT_ITEM = pattern(rf", (?:and|or) (?!{_JOINED})| (?:and|or) (?:an?|the) ")
_NEAR, _FAR = 90, 250
"""So many characters behind a place hold the rest of a list of short items, or of long ones."""
_COUNTED = pattern(r"\b(?:two|three|four|five|six|several|key)\b(?: [^ ]+){0,5}$")
_DASHES = (" – ", " — ", " - ")
_ITEM = EitherCase(r"(?:an?|the) ")
_DEED_BESIDE = pattern(rf", (?!and |or |but )(?!\w+(?:ing|ed) )(?={_JOINED})")
"""Where one of several deeds stands behind a comma."""
_DOES = EitherCase(r"[a-z-]{2,}s [A-Za-z]")
_THAT_DOES = pattern(r"\b(?:that|which) (?:\w+ly )?[a-z-]+s ")
_HALF = pattern(r",? (?:that|which|and) (?P<not>not only )")
_ONLY_ONE = pattern(r"\b(?:first|only)\b")
_BEFORE_A_VERB = word_set("to can may could will must that which who")
_SHARED = word_set("the its their this these such")
"""A noun right behind one of these may share with the next one what stands behind both."""
_SAYS_LITTLE = AsciiFirst(
    r"\b(?:particular|specific|certain|special|distinct|new) (?:kind|type|class|form)s? of [^ ]+(?: [^ ]+)?$"
    r"|\band (?:provide|present|give|discuss|propose|introduce|show|evaluate|report|develop|derive|offer)s?"
    r"(?: [^ ]+){0,2}$"
    r"|\benforces?(?: [^ ]+){1,5}$"
    r"|\b(?:prevent|prohibit|protect|turn|convert|transform|separate|distinguish)(?:s|ing)?"
    r"(?: (?!into |from |to |as |in |against )[^ ]+){1,7}$"
    r"|\b(?:propose|present|introduce|develop)s? an? (?:novel |new )?(?:solution|method|approach|framework"
    r"|model|algorithm|system|technique|strategy|dataset|benchmark|paradigm)$"
    r"|\bby (?:\w+ly )?[a-z]+ing$"
    r"|\bby (?:propos|introduc|develop|present)ing an? (?:[a-z-]+ ){0,2}(?:method|framework|approach|model)$"
    r"|\b(?:using|with|via|by) (?:tools|methods|techniques|approaches|data|predictions)$"
    r"|\bfollowing [a-z]+$|\band [a-z]+ a (?:series|set|number|range|variety) of [a-z]+$|\bwith tasks$"
    r"|\band (?:use|apply|test|adapt|evaluate|synthesi[sz]e|integrate)s? (?:it|them|(?:the|this) [a-z]+)$"
    r"|\b(?:prerequisite|necessity|requirement|incorporation|adoption|deployment|inclusion|suitability|efficacy)$"
    r"|\b(?:begins?|starts?|serves?|acts?)$|\bboth (?!.*\band\b).*$"
    r"|, that (?:for|in|if|when|under|given|at|on) [^,]*$"
    r"|\b(?:two|three|four|five|six|several|key|following)\b[^–]* – [^–]*$"
)
"""Ends of a sentence that only what follows makes tell anything."""


def best_end(forms: Sequence[str], limit: int, about: Set[str], told: int) -> str:
    """Return a sentence in fewer words, or its longest beginning that stands by itself, or nothing.

    What the title speaks of is left behind only in what is said in addition.

    Args:
        forms: the sentence, and what is left of it without what leads up to it.
        limit: in words.
        about: the beginnings of the words that the title tells.
        told: so many words tells the line that breaks off.
    """
    shorter = list(dict.fromkeys(one for form in forms for one in in_fewer_words(form)))
    shorter += [first for one in shorter if (first := first_listed(one))]
    for one in (*shorter, *map(without_both, shorter)):
        if one.count(" ") < limit:
            return one
    as_much = max(told - _GIVEN_UP, _FEWEST)
    heads, other = list[str](), list[str]()
    for one in shorter:
        head = ended_early(one, limit, about, least=min(LEAST, as_much), told=told)
        if head:
            tells = head.count(" ") + 1 >= LEAST
            (heads if tells else other).append(head)
        if head := ended_whole(one, limit, min(_LEAST, as_much)):
            (heads if head.count(" ") + 1 >= _LEAST else other).append(head)
    if not _longest(heads):
        other += _ended_sooner(shorter, limit, about, told)
    longest = _longest(heads)
    return longest or _longest(head for head in other if head.count(" ") + 1 >= as_much)


def in_fewer_words(form: str) -> Iterator[str]:
    """Yield a sentence, and all that it may be shortened to, the longest first."""
    yield form
    yield from without_parentheticals(form)
    brief = form
    for brief in briefer(form):
        yield brief
    if brief != form:
        yield from without_parentheticals(brief)


def _ended_sooner(shorter: Sequence[str], limit: int, about: Set[str], told: int) -> Iterator[str]:
    """Yield beginnings that tell a deed in fewer words, and something that the title does not."""
    least = max(told - _SOONER, _LEAST)
    for one in filter(is_deed, shorter):
        for head in (ended_early(one, limit, about, least, told), ended_whole(one, limit, least)):
            if head and len(telling(head) - about) >= _NEW:
                yield head


def _longest(heads: Iterable[str]) -> str:
    longest_first = sorted(dict.fromkeys(heads), key=len, reverse=True)
    return next((head for head in longest_first if not _SAYS_LITTLE.search(head)), "")


def _within_dashes(head: str, rest: str) -> bool:
    """Say whether a beginning ends within what stands between two dashes."""
    return any(mark in rest and head.count(mark) % 2 for mark in _DASHES)


def ended_whole(text: str, limit: int, least: int = _LEAST) -> str:
    """Return the longest beginning of a sentence that stands by itself without what is only added.

    Args:
        text: a tidied sentence.
        limit: in words.
        least: in words too; where no such beginning has so many, nothing is returned.
    """
    if never_begins(text):
        return ""
    deed = is_deed(text)
    for place in fitting(_PLACE, text, least, limit):
        head = text[: place.start()]
        if lists_parts(head) or _within_dashes(head, text[place.end() :]):
            continue
        own = deed and not tells_a_find(head)
        if not _may_end(head, text[place.end() :], place.lastgroup, deed=own):
            continue
        head = _with_last_listed(_with_last_joined(head)) if place.lastgroup == "verb" else head
        fits = head.count(" ") < limit  # an "and" for a comma is a word more
        if fits and not _lists(head) and not says_half(head) and stands(head, text, place.end()):
            return head
    return ""


def _may_end(head: str, rest: str, kind: str | None, *, deed: bool) -> bool:
    """Say whether the rest of a sentence only adds to its beginning."""
    if takes_back(head, rest) or loses_a_measure(head, rest):
        return False
    *_, before, last = ["", *head.lower().rsplit(None, 2)]
    if kind == "verb":
        bare = before in _BEFORE_A_VERB or before in _SHARED or before.endswith("ly")
        return deed and not bare and not _MAKING.begins(rest)
    if kind == "beside":
        return deed
    if kind == "named":
        return not _COUNTED.search(head)
    if kind == "apposed" and (is_introduced(head) or _ITEM.begins(head.rpartition(", ")[2])):
        return False
    if kind == "apposed" and _NEXT_ITEM.search(rest[:_FAR]):
        return False
    if kind == "doing" and _LISTED.search(rest[:_NEAR]):
        return False
    return kind not in ("doing", "done") or not (is_adjective(last) or _LIMITS.begins(rest))


def _with_last_listed(head: str) -> str:
    """Return "that walks and sings" for "that walks, sings", behind which the last of three is gone."""
    before, comma, last = head.rpartition(", ")
    if comma and _DOES.begins(last) and _THAT_DOES.search(before) and " and " not in last:
        return f"{before} and {last}"
    return head


def with_last_deed_joined(found: str, room: int) -> str:
    """Return a finding that was cut within a list of deeds with "and" before the last, or nothing.

    Args:
        found: a finished sentence.
        room: in words.
    """
    if not _lists(found) or not has_a_verb(found.rpartition(", ")[0]):
        return found
    joined = _with_last_joined(found)
    return joined if joined.count(" ") < room else ""


def before_half(text: str, limit: int) -> str:
    """Return the beginning of a sentence before the half that "not only" tells, where that stands."""
    for half in _HALF.finditer(text):
        head = text[: half.start()]
        whole = _FEWEST <= head.count(" ") + 1 <= limit and stands(head, text, half.start("not"))
        return head if whole and not _ONLY_ONE.search(head) else ""
    return ""


def _lists(head: str) -> bool:
    """Say whether deeds stand side by side in a beginning, with no "and" before the last."""
    return _DEED_BESIDE.search(head) is not None and " and " not in head.rpartition(", ")[2]


def _with_last_joined(head: str) -> str:
    """Return "A walks and B sings" for "A walks, B sings", behind which the last of three deeds is gone."""
    *_, last = [None, *_DEED_BESIDE.finditer(head)]
    return f"{head[: last.start()]} and {head[last.end() :]}" if last else head
