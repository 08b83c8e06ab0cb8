"""Everything on screen; the only folder that imports textual.

app.py        theme, keys, first screen; no flow
screens/      one screen a file, its arrangement in the .tcss beside it
widgets/      one widget a file; they do not know each other
flows/        what a key sets going, step by step: marks, summaries, exports, copies
detail/       what the detail of a paper says, as plain text with marked spans
keymap.py     every key of the list and the screen; theme.py every colour; glyphs.py every sign
"""

import os

# Textual reads this when it is first imported. Behind a frame it waits one to two of its periods for another:
# at its own 60 a second up to 33 ms, so that a key behind the frame of the detail would be two frames late.
os.environ.setdefault("TEXTUAL_FPS", "240")
