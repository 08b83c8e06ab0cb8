"""How abstracts tell which place something took among others. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_TOP = r"top[- ](?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_CONTEST = r"(?:challenge|competition|contest|shared task|leaderboard)"
RANK_PHRASE = pattern(
    r"\b(?<!in )(?:ranks?|ranked|ranking|placed|placing|came|won|wins?|winning|obtain\w*|achiev\w*"
    r"|secur\w*|finish\w*|took|takes"
    r"|the) (?:\w+ ){0,4}?(?:#?\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|\d+"
    r"|(?:top|best)(?=[- ](?:place|rank|position)))[- ]?(?:\(\w+\) )?"
    r"(?:place|rank(?!s\b)|position|ranked|out of|overall|among|in (?:the )?(?:task|sub-?task|track"
    r"|semeval|english|\w+ track)"
    r"|at (?:semeval|the)|at \w+-20)"
    r"|\b(?<!\bin the )(?:second|third|fourth|first)[- ](?:highest|best|place|ranked)\b"
    r"|\branked? (?:\w+ ){0,3}(?:\d+(?:st|nd|rd|th)|first|second|third|\d+|number)\b"
    r"|\branks (?:\w+ ){0,2}(?:\d+(?:st|nd|rd|th)|first|second|third|number one)\b"
    r"|\b\d{1,5}(?:st|nd|rd|th) (?:percentile\b|out of (?:the |all )?\d)"
)
"""A place: "ranks second in the task"."""
RANK_GATES = (
    "place", "rank", "position", "out of", "overall", "among", " task", " track", "semeval", " english",
    " at ", "highest", "best", "percentile",
)  # fmt: skip
WON = pattern(
    r"\b(?:ranks?|ranked|ranking|plac(?:ed|es|ing)|finish\w*) (?:\w+ly |also )?(?:among|within|in|inside) "
    rf"(?:the )?{_TOP}\b"
    rf"|\b(?<!\bto )(?:secur|achiev|obtain|reach|attain|earn)\w* (?:an? |the )?{_TOP} "
    r"(?:positions?|places?|ranks?|rankings?|spots?|finish\w*|performances?|results?)\b"
    r"|\b(?<!\bto )(?:scored|ranks?|ranked|ranking|plac(?:ed|ing)|came|finish\w+|achiev\w+|obtain\w+|secur\w+"
    r"|earn\w+|attain\w+) (?:\w+ ){0,2}?(?:top|best|highest|first)[ -]"
    r"(?:(?:overall|average|official|final|mean) )*(?:(?:scores?|results?|performances?) )?"
    rf"(?:in|of|at|on|among) (?:the |this )?(?:[\w.-]+ ){{0,5}}?{_CONTEST}\b"
    r"(?! (?:sets?|data|datasets?|benchmarks?|tasks?)\b)"
    r"|\b(?:as|is|was|are|our) (?:the )?winning (?:solution|entry|submission|system)s? (?:of|to|in|for|at"
    rf"|on) (?:the |this )?(?:[\w.-]+ ){{0,5}}?{_CONTEST}\b"
)
"""A place told by what was won, or among how many: "the best score in the challenge", "in the top ten"."""
WON_GATES = (
    " top ", " top-", " challenge", " competition", " contest", " shared task", " leaderboard", "winning ",
)  # fmt: skip
