"""What radar says of a paper: summary and flags, the words they stand on, and why a model has no word."""
