"""Data sets: what they are, the formats they come in, where they are found, how they are fetched."""
