"""A research radar in the terminal.

cli/          command line: the screen, or one headless command; what nobody foresaw told in words
wiring/       settings in, ready parts out; the only folder that names concrete classes of every other
tui/          everything on screen; the only folder that imports textual, but for tui/early/, which paints the
              first page before textual is there: screens/ and widgets/, flows/ what a key sets going,
              listing/ what is listed and what follows it, rows/, detail/, words/ what is said of filters,
              jobs and errors; looks/ colours, styles, lines that cost little, keys/, terminal/ driver,
              cursor, pastes, timing/ what waits for the keys, lines/ cells, breaks, signs
pipeline/     what the radar does, screenless: refresh and back-fill, import, add, summarise, compare, batch,
              export, digest; estimates, budgets and what was spent; the doctor; the worker, whose jobs of
              sites and endpoints stand side by side; the log of errors that nobody foresaw
sources/      listing -> Papers; one site or file format a module, sites as plug-ins (site.py, plugins.py):
              arxiv/, huggingface/, feeds/, sites/ the others; files: bibtex/, references/ what managers of
              references export, records/ JSON; reading/ files cut into entries, texts/ names, days, links
summaries/    Paper -> Summary: the pluggable summarisers, one stage a file: prompting/ prompt, budget and
              answer, endpoints/ an endpoint and its dialect, refusals, price, checks/ of a line by itself, of
              its words and numbers, and of what the paper says at the same place, grounding
library/      what the radar remembers; the only sqlite3: search/ questions as SQL in an exact and a bounded
              form, index/ common beginnings of words that papers lack and all else that follows from them,
              closeness/, watches/, marks/ tags, notes, acts that can be taken back, removal/ papers removed
              and put back, schema/ migrations in steps, rescue/ what can be saved of a damaged file; adding/
              papers that turn out to be one joined, what changes of them, what listings contradict, identity/
              ids that files borrow, listings/ which of them gave a text and may say it anew, summaries/;
              jobs/ the queue, batches, and the ledger; records/ rows, database/ SQLite
net/          the outside world: HTTP, pages asked for at a pace that all radars share, disk cache, mail, keys
abstracts/    reading an abstract; pure, no model: takeaways/ the offline takeaway, claims and withdrawals,
              figures/ what was measured, outcomes/ whether a sentence claims anything, releases/ code and
              data, text/ TeX and sentences, vocabulary/ the words of the rules
papers/       the words: values that never change, made as bases.py says: listed/ papers as listings give
              them, summaries/, reader/ what the reader asks for, marks and keeps, jobs/ work and its cost;
              text/ the few things that all folders read or say alike: text, JSON, moments, money, `~`;
              search/ the search language
settings/     what the reader has set; errors.py every error

Imports go one way: __main__ > cli > tui | wiring > pipeline > sources | summaries | library > net >
abstracts > settings > papers > errors ("|": siblings that may not import each other).
"""

__version__ = "0.1.0"
