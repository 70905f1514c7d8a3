"""Finds the names that a sentence has, how far each goes, and what sort of thing it can name."""
