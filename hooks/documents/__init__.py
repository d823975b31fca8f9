"""A document becomes provisions: records, text, numbering, registry."""
