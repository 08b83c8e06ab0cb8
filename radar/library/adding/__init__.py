"""Papers into the library: what is new, known, changed or contradicted, and which two are one."""
