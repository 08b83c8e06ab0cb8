"""JSON objects that describe papers, under the names that sites, data sets and radar itself use."""
