"""Guided lessons: what a step holds, and the files that teachers write."""
