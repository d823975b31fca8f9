"""What pages say: their model, how they are read, and the checks of what they claim."""
