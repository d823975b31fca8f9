"""What readers hold in their hands and hang up: sheets and PDFs, posters and banners, Word files."""
