"""The knowledge of ontology/ as Python values: Turtle in, rules out."""
