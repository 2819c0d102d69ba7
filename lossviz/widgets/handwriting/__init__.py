"""The canvas to draw on, the 28x28 that comes of it, and the bars of an answer."""
