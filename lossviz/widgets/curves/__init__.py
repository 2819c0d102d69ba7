"""The streaming plot of training curves."""
