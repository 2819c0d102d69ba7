"""The catalogue of losses: what each is, its slope, when to use it, and how the libraries call it."""
