"""Adds mentions to a lattice, each module those of one sort: times, numbers, places, elections, terms, lists."""
