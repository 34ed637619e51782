"""Demo data: a made-up department with customers, months of visits and what came of them.

`load` fills an empty database; the words come from `data/`, the order of things from
`generate.py`. The same size and the same day give the same rows.
"""

from dakehu.storage.demo.load import is_empty, load
from dakehu.storage.demo.world import Size

__all__ = ["Size", "is_empty", "load"]
