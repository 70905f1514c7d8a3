"""The commands: each in a file of its own, which is imported only when it is called."""

from types import MappingProxyType

COMMANDS: MappingProxyType[str, str] = MappingProxyType(
    {
        "build": "Publish articles as linked data, in all formats.",
        "facts": "Print the facts of articles as a table, each with its quote.",
        "why": "Show why a fact is stated: its sentence, its rule, what speaks against it.",
        "query": "Ask the graph: by a named query, a file or standard input.",
        "store": "Keep the graph in a store on the disk, for fast questions.",
        "load": "Load the graph into a triple store, safely.",
        "diff": "Show what two builds say differently.",
        "validate": "Check RDF files by the shapes.",
        "rules": "Show the rules, and how a sentence was read by them.",
        "link": "Link names to Wikidata, and say how each link was found.",
        "compare": "Compare linked facts with Wikidata: agrees, new, differs.",
        "export": "Prepare what Wikidata lacks, for its own tools.",
        "evaluate": "Score the facts of articles by gold rows.",
    }
)
"""Every command with its one line of help; the module of a command has its name."""
