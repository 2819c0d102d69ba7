"""One page per file: builds panels over the stores it is given."""
