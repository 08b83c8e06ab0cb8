"""The words and patterns that the rules share: how abstracts speak of releases, claims and limits."""
