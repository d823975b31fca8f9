"""What readers search: entries of the pages and provisions, and the words that lead to them."""
