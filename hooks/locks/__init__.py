"""What was accepted once and is compared with what stands now: provisions, translations, history."""
