"""Bringing in an official text: a file becomes lines, lines become paragraphs, paragraphs the Markdown of a page."""
