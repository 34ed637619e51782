"""Times in Chinese and English sentences.

The conventions (weeks start on Monday, 3点 is 15:00, 上午 is 6 to 12, …) are the department's;
`docs/architecture.md` says where they are written down.
"""

from dakehu.language.times.expression import TimeExpression
from dakehu.language.times.find import find_both_ways, find_times
from dakehu.language.times.render import render

__all__ = ["TimeExpression", "find_both_ways", "find_times", "render"]
