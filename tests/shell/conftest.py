"""Where a whole window is needed: an empty home for it."""

from tests.support.assembly import home

__all__ = ["home"]
