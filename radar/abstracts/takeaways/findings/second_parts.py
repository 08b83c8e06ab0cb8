"""The second part of a takeaway: what may follow what was done, and how it is worded there."""

from __future__ import annotations

from radar.abstracts.takeaways.telling_words import telling_compounds
from radar.abstracts.vocabulary.patterns import pattern

_DOES = (
    r"(?:achiev|attain|boost|cut|deliver|enabl|enhanc|exceed|generaliz|improv|lower|match|outperform|provid"
    r"|rais|reach|reduc|run|set|show|surpass|yield)e?s"
)
_NAMED_AGAIN = pattern(
    rf"(?P<name>[\w.²³*+-]*[A-Z][\w.²³*+-]*) (?P<does>(?:also |consistently |further |\w+ly )*{_DOES} )"
)
_MADE = r"(?:propose|present|introduce|develop|design|build|create|devise)(?:s|d|ed)?"
_NO_OTHER = r"(?:(?!of |for |to |in |on |with |from |by |and |or |that |which |using |between )[\w-]+ ){1,8}"
_CALLS = pattern(
    rf"\b{_MADE} (?:the |[\w-]+ \()?$|\b(?:called|named|termed|dubbed|denoted)(?: as)? [\"“]?$"
    rf"|\b{_MADE} (?P<whole>(?:(?:an?|the|our) )?{_NO_OTHER}\()$|\b{_MADE} (?:an?|the|our) [a-z -]{{3,90}}, $"
)
"""What stands before the name of what was made."""
_ITS_WORDS = pattern(r" \([^()]*\)")
_OTHER = pattern(
    r"\b(?=[^ ,]*[A-Z])[\w.*+-]*[\w*+](?<![A-Z]s)\)?(?:$|[,.;:]| (?:and|or|for|of|to|in|on|with|from|by|that"
    r"|which|via|using|across|under|at|through|guided) )"
)
"""The name of one thing, and not of several, nor what describes the noun behind it."""
_INITIAL = pattern(r"\b[A-Z]")
_WITHOUT_SUBJECT = pattern(rf"[^,;]{{3,80}}, (?:\w+ly )?{_DOES} ")
_WISHES = pattern(r" (?:is|are) (?:\w+ly )?(?:needed|required|warranted)\b")
"""What is still to be done, or would be good, was not found."""
_GOES_WELL = telling_compounds(
    "can may significantly substantially consistently effectively enhance enhances improve improves "
    "outperform outperforms achieve achieves strong superior better performance capability capabilities "
    "quality results existing baselines state-of-the-art methods across various multiple diverse tasks "
    "benchmarks datasets demonstrate demonstrates"
)
"""Words of what came of anything."""
_ANSWERS = pattern(
    r"(?:to (?:this end|address|alleviate|bridge|fill|fix|mitigate|overcome|remedy|resolve|solve|tackle)"
    r"|motivated by|inspired by|in light of|based on (?:this|these|our)|building on (?:this|these)"
    r"|guided by|therefore|hence|thus|accordingly|in response)\b"
)
"""What a sentence begins with that tells what was made because of what was seen before."""


def is_no_finding(found: str) -> bool:
    """Say whether a sentence lacks its subject, or wishes for something."""
    return _WITHOUT_SUBJECT.match(found) is not None or _WISHES.search(found) is not None


def tells_again(found: str, deed: str) -> bool:
    """Say whether a finding in words says nothing but what was done, and that it goes well."""
    told = telling_compounds(found) - _GOES_WELL
    return bool(told) and told <= telling_compounds(deed)


def answers(sentence: str) -> bool:
    """Say whether a sentence, in lower case, tells what was made because of what was seen before."""
    return _ANSWERS.match(sentence) is not None


def by_pronoun(found: str, deed: str) -> str:
    """Return a finding with "it" for the name of what was just said to be made."""
    again = _NAMED_AGAIN.match(found)
    if again is None or again["name"] in found[again.end() :]:
        return found
    return f"It {found[again.start('does') :]}" if is_it(again["name"], deed) else found


def is_it(name: str, deed: str) -> bool:
    """Say whether "it" behind what was done stands for the name of what was made, and for no other."""
    place = deed.find(name)
    called = _CALLS.search(deed[:place]) if place > 0 and deed.count(name) == 1 else None
    if called is None:
        return False
    rest = deed[place + len(name) :]
    if aside := _ITS_WORDS.match(rest):
        rest = rest[aside.end() :]
    if rest[:1].isalnum() or rest.startswith((" and ", " or ")) or _OTHER.search(rest):
        return False
    return all(initial in name for initial in _INITIAL.findall(called["whole"] or ""))
