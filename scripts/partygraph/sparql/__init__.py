"""Runs SPARQL queries on the published data, and lets nothing else run."""
