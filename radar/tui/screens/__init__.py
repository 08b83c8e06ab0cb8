"""The screens, one a file, its arrangement in the .tcss beside it."""
