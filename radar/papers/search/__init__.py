"""The language of the search line: what a reader types, as a tree that says what is meant."""
