"""What the list lists, and what follows it: the detail, the watches, the worker, the cursor to what comes."""
