"""Reading official texts that lie outside the project: a file becomes lines, lines become provisions."""
