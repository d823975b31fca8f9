"""Whether what pages claim holds: one module a family of findings."""
