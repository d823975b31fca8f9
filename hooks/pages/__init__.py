"""What pages claim, and whether it holds: one module a family of findings."""
