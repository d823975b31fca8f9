"""What each command does: it prints for people, and returns the exit status."""
