"""A file becomes a page: each is read once."""
