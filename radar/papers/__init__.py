"""The words of the field as values that never change; imports nothing of radar but errors."""
