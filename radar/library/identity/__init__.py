"""Which known paper a record speaks of: by ids, titles, items of feeds, and ids that are borrowed."""
