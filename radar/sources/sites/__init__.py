"""Sites of papers that need one module or two: the ACL Anthology, Crossref, OpenAlex and their like."""
