"""Boxes of balls, the balls that were drawn, and distributions to be dragged."""
