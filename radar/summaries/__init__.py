"""Paper to Summary: the pluggable summarisers, one stage a file; the only tiktoken.

plugins.py    summarisers by name; finding.py, checking.py, probing.py whether an endpoint serves
endpoint_summariser.py   the one that chains the stages, offline.py the one that asks nobody
dialogue.py   from a paper to what is asked and back; batch_lines.py, batch_results.py the same in files
checks/       what was answered, held against the paper
endpoints/    how each wants to be asked, what it refuses, what a request takes
prompting/    a paper as a request within a budget, a completion as an answer
summariser.py what every summariser promises

Each imports only what stands below it.
"""
