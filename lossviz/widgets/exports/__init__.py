"""How a picture on screen is taken along: as a picture, as words, as numbers."""
