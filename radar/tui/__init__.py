"""Everything on screen; the only folder that imports textual.

app.py        theme, keys, first screen; no flow
screens/      one screen a file, its arrangement in the .tcss beside it
widgets/      one widget a file; they do not know each other
flows/        what a key sets going, step by step: marks, summaries, exports, copies
detail/       what the detail of a paper says, as plain text with marked spans
keymap.py     every key of the list and the screen; theme.py every colour; glyphs.py every sign
"""

import os

# Textual reads this when it is first imported: with 120 the frame behind the first one comes twice as soon.
os.environ.setdefault("TEXTUAL_FPS", "120")
