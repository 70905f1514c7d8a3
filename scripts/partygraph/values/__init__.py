"""From text to values: dates, numbers, names, lists, addresses, one module for each kind of value.

Every reader takes plain text and gives back values with their spans in it, in time linear in its length.
"""
