"""Facts as RDF: a graph of plain facts, and a graph of where each of them comes from."""

from partygraph.graphs.building import BASE, build
from partygraph.graphs.dataset import Dataset
from partygraph.graphs.disputes import Dispute
from partygraph.graphs.provenance import Statement

__all__ = ["BASE", "Dataset", "Dispute", "Statement", "build"]
