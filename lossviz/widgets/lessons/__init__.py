"""What lessons lay over the window, and what their strip is made of."""
