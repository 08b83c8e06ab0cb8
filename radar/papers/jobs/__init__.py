"""Work and what it costs: jobs, batches, waits, how sources stand, budgets and what was spent."""
