"""lossviz: a desktop window for teaching and learning loss functions."""

__version__ = "0.1.0"
