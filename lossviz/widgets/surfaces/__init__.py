"""The loss over w and b: a map with contours, a view in three dimensions, and a slice."""
