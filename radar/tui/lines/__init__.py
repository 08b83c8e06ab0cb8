"""Text as lines of cells: signs, figures, breaks; light to import, for the first page needs it."""
