"""The department's knowledge, as data files, and what reads them."""
