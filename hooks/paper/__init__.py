"""What is made for paper and for hanging up: posters, banners, Word files."""
