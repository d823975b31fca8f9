"""What hosts of the site need to know: headers, compressed copies, what is kept for reading without a network."""
