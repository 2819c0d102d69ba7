"""Ink: pen strokes, opened pictures, and how both become 28x28."""
