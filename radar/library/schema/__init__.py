"""The tables as numbered migrations, and whether a library is as this program knows it."""
