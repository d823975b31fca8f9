"""Texts that officials edit before use, as Word files."""
