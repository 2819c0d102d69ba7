"""Fitting a polynomial to noisy points: too simple, about right, and too flexible; and what the errors say of it."""
