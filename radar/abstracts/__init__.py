"""Reading an abstract: its flags with their evidence, its claims and its takeaway; pure, no model, no I/O.

reading.py    one paper: flags and takeaway, from what stands below
takeaways/    which sentence says most, and the line it becomes: choice/, lines/, scope/, findings/
claims.py     the sentences that claim an outcome, and the strongest of them; withdrawal.py notices of one
figures/      what was measured, in few words
outcomes/     whether a sentence claims an outcome, and the best there is
releases/     whether code and data are out, and where
text/         TeX, sentences, phrases and words by class
vocabulary/   the words and patterns that all of them share

Each imports only what stands below it.
"""
