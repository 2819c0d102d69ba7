"""The window under test."""

from tests.support.assembly import assembly, home

__all__ = ["assembly", "home"]
