"""The figures of claims: what was measured, how much it changed, and how that is told in few words."""
