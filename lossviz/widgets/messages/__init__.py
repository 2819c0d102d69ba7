"""The banner that tells of errors and what to do about them."""
