"""A question as SQL, exactly and within a bound of work, and the papers that answer it."""
