"""The first page, painted before Textual is there; only this folder draws without it.
\n

terminal.py     the terminal between the first page and the take-over, and back where none comes
record.py       what the last screen left for the next start: places, colours, texts that stand still
page.py         record and rows -> what the terminal is sent; pure
driver.py       Textual's driver, which takes the terminal over as it stands
remembering.py  writes the record while the screen rests
"""
