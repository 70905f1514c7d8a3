"""Compares linked extractions with Wikidata, and gives back what it lacks."""
