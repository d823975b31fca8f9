"""Commands that do more than call the analysis."""
