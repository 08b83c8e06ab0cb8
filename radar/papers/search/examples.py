"""The language by examples, for the help on screen and on the command line."""

from __future__ import annotations

EXAMPLES = (
    ("length penalty", "both words, anywhere; while you type, the last may go on"),
    ("gener*", "words that begin so"),
    ('"chain of thought"', "these words side by side"),
    ("c++", "the word with these signs: + and # belong to the word they end"),
    ("CO2", "also CO$_2$, CO_2 and raised or lowered digits; gpt4 is also GPT-4"),
    ("-survey", 'not that; before anything: -"a b", -cat:cs.CV, -(a b)'),
    ("mamba OR rwkv", "either; OR binds the two beside it"),
    ('(a OR "b c") d', "parentheses group"),
    ("author:vaswani", "also title: abstract: takeaway: venue: comment:"),
    ("title:(cat OR dog)", "either, in the title"),
    ("id:2406.01", "ids that begin so; a whole id or a link needs no id:"),
    ("0704.0001 2406.01234", "each of these papers: ids or links, and nothing else"),
    ("tag:reading", "your tag; where there is none, tags that begin so"),
    ("note:replicate", "these letters in your note"),
    ("cat:cs.CL", "that category; cat:cs all of cs"),
    ("from:hf", "from that source: arxiv, hf, file:name"),
    ("only:file:book.bib", "from that source and no other: all that an import alone brought"),
    ('only:"file:a b.bib"', 'in quotes a name may hold spaces, and \\" where it holds a quote'),
    ("after:2026-01", "from January 2026 on; also 2026, 2026-01-31, 7d, 2w, 3m"),
    ("before:2025", "until the end of 2024"),
    ("on:today", "listed that day, month (on:2026-01) or year"),
    ("has:code", "also promised (or out), data, results, numbers, sota, tag, note, takeaway (by a model)"),
    (
        "is:unread",
        "also read, starred, disputed, new, updated (code out, a new version), failed (its summary)",
    ),
)
"""What may be typed, and what it finds."""
