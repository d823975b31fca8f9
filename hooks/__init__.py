"""The directive handbook: documents become provisions, pages cite them, every claim is checked.

`handbook.analyse` is the table of contents of the program; only `adapter` knows MkDocs.
"""
