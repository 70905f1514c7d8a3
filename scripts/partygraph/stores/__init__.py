"""Puts a graph into triple stores, so that a reader sees the old or the new and never half."""

from partygraph.stores.builds import Build
from partygraph.stores.protocol import Outcome, load
from partygraph.stores.remote import Remote, connect
from partygraph.stores.table import Store, stores

__all__ = ["Build", "Outcome", "Remote", "Store", "connect", "load", "stores"]
