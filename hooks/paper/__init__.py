"""What readers hold in their hands: sheets that say where they come from, PDFs, booklets."""
