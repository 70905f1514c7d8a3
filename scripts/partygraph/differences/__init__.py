"""Tells what one build says that another does not: fact by fact, with the quotes, or as a patch."""

from partygraph.differences.comparing import Article, Comparison, compare
from partygraph.differences.reading import Side, Statement, read
from partygraph.differences.writing import FORMS, write

__all__ = ["FORMS", "Article", "Comparison", "Side", "Statement", "compare", "read", "write"]
