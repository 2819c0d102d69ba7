"""The built-in digits: glyphs, and the generator that draws them in many hands."""
