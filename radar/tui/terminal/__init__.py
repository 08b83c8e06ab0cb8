"""The terminal: its driver, cursor and end, what is put together for it, and what is pasted into it."""
