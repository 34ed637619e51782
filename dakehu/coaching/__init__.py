"""The coach: what to ask, how to open, how to say it, and practice (handbook §5 to §7)."""

from dakehu.coaching.wording_check import Breach, check_wording

__all__ = ["Breach", "check_wording"]
