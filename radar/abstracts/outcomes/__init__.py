"""Whether a sentence claims an outcome, in which words, and whether it is the best there is."""
