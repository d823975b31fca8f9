"""The content as open data: for programs, for search engines, and for other sites to show."""

FOLDER = "du-lieu"
"""Folder of the data below the site."""
