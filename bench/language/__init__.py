"""How well and how fast times, numbers and names are found, beside other libraries."""
