"""What readers see around the words editors write; everything here only looks things up."""
