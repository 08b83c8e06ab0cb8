"""The offline takeaway: which sentence says most, how it becomes a line, and what is told beside it."""
