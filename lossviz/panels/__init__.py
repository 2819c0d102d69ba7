"""One linked view per file: it reads stores, draws, and turns gestures into store writes."""
