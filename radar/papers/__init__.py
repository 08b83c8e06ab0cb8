"""The words of the field as frozen dataclasses; standard library only, imports nothing but errors."""
