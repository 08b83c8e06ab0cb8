"""The first page, painted before Textual is there; only this folder draws without it.

memory.py       where the record is kept
terminal.py     the terminal between the first page and the take-over, and back where none comes
record.py       what the last screen left for the next start: places, colours, texts that stand still
page.py         record and rows -> what the terminal is sent; pure
painting.py     a record read, and its page on the terminal
ending.py       a start that a signal ends
driver.py       Textual's driver, which takes the terminal over as it stands
remembering.py  writes the record while the screen rests
"""
