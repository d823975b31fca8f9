"""What is wrong with the content: kinds, places, wording and the report."""
