"""The command line: ``partygraph`` and ``python -m partygraph``."""

from partygraph.cli.front import main

if __name__ == "__main__":
    main()
