"""The list of runs: a table and the samples of their lines."""
