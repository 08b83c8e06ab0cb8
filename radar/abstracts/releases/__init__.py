"""Whether code and data are out, and where: links, statements of release, and whose they are."""
