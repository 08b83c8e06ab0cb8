"""A sentence of an abstract cut down to a line that reads well."""

from __future__ import annotations

import re

from radar.abstracts.patterns import pattern
from radar.abstracts.tex import readable_text
from radar.abstracts.words import word_set

_CITATION = pattern(
    r"\s?\\cite[a-z]*\*?(?:\[[^\]]{0,40}\]){0,2}\{[^}]{0,200}\}"
    r"|\s?[(\[](?:e\.g\.,? |see |cf\. )?[A-Z][\w'’-]{1,30}(?: (?:et al\.?"
    r"|and [A-Z][\w'’-]{1,30}|& [A-Z][\w'’-]{1,30}))?,? \(?(?:19"
    r"|20)\d\d[a-z]?\)?(?:[;,] [^)\]]{0,160})?[)\]]"
    r"|\s?\[\d{1,3}(?:[,–-] ?\d{1,3}){0,8}\]|\s[a-z]{3,15}(?:19|20)\d\d[a-z]{2,20}\b"
)
_KEY = pattern(r"[a-z](?:19|20)\d\d[a-z]")
_LINK = pattern(r"\s?[(\[]?(?:\\url\{)?(?:https?://|www\.)[^\s)\]}]{1,300}[)\]}]{0,2}")
_PARENTHESIS = pattern(r"\s?\((?!\d{4}\))[^()]{1,200}\)")
_SAYING = (
    r"(?:clearly |consistently |empirically |theoretically |rigorously |further |also |first "
    r"|then |thus |thereby |experimentally |numerically )?"
    r"(?:show|shows|showed|demonstrate|demonstrates|demonstrated|find|found|prove|proved"
    r"|observe|observed|reveal|reveals|revealed|indicate|indicates|indicated"
    r"|suggest|suggests|suggested|confirm|confirms|confirmed|verify|verifies|validate|report"
    r"|conclude|establish|highlight|discover|discovered|note|see|argue|illustrate|uncover)"
)
_OPENINGS = (
    pattern(
        r"^(?:however|moreover|furthermore|additionally|in addition|also|besides|finally|lastly"
        r"|specifically|in particular|notably|interestingly|importantly|remarkably|surprisingly"
        r"|overall|subsequently|formally|even better|intuitively|technically|to our knowledge"
        r"|to the best of our knowledge|in essence|as such|in summary|in conclusion|to conclude"
        r"|as a result|consequently|therefore|thus"
        r"|hence|then|here|herein|now|second|third|first(?:ly)?|secondly|thirdly|concretely"
        r"|crucially|in short|in contrast|by contrast|conversely|nevertheless|nonetheless"
        r"|meanwhile|similarly|likewise|accordingly|more specifically|more importantly"
        r"|more concretely|most importantly|indeed|instead|for example|for instance|in fact|yet"
        r"|and|but|so|methods?|results?|conclusions?|aims?|objective|background|purpose|findings"
        r"|main results"
        r"|to this end|to that end|to address (?:this|these|the)\b[^,]{0,60}|to (?:tackle|overcome"
        r"|bridge|fill|mitigate|solve|remedy|handle|alleviate|resolve|close|meet) [^,]{0,70}"
        r"|motivated by [^,]{0,70}|inspired by [^,]{0,70}|with this in mind"
        r"|in response(?: to [^,]{0,50})?|in light of [^,]{0,60}|based on (?:this"
        r"|these) [^,]{0,50}|building on (?:this|these) [^,]{0,50}|in view of [^,]{0,60}"
        r"|in (?:this|the present|our) (?:paper|work|study|article|letter|report|thesis|research"
        r"|contribution|manuscript|survey|note|context|setting|regard|direction|chapter"
        r"|technical report|tutorial|demo|case)|for this purpose|along the way|at the same time"
        r"|on the other hand|on the one hand)(?:,|:)\s+",
        re.IGNORECASE,
    ),
    pattern(
        r"^in (?:this|the present|our) (?:paper|work|study|article|letter|report|thesis|note"
        r"|survey|manuscript|contribution|technical report) (?=we\b|i\b)",
        re.IGNORECASE,
    ),
    pattern(r"^(?:here|herein|then|thus) (?=we\b)", re.IGNORECASE),
    pattern(
        r"^(?:[a-z][a-z-]{1,20},? ){0,5}?"
        r"(?:results?|experiments?|evaluations?|analys[ie]s|findings|studies|simulations?"
        r"|experimentation|investigations?|comparisons?|tests|study|work|experimental results"
        r"|empirical results|ablations?)(?: \([^)]{1,40}\))?"
        rf"(?: (?:on|across|over|with|in|from|conducted|using|of|under|for|by"
        rf"|and) [^.;]{{1,130}}?)? {_SAYING} that,? ",
        re.IGNORECASE,
    ),
    pattern(
        rf"^(?:we|i|this paper|this work|this study|it is|it was|it has been) (?:have )?{_SAYING}n? that,? ",
        re.IGNORECASE,
    ),
    pattern(
        rf"^(?:through|via|using|by|with|based on|in|on|from) [^,]{{3,90}}, (?:we"
        rf"|our (?:\w+ )?(?:results|experiments|analysis|study|findings)) {_SAYING} that,? ",
        re.IGNORECASE,
    ),
)
_ALSO = pattern(
    r"^(we|this paper|this work|this study) (?:also|further|then|additionally|first|finally"
    r"|thus|therefore) (?=[a-z])",
    re.IGNORECASE,
)
_DASHED = pattern(r"\s(?:--?-?|[—–])\s[^—–]{3,160}?\s(?:--?-?|[—–])\s")
_HALF_SAID = pattern(r"\b(?:that|which|and|or|to|who|can|we|only|in order) [^\s,;]+$", re.IGNORECASE)
"""A head that ends right behind the word that opened a clause."""
_PAIRED = pattern(
    r"\b(?:both|between|either|not only|neither)\b(?!.*\b(?:and|or|but|to|nor)\b)", re.IGNORECASE
)
"""A pair of which only the first half is left."""
_CLAUSE_ENDS = pattern(
    r"(?:;|:|\s[—–-]{1,3}|—)\s|,\s(?=\w{1,20}ly \w{2,20}ing\b|\w{2,20}ing\b|(?:which|while"
    r"|where|whereas|thereby|thus|enabling"
    r"|allowing|making|leading|resulting|providing|offering|highlighting|suggesting"
    r"|indicating|demonstrating|showing|with|without|including|such as|and|but|as well as"
    r"|outperforming|achieving"
    r"|especially|particularly|even|so|because|since|although|though|despite|compared"
    r"|yielding|improving|reducing|using|by|under|across|for|in|on|from|based|ensuring"
    r"|facilitating|paving|establishing|surpassing|revealing|often|i\.e\.|e\.g\.)\b)"
)
_BREAKS = pattern(
    r"\s(?=(?:while|when|which|that|where|because|since|so that|in order to|without|with|by"
    r"|across|through|via|using|under|for|on|in|from|at|over|during|after|before|as|than|to"
    r"|into|between|among|and|compared|relative|such|including|based)\b)"
)
_DANGLING = word_set(
    "a an the of in on at for with and or to by from as that which while than via into our "
    "its their this "
    "these is are be using over under between both not such can we it when where was were has have more "
    "most very up through across per no if but so about approximately only also without within e.g., "
    "i.e., e.g. i.e. including"
)
_TRAILING = " ,;:—–-("


def tidied(sentence: str) -> str:
    """Return the sentence readable, without citations, links, and openings that say nothing."""
    text = _LINK.sub("", sentence) if "://" in sentence or "www." in sentence else sentence
    if "(" in text or "[" in text or "\\" in text or _KEY.search(text):
        text = _CITATION.sub("", text)
    text = readable_text(text)
    text = " ".join(text.replace("()", "").replace("( )", "").split())
    for _ in range(3):
        before = text
        for opening in _OPENINGS:
            match = opening.match(text)
            if match and len(text) - match.end() > 15:
                text = text[match.end() :]
        text = _ALSO.sub(r"\1 ", text)
        if text == before:
            break
    return _finished(text)


def shortened(text: str, limit: int) -> str:
    """Return a tidied sentence in at most `limit` words, cut where it hurts least."""
    if _count(text) <= limit:
        return text
    text = _finished(" ".join(_PARENTHESIS.sub("", _DASHED.sub(" ", text)).split()))
    if _count(text) <= limit:
        return text
    text = _without_preamble(text, limit)
    if _count(text) <= limit:
        return text
    for border, least in ((_CLAUSE_ENDS, 9), (_BREAKS, 11)):
        cut = _last_cut(text, border, limit, least)
        if cut:
            return _finished(cut, cut_off=True)
    return _finished(" ".join(text.split()[:limit]), cut_off=True)


def _without_preamble(text: str, limit: int) -> str:
    """Leave out "By doing X, " before the main clause when what remains stands by itself."""
    match = re.match(
        r"(?:to|by|using|with|through|via|for|under|on|in|across|despite|unlike|given|based on"
        r"|building on|leveraging|while|although|when|as) [^,]{4,140}, (?=(?:we|our|the|this|it"
        r"|[A-Z]))",
        text,
        re.IGNORECASE,
    )
    if match and _count(text[match.end() :]) >= 8 and _count(text) > limit:
        return _finished(text[match.end() :])
    return text


def _last_cut(text: str, border: re.Pattern[str], limit: int, least: int) -> str:
    best = ""
    for match in border.finditer(text):
        head = text[: match.start()]
        count = _count(head)
        if count > limit:
            break
        if count >= least and _balanced(head) and not _left_hanging(head):
            best = head
    return best


def _balanced(text: str) -> bool:
    return (
        text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
    )


def _left_hanging(head: str) -> bool:
    last = head.rsplit(None, 1)[-1].lower()
    if last in _DANGLING or last.endswith("ed") or _HALF_SAID.search(head):
        return True
    return _PAIRED.search(head[max(head.rfind(", "), head.rfind("; "), 0) :]) is not None


def _finished(text: str, *, cut_off: bool = False) -> str:
    text = text.strip().rstrip(_TRAILING)
    while cut_off and _count(text) > 6 and text.rsplit(None, 1)[-1].lower() in _DANGLING:
        text = text.rsplit(None, 1)[0].rstrip(_TRAILING)
    if not text:
        return ""
    first = text.split(None, 1)[0]
    if (first.islower() and first.isalpha()) or re.fullmatch(r"[a-z]+[,'’-][a-z]*", first):
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?。？！" else text + "."


def _count(text: str) -> int:
    return len(text.split())
