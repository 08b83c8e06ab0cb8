"""Languages that takeaways can be asked in: what tells them, and what of a check survives in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from radar.papers.bases import Value

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 0.25
"""The share of letters in its own script that a text has at least; names keep theirs."""
_SCRIPTS: Final = {
    "Latin": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "Kana": re.compile(r"[\u3040-\u30ff]"),
    "Hangul": re.compile(r"[\uac00-\ud7af]"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
}


class Language(Value):
    """What is known of a language."""

    names: tuple[str, ...]
    """How readers may call it, in lower case; the first is its English name."""
    script: str = "Latin"
    words: frozenset[str] = frozenset()
    """Words that nearly every sentence has one of, for languages that share a script."""
    nouns: bool = False
    """Whether every noun has a capital."""


def _language(names: str, words: str = "", script: str = "Latin", *, nouns: bool = False) -> Language:
    return Language(tuple(names.split()), script, frozenset(words.split()), nouns)


_LANGUAGES: Final = (
    _language("english", "the of and to in is that for with on by from are as an be this it we than which"),
    _language(
        "german deutsch",
        "der die das und in den von zu mit ist auf für im ein eine einer eines einem einen des dem nicht "
        "wird werden "
        "sich als durch aus bei wie oder auch sind zur zum nach über an",
        nouns=True,
    ),
    _language(
        "french français",
        "le la les de des du un une et est en que qui dans pour par sur avec au aux ne pas plus sont à ce se",
    ),
    _language(
        "spanish español castellano",
        "el la los las de del un una y es en que se por para con al no más como su son lo",
    ),
    _language(
        "italian italiano",
        "il lo la i gli le di del della dei delle un una e è in che si per con al non più come da sono "
        "nel nella",
    ),
    _language(
        "portuguese português",
        "o a os as de do da dos das um uma e é em que se por para com ao não mais como no na são pelo pela",
    ),
    _language(
        "dutch nederlands",
        "de het een en van in is dat die op te voor met niet zijn door aan uit bij als ook naar wordt worden",
    ),
    _language(
        "swedish svenska",
        "och att det som en ett är på av för med den till inte från om har kan de vid genom",
    ),
    _language(
        "danish dansk", "og at det som en et er på af for med den til ikke fra om har kan de ved gennem"
    ),
    _language(
        "norwegian norsk bokmål",
        "og at det som en et er på av for med den til ikke fra om har kan de ved gjennom",
    ),
    _language(
        "polish polski", "i w na z do się jest że nie oraz dla przez od o po jak są to który która które"
    ),
    _language("czech čeština česky", "a v na z do se je že ne pro od o po jak jsou to který která které s k"),
    _language("turkish türkçe", "ve bir bu için ile olarak da de daha gibi olan en kadar üzerinde"),
    _language("finnish suomi", "ja on ei että se kuin joka tai myös ovat sekä mutta"),
    _language("hungarian magyar", "a az és egy hogy nem is van ez meg mint vagy de által"),
    _language("romanian română", "și de la în cu pe un o este care nu pentru din mai prin ale sunt"),
    _language("vietnamese", "của và là các một trong cho được với không có này những"),
    _language("indonesian", "yang dan di dari untuk dengan pada ini adalah dalam oleh tidak"),
    _language("russian русский", script="Cyrillic"),
    _language("ukrainian українська", script="Cyrillic"),
    _language("bulgarian български", script="Cyrillic"),
    _language("greek ελληνικά", script="Greek"),
    _language("chinese mandarin 中文 汉语 漢語 简体中文 繁體中文", script="Han"),
    _language("japanese 日本語", script="Kana"),
    _language("korean 한국어", script="Hangul"),
    _language("arabic العربية", script="Arabic"),
    _language("persian farsi فارسی", script="Arabic"),
    _language("urdu اردو", script="Arabic"),
    _language("hebrew עברית", script="Hebrew"),
    _language("hindi हिन्दी", script="Devanagari"),
    _language("thai ไทย", script="Thai"),
)
ENGLISH: Final = _LANGUAGES[0]
"""What most abstracts are written in, and most checks are made for."""


@lru_cache(maxsize=64)
def find_language(name: str) -> Language | None:
    """Return what is known of a language by what a reader calls it, such as "Deutsch"; None for nothing."""
    called = frozenset(_WORD.findall(name.lower()))
    return next((language for language in _LANGUAGES if called & frozenset(language.names)), None)


def is_in_another(text: str, language: Language) -> bool:
    """Say whether a text is plainly in another language than the one that was asked for.

    Scripts tell, and among languages of one script the words that nearly every sentence has; a text
    that has none of them is not judged.
    """
    letters = sum(map(str.isalpha, text))
    own = len(_SCRIPTS[language.script].findall(text))
    if language.script == "Kana":
        return own < _FEWEST * letters / 2
    if own < _FEWEST * letters or (language.script == "Han" and _SCRIPTS["Kana"].search(text)):
        return True
    if not language.words:
        return False
    words = _WORD.findall(text.lower())
    known = _hits(words, language)
    others = (other for other in _LANGUAGES if other.words and other is not language)
    return any(_hits(words, other) > max(known * 2, known + 1) for other in others)


def _hits(words: list[str], language: Language) -> int:
    return sum(word in language.words for word in words)
