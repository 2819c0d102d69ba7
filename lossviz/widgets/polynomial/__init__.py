"""What the Overfit page's plots are made of."""
