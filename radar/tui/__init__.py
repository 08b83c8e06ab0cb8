"""Everything on screen; the only folder that imports textual.

app.py        the application: its parts, keys, first screen; no flow
early/        the first page, painted before Textual is there
screens/      one screen a file, its arrangement in the .tcss beside it, and the parts of the main one
listing/      what the list lists, and what follows it
flows/        what a key sets going, step by step: marks, summaries, exports, copies
widgets/      one widget a file; they do not know each other
words/        what the screen says of filters, its state, jobs, sources, errors
rows/         the rows of the list, asked for, read and painted
detail/       what the detail of a paper says, as plain text with marked spans
looks/        what is painted with: theme.py every colour; styles, lines that cost little
keys/         keymap.py every key of the list and the screen; the reader's own ones
terminal/     driver, cursor, what is put together for the terminal and pasted into it
timing/       keys one after the other, all else while they rest
lines/        text as lines of cells: glyphs.py every sign; breaks, figures

Each imports only what stands below it; flows and widgets do not know each other. What the first page needs of
lines/, rows/ and terminal/ is light to import.
"""

import os

# Textual reads this when it is first imported. Behind a frame it waits one to two of its periods for another:
# at its own 60 a second up to 33 ms, so that a key behind the frame of the detail would be two frames late.
os.environ.setdefault("TEXTUAL_FPS", "240")
