"""The mathematics, the data and the training loop: torch, NumPy and the standard library, no Qt."""
