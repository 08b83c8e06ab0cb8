"""A paper as listings give it: when two are the same, what became of it, what listings contradict."""
