"""A slider over the steps of a run: where it can be looked at, where it was evaluated, where it is now."""
