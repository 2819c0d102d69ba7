"""The course's first problem: one measured quantity, two classes, a sigmoid of two parameters, and its losses."""
