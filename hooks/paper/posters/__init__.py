"""Slogans as posters and banners: pictures to look at, and PDFs for the print shop."""
