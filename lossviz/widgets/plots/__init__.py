"""Curves y = f(x) that are painted: axes, legend, read-out, and what can be taken hold of."""
